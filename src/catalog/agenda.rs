//! What asks for an editor's attention, and the days on which the site changes by itself.

use crate::base::{Date, Period, Span};
use crate::diag::Place;
use crate::model::vocabulary::Consent;
use crate::model::{Front, Region};

use super::{Audience, Availability, Catalog, Entry};

/// Where it stands to whom a hole in the site can be reported.
pub const SECURITY: &str = ".well-known/security.txt";

/// Why something asks for attention.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Matter {
    /// A draft.
    Draft,
    /// A document that is shown from a day on.
    Scheduled,
    /// A document that is shown through a day.
    Expires,
    /// A document that has to be looked at before a day.
    Review,
    /// A document that is, or will be, taken back.
    Withdrawn,
    /// A consent that ends on a day or was withdrawn.
    Consent,
    /// A media file of which nothing is known.
    Unmarked,
}

/// Something that asks for attention.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// Why.
    pub matter: Matter,
    /// A title, a reference number or a path.
    pub name: String,
    /// Where to change it.
    pub place: Place,
    /// The day it is about.
    pub date: Option<Date>,
    /// The address of the page, from the start of the site.
    pub url: Option<String>,
}

/// What happens on a day without anybody changing anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TurnKind {
    /// A document appears.
    Appears,
    /// A document disappears.
    Disappears,
    /// A document makes way for a notice.
    Withdrawn,
    /// A document gets a notice that it may be out of date.
    Outdated,
    /// A meeting goes from those ahead to those that were.
    Past,
    /// A consent begins to hold, and what needs it appears.
    ConsentBegins,
    /// A consent ends, and what needs it disappears.
    ConsentEnds,
    /// A region is late with a document, or its municipalities change.
    Region,
    /// `security.txt`, which says where to report a hole in the site, does not hold any more.
    ContactLapses,
}

impl TurnKind {
    /// The word in files for programs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Appears => "appears",
            Self::Disappears => "disappears",
            Self::Withdrawn => "withdrawn",
            Self::Outdated => "outdated",
            Self::Past => "past",
            Self::ConsentBegins => "consent-begins",
            Self::ConsentEnds => "consent-ends",
            Self::Region => "region",
            Self::ContactLapses => "contact-lapses",
        }
    }
}

/// A change of the site that comes by itself.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Turn {
    /// The first day on which the site is different.
    pub date: Date,
    /// What happens.
    pub kind: TurnKind,
    /// The title of the document, or the reference number of the consent.
    pub name: String,
    /// The address of the page, from the start of the site.
    pub url: Option<String>,
}

impl Catalog {
    /// What asks for attention, by matter and day, whoever the site is built for.
    pub fn agenda(&self) -> Vec<Due> {
        let mut all: Vec<Due> =
            self.entries().iter().flat_map(|own| self.dues_of(own)).collect();
        all.extend(self.consents().filter_map(|own| {
            let withdrawn = own.withdrawn.as_ref().map(|date| date.value);
            let date = withdrawn.or(own.until.as_ref().map(|until| until.value))?;
            Some(Due {
                matter: Matter::Consent,
                name: own.id.value.clone(),
                place: Place::Span(own.span),
                date: Some(date),
                url: None,
            })
        }));
        all.extend(self.unmarked.iter().map(|path| Due {
            matter: Matter::Unmarked,
            name: path.to_string(),
            place: Place::File(path.clone()),
            date: None,
            url: None,
        }));
        all.sort_by(|a, b| {
            (a.matter, a.date, &a.name, &a.place).cmp(&(b.matter, b.date, &b.name, &b.place))
        });
        all
    }

    fn dues_of(&self, entry: &Entry) -> Vec<Due> {
        let head = &entry.document.head;
        let due = |matter, date| Due {
            matter,
            name: head.title.value.clone(),
            place: Place::Span(Span::top(entry.document.file)),
            date,
            url: Some(entry.url.to_string()),
        };
        let public = Availability::of(entry.kind(), head, self.today, Audience::Public);
        let mut dues = Vec::new();
        if let Some(withdrawn) = &head.withdrawn {
            dues.push(due(Matter::Withdrawn, withdrawn.date));
        }
        if head.draft {
            dues.push(due(Matter::Draft, None));
        }
        if let Availability::Scheduled(from) = public {
            dues.push(due(Matter::Scheduled, Some(from)));
        }
        if let Some(last) = head.expires {
            dues.push(due(Matter::Expires, Some(last)));
        }
        if let Some(before) = head.review_by {
            dues.push(due(Matter::Review, Some(before)));
        }
        dues
    }

    /// Every consent of the list and of sidecars.
    pub(super) fn consents(&self) -> impl Iterator<Item = &Consent> {
        let inline = self.media.values().flat_map(|entry| &entry.item.own_consents);
        let known = |own: &&Consent| self.consent(&own.id.value).is_none_or(|it| it != *own);
        self.vocabulary.consents.iter().chain(inline.filter(known))
    }

    /// The changes of the public site that come by themselves after today, by day.
    pub fn turns(&self) -> Vec<Turn> {
        let mut all: Vec<Turn> =
            self.entries().iter().flat_map(|entry| self.turns_of(entry)).collect();
        for consent in self.consents() {
            let withdrawn = consent.withdrawn.as_ref().map(|date| date.value);
            let ended = consent.until.as_ref().map(|until| until.value.plus_days(1));
            let ends = withdrawn.into_iter().chain(ended).min();
            let given = consent.given.as_ref().map(|given| given.value);
            let begins = given.filter(|given| ends.is_none_or(|ends| *given < ends));
            // What never began to hold does not end.
            let ends = ends.filter(|ends| given.is_none_or(|given| given < *ends));
            let begins = begins.map(|date| (date, TurnKind::ConsentBegins));
            let ends = ends.map(|date| (date, TurnKind::ConsentEnds));
            all.extend(begins.into_iter().chain(ends).map(|(date, kind)| Turn {
                date,
                kind,
                name: consent.id.value.clone(),
                url: None,
            }));
        }
        all.extend(self.contact_lapses().map(|date| Turn {
            date,
            kind: TurnKind::ContactLapses,
            name: SECURITY.to_owned(),
            url: Some(SECURITY.to_owned()),
        }));
        all.retain(|turn| turn.date > self.today);
        all.sort();
        all.dedup();
        all
    }

    /// The day on which `security.txt` does not hold any more, where the site has one: a year after
    /// this build, which is the most that it may say.
    pub fn contact_lapses(&self) -> Option<Date> {
        self.config.security_contact.is_some().then(|| self.today.plus_days(365))
    }

    fn turns_of(&self, entry: &Entry) -> Vec<Turn> {
        let head = &entry.document.head;
        let from = head.visible_from();
        let withdrawn = head.withdrawn.as_ref().map(|own| own.date);
        // From this day on there is nothing left that could change.
        let gone = [head.expires.map(|last| last.plus_days(1)), withdrawn.flatten()];
        let gone = gone.into_iter().flatten().min();
        let is_gone = withdrawn == Some(None) || gone.is_some_and(|day| day <= self.today);
        if head.draft || is_gone {
            return Vec::new();
        }
        let mut days: Vec<(Option<Date>, TurnKind)> = vec![
            (from, TurnKind::Appears),
            (withdrawn.flatten(), TurnKind::Withdrawn),
            (head.expires.map(|last| last.plus_days(1)), TurnKind::Disappears),
            (head.review_by.map(|last| last.plus_days(1)), TurnKind::Outdated),
        ];
        match &entry.document.front {
            Front::Event(own) => {
                let last = own.end.max(own.start).map(|(day, _)| day.plus_days(1));
                days.push((last, TurnKind::Past));
            }
            Front::Region(own) => {
                days.extend(days_of(own).map(|day| (Some(day), TurnKind::Region)));
            }
            _ => {}
        }
        let turn = |(date, kind): (Option<Date>, TurnKind)| {
            let date = date.filter(|date| gone.is_none_or(|gone| *date <= gone))?;
            // What is not shown yet changes when it appears.
            let shown = kind == TurnKind::Appears || from.is_none_or(|from| date > from);
            shown.then(|| Turn {
                date,
                kind,
                name: head.title.value.clone(),
                url: Some(entry.url.to_string()),
            })
        };
        days.into_iter().filter_map(turn).collect()
    }
}

/// The days on which the page of a region says something else than the day before.
fn days_of(region: &Region) -> impl Iterator<Item = Date> {
    let awaited = region.evidence.iter().filter(|own| {
        // What was received is no longer late.
        own.received.is_none() && own.source.is_none()
    });
    let late = awaited.filter_map(|own| own.due).map(|due| due.plus_days(1));
    let periods = region.municipalities.iter().map(|own| Period { from: own.from, to: own.to });
    let moves = periods.flat_map(|own| {
        let from = own.from.map(crate::base::When::first);
        from.into_iter().chain(own.to.map(|to| to.last().plus_days(1)))
    });
    late.chain(moves)
}
