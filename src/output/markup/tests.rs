//! What a browser finds in HTML and SVG.

use super::*;
use crate::output::facts::Markup;

fn links(found: &Markup) -> Vec<String> {
    let mut all = Vec::new();
    found.links.each(|l| all.push(format!("{:?} {:?} {}", l.role, l.attribute, l.address)));
    all
}

fn page(html: &str) -> Markup {
    let skimmed = read(html.as_bytes(), Kind::Fragment);
    assert_eq!(skimmed, tokenized(html), "{html}");
    skimmed
}

/// What a whole tokenizer makes of it, which knows every rule.
fn tokenized(html: &str) -> Markup {
    let mut scan = Scan::of(Kind::Fragment);
    scan.tokenize(html.as_bytes());
    scan.found.finish()
}

/// Pieces that begin, end or break tags, texts, comments and values.
const PIECES: &str = concat!(
    "<|>|</|/>|/|=|\"|'| |\n|\t|&|&amp;|&lt|&copy=|!|<!--|-->|--|--!>|->|-|<!|<?|",
    "<!DOCTYPE html>|<![CDATA[|]]>|<a href=\"b\">|<A HREF='C&amp;d' id=e>|</a>|",
    "<a name=f id=f/>|<p id=\"g\" id=h>|<title>|</title>|</TITLE >|<h1>|</h1>|<h2 |</h2|",
    "<svg>|</svg>|<svg/>|<style>|url(i)|</style>|<script>|</script>|<noscript>|",
    "</noscript>|<textarea>|<iframe>|</iframe>|<xmp>|</xmp>|<noembed>|</noembed>|<noframes>|</noframes>|</textarea>|<img src=j>|<img alt srcset=\"k 2x, l\">|",
    "<meta content=m |property=og:image|<base href=n>|<html lang=nl>|tekst|é|\u{0}|\r\n|",
    "\u{c}"
);

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config {
        cases: 4000,
        failure_persistence: None,
        ..Default::default()
    })]

    #[test]
    fn skimming_finds_what_a_tokenizer_finds(
        chosen in proptest::collection::vec(proptest::prelude::any::<proptest::sample::Index>(), 0..24)
    ) {
        let pieces: Vec<&str> = PIECES.split('|').collect();
        let html: String = chosen.iter().map(|at| *at.get(&pieces)).collect();
        page(&html);
    }
}

#[test]
fn the_usual_needs_no_tokenizer() {
    let usual = [
        "<!doctype html><html lang=nl><title>Eén &amp; twee</title><h1>A &lt; b</h1><!-- - -->",
        "<a href=\"?a&amp;b\" title='x'>x</a><script>if (a < b) {}</script><svg><path d=M0/></svg>",
        "<style>p { background: url(a.png) }</style><noscript><img src=b alt=></noscript>",
    ];
    for html in usual {
        assert_eq!(Scan::of(Kind::Fragment).skim(html.as_bytes()), Ok(()), "{html}");
    }
}

#[test]
fn a_page_tells_its_language_title_headings_and_ids() {
    let found = page(
        "<!doctype html><HTML lang=nl><title>Eén &amp;\n twee</title><body id=a>\
         <h1>Kop <em>met</em> nadruk</h1><p id=b><a name=oud></a><h3 id=b>Drie</h3>\
         <svg><title>tekening</title><text id=c>h</text></svg>",
    );
    assert_eq!(found.kind, Kind::Page);
    assert_eq!(found.language.as_deref(), Some("nl"));
    assert_eq!(found.title.as_deref(), Some("Eén & twee"));
    let headings: Vec<_> = found.headings.iter().map(|h| (h.level, h.text)).collect();
    assert_eq!(headings, [(1, "Kop met nadruk"), (3, "Drie")]);
    assert_eq!(found.ids.iter().collect::<Vec<_>>(), ["a", "b", "c", "oud"]);
    assert_eq!(found.repeated_ids.iter().map(AsRef::as_ref).collect::<Vec<_>>(), ["b"]);
}

#[test]
fn every_address_is_found_with_what_a_browser_does_with_it() {
    let found = page(
        r#"<link rel="preload STYLESHEET" href=a.css><link rel=canonical href=https://x.nl/>
        <meta property=og:image content=deel.png><a href="b/?q=1&amp;r#s">b</a>
        <img srcset="c.webp 1x, d.webp 2x" src=e.jpg alt=""><video poster=f.jpg src=g.mp4></video>
        <svg><use xlink:href="h.svg#i"/><a href=j><rect fill="url(#k)"/></a></svg>
        <p style="background:url(l.png)"><style>@import "m.css"</style>
        <noscript><img src=n.gif></noscript><script>"<a href=no>"</script><img src=data:x,y alt=z>"#,
    );
    assert_eq!(
        links(&found),
        [
            "Load Css #k",
            "Load Css l.png",
            "Load Css m.css",
            "Load Href a.css",
            "Load Poster f.jpg",
            "Load Src e.jpg",
            "Load Src g.mp4",
            "Load Src n.gif",
            "Load SrcSet c.webp",
            "Load SrcSet d.webp",
            "Load XlinkHref h.svg#i",
            "Follow Href b/?q=1&r#s",
            "Follow Href j",
            "Mention Content deel.png",
            "Mention Href https://x.nl/",
        ]
    );
    assert_eq!(found.kind, Kind::Fragment);
    assert_eq!(*found.images_without_alt, ["n.gif".into()]);
}

#[test]
fn a_page_that_sends_on_says_where() {
    let found = page("<html><meta http-equiv=Refresh content=\"0; url='../nieuw/'\">");
    assert!(found.redirects);
    assert_eq!(links(&found), ["Follow Content ../nieuw/"]);
}

#[test]
fn a_drawing_has_no_page_title_and_no_headings() {
    let found = read(b"<svg><title>t</title><image href='foto.png'/></svg>", Kind::Svg);
    assert_eq!((found.kind, found.title.as_deref()), (Kind::Svg, None));
    assert_eq!(links(&found), ["Load Href foto.png"]);
}

#[test]
fn hostile_bytes_are_read_in_one_walk() {
    for piece in ["<svg>", "<a ", "<noscript>", "<title>", "&", "\"", "<h1>", "<!--", "\u{ff}"]
    {
        let found = page(&piece.repeat(200_000 / piece.len()));
        assert!(links(&found).is_empty(), "{piece}");
    }
    let dashes = "-".repeat(400_000);
    assert_eq!(page(&format!("<!--{dashes}x{dashes}!x-><p id=y>")).ids.iter().count(), 0);
    let attributes = " a=x".repeat(20_000);
    assert_eq!(page(&format!("<p{attributes} id=y>")).ids.iter().count(), 1);
}
