//! Whether a document is shown today.

use crate::base::Date;
use crate::model::{DocKind, Head};

use super::Audience;

/// Whether a document is shown, and if not, why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Availability {
    /// It is shown.
    Shown,
    /// It is a draft.
    Draft,
    /// It is shown from this day: its date or its embargo, whichever is later.
    Scheduled(Date),
    /// It was shown through this day.
    Expired(Date),
    /// It was taken back: a notice stands in its place.
    Withdrawn,
}

impl Availability {
    /// Decides it for a document.
    pub(super) fn of(kind: DocKind, head: &Head, (today, audience): (Date, Audience)) -> Self {
        let visible_from = head.date.as_ref().map(|date| date.value).max(head.embargo);
        if head.withdrawn.as_ref().is_some_and(|own| own.date.is_none_or(|date| date <= today))
        {
            Self::Withdrawn
        } else if let Some(last) = head.expires.filter(|last| *last < today) {
            Self::Expired(last)
        } else if audience == Audience::Preview {
            Self::Shown
        } else if head.draft {
            Self::Draft
        } else if let Some(from) = visible_from.filter(|from| *from > today)
            && !(kind == DocKind::Newsletter && audience == Audience::Editors)
        {
            Self::Scheduled(from)
        } else {
            Self::Shown
        }
    }
}
