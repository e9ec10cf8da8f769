//! AVIF is made for sites that want it, by a program that can.

use lerend::diag::{Language, Severity};

use crate::media;
use crate::site::{Outcome, Site, site};

const SIDECAR: &str =
    "kind: photo\nalt: Een tafel\nmaker: Zichtbare Maker\nlicence: CC-BY-4.0\npeople: none\n";

fn settings(pictures: &str) -> String {
    format!(
        "title: Proefsite\nlanguage: nl\nbase-url: https://voorbeeld.example/\n\
         emails: [redactie@voorbeeld.example]\npictures: {{social-cards: no{pictures}}}\n"
    )
}

fn with_pictures(pictures: &str) -> Site {
    site()
        .file("content/site.yaml", settings(pictures))
        .file("content/media/foto.jpg", media::bytes("jpeg 700 20"))
        .file("content/media/foto.jpg.yaml", SIDECAR)
        .file("content/media/schets.png", media::bytes("png 60 40"))
        .file("content/media/schets.png.yaml", SIDECAR)
        .file(
            "content/pages/a.md",
            "---\ntitle: A\nimage: foto\n---\n![](media:foto)\n\n![](media:schets)\n",
        )
}

fn avif_files(outcome: &Outcome) -> Vec<String> {
    let all = outcome.output().files().map(|(path, _)| path.to_string());
    all.filter(|path| path.ends_with(".avif")).collect()
}

#[test]
fn nobody_gets_avif_unasked() {
    let outcome = with_pictures("").build();
    assert_eq!(outcome.problems(Severity::Warning, Language::En), "");
    assert_eq!(avif_files(&outcome), Vec::<String>::new());
    assert!(!outcome.text("a/index.html").contains("image/avif"));
}

#[test]
#[cfg(not(feature = "avif"))]
fn a_program_that_cannot_make_avif_says_so_and_the_site_is_there() {
    let outcome = with_pictures(", avif: yes").build();
    assert_eq!(
        outcome.drawn(Severity::Warning, Language::En, lerend::diag::draw::Format::Full),
        "warning[site/without-avif]: this program cannot make AVIF; pictures are on the site as \
         WebP and JPEG\n  ┌ content/site.yaml:5:30\n5 │ pictures: {social-cards: no, avif: yes}\n  \
         │                              ^^^^\n  = help: build the program with `cargo build \
         --release --features avif`, or remove `avif`\n"
    );
    assert_eq!(avif_files(&outcome), Vec::<String>::new());
    assert!(!outcome.text("a/index.html").contains("image/avif"));
}

#[test]
#[cfg(feature = "avif")]
fn a_photograph_is_there_as_avif_and_says_nothing_of_itself() {
    let outcome = with_pictures(", avif: yes").build();
    assert_eq!(outcome.problems(Severity::Warning, Language::En), "");
    let files = avif_files(&outcome);
    assert_eq!(files.len(), 2, "{files:?}");
    let page = outcome.text("a/index.html");
    let (first, second) = (page.find("image/avif").unwrap(), page.find("image/webp").unwrap());
    assert!(first < second, "a browser takes the first that it knows");
    for path in files {
        assert!(path.contains("foto-") && page.contains(&path), "{path}");
        let (_, file) = outcome.output().get(&path).unwrap();
        let lerend::output::Content::Bytes(bytes) = &file.content else { panic!("{path}") };
        let own = lerend::base::SourcePath::new(&path).unwrap();
        let facts = lerend::media::probe(&own, bytes);
        assert!(facts.diags.is_empty(), "{:?}", facts.diags);
        assert!(matches!(facts.value, lerend::media::Facts::Picture(_)));
        assert!(!bytes.windows(5).any(|window| window == b"Maker"));
    }
}
