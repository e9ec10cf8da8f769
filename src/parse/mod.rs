//! One file in, one document out; looks at no other file.

mod classify;
mod component;
mod document;
pub mod headings;
mod sidecar;
mod vocabulary;

pub use classify::{Role, classify};
pub mod data;

pub use document::{Origin, document};
pub use headings::Part;
pub use sidecar::sidecar;
pub use vocabulary::{Vocabulary, vocabulary};
