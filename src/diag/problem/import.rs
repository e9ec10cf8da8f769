//! What `import` changed in what was handed in, so that its draft fits the site.

use super::Problem;

/// How something that does not fit was set aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aside {
    /// A field became a comment.
    Field,
    /// Words or lines of the text became a remark.
    Words,
    /// The whole text became a remark.
    Text,
}

/// Letters of a file that are no UTF-8.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Letters {
    /// Those of older programs on Windows.
    Windows1252,
    /// Two bytes for a letter, as the file says itself.
    Utf16,
}

area! {
    /// What became of what was handed in.
    Import {
        /// Something would have kept the site from being built.
        SetAside {
            /// What is wrong with it.
            why: Box<Problem>,
            /// How it was set aside.
            form: Aside,
        } => "import/set-aside" Warning;
        /// A field was not taken over.
        NoPlace {
            /// Its key, as written.
            key: String,
        } => "import/set-aside" Warning;
        /// Text before the first question.
        TextBefore => "import/no-question" Warning;
        /// A heading that is no question stays in the answer above it.
        NoQuestion {
            /// The heading, as written.
            heading: String,
            /// A question that is near.
            nearest: Option<String>,
        } => "import/no-question" Warning;
        /// A part with the id of a question that the questionnaire does not have.
        OtherQuestion {
            /// The heading, as written.
            heading: String,
            /// A question that is near.
            nearest: Option<String>,
        } => "import/no-question" Warning;
        /// One question has more than one answer.
        AnsweredTwice => "import/answered-twice" Warning;
        /// The day of the answers is not known.
        NoDate {
            /// What stands there instead of a date; `None` when nothing does.
            written: Option<String>,
            /// The day that was taken.
            today: String,
        } => "import/no-date" Warning;
        /// The file is no UTF-8.
        NotUtf8 {
            /// As what it was read.
            letters: Letters,
        } => "import/not-utf-8" Warning;
        /// Characters that nobody sees were left out.
        UnseenCharacters {
            /// How many.
            count: usize,
            /// The first of them: `U+007F`.
            first: String,
        } => "import/unseen-characters" Warning;
    }
}
