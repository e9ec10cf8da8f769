//! The `lerend` command; see `lerend::cli`.

use std::process::ExitCode;

/// Pages are made of many small texts; this allocator hands them out fast. Its feature `no_thp`,
/// no huge pages, saves memory and costs no time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    lerend::cli::main()
}
