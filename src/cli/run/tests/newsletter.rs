//! `newsletter`: what it prints, and what it says when it cannot.

use super::*;

const SITE: &str = "title: Proef\nlanguage: nl\nbase-url: https://voorbeeld.example/\n\
    newsletter: {utm: true}\n";
const EDITION: &str = "---\ntitle: Nieuws\ndate: 2021-03-25\nsubject: Nieuws uit de regio\n\
    blocks:\n  - {item: \"page:item\", style: large}\n---\nWelkom.\n";
const ITEM: &str = "---\ntitle: Een pagina\nsummary: Wat er gebeurde.\n---\nTekst.\n";

fn site(edition: &str) -> tempfile::TempDir {
    let folder = folder_with_site(SITE);
    for (name, text) in [("newsletters/2021-03.md", edition), ("pages/item.md", ITEM)] {
        let path = folder.path().join("content").join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    folder
}

fn printed(folder: &tempfile::TempDir, options: &str) -> String {
    let (exit, out, err) = lerend(folder.path(), &format!("newsletter 2021-03 {options}"));
    assert_eq!((exit, err.as_str()), (Exit::Done, ""), "{options}");
    out
}

#[test]
fn each_form_of_an_edition_goes_to_standard_output() {
    let folder = site(EDITION);
    let print = |options: &str| printed(&folder, options);
    assert!(print("--as mail").starts_with("<!doctype html>\n<html lang=\"nl\">"));
    assert!(print("--as mail --target mailchimp").contains("href=\"*|UNSUB|*\""));
    assert!(!print("--as mail --target spotler").contains("utm_"));
    assert!(print("--as text").starts_with("Nieuws\n======\n"));
    assert!(print("--as markdown").starts_with("# Nieuws\n"));
    assert!(print("--as eml").starts_with("Subject: Nieuws uit de regio\r\n"));
    assert!(print("--as social").contains("Een pagina\n----------\n"));
    assert!(print("--as json").contains("\"schema\": \"lerend-edition/1\""));
    assert!(print("--as block").starts_with("<table role=\"presentation\""));
    let item = print("--as rich --item page-item");
    assert_eq!(item, print("--as rich"));
    for name in ["page:item", "pagina:item"] {
        assert_eq!(item, print(&format!("--as rich --item {name}")));
    }
    assert!(item.contains("utm_content=page-item"));
    assert!(print("--as json --item page-item").contains("\"schema\": \"lerend-item/1\""));
    assert!(
        print("--as text --base-url https://elders.example/")
            .contains("https://elders.example/item/")
    );
}

#[test]
fn a_message_of_one_item_has_that_item_only() {
    let folder =
        site(&EDITION.replace("style: large}", "style: large}\n  - {item: \"page:ander\"}"));
    put(folder.path(), "content/pages/ander.md", &ITEM.replace("Een pagina", "Een andere"));
    for form in ["social", "eml"] {
        let both = printed(&folder, &format!("--as {form}"));
        let one = printed(&folder, &format!("--as {form} --item page-item"));
        assert!(both.contains("Een pagina") && both.contains("Een andere"), "{both}");
        assert!(one.contains("Een pagina") && !one.contains("Een andere"), "{one}");
        assert!(!one.starts_with('<'), "{one}");
    }
}

#[test]
fn what_readers_may_not_see_is_left_out_of_a_draft_edition_too_and_told() {
    let folder = site(&EDITION.replace(
        "blocks:",
        "draft: yes\nblocks:\n  - {item: \"page:later\"}\n  - {item: \"page:concept\"}",
    ));
    let secret = |field: &str| {
        format!("---\ntitle: Geheim\nsummary: Nog geheim.\n{field}\n---\nGeheim.\n")
    };
    put(folder.path(), "content/pages/later.md", &secret("embargo: 2921-03-25"));
    put(folder.path(), "content/pages/concept.md", &secret("draft: yes"));
    for form in ["mail", "text", "json", "eml", "social", "rich"] {
        let (exit, out, err) =
            lerend(folder.path(), &format!("newsletter 2021-03 --as {form}"));
        assert_eq!(exit, Exit::Done);
        assert!(out.contains("Een pagina") && !out.contains("eheim"), "{form}: {out}");
        assert_eq!(err.matches("[link/not-shown]").count(), 2, "{err}");
    }
    let (exit, _, err) = lerend(folder.path(), "newsletter 2021-03 --record");
    assert_eq!((exit, err.matches("[link/not-shown]").count()), (Exit::Done, 2), "{err}");
    let record = read(folder.path(), "content/newsletters/2021-03.sent.json");
    assert!(record.contains("Een pagina") && !record.contains("eheim"), "{record}");
}

#[test]
fn an_edition_that_is_still_to_come_is_printed_as_on_its_day() {
    let coming = site(&EDITION.replace("2021-03-25", "2921-03-25"));
    assert!(printed(&coming, "--as text").contains("25 maart 2921"));
    let draft = site(&EDITION.replace("title: Nieuws", "title: Nieuws\ndraft: yes"));
    assert!(printed(&draft, "--as text").contains("Nieuws"));
}

#[test]
fn the_page_of_a_sent_edition_tells_what_was_corrected_since() {
    let item = |day: &str| {
        let changes =
            format!("changes: [{{date: {day}, text: het was Almelo, kind: correction}}]");
        ITEM.replace("summary:", &format!("{changes}\nsummary:"))
    };
    let sent = EDITION.replace("title: Nieuws", "title: Nieuws\nsent: 2021-03-26");
    let told = |edition: &str, day: &str| {
        let folder = site(edition);
        put(folder.path(), "content/pages/item.md", &item(day));
        let (exit, _, err) = lerend(folder.path(), "build --no-images --date 2026-11-23");
        assert_eq!(exit, Exit::Done, "{err}");
        read(folder.path(), "public/nieuwsbrieven/2021-03/index.html")
            .contains("is een fout hersteld: het was Almelo")
    };
    assert!(told(&sent, "2021-03-27"));
    assert!(told(&sent, "2021-03-26"), "nothing says that it was right when it was sent");
    assert!(!told(&sent, "2021-03-25"), "it was right when it was sent");
    assert!(!told(EDITION, "2021-03-27"), "it was not sent");
}

#[test]
fn a_correction_of_the_day_of_an_edition_is_told_where_its_mail_did_not() {
    let second = EDITION.replace("2021-03-25", "2021-04-25");
    let change = |text: &str| format!("{{date: 2021-03-25, text: {text}, kind: correction}}");
    let changes = |all: &str| ITEM.replace("summary:", &format!("changes: [{all}]\nsummary:"));
    let folder = site(EDITION);
    let root = folder.path();
    put(root, "content/pages/item.md", &changes(&change("het was Almelo")));
    let (exit, _, err) = lerend(root, "newsletter 2021-03 --record");
    assert_eq!((exit, err.as_str()), (Exit::Done, ""));
    let sent = EDITION.replace("title: Nieuws", "title: Nieuws\nsent: 2021-03-25");
    put(root, "content/newsletters/2021-03.md", &sent);
    put(root, "content/newsletters/2021-04.md", &second);
    let both = changes(&format!("{}, {}", change("het was Almelo"), change("het was mei")));
    put(root, "content/pages/item.md", &both);
    let (exit, _, err) = lerend(root, "build --no-images --date 2026-11-23");
    assert_eq!(exit, Exit::Done, "{err}");
    let page = |name: &str| read(root, &format!("public/nieuwsbrieven/{name}"));
    let told = page("2021-03/index.html");
    assert!(told.contains("is een fout hersteld: het was mei"), "{told}");
    assert!(!told.contains("is een fout hersteld: het was Almelo"), "{told}");
    let next = page("2021-04/mail.txt");
    assert!(next.contains("het was mei") && !next.contains("Almelo"), "{next}");
    assert!(!page("2021-03/edition.json").contains("told"));
    let (exit, _, err) = lerend(root, "newsletter 2021-04 --as mail");
    assert_eq!((exit, err.as_str()), (Exit::Done, ""));
}

#[test]
fn desks_of_a_preview_say_that_nothing_works_yet() {
    let folder = site(EDITION);
    for (options, says) in [("", false), (" --preview", true)] {
        let (exit, _, err) =
            lerend(folder.path(), &format!("build --no-images --date 2026-11-23{options}"));
        assert_eq!(exit, Exit::Done, "{err}");
        for desk in ["kopieren", "nieuwsbrieven/2021-03/kopieren"] {
            let page = folder.path().join("public").join(desk).join("index.html");
            let page = std::fs::read_to_string(page).unwrap();
            let said = page.contains("links en beelden werken pas na publicatie");
            assert_eq!(said, says, "{desk}{options}");
        }
    }
}

#[test]
fn what_is_not_there_is_told_with_what_there_is() {
    let folder = site(EDITION);
    for (command, known) in [
        ("newsletter 2021-3", "choose from: 2021-03"),
        ("newsletter 2021-03 --as rich --item item", "choose from: page-item"),
        ("newsletter 2021-03 --target mailchip", "choose from: mailchimp, laposta"),
    ] {
        let (exit, out, err) = lerend(folder.path(), &format!("--language en {command}"));
        assert_eq!((exit, out.as_str()), (Exit::Failed, ""), "{command}");
        assert!(
            err.starts_with("error[host/unknown-edition]: ") && err.contains(known),
            "{err}"
        );
    }
    let broken = site(&EDITION.replace("page:item", "page:itm"));
    let (exit, out, err) = lerend(broken.path(), "newsletter 2021-03");
    assert_eq!((exit, out.as_str()), (Exit::Content, ""));
    assert!(err.contains("page:itm"), "{err}");
}

#[test]
fn a_record_is_written_beside_the_edition_once() {
    let folder = site(EDITION);
    let said = printed(&folder, "--record");
    assert!(said.starts_with("content/newsletters/2021-03.sent.json is gemaakt"), "{said}");
    let (exit, _, err) = lerend(folder.path(), "newsletter 2021-03 --record");
    assert_eq!(exit, Exit::Failed);
    assert!(err.contains("host/already-there"), "{err}");
}

#[test]
fn who_records_late_hears_what_changed_since() {
    let edition = EDITION.replace("subject:", "sent: 2021-03-25\nsubject:");
    let folder = site(&edition);
    let item = ITEM.replace("summary:", "updated: 2021-03-27\nsummary:");
    put(folder.path(), "content/pages/item.md", &item);
    let (exit, _, err) = lerend(folder.path(), "newsletter 2021-03 --record --date 2021-03-28");
    assert_eq!(exit, Exit::Done, "{err}");
    let told = "de mail ging weg op 2021-03-25, en dit legt vast hoe de site nu is; sindsdien \
                veranderd: `content/pages/item.md`";
    assert!(err.contains(told), "{err}");

    let folder = site(&edition);
    let (exit, _, err) = lerend(folder.path(), "newsletter 2021-03 --record --date 2021-03-25");
    assert_eq!((exit, err.as_str()), (Exit::Done, ""));
}

#[test]
fn a_mail_that_would_be_cut_off_is_told_when_it_is_printed_and_recorded() {
    let folder = site(EDITION);
    put(folder.path(), "content/site.yaml", &SITE.replace("utm: true", "max-bytes: 2000"));
    for (form, told) in [("mail", true), ("eml", true), ("text", true), ("social", false)] {
        let (exit, out, err) =
            lerend(folder.path(), &format!("newsletter 2021-03 --as {form}"));
        assert!(out.contains("Een pagina"), "{out}");
        assert_eq!(err.contains("fout[newsletter/too-large]"), told, "{form}: {err}");
        assert_eq!(exit, if told { Exit::Content } else { Exit::Done }, "{form}");
    }
    // A program that reads the mail finds it alone on the standard output.
    let (exit, out, err) = lerend(folder.path(), "--format json newsletter 2021-03 --as text");
    assert!(exit == Exit::Content && err.contains("newsletter/too-large"), "{err}");
    assert!(!out.contains("too-large") && out.contains("Een pagina"), "{out}");
    let (exit, _, err) = lerend(folder.path(), "newsletter 2021-03 --as mail --item page-item");
    assert_eq!((exit, err.as_str()), (Exit::Done, ""));
    let (exit, out, err) = lerend(folder.path(), "newsletter 2021-03 --record");
    assert!(err.contains("waarschuwing[newsletter/too-large]"), "{err}");
    assert!(exit == Exit::Done && out.contains("2021-03.sent.json is gemaakt"), "{out}");
    let sent = EDITION.replace("title: Nieuws", "title: Nieuws\nsent: 2021-03-26");
    put(folder.path(), "content/newsletters/2021-03.md", &sent);
    let (exit, _, err) = lerend(folder.path(), "build --no-images --date 2026-11-23");
    assert!(exit == Exit::Done && err.contains("waarschuwing[newsletter/too-large]"), "{err}");
}

#[test]
fn a_new_edition_proposes_what_is_new_with_the_reasons() {
    let folder = site(
        &EDITION.replace("page:item", "story:oud").replace("{item", "{style: large, item"),
    );
    let write = |name: &str, text: &str| {
        let path = folder.path().join("content").join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    };
    write("regions/twente.md", "---\ntitle: Twente\ncode: R1\n---\n");
    write("regions/zeeland.md", "---\ntitle: Zeeland\ncode: R2\n---\n");
    write("vocabulary/topics.yaml", "- {id: leren, label: Leren, definition: Leren.}\n");
    for (name, day, region) in [
        ("oud", "2021-03-01", "twente"),
        ("eerste", "2021-04-02", "twente"),
        ("tweede", "2021-04-03", "twente"),
        ("derde", "2021-04-01", "zeeland"),
    ] {
        write(
            &format!("stories/{name}.md"),
            &format!(
                "---\ntitle: Titel {name}\ndate: {day}\nregion: {region}\nform: article\ntopics: [leren]\n---\nTekst.\n"
            ),
        );
    }
    let (exit, _, err) =
        lerend(folder.path(), "new newsletter 2021-05 --since previous --date 2021-05-01");
    assert_eq!((exit, err.as_str()), (Exit::Done, ""));
    let text =
        std::fs::read_to_string(folder.path().join("content/newsletters/2021-05.md")).unwrap();
    let expected = "blokken:
  # Nieuw sinds 25 maart 2021:
  # Titel tweede: van 3 april 2021; eerste stuk over Twente; nieuw onderwerp: Leren
  - stuk: \"story:tweede\"
    stijl: groot
  # Titel derde: van 1 april 2021; eerste stuk over Zeeland
  - stuk: \"story:derde\"
    stijl: klein
  # Titel eerste: van 2 april 2021
  - stuk: \"story:eerste\"
    stijl: klein
";
    assert!(text.contains(expected), "{text}");
    let (exit, _, err) = lerend(folder.path(), "new newsletter later --since 2021-13-01");
    assert_eq!(exit, Exit::Failed);
    assert!(err.contains("previous"), "{err}");
}
