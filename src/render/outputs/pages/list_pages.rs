//! Lists that are too long for one page: what stands on this one, and where the others are.

use crate::base::UrlPath;
use crate::catalog::{Entry, Listing, Subject};
use crate::model::DocKind;
use crate::render::outputs::view::{Card, FindingRow, Group, Link, ListPage, ListPages};

use super::parts::capital;
use super::studio::Studio;

/// So many pages on both sides of this one are named.
const AROUND: usize = 2;

impl<'a> Studio<'a> {
    /// The documents of a type about something that stand on this page.
    pub fn listed(&self, kind: DocKind, about: Subject<'_>) -> Vec<&'a Entry> {
        let list = Listing { kind, lang: self.lang(), about };
        self.catalog.on_page(list, self.page.part)
    }

    /// The same as cards.
    pub fn listed_cards(&self, kind: DocKind, about: Subject<'_>) -> Vec<Card> {
        self.cards(self.listed(kind, about))
    }

    /// The findings about something that stand on this page.
    pub fn listed_findings(&self, about: Subject<'_>) -> Vec<FindingRow> {
        self.finding_rows(self.listed(DocKind::Finding, about))
    }

    /// What of groups stands on this page, drawn; groups of which nothing does are left out.
    pub fn on_this_page<T>(
        &self,
        groups: Vec<Group<&'a Entry>>,
        draw: impl Fn(&'a Entry) -> Option<T>,
    ) -> Vec<Group<T>> {
        let mut passed = 0;
        let mut shown = Vec::new();
        for Group { id, title, items } in groups {
            let own = self.catalog.share_of(&items, passed, self.page.part);
            let drawn: Vec<T> = own.iter().filter_map(|entry| draw(entry)).collect();
            passed += items.len();
            if !drawn.is_empty() {
                shown.push(Group { id, title, items: drawn });
            }
        }
        shown
    }

    /// Whether the lists of this page began on an earlier one.
    pub fn goes_on(&self) -> bool {
        self.page.part > 0
    }

    /// "pagina 2 van 7", but for the first.
    pub fn part_note(&self) -> Option<String> {
        self.goes_on().then(|| {
            let (n, of) = ((self.page.part + 1).to_string(), self.page.parts.to_string());
            self.strings().fill("page_of", &[("n", &n), ("of", &of)])
        })
    }

    /// A title with which page of its lists it stands above: "Twente (pagina 2 van 7)".
    pub fn title_of_part(&self, title: &str) -> String {
        self.part_note().map_or_else(|| title.to_owned(), |note| format!("{title} ({note})"))
    }

    /// Which page it is, above a title: "Pagina 2 van 7".
    pub fn part_kind(&self) -> Option<String> {
        self.part_note().map(|note| capital(&note))
    }

    /// What a page is, with which page of its lists it is: "Onderwerp · pagina 2 van 7".
    pub fn with_part(&self, kind: &str) -> String {
        self.part_note().map_or_else(|| kind.to_owned(), |note| format!("{kind} · {note}"))
    }

    /// The address at which the lists of this page begin.
    pub fn first_part(&self) -> UrlPath {
        self.catalog.addresses.first_part(&self.page.url, self.page.part)
    }

    /// Where the other pages of the lists are; `None` when this is all.
    pub fn list_pages(&self) -> Option<ListPages> {
        let (of, here) = (self.page.parts, self.page.part);
        if of < 2 {
            return None;
        }
        let first = self.first_part();
        let url = |at: usize| self.catalog.addresses.part(&first, at).to_string();
        let is_named = |at: &usize| *at == 0 || *at + 1 == of || at.abs_diff(here) <= AROUND;
        let mut pages: Vec<ListPage> = Vec::new();
        let mut last = None;
        for at in (0..of).filter(is_named) {
            let number = (at + 1).to_string();
            let link = match at {
                at if at == here => Link::words(number),
                at => Link::site(number, url(at)),
            };
            pages.push(ListPage { link, gap: last.is_some_and(|last| at > last + 1) });
            last = Some(at);
        }
        let to = |at: usize, key: &str| Link::site(self.text(key), url(at));
        Some(ListPages {
            previous: here.checked_sub(1).map(|at| to(at, "list_previous")),
            next: Some(here + 1).filter(|at| *at < of).map(|at| to(at, "list_next")),
            pages,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Lang;
    use crate::config::Section;
    use crate::plan::{Page, PageKind, plan};
    use crate::render::outputs::pages::{findings, search};
    use crate::render::outputs::trial::Trial;

    const SITE: &str = "title: Proef\nlanguage: nl\nbase-url: https://voorbeeld.example/\n";

    fn finding(n: usize) -> (String, String) {
        let verdict = ["works", "does-not-work", "works"][n % 3];
        let text = format!(
            "---\ntitle: Bevinding {n}\ndate: 2026-01-03\nstatement: Zo is het.\nverdict: {verdict}\nseen-in: [twente]\nsources: [rapport]\nstrength: experience\n---\n"
        );
        (format!("content/findings/b{n}.md"), text)
    }

    fn trial(per_page: usize) -> Trial {
        let mut files: Vec<(String, String)> = (0..7).map(finding).collect();
        files.push(("content/site.yaml".into(), format!("{SITE}per-page: {per_page}\n")));
        let files: Vec<(&str, &str)> =
            files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        Trial::of(&files)
    }

    /// What every page of a kind makes of itself.
    fn each<T>(trial: &Trial, kind: PageKind, look: impl Fn(&Studio<'_>) -> T) -> Vec<T> {
        let mut pages: Vec<Page> = plan(&trial.catalog);
        pages.retain(|page| page.kind == kind);
        pages.sort_by_key(|page| page.part);
        let studio = |page| Studio::new(page, &trial.catalog, &trial.shared);
        pages.iter().map(|page| look(&studio(page))).collect()
    }

    #[test]
    fn every_item_stands_on_one_page_whatever_fits_on_it() {
        let ledger = |per_page: usize| -> Vec<Vec<(String, Vec<String>)>> {
            each(&trial(per_page), PageKind::Findings, |studio| {
                let groups = findings::sheet(studio).page.groups.into_iter();
                let titles = |own: Group<FindingRow>| {
                    (own.id, own.items.into_iter().map(|row| row.title).collect())
                };
                groups.map(titles).collect()
            })
        };
        let joined = |pages: &[Vec<(String, Vec<String>)>]| -> Vec<(String, String)> {
            let groups = pages.iter().flatten();
            groups
                .flat_map(|(id, titles)| titles.iter().map(|own| (id.clone(), own.clone())))
                .collect()
        };
        let whole = joined(&ledger(0));
        assert_eq!(whole.len(), 7);
        for per_page in 1..9 {
            let pages = ledger(per_page);
            assert_eq!(pages.len(), 7_usize.div_ceil(per_page));
            let lengths = pages.iter().map(|own| own.iter().map(|(_, all)| all.len()).sum());
            let lengths: Vec<usize> = lengths.collect();
            assert!(lengths.iter().all(|own| (1..=per_page).contains(own)), "{lengths:?}");
            assert_eq!(joined(&pages), whole);
        }
    }

    #[test]
    fn every_name_of_the_index_stands_on_one_page_and_every_letter_leads_to_its_first() {
        let names = |per_page: usize| {
            each(&trial(per_page), PageKind::Search, |studio| {
                (studio.page.url.to_string(), search::sheet(studio).page.letters)
            })
        };
        let all = |per_page: usize| -> Vec<String> {
            let pages = names(per_page).into_iter();
            let letters = pages.flat_map(|(_, letters)| letters);
            letters.flat_map(|own| own.items).map(|own| own.link.text).collect()
        };
        let whole = all(0);
        assert!(whole.len() > 10);
        for per_page in [1, 3, 5] {
            assert_eq!(all(per_page), whole);
            let pages = names(per_page);
            for (here, letters) in &pages {
                for letter in letters {
                    let to = letter.url.as_ref().unwrap_or(here);
                    let begins = pages.iter().find(|(_, all)| {
                        all.iter().any(|own| own.id == letter.id && !own.items.is_empty())
                    });
                    assert_eq!(Some(to), begins.map(|(url, _)| url), "{} {here}", letter.id);
                }
            }
        }
    }

    #[test]
    fn the_first_the_last_and_those_around_are_named() {
        let shown = each(&trial(1), PageKind::Findings, |studio| {
            let own = studio.list_pages().unwrap();
            let name = |page: &ListPage| {
                let gap = if page.gap { "… " } else { "" };
                let here = if page.link.url.is_none() { "*" } else { "" };
                format!("{gap}{here}{}", page.link.text)
            };
            let ends = (own.previous.is_some(), own.next.is_some());
            (own.pages.iter().map(name).collect::<Vec<_>>().join(" "), ends)
        });
        assert_eq!(shown[0], ("*1 2 3 … 7".to_owned(), (false, true)));
        assert_eq!(shown[3], ("1 2 3 *4 5 6 7".to_owned(), (true, true)));
        assert_eq!(shown[4], ("1 … 3 4 *5 6 7".to_owned(), (true, true)));
        assert_eq!(shown[6], ("1 … 5 6 *7".to_owned(), (true, false)));
        let whole = each(&trial(7), PageKind::Findings, |studio| studio.list_pages().is_none());
        assert_eq!(whole, [true]);
    }

    #[test]
    fn the_pages_of_a_list_stand_below_its_address_and_lead_back_to_it() {
        let trial = trial(1);
        let addresses = &trial.catalog.addresses;
        let list = addresses.section(Section::Findings, &Lang::nl());
        assert_eq!(addresses.part(&list, 0), list);
        let third = addresses.part(&list, 2);
        assert_eq!(third.as_str(), "bevindingen/3/");
        assert_eq!(addresses.first_part(&third, 2), list);
        assert_eq!(addresses.first_part(&list, 0), list);
    }
}
