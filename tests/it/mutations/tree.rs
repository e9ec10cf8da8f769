//! A valid content tree in which every field of every table is filled in, as values.

use lerend::base::RefKind;
use lerend::config::SITE;
use lerend::diag::Language;
use lerend::model::{COMPONENTS, DocKind, MEDIA, component_table, vocabulary};
use lerend::schema::{Need, Table};

use crate::forms::{Form, Maker, Site, fields, list, word, yaml};

/// A file of which the fields are known.
#[derive(Clone)]
pub struct File {
    pub path: String,
    /// What stands before the fields.
    pub before: String,
    pub form: Form,
    /// What stands behind them.
    pub after: String,
    pub shape: Shape,
    /// The fields without which this file is not right, by English key, besides those that
    /// its table demands.
    pub needs: &'static [&'static str],
    /// Only these fields are made wrong, by English key; none: all of them.
    pub only: &'static [&'static str],
    /// Of its mutations those whose number leaves this rest; the others go to its copies.
    pub share: Share,
}

/// One of so many equal parts.
#[derive(Clone, Copy)]
pub struct Share {
    pub at: usize,
    pub of: usize,
}

const WHOLE: Share = Share { at: 0, of: 1 };
const NOTHING: Share = Share { at: 0, of: 0 };

/// What the fields of a file are.
#[derive(Clone, Copy)]
pub enum Shape {
    /// The front matter of a document, a sidecar, `site.yaml`.
    Fields(&'static Table),
    /// A vocabulary.
    List(&'static Table),
    /// A component in a document.
    Component(&'static Table),
}

impl File {
    pub fn text(&self) -> String {
        format!("{}{}{}", self.before, yaml(&self.form), self.after)
    }

    fn fields(path: &str, table: &'static Table, form: Form) -> Self {
        let document =
            if path.ends_with(".md") { ("---\n", "---\nTekst.\n") } else { ("", "") };
        Self {
            path: path.to_owned(),
            before: document.0.to_owned(),
            form,
            after: document.1.to_owned(),
            shape: Shape::Fields(table),
            needs: &[],
            only: &[],
            share: WHOLE,
        }
    }
}

/// Stands in ids that may be there once only; replaced by something of the file's own.
const OWN: &str = "eigenste";

/// What the fields name.
pub struct Known;

impl Site for Known {
    fn id(&self, kind: RefKind) -> &'static str {
        match kind {
            RefKind::Region => "drenthe",
            RefKind::Topic => "samenwerking",
            RefKind::Question => "voortzetten",
            RefKind::Source => "jaarverslag",
            RefKind::Organisation | RefKind::Owner => "gemeentebond",
            RefKind::Person => "projectleider",
            RefKind::Consent => "VOORBEELD-001",
            RefKind::Media => "vergadertafel",
            RefKind::Factsheet => "vertraging",
            RefKind::Story => "bakkerij",
            RefKind::Finding => "kleinschalig",
            RefKind::Report => "tussenrapport",
            RefKind::Event => "startmiddag",
            RefKind::Questionnaire => "tien-vragen",
            RefKind::Blueprint => "functiecreatie",
            RefKind::Document => "factsheet:vertraging",
            RefKind::Evidence => "story:bakkerij",
            RefKind::Figure => "vertraging/mooie-dag",
            RefKind::Wave => "half-jaar-2020",
            RefKind::Activity => "drenthe-drenthe-scholing",
            RefKind::Data => "../data/doelen.csv",
            RefKind::Newsletter => "voorjaar",
            RefKind::Page => "over-ons",
            RefKind::Term => "doe-agenda",
            RefKind::Audience => "gemeente",
            RefKind::Perspective => "werkgever",
            RefKind::Domain => "zorgsector",
        }
    }

    fn instead(&self, table: &str, key: &str, language: Language) -> Option<Form> {
        let dutch = language == Language::Nl;
        let pick = |nl: &str, en: &str| word(if dutch { nl } else { en });
        Some(match (table, key) {
            (_, "aliases") => list(&["eigenste/oud/"]),
            (_, "expires" | "until") => word("2031-01-01"),
            ("factsheet" | "finding" | "story", "sources") => {
                let (source, pages) =
                    if dutch { ("bron", "paginas") } else { ("source", "pages") };
                Form::List(vec![
                    fields(&[(source, word("jaarverslag")), (pages, word("12-14"))]),
                    word("dagkrant"),
                ])
            }
            ("finding", "verdict") => pick("werkt-onder-voorwaarden", "works-if"),
            ("figure", "kind") => pick("doel", "target"),
            ("figure", "id") => word("mooie-dag"),
            ("activity", "id") => word("eigenste-scholing"),
            ("region", "aliases-of-name") => list(&["eigensteland"]),
            ("region", "neighbours") => list(&["zeeland"]),
            ("region", "code") => word("eigenste"),
            ("report", "main-points") => list(&["Dit", "Dat", "En zo meer"]),
            (_, "asked-by") => list(&["programme"]),
            ("question", "answers") => list(&["Altijd", "Soms"]),
            ("chart" | "map" | "table", "data") => word("../data/doelen.csv"),
            ("map", "measure") => word("data"),
            ("chart", "x") | ("map", "region") => word("regio"),
            (_, "archive-url") => word("https://archief.voorbeeld.test/"),
            ("newsletter", "subscribe-url") => word("https://nieuws.voorbeeld.test/"),
            ("chart", "y") => list(&["doel"]),
            ("map", "value") => word("doel"),
            ("table", "columns") => list(&["regio", "doel"]),
            ("chart", "rows") => Form::List(vec![
                fields(&[("regio", word("Drenthe")), ("doel", word("3"))]),
                fields(&[("regio", word("Zeeland")), ("doel", word("4"))]),
            ]),
            ("timeline", "items") => {
                let (date, text) = if dutch { ("datum", "tekst") } else { ("date", "text") };
                let link = word("report:tussenrapport");
                let start = [(date, word("2020-03")), (text, word("Begin")), ("link", link)];
                Form::List(vec![fields(&start), word("startmiddag")])
            }
            ("media", "consent") => Form::List(vec![word("VOORBEELD-001")]),
            ("media", "poster") => word("poster-film"),
            ("media", "licence") => word("all-rights-reserved"),
            ("media", "transcript") => word("Een gesprek aan tafel."),
            ("organisation", "email") => word("redactie@voorbeeld.example"),
            ("site", "emails") => list(&["redactie@voorbeeld.example"]),
            ("site", "languages") => list(&["nl"]),
            ("site", "navigation") => list(&["factsheets", "stories", "over-ons"]),
            ("site", "paths") => fields(&[("stories", word("praktijk"))]),
            ("site", "words") => fields(&[("strength/pattern", word("Terugkerend"))]),
            ("site", "severity") => fields(&[("content/unused", word("warning"))]),
            ("site", "theme-params") => fields(&[("accent", word("#0a5a66"))]),
            _ => return None,
        })
    }
}

fn maker(language: Language) -> Maker<'static> {
    Maker { site: &Known, language }
}

/// Fields that hide a document or change what it needs; they stand in files of their own.
const APART: &[&str] = &["draft", "embargo", "withdrawn", "sample"];

/// Documents of a type: one that the others name, and ones in each language.
fn documents(kind: DocKind, files: &mut Vec<File>) {
    let table = kind.table();
    let folder = kind.folder();
    let named = match kind {
        DocKind::Page => Known.id(RefKind::Page),
        DocKind::Factsheet => Known.id(RefKind::Factsheet),
        DocKind::Story => Known.id(RefKind::Story),
        DocKind::Finding => Known.id(RefKind::Finding),
        DocKind::Region => Known.id(RefKind::Region),
        DocKind::Report => Known.id(RefKind::Report),
        DocKind::Event => Known.id(RefKind::Event),
        DocKind::Newsletter => Known.id(RefKind::Newsletter),
        DocKind::Questionnaire => Known.id(RefKind::Questionnaire),
        DocKind::Blueprint => Known.id(RefKind::Blueprint),
        DocKind::Home => return,
    };
    let mut add = |id: &str, language, without: &[&str], share: Share| {
        let form =
            maker(language).fields(table, without).replace(OWN, &format!("{named}-{id}"));
        let path = format!("content/{folder}/{id}.md");
        let only = if without.len() > APART.len() { APART } else { &[] };
        files.push(File { only, share, ..File::fields(&path, table, form) });
    };
    add(named, Language::Nl, APART, NOTHING);
    if kind == DocKind::Region {
        add("zeeland", Language::Nl, APART, NOTHING);
    }
    let entries = table.fields().count();
    // A file with many fields comes in copies, so that fewer trees are built.
    let of = 1 + entries / 12;
    for at in 0..of {
        add(&format!("nederlands-{at}"), Language::Nl, APART, Share { at, of });
        add(&format!("english-{at}"), Language::En, APART, Share { at, of });
    }
    let optional = |key: &&str| !APART.contains(key);
    let plain: Vec<&str> = table
        .fields()
        .filter(|field| field.need == Need::Optional)
        .map(|field| field.key)
        .filter(optional)
        .collect();
    let with = |own: &[&'static str]| [plain.as_slice(), own].concat();
    add("apart", Language::Nl, &with(&["draft", "sample"]), WHOLE);
    add("verzonnen", Language::En, &with(&["draft", "embargo", "withdrawn"]), WHOLE);
    add("concept", Language::Nl, &with(&["embargo", "withdrawn", "sample"]), WHOLE);
}

fn lists(files: &mut Vec<File>) {
    let list = |name: &str, table: &'static Table, ids: &[&str], language| {
        let item = |id: &&str| {
            let mut item = maker(language).fields(table, &[]);
            if let Form::Fields(entries) = &mut item
                && let Some((_, value)) = entries.iter_mut().find(|(key, _)| key == "id")
            {
                *value = word(*id);
            }
            item
        };
        File {
            path: format!("content/vocabulary/{name}.yaml"),
            before: String::new(),
            form: Form::List(ids.iter().map(item).collect()),
            after: String::new(),
            shape: Shape::List(table),
            needs: &[],
            only: &[],
            share: WHOLE,
        }
    };
    let (nl, en) = (Language::Nl, Language::En);
    files.extend([
        list("topics", &vocabulary::TOPIC, &["samenwerking", "scholing-en-werk"], nl),
        list("questions", &vocabulary::QUESTION, &["voortzetten", "opgeleverd"], en),
        list("organisations", &vocabulary::ORGANISATION, &["gemeentebond", "werkplein"], nl),
        list("people", &vocabulary::PERSON, &["projectleider", "wethouder"], en),
        list("consents", &vocabulary::CONSENT, &["VOORBEELD-001", "PROEF-27"], nl),
        list("glossary", &vocabulary::TERM, &["doe-agenda", "kerngroep"], en),
        list("waves", &vocabulary::WAVE, &["half-jaar-2020", "nulmeting"], nl),
        list("jargon", &vocabulary::JARGON, &["creeren", "middels"], nl),
    ]);
    let mut sources = list("sources", &vocabulary::SOURCE, &["jaarverslag", "dagkrant"], en);
    // Two sources that do not rest on each other, by different authors.
    let instead = [("author", "De krant"), ("kind", "press"), ("based-on", "")];
    if let Some(Form::Fields(entries)) = sources.form.at_mut(&[1]) {
        for (key, value) in entries.iter_mut() {
            match instead.iter().find(|(own, _)| own == key) {
                Some((_, "")) => *value = Form::List(Vec::new()),
                Some((_, text)) => *value = word(*text),
                None => {}
            }
        }
    }
    files.push(sources);
    let words = |ids: &[&str]| {
        let item = |id: &&str| fields(&[("id", word(*id)), ("label", word("Een naam"))]);
        Form::List(ids.iter().map(item).collect())
    };
    let form = fields(&[
        ("voor-wie", words(&["gemeente", "onderwijs"])),
        ("perspectief", words(&["werkgever", "deelnemer"])),
        ("gebied", words(&["zorgsector", "techniek"])),
    ]);
    files.push(File::fields("content/vocabulary/lists.yaml", &vocabulary::LISTS, form));
}

/// Sidecars: of a photo, a map, a film, and a film elsewhere.
fn sidecars(files: &mut Vec<File>) {
    const PHOTO: &[&str] =
        &["decorative", "long-text", "captions", "transcript", "duration", "poster", "embed"];
    let mut add = |name: &str, language, kind: &str, without: &[&str], needs| {
        let mut form = maker(language).fields(&MEDIA, without);
        if let Form::Fields(entries) = &mut form {
            entries[0].1 = word(kind);
            for (key, value) in
                entries.iter_mut().filter(|(key, _)| key.starts_with("decorati"))
            {
                *value = word(if key == "decorative" { "yes" } else { "ja" });
            }
        }
        let path = format!("content/media/{name}.yaml");
        files.push(File { needs, ..File::fields(&path, &MEDIA, form) });
    };
    let photo = &["alt", "people", "permission"];
    add("vergadertafel.png", Language::Nl, "foto", PHOTO, photo);
    add("in-english.png", Language::En, "photo", PHOTO, photo);
    add("kaart.png", Language::Nl, "kaart", &PHOTO_BUT_TEXT, &["alt", "long-text", "people"]);
    add("sier.png", Language::Nl, "illustratie", &["alt", "embed", "captions"], &[]);
    let film = &["captions", "transcript", "people"];
    add("gesprek.mp4", Language::Nl, "film", &["alt", "decorative", "embed"], film);
    add("elders", Language::En, "film", &["captions", "decorative"], &["transcript"]);
}

const PHOTO_BUT_TEXT: [&str; 6] =
    ["decorative", "captions", "transcript", "duration", "poster", "embed"];

fn components(files: &mut Vec<File>) {
    for name in COMPONENTS {
        let table = component_table(name).unwrap();
        for (language, suffix) in [(Language::Nl, "nl"), (Language::En, "en")] {
            files.push(File {
                path: format!("content/pages/met-{name}-{suffix}.md"),
                before: format!("---\ntitle: Een {name}\n---\n\nTekst.\n\n```{name}\n"),
                form: maker(language).fields(table, &[]),
                after: "```\n".to_owned(),
                shape: Shape::Component(table),
                needs: &[],
                only: &[],
                share: WHOLE,
            });
        }
    }
}

/// The whole tree.
pub fn tree() -> Vec<File> {
    let mut files = Vec::new();
    for kind in DocKind::FOLDERS {
        documents(*kind, &mut files);
    }
    lists(&mut files);
    sidecars(&mut files);
    components(&mut files);
    let form = maker(Language::Nl).fields(&SITE, &[]);
    files.push(File::fields("content/site.yaml", &SITE, form));
    files
}

/// Files that the others need and that have no fields.
pub fn beside() -> Vec<(&'static str, Vec<u8>)> {
    let png = || crate::media::bytes("png 4 4");
    vec![
        ("content/index.md", b"---\ntitle: Begin\n---\nWelkom.\n".to_vec()),
        ("content/data/doelen.csv", b"regio,doel\nDrenthe,3\nZeeland,4\n".to_vec()),
        ("content/media/vergadertafel.png", png()),
        ("content/media/in-english.png", png()),
        ("content/media/kaart.png", png()),
        ("content/media/sier.png", png()),
        ("content/media/gesprek.mp4", crate::media::bytes("film 16")),
        (
            "content/media/film.vtt",
            b"WEBVTT\n\n00:00.000 --> 00:04.000\nWelkom aan tafel.\n".to_vec(),
        ),
        ("content/media/poster-film.png", png()),
        (
            "content/media/poster-film.png.yaml",
            b"kind: photo\ndecorative: yes\nmaker: Redactie\nlicence: CC0-1.0\npeople: none\n"
                .to_vec(),
        ),
    ]
}
