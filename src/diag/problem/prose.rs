//! How easily a text can be read.

area! {
    /// What makes a text hard to read.
    #[derive(serde::Serialize, serde::Deserialize)]
    Prose {
        /// A sentence of many words.
        LongSentence {
            /// Its words.
            words: usize,
            /// The most that reads well.
            most: usize,
        } => "text/long-sentence" Hint;
        /// A paragraph of many sentences.
        LongParagraph {
            /// Its sentences.
            sentences: usize,
            /// The most that reads well.
            most: usize,
        } => "text/long-paragraph" Hint;
        /// A hard word that has a plain one.
        Jargon {
            /// The word as written.
            word: String,
            /// The plain one.
            plain: String,
        } => "text/jargon" Hint;
        /// An abbreviation that is nowhere explained.
        Abbreviation {
            /// The abbreviation.
            word: String,
        } => "text/abbreviation" Hint;
        /// A link whose words would fit any link.
        VagueLink {
            /// The words.
            words: String,
        } => "text/vague-link" Warning;
        /// A link whose words are its address.
        LinkIsAddress => "text/link-is-address" Hint;
        /// An alternative text that is the name of a file.
        AltFileName => "text/alt-file-name" Warning;
        /// An alternative text that begins by saying that it is a picture.
        AltPictureOf {
            /// The words it begins with.
            words: String,
        } => "text/alt-picture-of" Hint;
        /// A heading without words.
        EmptyHeading => "text/empty-heading" Warning;
        /// A heading that leaves out a level.
        HeadingJump {
            /// Its words.
            heading: String,
            /// The level before it; 1 is the title of the page.
            from: u8,
            /// Its level.
            to: u8,
        } => "text/heading-jump" Warning;
        /// A heading of the first level, which is that of the title.
        SecondTitle {
            /// Its words.
            heading: String,
        } => "text/second-title" Warning;
    }
}
