//! Finished files: pages from views, feeds, newsletters. They do not import each other.

pub mod newsletter;
pub mod pages;
pub mod templates;
pub mod view;
