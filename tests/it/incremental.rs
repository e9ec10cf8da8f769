//! A build over the work of an earlier one gives the same site as a build from nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use lerend::base::Date;
use lerend::diag::Diag;
use lerend::pipeline::{self, Measure, Options, Purpose, Reuse, Task};
use lerend::vfs::Env;
use proptest::prelude::*;

use crate::media;
use crate::site::BASE;

pub(crate) const FACTSHEET: &str = "---\ntitle: TITEL\ndate: 2021-03-18\nperiod: 2020\n\
    seen-in: [drenthe]\ntopics: [matching]\nsources: [krant]\nstrength: experience\n\
    strength-why: Een krant\n---\nTEKST, zie [het verhaal](../stories/a.md).\n\n\
    ```rust\nlet x = 1;\n```\n";

pub(crate) const STORY: &str = "---\ntitle: TITEL\ndate: 2021-03-18\nregion: drenthe\nform: article\n\
    topics: [matching]\noutcome: A\nsignificance: B\ncontribution: {text: C}\n\
    lesson: D\n---\nTEKST\n";

/// An edition without the line beside its subject, of which a hint is told.
const EDITION: &str = "---\ntitle: Brief\ndate: 2021-04-01\nsubject: Nieuws\n\
    blocks:\n  - {item: 'story:a'}\nclosing: TEKST\n---\nBeste lezer.\n";

const MEETING: &str = "---\ntitle: Dag\ndate: 2021-04-01\nstart: 2027-01-12 10:00\nend: 2027-01-12 12:00\n\
    kind: learning-session\nplaces: [Assen]\n---\nTEKST\n";

/// What an editor, a designer or a mishap does to a site on disk.
#[derive(Debug, Clone)]
pub(crate) enum Edit {
    Factsheet(u8, u8),
    NoFactsheet(u8),
    Story(u8),
    Edition(u8),
    Meeting(u8),
    SiteTitle(u8),
    PerPage(u8),
    TopicLabel(u8),
    RegionName(u8),
    Picture(u8),
    Template(u8),
    Texts(u8),
    OutputTouched(u8),
    OutputGone,
    StoreGone,
    Nothing,
}

fn edits() -> impl Strategy<Value = Edit> {
    let n = || 0..3_u8;
    prop_oneof![
        (n(), n()).prop_map(|(which, text)| Edit::Factsheet(which, text)),
        n().prop_map(Edit::NoFactsheet),
        n().prop_map(Edit::Story),
        n().prop_map(Edit::Edition),
        n().prop_map(Edit::Meeting),
        n().prop_map(Edit::SiteTitle),
        n().prop_map(Edit::PerPage),
        n().prop_map(Edit::TopicLabel),
        n().prop_map(Edit::RegionName),
        n().prop_map(Edit::Picture),
        n().prop_map(Edit::Template),
        n().prop_map(Edit::Texts),
        n().prop_map(Edit::OutputTouched),
        Just(Edit::OutputGone),
        Just(Edit::StoreGone),
        Just(Edit::Nothing),
    ]
}

/// The text of a base file, with lists that are soon too long for one page.
fn base(path: &str) -> String {
    let text = BASE.iter().find(|(own, _)| *own == path).unwrap().1;
    let own = if path == "content/site.yaml" { "per-page: 2\n" } else { "" };
    format!("{text}{own}")
}

pub(crate) struct Place {
    _whole: tempfile::TempDir,
    pub(crate) root: PathBuf,
}

impl Place {
    pub(crate) fn new() -> Self {
        let whole = tempfile::tempdir().unwrap();
        let place = Self { root: whole.path().join("site"), _whole: whole };
        for (path, _) in BASE {
            place.write(path, base(path));
        }
        place.write("content/stories/a.md", STORY);
        place.write("content/newsletters/a.md", EDITION);
        place.write("content/events/a.md", MEETING);
        place
    }

    pub(crate) fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let full = self.root.join(path);
        fs::create_dir_all(full.parent().unwrap()).unwrap();
        fs::write(full, text).unwrap();
    }

    pub(crate) fn replace(&self, path: &str, from: &str, to: &str) {
        let base = base(path);
        assert!(base.contains(from), "{path} has no `{from}`");
        self.write(path, base.replacen(from, to, 1));
    }

    pub(crate) fn edit(&self, edit: &Edit) {
        let story = |text: &str| STORY.replace("TITEL", "Verhaal").replace("TEKST", text);
        match edit {
            Edit::Factsheet(which, text) => {
                let title = format!("Blad {text}");
                let body = format!("Tekst {text}");
                let file = FACTSHEET.replace("TITEL", &title).replace("TEKST", &body);
                self.write(&format!("content/factsheets/f{which}.md"), file);
            }
            Edit::NoFactsheet(which) => {
                let _ =
                    fs::remove_file(self.root.join(format!("content/factsheets/f{which}.md")));
            }
            Edit::Story(text) => {
                self.write("content/stories/a.md", story(&format!("Tekst {text}")));
            }
            Edit::Edition(n) => {
                let closing = format!("Groet {n}");
                self.write("content/newsletters/a.md", EDITION.replace("TEKST", &closing));
            }
            Edit::Meeting(n) => {
                let text = format!("Tekst {n}");
                self.write("content/events/a.md", MEETING.replace("TEKST", &text));
            }
            Edit::SiteTitle(n) => {
                self.replace("content/site.yaml", "Proefsite", &format!("Site {n}"));
            }
            Edit::PerPage(n) => {
                self.replace("content/site.yaml", "per-page: 2", &format!("per-page: {n}"));
            }
            Edit::TopicLabel(n) => {
                let path = "content/vocabulary/topics.yaml";
                self.replace(path, "label: Matching", &format!("label: Matching {n}"));
            }
            Edit::RegionName(n) => {
                let path = "content/regions/drenthe.md";
                self.replace(path, "title: Drenthe", &format!("title: Drenthe {n}"));
            }
            Edit::Picture(n) => {
                let size = 500 + u32::from(*n) * 100;
                self.write("content/media/foto.png", media::bytes(&format!("png {size} 400")));
                self.write(
                    "content/media/foto.png.yaml",
                    "kind: photo\nalt: Een vlak\nmaker: Bureau\nlicence: CC0-1.0\npeople: none\n",
                );
                self.write("content/stories/a.md", story("![](media:foto)"));
            }
            Edit::Template(n) => {
                let path = "themes/default/templates/pages/factsheet.html";
                let own = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
                let text = fs::read_to_string(own).unwrap();
                let end = "{% endblock main %}";
                assert!(text.contains(end));
                self.write(path, text.replace(end, &format!("<!-- {n} -->{end}")));
            }
            Edit::Texts(n) => {
                let to = format!("words: {{strength/experience: Gehoord {n}}}\nlanguage: nl");
                self.replace("content/site.yaml", "language: nl", &to);
            }
            Edit::OutputTouched(n) => {
                let page = self.root.join("public/index.html");
                if let Ok(text) = fs::read_to_string(&page) {
                    fs::write(page, format!("{text}{n}")).unwrap();
                }
            }
            Edit::OutputGone => {
                let _ = fs::remove_dir_all(self.root.join("public"));
            }
            Edit::StoreGone => {
                let _ = fs::remove_dir_all(self.root.join(".lerend"));
            }
            Edit::Nothing => {}
        }
    }

    pub(crate) fn build(&self, output: &str, reuse: Reuse) -> Made {
        let purpose = Purpose::Publish(Some(self.root.join("..").join(output)));
        let measure = Measure::Pages;
        let options = Options { reuse, measure, ..Options::new(&self.root, purpose) };
        let env = Env::fixed(Date::new(2026, 11, 23).unwrap());
        let built = pipeline::build(Task { options: &options, env: &env })
            .unwrap_or_else(|own| panic!("{own:?}"));
        let errors: Vec<_> = built.diags.iter().filter(|diag| diag.is_error()).collect();
        assert!(built.published.is_some(), "{errors:?}");
        let tree = tree(&self.root.join("..").join(output));
        let looked_at = built.timings.pages.iter().map(|own| own.page.clone()).collect();
        Made { tree, diags: built.diags, looked_at }
    }
}

/// What came of a build.
pub(crate) struct Made {
    tree: BTreeMap<PathBuf, Vec<u8>>,
    pub(crate) diags: Vec<Diag>,
    /// The addresses of the pages that were not known without looking at them.
    pub(crate) looked_at: BTreeSet<String>,
}

fn tree(root: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut tree = BTreeMap::new();
    let mut open = vec![root.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(root).unwrap().to_owned();
                tree.insert(name, fs::read(path).unwrap());
            }
        }
    }
    tree
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, max_shrink_iters: 0, ..ProptestConfig::default() })]

    #[test]
    fn whatever_was_edited_the_site_is_that_of_a_build_from_nothing(
        edits in prop::collection::vec(edits(), 1..6),
    ) {
        let place = Place::new();
        let store = || Reuse::Store(place.root.join(".lerend"));
        place.build("site/public", store());
        for edit in &edits {
            place.edit(edit);
            let over = place.build("site/public", store());
            let clean = place.build("schoon", Reuse::Nothing);
            let names = |own: &Made| own.tree.keys().cloned().collect::<Vec<_>>();
            prop_assert_eq!(names(&over), names(&clean), "after {:?}", edit);
            for (path, bytes) in &clean.tree {
                let same = over.tree.get(path) == Some(bytes);
                prop_assert!(same, "{} differs after {:?}", path.display(), edit);
            }
            prop_assert_eq!(over.diags, clean.diags, "after {:?}", edit);
        }
    }
}

#[test]
fn a_later_run_looks_at_pages_that_show_an_edit_and_at_no_others() {
    let place = Place::new();
    let store = || Reuse::Store(place.root.join(".lerend"));
    let names = |own: &Made| own.looked_at.iter().cloned().collect::<Vec<_>>();
    // Levels are left out above this heading, so something is said of it.
    let jump = "Kort.\n\n#### Diep\n\nVerder";
    place.edit(&Edit::Factsheet(0, 0));
    place.edit(&Edit::Story(0));
    place.write("content/pages/lang.md", format!("---\ntitle: Lang\n---\n{jump}.\n"));
    let first = place.build("site/public", store());
    assert!(first.looked_at.len() > 20);
    let said = first.diags.len();
    assert!(said > 0);
    assert_eq!(names(&place.build("site/public", store())), [""; 0]);
    place.edit(&Edit::Story(1));
    let second = place.build("site/public", store());
    // It is short, so lists show its beginning.
    for page in ["verhalen/a/", "verhalen/", "regios/drenthe/"] {
        assert!(second.looked_at.contains(page), "{page}");
    }
    for page in ["regios/zeeland/", "lang/", "bronnen/", "regios/zeeland/feed.xml"] {
        assert!(!second.looked_at.contains(page), "{page}");
    }
    assert_eq!(second.diags, first.diags);
    place.write("content/pages/lang.md", "---\ntitle: Lang\n---\nKort.\n");
    let third = place.build("site/public", store());
    let made: Vec<_> = names(&third).into_iter().filter(|own| own != "pagefind/").collect();
    assert_eq!(made, ["data/site.json", "lang/"]);
    assert!(third.diags.len() < said);
    // Another title shows in lists too.
    place.edit(&Edit::Factsheet(0, 1));
    let fourth = place.build("site/public", store());
    for page in ["factsheets/f0/", "factsheets/", "regios/drenthe/", "factsheets/feed.xml"] {
        assert!(fourth.looked_at.contains(page), "{page}");
    }
    for page in ["lang/", "begrippen/", "verhalen/feed.xml"] {
        assert!(!fourth.looked_at.contains(page), "{page}");
    }
    // A page less is more than an edit.
    place.edit(&Edit::NoFactsheet(0));
    assert!(place.build("site/public", store()).looked_at.len() > 20);
}

#[test]
fn of_a_list_that_is_cut_only_the_page_that_shows_an_edit_is_looked_at() {
    let place = Place::new();
    let store = || Reuse::Store(place.root.join(".lerend"));
    for which in 0..5 {
        place.edit(&Edit::Factsheet(which, 0));
    }
    place.build("site/public", store());
    place.edit(&Edit::Factsheet(3, 1));
    let looked_at = place.build("site/public", store()).looked_at;
    for page in ["factsheets/f3/", "factsheets/2/", "regios/drenthe/2/"] {
        assert!(looked_at.contains(page), "{page} {looked_at:?}");
    }
    for page in ["factsheets/", "factsheets/3/", "regios/drenthe/3/"] {
        assert!(!looked_at.contains(page), "{page}");
    }
    // From A to Z the page with its name, as long as every name stands where it stood.
    let index = |title: &str| {
        let file = FACTSHEET.replace("TITEL", title).replace("TEKST", "Tekst 1");
        place.write("content/factsheets/f3.md", file);
        let made = place.build("site/public", store());
        let index = |own: &&String| own.starts_with("zoeken/");
        let first = String::from_utf8(made.tree[Path::new("zoeken/index.html")].clone());
        (made.looked_at.iter().filter(index).count(), first.unwrap().contains(title))
    };
    assert_eq!(index("Blad 1a"), (1, false));
    let (looked_at, is_first) = index("AAA");
    assert!(looked_at > 2 && is_first);
}

#[test]
fn what_was_found_in_the_links_of_a_page_that_stays_is_told_until_it_is_mended() {
    let place = Place::new();
    let store = || Reuse::Store(place.root.join(".lerend"));
    let dead = |own: &Made| {
        let codes = own.diags.iter().map(|diag| diag.problem.code().name);
        codes.filter(|name| *name == "output/dead-link").count()
    };
    place.replace(
        "content/site.yaml",
        "language: nl",
        "severity: {output/dead-link: warning}\nlanguage: nl",
    );
    place.edit(&Edit::Factsheet(0, 0));
    let own = "themes/default/templates/pages/story.html";
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(own)).unwrap();
    let end = "{% endblock main %}";
    place.write(own, text.replace(end, &format!("<a href=\"/nergens/\">Nergens</a>{end}")));
    assert_eq!(dead(&place.build("site/public", store())), 1);
    // The story is not looked at again.
    place.edit(&Edit::Factsheet(0, 1));
    let later = place.build("site/public", store());
    assert!(!later.looked_at.contains("verhalen/a/"));
    assert_eq!(dead(&later), 1);
    place.write("content/pages/nergens.md", "---\ntitle: Nergens\n---\nToch wel.\n");
    assert_eq!(dead(&place.build("site/public", store())), 0);
    fs::remove_file(place.root.join("content/pages/nergens.md")).unwrap();
    assert_eq!(dead(&place.build("site/public", store())), 1);
}
