//! What ids of lists name: people, activities, waves, words of open lists.

use crate::base::{Lang, Spanned};
use crate::model::drawing::Words;
use crate::model::vocabulary::{ListWord, Person, Wave};
use crate::model::{Activity, DocKind, Front, PersonShown, Quote, Regions, ShownAs};

use super::{Allowed, Catalog, Entry};

impl Catalog {
    /// A person.
    pub fn person(&self, id: &str) -> Option<&Person> {
        self.index.people.get(id).and_then(|at| self.vocabulary.people.get(*at))
    }

    /// The name of an organisation, or the role of a person.
    pub fn owner_name(&self, id: &str, lang: &Lang) -> String {
        self.owner(id, lang).text
    }

    /// The same, with the language of a role that is not translated. A name has none.
    pub fn owner(&self, id: &str, lang: &Lang) -> Words {
        let organisation =
            self.organisation(id).and_then(|own| own.record.text_in("name", lang.as_str()));
        let name = organisation.map(|text| Words::here(text.value));
        name.or_else(|| self.person_shown(id, lang)).unwrap_or_else(|| Words::here(id))
    }

    /// A person as may be shown: with the name when consent allows it, by role otherwise.
    pub fn person_shown(&self, id: &str, lang: &Lang) -> Option<Words> {
        let person = self.person(id)?;
        let role =
            Some(self.words(&person.record, "role", lang)).filter(|own| !own.is_empty())?;
        let consents: Vec<_> = person.consent.iter().cloned().collect();
        let named = person.name.as_ref().filter(|_| !consents.is_empty());
        match named.filter(|_| self.allowed_by(&consents).site) {
            Some(name) => Some(with_name(&name.value, role)),
            None => Some(role),
        }
    }

    /// A wave of measurement.
    pub fn wave(&self, id: &str) -> Option<&Wave> {
        self.index.waves.get(id).and_then(|at| self.vocabulary.waves.get(*at))
    }

    /// A wave's name in a language.
    pub fn wave_label(&self, id: &str, lang: &Lang) -> Words {
        let label = self.wave(id).map(|own| self.words(&own.record, "label", lang));
        label.filter(|own| !own.is_empty()).unwrap_or_else(|| Words::here(id))
    }

    /// How a wave was measured, in a language.
    pub fn wave_method(&self, id: &str, lang: &Lang) -> Option<Words> {
        let method = self.words(&self.wave(id)?.record, "method", lang);
        Some(method).filter(|own| !own.is_empty())
    }

    /// An activity that a document names, with the region whose plan it belongs to, in a language
    /// where it has that. Plans of the document's own regions come first.
    pub fn activity(&self, by: &Entry, id: &str, lang: &Lang) -> Option<(&Entry, &Activity)> {
        let named: &[Spanned<String>] = match &by.document.front {
            Front::Story(own) => own.region.as_slice(),
            Front::Finding(own) => match &own.seen_in {
                Regions::Some(own) => own,
                Regions::All => &[],
            },
            _ => &[],
        };
        let find = |entry| Some((entry, activities(entry).find(|own| own.id.value == id)?));
        let of_own = named.iter().find_map(|name| {
            find(self.document(DocKind::Region, self.region_id(name)?, lang)?)
        });
        of_own.or_else(|| {
            let entry = self.entry(*self.index.activities.get(id)?)?;
            let own = self.document(DocKind::Region, &entry.document.id, lang);
            own.into_iter().chain([entry]).find_map(find)
        })
    }

    /// A word of an open list in a language; the id itself for a word that is not in it.
    pub fn word(&self, words: &[ListWord], id: &str, lang: &Lang) -> String {
        let own = words.iter().find(|word| word.id.value == id);
        let label = own.and_then(|word| word.record.text_in("label", lang.as_str()));
        label.map_or_else(|| id.to_owned(), |text| text.value)
    }

    /// A person of a story as a page may show them. `None`: not at all, for want of consent.
    pub fn shown_as(&self, shown: &PersonShown, lang: &Lang) -> Option<Words> {
        self.shown_where(shown, lang, |allowed| allowed.site)
    }

    /// The same for a channel.
    pub(super) fn shown_where(
        &self,
        shown: &PersonShown,
        lang: &Lang,
        channel: fn(Allowed) -> bool,
    ) -> Option<Words> {
        let person = self.person(shown.person.as_deref()?)?;
        let role =
            Some(self.words(&person.record, "role", lang)).filter(|own| !own.is_empty())?;
        let asked = [&shown.consent, &person.consent];
        let consents: Vec<_> = asked.into_iter().flatten().cloned().collect();
        let allowed = channel(self.allowed_by(&consents));
        if shown.consent.is_some() && !allowed {
            return None;
        }
        let name = person.name.as_ref().filter(|_| allowed && !consents.is_empty());
        Some(match (shown.shown_as, name) {
            (ShownAs::FullName, Some(name)) => with_name(&name.value, role),
            (ShownAs::FirstName, Some(name)) => {
                with_name(name.split_whitespace().next().unwrap_or_default(), role)
            }
            (ShownAs::Anonymous, _) => Words::here(self.strings(lang)?.text("anonymous")),
            _ => role,
        })
    }

    /// Whether a quotation may stand on the site: never without consent.
    pub fn may_quote(&self, quote: &Quote) -> bool {
        let consent = quote.consent.as_slice();
        !consent.is_empty() && self.allowed_by(consent).site
    }
}

/// A name with what somebody does, in the language of that.
fn with_name(name: &str, role: Words) -> Words {
    Words { text: format!("{name}, {}", role.text), lang: role.lang }
}

/// The activities of a region's plan.
pub(super) fn activities(region: &Entry) -> impl Iterator<Item = &Activity> {
    let plan = match &region.document.front {
        Front::Region(own) => own.plan.as_ref(),
        _ => None,
    };
    plan.into_iter().flat_map(|plan| &plan.activities)
}
