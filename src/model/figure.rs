//! Key figures: one definition, used by id everywhere.

use crate::base::{Period, Slug, Span, Spanned};
use crate::schema::{Field, Kind, Record, RefKind, Table, choices};

choices! {
    /// What a number stands for. A target is never shown as a result.
    FigureKind {
        /// What came of it.
        Result = "result" "resultaat",
        /// What was aimed at.
        Target = "target" "doel",
        /// What was put in.
        Input = "input" "inzet",
        /// What was done.
        Activity = "activity" "activiteit",
    }
    /// How exact a number is.
    Precision {
        /// Counted.
        Exact = "exact" "precies",
        /// Rounded.
        About = "about" "ongeveer",
        /// A lower bound.
        AtLeast = "at-least" "minstens",
        /// Estimated.
        Estimate = "estimate" "schatting",
    }
    /// Whether a reader should be glad of more of it.
    Direction {
        /// More is better.
        More = "more-is-better" "meer-is-beter",
        /// Less is better.
        Less = "less-is-better" "minder-is-beter",
        /// Neither.
        Neutral = "neutral" "neutraal",
    }
}

/// A key figure.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct KeyFigure {
    /// Its id within its document.
    pub id: Spanned<String>,
    /// What was counted.
    pub label: String,
    /// The number, decimal with a point.
    pub value: Spanned<String>,
    /// The unit.
    pub unit: Option<String>,
    /// What it stands for.
    pub kind: FigureKind,
    /// Where that stands.
    pub kind_span: Span,
    /// Source id.
    pub source: Option<Spanned<String>>,
    /// Page of the source.
    pub page: Option<String>,
    /// The period; the document's when none was written.
    pub period: Option<Period>,
    /// How many of how many were looked at.
    pub coverage: Option<Spanned<Coverage>>,
    /// How it was counted.
    pub definition: Option<String>,
    /// How exact it is.
    pub precision: Precision,
    /// Whether more is better.
    pub direction: Direction,
}

/// How many of how many were looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Coverage {
    /// So many.
    pub n: u32,
    /// Of so many.
    pub of: u32,
}

const COVERAGE: Table = Table {
    name: "coverage",
    groups: &[&[
        Field::new("n", "aantal", Kind::Count)
            .required()
            .means("Hoeveel er bekeken zijn.", "How many were looked at.")
            .example("12"),
        Field::new("of", "van", Kind::Count)
            .required()
            .means("Van hoeveel.", "Out of how many.")
            .example("35"),
    ]],
};

/// The fields of a key figure.
pub(super) const KEY_FIGURE: Table = Table {
    name: "figure",
    groups: &[&[
        Field::new("id", "id", Kind::Text)
            .means(
                "Kenmerk; anders gemaakt van het label.",
                "Id; otherwise made from the label.",
            )
            .example("mooie-dag"),
        Field::new("label", "label", Kind::Text)
            .required()
            .means("Wat er geteld is.", "What was counted.")
            .example("mensen aan het werk in de zorg"),
        Field::new("value", "waarde", Kind::Number)
            .required()
            .means("Het getal.", "The number.")
            .example("158"),
        Field::new("unit", "eenheid", Kind::Text)
            .means("De eenheid.", "The unit.")
            .example("mensen"),
        Field::new("kind", "soort", Kind::Choice(&FigureKind::CHOICE))
            .required()
            .means(
                "Wat het getal is; een doel wordt nooit als resultaat getoond.",
                "What the number is; a target is never shown as a result.",
            )
            .example("resultaat"),
        Field::new("source", "bron", Kind::Ref(RefKind::Source))
            .required()
            .means("De bron.", "The source.")
            .example("pow-magazine-5"),
        Field::new("page", "pagina", Kind::Text)
            .means("De bladzijde.", "The page.")
            .example("12"),
        Field::new("period", "periode", Kind::Period)
            .means("De periode; anders die van de pagina.", "The period; otherwise the page's.")
            .example("2020"),
        Field::new("coverage", "dekking", Kind::Record(&COVERAGE))
            .means(
                "Hoeveel van hoeveel er bekeken zijn.",
                "How many of how many were looked at.",
            )
            .example("{n: 12, of: 35}"),
        Field::new("definition", "definitie", Kind::Text)
            .means("Hoe er geteld is.", "How it was counted.")
            .example("Iedereen met een contract op 1 maart"),
        Field::new("precision", "precisie", Kind::Choice(&Precision::CHOICE))
            .means("Hoe precies.", "How exact.")
            .example("ongeveer"),
        Field::new("direction", "richting", Kind::Choice(&Direction::CHOICE))
            .means("Of meer beter is.", "Whether more is better.")
            .example("meer-is-beter"),
    ]],
};

impl KeyFigure {
    /// Takes a key figure from a record.
    pub fn from_record(record: &Record) -> Self {
        let label = record.plain("label");
        let id = record.text("id").unwrap_or_else(|| {
            let slug =
                Slug::from_text(&label).map_or_else(String::new, |slug| slug.to_string());
            let label = record.text("label").map(|label| label.span);
            Spanned::new(slug, label.unwrap_or_else(|| record.key_span("label")))
        });
        Self {
            id,
            label,
            value: record
                .text("value")
                .unwrap_or_else(|| Spanned::new(String::new(), record.span)),
            unit: record.text("unit").map(|text| text.value),
            kind: record.choice("kind", FigureKind::parse).unwrap_or(FigureKind::Result),
            kind_span: record
                .text("kind")
                .map_or_else(|| record.key_span("kind"), |text| text.span),
            source: record.text("source"),
            page: record.text("page").map(|text| text.value),
            period: super::head::period(record),
            coverage: record.record("coverage").and_then(|own| {
                let coverage = Coverage { n: own.count("n")?, of: own.count("of")? };
                Some(Spanned::new(coverage, own.span))
            }),
            definition: record.text("definition").map(|text| text.value),
            precision: record.choice("precision", Precision::parse).unwrap_or(Precision::Exact),
            direction: record
                .choice("direction", Direction::parse)
                .unwrap_or(Direction::Neutral),
        }
    }
}
