//! Reading `content/site.yaml`.

use crate::base::{FileId, Lang, OffsetMap, Slug, Span, Spanned, nearest};
use crate::diag::problem::Site;
use crate::diag::{Code, Diag, Noted, Policy, Severity};
use crate::schema::{self, Data, Record};
use crate::yaml::{self, Node};

use super::check;
use super::paths::is_fixed;
use super::settings::{
    Address, Config, Host, NewsletterConfig, Paste, Phase, Programme, Target,
};
use super::{EditorLink, SITE, Section, Worded};

/// Where it stands, relative to the root.
pub const PATH: &str = "content/site.yaml";

/// How many items of a list stand on one page when the site does not say: what a telephone shows
/// at once and a reader still looks through.
const PER_PAGE: usize = 200;
/// How many days before it ends a consent is told of when the site does not say.
const WARN_DAYS: i32 = 60;
/// How many megabytes the store may have when the site does not say.
const STORE_MAX_MB: u32 = 2000;

/// Whether this program was built with what makes AVIF.
const MAKES_AVIF: bool = cfg!(feature = "avif");

/// Reads the text of `site.yaml`. A mistake in it is a content mistake: what can be understood
/// is used, so that the rest of the content is checked too.
pub fn read(file: FileId, text: &str) -> Noted<Config> {
    let mut diags = Vec::new();
    let map = OffsetMap::whole(file, 0);
    let node = yaml::read(text, &map).into_value(&mut diags);
    let is_readable = node.is_some() || !diags.iter().any(Diag::is_error);
    let node = node.unwrap_or_else(|| Node::empty_mapping(Span::top(file)));
    let (record, references) = schema::read(&SITE, &node);
    // Fields that could not be read at all are not also said to be missing.
    let (record, field_diags) = (record.value, record.diags);
    diags.extend(field_diags.into_iter().filter(|_| is_readable));
    let lang =
        record.text("language").and_then(|text| Lang::new(&text)).unwrap_or_else(Lang::nl);
    let plain = |key: &str| record.text(key).map(|text| text.value);
    let worded = |key: &str| Worded::read(&record, key, &lang);
    let region_word = |key: &str| {
        let own = record.record("regions");
        own.map(|own| Worded::read(own, key, &lang)).unwrap_or_default()
    };
    diags.extend(useless(&record));
    let config = Config {
        title: worded("title"),
        tagline: worded("tagline"),
        langs: langs(&record, &lang),
        lang_places: lang_places(&record),
        base_url: base_url(&record, &mut diags),
        time_zone: text_or(&record, "time-zone", "Europe/Amsterdam"),
        theme: text_or(&record, "theme", "default"),
        theme_params: pairs(&record, "theme-params"),
        programme: record.record("programme").map(programme).unwrap_or_default(),
        region_word: region_word("one"),
        regions_word: region_word("many"),
        address: record.choice("address", Address::parse).unwrap_or(Address::Je),
        licence: plain("licence"),
        paths: paths(&record, &langs(&record, &lang), &mut diags),
        navigation: record.texts("navigation"),
        words: words(&record, &lang),
        newsletter: newsletter(&record, &mut diags),
        consent_warn_days: consent_warn_days(&record),
        policy: policy(&record, &mut diags),
        edit_url: plain("edit-url"),
        new_url: plain("new-url"),
        contact: record.text("contact"),
        demonstration: record.text("demonstration"),
        emails: record.texts("emails").into_iter().map(|text| text.value).collect(),
        security_contact: plain("security-contact"),
        editor_link: editor_link(&record, &mut diags),
        host: record.choice("host", Host::parse),
        per_page: per_page(&record),
        social_cards: social_cards(&record),
        avif: avif(&record, MAKES_AVIF, &mut diags),
        store_max_mb: count_in(&record, "store", "max-mb").unwrap_or(STORE_MAX_MB),
        references,
        is_readable,
        span: record.span,
        lang,
    };
    Noted::new(config, diags)
}

/// A text, or what stands for it where the site says nothing.
fn text_or(record: &Record, key: &str, default: &str) -> Spanned<String> {
    record.text(key).unwrap_or_else(|| Spanned::new(default.to_owned(), record.span))
}

/// A number in a group of settings.
fn count_in(record: &Record, group: &str, key: &str) -> Option<u32> {
    record.record(group)?.count(key)
}

fn consent_warn_days(record: &Record) -> i32 {
    let days = count_in(record, "consent", "warn-days");
    days.and_then(|days| i32::try_from(days).ok()).unwrap_or(WARN_DAYS)
}

fn per_page(record: &Record) -> usize {
    let items = record.count("per-page");
    items.and_then(|items| usize::try_from(items).ok()).unwrap_or(PER_PAGE)
}

fn social_cards(record: &Record) -> bool {
    let pictures = record.record("pictures");
    pictures.is_none_or(|own| !own.has("social-cards") || own.yes("social-cards"))
}

fn langs(record: &Record, lang: &Lang) -> Vec<Lang> {
    let mut langs = vec![lang.clone()];
    for other in record.texts("languages").iter().filter_map(|text| Lang::new(text)) {
        if !langs.contains(&other) {
            langs.push(other);
        }
    }
    langs
}

fn lang_places(record: &Record) -> Vec<(Lang, Span)> {
    let written = record.texts("languages").into_iter().chain(record.text("language"));
    written.filter_map(|text| Some((Lang::new(&text)?, text.span))).collect()
}

fn base_url(record: &Record, diags: &mut Vec<Diag>) -> String {
    let (url, diag) = check::base_url(&text_or(record, "base-url", ""));
    diags.extend(diag);
    url
}

/// What is wrong with settings that are of no use as they stand.
fn useless(record: &Record) -> Vec<Diag> {
    let emails = record.texts("emails");
    let contact = record.text("security-contact");
    let from = record.record("newsletter").and_then(|own| own.text("from"));
    let blanks =
        |key, known| record.text(key).map(|own| check::blanks(&own, known)).unwrap_or_default();
    let mut diags = blanks("edit-url", check::EDIT);
    diags.extend(blanks("new-url", check::NEW));
    diags.extend(contact.and_then(|own| check::contact(&own, &emails)));
    diags.extend(from.and_then(|own| check::sender(&own, &emails)));
    diags
}

fn pairs(record: &Record, key: &str) -> Vec<(Spanned<String>, Spanned<String>)> {
    let text = |value: &Spanned<Data>| {
        value.as_text().map(|text| Spanned::new(text.to_owned(), value.span))
    };
    record
        .map(key)
        .iter()
        .filter_map(|(key, value)| Some((key.clone(), text(value)?)))
        .collect()
}

fn programme(record: &Record) -> Programme {
    Programme {
        name: record.text("name").map(|text| text.value),
        period: record.period("period").map(|period| period.value),
        phase: record.choice("phase", Phase::parse),
        partners: record.texts("partners"),
    }
}

fn words(record: &Record, main: &Lang) -> Vec<(Spanned<String>, Spanned<Worded>)> {
    let worded = |(key, value): &(Spanned<String>, Spanned<Data>)| {
        (key.clone(), Spanned::new(Worded::of_data(value, main), value.span))
    };
    record.map("words").iter().map(worded).collect()
}

fn newsletter(site: &Record, diags: &mut Vec<Diag>) -> NewsletterConfig {
    let Some(record) = site.record("newsletter") else { return NewsletterConfig::default() };
    let target = |(name, value): &(Spanned<String>, Spanned<Data>)| {
        let own = value.as_record()?;
        // It becomes part of a file name.
        if Slug::new(name).is_none() {
            let suggestion = Slug::from_text(name).map(|slug| slug.to_string());
            let problem = Site::BadPath { word: name.value.clone(), suggestion };
            diags.push(Diag::at(name.span, problem));
            return None;
        }
        let mut code = |key: &str, lost: fn(&Spanned<String>) -> Option<Diag>| {
            let text = own.text(key)?;
            diags.extend(lost(&text));
            Some(text.value)
        };
        Some(Target {
            name: name.clone(),
            utm: own.has("utm").then(|| own.yes("utm")),
            unsubscribe: code("unsubscribe", check::placeholder),
            web_version: code("web-version", check::placeholder),
            postal_address: code("postal-address", check::placeholder_text),
            paste: own.choice("paste", Paste::parse),
        })
    };
    NewsletterConfig {
        utm: record.yes("utm"),
        from: record.text("from"),
        max_bytes: record.count("max-bytes"),
        subscribe_url: record.text("subscribe-url").map(|text| text.value),
        public_desk: !record.has("public-desk") || record.yes("public-desk"),
        targets: record.map("targets").iter().filter_map(target).collect(),
    }
}

fn paths(record: &Record, langs: &[Lang], diags: &mut Vec<Diag>) -> Vec<(Section, String)> {
    let mut paths: Vec<(Section, Spanned<String>)> = Vec::new();
    for (key, word) in pairs(record, "paths") {
        let section = Section::CHOICE.key(&key).and_then(Section::parse);
        match (section, Slug::new(&word)) {
            (None, _) => {
                let nearest = nearest(&key, Section::CHOICE.words()).map(str::to_owned);
                diags.push(Diag::at(
                    key.span,
                    Site::UnknownSection { name: key.value, nearest },
                ));
            }
            (_, None) => {
                let suggestion = Slug::from_text(&word).map(|slug| slug.to_string());
                diags.push(Diag::at(word.span, Site::BadPath { word: word.value, suggestion }));
            }
            _ if is_fixed(&word, langs) => {
                diags.push(Diag::at(word.span, Site::FixedPath { word: word.value }));
            }
            (Some(section), Some(_)) => paths.push((section, word)),
        }
    }
    if let Some(lang) = langs.first() {
        same_paths(&paths, lang, diags);
    }
    paths.into_iter().map(|(section, word)| (section, word.value)).collect()
}

/// Reports every word that another section has too, by itself or because it was given it.
fn same_paths(paths: &[(Section, Spanned<String>)], lang: &Lang, diags: &mut Vec<Diag>) {
    for (at, (section, word)) in paths.iter().enumerate() {
        let earlier = paths.iter().take(at).find(|(_, own)| own.value == word.value);
        let is_given = |other: &Section| paths.iter().any(|(own, _)| own == other);
        let by_itself = Section::ALL
            .iter()
            .find(|other| !is_given(other) && super::default_path(**other, lang) == word.value);
        let other = earlier.map(|(other, _)| other).or(by_itself);
        let Some(other) = other.filter(|other| *other != section) else { continue };
        let (section, other) = (section.as_str(), other.as_str());
        let problem = Site::SamePath { word: word.value.clone(), section, other };
        let diag = Diag::at(word.span, problem);
        diags.push(match earlier {
            Some((_, first)) => diag.related(first.span),
            None => diag,
        });
    }
}

fn editor_link(record: &Record, diags: &mut Vec<Diag>) -> EditorLink {
    let Some(word) = record.text("editor-link") else { return EditorLink::default() };
    EditorLink::parse(&word).unwrap_or_else(|| {
        let nearest = nearest(&word, EditorLink::words()).map(str::to_owned);
        diags.push(Diag::at(word.span, Site::UnknownEditor { word: word.value, nearest }));
        EditorLink::default()
    })
}

/// Whether AVIF is asked for of a program that makes it.
fn avif(record: &Record, makes_it: bool, diags: &mut Vec<Diag>) -> bool {
    let asked = record.record("pictures").filter(|own| own.yes("avif"));
    if let Some(pictures) = asked.filter(|_| !makes_it) {
        diags.push(Diag::at(pictures.key_span("avif"), Site::WithoutAvif));
    }
    asked.is_some() && makes_it
}

fn policy(record: &Record, diags: &mut Vec<Diag>) -> Policy {
    let mut policy = Policy::default();
    for (name, word) in pairs(record, "severity") {
        let Some(code) = Code::find(&name) else {
            let codes = Code::all();
            let nearest = nearest(&name, codes.iter().map(|code| code.name)).map(str::to_owned);
            diags.push(Diag::at(name.span, Site::UnknownCode { name: name.value, nearest }));
            continue;
        };
        let Some(severity) = Severity::parse(&word) else {
            diags.push(Diag::at(word.span, Site::UnknownSeverity { word: word.value }));
            continue;
        };
        if !policy.set(code, severity) {
            diags.push(Diag::at(word.span, Site::ProtectedCode { name: code.name }));
        }
    }
    policy
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn avif_that_cannot_be_made_is_told_and_not_counted_on() {
        let found = |text: &str, makes_it: bool| {
            let map = OffsetMap::whole(FileId(0), 0);
            let node = yaml::read(text, &map).into_value(&mut Vec::new()).unwrap();
            let (record, _) = schema::read(&SITE, &node);
            let mut diags = Vec::new();
            let is_made = avif(&record.value, makes_it, &mut diags);
            (is_made, diags.iter().map(|own| own.problem.code().name).collect::<Vec<_>>())
        };
        let asks = "pictures: {avif: yes}\n";
        assert_eq!(found(asks, true), (true, vec![]));
        assert_eq!(found(asks, false), (false, vec!["site/without-avif"]));
        for text in ["pictures: {avif: no}\n", "pictures: {}\n", "title: A\n"] {
            assert_eq!(found(text, true), (false, vec![]), "{text}");
            assert_eq!(found(text, false), (false, vec![]), "{text}");
        }
    }
}
