//! Blueprints: guides, scripts and models that other regions can use again.

use crate::base::Spanned;
use crate::schema::{Field, Kind, Record, RefKind, Table, choices};

use super::head;

choices! {
    /// What a blueprint is.
    BlueprintKind {
        /// A plan to copy.
        Blueprint = "blueprint" "blauwdruk",
        /// Advice.
        Guide = "guide" "handreiking",
        /// Step by step.
        Script = "script" "draaiboek",
        /// A way to account for what was done.
        Accountability = "accountability-model" "verantwoordingsmodel",
    }
}

/// A blueprint.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Blueprint {
    /// What it is.
    pub kind: Option<BlueprintKind>,
    /// The steps.
    pub steps: Vec<String>,
    /// Who does what.
    pub roles: Vec<String>,
    /// What it costs.
    pub costs: Option<String>,
    /// What has to be there.
    pub conditions: Option<String>,
    /// Region ids.
    pub used_in: Vec<Spanned<String>>,
}

/// The fields of a blueprint.
pub(super) const BLUEPRINT: Table = Table {
    name: "blueprint",
    groups: &[head::UNDATED, OWN, head::MAYBE_TOPICS, head::COMMON],
};

const OWN: &[Field] = &[
    Field::new("kind", "soort", Kind::Choice(&BlueprintKind::CHOICE))
        .means("Wat het is.", "What it is.")
        .example("draaiboek"),
    Field::new("steps", "stappen", Kind::List(&Kind::Text)).means("De stappen.", "The steps."),
    Field::new("roles", "rollen", Kind::List(&Kind::Text))
        .means("Wie wat doet.", "Who does what."),
    Field::new("costs", "kosten", Kind::Text)
        .means("Wat het kost.", "What it costs.")
        .example("Twee dagen van een projectleider"),
    Field::new("conditions", "voorwaarden", Kind::Text)
        .means("Wat er moet zijn.", "What has to be there.")
        .example("Een werkgever die meedoet"),
    Field::new("used-in", "gebruikt-in", Kind::List(&Kind::Ref(RefKind::Region)))
        .means("Welke regio's het gebruiken.", "Which regions use it.")
        .example("[twente]"),
];

impl Blueprint {
    /// Takes a blueprint from a record.
    pub fn from_record(record: &Record) -> Self {
        let lines = |key| record.texts(key).into_iter().map(|text| text.value).collect();
        Self {
            kind: record.choice("kind", BlueprintKind::parse),
            steps: lines("steps"),
            roles: lines("roles"),
            costs: record.text("costs").map(|text| text.value),
            conditions: record.text("conditions").map(|text| text.value),
            used_in: record.texts("used-in"),
        }
    }
}
