//! The lists of `vocabulary/`.

use std::collections::BTreeSet;

use crate::base::{FileId, Lang, OffsetMap, RefKind, Span};
use crate::diag::Diag;
use crate::model::vocabulary::{
    CONSENT, Consent, JARGON, Jargon, LISTS, LearningQuestion, ListWord, ORGANISATION,
    Organisation, PERSON, Person, QUESTION, SOURCE, Source, TERM, TOPIC, Term, Topic, WAVE,
    Wave,
};
use crate::schema::{self, Reference};
use crate::yaml::{self, Node, Value};

/// All lists.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Vocabulary {
    /// Subjects.
    pub topics: Vec<Topic>,
    /// Learning questions.
    pub questions: Vec<LearningQuestion>,
    /// The register of sources.
    pub sources: Vec<Source>,
    /// Organisations.
    pub organisations: Vec<Organisation>,
    /// People, by role.
    pub people: Vec<Person>,
    /// Records of consent.
    pub consents: Vec<Consent>,
    /// Terms with their explanation.
    pub glossary: Vec<Term>,
    /// Waves of measurement.
    pub waves: Vec<Wave>,
    /// The open list `audience`.
    pub audience: Vec<ListWord>,
    /// The open list `perspective`.
    pub perspective: Vec<ListWord>,
    /// The open list `domain`.
    pub domain: Vec<ListWord>,
    /// Words that have a plainer one.
    pub jargon: Vec<Jargon>,
    /// The ids that the lists name.
    pub references: Vec<Reference>,
    /// The lists that could not be read: what they lack says nothing.
    pub unread: BTreeSet<&'static str>,
}

impl Vocabulary {
    /// The lists without entries, and what can only stand in them.
    pub fn empty(&self) -> Vec<(&'static str, &'static [RefKind])> {
        let Self { topics, questions, sources, organisations, people, consents, waves, .. } =
            self;
        let all: [(&str, &[RefKind], bool); 7] = [
            ("topics", &[RefKind::Topic], topics.is_empty()),
            ("questions", &[RefKind::Question], questions.is_empty()),
            ("sources", &[RefKind::Source], sources.is_empty()),
            // An owner may be a person too, but most are organisations.
            (
                "organisations",
                &[RefKind::Organisation, RefKind::Owner],
                organisations.is_empty(),
            ),
            ("people", &[RefKind::Person], people.is_empty()),
            ("consents", &[RefKind::Consent], consents.is_empty()),
            ("waves", &[RefKind::Wave], waves.is_empty()),
        ];
        all.into_iter().filter(|own| own.2).map(|(list, kinds, _)| (list, kinds)).collect()
    }

    /// Puts texts in the main language of the site before those in others.
    pub fn put_first(&mut self, main: &Lang) {
        let open = [&mut self.audience, &mut self.perspective, &mut self.domain];
        let topics = self.topics.iter_mut().map(|own| &mut own.record);
        let records = topics
            .chain(self.questions.iter_mut().map(|own| &mut own.record))
            .chain(self.organisations.iter_mut().map(|own| &mut own.record))
            .chain(self.people.iter_mut().map(|own| &mut own.record))
            .chain(self.glossary.iter_mut().map(|own| &mut own.record))
            .chain(self.waves.iter_mut().map(|own| &mut own.record))
            .chain(open.into_iter().flatten().map(|own| &mut own.record));
        records.for_each(|own| own.put_first(main));
    }

    /// Whether an open list, by its English name, has no words.
    pub fn is_open_list_empty(&self, list: &str) -> bool {
        match list {
            "audience" => self.audience.is_empty(),
            "perspective" => self.perspective.is_empty(),
            "domain" => self.domain.is_empty(),
            _ => false,
        }
    }

    /// Whether any open list has words.
    pub fn has_open_lists(&self) -> bool {
        !(self.audience.is_empty() && self.perspective.is_empty() && self.domain.is_empty())
    }
}

/// Parses one list into the vocabulary.
pub fn vocabulary(
    name: &'static str,
    file: FileId,
    text: &str,
    into: &mut Vocabulary,
) -> Vec<Diag> {
    let mut diags = Vec::new();
    let node = yaml::read(text, &OffsetMap::whole(file, 0)).into_value(&mut diags);
    let Some(node) = node else {
        if diags.iter().any(Diag::is_error) {
            into.unread.insert(name);
        }
        return diags;
    };
    if !is_shaped(name, &node) {
        into.unread.insert(name);
    }
    let items = items_of(name);
    let mut list = |table| {
        let (records, named) = schema::read_list(table, items, &node);
        into.references.extend(named);
        records.into_value(&mut diags)
    };
    match name {
        "topics" => into.topics = list(&TOPIC).iter().map(Topic::from_record).collect(),
        "questions" => {
            into.questions =
                list(&QUESTION).iter().map(LearningQuestion::from_record).collect();
        }
        "sources" => into.sources = list(&SOURCE).iter().map(Source::from_record).collect(),
        "organisations" => {
            into.organisations =
                list(&ORGANISATION).iter().map(Organisation::from_record).collect();
        }
        "people" => into.people = list(&PERSON).iter().map(Person::from_record).collect(),
        "consents" => into.consents = list(&CONSENT).iter().map(Consent::from_record).collect(),
        "glossary" => into.glossary = list(&TERM).iter().map(Term::from_record).collect(),
        "waves" => into.waves = list(&WAVE).iter().map(Wave::from_record).collect(),
        "jargon" => into.jargon = list(&JARGON).iter().map(Jargon::from_record).collect(),
        _ => lists(&node, into, &mut diags),
    }
    diags
}

/// Whether it is a list at all, or fields in the file of the open lists: if not, what it lacks
/// says nothing.
fn is_shaped(name: &str, node: &Node) -> bool {
    match &node.value {
        Value::Null => true,
        Value::Mapping(_) => name == "lists",
        Value::List(_) => name != "lists",
        Value::Scalar(_) => false,
    }
}

/// What stands in a list, in Dutch and English.
fn items_of(name: &str) -> (&'static str, &'static str) {
    match name {
        "topics" => ("onderwerpen", "topics"),
        "questions" => ("leervragen", "learning questions"),
        "sources" => ("bronnen", "sources"),
        "organisations" => ("organisaties", "organisations"),
        "people" => ("personen", "people"),
        "consents" => ("toestemmingen", "consents"),
        "glossary" => ("begrippen", "terms"),
        "waves" => ("meetrondes", "waves"),
        _ => ("woorden", "words"),
    }
}

fn lists(node: &Node, into: &mut Vocabulary, diags: &mut Vec<Diag>) {
    let node = match &node.value {
        Value::Null => &Node::empty_mapping(Span::top(node.span.file)),
        _ => node,
    };
    let (record, _) = schema::read(&LISTS, node);
    let record = record.into_value(diags);
    let words = |key| record.records(key, ListWord::from_record);
    into.audience = words("audience");
    into.perspective = words("perspective");
    into.domain = words("domain");
}
