//! One file in, one document out; looks at no other file.

mod classify;
mod component;
mod conflict;
pub mod data;
mod document;
mod emails;
mod gist;
mod headings;
pub mod markdown;
mod sidecar;
mod starter;
mod vocabulary;

pub use classify::{Role, bad_picture_name, classify};
pub use conflict::settled;
pub use document::{Origin, body, document};
pub use gist::{Gist, Gists};
pub use headings::Part;
pub use sidecar::sidecar;
pub use starter::starter;
pub use vocabulary::{Vocabulary, vocabulary};
