//! Strings, plurals, dates and numbers of the site, per language.
