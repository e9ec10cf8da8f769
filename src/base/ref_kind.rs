//! What an id can name.

use serde::{Deserialize, Serialize};

/// What an id names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum RefKind {
    /// A region.
    Region,
    /// A topic.
    Topic,
    /// A learning question.
    Question,
    /// A source of the register.
    Source,
    /// An organisation.
    Organisation,
    /// A person.
    Person,
    /// An organisation or a person.
    Owner,
    /// A record of consent.
    Consent,
    /// A media item.
    Media,
    /// A factsheet.
    Factsheet,
    /// A story.
    Story,
    /// A finding.
    Finding,
    /// A report.
    Report,
    /// An event.
    Event,
    /// A questionnaire.
    Questionnaire,
    /// A blueprint.
    Blueprint,
    /// Any document.
    Document,
    /// A document or a source: what bears a finding out.
    Evidence,
    /// A key figure.
    Figure,
    /// A wave of measurement.
    Wave,
    /// An activity of a region's plan.
    Activity,
    /// A CSV file, by its path relative to the document or to `content/`.
    Data,
    /// An edition of the newsletter.
    Newsletter,
    /// An ordinary page.
    Page,
    /// A term of the glossary.
    Term,
    /// A word of the site's open list of readers.
    Audience,
    /// A word of the site's open list of views.
    Perspective,
    /// A word of the site's open list of fields of work.
    Domain,
}
