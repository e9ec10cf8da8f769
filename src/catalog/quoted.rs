//! Who is quoted in newsletters, and by whose consent.

use crate::base::{Lang, RefKind, Spanned};
use crate::model::{Front, PersonShown, ShownAs, Story};
use crate::schema::Reference;

use super::{Allowed, Catalog, Entry};

/// A quotation that the newsletter may show.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Said {
    /// The words.
    pub text: String,
    /// Who said them, as may be shown; `None` for somebody who stays unnamed.
    pub by: Option<String>,
    /// The language, where it is another than the document's.
    pub lang: Option<String>,
    /// The consents that it needs.
    pub needs: Vec<String>,
}

impl Catalog {
    /// The first quotation of a story that newsletters may show.
    pub fn newsletter_quote(&self, entry: &Entry) -> Option<Said> {
        let Front::Story(story) = &entry.document.front else { return None };
        let quote = story.quotes.iter().find(|quote| {
            quote.consent.as_ref().is_some_and(|id| self.newsletter_allowed(id))
        })?;
        let by = quote.by.as_ref().map(|id| self.in_story(story, id));
        let mut needs: Vec<String> =
            quote.consent.iter().map(|own| own.value.clone()).collect();
        needs.extend(by.iter().flat_map(|shown| self.needs_of_name(shown)));
        Some(Said {
            text: quote.text.value.clone(),
            by: by.and_then(|shown| {
                let lang = &entry.document.lang;
                Some(self.shown_where(&shown, lang, in_newsletter)?.text)
            }),
            lang: quote.lang.clone(),
            needs,
        })
    }

    /// A person as a story lists them, or as they are shown where it does not.
    fn in_story(&self, story: &Story, id: &str) -> PersonShown {
        let is_it = |own: &&PersonShown| own.person.as_ref().is_some_and(|own| own.value == id);
        let listed = story.people.iter().find(is_it).cloned();
        listed.unwrap_or_else(|| self.fully(id))
    }

    fn fully(&self, id: &str) -> PersonShown {
        let id = Spanned::new(id.to_owned(), self.config.span);
        PersonShown { person: Some(id), shown_as: ShownAs::FullName, consent: None }
    }

    /// A person as the newsletter may show them: with the name when consent allows it, by role
    /// otherwise.
    pub(super) fn newsletter_person(&self, id: &str, lang: &Lang) -> Option<String> {
        Some(self.shown_where(&self.fully(id), lang, in_newsletter)?.text)
    }

    /// The consents without which a newsletter could not show a person as it does.
    fn needs_of_name(&self, shown: &PersonShown) -> Vec<String> {
        let person = shown.person.as_ref().and_then(|id| self.person(id));
        let is_named = matches!(shown.shown_as, ShownAs::FullName | ShownAs::FirstName)
            && person.is_some_and(|own| own.name.is_some());
        let of_name = person.and_then(|own| own.consent.as_ref()).filter(|_| is_named);
        let asked: Vec<Spanned<String>> =
            shown.consent.iter().chain(of_name).cloned().collect();
        // Without consent no name is shown, and what is not shown needs none.
        if in_newsletter(self.allowed_by(&asked)) {
            asked.into_iter().map(|own| own.value).collect()
        } else {
            Vec::new()
        }
    }

    /// The consents without which the text of an edition could not stand as it does: of what is quoted
    /// in it, of the names of those who are quoted, and of pictures, whose words may say who is on them.
    pub fn needs_of_text(&self, edition: &Entry) -> Vec<String> {
        let mut needs: Vec<String> = Vec::new();
        for own in &edition.text.references {
            match own.kind {
                RefKind::Consent if self.newsletter_allowed(&own.id) => {
                    needs.push(own.id.value.clone());
                }
                RefKind::Person => needs.extend(self.needs_of_name(&self.fully(&own.id))),
                _ => {}
            }
        }
        let media = self.media_of_text(edition).into_iter();
        let items = media.filter_map(|id| Some(&self.media_entry(id)?.item));
        needs.extend(items.flat_map(|own| &own.consents).map(|own| own.value.clone()));
        needs.sort_unstable();
        needs.dedup();
        needs
    }

    /// The media items that an edition shows beside its items, by id.
    pub fn media_of_text(&self, edition: &Entry) -> Vec<&str> {
        let used = self.uses.media.iter().filter(|(_, at)| at.contains(&edition.at));
        used.map(|(id, _)| id.as_str()).filter(|id| self.may_be_mailed(id)).collect()
    }

    /// Whether whoever is on a media item consents to newsletters; of one that is not there it is not
    /// known that they do not.
    pub fn may_be_mailed(&self, id: &str) -> bool {
        self.media_entry(id).is_none_or(|own| in_newsletter(own.allowed))
    }

    /// Whether the text of an edition may be read as it is written: whoever is quoted, named or shown in
    /// it consents to newsletters. Words for a picture may say who is on it.
    pub fn may_be_read(&self, edition: &Entry) -> bool {
        let consents = |own: &Reference| match own.kind {
            RefKind::Consent => self.newsletter_allowed(&own.id),
            RefKind::Person => {
                let asked = self.person(&own.id).and_then(|person| person.consent.as_ref());
                asked.is_none_or(|id| self.newsletter_allowed(id))
            }
            _ => true,
        };
        let mut shown = self.uses.media.iter().filter(|(_, at)| at.contains(&edition.at));
        edition.text.references.iter().all(consents)
            && shown.all(|(id, _)| self.may_be_mailed(id))
    }

    /// Whether a consent covers the newsletter.
    pub(super) fn newsletter_allowed(&self, consent: &Spanned<String>) -> bool {
        in_newsletter(self.allowed_by(std::slice::from_ref(consent)))
    }
}

/// The newsletter is a page of the site too.
pub(super) fn in_newsletter(allowed: Allowed) -> bool {
    allowed.site && allowed.newsletter
}
