//! Newsletter editions and fragments.

area! {
    /// Problems of this area.
    Newsletter {
    }
}
