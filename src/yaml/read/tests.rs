//! What comes of texts, right and wrong.

use std::fmt::Write as _;

use super::read;
use crate::base::{FileId, OffsetMap, Span};
use crate::diag::{Diag, Place};
use crate::yaml::{Node, Value};

/// The tree on one line: `'x'` is certainly text, `x` as it stands, `~` nothing.
fn tree(node: &Node, out: &mut String) {
    match &node.value {
        Value::Null => out.push('~'),
        Value::Scalar(scalar) if scalar.quoted => write!(out, "{:?}", scalar.text).unwrap(),
        Value::Scalar(scalar) => out.push_str(&scalar.text),
        Value::List(items) => {
            out.push('[');
            for item in items {
                tree(item, out);
                out.push(',');
            }
            out.push(']');
        }
        Value::Mapping(entries) => {
            out.push('{');
            for entry in entries {
                write!(out, "{}:", entry.key.value).unwrap();
                tree(&entry.value, out);
                out.push(',');
            }
            out.push('}');
        }
    }
}

/// Line and text of a place.
fn place(place: &Place, text: &str) -> String {
    let Place::Span(span) = place else { panic!("no span: {place:?}") };
    let line = text.get(..span.start as usize).unwrap().matches('\n').count() + 1;
    format!("{line} `{}`", text.get(span.range()).unwrap())
}

fn shown(diag: &Diag, text: &str) -> String {
    let mut out = format!("{} {}", place(&diag.place, text), diag.problem.code().name);
    for related in &diag.related {
        write!(out, " (and {})", place(&related.place, text)).unwrap();
    }
    out
}

/// Tree and diagnostics of a text, a line each.
fn outcome(text: &str) -> Vec<String> {
    let read = read(text, &OffsetMap::whole(FileId(0), 0));
    let mut out = String::new();
    match &read.value {
        Some(node) => tree(node, &mut out),
        None => out.push_str("nothing"),
    }
    let mut lines = vec![out];
    lines.extend(read.diags.iter().map(|diag| shown(diag, text)));
    lines
}

#[test]
fn decimals_behind_a_comma_between_braces_stay_with_their_number() {
    assert_eq!(outcome("a: {x: -12,5, y: 0,5 %}"), ["{a:{x:-12,5,y:0,5 %,},}"]);
    assert_eq!(outcome("a: {x: 12, 5}"), ["{a:{x:12,5:~,},}"]);
    assert_eq!(outcome("a: {x: 12,5: b}"), ["{a:{x:12,5:b,},}"]);
    assert_eq!(outcome("a: {x: \"12\",5}"), ["{a:{x:\"12\",5:~,},}"]);
    assert_eq!(outcome("a: {1,5}"), ["{a:{1:~,5:~,},}"]);
}

#[test]
fn scalars_keep_their_text_as_written() {
    let text = "a: no\nb: 0123\nc: 1_000\nd: 2020-03\ne: 9000\nf: 1.50\ng: 'x'\nh: \"y\"\n";
    assert_eq!(
        outcome(text),
        ["{a:no,b:0123,c:1_000,d:2020-03,e:9000,f:1.50,g:\"x\",h:\"y\",}"]
    );
}

#[test]
fn what_is_empty_is_null() {
    assert_eq!(outcome("a:\nb: ~\nc: null\nd: ''\ne: []\n"), ["{a:~,b:~,c:~,d:\"\",e:[],}"]);
    for text in ["", "\n\n", "# alleen een opmerking\n", "~\n", "\u{feff}"] {
        assert_eq!(outcome(text), ["nothing"], "{text:?}");
    }
}

#[test]
fn blocks_and_long_texts_are_read() {
    let text = "a: |\n  een: x\n\n  twee\nb: >-\n  een\n  twee\nc: een\n  twee\n";
    assert_eq!(outcome(text), ["{a:\"een: x\\n\\ntwee\\n\",b:\"een twee\",c:een twee,}"]);
}

#[test]
fn line_ends_of_any_kind_give_one_tree() {
    let expected = ["{a:1,b:[x,y,],}"];
    for end in ["\n", "\r\n", "\r"] {
        assert_eq!(outcome(&"a: 1\nb:\n  - x\n  - y\n".replace('\n', end)), expected);
    }
    assert_eq!(outcome("\u{feff}a: 1\nb: [x, y]"), expected);
}

#[test]
fn every_key_and_value_knows_its_place_in_the_file() {
    let text = "é: ja\nlijst:\n  - één\n  - {k: v}\n";
    let map = OffsetMap::whole(FileId(2), 100);
    let root = read(text, &map).value.unwrap();
    let slice = |span: Span| {
        assert_eq!(span.file, FileId(2));
        text.get(span.start as usize - 100..span.end as usize - 100).unwrap()
    };
    let first = root.entry("é").unwrap();
    assert_eq!((slice(first.key.span), slice(first.value.span)), ("é", "ja"));
    let list = root.entry("lijst").unwrap();
    assert_eq!(slice(list.key.span), "lijst");
    let Value::List(items) = &list.value.value else { panic!("no list") };
    assert_eq!(slice(items[0].span), "één");
    assert_eq!(slice(items[1].span), "{k: v}");
    assert_eq!(slice(items[1].entry("k").unwrap().value.span), "v");
    assert_eq!(slice(root.span), text.trim_end());
}

#[test]
fn an_empty_value_stands_at_its_colon() {
    let root = read("a:\nb: 1\n", &OffsetMap::whole(FileId(0), 0)).value.unwrap();
    assert_eq!(root.entry("a").unwrap().value.span, Span::new(FileId(0), 1, 1));
}

#[test]
fn a_key_that_stands_twice_points_at_both_and_the_first_stays() {
    assert_eq!(
        outcome("a: 1\nb: 2\na: 3\nb: {c: 1, c: 2}\n"),
        [
            "{a:1,b:2,}",
            "3 `a` yaml/duplicate-key (and 1 `a`)",
            "4 `b` yaml/duplicate-key (and 2 `b`)",
            "4 `c` yaml/duplicate-key (and 4 `c`)",
        ]
    );
}

#[test]
fn a_title_with_a_colon_is_named_at_the_colon_and_read_all_the_same() {
    assert_eq!(
        outcome("title: Een titel: met dubbele punt\ndate: 2021-03-18\n"),
        [
            "{title:\"Een titel: met dubbele punt\",date:2021-03-18,}",
            "1 `:` yaml/unquoted-colon",
        ]
    );
    assert_eq!(
        outcome("a:\n  - Wat: dit: dat\n  - b\n"),
        ["{a:[{Wat:\"dit: dat\",},b,],}", "2 `:` yaml/unquoted-colon"]
    );
    assert_eq!(
        outcome("a: een lange tekst\n  die doorloopt: ja\nb: 1\n"),
        ["{a:\"een lange tekst die doorloopt: ja\",b:1,}", "2 `:` yaml/unquoted-colon"]
    );
}

#[test]
fn values_that_need_quotes_are_named_and_read_all_the_same() {
    for (value, character) in [
        ("@redactie schrijft", "@"),
        ("`code` staat hier", "`"),
        ("%20 is een spatie", "%"),
        ("*nadruk* op dit", "*"),
        ("& meer", "&"),
        ("[Concept] Een titel", "["),
        ("{{ naam }}", "{"),
        ("'s Avonds is het stil", "'"),
        ("'t Gooi: een verhaal", "'"),
        ("\"Zo\" werkt het", "\""),
        ("> 50 procent", ">"),
        ("| streep", "|"),
        ("- streepje", "-"),
        ("] dicht", "]"),
    ] {
        let text = format!("title: {value}\nb: 1\n");
        let expected =
            [format!("{{title:{value:?},b:1,}}"), format!("1 `{character}` yaml/needs-quotes")];
        assert_eq!(outcome(&text), expected, "{value}");
    }
}

#[test]
fn a_list_is_no_key() {
    assert_eq!(outcome("[a]: b\n"), ["\"[a]: b\"", "1 `[` yaml/needs-quotes"]);
    assert_eq!(outcome(": b\nc: 1\n"), ["{c:1,}", "1 `` yaml/not-a-field"]);
}

#[test]
fn text_that_would_be_lost_is_named() {
    assert_eq!(
        outcome("a: Leerlijn #2 van drie\nb: #samen\nc: x # goed\nd: C#\ne: '#1' #nee\n"),
        [
            "{a:Leerlijn,b:~,c:x,d:C#,e:\"#1\",}",
            "1 `#2 van drie` yaml/hash-in-text",
            "2 `#samen` yaml/hash-in-text",
        ]
    );
    assert_eq!(
        outcome("a: !let op\nb: !!str 1\n"),
        ["{a:op,b:\"1\",}", "1 `!let` yaml/needs-quotes"]
    );
}

#[test]
fn references_that_lead_nowhere_are_text_that_needs_quotes() {
    assert_eq!(
        outcome("a: *nergens\nb: &los tekst\n"),
        [
            "{a:\"*nergens\",b:tekst,}",
            "1 `*nergens` yaml/needs-quotes",
            "2 `&los` yaml/needs-quotes",
        ]
    );
    assert_eq!(outcome("a: &x {k: 1}\nb: *x\n"), ["{a:{k:1,},b:{k:1,},}"]);
}

#[test]
fn what_is_opened_and_not_closed_is_named_where_it_opens() {
    assert_eq!(
        outcome("title: \"Een titel\ndate: 2021\n"),
        ["nothing", "1 `\"` yaml/unclosed"]
    );
    assert_eq!(outcome("topics: [a, b\ndate: 2021\n"), ["nothing", "1 `[` yaml/unclosed"]);
    assert_eq!(outcome("a: {b: [c}\n"), ["nothing", "1 `{` yaml/unclosed"]);
    assert_eq!(outcome("a: 'x"), ["nothing", "1 `'` yaml/unclosed"]);
}

#[test]
fn tabs_and_crooked_lines_are_named() {
    assert_eq!(
        outcome("a:\n\tb: 1\n\tc: 2\n"),
        ["nothing", "2 `\t` yaml/tab", "3 `\t` yaml/tab"]
    );
    assert_eq!(
        outcome("period:\n    from: 2020\n  to: 2021\n"),
        ["nothing", "3 `to` yaml/indentation"]
    );
    assert_eq!(outcome("title: A\n  date: 2021\n"), ["nothing", "2 `date` yaml/indentation"]);
}

#[test]
fn a_line_that_is_no_field_is_named() {
    assert_eq!(
        outcome("a: 1\nlosse woorden\nb:2\nc: 3\n"),
        ["nothing", "2 `losse woorden` yaml/not-a-field", "3 `b:` yaml/not-a-field"]
    );
    assert_eq!(outcome("title Een titel\nb: 1\n")[1], "1 `title Een titel` yaml/not-a-field");
}

#[test]
fn several_mistakes_are_told_at_once() {
    assert_eq!(
        outcome("title: A: b\nsummary: |\n  geen: fout: hier\nx: @c\ntitle: 'd'\n"),
        [
            "{title:\"A: b\",summary:\"geen: fout: hier\\n\",x:\"@c\",}",
            "1 `:` yaml/unquoted-colon",
            "4 `@` yaml/needs-quotes",
            "5 `title` yaml/duplicate-key (and 1 `title`)",
        ]
    );
}

#[test]
fn what_no_rule_names_is_told_at_its_place() {
    assert_eq!(outcome("a: \"C:\\map\"\n"), ["nothing", "1 `\"` yaml/syntax"]);
    assert_eq!(outcome("a: 1\n---\nb: 2\n"), ["{a:1,}", "2 `---` yaml/syntax"]);
}
