//! What a field table is, and reading a tree against it.
