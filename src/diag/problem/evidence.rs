//! What evidence carries: strength, figures.

area! {
    /// Problems of this area.
    Evidence {
    }
}
