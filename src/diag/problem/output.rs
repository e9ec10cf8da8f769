//! The finished site, and writing it.

area! {
    /// Problems of this area.
    Output {
    }
}
