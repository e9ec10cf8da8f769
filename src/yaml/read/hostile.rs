//! Texts that nobody writes by hand: huge, deep, or thrown together.

use std::fmt::Write as _;

use proptest::prelude::*;

use super::read;
use crate::base::{FileId, OffsetMap, Span};
use crate::diag::Place;
use crate::yaml::{Node, Value};

/// Work that grows faster than these texts would never end, so that no clock is needed.
#[test]
fn hostile_texts_are_answered() {
    let nine =
        |c: char| format!("{c}: &{c} [{}]\n", vec![format!("*{}", before(c)); 9].join(","));
    let bomb: String = std::iter::once("a: &a [x,x,x,x,x,x,x,x,x]\n".to_owned())
        .chain(('b'..='i').map(nine))
        .collect();
    let deep = (0..3000).fold(String::new(), |mut out, depth| {
        writeln!(out, "{}a:", " ".repeat(depth % 700)).unwrap();
        out
    });
    let stairs = (0..400).fold(String::new(), |mut out, depth| {
        writeln!(out, "{}a:", " ".repeat(depth)).unwrap();
        out
    });
    let million = |piece: &str| piece.repeat(1_000_000 / piece.len());
    for (name, text, complex) in [
        ("brackets", "[".repeat(100_000), true),
        ("braces", "{a: ".repeat(100_000), true),
        ("dashes", "- ".repeat(100_000), true),
        ("bomb", bomb, true),
        ("itself", "a: &a [*a]\n".to_owned(), true),
        ("stairs", stairs, true),
        ("deep", deep, false),
        ("one word", million("a"), false),
        ("one value", format!("a: {}", million("b ")), false),
        ("colons", million("a: "), false),
        ("quotes", million("\"a"), false),
        ("apostrophes", million("'"), false),
        ("anchors", million("&a "), false),
        ("aliases", million("*a "), false),
        ("questions", million("? "), false),
        ("exclamations", million("!a "), false),
        ("comments", million("#\n"), false),
        ("hash", million(" #"), false),
        ("unclosed quotes", million("a: \"x\n"), false),
        ("unclosed brackets", million("a: [x\n"), false),
        ("brackets in a column", million("[\n"), true),
        ("colon lines", million("a: b: c\n"), false),
        ("a long list", million("- a\n"), true),
        ("nothing", million("\n"), false),
        ("returns", million("\r"), false),
        ("tabs", million("\t"), false),
        ("wide", million("é"), false),
        ("too long", "a".repeat(5 << 20), true),
    ] {
        let outcome = read(&text, &OffsetMap::whole(FileId(0), 0));
        let codes: Vec<_> = outcome.diags.iter().map(|diag| diag.problem.code().name).collect();
        assert!(!complex || codes.contains(&"yaml/too-complex"), "{name}: {codes:?}");
    }
}

fn before(c: char) -> char {
    char::from(c as u8 - 1)
}

fn spans(node: &Node, out: &mut Vec<Span>) {
    out.push(node.span);
    match &node.value {
        Value::List(items) => items.iter().for_each(|item| spans(item, out)),
        Value::Mapping(entries) => {
            for entry in entries {
                out.push(entry.key.span);
                spans(&entry.value, out);
            }
        }
        Value::Null | Value::Scalar(_) => {}
    }
}

/// Text made of what YAML is made of, so that it is often nearly right.
fn yamlish() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just(": "),
        Just("\n"),
        Just("  "),
        Just("- "),
        Just("a"),
        Just("é"),
        Just("\""),
        Just("'"),
        Just("["),
        Just("]"),
        Just("{"),
        Just("}"),
        Just(","),
        Just("&a "),
        Just("*a"),
        Just("|"),
        Just(">"),
        Just("#"),
        Just("\t"),
        Just("---\n"),
        Just("\r"),
        Just("? "),
        Just("!"),
        Just("%"),
        Just("@"),
        Just("k: v\n"),
        Just("\u{feff}"),
        Just("\u{e}"),
        Just("~"),
        Just("\\"),
        Just("<<"),
        Just("\u{85}"),
        Just("\u{2028}"),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn stays_inside(text: &str) -> Result<(), TestCaseError> {
    let read = read(text, &OffsetMap::whole(FileId(0), 0));
    let mut all = Vec::new();
    if let Some(root) = &read.value {
        spans(root, &mut all);
    }
    for diag in &read.diags {
        let related = diag.related.iter().map(|related| &related.place);
        for place in std::iter::once(&diag.place).chain(related) {
            let Place::Span(span) = place else { panic!("no span: {diag:?}") };
            all.push(*span);
        }
    }
    for span in all {
        prop_assert!(text.get(span.range()).is_some(), "{span:?} in {text:?}");
    }
    // What is refused is told.
    prop_assert!(read.value.is_some() || !read.diags.is_empty() || is_empty(text), "{text:?}");
    Ok(())
}

/// Whether there is nothing in a text, as another reader sees it. One that it cannot read says
/// nothing of that.
fn is_empty(text: &str) -> bool {
    // It knows YAML 1.1, in which these end a line, and a mark of the byte order is a letter.
    let text = text.replace('\u{feff}', "").replace(['\u{85}', '\u{2028}', '\u{2029}'], " ");
    matches!(serde_yaml::from_str(&text), Ok(serde_yaml::Value::Null) | Err(_))
}

proptest! {
    #[test]
    fn any_text_is_answered_with_places_inside_it(text in any::<String>()) {
        stays_inside(&text)?;
    }

    #[test]
    fn nearly_right_text_is_answered_with_places_inside_it(text in yamlish()) {
        stays_inside(&text)?;
    }
}
