//! House rules that a compiler does not know, each with advice for who breaks it.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    clippy::unwrap_used,
    reason = "a test may read files and fail"
)]

mod crates;
mod documents;
mod files;
mod layers;
mod names;
mod source;
mod views;

use source::Source;

/// Fails with every breach of a rule at once.
#[track_caller]
fn no_breach(rule: &str, breaches: &[String]) {
    assert!(breaches.is_empty(), "{rule}:\n  {}\n", breaches.join("\n  "));
}

/// All Rust files below `src/`.
fn rust_files() -> Vec<Source> {
    source::below("src").into_iter().filter(|source| source.is("rs")).collect()
}

/// Those that are part of the program: no tests.
fn program() -> Vec<Source> {
    source::without_tests(rust_files())
}
