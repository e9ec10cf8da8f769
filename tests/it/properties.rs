//! What holds for any input.

use std::sync::Arc;

use lerend::base::{Slug, SourcePath};
use lerend::diag::draw::{self, Format, Style};
use lerend::diag::{Fatal, Language, Place, Severity};
use lerend::vfs::{Files, Folder, Listing, Memory};
use proptest::prelude::*;

use crate::site::{Outcome, Site, site};

/// Places of the content tree that hold every kind of file.
const PLACES: &[&str] = &[
    "content/site.yaml",
    "content/index.md",
    "content/factsheets/a.md",
    "content/stories/a.md",
    "content/regions/twente.md",
    "content/newsletters/a.md",
    "content/vocabulary/sources.yaml",
    "content/data/a.csv",
    "content/media/a.png",
    "content/media/a.svg",
    "content/media/a.png.yaml",
    "content/media/a.vtt",
];

/// Text that looks like what editors write, with every mistake in it.
fn scraps() -> impl Strategy<Value = String> {
    let scrap = prop::sample::select(vec![
        "---\n",
        "title: ",
        "titel: Een: twee\n",
        "date: 2021-03-18\n",
        "\t",
        "- ",
        "[",
        "]",
        "{",
        "}",
        "\"",
        "'",
        "```chart\n",
        "```\n",
        "![a](media:a)",
        "[b](../stories/a.md#x)",
        "[^1]",
        "> [!NOTE]\n",
        "| a | b |\n",
        "&a ",
        "*a",
        "<script>",
        "# Kop\n",
        "é",
        "\u{feff}",
        "\r\n",
        "\0",
        "figures:\n  - label: x\n",
        "region: twente\n",
        "a;b\n1;2\n",
        "WEBVTT\n",
        "<svg>",
    ]);
    prop::collection::vec(scrap, 0..40).prop_map(|scraps| scraps.concat())
}

fn told_without_harm(site: &Site) -> Result<(), TestCaseError> {
    let outcome = site.build();
    for diag in &outcome.built.diags {
        if let Place::Span(span) = diag.place {
            let text = outcome.built.sources.text(span.file);
            prop_assert!(
                text.get(span.range()).is_some(),
                "{diag:?} lies outside {} bytes",
                text.len()
            );
        }
    }
    for format in [Format::Full, Format::Concise, Format::Json, Format::Sarif] {
        for language in [Language::Nl, Language::En] {
            let style = Style { format, language, colour: false, width: 80 };
            let text = draw::all(&outcome.built.diags, &outcome.built.sources, &style);
            prop_assert!(!text.contains("Some("), "a type name stands in a message: {text}");
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_answered_with_messages_inside_the_file(
        place in prop::sample::select(PLACES.to_vec()),
        bytes in prop::collection::vec(any::<u8>(), 0..300),
    ) {
        told_without_harm(&site().file(place, bytes))?;
    }

    #[test]
    fn any_scraps_of_content_are_answered_with_messages_inside_the_file(
        place in prop::sample::select(PLACES.to_vec()),
        text in scraps(),
    ) {
        told_without_harm(&site().file(place, text))?;
    }

    #[test]
    fn a_slug_of_a_slug_is_itself(text in ".{0,40}") {
        if let Some(slug) = Slug::from_text(&text) {
            prop_assert_eq!(Slug::from_text(slug.as_str()), Some(slug));
        }
    }
}

/// Files whose folders are listed in reverse.
struct Reversed(Memory);

impl Files for Reversed {
    fn list(&self, folder: &Folder) -> Result<Listing, Fatal> {
        let mut listing = self.0.list(folder)?;
        listing.files.reverse();
        Ok(listing)
    }

    fn read(&self, path: &SourcePath) -> Result<Option<Arc<[u8]>>, Fatal> {
        self.0.read(path)
    }
}

#[test]
fn the_order_of_a_listing_does_not_show_in_the_site() {
    let story = "---\ntitle: Verhaal\ndate: 2021-03-18\nregion: drenthe\nform: article\n\
                 topics: [matching]\noutcome: A\nsignificance: B\ncontribution: {text: C}\n\
                 lesson: D\n---\nTekst.\n";
    let site = site().file("content/stories/a.md", story).file("content/stories/b.md", story);
    let plain = site.build();
    let reversed = site.build_from(&Reversed(site.files()));
    assert!(plain.output().same_bytes(reversed.output()));
}

/// Files of which one goes after it was listed.
struct Vanishing(Memory, SourcePath);

impl Files for Vanishing {
    fn list(&self, folder: &Folder) -> Result<Listing, Fatal> {
        self.0.list(folder)
    }

    fn read(&self, path: &SourcePath) -> Result<Option<Arc<[u8]>>, Fatal> {
        if *path == self.1 { Ok(None) } else { self.0.read(path) }
    }
}

#[test]
fn a_file_that_goes_after_it_was_listed_counts_as_gone() {
    let page = "---\ntitle: Los\n---\nTekst.\n";
    let plain = site().build();
    let told = |outcome: &Outcome| outcome.problems(Severity::Hint, Language::Nl);
    for path in [
        "content/pages/los.md",
        "content/media/foto.svg",
        "content/media/foto.svg.yaml",
        "content/pages/cijfers.csv",
        "content/vocabulary/consents.yaml",
    ] {
        let path_of = SourcePath::new(path).unwrap();
        let files = site().file(path, page).files();
        let vanishing = site().build_from(&Vanishing(files, path_of));
        assert_eq!(told(&vanishing), told(&plain), "{path}");
        assert!(plain.output().same_bytes(vanishing.output()), "{path}");
    }
}
