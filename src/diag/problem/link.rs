//! Links and references.

use crate::base::{Date, RefKind};

/// Why it cannot be told whether an address leads to something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// The host answers with this status.
    Status(u16),
    /// No answer came in time.
    TooSlow,
    /// The host takes no connection.
    NoConnection,
    /// The connection is not safe: the certificate is wrong.
    Certificate,
    /// One redirect leads to another, without end.
    Redirects,
    /// No program can ask for it as it stands.
    Other,
}

area! {
    /// Problems of links and references.
    Link {
        /// No file at a path.
        Broken {
            /// The path as written.
            path: String,
            /// A file that is near, as it would be written here.
            nearest: Option<String>,
        } => "link/broken" Error;
        /// No picture at a path.
        BrokenPicture {
            /// The path as written.
            path: String,
            /// A media item that is near, as it would be written here.
            nearest: Option<String>,
        } => "link/broken" Error;
        /// No place with this anchor on the page.
        BrokenAnchor {
            /// The anchor.
            anchor: String,
            /// An anchor that is near.
            nearest: Option<String>,
        } => "link/broken-anchor" Error;
        /// Nothing with this id.
        UnknownId {
            /// What was asked for.
            kind: RefKind,
            /// The id as written.
            id: String,
            /// An id that is near.
            nearest: Option<String>,
        } => "reference/unknown" Error;
        /// Several things with this id.
        Ambiguous {
            /// The id as written.
            id: String,
            /// How each would be written.
            choices: Vec<String>,
        } => "reference/ambiguous" Error;
        /// A link to a document that is not shown.
        NotShown {
            /// Its title.
            title: String,
            /// Why.
            why: NotShown,
        } => "link/not-shown" Warning asks Nothing;
        /// A field names a document that is not shown.
        NotListed {
            /// Its title.
            title: String,
            /// Why.
            why: NotShown,
            /// Whether it goes missing in a mail that is still to be sent.
            in_mail: bool,
        } => "link/not-shown" Warning asks Nothing;
        /// An address of another site that is no more.
        Gone {
            /// The address.
            address: String,
            /// What its host answers; `None` when there is no such host.
            status: Option<u16>,
        } => "link/gone" Warning;
        /// An address of another site that has another now, for good.
        Moved {
            /// The address.
            address: String,
            /// Its new one.
            to: String,
        } => "link/moved" Hint;
        /// An address of another site of which nothing is known.
        NoAnswer {
            /// The address.
            address: String,
            /// Why.
            doubt: Doubt,
            /// When it led to something, the last time.
            seen: Option<Date>,
        } => "link/no-answer" Hint;
        /// A document that names itself where it is to name another.
        Itself => "reference/itself" Warning;
        /// A list of ids names one thing twice.
        Repeated {
            /// The second id as written.
            id: String,
        } => "reference/repeated" Warning;
        /// Two pages on one address: of documents, or of a document and one that the site makes.
        SameAddress {
            /// The address.
            url: String,
        } => "address/same" Error;
        /// An old address that is the address of something else.
        AliasTaken {
            /// The old address.
            url: String,
        } => "address/alias-taken" Error;
        /// An old address that cannot be one.
        BadAlias {
            /// As written.
            alias: String,
            /// The same with the signs themselves in place of their codes, such as `%20`.
            plain: Option<String>,
        } => "address/bad-alias" Error;
        /// An old address that ends as a file which is no page: hosts serve the page there as that.
        AliasAsFile {
            /// The old address.
            url: String,
            /// What it ends in, without a dot.
            ending: String,
        } => "address/alias-file" Warning;
        /// A document in a language that the site does not have.
        UnknownLanguage {
            /// The language.
            lang: String,
        } => "address/unknown-language" Error;
        /// A list that is not there or empty, and from which several places name something.
        NoList {
            /// Its name, as of `vocabulary/<list>.yaml`.
            list: &'static str,
            /// How many places.
            uses: usize,
        } => "reference/no-list" Error;
        /// The same of one of the lists in `lists.yaml`.
        NoOpenList {
            /// Its name, in Dutch and English.
            list: (&'static str, &'static str),
            /// How many places.
            uses: usize,
        } => "reference/no-list" Error;
        /// An id stands twice in a list, in a questionnaire, or in the plans of all regions.
        SameId {
            /// The id.
            id: String,
        } => "reference/same-id" Error;
        /// An id of a list that is part of addresses, with letters that these cannot have.
        BadId {
            /// As written.
            id: String,
            /// A better one.
            suggestion: Option<String>,
        } => "reference/bad-id" Error;
        /// An id of a list that is too long for an address.
        LongId {
            /// Its length in bytes.
            length: usize,
            /// The most that it may have.
            limit: usize,
        } => "reference/bad-id" Error;
        /// Nothing uses it.
        Unused {
            /// What it is.
            what: Unused,
            /// Its id.
            id: String,
        } => "content/unused" Hint;
        /// A region without a story.
        RegionWithoutStory {
            /// Its title.
            region: String,
        } => "content/region-without-story" Hint;
        /// A factsheet without a counter-example.
        NoCounterexample => "content/no-counterexample" Hint;
        /// A mail address that is not allowed on pages.
        UnlistedEmail {
            /// The address.
            address: String,
        } => "unsafe/unlisted-email" Error;
    }
}

/// Why a document is not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotShown {
    /// A draft.
    Draft,
    /// Shown from this day.
    Scheduled(Date),
    /// Shown through this day.
    Expired(Date),
    /// Taken back.
    Withdrawn,
}

/// What can be unused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unused {
    /// A topic.
    Topic,
    /// A source.
    Source,
    /// A media item.
    Media,
    /// A file among the media that nothing describes.
    File,
    /// A learning question.
    Question,
    /// A data file.
    Data,
}
