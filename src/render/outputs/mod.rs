//! Finished files: pages from views, feeds, newsletters. One file per output; they do not
//! import each other.

pub mod templates;
pub mod view;
