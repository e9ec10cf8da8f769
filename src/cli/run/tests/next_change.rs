//! When the site changes by itself.

use super::{Exit, folder_with_site, lerend, put, read};

const SITE: &str = "title: Proef\nlanguage: nl\nbase-url: https://voorbeeld.example/\n";

#[test]
fn a_build_says_when_the_site_changes_by_itself_and_keeps_it_out_of_the_site() {
    let folder = folder_with_site(SITE);
    put(folder.path(), "content/index.md", "---\ntitle: Begin\n---\nWelkom.\n");
    let (exit, _, err) = lerend(folder.path(), "build --date 2026-11-23");
    assert_eq!(exit, Exit::Done, "{err}");
    assert!(!err.contains("verandert vanzelf"), "{err}");
    assert!(read(folder.path(), ".lerend/next-change.json").contains("\"next\": null"));

    let page = "---\ntitle: Geheim\nembargo: 2026-12-01\n---\nTekst.\n";
    put(folder.path(), "content/pages/straks.md", page);
    let (exit, _, err) = lerend(folder.path(), "build --date 2026-11-23");
    assert_eq!(exit, Exit::Done, "{err}");
    let line = "De site verandert vanzelf op 1 december 2026: 'Geheim' verschijnt.";
    assert!(err.contains(line), "{err}");
    let last = err.lines().last().unwrap_or_default();
    assert!(last.ends_with("bestanden staan in public"), "the summary is the last line: {err}");
    let json = read(folder.path(), ".lerend/next-change.json");
    assert!(json.contains("\"next\": \"2026-12-01\""), "{json}");
    let calendar = read(folder.path(), ".lerend/next-change.ics");
    assert!(calendar.contains("DTSTART;VALUE=DATE:20261201\r\n"), "{calendar}");
    assert_eq!(read(folder.path(), ".lerend/.gitignore"), "*\n");
    for path in ["public/next-change.json", "public/next-change.ics"] {
        assert!(!folder.path().join(path).exists(), "{path}");
    }

    let (exit, _, err) = lerend(folder.path(), "build --date 2026-11-23 --store bewaard");
    assert_eq!(exit, Exit::Done, "{err}");
    assert_eq!(read(folder.path(), "bewaard/next-change.json"), json);
}

#[test]
fn a_site_stands_though_nothing_can_be_written_beside_it() {
    let folder = folder_with_site(SITE);
    put(folder.path(), ".lerend", "");
    let (exit, _, said) = lerend(folder.path(), "build --no-search");
    assert_eq!(exit, Exit::Done, "{said}");
    // It is told once.
    assert_eq!(said.matches("host/no-store").count(), 1, "{said}");
    assert!(!said.contains("unwritable"), "{said}");
    assert!(folder.path().join("public/index.html").exists());
    let build = "build --no-search --strict --store bewaard";
    assert_eq!(lerend(folder.path(), build).0, Exit::Done);
    std::fs::remove_file(folder.path().join("bewaard/next-change.json")).unwrap();
    put(folder.path(), "bewaard/next-change.json/iets", "");
    let (exit, _, said) = lerend(folder.path(), &format!("{build} --date 2026-11-24"));
    assert_eq!(exit, Exit::Done);
    assert_eq!(said.matches("host/no-store").count(), 1, "{said}");
}

#[test]
fn a_file_that_was_asked_for_and_cannot_be_written_is_told_before_any_work() {
    let folder = folder_with_site(SITE);
    for command in ["build --no-search --trace geen/map.json", "check --trace geen/map.json"] {
        let (exit, _, said) = lerend(folder.path(), command);
        assert_eq!(exit, Exit::Failed, "{said}");
        assert!(said.contains("geen/map.json") && !said.contains("vorige site"), "{said}");
    }
    assert!(!folder.path().join("public").exists());
}

#[test]
fn a_build_that_keeps_nothing_makes_no_folder_to_keep_it_in() {
    let folder = folder_with_site(SITE);
    let (exit, _, said) = lerend(folder.path(), "build --cold --no-search");
    assert_eq!(exit, Exit::Done, "{said}");
    assert!(folder.path().join("public/index.html").exists());
    assert!(!folder.path().join(".lerend").exists());
}

#[test]
fn nothing_is_kept_in_a_folder_of_the_site() {
    let folder = folder_with_site(SITE);
    let page = "---\ntitle: Geheim\nembargo: 2026-12-01\n---\nTekst.\n";
    put(folder.path(), "content/pages/straks.md", page);
    for (store, inside) in [
        ("content", "`content`"),
        ("content/pages", "`content`"),
        ("public", "`public`"),
        ("public/.store", "`public`"),
        ("themes/eigen", "`themes`"),
    ] {
        // Twice: what the first leaves is in nobody's way.
        for _ in 0..2 {
            let command = format!("build --date 2026-11-23 --no-search --store {store}");
            let (exit, _, said) = lerend(folder.path(), &command);
            assert_eq!(exit, Exit::Done, "{store}: {said}");
            assert_eq!(said.matches("host/no-store").count(), 1, "{store}: {said}");
            assert!(said.contains(inside), "{store}: {said}");
        }
        for name in ["next-change.json", ".gitignore", "packs", "CACHEDIR.TAG"] {
            assert!(!folder.path().join(store).join(name).exists(), "{store}/{name}");
        }
    }
    put(folder.path(), "eigen/brief.txt", "van iemand");
    let command = "build --date 2026-11-23 --no-search --store eigen";
    let (exit, _, said) = lerend(folder.path(), command);
    assert_eq!(exit, Exit::Done, "{said}");
    assert!(said.contains("er staan andere dingen in"), "{said}");
    assert!(!folder.path().join("eigen/next-change.json").exists());
    let (exit, _, said) = lerend(folder.path(), "clean --store eigen");
    assert_eq!(exit, Exit::Failed, "{said}");
    assert!(said.contains("is geen map met bewaard werk"), "{said}");
    assert!(
        folder.path().join(".public-lerend").is_dir(),
        "nothing goes when something may not"
    );
    assert_eq!(read(folder.path(), "eigen/brief.txt"), "van iemand");
}

#[test]
fn what_was_wrong_beside_the_site_is_told_as_long_as_it_is() {
    let folder = folder_with_site(SITE);
    put(folder.path(), "content/index.md", "---\ntitle: Begin\n---\nWelkom.\n");
    put(folder.path(), ".lerend", "");
    // Long enough ago for a later build to see that nothing changed.
    for path in ["content/site.yaml", "content/index.md"] {
        let file = std::fs::File::options().write(true).open(folder.path().join(path)).unwrap();
        file.set_modified(std::time::UNIX_EPOCH).unwrap();
    }
    let told = || lerend(folder.path(), "build --date 2026-11-23 --no-search").2;
    assert!(told().contains("host/no-store") && told().contains("host/no-store"));
    std::fs::remove_file(folder.path().join(".lerend")).unwrap();
    for _ in 0..2 {
        assert!(!told().contains("host/no-store"));
    }
}

#[test]
fn a_site_is_not_put_inside_another() {
    let folder = folder_with_site(SITE);
    put(folder.path(), "content/index.md", "---\ntitle: Begin\n---\nWelkom.\n");
    assert_eq!(lerend(folder.path(), "build --no-search").0, Exit::Done);
    let (exit, _, said) = lerend(folder.path(), "build --no-search --output public/proef");
    assert_eq!(exit, Exit::Failed, "{said}");
    assert!(said.contains("host/unsafe-output") && said.contains("`public`"), "{said}");
    assert_eq!(lerend(folder.path(), "build --no-search").0, Exit::Done);
    // Other programs have files of this name.
    put(folder.path(), "web/manifest.json", "{\"name\": \"Een app\"}");
    let (exit, _, said) = lerend(folder.path(), "build --no-search --output web/site");
    assert_eq!(exit, Exit::Done, "{said}");
}

#[test]
fn nothing_is_kept_by_way_of_a_link_of_the_site() {
    use std::os::unix::fs::symlink;

    let site = folder_with_site(SITE);
    let elsewhere = tempfile::tempdir().unwrap();
    symlink(elsewhere.path(), site.path().join(".lerend")).unwrap();
    let (exit, _, said) = lerend(site.path(), "build --no-search");
    assert_eq!(exit, Exit::Done, "{said}");
    assert_eq!(said.matches("host/no-store").count(), 1, "{said}");
    assert!(said.contains("is een koppeling") && said.contains("`--store`"), "{said}");
    let (exit, _, said) = lerend(site.path(), "build --no-search --cold");
    assert_eq!(exit, Exit::Done, "{said}");
    assert!(!said.contains("host/no-store"), "{said}");
    put(elsewhere.path(), "brief.txt", "van iemand");
    let (exit, _, said) = lerend(site.path(), "clean");
    assert_eq!(exit, Exit::Failed, "{said}");
    assert!(said.contains("`.lerend` is een koppeling in de site"), "{said}");
    assert_eq!(read(elsewhere.path(), "brief.txt"), "van iemand");
    assert_eq!(elsewhere.path().read_dir().unwrap().count(), 1);
}

#[test]
fn a_file_of_somebody_else_in_the_store_stays_and_is_named() {
    let folder = folder_with_site(SITE);
    assert_eq!(lerend(folder.path(), "build --no-search").0, Exit::Done);
    put(folder.path(), ".lerend/brief.txt", "van iemand");
    put(folder.path(), ".lerend/packs/mijn.pack", "van iemand");
    let (exit, said, _) = lerend(folder.path(), "clean");
    let left = "Uit .lerend is verwijderd wat `lerend` bewaarde. Wat er verder staat, blijft \
                (2, zoals .lerend/brief.txt).\n";
    assert_eq!((exit, said), (Exit::Done, format!(".public-lerend is verwijderd.\n{left}")));
    assert_eq!(read(folder.path(), ".lerend/packs/mijn.pack"), "van iemand");
    let (exit, _, said) = lerend(folder.path(), "clean");
    assert_eq!(exit, Exit::Failed, "{said}");
}

#[test]
fn what_came_of_a_build_is_said_beside_what_programs_read() {
    let folder = folder_with_site(SITE);
    put(folder.path(), "content/index.md", "---\ntitle: Begin\n---\nWelkom.\n");
    let page = "---\ntitle: Geheim\nembargo: 2026-12-01\n---\nTekst.\n";
    put(folder.path(), "content/pages/straks.md", page);
    for (format, nothing) in
        [("json", ""), ("github", ""), ("gitlab", "[]"), ("sarif", "\"results\":[]")]
    {
        let command = format!("--format {format} build --no-search --date 2026-11-23");
        let (exit, out, err) = lerend(folder.path(), &command);
        assert_eq!(exit, Exit::Done, "{err}");
        let is_pure =
            if format == "sarif" { out.contains(nothing) } else { out.trim() == nothing };
        assert!(is_pure, "{format}: {out}");
        assert!(err.contains("verandert vanzelf"), "{format}: {err}");
        assert!(err.ends_with(" bestanden staan in public\n"), "{format}: {err}");
    }
    put(folder.path(), "content/index.md", "---\ntitel: Begin\nzomaar: 1\n---\n");
    let (exit, out, err) = lerend(folder.path(), "--format json build --no-search");
    assert_eq!((exit, out.lines().count()), (Exit::Content, 1), "{out}");
    assert_eq!(err, "1 fout: er is niets gepubliceerd\n");
}
