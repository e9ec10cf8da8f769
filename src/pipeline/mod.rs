//! Runs the stations: read, parse, bring together, plan, render, collect, check, publish.

mod assets;
mod beside;
mod brand;
mod newsroom;
mod build;
mod cards;
mod checked;
mod drawing;
mod loaded_theme;
mod options;
mod draw_pages;
mod kept_gists;
mod kept_pages;
mod kept_texts;
mod unchanged;
mod external_links;
mod pictures;
mod progress;
mod places;
mod read;
mod read_media;
mod read_texts;
mod rebuild;
mod earlier_run;
mod saying;
mod searching;
mod served_index;
mod site;
mod timings;
mod problems;
mod units;
mod untouched;
mod withdrawn;

pub use build::{Built, Published, build, exists, on_threads};
pub use earlier_run::Run;
pub use external_links::follow;
pub use kept_pages::Standing;
pub use newsroom::{Gathered, Newsroom, gather, newsroom};
pub use options::{
    Links, Measure, Options, Pictures, Purpose, Reuse, Search, Task, Visibility,
};
pub use problems::Hints;
pub use progress::{Progress, Station};
pub use rebuild::Rebuild;
pub use served_index::ServedIndex;
pub use site::{KeptWork, SiteBuilt, site};
pub use timings::{Span, Timings};
pub use unchanged::{Record, Told};
