//! `media`.

use std::path::Path;

use crate::media::{Encoding, blank};

use super::{Exit, folder_with_home, lerend, put, read};

pub(super) fn site() -> tempfile::TempDir {
    let folder = folder_with_home();
    put(
        folder.path(),
        "content/pages/a.md",
        "---\ntitle: A\n---\n![](media:jan)\n\n![](media:vlag)\n",
    );
    put(
        folder.path(),
        "content/vocabulary/consents.yaml",
        "- {id: AVG-1, given: 2021-01-01, until: 2027-12-31, scope: [site, newsletter]}\n",
    );
    for (name, rest) in
        [("jan", "people: recognisable\nconsent: [AVG-1]\n"), ("vlag", "people: none\n")]
    {
        let sidecar = format!(
            "kind: photo\nalt: Een \"{name}\"; groot\nmaker: Redactie\nlicence: CC0-1.0\n{rest}"
        );
        put(folder.path(), &format!("content/media/{name}.png.yaml"), &sidecar);
        let picture = blank((1000, 500), Encoding::Png).unwrap();
        std::fs::write(folder.path().join(format!("content/media/{name}.png")), picture)
            .unwrap();
    }
    folder
}

fn media(folder: &Path, words: &str) -> (Exit, String, String) {
    lerend(folder, format!("media --date 2026-11-23 {words}").trim_end())
}

#[test]
fn the_register_says_rights_consent_and_where_it_is_used() {
    let folder = site();
    let (exit, out, err) = media(folder.path(), "");
    assert_eq!((exit, err.as_str()), (Exit::Done, ""), "{out}");
    assert_eq!(
        out,
        "media  soort  maker     licentie  toestemming                          mag naar           gebruikt in\n\
         jan    foto   Redactie  CC0-1.0   AVG-1 (geldt tot en met 2027-12-31)  site, nieuwsbrief  content/pages/a.md\n\
         vlag   foto   Redactie  CC0-1.0   -                                    -                  content/pages/a.md\n"
    );
    let (_, out, _) = lerend(folder.path(), "media --date 2028-01-01");
    let line = out.lines().nth(1).unwrap();
    assert!(line.contains("AVG-1 (verlopen op 2027-12-31)  nergens  "), "{out}");
    let (_, out, _) = media(folder.path(), "--as csv");
    assert_eq!(
        out.lines().nth(1),
        Some(
            "jan,content/media/jan.png,photo,recognisable,Redactie,,CC0-1.0,,AVG-1 (holds 2027-12-31),\
             site|newsletter,2027-12-31,content/pages/a.md"
        )
    );
    let (_, out, _) = media(folder.path(), "--as json");
    let rows: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(rows[0]["consent"][0]["state"], "holds");
    assert_eq!(
        rows[1]["channels"],
        serde_json::json!(["site", "newsletter", "social", "press", "archive"])
    );
    let (_, out, _) = lerend(folder.path(), "media --date 2028-01-01 --as json");
    let rows: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(
        (&rows[0]["consent"][0]["state"], &rows[0]["channels"]),
        (&"ended".into(), &serde_json::json!([]))
    );
}

#[test]
fn what_a_withdrawn_consent_takes_along_is_told() {
    let folder = site();
    for reference in ["AVG-1", "jan"] {
        let (exit, out, err) = media(folder.path(), &format!("withdraw {reference}"));
        assert_eq!((exit, err.as_str()), (Exit::Done, ""), "{out}");
        for part in [
            "beeld/jan-480.",
            "beeld/jan-1000.",
            "\n  a/index.html\n",
            "\n  beeldverantwoording/index.html\n",
            "Wat je doet:\n  1. ",
            "\n  3. Draai daarna `lerend clean`, en maak in je bouwdienst de cache",
        ] {
            assert!(out.contains(part), "{reference}: {part}\n{out}");
        }
        assert!(!out.contains("vlag"), "{out}");
        assert!(!out.contains("verstuurde mail ("), "{out}");
    }
    // Once it is withdrawn nothing is left to do.
    put(
        folder.path(),
        "content/vocabulary/consents.yaml",
        "- {id: AVG-1, given: 2021-01-01, withdrawn: 2026-01-01, scope: [site, newsletter]}\n",
    );
    let (exit, out, _) = media(folder.path(), "withdraw AVG-1");
    assert_eq!(exit, Exit::Done);
    assert!(out.contains("of het is al ingetrokken") && !out.contains("Wat je doet"), "{out}");
    // Nothing was written, and the content is as it was.
    assert!(!folder.path().join("public").exists());
    let (exit, _, err) = media(folder.path(), "withdraw AVG1");
    assert_eq!(exit, Exit::Failed);
    assert!(err.contains("host/unknown-consent") && err.contains("AVG-1"), "{err}");
}

#[test]
fn a_picture_in_a_mail_that_was_sent_becomes_grey_and_does_not_go() {
    let folder = site();
    put(
        folder.path(),
        "content/pages/a.md",
        "---\ntitle: A\nimage: jan\n---\nTekst die lang genoeg is.\n",
    );
    put(
        folder.path(),
        "content/newsletters/maart.md",
        "---\ntitle: Maart\ndate: 2026-03-01\nsent: 2026-03-01\nsubject: Maart\nblocks: [{item: 'page:a', style: large}]\n---\n",
    );
    let (exit, out, _) = media(folder.path(), "withdraw AVG-1");
    assert_eq!(exit, Exit::Done, "{out}");
    let (gone, rest) = out.split_once("\nWordt een grijs vlak").unwrap();
    assert!(gone.contains("beeld/jan-480.") && !gone.contains("beeld/jan-552."), "{out}");
    let (grey, rest) = rest.split_once("\nVerandert").unwrap();
    assert!(grey.contains("beeld/jan-552."), "{out}");
    let sent = "Stond in een verstuurde mail (1):\n  Maart (2026-03-01)\n";
    assert!(rest.contains(sent), "{out}");
    // Its mail is in mailboxes, also where its page is not there.
    let edition = read(folder.path(), "content/newsletters/maart.md");
    put(
        folder.path(),
        "content/newsletters/maart.md",
        &edition.replace("title:", "draft: yes\ntitle:"),
    );
    for reference in ["AVG-1", "jan"] {
        let (_, out, _) = media(folder.path(), &format!("withdraw {reference}"));
        assert!(out.contains(sent) && out.contains("\n  3. Laat het beeldbestand"), "{out}");
    }
    // What stood in no other place than that mail becomes grey too.
    let (exit, _, err) = lerend(folder.path(), "newsletter maart --record");
    assert_eq!(exit, Exit::Done, "{err}");
    let page = "---\ntitle: A\n---\nTekst die lang genoeg is.\n";
    put(folder.path(), "content/pages/a.md", page);
    let (_, out, _) = media(folder.path(), "withdraw AVG-1");
    let (_, grey) = out.split_once("Wordt een grijs vlak").unwrap();
    assert!(grey.contains("beeld/jan-552.") && out.contains(sent), "{out}");
}
