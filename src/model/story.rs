//! Stories from practice: an example, not an average.

use crate::base::Spanned;
use crate::schema::{Field, Kind, Need, Record, RefKind, Rule, Table, choices};

use super::head::{self, SourceUse};

/// A text with its place.
type Text = Spanned<String>;

choices! {
    /// In what form a story is told.
    StoryForm {
        /// Text.
        Article = "article" "artikel",
        /// Questions and answers.
        Interview = "interview" "interview",
        /// Three fixed questions.
        Experience = "experience" "ervaring",
        /// One person's words.
        Testimonial = "testimonial" "testimonial",
        /// Pictures.
        PhotoStory = "photo-story" "beeldverhaal",
        /// A film.
        Film = "film" "film",
        /// Sound.
        Podcast = "podcast" "podcast",
        /// A drawing with figures.
        Infographic = "infographic" "infographic",
    }
    /// How it turned out.
    StoryDirection {
        /// Well.
        Positive = "positive" "positief",
        /// Partly well.
        Mixed = "mixed" "gemengd",
        /// Nothing changed.
        NoChange = "no-change" "geen-verandering",
        /// Badly.
        Negative = "negative" "negatief",
    }
    /// How much the programme had to do with it.
    Share {
        /// Most.
        Main = "main" "vooral",
        /// Some.
        Partial = "partial" "mede",
        /// Little.
        Small = "small" "klein",
        /// Not known.
        Unknown = "unknown" "onbekend",
    }
    /// How a person may be shown.
    ShownAs {
        /// With the whole name.
        FullName = "full-name" "volledige-naam",
        /// With the first name.
        FirstName = "first-name" "voornaam",
        /// By role.
        Role = "role" "functie",
        /// With another name.
        Fictitious = "fictitious" "gefingeerd",
        /// Not at all.
        Anonymous = "anonymous" "anoniem",
    }
}

/// A story.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Story {
    /// Region id.
    pub region: Option<Text>,
    /// Its form.
    pub form: Option<StoryForm>,
    /// What changed.
    pub outcome: Option<Text>,
    /// Why it matters.
    pub significance: Option<Text>,
    /// What the programme contributed.
    pub contribution: Contribution,
    /// What others can learn.
    pub lesson: Option<Text>,
    /// How it turned out.
    pub direction: StoryDirection,
    /// Id of the open list.
    pub domain: Option<Text>,
    /// Id of the open list.
    pub perspective: Option<Text>,
    /// Activity id of the region's plan.
    pub activity: Option<Text>,
    /// What another region needs for it.
    pub transfer: Transfer,
    /// Why this story was chosen.
    pub selected_because: Option<String>,
    /// The people in it.
    pub people: Vec<PersonShown>,
    /// What they said.
    pub quotes: Vec<Quote>,
    /// What it rests on.
    pub sources: Vec<SourceUse>,
}

/// What the programme contributed.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Contribution {
    /// In words.
    pub text: Option<Text>,
    /// How much.
    pub share: Share,
    /// What else contributed.
    pub other_causes: Option<String>,
}

/// What another region needs for it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Transfer {
    /// What is needed.
    pub needs: Option<String>,
    /// What it costs.
    pub costs: Option<String>,
    /// Blueprint id.
    pub blueprint: Option<Text>,
}

/// A person in a story.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PersonShown {
    /// Person id.
    pub person: Option<Text>,
    /// How they may be shown.
    pub shown_as: ShownAs,
    /// Consent id.
    pub consent: Option<Text>,
}

/// Words that somebody said.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Quote {
    /// The words.
    pub text: Text,
    /// Person id.
    pub by: Option<Text>,
    /// Consent id.
    pub consent: Option<Text>,
    /// The language, where it is another than the page's.
    pub lang: Option<String>,
}

const CONTRIBUTION: Table = Table {
    name: "contribution",
    groups: &[&[
        Field::new("text", "tekst", Kind::Text)
            .means("Wat het programma bijdroeg.", "What the programme contributed.")
            .example("Het programma betaalde de scholing"),
        Field::new("share", "aandeel", Kind::Choice(&Share::CHOICE))
            .means("Hoeveel.", "How much.")
            .example("mede"),
        Field::new("other-causes", "andere-oorzaken", Kind::Text)
            .means("Wat er nog meer bijdroeg.", "What else contributed.")
            .example("Ook betaald uit het kwaliteitsbudget van het verpleeghuis"),
    ]],
};

const TRANSFER: Table = Table {
    name: "transfer",
    groups: &[&[
        Field::new("needs", "nodig", Kind::Text)
            .means("Wat een andere regio nodig heeft.", "What another region needs.")
            .example("Een werkgever die taken wil verdelen"),
        Field::new("costs", "kosten", Kind::Text)
            .means("Wat het kost.", "What it costs.")
            .example("Tijd van een begeleider"),
        Field::new("blueprint", "handreiking", Kind::Ref(RefKind::Blueprint))
            .means("De handreiking erbij.", "The blueprint for it.")
            .example("functiecreatie"),
    ]],
};

const PERSON: Table = Table {
    name: "person",
    groups: &[&[
        Field::new("person", "persoon", Kind::Ref(RefKind::Person))
            .required()
            .means("Wie, uit `vocabulary/people.yaml`.", "Who, from `vocabulary/people.yaml`.")
            .example("projectleider-drenthe"),
        Field::new("shown-as", "getoond-als", Kind::Choice(&ShownAs::CHOICE))
            .required()
            .means("Hoe die getoond mag worden.", "How they may be shown.")
            .example("functie"),
        Field::new("consent", "toestemming", Kind::Ref(RefKind::Consent))
            .means("Nummer van de toestemming.", "Number of the consent.")
            .example("VOORBEELD-001"),
    ]],
};

/// The fields of a quotation.
pub(super) const QUOTE: Table = Table {
    name: "quote",
    groups: &[&[
        Field::new("text", "tekst", Kind::Text)
            .required()
            .rule(Rule::MaxWords(40))
            .means("De woorden, hoogstens 40.", "The words, at most 40.")
            .example("\"Wij doen dit nu samen\""),
        Field::new("by", "door", Kind::Ref(RefKind::Person))
            .required()
            .means("Wie het zei.", "Who said it.")
            .example("projectleider-drenthe"),
        Field::new("consent", "toestemming", Kind::Ref(RefKind::Consent))
            .means(
                "Nummer van de toestemming; zonder toestemming geen citaat.",
                "Number of the consent; no quote without consent.",
            )
            .example("VOORBEELD-001"),
        Field::new("lang", "taal", Kind::Lang)
            .means("De taal, als die anders is.", "The language, where it differs.")
            .example("en"),
    ]],
};

/// The fields of a story.
pub(super) const STORY: Table = Table {
    name: "story",
    groups: &[head::DATED, OWN, head::WITH_TOPICS, &[head::SOURCES], head::COMMON],
};

const OWN: &[Field] = &[
    Field::new("region", "regio", Kind::Ref(RefKind::Region))
        .need(Need::Unless("sample", "fictional"))
        .means("De regio waar het speelt.", "The region it happened in.")
        .example("twente"),
    Field::new("form", "vorm", Kind::Choice(&StoryForm::CHOICE))
        .required()
        .means("In welke vorm.", "In what form.")
        .example("artikel"),
    Field::new("outcome", "uitkomst", Kind::Text).means(
        "Wat er veranderde; anders de tekst onder \"Wat veranderde er\".",
        "What changed; otherwise the text below \"What changed\".",
    ),
    Field::new("significance", "betekenis", Kind::Text).means(
        "Waarom dat telt; anders de tekst onder \"Waarom telt dat\".",
        "Why it matters; otherwise the text below \"Why it matters\".",
    ),
    Field::new("contribution", "bijdrage", Kind::Record(&CONTRIBUTION))
        .means("Wat het programma bijdroeg.", "What the programme contributed."),
    Field::new("lesson", "les", Kind::Text).means(
        "Wat anderen hiervan kunnen leren; anders de tekst onder die kop.",
        "What others can learn; otherwise the text below that heading.",
    ),
    Field::new("direction", "richting", Kind::Choice(&StoryDirection::CHOICE))
        .means(
            "Hoe het afliep. Staat dit er niet, dan telt het verhaal als positief.",
            "How it turned out. Without it the story counts as positive.",
        )
        .example("gemengd"),
    Field::new("domain", "gebied", Kind::Ref(RefKind::Domain))
        .means(
            "Waar de verandering zat, uit `vocabulary/lists.yaml`.",
            "Where the change was, from `vocabulary/lists.yaml`.",
        )
        .example("matching"),
    Field::new("perspective", "perspectief", Kind::Ref(RefKind::Perspective))
        .means(
            "Vanuit wie verteld, uit `vocabulary/lists.yaml`.",
            "Whose view it is, from `vocabulary/lists.yaml`.",
        )
        .example("werkgever"),
    Field::new("activity", "activiteit", Kind::Ref(RefKind::Activity))
        .means("De activiteit uit het plan van de regio.", "The activity of the region's plan.")
        .example("mooie-dag"),
    Field::new("transfer", "overdraagbaar", Kind::Record(&TRANSFER))
        .means("Wat een andere regio nodig heeft.", "What another region needs for it."),
    Field::new("selected-because", "gekozen-omdat", Kind::Text)
        .means("Waarom dit verhaal gekozen is.", "Why this story was chosen.")
        .example("Het laat een tegenvaller zien"),
    Field::new("people", "mensen", Kind::List(&Kind::Record(&PERSON)))
        .means("Wie erin voorkomt.", "Who is in it."),
    Field::new("quotes", "citaten", Kind::List(&Kind::Record(&QUOTE)))
        .means("Wat iemand zei, met toestemming.", "What somebody said, with consent."),
];

impl Story {
    /// Takes a story from a record.
    pub fn from_record(record: &Record) -> Self {
        let contribution = record.record("contribution");
        let transfer = record.record("transfer").map(|own| Transfer {
            needs: own.text("needs").map(|text| text.value),
            costs: own.text("costs").map(|text| text.value),
            blueprint: own.text("blueprint"),
        });
        Self {
            region: record.text("region"),
            form: record.choice("form", StoryForm::parse),
            outcome: record.text("outcome"),
            significance: record.text("significance"),
            contribution: Contribution {
                text: contribution.and_then(|own| own.text("text")),
                share: contribution
                    .and_then(|own| own.choice("share", Share::parse))
                    .unwrap_or(Share::Unknown),
                other_causes: contribution
                    .and_then(|own| own.text("other-causes"))
                    .map(|text| text.value),
            },
            lesson: record.text("lesson"),
            direction: record
                .choice("direction", StoryDirection::parse)
                .unwrap_or(StoryDirection::Positive),
            domain: record.text("domain"),
            perspective: record.text("perspective"),
            activity: record.text("activity"),
            transfer: transfer.unwrap_or_default(),
            selected_because: record.text("selected-because").map(|text| text.value),
            people: record.records("people", |own| PersonShown {
                person: own.text("person"),
                shown_as: own.choice("shown-as", ShownAs::parse).unwrap_or(ShownAs::Anonymous),
                consent: own.text("consent"),
            }),
            quotes: record.records("quotes", Quote::from_record),
            sources: SourceUse::list(record),
        }
    }
}

impl Quote {
    fn from_record(record: &Record) -> Self {
        Self {
            text: record
                .text("text")
                .unwrap_or_else(|| Spanned::new(String::new(), record.span)),
            by: record.text("by"),
            consent: record.text("consent"),
            lang: record.text("lang").map(|text| text.value),
        }
    }
}
