//! Ordinary pages, and home.

use crate::schema::Table;

use super::head;

/// The fields of a page.
pub const PAGE: Table =
    Table { name: "page", groups: &[head::UNDATED, head::MAYBE_TOPICS, head::COMMON] };
