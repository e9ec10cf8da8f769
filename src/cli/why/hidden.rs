//! Why a document is not on the site, and what would change that.

use std::fmt::Write as _;

use super::Asked;
use crate::base::Date;
use crate::catalog::Entry;
use crate::diag::{Language, Place};

impl Asked<'_> {
    /// Whether a document is on the site, and each reason why not. Every reason is told, so
    /// that taking one away brings no surprise.
    pub(super) fn hidden(&self, entry: &Entry) -> String {
        let path = &entry.document.path;
        let reasons = self.reasons(entry);
        let mut said = match (entry.is_shown(), self.language) {
            (true, Language::Nl) => format!("{path} staat op de site: /{}\n", entry.url),
            (true, Language::En) => format!("{path} is on the site: /{}\n", entry.url),
            (false, Language::Nl) => format!("{path} staat niet op de site.\n"),
            (false, Language::En) => format!("{path} is not on the site.\n"),
        };
        for reason in reasons {
            let _ = writeln!(said, "- {reason}");
        }
        said
    }

    fn reasons(&self, entry: &Entry) -> Vec<String> {
        let head = &entry.document.head;
        let today = self.made.catalog.today;
        let dutch = self.language == Language::Nl;
        let mut reasons = Vec::new();
        if let Some(own) = &head.withdrawn {
            reasons.push(withdrawn(own.date, today, dutch));
        }
        if let Some(last) = head.expires {
            reasons.push(match (last < today, dutch) {
                (true, true) => format!(
                    "`verloopt` (`expires`): het stond er tot en met {last}. Haal de regel weg of kies een latere dag."
                ),
                (true, false) => format!(
                    "`expires`: it was there through {last}. Take the line away or choose a later day."
                ),
                (false, true) => {
                    format!("`verloopt` (`expires`): het staat er tot en met {last}.")
                }
                (false, false) => format!("`expires`: it is there through {last}."),
            });
        }
        if head.draft {
            reasons.push(if dutch {
                "`concept` (`draft`): het is een concept. Haal de regel weg als het klaar is."
                    .to_owned()
            } else {
                "`draft`: it is a draft. Take the line away when it is ready.".to_owned()
            });
        }
        let date = head.date.as_ref().map(|date| date.value);
        let days = [("date", "datum", date), ("embargo", "embargo", head.embargo)];
        for (key, alias, day) in days {
            let Some(day) = day.filter(|day| *day > today) else { continue };
            let also = if key == alias { String::new() } else { format!(" (`{key}`)") };
            reasons.push(if dutch {
                format!("`{alias}`{also}: het verschijnt op {day}. Bouw de site die dag, of kies een eerdere dag.")
            } else {
                format!("`{key}`: it appears on {day}. Build the site that day, or choose an earlier day.")
            });
        }
        if entry.document.lang != self.made.catalog.config.lang && !reasons.is_empty() {
            reasons.push(
                self.word(
                    "Wat hier niet in het bestand staat, geldt voor alle talen en staat in dat van een andere taal.",
                    "What does not stand in this file holds for all languages and stands in that of another one.",
                )
                .to_owned(),
            );
        }
        if self.preview && !reasons.is_empty() {
            reasons.push(
                self.word(
                    "`--preview`: concepten en geplande documenten staan er nu wel op.",
                    "`--preview`: drafts and scheduled documents are shown now.",
                )
                .to_owned(),
            );
        }
        reasons
    }

    /// That errors keep every page from being made.
    pub(super) fn no_pages(&self) -> String {
        let errors = self.made.diags.iter().filter(|diag| diag.is_error()).count();
        match self.language {
            Language::Nl => format!(
                "Er worden geen pagina's gemaakt zolang er fouten zijn: nu {errors}. `lerend check` noemt ze.\n"
            ),
            Language::En => format!(
                "No pages are made while there are errors: {errors} now. `lerend check` names them.\n"
            ),
        }
    }

    /// That errors keep the page of a document from being made.
    pub(super) fn refused(&self, entry: &Entry) -> String {
        let made = self.made;
        let here = |place: &Place| match place {
            Place::Span(span) => span.file == entry.document.file,
            _ => false,
        };
        let errors = made.diags.iter().filter(|diag| diag.is_error());
        let (own, other): (Vec<_>, Vec<_>) = errors.partition(|diag| here(&diag.place));
        let path = &entry.document.path;
        let (own, other) = (own.len(), other.len());
        match self.language {
            Language::Nl => format!(
                "{path} komt niet op de site zolang er fouten zijn: {own} in dit bestand, {other} elders. `lerend check` noemt ze.\n"
            ),
            Language::En => format!(
                "{path} does not go onto the site while there are errors: {own} in this file, {other} elsewhere. `lerend check` names them.\n"
            ),
        }
    }
}

fn withdrawn(date: Option<Date>, today: Date, dutch: bool) -> String {
    match (date.filter(|date| *date > today), dutch) {
        (Some(day), true) => {
            format!("`ingetrokken` (`withdrawn`): het wordt ingetrokken op {day}.")
        }
        (Some(day), false) => format!("`withdrawn`: it will be withdrawn on {day}."),
        (None, true) => "`ingetrokken` (`withdrawn`): er staat een bericht voor in de plaats. Haal het veld weg om het terug te zetten.".to_owned(),
        (None, false) => "`withdrawn`: a notice stands in its place. Take the field away to put it back.".to_owned(),
    }
}
