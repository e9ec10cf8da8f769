//! A consent that counts as withdrawn, to see what would go with it.

use crate::base::{Date, Spanned};
use crate::model::vocabulary::Consent;

use super::read::Content;

impl Content {
    /// Withdraws the consent with a reference, or all consent to a media item with it as its
    /// id, as of a day.
    pub(super) fn withdraw(&mut self, reference: &str, day: Date) {
        let end = |consent: &mut Consent| {
            consent.withdrawn = Some(Spanned::new(day, consent.span));
        };
        let listed = self.vocabulary.consents.iter_mut();
        listed.filter(|own| own.id.value == reference).for_each(end);
        for item in &mut self.media {
            let is_it = item.id == reference;
            let own = item.own_consents.iter_mut();
            own.filter(|own| is_it || own.id.value == reference).for_each(end);
            if is_it {
                item.own_consents.push(Consent {
                    id: Spanned::new(reference.to_owned(), item.record.span),
                    given: None,
                    until: None,
                    withdrawn: Some(Spanned::new(day, item.record.span)),
                    scope: Vec::new(),
                    minor: false,
                    parent: false,
                    span: item.record.span,
                });
            }
        }
    }
}
