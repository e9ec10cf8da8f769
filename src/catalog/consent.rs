//! Consent: per channel, and what to say about it.

use crate::base::{Date, Spanned};
use crate::diag::Diag;
use crate::diag::problem::Rights;
use crate::model::vocabulary::{Channel, Consent};

use super::Catalog;

/// For which channels something may be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Allowed {
    /// On the site.
    pub site: bool,
    /// In the newsletter.
    pub newsletter: bool,
    /// On social media, as the picture that goes with a link.
    pub social: bool,
}

impl Allowed {
    /// Everywhere: nobody's consent is needed.
    pub const EVERYWHERE: Self = Self { site: true, newsletter: true, social: true };
    /// Nowhere.
    pub const NOWHERE: Self = Self { site: false, newsletter: false, social: false };

    /// Only where both allow it.
    pub(super) fn and(self, other: Self) -> Self {
        Self {
            site: self.site && other.site,
            newsletter: self.newsletter && other.newsletter,
            social: self.social && other.social,
        }
    }
}

/// What a consent allows on a day.
pub(super) fn allows(consent: &Consent, today: Date) -> Allowed {
    let on = |channel| allows_channel(consent, channel, today);
    Allowed {
        site: on(Channel::Site),
        newsletter: on(Channel::Newsletter),
        social: on(Channel::Social),
    }
}

/// Whether a consent covers a channel on a day.
pub(super) fn allows_channel(consent: &Consent, channel: Channel, today: Date) -> bool {
    let is_given = consent.holds_from(today).is_none();
    let ended = consent.until.as_ref().is_some_and(|until| until.value < today);
    let withdrawn = consent.withdrawn.as_ref().is_some_and(|date| date.value <= today);
    is_given && !ended && !withdrawn && consent.scope.contains(&channel)
}

impl Catalog {
    /// The consent with a reference number.
    pub fn consent(&self, id: &str) -> Option<&Consent> {
        self.index.consents.get(id).and_then(|at| self.vocabulary.consents.get(*at))
    }

    /// What the consents with these numbers allow together; a number that is not known allows
    /// nothing (and was reported).
    pub fn allowed_by(&self, references: &[Spanned<String>]) -> Allowed {
        references.iter().fold(Allowed::EVERYWHERE, |so_far, reference| {
            let own = self.consent(reference).map(|consent| allows(consent, self.today));
            so_far.and(own.unwrap_or(Allowed::NOWHERE))
        })
    }

    /// Whether all consents with these numbers cover social media.
    pub fn agree_to_social(&self, references: &[String]) -> bool {
        references
            .iter()
            .all(|own| self.consent(own).is_some_and(|own| allows(own, self.today).social))
    }
}

/// What there is to say of a consent where it is used.
pub(super) fn remarks(
    consent: &Consent,
    used_at: crate::base::Span,
    today: Date,
    warn_days: i32,
) -> Vec<Diag> {
    let reference = || consent.id.value.clone();
    let mut diags = Vec::new();
    if let Some(date) = consent.withdrawn.as_ref().filter(|date| date.value <= today) {
        diags.push(
            Diag::at(used_at, Rights::Withdrawn { reference: reference() }).related(date.span),
        );
        return diags;
    }
    if let Some(given) = consent.holds_from(today) {
        let problem = Rights::NotYet { reference: reference(), from: given.value };
        diags.push(Diag::at(used_at, problem).related(given.span));
        return diags;
    }
    if let Some(Spanned { value: until, span }) = consent.until {
        if until < today {
            diags.push(
                Diag::at(used_at, Rights::Expired { reference: reference(), until })
                    .related(span),
            );
            return diags;
        }
        if until <= today.plus_days(warn_days) {
            diags.push(
                Diag::at(used_at, Rights::EndsSoon { reference: reference(), until })
                    .related(span),
            );
        }
    }
    let channels = [
        (Channel::Site, ("de site", "site")),
        (Channel::Newsletter, ("de nieuwsbrief", "newsletter")),
    ];
    for (channel, words) in channels {
        if !consent.scope.contains(&channel) {
            let (reference, of_site) = (reference(), channel == Channel::Site);
            let and_newsletter = of_site && consent.scope.contains(&Channel::Newsletter);
            let problem = Rights::NotForChannel { reference, channel: words, and_newsletter };
            diags.push(Diag::at(used_at, problem).related(consent.id.span));
        }
    }
    diags
}
