//! What can be wrong with a command line.

/// What is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Misuse {
    /// A command that there is not.
    Command {
        /// As written.
        written: String,
        /// A command that is near.
        nearest: Option<String>,
    },
    /// An option or word that the command does not take.
    Argument {
        /// As written.
        written: String,
        /// An option that is near.
        nearest: Option<String>,
    },
    /// An option that stands before the command that takes it.
    Misplaced {
        /// The option.
        option: String,
        /// The command.
        command: String,
    },
    /// A value that is none of those that can be.
    Value {
        /// Of what: `--jobs <N>`.
        of: String,
        /// As written; empty where nothing is.
        written: String,
        /// A value that is near.
        nearest: Option<String>,
        /// What would be one.
        expected: Wanted,
    },
    /// A value of an option that takes none.
    NoValue {
        /// The option.
        option: String,
        /// The value as written.
        written: String,
    },
    /// Something that has to be said.
    Missing {
        /// What: `<CODE>`.
        what: Vec<String>,
    },
    /// Two options that exclude each other.
    Conflict {
        /// The one.
        one: String,
        /// The other.
        other: String,
    },
    /// An option that stands there twice.
    Twice {
        /// The option.
        option: String,
    },
    /// Data are asked for of a file that holds data itself.
    DataThemselves {
        /// The name of the file that these are of.
        of: String,
    },
    /// Data are asked for of a file that is no media file.
    NoMedia {
        /// What would be one.
        expected: &'static [&'static str],
    },
    /// Anything else.
    Other {
        /// In English, as the argument parser said it.
        detail: String,
    },
}

/// What the value of an option has to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// One of these.
    OneOf(Vec<String>),
    /// A day.
    Day,
    /// A day, or the word `previous`.
    DayOrPrevious,
    /// A whole number, through the last.
    Number {
        /// The first.
        least: u32,
        /// The last.
        most: u32,
    },
    /// A web address.
    Address,
    /// Anything.
    Anything,
}
