//! Which pages there will be, and where; nothing is rendered yet.
