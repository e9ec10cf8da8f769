//! The door to other sites: whether an address there still leads to something. Nothing that is
//! fetched gets into the site.

mod ask;
mod http;
mod redirect;

#[cfg(test)]
mod tests;

pub use self::ask::ask;
pub use self::http::Http;
use crate::diag::problem::Doubt;

/// What came of asking for an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// It leads to something.
    Found,
    /// It leads to something that has another address now, for good.
    Moved(String),
    /// Its host says, with this status, that there is nothing.
    Gone(u16),
    /// There is no host of that name, or this machine cannot find it.
    NoHost,
    /// It cannot be told.
    Unsure(Doubt),
}

impl Answer {
    /// Whether a host said something, be it that there is nothing.
    pub fn is_of_host(&self) -> bool {
        match self {
            Self::Found | Self::Moved(_) | Self::Gone(_) => true,
            Self::Unsure(doubt) => matches!(doubt, Doubt::Status(_)),
            Self::NoHost => false,
        }
    }

    /// Whether no host was reached at all.
    pub fn is_without_host(&self) -> bool {
        matches!(self, Self::NoHost | Self::Unsure(Doubt::NoConnection))
    }

    /// Whether every other address of the host that gave it would get it too.
    fn is_of_all(&self) -> bool {
        match self {
            Self::NoHost => true,
            Self::Unsure(doubt) => {
                matches!(doubt, Doubt::Status(429 | 503) | Doubt::TooSlow | Doubt::NoConnection)
            }
            Self::Found | Self::Moved(_) | Self::Gone(_) => false,
        }
    }
}

/// An answer, and who gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The answer.
    pub answer: Answer,
    /// Whether it is of the host that was asked, and not of one that it redirects to.
    pub is_of_asked: bool,
}

/// Asks for one address at a time.
pub trait Web: Sync {
    /// Asks for an address that begins with `http://` or `https://`.
    fn reply(&self, address: &str) -> Reply;
}
