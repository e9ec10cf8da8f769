//! Finished files, and the site as a value: every file with its facts, before anything is
//! written.

mod artifact;
mod hash;
mod packed;
mod squeezed;
mod facts;
mod facts_kept;
mod css;
mod srcset;
mod markup;
mod changes;
mod claims;
mod collect;
mod manifest;

pub use artifact::{Artifact, Content, Held, KeptFile, Later, Spool};
pub use changes::Changes;
pub use collect::{File, Output, Reading};
pub use facts::{Attribute, Facts, Kind, Link, Markup, Role};
pub use hash::Hash;
pub use manifest::{MANIFEST, Manifest};
pub use packed::{Heading, Headings, Ids, Links};
pub use squeezed::{Squeezed, Squeezer};
