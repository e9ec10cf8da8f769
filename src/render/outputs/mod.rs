//! Finished files: pages from views, feeds, newsletters. One file per output; they do not
//! import each other.

pub mod templates;
pub mod view;
//! The files of the site, one folder or file per kind of output; they do not use each other.

pub mod newsletter;
