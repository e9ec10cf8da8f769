use std::time::{Duration, Instant};

use super::*;
use crate::base::{FileId, Span};
use crate::diag::{Diag, Language, Place, text::words};
use crate::model::body::{Block, Inline, plain_text};
use crate::model::{RawLink, To};

/// Notes the place of every `!` in a component.
fn exclamations(_: &str, yaml: &str, map: &OffsetMap) -> Noted<Component> {
    let at = yaml.match_indices('!').map(|(at, _)| map.span(at..at + 1));
    let diags = at.map(|span| Diag::at(span, Markdown::NoWords)).collect();
    Noted::new(Component::Broken, diags)
}

/// Reads a text that stands behind two bytes of front matter.
fn read(text: &str) -> Noted<Body<Written>> {
    let options = Options {
        lang: Lang::nl(),
        components: &["chart", "map", "items"],
        read_component: &exclamations,
    };
    parse(text, &OffsetMap::whole(FileId(0), 2), &options)
}

fn source(text: &str, span: Span) -> &str {
    let range = span.range();
    text.get(range.start - 2..range.end - 2).expect("a place on character boundaries")
}

/// Checks which problems a text has: code, and the words at its place.
#[track_caller]
fn check(text: &str, expected: &[(&str, &str)]) {
    let noted = read(text);
    let told: Vec<(&str, &str)> = noted
        .diags
        .iter()
        .map(|diag| match diag.place {
            Place::Span(span) => (diag.problem.code().name, source(text, span)),
            _ => (diag.problem.code().name, ""),
        })
        .collect();
    assert_eq!(told, expected);
}

fn links(text: &str) -> Vec<RawLink> {
    let blocks = read(text).value.blocks;
    let content = blocks.iter().filter_map(|block| match block {
        Block::Paragraph { content, .. } => Some(content),
        _ => None,
    });
    let link = content.flatten().filter_map(|inline| match inline {
        Inline::Link(link) => Some(link.target.clone()),
        _ => None,
    });
    link.collect()
}

#[test]
fn the_place_of_a_link_is_its_address() {
    let text = "é [a](b.md \"t\") [c][d] [d] <https://e.nl> <f@g.nl>\n\n> [h]( <i j.md> )\n\n[d]: <k.md> 'x'\n";
    let found: Vec<&str> = links(text).iter().map(|link| source(text, link.span)).collect();
    assert_eq!(found, ["b.md", "k.md", "k.md", "https://e.nl", "f@g.nl"]);
    let mail = links(text).pop().map(|link| link.to);
    assert_eq!(mail, Some(To::Contact("mailto:f@g.nl".to_owned())));
}

#[test]
fn addresses_typed_as_they_are_become_links() {
    let text = "> Zie https://a.nl/b_c, **www.niet.nl** en\n> www.d.nl. `https://e.nl`\n";
    let blocks = read(text).value.blocks;
    let [Block::Quote(inner)] = blocks.as_slice() else { panic!("{blocks:?}") };
    let [Block::Paragraph { content, .. }] = inner.as_slice() else { panic!("{inner:?}") };
    let found = content.iter().filter_map(|inline| match inline {
        Inline::Link(link) => Some((link.target.to.clone(), source(text, link.target.span))),
        _ => None,
    });
    let external = |address: &str| To::External(address.to_owned());
    let expected = [
        (external("https://a.nl/b_c"), "https://a.nl/b_c"),
        (external("https://www.d.nl"), "www.d.nl"),
    ];
    assert_eq!(found.collect::<Vec<_>>(), expected);
}

#[test]
fn links_that_harm_or_lead_nowhere_are_told_at_their_address() {
    check(
        "[a](javascript:x) [b](&#106;avascript&colon;x) [c](<java\tscript:x>) ![d](data:x)",
        &[
            ("unsafe/link-scheme", "javascript:x"),
            ("unsafe/link-scheme", "&#106;avascript&colon;x"),
            ("unsafe/link-scheme", "java\tscript:x"),
            ("unsafe/link-scheme", "data:x"),
        ],
    );
    check(
        "[a](/regios/) [b](regoin:x) [c]() [](d.md) [e](www.f.nl) [![](media:g)](h.md)",
        &[
            ("link/absolute-path", "/regios/"),
            ("link/unknown-scheme", "regoin:x"),
            ("link/empty", "[c]()"),
            ("link/no-words", "[](d.md)"),
            ("link/missing-scheme", "www.f.nl"),
        ],
    );
    check(
        "![a](https://b.nl/c.jpg) ![d](region:twente) [e][x] [f][x] [g] [h][y]\n\n[x]: data:z\n",
        &[
            ("markdown/remote-picture", "https://b.nl/c.jpg"),
            ("markdown/not-a-picture", "region:twente"),
            ("markdown/unknown-reference", "y"),
            ("unsafe/link-scheme", "data:z"),
        ],
    );
}

#[test]
fn footnotes_without_text_or_reference_are_told() {
    check(
        "Een[^a] twee[^bb] \\[^c] `[^d]` drie[^A]\n\n[^a]: x\n[^b]: y\n[^a]: z\n",
        &[
            ("markdown/unknown-footnote", "[^bb]"),
            ("markdown/unused-footnote", "[^b]"),
            ("markdown/duplicate-footnote", "[^a]"),
        ],
    );
}

#[test]
fn footnotes_are_numbered_by_their_first_reference() {
    let body = read("a[^x] b[^y] c[^x]\n\n[^y]: twee[^z]\n[^x]: een\n[^z]: drie\n").value;
    let notes: Vec<(u32, u32, Option<String>)> = body
        .footnotes
        .iter()
        .map(|note| (note.number, note.references, first_paragraph(&note.blocks)))
        .collect();
    let text = |words: &str| Some(words.to_owned());
    assert_eq!(notes, [(1, 2, text("een")), (2, 1, text("twee")), (3, 1, text("drie"))]);
}

#[test]
fn html_is_told_and_comments_are_dropped() {
    check(
        "a <b>b</b> <!-- c --> <br>\n\n<!-- d\ne -->\n\n<script>\nf\n</script>\n",
        &[
            ("markdown/raw-html", "<b>"),
            ("markdown/raw-html", "<br>"),
            ("markdown/raw-html", "<script>"),
        ],
    );
    let blocks = read("<!-- a -->\n\n<!-- b --> \n").value.blocks;
    assert_eq!(blocks, []);
}

#[test]
fn a_slip_in_the_name_of_a_component_is_told_at_the_word() {
    check(
        "```chrat x\na: b\n```\n\n> - ~~~ mapp\n>   a\n>   ~~~\n\n```dart\n```\n",
        &[("component/unknown", "chrat"), ("component/unknown", "mapp")],
    );
}

#[test]
fn a_component_knows_the_places_of_its_lines() {
    for line_end in ["\n", "\r\n", "\r"] {
        let text = "> - ```chart\n>   a: b\n>   é: !\n>   ```\n\n```map\nx\n!\n```\n"
            .replace('\n', line_end);
        check(&text, &[("link/no-words", "!"), ("link/no-words", "!")]);
        let place = read(&text).diags.into_iter().next().map(|diag| diag.place);
        let Some(Place::Span(span)) = place else { panic!("no place") };
        assert_eq!(Some(span.range().start - 2), text.find('!'));
    }
}

#[test]
fn line_ends_make_no_difference() {
    let text =
        "# A\n\na\nb  \nc\n\n- x\n\n  y\n\n```rust\na\n\n  b\n```\n\n    in\n\n|a|\n|-|\n|b|\n";
    let without_places = |text: &str| {
        let printed = format!("{:?}", read(text).value);
        let cut = printed
            .split("span: Span {")
            .map(|part| part.split_once('}').map_or(part, |x| x.1));
        cut.collect::<String>()
    };
    let unix = without_places(text);
    assert_eq!(without_places(&text.replace('\n', "\r\n")), unix);
    assert_eq!(without_places(&text.replace('\n', "\r")), unix);
}

#[test]
fn anchors_are_those_of_code_hosts() {
    let text = "# Regio's -- `a b` & co\n## Twee\n## Twee\n## Twee {#drie}\n## Twee\n# ???\n";
    let body = read(text).value;
    let ids: Vec<&str> = body.headings().iter().map(|heading| heading.id.as_str()).collect();
    assert_eq!(ids, ["regios----a-b--co", "twee", "twee-1", "drie", "twee-2", "section"]);
    check("# A\n\n## B {#a}\n", &[("markdown/duplicate-anchor", "a")]);
    check("# A {#é:b}\n", &[("markdown/bad-anchor", "é:b")]);
}

#[test]
fn words_and_the_first_paragraph_are_counted_in_text_only() {
    let parsed = read(
        "# Een twee\n\n```\ncode\n```\n\n*Drie* vier\n– vijf[^a].\n\n- zes\n\n|zeven|\n|-|\n|acht|\n\n[^a]: noot\n",
    );
    assert_eq!(count::words(&parsed.value.blocks), 8);
    assert_eq!(first_paragraph(&parsed.value.blocks).as_deref(), Some("Drie vier – vijf."));
}

#[test]
fn marks_are_made_for_dutch_and_left_alone_where_they_differ() {
    let first = |lang: &str| {
        let options = Options {
            lang: Lang::new(lang).unwrap(),
            components: &[],
            read_component: &exclamations,
        };
        let text = "'s Avonds zei hij 'goed zo' in de jaren '90...";
        first_paragraph(&parse(text, &OffsetMap::whole(FileId(0), 0), &options).value.blocks)
            .unwrap()
    };
    assert_eq!(first("nl"), "’s Avonds zei hij ‘goed zo’ in de jaren ’90…");
    assert_eq!(first("de"), "'s Avonds zei hij 'goed zo' in de jaren '90...");
}

#[test]
fn a_picture_alone_in_a_paragraph_is_a_figure() {
    let blocks = read("![a *b*](media:c 'd')\n\n- ![](e.jpg)\n").value.blocks;
    let [Block::Figure(picture), Block::List(list)] = blocks.as_slice() else {
        panic!("{blocks:?}");
    };
    assert_eq!((picture.alt.as_str(), picture.title.as_str()), ("a b", "d"));
    assert!(matches!(list.items[0].blocks.as_slice(), [Block::Figure(_)]));
}

#[test]
fn what_is_nested_too_deep_keeps_its_words() {
    let depth = 200;
    let parsed = read(&format!("{}diep *in* [a](b)\n\nna\n", "> ".repeat(depth)));
    let codes: Vec<&str> = parsed.diags.iter().map(|d| d.problem.code().name).collect();
    assert_eq!(codes, ["markdown/too-deep"]);
    let mut blocks = parsed.value.blocks.as_slice();
    while let [Block::Quote(inner), ..] = blocks {
        blocks = inner;
    }
    let [Block::Paragraph { content, .. }] = blocks else { panic!("{blocks:?}") };
    assert_eq!(plain_text(content), "diep in a");
}

#[test]
fn a_wide_table_is_cut() {
    let wide = format!("{}|\n{}|\n{}|\n", "|a".repeat(99), "|-".repeat(99), "|b".repeat(99));
    let parsed = read(&wide);
    let [Block::Table(table)] = parsed.value.blocks.as_slice() else { panic!("a table") };
    assert_eq!((table.columns.len(), table.head.len(), table.rows[0].len()), (60, 60, 60));
    assert_eq!(parsed.diags.len(), 1);
}

#[test]
fn every_problem_has_words_in_both_languages() {
    let text = "[a](x:y) [b](/c) [d](c:\\e) <i>\n\n[^f]: g\n\n# h {#,}\n";
    for diag in read(text).diags {
        let dutch = words(&diag.problem, Language::Nl);
        let english = words(&diag.problem, Language::En);
        assert_ne!(dutch.message, english.message);
        assert!(dutch.help.is_some() && english.help.is_some());
    }
}

#[test]
fn hostile_texts_are_answered_in_time_and_dropped_without_overflow() {
    const SIZE: usize = 100_000;
    let fill = |piece: &str| piece.repeat(SIZE / piece.len());
    let pair = |open: &str, close: &str| {
        let times = SIZE / (open.len() + close.len());
        format!("{}a{}", open.repeat(times), close.repeat(times))
    };
    let numbered = |line: fn(usize) -> String| (0..SIZE / 20).map(line).collect::<String>();
    let mut texts = vec![
        pair("[", "]"),
        pair("[", "](a)"),
        pair("![", "](a)"),
        pair("*a ", " b*"),
        pair("- ", "\n"),
        numbered(|n| format!("[^{n}]\n\n[^{n}]: x\n")),
        numbered(|n| format!("[a][b{n}]\n\n[c{n}]: x\n")),
        (1..450).map(|n| "`".repeat(n) + " ").collect(),
        (0..450).map(|n| " ".repeat(n) + "- a\n").collect(),
        format!("[a]: {}\n{}", "x".repeat(SIZE / 2), "[a]\n".repeat(SIZE / 8)),
        format!("{}\n{}\n{}", "|a".repeat(2_000), "|-".repeat(2_000), "|b\n".repeat(20_000)),
        format!("```{}\n", "c".repeat(SIZE)),
        format!("[a]({}:b)", "c".repeat(SIZE)),
    ];
    for piece in [
        ">",
        "> ",
        "[",
        "![",
        "*",
        "*a ",
        "**a *b ",
        "- ",
        "1. ",
        "> - 1. ",
        "[^a]",
        "[^a] \n",
        "[^a]: x\n",
        "[^a]:",
        "# a\n",
        "# a {#b}\n",
        "# {",
        "<b>",
        "<a ",
        "<!--",
        "a <? ",
        "```chart\n",
        "&",
        "\"'",
        "a\n: b\n",
        "~a ",
        "[a](<",
        "[a]: <",
        "- [ ] a\n",
        "\\[^",
        "a\r",
        "\0",
        "a\n-\n",
        "|",
        "xwww.",
        "(www.",
        "http://a--b.c ",
        "www.a.b ",
        "https://a.b/)",
        "[a](b:c) ",
    ] {
        texts.push(fill(piece));
    }
    for text in texts {
        let start = Instant::now();
        let body = read(&text).value;
        assert_eq!(body.clone(), body);
        let took = start.elapsed();
        let shown: String = text.chars().take(20).collect();
        assert!(took < Duration::from_secs(8), "{shown:?} took {took:?}");
    }
}

proptest::proptest! {
    #[test]
    fn any_text_gives_a_body_with_places_inside_it(
        pieces in proptest::collection::vec(proptest::sample::select(vec![
            "a", "é", " ", "\n", "\n\n", "> ", "- ", "1. ", "    ", "\t", "\r\n", "\r", "*", "**",
            "_", "`", "```", "chart", "[", "]", "(", ")", "](", "![", "[^a]", "[^a]: ", "[a]: ",
            "<", ">", "<b>", "<!--", "-->", "# ", "{#a}", "|", "|-|\n", ": ", "~~", "\\", "&amp;",
            "\"", "'", "--", "media:x", "javascript:", "www.é.nl", "[ ] ", "!", "\u{1f600}", "\0",
        ]), 0..40)
    ) {
        let text: String = pieces.concat();
        let noted = read(&text);
        for diag in &noted.diags {
            if let Place::Span(span) = diag.place {
                source(&text, span);
            }
        }
        for heading in noted.value.headings() {
            source(&text, heading.span);
        }
        for link in links(&text) {
            source(&text, link.span);
        }
    }
}
