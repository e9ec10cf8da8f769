//! YAML text → a tree in which every key and value has its place in the file.
//!
//! `read` runs the parser; where it stumbles, `mistakes` looks at the lines the way an editor
//! wrote them, names what is wrong there, and mends what can be mended so that the rest of the
//! file is read too.

mod front_matter;
mod lost;
mod mistakes;
mod node;
mod read;
mod stumble;
mod tree;
mod write;

pub use front_matter::{FrontMatter, front_matter};
pub(crate) use mistakes::glued;
pub use node::{Entry, Node, Scalar, Value};
pub use read::read;
pub use write::written;
