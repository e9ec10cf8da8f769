//! What asks for an editor's attention: problems, drafts, dates, consents, media.

use std::fmt;
use std::sync::{Arc, LazyLock};

/// In which group an item stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Nothing is published because of it.
    Error,
    /// Published, but somebody should look.
    Warning,
    /// Could be better.
    Hint,
    /// A draft.
    Draft,
    /// Shown from a day on.
    Scheduled,
    /// Shown through a day.
    Expires,
    /// To be looked at before a day.
    Review,
    /// Taken back, now or later.
    Withdrawn,
    /// Consent that ends.
    Consent,
    /// Media of which nothing is known.
    Media,
}

impl Group {
    /// All, in their order on the page.
    pub const ALL: [Self; 10] = [
        Self::Error,
        Self::Warning,
        Self::Hint,
        Self::Draft,
        Self::Scheduled,
        Self::Expires,
        Self::Review,
        Self::Withdrawn,
        Self::Consent,
        Self::Media,
    ];

    /// The word in the address of the page.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Hint => "hint",
            Self::Draft => "draft",
            Self::Scheduled => "scheduled",
            Self::Expires => "expires",
            Self::Review => "review",
            Self::Withdrawn => "withdrawn",
            Self::Consent => "consent",
            Self::Media => "media",
        }
    }

    /// Whether an item is a problem, whose text is shown as on the terminal.
    pub(super) fn is_problem(self) -> bool {
        matches!(self, Self::Error | Self::Warning | Self::Hint)
    }
}

/// Something that asks for attention.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Where it stands.
    pub group: Group,
    /// A title, or the whole text of a problem as the terminal shows it.
    pub text: String,
    /// What there is to say of it: a day, and whether it is past.
    pub note: String,
    /// The file and line to change, as people name them, such as `content/a.md:3:1`.
    pub file: Option<String>,
    /// An address that opens the file in an editor on this machine.
    pub editor: Option<String>,
    /// The page on the site, as an address from the host on.
    pub page: Option<String>,
}

/// Items that are made when somebody asks for them: a large site has thousands.
#[derive(Clone)]
pub struct Items(Arc<Made>);

type Made = LazyLock<Vec<Item>, Box<dyn FnOnce() -> Vec<Item> + Send>>;

impl Items {
    /// Items that are made at the first question.
    pub fn later(make: impl FnOnce() -> Vec<Item> + Send + 'static) -> Self {
        Self(Arc::new(LazyLock::new(Box::new(make))))
    }

    /// The items.
    pub(super) fn all(&self) -> &[Item] {
        &self.0
    }
}

impl Default for Items {
    fn default() -> Self {
        Self::later(Vec::new)
    }
}

impl fmt::Debug for Items {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items").finish_non_exhaustive()
    }
}
