//! A small site for tests: files in, catalogue, templates and shared parts out.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::{Date, FileId, Lang, SourcePath};
use crate::catalog::{self, Audience, Catalog, FileFacts, Input, SentRecord, Style};
use crate::config::{self, Config};
use crate::diag::Diag;
use crate::i18n::Strings;
use crate::parse::{self, Origin, Role, Vocabulary};
use crate::render::outputs::newsletter;
use crate::render::outputs::pages::{Shared, SiteFacts};
use crate::render::outputs::templates::Templates;
use crate::theme::{Address, Theme, Voice, embedded};

const SITE: &str = "title: Proef\nlanguage: nl\nbase-url: https://voorbeeld.example/\n";

/// A small site.
pub(crate) struct Trial {
    pub(crate) catalog: Catalog,
    pub(crate) templates: Templates,
    pub(crate) shared: Shared,
    pub(crate) diags: Vec<Diag>,
}

impl Trial {
    /// A site of these files on 1 July 2026. Without a `site.yaml` it has a plain Dutch one. A
    /// media file is 1600 by 900 pixels.
    pub(crate) fn of(files: &[(&str, &str)]) -> Self {
        let mut sorted: Vec<(&str, &str)> = files.to_vec();
        if !sorted.iter().any(|(path, _)| *path == config::PATH) {
            sorted.push((config::PATH, SITE));
        }
        sorted.sort_unstable();
        let site = sorted.iter().position(|(path, _)| *path == config::PATH).unwrap();
        let config = config::read(id(site), sorted[site].1).value;
        let theme = Theme::load(&embedded(), &config.theme).unwrap().value;
        let strings = strings(&theme, &config);
        let all: Vec<Strings> = strings.values().cloned().collect();
        let templates = Templates::compile(&theme, &all).value.unwrap();
        let mut input = Input {
            config: Arc::new(config),
            documents: Vec::new(),
            vocabulary: Vocabulary::default(),
            media: Vec::new(),
            media_files: BTreeMap::new(),
            companions: BTreeMap::new(),
            data: BTreeMap::new(),
            records: BTreeMap::new(),
            as_is: Vec::new(),
            strings,
            today: Date::new(2026, 7, 1).unwrap(),
            audience: Audience::Public,
            style: Style::Folder,
        };
        let mut diags = Vec::new();
        for (at, (path, text)) in sorted.iter().enumerate() {
            let path = &SourcePath::new(path).unwrap();
            take(&mut input, Given { file: id(at), path, text }, &mut diags);
        }
        let catalog = catalog::build(input, None).into_value(&mut diags);
        let facts =
            SiteFacts { stylesheet: "assets/site.css".to_owned(), ..SiteFacts::default() };
        let shared = Shared::new(&catalog, &facts, false);
        Self { catalog, templates, shared, diags }
    }

    /// The document at a path.
    pub(crate) fn entry(&self, path: &str) -> &catalog::Entry {
        let mut all = self.catalog.entries().iter();
        all.find(|entry| entry.document.path.as_str() == path).unwrap()
    }
}

fn id(at: usize) -> FileId {
    FileId(u32::try_from(at).unwrap())
}

fn strings(theme: &Theme, config: &Config) -> BTreeMap<Lang, Strings> {
    let of = |lang: &Lang| {
        let regions = config.region_words(lang);
        let voice = Voice { lang, address: Address::Informal, regions, words: &[] };
        (lang.clone(), theme.strings(&voice).value)
    };
    config.langs.iter().map(of).collect()
}

/// A file of a trial site.
#[derive(Clone, Copy)]
struct Given<'a> {
    file: FileId,
    path: &'a SourcePath,
    text: &'a str,
}

fn take(input: &mut Input, own: Given<'_>, diags: &mut Vec<Diag>) {
    let Given { file, path, text } = own;
    match parse::classify(path).unwrap() {
        Role::Site | Role::Companion => {}
        Role::Document { kind, id, lang } => {
            let lang = lang.unwrap_or_else(|| input.config.lang.clone());
            let origin = Origin { file, path: path.clone(), kind, id, lang };
            input.documents.push(parse::document(origin, &text.into(), None).into_value(diags));
        }
        Role::Vocabulary(name) => {
            diags.extend(parse::vocabulary(name, file, text, &mut input.vocabulary));
        }
        Role::Sidecar(media) => {
            let facts = FileFacts {
                hash: "0123abcd".to_owned(),
                whole_hash: "0123abcd".repeat(8),
                bytes: 1000,
                size: Some((1600, 900)),
                pages: None,
                derived: (media.extension() != "svg").then_some(crate::media::Encoding::Png),
                is_flat: false,
            };
            input.media_files.insert(media.clone(), facts);
            let (item, _) = parse::sidecar(file, &media, text);
            input.media.push(item.into_value(diags));
        }
        Role::Record(edition) => {
            let newsletter::Recorded { media, told, needs } = newsletter::recorded(text);
            let text = Arc::from(text);
            input.records.insert(edition, SentRecord { file, text, media, told, needs });
        }
        Role::Media | Role::AsIs => {}
        Role::Data => {
            let table = parse::data::read(file, text).into_value(diags);
            input.data.insert(path.clone(), table);
        }
    }
}
