//! The command line: one file per command.
//!
//! Everything that is not a file of the site is read here once (`Surroundings`) and handed
//! down; what a command has to say is written to the two writers of `Terminal`.

mod args;
mod build;
mod check;
mod clean;
mod explain;
mod help;
mod import;
mod init;
mod language;
mod media;
mod new;
mod next_change;
mod progress;
mod newsletter;
mod propose;
mod put;
mod refusal;
mod report;
mod run;
mod schema;
mod serve;
mod since;
mod surroundings;
mod timings;
mod why;

pub use run::{Exit, Terminal, main, run};
pub use surroundings::Surroundings;
