//! Integration tests: small sites in plain text with their whole expected outcome.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may fail loudly"
)]
#![allow(clippy::indexing_slicing, clippy::string_slice, reason = "a test may fail loudly")]
#![allow(clippy::disallowed_methods, reason = "tests read and write files of their own")]
#![allow(unreachable_pub, missing_docs, reason = "nothing here is an interface")]
#![allow(
    clippy::format_collect,
    clippy::format_push_string,
    clippy::case_sensitive_file_extension_comparisons,
    reason = "a test is made to be read"
)]

mod avif;
mod canary;
mod captions;
mod cases;
#[cfg(unix)]
mod ci;
mod commands;
mod consent;
mod days;
#[cfg(unix)]
mod disk;
mod field_guide;
mod filters;
mod formats;
mod forms;
mod golden;
mod hostile;
mod incremental;
mod later_runs;
mod look;
mod media;
mod mutations;
mod mutated;
mod outside;
mod privacy;
mod properties;
mod rebuilt;
#[cfg(unix)]
mod recipes;
mod schema_agrees;
mod search;
#[cfg(unix)]
mod since;
mod site;
mod store;
mod told_again;
