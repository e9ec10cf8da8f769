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
    pages(&Trial::of(&[TOPICS, REGION, STORY, DRAFT]).catalog)
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
         <p>Eén &amp; twee</p><p>a · b</p><p>c · d</p></body></html>"
    );
}

#[test]
fn towns_lead_to_their_region_and_synonyms_to_their_topic() {
    let found = found();
    let of = |url: &str| &found.iter().find(|page| page.url == url).unwrap().html;
    assert!(of("regios/twente/").contains("<p data-pagefind-weight=\"4\">Enschede</p>"));
    assert!(
        of("onderwerpen/leren/").contains("<p data-pagefind-weight=\"7\">Kennis delen</p>")
    );
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
    let pages = found();
    let first = index(&pages).unwrap();
    assert_eq!(first, index(&pages).unwrap());
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

#[cfg(feature = "search")]
#[test]
fn many_pages_share_files() {
    let page = |at: usize| Searchable {
        url: format!("a/{at}/"),
        html: format!(
            "<html lang=nl><body data-pagefind-body><h1>Pagina {at}</h1></body></html>"
        ),
    };
    let pages: Vec<Searchable> = (0..1500).map(page).collect();
    let files = index(&pages).unwrap();
    assert!(files.len() <= 1010, "{} files", files.len());
}

#[test]
fn nothing_gives_no_index() {
    assert_eq!(index(&[]).unwrap(), []);
}
