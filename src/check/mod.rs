//! The finished site, looked at as a reader's browser would.
