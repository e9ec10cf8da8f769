//! The `lerend` command; see `lerend::cli`.

use std::process::ExitCode;

fn main() -> ExitCode {
    lerend::cli::main()
}
