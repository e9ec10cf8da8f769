//! YAML text → a tree in which every key and value has its place in the file.

mod node;

pub use node::{Entry, Node, Scalar, Value};
