//! The content types, one file per type with its field table, and the tree of a body.

pub mod body;
pub mod component;
pub mod drawing;
mod link;
mod resolve;
mod section;

pub use link::{Known, RawLink, Target, To};
pub use resolve::Resolver;
pub use section::Section;
