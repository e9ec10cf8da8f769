//! All topics.

use crate::catalog::Subject;
use crate::config::Section;
use crate::model::DocKind;
use crate::model::vocabulary::Topic;
use crate::render::outputs::view::{Link, Sheet, TopicRow, Topics};

use super::parts_lists::Opening;
use super::studio::Studio;

/// What is counted of each topic, with its word.
const KINDS: [(DocKind, &str); 4] = [
    (DocKind::Finding, "findings"),
    (DocKind::Factsheet, "factsheets"),
    (DocKind::Story, "stories"),
    (DocKind::Report, "reports"),
];

/// The list of topics, in the order of the vocabulary.
pub(super) fn sheet(studio: &Studio<'_>) -> Sheet<Topics> {
    let Opening { about, head, intro } = studio.opening(Section::Topics);
    let rows = studio.catalog.vocabulary.topics.iter().map(|topic| TopicRow {
        link: studio.topic_link(&topic.id),
        definition: studio.topic_definition(topic),
        definition_lang: studio.other_tongue(&topic.record, "definition"),
        facts: studio.counts(Subject::Topic(&topic.id), &KINDS),
        children: studio.topic_children(topic),
    });
    let page = Topics { head, intro, rows: rows.collect() };
    studio.sheet(about, page)
}

impl Studio<'_> {
    /// A link to a topic's page.
    pub fn topic_link(&self, id: &str) -> Link {
        let url = self.catalog.addresses.below(Section::Topics, id, self.lang());
        let link = Link::site(self.catalog.topic_label(id, self.lang()), url.as_str());
        let topic = self.catalog.topic(id);
        Link { lang: topic.and_then(|own| self.other_tongue(&own.record, "label")), ..link }
    }

    /// What a topic is.
    pub fn topic_definition(&self, topic: &Topic) -> String {
        let text = topic.record.text_in("definition", self.lang().as_str());
        text.map(|text| text.value).unwrap_or_default()
    }

    /// The topics that belong to a topic.
    pub fn topic_children(&self, topic: &Topic) -> Vec<Link> {
        let all = self.catalog.vocabulary.topics.iter();
        let own = all.filter(|other| {
            other.parent.as_ref().is_some_and(|parent| parent.value == topic.id.value)
        });
        own.map(|other| self.topic_link(&other.id)).collect()
    }
}
