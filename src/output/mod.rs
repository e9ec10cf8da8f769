//! Finished files, and the site as a value.
