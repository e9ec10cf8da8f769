//! What is said in several languages, in the one that is asked for.

use crate::base::Lang;
use crate::model::drawing::Words;
use crate::schema::{Record, in_language};

use super::Catalog;

impl Catalog {
    /// What a record says in a language, or in the one that stands in for it.
    pub fn words(&self, record: &Record, key: &str, lang: &Lang) -> Words {
        let text = record.text_in(key, lang.as_str()).map(|own| own.value).unwrap_or_default();
        Words { text, lang: self.other_tongue(record, key, lang) }
    }

    /// The language of a text of a record that stands in for one in the language asked for.
    pub fn other_tongue(&self, record: &Record, key: &str, lang: &Lang) -> Option<Lang> {
        self.tongue(record.tag_in(key, lang.as_str())?, lang)
    }

    /// Of texts with the tags of their languages, the one that is asked for or stands in for it.
    pub(super) fn words_of(&self, texts: &[(String, String)], lang: &Lang) -> Words {
        let Some((tag, text)) = in_language(texts, lang.as_str()) else {
            return Words::default();
        };
        Words { text: text.clone(), lang: self.tongue(tag, lang) }
    }

    fn tongue(&self, tag: &str, lang: &Lang) -> Option<Lang> {
        let own = if tag.is_empty() { Some(self.config.lang.clone()) } else { Lang::new(tag) };
        own.filter(|own| own != lang && *own != lang.without_region())
    }
}
