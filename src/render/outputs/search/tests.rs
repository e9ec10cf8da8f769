//! What can be found of a small site.

use super::*;
use crate::render::outputs::trial::Trial;

const TOPICS: (&str, &str) = (
    "content/vocabulary/topics.yaml",
    "- {id: leren, label: Leren, definition: Van elkaar, synonyms: [Kennis delen]}\n",
);
const REGION: (&str, &str) = (
    "content/regions/twente.md",
    "---\ntitle: Twente\ncode: R1\nmunicipalities: [{name: Enschede}]\n---\n",
);
const STORY: (&str, &str) = (
    "content/stories/dag.md",
    "---\ntitle: Een <mooie> dag\ndate: 2021-03-18\nregion: twente\nform: article\n\
     topics: [leren]\noutcome: Mensen vonden werk.\n\
     quotes:\n  - {text: Zonder toestemming, by: iemand}\n---\n\n\
     Inleiding.\n\n## Wat anderen leerden\n\n- Eén & twee\n\n| a | b |\n| - | - |\n| c | d |\n",
);
const DRAFT: (&str, &str) = (
    "content/stories/nog-niet.md",
    "---\ntitle: Kanarie\ndate: 2021-03-18\ndraft: true\nregion: twente\nform: article\n\
     topics: [leren]\n---\n",
);

fn found() -> Vec<Searchable> {
    let trial = Trial::of(&[TOPICS, REGION, STORY, DRAFT]);
    whole(&trial).searchable(&trial.catalog)
}

/// The index of a small site, all of it.
fn whole(trial: &Trial) -> IndexPart {
    let [part] = parts(&trial.catalog).try_into().unwrap();
    part
}

#[test]
fn a_document_is_found_by_its_words_and_sorted_into_facets() {
    let found = found();
    let story = found.iter().find(|page| page.url == "verhalen/dag/").unwrap();
    assert_eq!(
        story.html,
        "<html lang=\"nl\"><body data-pagefind-body>\
         <h1 data-pagefind-weight=\"10\">Een &lt;mooie&gt; dag</h1>\
         <p data-pagefind-ignore data-pagefind-meta=\"kind\">Verhaal</p>\
         <p data-pagefind-ignore data-pagefind-filter=\"type\">Verhaal</p>\
         <p data-pagefind-ignore data-pagefind-filter=\"region\">Twente</p>\
         <p data-pagefind-ignore data-pagefind-meta=\"region\">Twente</p>\
         <p data-pagefind-ignore data-pagefind-filter=\"topic\">Leren</p>\
         <p data-pagefind-ignore data-pagefind-filter=\"year\">2021</p>\
         <p data-pagefind-ignore data-pagefind-meta=\"date\">18 maart 2021</p>\
         <p data-pagefind-ignore data-pagefind-meta=\"day\">2021-03-18</p>\
         <p data-pagefind-ignore data-pagefind-sort=\"date\">2021-03-18</p>\
         <p data-pagefind-weight=\"4\">Inleiding.</p><p>Mensen vonden werk.</p>\
         <p>Inleiding.</p><h2 id=\"wat-anderen-leerden\">Wat anderen leerden</h2>\
         <p>Eén &amp; twee</p><p>a · b</p><p>c · d</p>\
         <p data-pagefind-weight=\"7\">Verhaal Twente</p></body></html>"
    );
}

#[test]
fn towns_lead_to_their_region_and_synonyms_to_their_topic() {
    let found = found();
    let of = |url: &str| &found.iter().find(|page| page.url == url).unwrap().html;
    let region = of("regios/twente/");
    assert!(region.contains("<p data-pagefind-weight=\"4\">Enschede</p>"));
    assert!(region.ends_with("<p data-pagefind-weight=\"7\">Regio Twente</p></body></html>"));
    assert!(
        of("onderwerpen/leren/").contains("<p data-pagefind-weight=\"7\">Kennis delen</p>")
    );
}

#[test]
fn a_region_is_found_by_the_word_that_everybody_uses() {
    let settings = (
        "content/site.yaml",
        "title: Proef\nbase-url: https://voorbeeld.example/\n\
         regions: {one: arbeidsmarktregio, many: arbeidsmarktregio's}\n",
    );
    let trial = Trial::of(&[TOPICS, REGION, settings]);
    let found = whole(&trial).searchable(&trial.catalog);
    let page = found.iter().find(|page| page.url.ends_with("/twente/")).unwrap();
    let words = ">Arbeidsmarktregio regio Twente</p></body></html>";
    assert!(page.html.ends_with(words), "{}", page.html);
}

#[test]
fn what_readers_may_not_see_cannot_be_found() {
    let all: String = found().into_iter().map(|page| page.url + &page.html).collect();
    assert!(!all.contains("Kanarie") && !all.contains("nog-niet"), "{all}");
    assert!(!all.contains("Zonder toestemming"), "{all}");
}

#[cfg(feature = "search")]
#[test]
fn the_index_is_the_same_each_time_and_holds_what_is_needed() {
    let (pages, part) = (found(), of(3, 10).remove(0));
    let first = index(&part, &pages).unwrap();
    assert_eq!(first, index(&part, &pages).unwrap());
    let names: Vec<&str> = first.iter().map(|(path, _)| path.as_str()).collect();
    let has = |name: &str| names.contains(&name);
    assert!(has("pagefind/pagefind.js") && has("pagefind/pagefind-entry.json"), "{names:?}");
    assert!(has("pagefind/wasm.nl.pagefind") && !has("pagefind/wasm.unknown.pagefind"));
    assert!(!names.iter().any(|name| name.contains("-ui") || name.contains("worker")));
    let fragments = names.iter().filter(|name| name.starts_with("pagefind/fragment/"));
    assert_eq!(fragments.count(), pages.len());
    let filters = names.iter().filter(|name| name.starts_with("pagefind/filter/"));
    assert_eq!(filters.count(), 4, "type, region, topic, year");
}

/// So many pages, one a day, as an index of which no part has more than `most`.
fn of(count: usize, most: usize) -> Vec<IndexPart> {
    let first = Date::new(2001, 1, 1).unwrap();
    // In an order of its own.
    let page = |at: usize| {
        let at = at * 7 % count.max(1);
        Findable {
            url: format!("a/{at}/"),
            lang: Lang::nl(),
            date: Some(first.plus_days(i32::try_from(at).unwrap())),
            what: What::Document(at),
        }
    };
    parts::of((0..count).map(page).collect(), most)
}

fn small_pages(part: &IndexPart) -> Vec<Searchable> {
    let page = |own: &Findable| Searchable {
        url: own.url.clone(),
        html: format!(
            "<html lang=nl><body data-pagefind-body><h1>{}</h1></body></html>",
            own.url
        ),
    };
    part.pages.iter().map(page).collect()
}

#[cfg(feature = "search")]
#[test]
fn many_pages_share_files() {
    let part = of(1500, 1500).remove(0);
    let files = index(&part, &small_pages(&part)).unwrap();
    assert!(files.len() <= 1010, "{} files", files.len());
}

#[cfg(feature = "search")]
#[test]
fn of_an_index_in_parts_only_the_first_has_what_looks_up() {
    let parts = of(30, 10);
    let finder = Finder::of(&parts);
    assert_eq!(finder.parts_for(&Lang::nl(), &Lang::nl()), ["nl-1/", "nl-2/", "nl-3/"]);
    let english = Lang::new("en").unwrap();
    assert_eq!(finder.parts_for(&english, &Lang::nl()).len(), 3, "better than nothing");
    let names = |part: &IndexPart| -> Vec<String> {
        let files = index(part, &small_pages(part)).unwrap();
        files.into_iter().map(|(path, _)| path.to_string()).collect()
    };
    let has = |names: &[String], name: &str| names.iter().any(|own| own == name);
    let (first, second) = (names(&parts[0]), names(&parts[1]));
    for name in ["pagefind/pagefind.js", "pagefind/nl-1/wasm.nl.pagefind"] {
        assert!(has(&first, name), "{name} {first:?}");
    }
    assert!(has(&second, "pagefind/nl-2/pagefind-entry.json"), "{second:?}");
    assert!(second.iter().all(|own| own.starts_with("pagefind/nl-2/")), "{second:?}");
    assert!(
        !second.iter().any(|own| own.contains("wasm") || own.contains("pagefind.js")),
        "{second:?}"
    );
}

#[test]
fn a_part_follows_the_one_with_older_pages_and_an_edit_moves_few_pages() {
    let urls = |parts: &[IndexPart]| -> Vec<Vec<String>> {
        let urls = |part: &IndexPart| part.pages.iter().map(|own| own.url.clone()).collect();
        parts.iter().map(urls).collect()
    };
    let parts = of(9000, 3000);
    assert!(parts.len() >= 3 && parts.iter().all(|own| own.pages.len() <= 3000));
    let days: Vec<_> =
        parts.iter().flat_map(|own| own.pages.iter().map(|one| one.date)).collect();
    assert!(days.is_sorted() && days.len() == 9000);
    // Without its oldest page, all but the parts that it stood near are the same.
    let pages = parts.iter().flat_map(|own| own.pages.iter().cloned());
    let fewer = parts::of(pages.skip(1).collect(), 3000);
    let (all, fewer) = (urls(&parts), urls(&fewer));
    assert_eq!(all.last(), fewer.last());
    assert_eq!(of(3000, 3000).len(), 1, "whole");
}

#[test]
fn nothing_gives_no_index() {
    assert!(of(0, 10).is_empty());
}
