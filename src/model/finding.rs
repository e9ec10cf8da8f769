//! Findings: what works, under which conditions, and what does not.

use crate::base::{Date, Period, Span, Spanned};
use crate::schema::{Field, Kind, Record, RefKind, Rule, Table, choices};

use super::head::{self, Judgement, Regions, SourceUse};

/// A text with its place.
type Text = Spanned<String>;

choices! {
    /// What was found.
    Verdict {
        /// It works.
        Works = "works" "werkt",
        /// It works under conditions.
        WorksIf = "works-if" "werkt-onder-voorwaarden",
        /// It does not work.
        DoesNotWork = "does-not-work" "werkt-niet",
        /// Not known yet.
        Unknown = "unknown" "nog-onbekend",
        /// It did something nobody aimed at.
        SideEffect = "side-effect" "neveneffect",
    }
    /// What a piece of evidence says of a finding.
    Supports {
        /// It bears it out.
        Supports = "supports" "ondersteunt",
        /// It adds a shade.
        Nuances = "nuances" "nuanceert",
        /// It speaks against it.
        Contradicts = "contradicts" "weerspreekt",
    }
    /// What to do with it.
    Advice {
        /// Go on.
        Continue = "continue" "voortzetten",
        /// Change something.
        Adjust = "adjust" "bijsturen",
        /// Stop.
        Stop = "stop" "stoppen",
        /// Try it out first.
        Try = "try" "uitproberen",
    }
    /// How far a follow-up is.
    FollowUpState {
        /// Not begun.
        Open = "open" "open",
        /// Begun.
        TakenUp = "taken-up" "opgepakt",
        /// Done.
        Done = "done" "gedaan",
        /// Not to be done.
        Rejected = "rejected" "afgewezen",
    }
}

/// A finding.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Finding {
    /// What was found, in at most 200 characters.
    pub statement: String,
    /// The verdict.
    pub verdict: Verdict,
    /// Where that stands.
    pub verdict_span: Option<Span>,
    /// Under which conditions.
    pub conditions: Option<String>,
    /// Activity ids.
    pub about: Vec<Text>,
    /// What was expected.
    pub expected: Option<String>,
    /// What happened.
    pub seen: Option<String>,
    /// Why.
    pub why: Option<String>,
    /// What to change.
    pub improve: Option<String>,
    /// What bears it out or speaks against it.
    pub evidence: Vec<EvidenceItem>,
    /// What to do with it.
    pub advice: Option<Advice>,
    /// Who does what with it.
    pub follow_up: Option<FollowUp>,
    /// Where it was observed.
    pub seen_in: Regions,
    /// Where that stands.
    pub seen_in_span: Option<Span>,
    /// What it rests on.
    pub sources: Vec<SourceUse>,
    /// How sure it is.
    pub judgement: Judgement,
    /// Which time it is about.
    pub period: Option<Period>,
}

/// A piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct EvidenceItem {
    /// Source or document id.
    pub item: Text,
    /// What it says.
    pub supports: Supports,
}

/// Who does what with a finding.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct FollowUp {
    /// Who.
    pub who: Option<String>,
    /// What.
    pub what: Option<String>,
    /// When.
    pub date: Option<Date>,
    /// How far it is.
    pub state: FollowUpState,
}

const EVIDENCE: Table = Table {
    name: "evidence",
    groups: &[&[
        Field::new("item", "stuk", Kind::Ref(RefKind::Evidence))
            .required()
            .means(
                "Een bron, verhaal, factsheet of bevinding.",
                "A source, story, factsheet or finding.",
            )
            .example("story:rivierenland"),
        Field::new("supports", "zegt", Kind::Choice(&Supports::CHOICE))
            .required()
            .means("Wat het zegt.", "What it says.")
            .example("weerspreekt"),
    ]],
};

const FOLLOW_UP: Table = Table {
    name: "follow-up",
    groups: &[&[
        Field::new("who", "wie", Kind::Text)
            .means("Wie.", "Who.")
            .example("Het ondersteuningsteam"),
        Field::new("what", "wat", Kind::Text)
            .means("Wat.", "What.")
            .example("Maakt een handreiking"),
        Field::new("date", "datum", Kind::Date)
            .means("Wanneer.", "When.")
            .example("2021-06-01"),
        Field::new("state", "stand", Kind::Choice(&FollowUpState::CHOICE))
            .means("Hoe ver.", "How far.")
            .example("opgepakt"),
    ]],
};

/// The fields of a finding.
pub(super) const FINDING: Table = Table {
    name: "finding",
    groups: &[
        head::DATED,
        OWN,
        head::SEEN_IN,
        head::WITH_TOPICS,
        head::SOURCES_NEEDED,
        head::STRENGTH,
        head::JUDGEMENT,
        &[head::PERIOD],
        head::COMMON,
    ],
};

const OWN: &[Field] = &[
    Field::new("statement", "uitspraak", Kind::Text)
        .required()
        .rule(Rule::MaxChars(200))
        .means(
            "Wat er gevonden is, in hoogstens 200 tekens.",
            "What was found, in at most 200 characters.",
        )
        .example("\"Wie eerst vertrouwen opbouwt, werkt daarna sneller samen\""),
    Field::new("verdict", "oordeel", Kind::Choice(&Verdict::CHOICE))
        .required()
        .means("Het oordeel.", "The verdict.")
        .example("werkt-onder-voorwaarden"),
    head::need_when(Field::new("conditions", "voorwaarden", Kind::Text), "verdict", "works-if")
        .means("Onder welke voorwaarden.", "Under which conditions.")
        .example("Als er daarna nog tijd is om uit te voeren"),
    Field::new("about", "over", Kind::List(&Kind::Ref(RefKind::Activity)))
        .means("Over welke activiteiten.", "About which activities.")
        .example("[mooie-dag]"),
    Field::new("expected", "verwacht", Kind::Text)
        .means("Wat ervan verwacht werd.", "What was expected of it.")
        .example("De plannen zouden in 2020 uitgevoerd zijn"),
    Field::new("seen", "gezien", Kind::Text)
        .means("Wat er gebeurde.", "What happened.")
        .example("De uitvoering liep vertraging op"),
    Field::new("why", "waarom", Kind::Text)
        .means("Waarom.", "Why.")
        .example("Mensen gingen naar de crisisdienstverlening"),
    Field::new("improve", "verbetering", Kind::Text)
        .means("Wat er anders kan.", "What to change.")
        .example("Begin met één project"),
    Field::new("evidence", "bewijs", Kind::List(&Kind::Record(&EVIDENCE)))
        .means("Wat ervoor en wat ertegen spreekt.", "What speaks for it and what against."),
    Field::new("advice", "advies", Kind::Choice(&Advice::CHOICE))
        .means("Wat je ermee kunt doen.", "What to do with it.")
        .example("bijsturen"),
    Field::new("follow-up", "opvolging", Kind::Record(&FOLLOW_UP))
        .means("Wie er wat mee doet.", "Who does what with it."),
];

impl Finding {
    /// Takes a finding from a record.
    pub fn from_record(record: &Record) -> Self {
        let plain = |key: &str| record.text(key).map(|text| text.value);
        let verdict = record.choice("verdict", Verdict::parse);
        Self {
            statement: record.plain("statement"),
            verdict: verdict.unwrap_or(Verdict::Unknown),
            verdict_span: verdict.and(record.value_span("verdict")),
            conditions: plain("conditions"),
            about: record.texts("about"),
            expected: plain("expected"),
            seen: plain("seen"),
            why: plain("why"),
            improve: plain("improve"),
            evidence: record
                .records("evidence", |own| {
                    let supports = own.choice("supports", Supports::parse)?;
                    Some(EvidenceItem { item: own.text("item")?, supports })
                })
                .into_iter()
                .flatten()
                .collect(),
            advice: record.choice("advice", Advice::parse),
            follow_up: record.record("follow-up").map(|own| FollowUp {
                who: own.text("who").map(|text| text.value),
                what: own.text("what").map(|text| text.value),
                date: own.date("date").map(|date| date.value),
                state: own.choice("state", FollowUpState::parse).unwrap_or(FollowUpState::Open),
            }),
            seen_in: Regions::from_record(record, "seen-in"),
            seen_in_span: record.value_span("seen-in"),
            sources: SourceUse::list(record),
            judgement: Judgement::from_record(record),
            period: head::period(record),
        }
    }
}
