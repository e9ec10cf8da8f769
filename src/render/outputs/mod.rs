//! The files of the site, one folder or file per kind of output; they do not use each other.

pub mod newsletter;
