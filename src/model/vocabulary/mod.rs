//! The lists of `vocabulary/`: topics, learning questions, sources, organisations, people,
//! consents, glossary, waves, open lists and jargon.

mod consent;
mod jargon;
mod list_word;
mod organisation;
mod person;
mod question;
mod source;
mod term;
mod topic;
mod wave;

use crate::base::Spanned;
use crate::schema::{Field, Kind, Record};

pub use consent::{CONSENT, CONSENT_INLINE, Channel, Consent};
pub use jargon::{JARGON, Jargon};
pub use list_word::{LIST_WORD, LISTS, ListWord};
pub use organisation::{ORGANISATION, Organisation, OrganisationKind};
pub use person::{PERSON, Person};
pub use question::{LearningQuestion, QUESTION, QuestionState};
pub use source::{Reliability, SOURCE, Source, SourceKind};
pub use term::{TERM, Term};
pub use topic::{TOPIC, Topic};
pub use wave::{WAVE, Wave};

/// A text with its place.
type Text = Spanned<String>;

const ID: Field = Field::new("id", "id", Kind::Text)
    .required()
    .means(
        "Kenmerk: kleine letters, cijfers en streepjes.",
        "Id: lower-case letters, digits and hyphens.",
    )
    .example("samenwerking");

/// The id of a record; empty and already reported when it is not there.
pub fn id_of(record: &Record) -> Text {
    record.text("id").unwrap_or_else(|| Spanned::new(String::new(), record.span))
}
