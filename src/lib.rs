//! `lerend` turns a content tree of factsheets, region stories and media metadata into an
//! accessible evaluation site and newsletter fragments.
//!
//! The crate is a line of stations; see `ARCHITECTURE.md`. Modules stand here from the ground
//! up: each uses lower layers only, which `tests/tidy` checks.

pub mod base;
pub mod diag;
pub mod plain;
pub mod vfs;
pub mod web;
pub mod store;
pub mod yaml;
pub mod i18n;
pub mod schema;
pub mod config;
pub mod model;
pub mod parse;
pub mod media;
pub mod theme;
pub mod catalog;
pub mod plan;
pub mod output;
pub mod lint;
pub mod render;
pub mod check;
pub mod publish;
pub mod pipeline;
pub mod serve;
pub mod cli;
