//! Media files: what they say of themselves, and pictures derived from them.
