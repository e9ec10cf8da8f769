//! `new newsletter --since`: the items of a new edition, with the reasons as comments.

use std::fmt::Write as _;

use crate::base::{Date, Lang};
use crate::catalog::{Catalog, Entry, Proposed};
use crate::diag::{Fatal, Language};
use crate::i18n::dates;
use crate::pipeline::{self, Options, Purpose};
use crate::vfs::Disk;

use super::args::Since;
use super::run::Call;

/// The list of items as YAML, in the language of the site's fields.
pub(super) fn blocks(
    since: Since,
    (date, language): (Option<Date>, Language),
    call: &Call<'_, '_>,
) -> Result<String, Fatal> {
    let files = Disk::open(&call.root)?;
    let options = Options::new(&call.root, Purpose::Check);
    let room = pipeline::newsroom(&files, (&options, &call.env(date)?), None)?;
    let since = match since {
        Since::Previous => None,
        Since::Day(day) => Some(day),
    };
    let lang = room.catalog.config.lang.clone();
    let proposal = room.catalog.proposal(&lang, since);
    let writer = Writer { catalog: &room.catalog, lang: &lang, language };
    let mut out = writer.head(proposal.since);
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
        let title = &entry.document.head.title.value;
        let _ = writeln!(out, "  # - {key}: \"{}\"  # {title}", name(entry));
    }
    Ok(out)
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

    fn head(&self, since: Option<Date>) -> String {
        let key = self.say("blokken", "blocks");
        match since {
            Some(day) => {
                let word = self.say("Nieuw sinds", "New since");
                format!("{key}:\n  # {word} {}:\n", dates::day(day, self.lang))
            }
            None => format!("{key}:\n"),
        }
    }

    fn item(&self, own: &Proposed<'_>, first: bool) -> String {
        let entry = own.entry;
        let (item, style) = (self.say("stuk", "item"), self.say("stijl", "style"));
        let look = if first { self.say("groot", "large") } else { self.say("klein", "small") };
        format!(
            "  # {}: {}\n  - {item}: \"{}\"\n    {style}: {look}\n",
            entry.document.head.title.value,
            self.reasons(own),
            name(entry),
        )
    }

    /// "van 12 maart 2021; eerste stuk over Zeeland; onderwerp Borging"
    fn reasons(&self, own: &Proposed<'_>) -> String {
        let mut reasons = Vec::new();
        let date = own.entry.document.head.date.as_ref().map(|date| date.value);
        match (own.corrected, date) {
            (Some(day), _) => {
                let word = self.say("gecorrigeerd op", "corrected on");
                reasons.push(format!("{word} {}", dates::day(day, self.lang)));
            }
            (None, Some(day)) => {
                reasons.push(format!(
                    "{} {}",
                    self.say("van", "of"),
                    dates::day(day, self.lang)
                ));
            }
            (None, None) => {}
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

/// `factsheet:vertraging`
fn name(entry: &Entry) -> String {
    format!("{}:{}", entry.kind().as_str(), entry.document.id)
}
