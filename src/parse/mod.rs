//! One file in, one document out; looks at no other file.

pub mod markdown;
