//! YAML that cannot be read.

area! {
    /// Problems of YAML text.
    Yaml {
        /// A text with `: ` in it that is not in quotes.
        UnquotedColon {
            /// The whole value, in quotes.
            quoted: String,
        } => "yaml/unquoted-colon" Error;
        /// A tab in the indentation.
        Tab => "yaml/tab" Error;
        /// A value that begins with a character that means something in YAML.
        NeedsQuotes {
            /// The character.
            character: char,
            /// The whole value in quotes, where it is known where it ends.
            quoted: Option<String>,
        } => "yaml/needs-quotes" Error;
        /// A ` #word` behind a text without quotes, which YAML takes for a comment.
        HashInText {
            /// What is lost, from the `#` on.
            lost: String,
        } => "yaml/hash-in-text" Warning;
        /// An opened quote or bracket that is not closed.
        Unclosed {
            /// What was opened.
            what: char,
        } => "yaml/unclosed" Error;
        /// A comma between brackets before which nothing stands.
        StrayComma => "yaml/syntax" Error;
        /// Lines that do not stand below each other.
        Indentation => "yaml/indentation" Error;
        /// A line that is no `key: value` and belongs to no text above it.
        NotAField {
            /// The key, when only the space behind its colon is missing.
            key: Option<String>,
        } => "yaml/not-a-field" Error;
        /// A dash that begins an item, without a space behind it.
        GluedDash {
            /// The word that sticks to it.
            item: String,
        } => "yaml/not-a-field" Error;
        /// A key with a space behind its colon that is no space in YAML, as web pages and word
        /// processors have them.
        OddSpace {
            /// The key.
            key: String,
        } => "yaml/not-a-field" Error;
        /// A line that begins with such a space.
        OddIndent => "yaml/indentation" Error;
        /// Any other mistake.
        Syntax => "yaml/syntax" Error;
        /// A line `---` below which nothing is read.
        SecondStart => "yaml/syntax" Error;
        /// One key twice in one mapping.
        DuplicateKey {
            /// The key.
            key: String,
        } => "yaml/duplicate-key" Error;
        /// Nested too deep, too many values, or aliases that multiply.
        TooComplex => "yaml/too-complex" Error;
        /// `---` opens the front matter and nothing closes it.
        UnclosedFrontMatter => "yaml/unclosed-front-matter" Error;
        /// A document without front matter.
        NoFrontMatter => "yaml/no-front-matter" Error;
        /// A list or text where a mapping with keys was expected.
        NotAMapping => "yaml/not-a-mapping" Error;
    }
}
