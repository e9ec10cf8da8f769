//! Markdown and its components.

area! {
    /// Problems of this area.
    Markdown {
    }
}
