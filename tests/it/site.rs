//! The harness: a site in memory, built, and what came of it.

use std::sync::{Arc, LazyLock};

use lerend::base::{Date, SourcePath};
use lerend::diag::draw::{self, Format, Style};
use lerend::diag::{Diag, Language, Severity};
use lerend::output::{Content, Output};
use lerend::pipeline::{self, KeptWork, Options, Purpose, SiteBuilt, Task, Visibility};
use lerend::vfs::{Env, Files, Memory};

/// The least that a site needs, so that a case shows only what it is about. Every file of it
/// can be replaced by a case. Cards for previews elsewhere take long to draw in a test.
pub const BASE: &[(&str, &str)] = &[
    (
        "content/site.yaml",
        "title: Proefsite\nlanguage: nl\nbase-url: https://voorbeeld.example/\n\
         emails: [redactie@voorbeeld.example]\npictures: {social-cards: no}\n",
    ),
    ("content/index.md", "---\ntitle: Begin\n---\nWelkom.\n"),
    (
        "content/regions/twente.md",
        "---\ntitle: Twente\ncode: R1\ntile: {col: 1, row: 0}\n---\n",
    ),
    (
        "content/regions/drenthe.md",
        "---\ntitle: Drenthe\ncode: R2\ntile: {col: 1, row: 1}\n---\n",
    ),
    (
        "content/regions/zeeland.md",
        "---\ntitle: Zeeland\ncode: R3\ntile: {col: 0, row: 2}\n---\n",
    ),
    (
        "content/vocabulary/topics.yaml",
        "- {id: matching, label: Matching, definition: Mensen en werk bij elkaar brengen}\n",
    ),
    (
        "content/vocabulary/sources.yaml",
        "- {id: krant, kind: press, title: De krant, author: Krant}\n\
         - {id: rapport, kind: report, title: Het rapport, author: Bureau}\n\
         - {id: navertelling, kind: web, title: Navertelling, author: Site, based-on: [rapport]}\n",
    ),
    ("content/vocabulary/organisations.yaml", "- {id: bureau, name: Bureau}\n"),
];

/// A site whose theme the others share as long as theirs is the same.
static DRESSED: LazyLock<SiteBuilt> = LazyLock::new(|| {
    let site = site();
    site.built(&site.files, KeptWork::default())
});

/// A site in memory.
#[derive(Clone)]
pub struct Site {
    files: Memory,
    options: Options,
    date: Date,
}

/// A site with the base files.
pub fn site() -> Site {
    let mut files = Memory::default();
    for (path, text) in BASE {
        files.insert(SourcePath::new(path).unwrap(), text.as_bytes());
    }
    Site::of(files)
}

impl Site {
    pub fn of(files: Memory) -> Self {
        let options = Options::new(".", Purpose::Check);
        Self { files, options, date: Date::new(2026, 11, 23).unwrap() }
    }

    /// Adds or replaces a file.
    pub fn file(mut self, path: &str, text: impl AsRef<[u8]>) -> Self {
        self.files.insert(SourcePath::new(path).unwrap(), text.as_ref());
        self
    }

    /// Removes a file of the base.
    pub fn without(mut self, path: &str) -> Self {
        self.files.remove(&SourcePath::new(path).unwrap());
        self
    }

    /// Builds as on this day.
    pub fn on(mut self, date: &str) -> Self {
        self.date = Date::parse_iso(date).unwrap();
        self
    }

    /// Shows drafts and scheduled documents too.
    pub fn preview(mut self) -> Self {
        self.options.visibility = Visibility::Preview;
        self
    }

    /// Its files.
    pub fn files(&self) -> Memory {
        self.files.clone()
    }

    /// Builds it.
    pub fn build(&self) -> Outcome {
        self.build_from(&self.files)
    }

    /// Builds other files in its place.
    pub fn build_from(&self, files: &dyn Files) -> Outcome {
        Outcome { built: self.built(files, KeptWork::theme_of(&DRESSED)) }
    }

    fn built(&self, files: &dyn Files, kept: KeptWork<'_>) -> SiteBuilt {
        let task = Task { options: &self.options, env: &Env::fixed(self.date) };
        pipeline::site(files, task, kept)
            .unwrap_or_else(|fatal| panic!("the build could not run: {:?}", fatal.0))
    }
}

/// What came of a build.
pub struct Outcome {
    pub built: SiteBuilt,
}

impl Outcome {
    /// The problems from a severity on, one per line, as `--format concise` shows them.
    pub fn problems(&self, least: Severity, language: Language) -> String {
        self.drawn(least, language, Format::Concise)
    }

    /// The same in another form.
    pub fn drawn(&self, least: Severity, language: Language, format: Format) -> String {
        let diags: Vec<Diag> =
            self.built.diags.iter().filter(|diag| diag.severity >= least).cloned().collect();
        let style = Style { format, language, colour: false, width: 200 };
        draw::all(&diags, &self.built.sources, &style)
    }

    /// The site; fails the test when there is none.
    #[track_caller]
    pub fn output(&self) -> &Output {
        match &self.built.output {
            Some(output) => output,
            None => panic!("no site:\n{}", self.problems(Severity::Error, Language::Nl)),
        }
    }

    /// The text of a finished file.
    #[track_caller]
    pub fn text(&self, path: &str) -> String {
        let Some((_, file)) = self.output().get(path) else {
            let known: Vec<String> =
                self.output().files().map(|(p, _)| p.to_string()).collect();
            panic!("no file `{path}`; there are:\n{}", known.join("\n"));
        };
        match &file.content {
            Content::Bytes(bytes) => String::from_utf8_lossy(bytes).into_owned(),
            Content::Copy(from, _) => panic!("`{path}` is a copy of `{from}`"),
            Content::Squeezed(_) | Content::Kept(_) | Content::Later(_) => {
                panic!("`{path}` is of an earlier build")
            }
        }
    }

    /// The content of the `main` element of a page.
    #[track_caller]
    pub fn main(&self, path: &str) -> String {
        let text = self.text(path);
        let start = text.find("<main").unwrap();
        let end = text.find("</main>").unwrap();
        text[start..end].to_owned()
    }

    /// The bytes of every finished file, for searches through the whole site.
    pub fn all_bytes(&self) -> Vec<(String, Arc<[u8]>)> {
        let bytes = |content: &Content| match content {
            Content::Bytes(bytes) => Some(Arc::clone(bytes)),
            _ => None,
        };
        let files = self.output().files();
        files
            .filter_map(|(path, file)| Some((path.to_string(), bytes(&file.content)?)))
            .collect()
    }
}

/// Whether bytes of any kind hold these letters. What is no text among them hides none.
pub fn holds(bytes: &[u8], letters: &str) -> bool {
    String::from_utf8_lossy(bytes).contains(letters)
}
