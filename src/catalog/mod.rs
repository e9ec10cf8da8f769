//! All documents together.
