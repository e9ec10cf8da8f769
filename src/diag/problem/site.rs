//! `site.yaml` beyond its fields.

area! {
    /// Problems of this area.
    Site {
    }
}
