//! The finished files as they are, and what holds for all of them.

mod golden;
mod hostile;
mod promises;
mod sample;
mod trees;
