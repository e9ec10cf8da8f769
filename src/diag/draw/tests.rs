//! Whole texts, as they come out.

use super::{Format, Outcome, Style, all, summary};
use crate::base::{FileId, OutPath, SourcePath, Span};
use crate::diag::problem::{Field, Host, Misuse, Rights, Tree, Yaml};
use crate::diag::{Diag, Language, Place, Severity, SourceMap, Strictness};

fn sources() -> SourceMap {
    let mut map = SourceMap::default();
    let text = "---\ntitle: Vertraging\nsterkste: patroon\ntitle: Weer\n---\n";
    map.add(SourcePath::new("content/factsheets/vertraging.md").unwrap(), text.into());
    map.add(SourcePath::new("content/é b.md").unwrap(), "Zonder velden\n".into());
    map
}

fn diags() -> Vec<Diag> {
    let span = |file, start, end| Span::new(FileId(file), start, end);
    let nearest = Some(("sterkte".to_owned(), "strength".to_owned()));
    vec![
        Diag::missing_from(FileId(1), Yaml::NoFrontMatter),
        Diag::at(span(0, 40, 45), Yaml::DuplicateKey { key: "title".to_owned() })
            .related(span(0, 4, 9)),
        Diag::at(span(0, 22, 30), Field::UnknownKey { key: "sterkste".to_owned(), nearest })
            .with_severity(Severity::Warning),
        Diag::of_file(SourcePath::new("content/x.sock").unwrap(), Tree::NotAFile)
            .with_severity(Severity::Hint),
        Diag::new(Place::Nowhere, Host::NoSite).with_severity(Severity::Off),
        Diag::new(Place::Nowhere, usage("a\u{1b}[1mb")),
        Diag::of_output(OutPath::new("a/index.html").unwrap(), Host::Locked { process: None }),
    ]
}

fn usage(detail: &str) -> Host {
    let wrong = Misuse::Other { detail: detail.to_owned() };
    Host::Usage { command: "lerend".to_owned(), wrong }
}

fn drawn(format: Format, language: Language) -> String {
    let style = Style { format, language, colour: false, width: 80 };
    all(&diags(), &sources(), &style)
}

#[test]
fn full_shows_the_line_and_the_way_out() {
    let expected = "\
fout[host/usage]: de opdracht klopt niet: a\u{fffd}[1mb
  = hulp: `lerend --help` laat alle opdrachten zien

fout[host/locked]: een andere bouw schrijft al naar deze map
  ┌ a/index.html
  = hulp: wacht tot die klaar is en probeer het opnieuw

waarschuwing[front-matter/unknown-key]: onbekend veld `sterkste`
  ┌ content/factsheets/vertraging.md:3:1
3 │ sterkste: patroon
  │ ^^^^^^^^
  = hulp: misschien bedoeld: `sterkte` (ook: `strength`)

fout[yaml/duplicate-key]: het veld `title` staat er twee keer
  ┌ content/factsheets/vertraging.md:4:1
4 │ title: Weer
  │ ^^^^^
  ├ ook hier: content/factsheets/vertraging.md:2:1
2 │ title: Vertraging
  │ ^^^^^
  = hulp: houd er één over

tip[tree/not-a-file]: dit is geen gewoon bestand en wordt niet gelezen
  ┌ content/x.sock
  = hulp: haal het weg uit de map van de site

fout[yaml/no-front-matter]: dit document begint niet met velden
  ┌ content/é b.md:1:1
1 │ Zonder velden
  │ ^
  = hulp: begin het bestand met een regel `---`, dan de velden, zoals `titel: …`, dan weer `---`
";
    assert_eq!(drawn(Format::Full, Language::Nl), expected);
}

#[test]
fn concise_is_a_line_each() {
    let expected = "\
error[host/usage]: the command is not right: a\u{fffd}[1mb
a/index.html:1:1: error[host/locked]: another build is writing to this folder
content/factsheets/vertraging.md:3:1: warning[front-matter/unknown-key]: unknown field `sterkste`
content/factsheets/vertraging.md:4:1: error[yaml/duplicate-key]: the field `title` is here twice
content/x.sock:1:1: hint[tree/not-a-file]: this is not an ordinary file, so it is not read
content/é b.md:1:1: error[yaml/no-front-matter]: this document does not begin with fields
";
    assert_eq!(drawn(Format::Concise, Language::En), expected);
}

#[test]
fn json_is_an_object_a_line() {
    let json = drawn(Format::Json, Language::En);
    let lines: Vec<&str> = json.lines().collect();
    assert_eq!(lines.len(), 6);
    assert_eq!(
        lines[3],
        "{\"code\":\"yaml/duplicate-key\",\"severity\":\"error\",\
         \"path\":\"content/factsheets/vertraging.md\",\"line\":4,\"column\":1,\"end_line\":4,\
         \"end_column\":6,\"message\":\"the field `title` is here twice\",\
         \"help\":\"keep one of them\",\"related\":[{\"path\":\
         \"content/factsheets/vertraging.md\",\"line\":2,\"column\":1,\"end_line\":2,\
         \"end_column\":6}]}"
    );
}

#[test]
fn github_gets_commands() {
    let github = drawn(Format::Github, Language::En);
    let expected = "\
::error title=host/usage::the command is not right: a\u{fffd}[1mb%0A`lerend --help` lists all commands
::error file=a/index.html,line=1,col=1,endLine=1,endColumn=1,title=host/locked::another build is writing to this folder%0Await until it is done and try again
::warning file=content/factsheets/vertraging.md,line=3,col=1,endLine=3,endColumn=9,title=front-matter/unknown-key::unknown field `sterkste`%0Adid you mean `sterkte` (or `strength`)?
::error file=content/factsheets/vertraging.md,line=4,col=1,endLine=4,endColumn=6,title=yaml/duplicate-key::the field `title` is here twice%0Akeep one of them
::notice file=content/x.sock,line=1,col=1,endLine=1,endColumn=1,title=tree/not-a-file::this is not an ordinary file, so it is not read%0Aremove it from the site's folder
::error file=content/é b.md,line=1,col=1,endLine=1,endColumn=1,title=yaml/no-front-matter::this document does not begin with fields%0Abegin the file with a line `---`, then the fields, such as `title: …`, then `---` again
";
    assert_eq!(github, expected);
}

#[test]
fn gitlab_and_sarif_hold_every_finding_once() {
    let gitlab: serde_json::Value =
        serde_json::from_str(&drawn(Format::Gitlab, Language::En)).unwrap();
    let mut prints: Vec<&str> =
        gitlab.as_array().unwrap().iter().map(|i| i["fingerprint"].as_str().unwrap()).collect();
    prints.sort_unstable();
    prints.dedup();
    assert_eq!(prints.len(), 6);
    let sarif: serde_json::Value =
        serde_json::from_str(&drawn(Format::Sarif, Language::En)).unwrap();
    let results = &sarif["runs"][0]["results"];
    assert_eq!(results.as_array().unwrap().len(), 6);
    let place = &results[5]["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "content/%C3%A9%20b.md");
    assert_eq!(results[3]["relatedLocations"].as_array().unwrap().len(), 1);
}

#[test]
fn colours_only_where_they_are_wanted() {
    let style =
        Style { format: Format::Concise, language: Language::En, colour: true, width: 80 };
    let text = all(&diags()[6..], &sources(), &style);
    assert_eq!(
        text,
        "a/index.html:1:1: \u{1b}[1;31merror[host/locked]\u{1b}[0m: \
         another build is writing to this folder\n"
    );
    assert!(!drawn(Format::Full, Language::Nl).contains('\u{1b}'));
}

#[test]
fn the_summary_counts_and_says_what_came_of_it() {
    let told =
        |diags: &[Diag], outcome: Outcome<'_>, language| summary(diags, &outcome, language);
    let published = Outcome::Published { files: 12, folder: "public", is_preview: false };
    let preview = Outcome::Published { files: 1, folder: "public", is_preview: true };
    assert_eq!(
        told(&diags(), Outcome::Refused, Language::Nl),
        "4 fouten, 1 waarschuwing, 1 tip: er is niets gepubliceerd"
    );
    assert_eq!(told(&[], published, Language::Nl), "geen fouten: 12 bestanden staan in public");
    assert_eq!(
        told(&diags()[2..3], published, Language::En),
        "1 warning: 12 files are in public"
    );
    assert_eq!(
        told(&[], preview, Language::Nl),
        "geen fouten: 1 bestand staat in public; dit is een voorbeeld met concepten: publiceer \
         het niet als de site"
    );
    assert_eq!(told(&[], Outcome::Checked(Strictness::Errors), Language::En), "no errors");
}

#[test]
fn the_summary_says_that_strict_is_why_nothing_was_published() {
    let (strict, mild) = (Strictness::Warnings, Strictness::Errors);
    let handled =
        Diag::new(Place::Nowhere, Rights::Withdrawn { reference: "AVG-1".to_owned() });
    let diags = [diags().swap_remove(2), handled];
    let refused = Outcome::Refused;
    assert_eq!(
        summary(&diags, &refused, Language::Nl),
        "2 waarschuwingen: er is niets gepubliceerd; `--strict` laat één waarschuwing niet door"
    );
    assert_eq!(
        summary(&[diags[0].clone(), diags[0].clone()], &refused, Language::En),
        "2 warnings: nothing was published; 2 warnings do not pass `--strict`"
    );
    assert_eq!(
        summary(&diags, &Outcome::Checked(strict), Language::Nl),
        "geen fouten, 2 waarschuwingen; `--strict` laat één waarschuwing niet door"
    );
    for (diags, strictness) in [(&diags[1..], strict), (&diags[..1], mild)] {
        let said = summary(diags, &Outcome::Checked(strictness), Language::En);
        assert_eq!(said, "no errors, 1 warning");
    }
}

#[test]
fn the_place_itself_is_not_pointed_at_twice() {
    let own = Span::new(FileId(0), 3, 7);
    let other = Span::new(FileId(0), 9, 12);
    let diag = Diag::at(own, Yaml::NoFrontMatter).related(own).related(other);
    let places: Vec<&Place> = diag.related.iter().map(|related| &related.place).collect();
    assert_eq!(places, [&Place::Span(other)]);
}
