//! What a file of the output is made from.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::Asked;
use crate::base::SourcePath;
use crate::catalog::{Ingredients, section_of};
use crate::config::Section;
use crate::diag::{Fatal, Language};
use crate::model::DocKind;
use crate::output::{Content, File, MANIFEST};
use crate::plan::{FeedOf, Page, PageKind, plan};
use crate::render::outputs::search;
use crate::theme::Theme;

/// What every page shows of the settings.
const EVERY_PAGE: &[&str] = &[
    "title",
    "tagline",
    "language",
    "languages",
    "base-url",
    "theme",
    "theme-params",
    "programme",
    "navigation",
    "paths",
    "words",
    "address",
    "edit-url",
    "licence",
    "contact",
    "emails",
];

impl Asked<'_> {
    /// What a file of the output is made from; `None` when there is no such file.
    pub(super) fn of_output(&self, path: &str) -> Result<Option<String>, Fatal> {
        let Some(output) = &self.made.output else {
            let of_source = path.starts_with("content/");
            let stopped = || (!of_source).then(|| self.no_pages());
            return Ok(self.of_hidden(path).or_else(stopped));
        };
        let index = format!("{}/index.html", path.trim_end_matches('/'));
        let index = index.trim_start_matches('/').to_owned();
        let found = output.get(path).or_else(|| output.get(&index));
        let Some((path, file)) = found else { return Ok(self.of_hidden(path)) };
        let pages = plan(&self.made.catalog);
        let page = pages.iter().find(|page| page.path.as_ref() == Some(path));
        let mut said = format!("/{}\n", path.as_str().trim_end_matches("index.html"));
        match page {
            Some(page) => self.page(&mut said, page)?,
            None => self.other(&mut said, path.as_str(), file)?,
        }
        Ok(Some(said))
    }

    /// A file that is made when all others stand.
    pub(super) fn of_machine(&self, path: &str) -> Option<String> {
        let made = if path == MANIFEST {
            self.word(
                "de lijst van alle bestanden van de site, gemaakt als ze er allemaal staan",
                "the list of all files of the site, made when all of them stand",
            )
        } else if format!("{}/", path.trim_end_matches('/')).starts_with(search::FOLDER) {
            self.word(
                "deel van de zoekindex, gemaakt van alle documenten, onderwerpen, leervragen en begrippen die te zien zijn",
                "part of the search index, made of all documents, topics, questions and explained words that are shown",
            )
        } else {
            return None;
        };
        Some(format!("/{path}\n  {made}\n"))
    }

    /// A page that would be at this address, if there were no errors or nothing hid it.
    fn of_hidden(&self, path: &str) -> Option<String> {
        let path = path.trim_end_matches("index.html").trim_end_matches('/');
        let mut entries = self.made.catalog.entries().iter();
        let is_it =
            |url: &str| url.trim_end_matches("index.html").trim_end_matches('/') == path;
        let entry = entries.find(|entry| is_it(entry.url.as_str()))?;
        Some(if entry.is_shown() { self.refused(entry) } else { self.hidden(entry) })
    }

    fn page(&self, said: &mut String, page: &Page) -> Result<(), Fatal> {
        let catalog = &self.made.catalog;
        let own = match page.kind {
            PageKind::Document(at)
            | PageKind::Withdrawn(at)
            | PageKind::Redirect { of: at, .. }
            | PageKind::Desk(at) => catalog.entries().get(at),
            _ => None,
        };
        let kind = own.map(crate::catalog::Entry::kind);
        self.contents(said, &self.ingredients(page));
        let template = page.kind.template(kind);
        self.list(said, ("sjablonen", "templates"), self.templates(template)?);
        let mut settings: Vec<&str> = EVERY_PAGE.to_vec();
        settings.extend(match (page.kind, kind) {
            (_, Some(DocKind::Newsletter)) => ["newsletter", "time-zone"].as_slice(),
            (_, Some(DocKind::Event)) => ["time-zone"].as_slice(),
            (PageKind::Regions, _) | (_, Some(DocKind::Region)) => ["regions"].as_slice(),
            (PageKind::Section(_), _) => ["new-url"].as_slice(),
            _ => [].as_slice(),
        });
        self.settings(said, &settings);
        Ok(())
    }

    /// The files of the content tree behind a page.
    fn ingredients(&self, page: &Page) -> Ingredients {
        let catalog = &self.made.catalog;
        let all = || catalog.ingredients_of(|_| true);
        let mut found = match page.kind {
            PageKind::Document(at)
            | PageKind::Withdrawn(at)
            | PageKind::Redirect { of: at, .. }
            | PageKind::Desk(at) => catalog.ingredients(at),
            PageKind::Section(section) => {
                catalog.ingredients_of(|entry| section_of(entry.kind()) == Some(section))
            }
            PageKind::Findings => catalog.ingredients_of(|own| own.kind() == DocKind::Finding),
            PageKind::Feed(FeedOf::Type(kind)) => {
                catalog.ingredients_of(|entry| entry.kind() == kind)
            }
            PageKind::Feed(FeedOf::Region(at)) => catalog.ingredients(at),
            PageKind::Topic(at) => {
                let topic = catalog.vocabulary.topics.get(at).map(|own| own.id.value.clone());
                catalog.ingredients_of(|entry| {
                    let topics = &entry.document.head.topics;
                    topics.iter().any(|own| Some(&own.value) == topic.as_ref())
                })
            }
            PageKind::Question(at) => {
                let asked = catalog.vocabulary.questions.get(at);
                let id = asked.map(|own| own.id.value.clone());
                catalog.ingredients_of(|entry| {
                    let answers = &entry.document.head.answers;
                    answers.iter().any(|own| Some(&own.value) == id.as_ref())
                })
            }
            PageKind::Source(at) => {
                let source = catalog.vocabulary.sources.get(at);
                let id = source.map(|own| own.id.value.clone()).unwrap_or_default();
                let own = catalog.on_page_of_source(&id, &page.lang, page.part);
                catalog.ingredients_of(|entry| own.iter().any(|own| own.at() == entry.at()))
            }
            PageKind::NotFound => Ingredients::default(),
            PageKind::Glossary => Ingredients::default(),
            PageKind::Home
            | PageKind::Regions
            | PageKind::Topics
            | PageKind::Questions
            | PageKind::Sources
            | PageKind::Credits
            | PageKind::Search
            | PageKind::NewestDesk
            | PageKind::Feed(FeedOf::Site) => all(),
        };
        found.lists.extend(match page.kind {
            PageKind::Topic(_) | PageKind::Topics => Some("topics"),
            PageKind::Question(_) | PageKind::Questions => Some("questions"),
            PageKind::Source(_) | PageKind::Sources => Some("sources"),
            PageKind::Glossary => Some("glossary"),
            PageKind::Credits => Some("consents"),
            _ => None,
        });
        if page.kind == PageKind::Credits {
            let in_use = catalog.media_in_use();
            let media = catalog.media_entries().filter(|own| in_use.shows(own));
            found.media.extend(media.filter_map(|own| own.item.file.clone()));
        }
        found.documents.extend(self.introduction(page));
        found
    }

    /// The page of the content tree that introduces an index.
    fn introduction(&self, page: &Page) -> Option<SourcePath> {
        let catalog = &self.made.catalog;
        let mut entries = catalog.entries().iter();
        let is_it = |entry: &&crate::catalog::Entry| {
            matches!(entry.kind(), DocKind::Page | DocKind::Home) && entry.url == page.url
        };
        entries.find(is_it).map(|entry| entry.document.path.clone())
    }

    /// A file that is no page: of the theme, of a media item, data, mail.
    fn other(&self, said: &mut String, path: &str, file: &File) -> Result<(), Fatal> {
        let catalog = &self.made.catalog;
        if let Some(rest) = path.strip_prefix("assets/") {
            let files = self.theme_files(rest)?;
            self.list(said, ("bestanden van het uiterlijk", "files of the theme"), files);
            self.settings(said, &["theme", "theme-params"]);
            return Ok(());
        }
        if let Content::Copy(from, _) = &file.content {
            self.list(said, ("overgenomen van", "copied from"), vec![from.to_string()]);
            if from.as_is().is_some() {
                return Ok(());
            }
        }
        let images = format!("{}/", catalog.config.path(Section::Images, &catalog.config.lang));
        if path.starts_with(&images) {
            let media = catalog.media_entries().find(|entry| {
                let pages = catalog.page_files(entry).into_iter().map(|own| own.url);
                let mails = catalog.mail_files(entry).into_iter();
                let mails = mails.chain(catalog.beside_file(entry)).map(|own| own.url);
                let mut urls = pages.chain(mails).chain([catalog.original(entry)]);
                urls.any(|url| url.as_str() == path)
            });
            if let Some(media) = media {
                let mut own = Ingredients::default();
                own.media.extend(media.item.file.clone());
                let users = catalog.using_media(&media.item.id);
                own.documents = users.iter().map(|user| user.document.path.clone()).collect();
                self.contents(said, &own);
                self.settings(said, &["pictures", "consent"]);
            }
            return Ok(());
        }
        let claimed = file.claimed_by.and_then(|span| {
            catalog.entries().iter().position(|entry| entry.document.file == span.file)
        });
        let own = match claimed {
            Some(at) => catalog.ingredients(at),
            None => catalog.ingredients_of(|_| true),
        };
        self.contents(said, &own);
        self.settings(said, &["title", "language", "base-url", "newsletter", "host"]);
        Ok(())
    }

    fn contents(&self, said: &mut String, own: &Ingredients) {
        let shown =
            |paths: &BTreeSet<SourcePath>| paths.iter().map(ToString::to_string).collect();
        self.list(said, ("documenten", "documents"), shown(&own.documents));
        let media =
            own.media.iter().flat_map(|path| [path.to_string(), format!("{path}.yaml")]);
        self.list(said, ("beeld en geluid", "media"), media.collect());
        self.list(said, ("gegevens", "data"), shown(&own.data));
        let lists = own.lists.iter().map(|name| format!("content/vocabulary/{name}.yaml"));
        self.list(said, ("lijsten", "lists"), lists.collect());
    }

    fn settings(&self, said: &mut String, keys: &[&str]) {
        let heading = ("instellingen in content/site.yaml", "settings in content/site.yaml");
        self.list(said, heading, vec![keys.join(", ")]);
    }

    fn list(
        &self,
        said: &mut String,
        (dutch, english): (&'static str, &'static str),
        items: Vec<String>,
    ) {
        if items.is_empty() {
            return;
        }
        let _ = writeln!(said, "\n{}:", self.word(dutch, english));
        for item in items {
            let _ = writeln!(said, "  {item}");
        }
    }

    /// The templates that draw a page: the one of its kind, and all that it takes in.
    fn templates(&self, first: &str) -> Result<Vec<String>, Fatal> {
        let theme = Theme::load(self.files, &self.made.catalog.config.theme)?.value;
        let find = |name: &str| theme.templates.iter().find(|own| own.name == name);
        let mut open = vec![first.to_owned()];
        let mut seen = BTreeSet::new();
        let mut found = BTreeSet::new();
        while let Some(name) = open.pop() {
            if !seen.insert(name.clone()) {
                continue;
            }
            let Some(template) = find(&name).or_else(|| find(&format!("default/{name}")))
            else {
                continue;
            };
            found.insert(self.of_theme(&template.path));
            open.extend(taken_in(&template.text));
            for component in components(&template.text) {
                let defines = format!("{{% component {component}(");
                let holds = theme.templates.iter().find(|own| own.text.contains(&defines));
                open.extend(holds.map(|own| own.name.clone()));
            }
        }
        Ok(found.into_iter().collect())
    }

    /// The files of the theme behind a fingerprinted one, such as `site.0123456789.css`.
    fn theme_files(&self, name: &str) -> Result<Vec<String>, Fatal> {
        let theme = Theme::load(self.files, &self.made.catalog.config.theme)?.value;
        let (rest, ending) = name.rsplit_once('.').unwrap_or((name, ""));
        let stem = rest.rsplit_once('.').map_or(rest, |(stem, _)| stem);
        let plain = format!("{stem}.{ending}");
        let files = theme.scripts.iter().chain(&theme.statics);
        let mut found: Vec<String> =
            files.filter(|own| own.name == plain).map(|own| self.of_theme(&own.path)).collect();
        if found.is_empty() {
            found.push(format!("themes/{}/styles/", theme.name));
        }
        Ok(found)
    }

    /// A file of the theme, with where it is found when the site has none of its own.
    fn of_theme(&self, path: &SourcePath) -> String {
        let own = crate::vfs::Files::read(self.files, path).ok().flatten().is_some();
        match (own, self.language) {
            (true, _) => path.to_string(),
            (false, Language::Nl) => format!("{path} (in het programma)"),
            (false, Language::En) => format!("{path} (in the program)"),
        }
    }
}

/// The templates that a template extends or includes.
fn taken_in(text: &str) -> Vec<String> {
    let mut names = Vec::new();
    for word in ["extends \"", "include \""] {
        for (at, _) in text.match_indices(word) {
            let rest = text.get(at + word.len()..).unwrap_or_default();
            names.extend(rest.split('"').next().map(str::to_owned));
        }
    }
    names
}

/// The components that a template calls.
fn components(text: &str) -> BTreeSet<&str> {
    let mut names = BTreeSet::new();
    for (at, _) in text.match_indices('<') {
        let before = text.get(..at).unwrap_or_default().trim_end();
        let is_call = before.ends_with("{{")
            || before.ends_with("{{-")
            || before.ends_with("{%")
            || before.ends_with("{%-");
        let rest = text.get(at + 1..).unwrap_or_default();
        let end =
            rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
        if is_call {
            names.extend(rest.get(..end).filter(|name| !name.is_empty()));
        }
    }
    names
}
