//! Closed lists of values.

use crate::base::nearest;
use crate::diag::Language;

/// A closed list of values.
#[derive(Debug)]
pub struct Choice {
    /// The values: English key and Dutch alias.
    pub options: &'static [(&'static str, &'static str)],
}

impl Choice {
    /// The English key of a value written in either language.
    pub fn key(&self, written: &str) -> Option<&'static str> {
        self.options
            .iter()
            .find(|(key, alias)| *key == written || *alias == written)
            .map(|(key, _)| *key)
    }

    /// The word nearest to one that the list does not have; of equally near ones that in the
    /// language which its field was written in.
    pub fn nearest(&self, written: &str, lang: Language) -> Option<String> {
        let in_order = |(english, dutch): &(&'static str, &'static str)| match lang {
            Language::Nl => [*dutch, *english],
            Language::En => [*english, *dutch],
        };
        nearest(written, self.options.iter().flat_map(in_order)).map(str::to_owned)
    }

    /// The words of a language.
    pub fn words_in(&self, language: Language) -> impl Iterator<Item = &'static str> {
        self.options.iter().map(move |(key, alias)| match language {
            Language::Nl => *alias,
            Language::En => *key,
        })
    }

    /// A value written in either language, in this one.
    pub fn in_language(&self, written: &str, language: Language) -> Option<&'static str> {
        let at = self.options.iter().position(|(key, alias)| [*key, *alias].contains(&written));
        self.words_in(language).nth(at?)
    }

    /// Both words for a value, given in either language.
    pub(super) fn both(&self, written: &str) -> Vec<&'static str> {
        let is_it = |own: &&(&str, &str)| own.0 == written || own.1 == written;
        let found = self.options.iter().find(is_it);
        found.map(|(english, dutch)| vec![*dutch, *english]).unwrap_or_default()
    }

    /// Every word that may be written.
    pub fn words(&self) -> impl Iterator<Item = &'static str> {
        self.options.iter().flat_map(|(key, alias)| [*key, *alias])
    }
}

/// Declares a closed list: an enum, its words in both languages, and reading them.
#[macro_export]
macro_rules! choices {
    ($(
        $(#[$doc:meta])*
        $name:ident { $( $(#[$vdoc:meta])* $variant:ident = $key:literal $alias:literal ),* $(,)? }
    )*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $( $(#[$vdoc])* $variant, )* }

        impl $name {
            /// The words for it, English and Dutch.
            pub const CHOICE: $crate::schema::Choice =
                $crate::schema::Choice { options: &[ $( ($key, $alias) ),* ] };

            /// Every value, in the order declared.
            pub const ALL: &'static [Self] = &[ $( Self::$variant ),* ];

            /// Reads the English key.
            pub fn parse(key: &str) -> Option<Self> {
                match key { $( $key => Some(Self::$variant), )* _ => None }
            }

            /// The English key.
            pub fn as_str(self) -> &'static str {
                match self { $( Self::$variant => $key, )* }
            }
        }
    )*};
}
pub use choices;
