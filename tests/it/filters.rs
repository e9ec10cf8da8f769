//! The filters of a list: a template draws those of a section, the program those in a text, and
//! one style and one script serve both.

use super::site::site;

/// An element with all that is in it, without white space between its parts.
fn element(html: &str, start: &str, end: &str) -> String {
    let (_, rest) = html.split_once(start).unwrap_or_else(|| panic!("no `{start}` in {html}"));
    let (inside, _) = rest.split_once(end).unwrap();
    inside.lines().map(str::trim).collect()
}

/// Without the choice of an order, which a list in a text does not have.
fn without_order(fieldset: &str) -> String {
    let (before, rest) = fieldset.split_once("<label class=\"filter-order\">").unwrap();
    let (_, after) = rest.split_once("</label>").unwrap();
    format!("{before}{after}")
}

#[test]
fn filters_in_a_text_are_those_of_a_section() {
    let mut site = site();
    for (at, region) in
        ["twente", "drenthe", "drenthe", "zeeland", "zeeland"].iter().enumerate()
    {
        let text = format!(
            "---\ntitle: \"Verhaal {at} & meer\"\ndate: 2026-01-0{}\nform: article\nregion: {region}\n\
             topics: [matching]\noutcome: A\nsignificance: B\ncontribution: {{text: C}}\nlesson: D\n---\n",
            9 - at
        );
        site = site.file(&format!("content/stories/s{at}.md"), text);
    }
    let page = "---\ntitle: Lijst\n---\n```items\ntype: story\nfilters: yes\n```\n";
    let built = site.file("content/pages/lijst.md", page).build();
    let (section, text) = (built.text("verhalen/index.html"), built.text("lijst/index.html"));
    let fieldset =
        |html: &str| element(html, "<fieldset class=\"filters scripted\"", "</fieldset>");
    assert_eq!(fieldset(&text), without_order(&fieldset(&section)));
    let ways = |html: &str| element(html, "<nav class=\"ways unscripted\"", "</nav>");
    assert_eq!(ways(&text), ways(&section));
}
