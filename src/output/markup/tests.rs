//! What a browser finds in HTML and SVG.

use super::*;
use crate::output::facts::Markup;

fn links(found: &Markup) -> Vec<String> {
    found.links.iter().map(|l| format!("{:?} {} {}", l.role, l.attribute, l.address)).collect()
}

fn page(html: &str) -> Markup {
    read(html.as_bytes(), Kind::Fragment)
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
    let headings: Vec<_> = found.headings.iter().map(|h| (h.level, h.text.as_str())).collect();
    assert_eq!(headings, [(1, "Kop met nadruk"), (3, "Drie")]);
    assert_eq!(found.ids.iter().map(AsRef::as_ref).collect::<Vec<_>>(), ["a", "b", "c", "oud"]);
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
            "Load css #k",
            "Load css l.png",
            "Load css m.css",
            "Load href a.css",
            "Load poster f.jpg",
            "Load src e.jpg",
            "Load src g.mp4",
            "Load src n.gif",
            "Load srcset c.webp",
            "Load srcset d.webp",
            "Load xlink:href h.svg#i",
            "Follow href b/?q=1&r#s",
            "Follow href j",
            "Mention content deel.png",
            "Mention href https://x.nl/",
        ]
    );
    assert_eq!(found.kind, Kind::Fragment);
    assert_eq!(found.images_without_alt, ["n.gif".into()]);
}

#[test]
fn a_page_that_sends_on_says_where() {
    let found = page("<html><meta http-equiv=Refresh content=\"0; url='../nieuw/'\">");
    assert!(found.redirects);
    assert_eq!(links(&found), ["Follow content ../nieuw/"]);
}

#[test]
fn a_drawing_has_no_page_title_and_no_headings() {
    let found = read(b"<svg><title>t</title><image href='foto.png'/></svg>", Kind::Svg);
    assert_eq!((found.kind, found.title.as_deref()), (Kind::Svg, None));
    assert_eq!(links(&found), ["Load href foto.png"]);
}

#[test]
fn hostile_bytes_are_read_in_one_walk() {
    for piece in ["<svg>", "<a ", "<noscript>", "<title>", "&", "\"", "<h1>", "<!--", "\u{ff}"]
    {
        let found = page(&piece.repeat(200_000 / piece.len()));
        assert!(found.links.is_empty(), "{piece}");
    }
    let attributes = " a=x".repeat(20_000);
    assert_eq!(page(&format!("<p{attributes} id=y>")).ids.len(), 1);
}
