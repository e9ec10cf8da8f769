//! Finished files: pages from views, feeds, newsletters.
//!
//! `calendar`, `newsletter`, `next_change`, `search` and `templates` use no other, and `view` only
//! `templates`. The rest know each other by a few names: `pages` draws the desks of `mail` and says
//! which feeds there are, and `feed`, `machine` and `mail` take from it what is the same on all
//! pages (`Shared`) or makes the parts of one (`Studio`).

pub mod calendar;
pub mod feed;
pub mod machine;
pub mod mail;
pub mod newsletter;
pub mod next_change;
pub mod pages;
mod policy;
pub mod search;
pub mod templates;
pub mod view;

#[cfg(test)]
mod trial;
