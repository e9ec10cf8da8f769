//! What was recorded of a sent edition goes when it may no longer be shown.

use std::fs;
use std::path::PathBuf;

use super::*;

const SITE: &str = "title: Proef\nlanguage: nl\nbase-url: https://voorbeeld.example/\n";
const CONSENTS: &str = "- {id: T-1, given: 2020-01-01, scope: [site, newsletter]}\n\
     - {id: T-2, given: 2020-01-01, scope: [site, newsletter]}\n\
     - {id: T-3, given: 2020-01-01, scope: [site, newsletter]}\n\
     - {id: T-4, given: 2020-01-01, scope: [site, newsletter]}\n";
const STORY: &str = "---\ntitle: Een verhaal\nsummary: Wat er gebeurde.\ndate: 2021-01-05\n\
     region: noord\nform: article\ntopics: [werk]\n\
     quotes: [{text: zwaluwwoord, by: piet, consent: T-2}]\n---\nTekst.\n";
const REPORT: &str = "---\ntitle: Een pagina\nsummary: Wat er gebeurde.\ndate: 2021-01-05\n\
     changes: [{date: 2021-03-10, kind: correction, text: zwaluwfout}]\n---\nTekst.\n";
const EDITION: &str = "---\ntitle: Nieuws\ndate: 2021-03-25\nsubject: Nieuws uit de regio\n\
     blocks: [{item: 'story:een', style: quote}]\n---\nWelkom.\n\n\
     ```quote\ntext: zwaluwzin\nby: klaas\nconsent: T-3\n```\n\n\
     ![](media:jan)\n";

const OLDER: &str = "---\ntitle: Oud\ndate: 2021-02-25\nsubject: Oud\n\
     blocks: [{item: 'story:een'}]\n---\nDag.\n";

/// A site with an edition that was recorded and sent.
fn sent() -> tempfile::TempDir {
    let folder = folder_with_site(SITE);
    let root = folder.path();
    put(root, "content/vocabulary/consents.yaml", CONSENTS);
    let people = "- {id: piet, role: bakker, name: Zwaluw de Boer, consent: T-1}\n\
         - {id: klaas, role: smid, name: Zwaluw Smit, consent: T-1}\n";
    put(root, "content/vocabulary/people.yaml", people);
    put(
        root,
        "content/vocabulary/topics.yaml",
        "- {id: werk, label: Werk, definition: Werk vinden}\n",
    );
    put(root, "content/regions/noord.md", "---\ntitle: Noord\ncode: AM05\n---\nTekst.\n");
    put(root, "content/stories/een.md", STORY);
    put(root, "content/pages/twee.md", REPORT);
    put_bytes(root, "content/media/jan.png", &picture());
    let sidecar = "kind: photo\nalt: Zwaluw bij de oven\nmaker: Redactie\nlicence: CC0-1.0\n\
         people: recognisable\nconsent: [T-4]\n";
    put(root, "content/media/jan.png.yaml", sidecar);
    put(root, "content/newsletters/een.md", OLDER);
    put(root, "content/newsletters/twee.md", EDITION);
    let (exit, _, said) = lerend(root, "newsletter twee --record --date 2021-12-01");
    assert_eq!(exit, Exit::Done, "{said}");
    let day = "date: 2021-03-25\nsent: 2021-03-25\n";
    put(root, "content/newsletters/twee.md", &EDITION.replace("date: 2021-03-25\n", day));
    folder
}

/// All that stands in the files of the edition after a build, below what was said of it without the lines
/// of the content.
fn mailed(folder: &tempfile::TempDir) -> String {
    let (_, _, said) = lerend(folder.path(), "build --no-search --no-images --date 2021-12-01");
    let mut open = vec![folder.path().join("public/nieuwsbrieven/twee")];
    let mut found: String = said.lines().filter(|line| !line.contains('│')).collect();
    while let Some(path) = open.pop() {
        if path.is_dir() {
            let inside = fs::read_dir(&path).unwrap().map(|own| own.unwrap().path());
            open.extend(inside.collect::<Vec<PathBuf>>());
        } else if path.extension().is_some_and(|own| own == "txt" || own == "html") {
            found.push_str(&fs::read_to_string(&path).unwrap());
        }
    }
    assert!(found.contains("Welkom."), "{found}");
    found
}

/// These words stand in the edition, and no longer when a text in a file is another.
fn goes(words: &[&str], (path, from, to): (&str, &str, &str)) -> String {
    let folder = sent();
    let before = mailed(&folder);
    for word in words {
        assert!(before.contains(word), "{word}: {before}");
    }
    assert!(!before.contains("consent-removed"), "{before}");
    let text = read(folder.path(), path);
    assert!(text.contains(from), "{text}");
    put(folder.path(), path, &text.replace(from, to));
    let after = mailed(&folder);
    for word in words {
        assert!(!after.contains(word), "{word}: {after}");
    }
    assert!(after.contains("consent-removed"), "{after}");
    after
}

#[test]
fn why_knows_the_record_of_an_edition() {
    let folder = sent();
    let (_, out, said) =
        lerend(folder.path(), "why nieuwsbrieven/twee/mail.html --date 2021-12-01");
    assert!(out.contains("  content/newsletters/twee.sent.json\n"), "{out}{said}");
    let (_, out, _) =
        lerend(folder.path(), "why content/newsletters/twee.sent.json --date 2021-12-01");
    assert!(out.ends_with(":\n  content/newsletters/twee.md\n"), "{out}");
}

#[test]
fn a_quotation_goes_with_the_consent_for_it_or_for_the_name_below_it() {
    let consents = "content/vocabulary/consents.yaml";
    let withdrawn = |id: &str| format!("id: {id}, withdrawn: 2021-06-01, ");
    goes(&["zwaluwwoord"], (consents, "id: T-2, ", &withdrawn("T-2")));
    goes(&["zwaluwzin", "Zwaluw Smit"], (consents, "id: T-3, ", &withdrawn("T-3")));
    let both = ["Zwaluw de Boer", "Zwaluw Smit"];
    let after = goes(&both, (consents, "id: T-1, ", &withdrawn("T-1")));
    // What may still stand there does, without the name.
    assert!(after.contains("zwaluwzin") && after.contains("smid"), "{after}");
}

#[test]
fn the_words_of_a_picture_go_with_the_consent_for_it() {
    let path = "content/vocabulary/consents.yaml";
    let words = ["Zwaluw bij de oven"];
    let after = goes(&words, (path, "id: T-4, ", "id: T-4, withdrawn: 2021-06-01, "));
    assert!(after.contains("zwaluwzin"), "{after}");
    let of_site = "T-4, given: 2020-01-01, scope: [site]}";
    goes(&words, (path, "T-4, given: 2020-01-01, scope: [site, newsletter]}", of_site));
}

#[test]
fn an_item_goes_with_its_document_under_whatever_name() {
    let withdrawn = "form: article\nwithdrawn: {date: 2021-06-01, reason: Op verzoek.}\n";
    goes(&["zwaluwwoord"], ("content/stories/een.md", "form: article\n", withdrawn));

    let folder = sent();
    let old = format!("aliases: [/verhalen/een/]\n{withdrawn}");
    put(folder.path(), "content/stories/nieuw.md", &STORY.replace("form: article\n", &old));
    fs::remove_file(folder.path().join("content/stories/een.md")).unwrap();
    for path in ["content/newsletters/een.md", "content/newsletters/twee.md"] {
        let text = read(folder.path(), path);
        put(folder.path(), path, &text.replace("story:een", "story:nieuw"));
    }
    let after = mailed(&folder);
    assert!(!after.contains("zwaluwwoord") && after.contains("consent-removed"), "{after}");
}

#[test]
fn a_correction_goes_with_its_document() {
    let withdrawn = "date: 2021-01-05\nwithdrawn: {date: 2021-06-01, reason: Op verzoek.}\n";
    goes(&["zwaluwfout"], ("content/pages/twee.md", "date: 2021-01-05\n", withdrawn));
}

fn picture() -> Vec<u8> {
    png(&image::RgbImage::new(640, 360))
}

fn other_picture() -> Vec<u8> {
    png(&image::RgbImage::new(640, 359))
}

fn png(own: &image::RgbImage) -> Vec<u8> {
    let mut picture = Vec::new();
    own.write_to(&mut std::io::Cursor::new(&mut picture), image::ImageFormat::Png).unwrap();
    picture
}

/// A site with a page that has a picture, and an edition that shows it in this style.
fn pictured(style: &str) -> (tempfile::TempDir, String) {
    let folder = folder_with_site(SITE);
    let root = folder.path();
    put_bytes(root, "content/media/oven.png", &picture());
    let sidecar =
        "kind: photo\nalt: Een oven\nmaker: Redactie\nlicence: CC0-1.0\npeople: none\n";
    put(root, "content/media/oven.png.yaml", sidecar);
    let page = REPORT.replace("date: 2021-01-05\n", "date: 2021-01-05\nimage: oven\n");
    put(root, "content/pages/twee.md", &page);
    let edition = format!(
        "---\ntitle: Nieuws\ndate: 2021-03-25\nsubject: Nieuws\n\
         blocks: [{{item: 'page:twee', style: {style}}}]\n---\nWelkom.\n"
    );
    put(root, PICTURED, &edition);
    let (exit, _, said) = lerend(root, "newsletter twee --record --date 2021-12-01");
    assert_eq!(exit, Exit::Done, "{said}");
    (folder, edition)
}

const PICTURED: &str = "content/newsletters/twee.md";

fn sent_now(folder: &tempfile::TempDir, edition: &str) {
    let day = "date: 2021-03-25\nsent: 2021-03-25\n";
    put(folder.path(), PICTURED, &edition.replace("date: 2021-03-25\n", day));
}

/// The picture that the mail names, which is there.
fn named(folder: &tempfile::TempDir) -> String {
    let root = folder.path();
    let (exit, _, said) = lerend(root, "build --no-search --date 2021-12-01");
    assert!(exit == Exit::Done && !said.contains("lost-picture"), "{said}");
    let mail = read(root, "public/nieuwsbrieven/twee/mail.html");
    let (_, rest) = mail.split_once("src=\"https://voorbeeld.example/").unwrap();
    let picture = rest.split_once('"').unwrap().0.to_owned();
    assert!(root.join("public").join(&picture).exists(), "{picture}");
    picture
}

#[test]
fn a_picture_stays_where_it_was_sent_to_whatever_becomes_of_the_item() {
    for style in ["large", "small"] {
        let (folder, edition) = pictured(style);
        let root = folder.path();
        sent_now(&folder, &edition);
        let before = named(&folder);
        assert_eq!(before.contains("-320."), style == "small", "{before}");
        // Another picture, or none, and an item that is gone.
        put(root, "content/pages/twee.md", REPORT);
        assert_eq!(named(&folder), before);
        put(root, "content/pages/drie.md", REPORT);
        fs::remove_file(root.join("content/pages/twee.md")).unwrap();
        let sent = read(root, PICTURED).replace("page:twee", "page:drie");
        put(root, PICTURED, &sent);
        assert_eq!(named(&folder), before);
    }
}

#[test]
fn a_picture_that_is_gone_from_a_sent_mail_is_told() {
    for change in ["replaced", "renamed", "removed"] {
        let (folder, edition) = pictured("large");
        let root = folder.path();
        sent_now(&folder, &edition);
        let named = named(&folder);
        let media = root.join("content/media");
        let at = |name: &str| media.join(name);
        if change == "replaced" {
            fs::write(at("oven.png"), other_picture()).unwrap();
        } else {
            for file in ["png", "png.yaml"] {
                let (old, new) = (at(&format!("oven.{file}")), at(&format!("fornuis.{file}")));
                fs::rename(old, &new).unwrap();
                if change == "removed" {
                    fs::remove_file(new).unwrap();
                }
            }
            put(root, "content/pages/twee.md", REPORT);
        }
        let (exit, _, said) = lerend(root, "build --no-search --date 2021-12-01");
        assert!(exit == Exit::Done && said.contains("[newsletter/lost-picture]"), "{said}");
        assert!(said.contains(&named), "{said}");
    }
}

#[test]
fn a_mail_that_was_sent_with_a_large_picture_keeps_it() {
    let (folder, edition) = pictured("small");
    let path = "content/newsletters/twee.sent.json";
    // As it was recorded before there were pictures for beside a text.
    let record = read(folder.path(), path);
    let older: Vec<&str> = record.lines().filter(|own| !own.contains("url_beside")).collect();
    assert!(older.len() < record.lines().count(), "{record}");
    put(folder.path(), path, &older.join("\n"));
    sent_now(&folder, &edition);
    assert!(named(&folder).starts_with("beeld/oven-640."), "{}", named(&folder));
}

#[test]
fn a_picture_for_beside_a_text_is_made_where_it_stands_there() {
    for (style, is_made) in [("large", false), ("small", true), ("line", false)] {
        let (folder, _) = pictured(style);
        let (exit, _, said) = lerend(folder.path(), "build --no-search --date 2021-12-01");
        assert_eq!(exit, Exit::Done, "{said}");
        let made = fs::read_dir(folder.path().join("public/beeld")).unwrap();
        let mut names = made.map(|own| own.unwrap().file_name().into_string().unwrap());
        assert_eq!(names.any(|own| own.starts_with("oven-320.")), is_made, "{style}");
    }
}

/// A photograph is decoded as small as what is made of it allows; that may not hang on what an
/// earlier build made.
#[test]
fn a_picture_is_the_same_whenever_it_is_made() {
    let (folder, edition) = pictured("large");
    let root = folder.path();
    fs::remove_file(root.join("content/media/oven.png")).unwrap();
    fs::remove_file(root.join("content/media/oven.png.yaml")).unwrap();
    fs::remove_file(root.join("content/newsletters/twee.sent.json")).unwrap();
    let mut photo = Vec::new();
    let fine =
        |x: u32, y: u32| image::Rgb([x * y, x * 7 + y, x ^ y].map(|own| own.to_be_bytes()[3]));
    image::RgbImage::from_fn(700, 350, fine)
        .write_to(&mut std::io::Cursor::new(&mut photo), image::ImageFormat::Jpeg)
        .unwrap();
    put_bytes(root, "content/media/oven.jpg", &photo);
    let sidecar =
        "kind: photo\nalt: Een oven\nmaker: Redactie\nlicence: CC0-1.0\npeople: none\n";
    put(root, "content/media/oven.jpg.yaml", sidecar);
    let built = |words: &str| {
        let (exit, _, said) =
            lerend(root, &format!("build --no-search --date 2021-12-01{words}"));
        assert_eq!(exit, Exit::Done, "{said}");
        let made = fs::read_dir(root.join("public/beeld")).unwrap();
        let mut files: Vec<(PathBuf, Vec<u8>)> = made
            .map(|own| own.unwrap().path())
            .map(|path| (path.clone(), fs::read(path).unwrap()))
            .collect();
        files.sort();
        files
    };
    built("");
    put(root, PICTURED, &edition.replace("style: large", "style: small"));
    let warm = built("");
    let cold = built(" --cold");
    assert!(warm.iter().any(|(path, _)| path.to_string_lossy().contains("-320.")));
    for (warm, cold) in warm.iter().zip(&cold) {
        assert!(warm == cold, "{} is another file", warm.0.display());
    }
    assert_eq!(warm.len(), cold.len());
}
