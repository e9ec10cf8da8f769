//! The field guide: `docs/redactie/velden.md` and `docs/fields.md` come from the field tables.

use std::fs;
use std::path::Path;

use lerend::base::{FileId, OffsetMap};
use lerend::config::SITE;
use lerend::diag::{Diag, Language};
use lerend::model::{COMPONENTS, DocKind, MEDIA, component_table, vocabulary};
use lerend::schema::{self, Table, guide, starter};
use lerend::yaml;

/// A part of the guide: its heading and intro in Dutch and English.
struct Part {
    heading: [&'static str; 2],
    intro: [&'static str; 2],
}

const TITLE: Part = Part {
    heading: ["Alle velden", "All fields"],
    intro: [
        "Per soort document, lijst en onderdeel: welke velden er zijn, en hoe je ze schrijft. Elk \
         veld heeft een Nederlandse en een Engelse naam. Je kunt ze allebei gebruiken, maar niet \
         allebei tegelijk. Een punt in een naam betekent: een veld in een ander veld. `[]` \
         betekent: een lijst.\n\n\
         Wil je weten waar een soort voor is? Lees dan [Soorten documenten](soorten.md). Deze \
         pagina is gemaakt uit dezelfde tabellen als waarmee `lerend` je documenten nakijkt.",
        "Per type of document, list and component: which fields there are, and how to write them. \
         Every field has an English and a Dutch name. Use either, but not both at once. A point \
         in a name means: a field inside another field. `[]` means: a list.\n\n\
         This page is made from the tables with which `lerend` checks documents.",
    ],
};

const COMMON: Part = Part {
    heading: ["Velden van elk document", "Fields of every document"],
    intro: [
        "Deze velden kan elk document hebben. Een gewone pagina (`content/pages/`) en de \
         voorpagina (`content/index.md`) hebben alleen deze.",
        "Every document can have these fields. An ordinary page (`content/pages/`) and the front \
         page (`content/index.md`) have no others.",
    ],
};

const DOCUMENTS: &[(DocKind, Part)] = &[
    (
        DocKind::Factsheet,
        Part {
            heading: ["Factsheet", "Factsheet"],
            intro: [
                "Wat er is gezien, hoe zeker dat is en wat je ermee kunt.",
                "What was seen, how sure that is, and what to do with it.",
            ],
        },
    ),
    (
        DocKind::Story,
        Part {
            heading: ["Verhaal", "Story"],
            intro: [
                "Hoe het ging voor mensen in één regio. De vier vaste vragen mogen ook koppen in \
                 je tekst zijn.",
                "How it went for people in one region. The four fixed questions may be headings \
                 of the text too.",
            ],
        },
    ),
    (
        DocKind::Finding,
        Part {
            heading: ["Bevinding", "Finding"],
            intro: ["In één zin: wat werkt, of niet.", "In one sentence: what works, or not."],
        },
    ),
    (
        DocKind::Region,
        Part {
            heading: ["Regio", "Region"],
            intro: [
                "Wat we van een regio weten: haar gemeenten, haar plan en welk bewijs er is.",
                "What is known of a region: its municipalities, its plan and which evidence \
                 there is.",
            ],
        },
    ),
    (
        DocKind::Report,
        Part {
            heading: ["Rapport", "Report"],
            intro: [
                "Een rapport, brief of plan, met de hoofdpunten in eigen woorden.",
                "A report, letter or plan, with its main points in your own words.",
            ],
        },
    ),
    (
        DocKind::Event,
        Part {
            heading: ["Bijeenkomst", "Event"],
            intro: [
                "Een bijeenkomst die komt of is geweest.",
                "A meeting that will be or was held.",
            ],
        },
    ),
    (
        DocKind::Newsletter,
        Part {
            heading: ["Nieuwsbrief", "Newsletter"],
            intro: [
                "Een editie: de onderwerpregel en de stukken die erin staan.",
                "An edition: the subject and the items in it.",
            ],
        },
    ),
    (
        DocKind::Questionnaire,
        Part {
            heading: ["Vragenlijst", "Questionnaire"],
            intro: [
                "Vragen waarmee een regio naar zichzelf kijkt.",
                "Questions with which a region looks at itself.",
            ],
        },
    ),
    (
        DocKind::Blueprint,
        Part {
            heading: ["Handreiking", "Blueprint"],
            intro: [
                "Een aanpak die anderen kunnen overnemen.",
                "A way of working that others can take over.",
            ],
        },
    ),
];

const LISTS: &[(&str, &Table, [&str; 2])] = &[
    (
        "topics",
        &vocabulary::TOPIC,
        ["De onderwerpen van de evaluatie.", "The topics of the evaluation."],
    ),
    (
        "questions",
        &vocabulary::QUESTION,
        [
            "De leervragen: wat de evaluatie wil weten.",
            "The learning questions: what the evaluation wants to know.",
        ],
    ),
    (
        "sources",
        &vocabulary::SOURCE,
        ["De bronnen waar documenten op rusten.", "The sources that documents rest on."],
    ),
    (
        "organisations",
        &vocabulary::ORGANISATION,
        ["Organisaties die ergens genoemd worden.", "Organisations that are named somewhere."],
    ),
    (
        "people",
        &vocabulary::PERSON,
        [
            "Mensen, bij hun functie. Een naam mag alleen met toestemming.",
            "People, by role. A name only with consent.",
        ],
    ),
    (
        "consents",
        &vocabulary::CONSENT,
        [
            "Toestemmingen, bij hun kenmerk. Het formulier zelf hoort hier niet.",
            "Consents, by their reference. The form itself does not belong here.",
        ],
    ),
    (
        "glossary",
        &vocabulary::TERM,
        [
            "Begrippen; op elke pagina staat de uitleg bij het eerste gebruik.",
            "Terms; on every page the explanation stands at the first use.",
        ],
    ),
    ("waves", &vocabulary::WAVE, ["Meetrondes.", "Waves of measurement."]),
    (
        "lists",
        &vocabulary::LISTS,
        [
            "De lijsten die je zelf mag uitbreiden. Dit bestand heeft drie velden, met elk een lijst.",
            "The lists that you may extend. This file has three fields with a list each.",
        ],
    ),
    (
        "jargon",
        &vocabulary::JARGON,
        [
            "Moeilijke woorden en het gewone woord ervoor.",
            "Difficult words and the plain word for each.",
        ],
    ),
];

const VOCABULARY: Part = Part {
    heading: ["Lijsten", "Lists"],
    intro: [
        "Elke lijst is een bestand in `content/vocabulary/`. Elk punt van de lijst begint met `-`.",
        "Each list is a file in `content/vocabulary/`. Each item begins with `-`.",
    ],
};

const SIDECAR: Part = Part {
    heading: ["Gegevens bij beeld, film en geluid", "Data of pictures, films and sound"],
    intro: [
        "Ze staan naast het bestand: bij `zaal.jpg` hoort `zaal.jpg.yaml`. Wat verplicht is, hangt \
         van het soort af; dat staat in [Beeld en toestemming](beeld-en-toestemming.md).",
        "They stand beside the file: `room.jpg.yaml` belongs to `room.jpg`. Which are needed \
         depends on the kind; a message says what is missing.",
    ],
};

const PARTS: Part = Part {
    heading: ["Onderdelen in de tekst", "Components in the text"],
    intro: [
        "Je schrijft ze als een blok tussen drie accenten, met de Engelse naam erachter. In \
         [Tekst opmaken](markdown.md) staan voorbeelden.",
        "They are written as a block between three backticks, with the name behind the first \
         ones.",
    ],
};

const SITE_YAML: Part = Part {
    heading: ["`content/site.yaml`", "`content/site.yaml`"],
    intro: [
        "De instellingen van de hele site. Meestal doet je beheerder dit.",
        "The settings of the whole site.",
    ],
};

fn pick<'a>(words: &[&'a str; 2], language: Language) -> &'a str {
    match language {
        Language::Nl => words[0],
        Language::En => words[1],
    }
}

/// The rows of a table without the optional ones that every document has.
fn own_rows(kind: DocKind, language: Language) -> String {
    let common = guide(DocKind::Page.table(), language);
    let may_go = |row: &str| {
        let mut cells = row.split(" | ");
        let name = cells.next().unwrap_or_default();
        let needed = cells.nth(1).unwrap_or_default();
        name.contains('.') || matches!(needed, "nee" | "no")
    };
    let table = guide(kind.table(), language);
    let kept = table.lines().filter(|row| {
        let shared = common.lines().skip(2).any(|other| other == *row);
        !(shared && may_go(row))
    });
    kept.fold(String::new(), |rows, row| rows + row + "\n")
}

/// A heading with words and a table below it, where there are any.
fn section(heading: &str, intro: &str, table: &str) -> String {
    let parts = [heading, intro, table].map(str::trim_end);
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
}

fn text(language: Language) -> String {
    let part = |level: &str, part: &Part, table: &str| {
        let heading = format!("{level} {}", pick(&part.heading, language));
        section(&heading, pick(&part.intro, language), table)
    };
    let mut out = vec![
        part("#", &TITLE, ""),
        part("##", &COMMON, &guide(DocKind::Page.table(), language)),
    ];
    for (kind, words) in DOCUMENTS {
        let folder = pick(&["In de map", "In the folder"], language);
        let intro =
            format!("{} {folder} `content/{}/`.", pick(&words.intro, language), kind.folder());
        let heading = format!("## {}", pick(&words.heading, language));
        out.push(section(&heading, &intro, &own_rows(*kind, language)));
        let copy = pick(&["Om te kopiëren:", "To copy:"], language);
        let file = lerend::parse::starter(*kind, language);
        out.push(format!("{copy}\n\n```markdown\n{}\n```", file.trim_end()));
    }
    out.push(part("##", &VOCABULARY, ""));
    for (name, table, intro) in LISTS {
        let heading = format!("### `{name}.yaml`");
        out.push(section(&heading, pick(intro, language), &guide(table, language)));
    }
    out.push(part("##", &SIDECAR, &guide(&MEDIA, language)));
    out.push(part("##", &PARTS, ""));
    for name in COMPONENTS {
        let table = component_table(name).unwrap();
        out.push(section(&format!("### `{name}`"), "", &guide(table, language)));
    }
    out.push(part("##", &SITE_YAML, &guide(&SITE, language)));
    out.join("\n\n") + "\n"
}

#[test]
fn the_field_guide_is_that_of_the_field_tables() {
    for (path, language) in
        [("docs/redactie/velden.md", Language::Nl), ("docs/fields.md", Language::En)]
    {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        let text = text(language);
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&file, text).unwrap();
        } else {
            let found = fs::read_to_string(&file).unwrap_or_default();
            assert!(found == text, "{path} is not that of the field tables; run with UPDATE=1");
        }
    }
}

#[test]
fn every_type_of_document_is_in_the_field_guide() {
    for kind in DocKind::FOLDERS.iter().filter(|kind| **kind != DocKind::Page) {
        assert!(DOCUMENTS.iter().any(|(own, _)| own == kind), "{kind:?}");
    }
}

/// Every table that an editor writes by.
fn tables() -> Vec<&'static Table> {
    let documents = DocKind::FOLDERS.iter().map(|kind| kind.table());
    let lists = LISTS.iter().map(|(_, table, _)| *table);
    let components = COMPONENTS.iter().filter_map(|name| component_table(name));
    documents.chain(lists).chain(components).chain([&MEDIA, &SITE]).collect()
}

#[test]
fn every_field_says_in_both_languages_what_it_is() {
    for table in tables() {
        for language in [Language::Nl, Language::En] {
            for row in guide(table, language).lines() {
                let cells: Vec<&str> = row.split('|').map(str::trim).collect();
                assert!(cells.len() == 7 && !cells[4].is_empty(), "{}: {row}", table.name);
            }
        }
    }
}

#[test]
fn every_example_of_a_starter_file_is_read_as_its_field() {
    for table in tables() {
        for language in [Language::Nl, Language::En] {
            // `# key: example  # meaning` → `key: example`; what is to be filled in stays empty.
            let example = |line: &str| match line.strip_prefix("# ") {
                Some(rest) => rest.rsplit_once("  # ").map(|(field, _)| field.to_owned()),
                None => Some(line.to_owned()),
            };
            let lines: Vec<String> =
                starter(table, &[], language).lines().filter_map(example).collect();
            let text = lines.join("\n");
            let node = yaml::read(&text, &OffsetMap::whole(FileId(0), 0));
            assert_eq!(node.diags, [], "{text}");
            let (read, _) = schema::read(table, &node.value.unwrap());
            let wrong = |diag: &&Diag| {
                let code = diag.problem.code().name;
                code != "front-matter/missing-key" && code != "text/unusual-length"
            };
            let wrong: Vec<_> = read.diags.iter().filter(wrong).collect();
            assert!(wrong.is_empty(), "{}: {wrong:#?}\n{text}", table.name);
        }
    }
}
