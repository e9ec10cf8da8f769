//! The index of a site that is served.

#![cfg(feature = "search")]

use lerend::base::{Date, SourcePath};
use lerend::pipeline::{self, Options, Purpose, Rebuild};
use lerend::vfs::{Env, Memory};

use crate::incremental::STORY;
use crate::rebuilt::factsheets;

#[test]
fn the_index_of_a_served_site_follows_what_can_be_found_and_nothing_else() {
    let mut files = factsheets();
    let options = Options::new(".", Purpose::Check);
    let env = Env::fixed(Date::new(2026, 11, 23).unwrap());
    let mut again = Rebuild::new(options.clone(), env.clone()).serving();
    let mut index = pipeline::ServedIndex::default();
    let mut look = |files: &Memory| {
        let made = index.files(&again.site(files).unwrap().catalog, &options).unwrap();
        made.map(|made| made.iter().map(|own| own.path.to_string()).collect::<Vec<_>>())
    };
    let first = look(&files).unwrap();
    assert!(first.iter().any(|path| path == "pagefind/pagefind-entry.json"), "{first:?}");
    assert_eq!(look(&files), None);
    let story = SourcePath::new("content/stories/a.md").unwrap();
    let edited = STORY.replace("TITEL", "Verhaal").replace("TEKST", "Vuurtoren");
    files.insert(story.clone(), edited.as_bytes());
    let second = look(&files).unwrap();
    assert_ne!(first, second, "the words of a page are in the name of its file");
    assert_eq!(look(&files), None);
    // Nobody finds a page by the day on which it is to be looked at again.
    let due = edited.replace("form: article", "form: article\nreview-by: 2027-01-01");
    files.insert(story.clone(), due.as_bytes());
    assert_eq!(look(&files), None);
    // A page less changes more than fields and texts.
    files.insert(story, due.replace("form: article", "form: article\ndraft: true").as_bytes());
    let fewer = look(&files).unwrap();
    let mut clean = pipeline::ServedIndex::default();
    let catalog = Rebuild::new(options.clone(), env).site(&files).unwrap().catalog;
    let whole = clean.files(&catalog, &options).unwrap().unwrap();
    assert_eq!(fewer, whole.iter().map(|own| own.path.to_string()).collect::<Vec<_>>());
}
