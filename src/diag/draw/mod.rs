//! Diagnostics on a terminal and in files, one format each.
