//! Finished files: pages from views, feeds, newsletters. They do not import each other.

pub mod calendar;
pub mod feed;
pub mod machine;
pub mod mail;
pub mod newsletter;
pub mod next_change;
pub mod pages;
pub mod search;
pub mod templates;
pub mod view;

#[cfg(test)]
mod trial;
