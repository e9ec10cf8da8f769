//! Builds, serves from memory, rebuilds on change, reloads the browser.
