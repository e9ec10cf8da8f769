//! Themes of a few lines, and what is said about their mistakes.

use super::compile::used_keys;
use super::*;
use crate::diag::Place;
use crate::diag::problem::{Slip, Theme as Problem};
use crate::i18n::Strings;
use crate::theme::{TemplateFile, Theme};

fn theme(templates: &[(&str, &str)]) -> Theme {
    let templates = templates
        .iter()
        .map(|(name, text)| TemplateFile {
            name: (*name).to_owned(),
            path: SourcePath::new(&format!("themes/x/templates/{name}")).unwrap(),
            text: (*text).to_owned(),
        })
        .collect();
    Theme {
        name: "x".to_owned(),
        version: String::new(),
        licence: String::new(),
        params: BTreeMap::new(),
        templates,
        styles: String::new(),
        scripts: Vec::new(),
        statics: Vec::new(),
        texts: BTreeMap::new(),
    }
}

fn dutch() -> Strings {
    let texts = [
        ("seen", "{n} van {of} <regio's>"),
        ("stories_one", "{n} verhaal"),
        ("stories_many", "{n} verhalen"),
    ];
    let texts = texts.map(|(key, text)| (key.to_owned(), text.to_owned()));
    Strings::new(Lang::nl(), BTreeMap::from(texts))
}

#[derive(Serialize)]
struct View {
    name: &'static str,
    list: Shared,
}

fn render(template: &str) -> Result<String, Box<Diag>> {
    let compiled = Templates::compile(&theme(&[("a.html", template)]), &[dutch()]);
    assert_eq!(compiled.diags, []);
    let view = View { name: "R&D", list: Templates::share(&["een", "twee"]) };
    let lang = Lang::nl();
    let asked = Request { template: "a.html", lang: &lang, document: "content/a.md" };
    compiled.value.unwrap().render(asked, &view)
}

fn failure(template: &str) -> (Place, String, Option<String>) {
    let diag = *render(template).unwrap_err();
    match diag.problem {
        crate::diag::Problem::Theme(Problem::TemplateFailed {
            line,
            column,
            slip,
            document,
            ..
        }) => (diag.place, format!("{line}:{column} {}", shown(&slip)), document),
        other => panic!("{other:?}"),
    }
}

fn shown(slip: &Slip) -> String {
    match slip {
        Slip::Unknown { named, name, known } if known.is_empty() => format!("{named:?} {name}"),
        Slip::Unknown { named, name, known } => {
            format!("{named:?} {name}; {}", known.join(", "))
        }
        Slip::Other(detail) => detail.clone(),
    }
}

#[test]
fn a_view_is_shown_and_escaped_and_texts_are_filled() {
    let shown = render(
        "{{ name }}: {{ list | join(sep=\", \") }}; {{ t.seen | fill(n=3, of=\"35\") }}; \
         {{ 1 | count(one=t.stories_one, many=t.stories_many) }}, \
         {{ list | length | count(one=t.stories_one, many=t.stories_many) }}; \
         {{ \"2021-03-08\" | date(lang=\"nl\") }}; {{ 1450.5 | number(lang=\"nl\") }}, \
         {{ \"2000\" | number(lang=\"en\") }}",
    );
    assert_eq!(
        shown.unwrap(),
        "R&amp;D: een, twee; 3 van 35 &lt;regio’s&gt;; 1 verhaal, 2 verhalen; 8 maart 2021; 1.450,5, 2,000"
    );
}

#[test]
fn a_failing_template_names_its_line_and_the_document() {
    let (place, said, document) = failure("<p>\n{{ nam }}</p>");
    let path = SourcePath::new("themes/x/templates/a.html").unwrap();
    assert_eq!(place, Place::File(path));
    assert!(said.starts_with("2:4 "), "{said}");
    assert_eq!(document.as_deref(), Some("content/a.md"));
}

#[test]
fn filters_refuse_arguments_they_do_not_know() {
    for template in [
        "{{ t.seen | fill(x=3) }}",
        "{{ 1 | count(one=t.stories_one, many=t.stories_many, of=2) }}",
        "{{ \"2021-03-08\" | date(lang=\"nl\", form=\"x\") }}",
        "{{ \"8 maart\" | date(lang=\"nl\") }}",
    ] {
        assert!(failure(template).1.starts_with("1:"), "{template}");
    }
}

#[test]
fn every_broken_template_is_named() {
    let theme = theme(&[("a.html", "{{ x"), ("b.html", "ok"), ("c.html", "\n{% if %}")]);
    let compiled = Templates::compile(&theme, &[]);
    assert!(compiled.value.is_none());
    let places: Vec<Place> = compiled.diags.into_iter().map(|diag| diag.place).collect();
    let file = |name: &str| {
        Place::File(SourcePath::new(&format!("themes/x/templates/{name}")).unwrap())
    };
    assert_eq!(places, [file("a.html"), file("c.html")]);
}

#[test]
fn unknown_filters_and_includes_are_found_without_a_page() {
    let theme = theme(&[("a.html", "{{ 1 | nope }}"), ("b.html", "{% include \"c.html\" %}")]);
    let compiled = Templates::compile(&theme, &[]);
    let lines: Vec<_> = compiled
        .diags
        .iter()
        .map(|diag| match &diag.problem {
            crate::diag::Problem::Theme(Problem::TemplateBroken { line, slip, .. }) => {
                (*line, shown(slip))
            }
            other => panic!("{other:?}"),
        })
        .collect();
    let [(1, filter), (1, template)] = &lines[..] else { panic!("{lines:?}") };
    assert!(filter.starts_with("Filter nope; abs, ") && filter.contains(", qr, "), "{filter}");
    assert_eq!(template, "Template c.html; a.html, b.html");
}

#[test]
fn the_names_of_filters_and_tests_are_those_that_there_are() {
    let unknown = |code: String| {
        let templates = [("a.html", code.as_str())];
        let diags = Templates::compile(&theme(&templates), &[dutch()]).diags;
        diags.iter().any(|diag| diag.problem.code().name == "theme/template-broken")
    };
    for name in names::FILTERS.iter().chain(&filters::NAMES) {
        assert!(!unknown(format!("{{{{ x | {name} }}}}")), "{name}");
    }
    for name in names::TESTS {
        assert!(!unknown(format!("{{{{ x is {name} }}}}")), "{name}");
    }
    assert!(unknown("{{ x | nope }}".to_owned()) && unknown("{{ x is nope }}".to_owned()));
}

#[test]
fn texts_that_a_language_lacks_are_found_before_any_page() {
    let theme = theme(&[("a.html", "at.sen\n{{ t.sen }} and at. x {{ list.t.b }}")]);
    let compiled = Templates::compile(&theme, &[dutch()]);
    let problem = Problem::MissingText {
        key: "sen".to_owned(),
        language: "nl".to_owned(),
        nearest: Some("seen".to_owned()),
        line: 2,
        column: 4,
    };
    let path = SourcePath::new("themes/x/templates/a.html").unwrap();
    assert_eq!(compiled.diags, [Diag::of_file(path, problem)]);
}

#[test]
fn keys_are_found_in_code_only() {
    let text = "t.a {{ t.b }} t.c {% if t.d and not t.e %}{{ at.f }}{{ x(y=t.g) }}";
    assert_eq!(used_keys(text).into_iter().collect::<Vec<_>>(), ["b", "d", "e", "g"]);
}

#[test]
fn a_shared_list_is_no_copy() {
    let many: Vec<String> = (0..100_000).map(|n| format!("item {n}")).collect();
    let shared = Templates::share(&many);
    let compiled = Templates::compile(&theme(&[("a.html", "{{ list | length }}")]), &[]);
    let templates = compiled.value.unwrap();
    let lang = Lang::nl();
    let asked = Request { template: "a.html", lang: &lang, document: "x" };
    // With a copy per page this would take minutes.
    for _ in 0..2000 {
        let view = View { name: "x", list: shared.clone() };
        assert_eq!(templates.render(asked, &view).unwrap(), "100000");
    }
}
