//! All documents together: links, relations, rules that need the whole catalogue.
