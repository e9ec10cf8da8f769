//! Themes and templates.

area! {
    /// Problems of this area.
    Theme {
    }
}
