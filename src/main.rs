//! The `lerend` command; see `lerend::cli`.

fn main() {}
