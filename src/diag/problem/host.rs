//! The command line and the machine.

use super::Problem;
use super::misuse::Misuse;

/// Why a file cannot become a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotImported {
    /// It is no text, but a file of a word processor or a picture.
    NotText,
    /// There is nothing in it.
    Empty,
    /// It has no title.
    NoTitle,
    /// Its first line is too long to be a title.
    LongTitle {
        /// Its length in characters.
        length: usize,
        /// The most that a title has.
        most: usize,
    },
    /// It has no text.
    NoText,
    /// The site could not be built with it, whatever is set aside.
    Unfit {
        /// What is wrong with it still.
        why: Box<Problem>,
    },
    /// No question is answered.
    NoAnswers,
    /// It names no region.
    NoRegion,
    /// It names a region that the site does not have.
    UnknownRegion {
        /// As written.
        name: String,
        /// A region that is near.
        nearest: Option<String>,
    },
    /// It answers a questionnaire that the site does not have.
    UnknownQuestionnaire {
        /// As written.
        id: String,
        /// A questionnaire that is near.
        nearest: Option<String>,
    },
}

/// Why a folder cannot be the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoStore {
    /// Other things stand there.
    Taken,
    /// This link stands in the site, on the way to it or in it.
    Linked(String),
    /// It is this folder of the site, or part of it.
    Inside(String),
    /// What the operating system said.
    System(String),
}

area! {
    /// Problems outside the content.
    Host {
        /// A file or folder that cannot be read.
        Unreadable {
            /// What the operating system said.
            detail: String,
        } => "host/unreadable" Error;
        /// A file that a command names and that is not there.
        NoFile {
            /// The file as written.
            file: String,
        } => "host/unreadable" Error;
        /// A file or folder that cannot be written.
        Unwritable {
            /// What the operating system said.
            detail: String,
        } => "host/unwritable" Error;
        /// A folder that is no store is to be removed as one.
        NotAStore {
            /// The folder.
            path: String,
            /// Whether it was named with `--store`.
            is_named: bool,
        } => "host/no-store" Error asks Nothing;
        /// A store that is a link of the site, or lies behind one, is to be removed.
        LinkedStore {
            /// The link.
            path: String,
        } => "host/no-store" Error asks Nothing;
        /// No consent and no media item has this reference.
        UnknownConsent {
            /// The reference as given.
            reference: String,
            /// The nearest known one.
            nearest: Option<String>,
        } => "host/unknown-consent" Error;
        /// There is no `content/site.yaml` under the root.
        NoSite => "host/no-site" Error;
        /// The output folder holds files that no build wrote.
        ForeignOutput {
            /// One of them.
            example: String,
            /// How many there are.
            count: usize,
        } => "host/foreign-output" Error;
        /// Files that no build wrote stand in the site that was switched out.
        StrayOutput {
            /// One of them.
            example: String,
            /// How many there are.
            count: usize,
        } => "host/foreign-output" Error;
        /// A link stands where a build keeps its own files, beside the output folder.
        LinkBeside {
            /// The link.
            path: String,
        } => "host/foreign-output" Error;
        /// The output folder is or holds a folder that may never be replaced.
        UnsafeOutput {
            /// The output folder.
            path: String,
            /// The folder that would go with it.
            holds: String,
        } => "host/unsafe-output" Error;
        /// The output folder lies inside a folder that holds something else.
        OutputInside {
            /// The output folder.
            path: String,
            /// The folder around it.
            inside: String,
        } => "host/unsafe-output" Error;
        /// The output is something else than a folder.
        OutputNoFolder {
            /// The output.
            path: String,
        } => "host/unsafe-output" Error;
        /// The previous site was taken away, and the new one could not get its place.
        Emptied {
            /// The file or folder.
            path: String,
            /// What the operating system said.
            detail: String,
        } => "host/unwritable" Error;
        /// The output is a place where another file system begins, which cannot be replaced.
        OutputMounted {
            /// The output folder.
            path: String,
        } => "host/unsafe-output" Error;
        /// The site was not published: nobody but others may write there.
        NotAllowed {
            /// The file or folder.
            path: String,
            /// What the operating system said.
            detail: String,
        } => "host/unwritable" Error;
        /// The site was not published: a file or folder of it could not be written or read.
        NotPublished {
            /// The file or folder.
            path: String,
            /// What the operating system said.
            detail: String,
        } => "host/unwritable" Error;
        /// The index for search could not be made, so the site was not published.
        NoSearchIndex {
            /// What the indexer said.
            detail: String,
        } => "host/no-search-index" Error;
        /// Another build is writing to the same output folder.
        Locked {
            /// Its process number, where known.
            process: Option<u32>,
        } => "host/locked" Error;
        /// The store of earlier work cannot be used; everything is made anew.
        NoStore {
            /// Its folder.
            path: String,
            /// What is in the way.
            why: NoStore,
        } => "host/no-store" Warning asks Nothing;
        /// When the site changes by itself could not be written down.
        NoNextChange {
            /// The folder.
            path: String,
            /// What is in the way.
            why: NoStore,
        } => "host/no-store" Warning asks Nothing;
        /// The address to serve on is taken or not allowed.
        CannotListen {
            /// Host and port.
            address: String,
            /// Whether this machine has no such host, as against a port that is taken.
            is_host: bool,
            /// What the operating system said.
            detail: String,
        } => "host/cannot-listen" Error;
        /// A folder cannot be watched for changes.
        CannotWatch {
            /// The folder.
            path: String,
            /// What the operating system said.
            detail: String,
        } => "host/cannot-watch" Error;
        /// No other site answers.
        NoWeb {
            /// How many addresses were asked for.
            count: usize,
            /// The address, where it was only one.
            only: Option<String>,
        } => "host/no-web" Warning;
        /// A new file would take the place of one that is there.
        AlreadyThere => "host/already-there" Error;
        /// What was sent of an edition was recorded before; the record was left as it is.
        AlreadyRecorded => "host/already-there" Error;
        /// A new site would stand in the content of another.
        InsideContent => "host/already-there" Error;
        /// `explain` was asked about a code that no problem has.
        UnknownCode {
            /// The code as written.
            code: String,
            /// A known code that is near.
            nearest: Option<&'static str>,
        } => "host/unknown-code" Error;
        /// `why` was asked about a path that is neither in the output nor a document.
        UnknownPath {
            /// The path as written.
            path: String,
            /// A known path that is near.
            nearest: Option<String>,
        } => "host/unknown-path" Error;
        /// `import` was given a file that cannot become a draft.
        NotImported {
            /// Why not.
            why: NotImported,
        } => "host/not-imported" Error;
        /// `--since` names a revision that cannot be compared with.
        NoRevision {
            /// As written.
            revision: String,
            /// What git said.
            detail: String,
        } => "host/no-revision" Error;
        /// The clone does not have the commit from which a change started.
        NoHistory {
            /// The revision as written.
            revision: String,
        } => "host/no-revision" Error;
        /// Git does nothing in a folder of somebody else before it is told to trust that.
        NotTrusted {
            /// The folder, as git names it behind the setting.
            folder: String,
        } => "host/no-revision" Error;
        /// `--since` needs git, which this machine does not have.
        NoGit => "host/no-revision" Error;
        /// There is no edition of this name.
        NoEdition {
            /// The name as written.
            name: String,
            /// The editions that there are, newest first.
            known: Vec<String>,
        } => "host/unknown-edition" Error;
        /// An edition that is not shown on this day.
        EditionNotShown {
            /// Its name.
            name: String,
        } => "host/unknown-edition" Error;
        /// The edition has no such item.
        NoItem {
            /// The name as written.
            name: String,
            /// The items that it has.
            known: Vec<String>,
        } => "host/unknown-edition" Error;
        /// There is no mail tool of this name.
        NoTool {
            /// The name as written.
            name: String,
            /// The tools that there are.
            known: Vec<String>,
        } => "host/unknown-edition" Error;
        /// `new` was not told what to make, and nobody could be asked.
        NothingToMake => "host/usage" Error;
        /// The program was not told what to do.
        NoCommand => "host/usage" Error;
        /// The moment of the build, which the surroundings give, is no number.
        NoMoment {
            /// As written.
            written: String,
        } => "host/usage" Error;
        /// The command line is not right.
        Usage {
            /// The command, as far as it is known: `lerend build`.
            command: String,
            /// What is wrong with it.
            wrong: Misuse,
        } => "host/usage" Error;
    }
}
