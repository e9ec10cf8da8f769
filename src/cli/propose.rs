//! `new newsletter --since`: the items of a new edition, with the reasons as comments.

use std::fmt::Write as _;

use crate::base::{Date, Lang};
use crate::catalog::{Catalog, Proposal, Proposed};
use crate::diag::Language;
use crate::i18n::dates;

use super::args::Since;

/// The list of items of an edition in a language, as YAML with fields in the other.
pub(super) fn blocks(
    since: Since,
    (lang, language): (&Lang, Language),
    catalog: &Catalog,
) -> String {
    let since = match since {
        Since::Previous => None,
        Since::Day(day) => Some(day),
    };
    let proposal = catalog.proposal(lang, since);
    let writer = Writer { catalog, lang, language };
    let mut out = writer.head(&proposal);
    for (at, own) in proposal.chosen.iter().enumerate() {
        out.push_str(&writer.item(own, at == 0));
    }
    if proposal.chosen.is_empty() {
        out.push_str(writer.say("  # Er is niets nieuws.\n", "  # There is nothing new.\n"));
    }
    if !proposal.others.is_empty() {
        out.push_str(writer.say("  # Ook nieuw:\n", "  # New too:\n"));
    }
    for entry in &proposal.others {
        let key = writer.say("stuk", "item");
        let title = on_one_line(&entry.document.head.title.value);
        let _ = writeln!(out, "  # - {key}: \"{}\"  # {title}", entry.reference());
    }
    out
}

struct Writer<'a> {
    catalog: &'a Catalog,
    lang: &'a Lang,
    language: Language,
}

impl Writer<'_> {
    fn say<'t>(&self, dutch: &'t str, english: &'t str) -> &'t str {
        match self.language {
            Language::Nl => dutch,
            Language::En => english,
        }
    }

    /// Since when things are new, and which editions do not count.
    fn head(&self, proposal: &Proposal<'_>) -> String {
        let mut out = format!("{}:\n", self.say("blokken", "blocks"));
        if let Some(day) = proposal.since {
            let word = self.say("Nieuw sinds", "New since");
            let _ = writeln!(out, "  # {word} {}:", dates::day(day, self.lang));
        }
        for edition in &proposal.passed_over {
            let id = &edition.document.id;
            let _ = match self.language {
                Language::Nl => writeln!(
                    out,
                    "  # Editie {id} telt niet mee: het is een concept dat niet verzonden is."
                ),
                Language::En => writeln!(
                    out,
                    "  # Edition {id} does not count: it is a draft that was not sent."
                ),
            };
        }
        out
    }

    fn item(&self, own: &Proposed<'_>, first: bool) -> String {
        let entry = own.entry;
        let (item, style) = (self.say("stuk", "item"), self.say("stijl", "style"));
        let look = if first { self.say("groot", "large") } else { self.say("klein", "small") };
        format!(
            "  # {}: {}\n  - {item}: \"{}\"\n    {style}: {look}\n",
            on_one_line(&entry.document.head.title.value),
            on_one_line(&self.reasons(own)),
            entry.reference(),
        )
    }

    /// "van 12 maart 2021; eerste stuk over Zeeland; onderwerp Borging"
    fn reasons(&self, own: &Proposed<'_>) -> String {
        let mut reasons = Vec::new();
        let day = |day: Date| dates::day(day, self.lang);
        let head = &own.entry.document.head;
        let date = head.date.as_ref().map(|date| date.value);
        if let Some(corrected) = own.corrected {
            let word = self.say("gecorrigeerd op", "corrected on");
            reasons.push(format!("{word} {}", day(corrected)));
        } else {
            reasons.extend(date.map(|date| format!("{} {}", self.say("van", "of"), day(date))));
            if let Some(from) = head.visible_from().filter(|from| Some(*from) != date) {
                let word = self.say("te zien sinds", "on the site since");
                reasons.push(format!("{word} {}", day(from)));
            }
        }
        if let Some(draft) = own.planned_in {
            let word = self.say("staat ook in het concept", "stands in the draft");
            reasons.push(format!("{word} {}", draft.document.id));
        }
        if let [one] = own.regions.as_slice() {
            let region = self.catalog.region(one, self.lang);
            let title = region.map_or(*one, |region| region.document.head.title.as_str());
            let word = self.say("eerste stuk over", "first item about");
            reasons.push(format!("{word} {title}"));
        } else if !own.regions.is_empty() {
            let word = self.say("regio's die nog niet voorkwamen", "regions not heard of yet");
            reasons.push(format!("{} {word}", own.regions.len()));
        }
        if let Some(topic) = own.topics.first() {
            let word = self.say("nieuw onderwerp", "new topic");
            reasons.push(format!("{word}: {}", self.catalog.topic_label(topic, self.lang)));
        }
        reasons.join("; ")
    }
}

/// Words as they may stand in a comment, which ends where the line does.
fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
