//! Texts in another language, beside their originals.

use crate::base::Date;

/// A value as it is told in Dutch and in English.
pub type Told = (String, String);

/// A fact as two languages of a document tell it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Versions {
    /// What stands here.
    pub here: Told,
    /// What stands in the original.
    pub there: Told,
}

area! {
    /// Problems of translations.
    Translation {
        /// A fact that differs between two languages of a document.
        Differs {
            /// The Dutch and the English key.
            key: (&'static str, &'static str),
            /// The id of the key figure that it is of.
            figure: Option<String>,
            /// What stands here, and what stands in the original.
            told: Box<Versions>,
        } => "content/translation-differs" Warning;
        /// A correction that one language tells and the other does not.
        Lags {
            /// Its day.
            date: Date,
        } => "content/translation-lags" Warning;
        /// A text in another language of which there is none in the main language.
        NoOriginal {
            /// The id of what it may be a translation of.
            nearest: Option<String>,
        } => "content/no-original" Warning;
    }
}
