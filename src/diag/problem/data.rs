//! Data files.

area! {
    /// Problems of this area.
    Data {
    }
}
