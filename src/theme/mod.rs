//! A theme folder → `Theme`.
