//! Pictures, films, documents and their rights.

area! {
    /// Problems of this area.
    Media {
    }
}
