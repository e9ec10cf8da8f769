//! What ids of lists name: people, activities, waves, words of open lists.

use crate::base::Lang;
use crate::model::vocabulary::{ListWord, Person, Wave};
use crate::model::{Activity, DocKind, Front, PersonShown, Quote, ShownAs};

use super::{Allowed, Catalog, Entry};

impl Catalog {
    /// A person.
    pub fn person(&self, id: &str) -> Option<&Person> {
        self.index.people.get(id).and_then(|at| self.vocabulary.people.get(*at))
    }

    /// A wave of measurement.
    pub fn wave(&self, id: &str) -> Option<&Wave> {
        self.index.waves.get(id).and_then(|at| self.vocabulary.waves.get(*at))
    }

    /// A wave's name in a language.
    pub fn wave_label(&self, id: &str, lang: &Lang) -> String {
        let label = self.wave(id).and_then(|own| own.record.text_in("label", lang.as_str()));
        label.map_or_else(|| id.to_owned(), |text| text.value)
    }

    /// How a wave was measured, in a language.
    pub fn wave_method(&self, id: &str, lang: &Lang) -> Option<String> {
        self.wave(id)?.record.text_in("method", lang.as_str()).map(|text| text.value)
    }

    /// An activity with the region whose plan it belongs to, in a language where it has that.
    pub fn activity(&self, id: &str, lang: &Lang) -> Option<(&Entry, &Activity)> {
        let entry = self.entry(*self.index.activities.get(id)?)?;
        let own = self.document(DocKind::Region, &entry.document.id, lang);
        let find = |entry| activities(entry).find(|own| own.id.value == id);
        let mut versions = own.into_iter().chain([entry]);
        versions.find_map(|entry| Some((entry, find(entry)?)))
    }

    /// A word of an open list in a language; the id itself for a word that is not in it.
    pub fn word(&self, words: &[ListWord], id: &str, lang: &Lang) -> String {
        let own = words.iter().find(|word| word.id.value == id);
        let label = own.and_then(|word| word.record.text_in("label", lang.as_str()));
        label.map_or_else(|| id.to_owned(), |text| text.value)
    }

    /// A person of a story as a page may show them. `None`: not at all, for want of consent.
    pub fn shown_as(&self, shown: &PersonShown, lang: &Lang) -> Option<String> {
        self.shown_where(shown, lang, |allowed| allowed.site)
    }

    /// The same for a channel.
    pub(super) fn shown_where(
        &self,
        shown: &PersonShown,
        lang: &Lang,
        channel: fn(Allowed) -> bool,
    ) -> Option<String> {
        let person = self.person(shown.person.as_deref()?)?;
        let role = person.record.text_in("role", lang.as_str()).map(|text| text.value)?;
        let asked = [&shown.consent, &person.consent];
        let consents: Vec<_> = asked.into_iter().flatten().cloned().collect();
        let allowed = channel(self.allowed_by(&consents));
        if shown.consent.is_some() && !allowed {
            return None;
        }
        let name = person.name.as_ref().filter(|_| allowed && !consents.is_empty());
        Some(match (shown.shown_as, name) {
            (ShownAs::FullName, Some(name)) => format!("{}, {role}", name.value),
            (ShownAs::FirstName, Some(name)) => {
                let first = name.split_whitespace().next().unwrap_or_default();
                format!("{first}, {role}")
            }
            (ShownAs::Anonymous, _) => self.strings(lang)?.text("anonymous").to_owned(),
            _ => role,
        })
    }

    /// Whether a quotation may stand on the site: never without consent.
    pub fn may_quote(&self, quote: &Quote) -> bool {
        let consent = quote.consent.as_slice();
        !consent.is_empty() && self.allowed_by(consent).site
    }
}

fn activities(region: &Entry) -> impl Iterator<Item = &Activity> {
    let plan = match &region.document.front {
        Front::Region(own) => own.plan.as_ref(),
        _ => None,
    };
    plan.into_iter().flat_map(|plan| &plan.activities)
}
