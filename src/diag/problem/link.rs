//! Links and references.

area! {
    /// Problems of this area.
    Link {
    }
}
