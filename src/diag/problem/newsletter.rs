//! Newsletter editions and fragments.

area! {
    /// Problems of this area.
    Newsletter {
        /// The mail is longer than mail clients show.
        TooLarge {
            /// Its size in bytes.
            bytes: usize,
            /// The limit in bytes.
            limit: usize,
        } => "newsletter/too-large" Error;
        /// The mail is nearly as long as mail clients show.
        Large {
            /// Its size in bytes.
            bytes: usize,
            /// The limit in bytes.
            limit: usize,
        } => "newsletter/large" Warning;
        /// Words that a mail tool would replace when it sends.
        Placeholder {
            /// The words with their marks.
            text: String,
        } => "newsletter/placeholder" Warning;
        /// An address that leads nowhere from a mail.
        NotAbsolute {
            /// The item.
            item: String,
            /// The address.
            address: String,
        } => "newsletter/not-absolute" Error;
        /// A colour of the theme that is hard to read in mail, as it is or in dark mode.
        FaintColour {
            /// The colour of the text.
            text: String,
            /// The colour behind it.
            ground: String,
        } => "newsletter/faint-colour" Warning;
        /// A document stands in one edition twice.
        SameItem {
            /// The item as written.
            item: String,
        } => "newsletter/same-item" Error;
    }
}
