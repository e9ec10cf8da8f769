//! Fields of front matter, sidecars, vocabularies, components and `site.yaml`.

area! {
    /// Problems of single fields.
    Field {
        /// A key that the type does not have.
        UnknownKey {
            /// The key as written.
            key: String,
            /// A known key that is near, and its other name.
            nearest: Option<(String, String)>,
        } => "front-matter/unknown-key" Error;
    }
}
