//! The content types, one file per type with its field table, and the tree of a body.
