//! Themes as small trees in memory.

use super::*;
use crate::base::{FileId, Span};
use crate::diag::Place;
use crate::theme::{Address, Voice, Word};
use crate::vfs::Disk;

fn tree(files: &[(&str, &str)]) -> Memory {
    let mut memory = Memory::default();
    for (path, text) in files {
        memory.insert(SourcePath::new(path).unwrap(), text.as_bytes());
    }
    memory
}

fn load(files: &[(&str, &str)], name: &str) -> Noted<Theme> {
    Theme::load(&tree(files), &spanned(name)).unwrap()
}

fn spanned(text: &str) -> Spanned<String> {
    Spanned::new(text.to_owned(), Span::top(FileId(0)))
}

fn word(key: &str, text: &str) -> Word {
    Word { key: spanned(key), text: spanned(text) }
}

#[test]
fn the_default_theme_needs_no_files_of_the_site() {
    let theme = load(&[], DEFAULT);
    assert_eq!(theme.diags, []);
    assert_eq!(theme.value.name, DEFAULT);
    assert!(theme.value.templates.iter().any(|t| t.name == "default/base.html"));
    assert!(theme.value.styles.contains("--accent"));
    assert!(theme.value.texts.contains_key(&Lang::nl()));
}

#[test]
fn a_file_of_the_site_wins_and_the_other_stays_within_reach() {
    let theme = load(&[("themes/default/templates/base.html", "own")], DEFAULT).value;
    let named = |name: &str| theme.templates.iter().find(|t| t.name == name).unwrap();
    assert_eq!(named("base.html").text, "own");
    assert!(named("default/base.html").text.contains("<html"));
}

#[test]
fn another_theme_falls_back_file_by_file_and_text_by_text() {
    let own = [
        ("themes/kaal/theme.yaml", "version: \"9\"\n"),
        ("themes/kaal/i18n/nl.yaml", "skip: \"Spring\"\n"),
        ("themes/kaal/templates/pages/home.html", "kaal"),
    ];
    let theme = load(&own, "kaal");
    assert_eq!(theme.diags, []);
    let theme = theme.value;
    assert_eq!((theme.name.as_str(), theme.version.as_str()), ("kaal", "9"));
    let nl = &theme.texts[&Lang::nl()];
    assert_eq!(nl.get("skip").map(String::as_str), Some("Spring"));
    assert!(nl.len() > 50);
    assert!(theme.templates.iter().any(|t| t.name == "pages/home.html"));
    assert!(theme.templates.iter().any(|t| t.name == "default/pages/home.html"));
}

#[test]
fn an_unknown_theme_is_noted_with_the_nearest() {
    let theme = load(&[("themes/zomer/theme.yaml", "")], "zomre");
    let problem =
        Problem::UnknownTheme { name: "zomre".to_owned(), nearest: Some("zomer".to_owned()) };
    assert_eq!(theme.diags, [Diag::at(Span::top(FileId(0)), problem)]);
    assert_eq!(theme.value.name, DEFAULT);
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the test makes folders")]
fn a_theme_is_one_folder_and_no_way_through_the_disk() {
    let site = tempfile::tempdir().unwrap();
    let root = site.path().join("site");
    for folder in ["site/themes/zomer", "elders"] {
        std::fs::create_dir_all(site.path().join(folder)).unwrap();
        std::fs::write(site.path().join(folder).join("theme.yaml"), "version: 9\n").unwrap();
    }
    let disk = Disk::open(&root).unwrap();
    assert_eq!(Theme::load(&disk, &spanned("zomer")).unwrap().value.version, "9");
    for name in ["..", "../..", "../../elders", ".", "zomer/", "zomer/../../../elders", "/"] {
        let theme = Theme::load(&disk, &spanned(name)).unwrap();
        assert_eq!(theme.value.name, DEFAULT, "{name}");
        let code = theme.diags.first().map(|diag| diag.problem.code().name);
        assert_eq!(code, Some("theme/unknown-theme"), "{name}");
    }
}

#[test]
fn a_site_speaks_with_its_own_words() {
    let mut theme = load(&[], DEFAULT).value;
    let texts = [
        ("hi", "Zoek je {region}"),
        ("hi.u", "Zoek uw {region}"),
        ("many", "{Regions}"),
        ("a", "A"),
    ];
    let texts = texts.map(|(key, text)| (key.to_owned(), text.to_owned()));
    theme.texts = BTreeMap::from([(Lang::nl(), BTreeMap::from(texts))]);
    let words = [word("a", "B"), word("hj", "x")];
    let lang = Lang::nl();
    let voice = Voice {
        lang: &lang,
        address: Address::Formal,
        regions: ("gebied", "gebieden"),
        words: &words,
    };
    let strings = theme.strings(&voice);
    assert_eq!(strings.value.text("hi"), "Zoek uw gebied");
    assert_eq!(strings.value.text("many"), "Gebieden");
    assert_eq!(strings.value.text("a"), "B");
    assert_eq!(strings.value.get("hi.u"), None);
    let problem = Problem::UnknownWord { key: "hj".to_owned(), nearest: Some("hi".to_owned()) };
    assert_eq!(strings.diags, [Diag::at(Span::top(FileId(0)), problem)]);
}

#[test]
fn a_language_that_lacks_texts_says_how_many_and_which_come_first() {
    let mut theme = load(&[], DEFAULT).value;
    let texts = |keys: &[&str]| -> BTreeMap<String, String> {
        keys.iter().map(|key| ((*key).to_owned(), "x".to_owned())).collect()
    };
    let english = texts(&["a", "b", "b.u", "c", "d", "e", "f"]);
    let dutch = texts(&["a", "b", "b.u", "c", "c.u", "d", "e", "f"]);
    let french = Lang::new("fr").unwrap();
    theme.texts = BTreeMap::from([
        (Lang::en(), english),
        (Lang::nl(), dutch),
        (french.clone(), texts(&["b"])),
    ]);
    let said = |lang: &Lang| {
        let words = [word("f", "du site")];
        let voice =
            Voice { lang, address: Address::Informal, regions: ("", ""), words: &words };
        theme.strings(&voice).diags
    };
    let first = ["a", "c", "d"].map(str::to_owned).to_vec();
    let problem = Problem::MissingLanguage { language: "fr".to_owned(), count: 4, first };
    assert_eq!(said(&french), [Diag::new(Place::Nowhere, problem)]);
    assert_eq!(said(&Lang::nl()), []);
    assert_eq!(said(&Lang::en()), []);
}

#[test]
fn settings_are_checked_and_go_into_the_stylesheet() {
    let theme = load(&[], DEFAULT).value;
    let given = [word("accent", "#7a1f5c"), word("accnt", "x"), word("accent-dark", "red")];
    let params = theme.params(&given);
    let at = |problem| Diag::at(Span::top(FileId(0)), problem);
    let unknown =
        Problem::UnknownParam { name: "accnt".to_owned(), nearest: Some("accent".to_owned()) };
    let bad = Problem::BadParam {
        name: "accent-dark".to_owned(),
        value: "red".to_owned(),
        kind: "colour",
    };
    assert_eq!(params.diags, [at(unknown), at(bad)]);
    assert_eq!(params.value.get("accent"), "#7a1f5c");
    assert!(theme.stylesheet(&params.value).contains("--accent:#7a1f5c"));
    let pale = theme.params(&[word("accent", "#dddddd")]);
    assert_eq!(pale.diags.len(), 1);
    assert_eq!(pale.diags[0].problem.code().name, "theme/pale-colour");
}

#[test]
fn the_default_of_a_themes_own_setting_reaches_the_stylesheet() {
    let about = "params:\n  accent:\n    default: \"#5b2a6e\"\n  brand:\n    type: colour\n    \
                 default: \"#7a1f5c\"\n    tokens: \"--brand\"\n";
    let css = |files: &[(&str, &str)], given: &[Word]| {
        let all: Vec<(&str, &str)> = [("themes/kaal/theme.yaml", about)]
            .into_iter()
            .chain(files.iter().copied())
            .collect();
        let theme = load(&all, "kaal").value;
        theme.stylesheet(&theme.params(given).value)
    };
    // A name that only the setting gives holds in both modes; one of the default theme in light mode.
    let plain = css(&[], &[]);
    assert!(plain.contains("@layer tokens{:root{--brand:#7a1f5c}}"), "{plain}");
    assert!(plain.contains("--accent-ink:#5b2a6e"));
    assert_eq!(css(&[], &[word("brand", "#7a1f5c")]), plain);
    // What the theme's own styles hold stands there once, with what they say of the other name.
    let tokens = ":root { --accent: #5B2A6E; --accent-ink: #111111; --brand: #7a1f5c }";
    let held = css(&[("themes/kaal/styles/tokens.css", tokens)], &[]);
    assert!(!held.contains("--accent-ink:#5b2a6e"), "{held}");
    assert_eq!(held.matches("--brand:").count(), 1);
    // What the site writes beside its content wins.
    let changed = css(&[("styles/tokens.css", ":root { --brand: #123456 }")], &[]);
    assert!(!changed.contains("#7a1f5c"), "{changed}");
    // The default theme keeps what its styles say.
    let theme = load(&[], DEFAULT).value;
    assert!(theme.params.values().all(|param| param.own.is_none()));
}

#[test]
fn a_sites_own_files_beside_its_content_win_over_any_theme() {
    let own = [
        ("templates/pages/story.html", "site"),
        ("styles/parts/head.css", ".of-site { color: red; }"),
        ("themes/kaal/templates/pages/story.html", "kaal"),
        ("themes/kaal/templates/pages/home.html", "kaal home"),
    ];
    let theme = load(&own, "kaal");
    assert_eq!(theme.diags, []);
    let named = |name: &str| {
        let all = &theme.value.templates;
        all.iter().find(|t| t.name == name).map(|t| t.text.as_str())
    };
    assert_eq!(named("pages/story.html"), Some("site"));
    assert_eq!(named("theme/pages/story.html"), Some("kaal"));
    assert!(named("default/pages/story.html").is_some_and(|text| text.contains("extends")));
    assert_eq!(named("pages/home.html"), Some("kaal home"));
    assert_eq!(named("theme/pages/home.html"), None);
    assert!(theme.value.styles.contains(".of-site"));
    assert!(!theme.value.styles.contains(".eyebrow > b {"));
    assert!(theme.value.styles.contains(".foot {"));
}

#[test]
fn what_a_site_changes_of_the_default_theme_holds_for_a_theme_of_its_own() {
    let changed = [
        ("themes/default/i18n/nl.yaml", "skip: \"Spring\"\n"),
        ("themes/default/templates/pages/story.html", "changed"),
        ("themes/default/templates/pages/home.html", "changed home"),
        ("themes/kaal/templates/pages/home.html", "kaal home"),
        ("themes/kaal/theme.yaml", "version: \"9\"\n"),
    ];
    let theme = load(&changed, "kaal");
    assert_eq!(theme.diags, []);
    let named = |name: &str| {
        let all = &theme.value.templates;
        all.iter().find(|t| t.name == name).map(|t| t.text.as_str())
    };
    assert_eq!(named("pages/story.html"), Some("changed"));
    assert!(named("default/pages/story.html").is_some_and(|text| text.contains("extends")));
    assert_eq!(named("pages/home.html"), Some("kaal home"));
    assert_eq!(named("theme/pages/home.html"), Some("changed home"));
    assert!(named("default/pages/home.html").is_some_and(|text| text.contains("extends")));
    let nl = &theme.value.texts[&Lang::nl()];
    assert_eq!(nl.get("skip").map(String::as_str), Some("Spring"));
    assert!(nl.len() > 50);
}
