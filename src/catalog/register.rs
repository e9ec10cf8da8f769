//! What the register of media says: rights, consent, channels, where it is used.

use crate::base::{Date, Spanned};
use crate::model::MediaItem;
use crate::model::vocabulary::{Channel, Consent};

use super::consent::allows_channel;
use super::{Catalog, MediaEntry};

/// A consent as it stands today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ConsentState {
    /// It holds.
    Holds,
    /// It holds from this day on, which is still to come.
    NotYet(Date),
    /// It ended on this day.
    Ended(Date),
    /// It was withdrawn on this day.
    Withdrawn(Date),
}

impl Catalog {
    /// Every consent that a media item depends on.
    pub fn consents_of<'a>(&'a self, entry: &'a MediaEntry) -> Vec<&'a Consent> {
        let MediaItem { consents, own_consents, .. } = &entry.item;
        let listed = consents.iter().filter_map(|id| self.consent(id));
        listed.chain(own_consents).collect()
    }

    /// How a consent stands today.
    pub fn consent_state(&self, consent: &Consent) -> ConsentState {
        let past = |date: &&Spanned<Date>| date.value <= self.today;
        if let Some(date) = consent.withdrawn.as_ref().filter(past) {
            return ConsentState::Withdrawn(date.value);
        }
        if let Some(given) = consent.holds_from(self.today) {
            return ConsentState::NotYet(given.value);
        }
        match &consent.until {
            Some(until) if until.value < self.today => ConsentState::Ended(until.value),
            _ => ConsentState::Holds,
        }
    }

    /// The channels through which a media item may be shown today.
    pub fn channels_of(&self, entry: &MediaEntry) -> Vec<Channel> {
        let consents = self.consents_of(entry);
        // A number that is not known allows nothing.
        let is_whole = entry.item.consents.iter().all(|id| self.consent(id).is_some());
        let all = Channel::ALL.iter().copied();
        all.filter(|channel| {
            is_whole && consents.iter().all(|own| allows_channel(own, *channel, self.today))
        })
        .collect()
    }

    /// The last day on which a media item may be shown, where there is one.
    pub fn shown_until(&self, entry: &MediaEntry) -> Option<Date> {
        let consents = self.consents_of(entry);
        consents.iter().filter_map(|own| own.until.as_ref().map(|until| until.value)).min()
    }
}
