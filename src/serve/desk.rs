//! The page that lists what asks for attention, with filters that need no script.

use std::fmt::Write as _;

use crate::base::decode_percent;
use crate::diag::Language;

use super::item::{Group, Item};
use super::page::{DESK, attribute, opens, text, whole};

/// The style sheet of the server's own pages.
pub(super) const STYLE: &str = include_str!("desk.css");

/// What is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Filter {
    /// One group; all when none is chosen.
    group: Option<Group>,
    /// Words that stand in an item, in lower case.
    words: String,
}

impl Filter {
    fn parse(query: Option<&str>) -> Self {
        let mut filter = Self::default();
        for pair in query.unwrap_or_default().split('&') {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            let value = value.replace('+', " ");
            let value = decode_percent(&value).unwrap_or_default();
            match key {
                "group" => {
                    filter.group = Group::ALL.into_iter().find(|own| own.as_str() == value);
                }
                "q" => filter.words = value.trim().to_lowercase(),
                _ => {}
            }
        }
        filter
    }

    fn lets_through(&self, item: &Item) -> bool {
        let said = || {
            let parts = [Some(&item.text), Some(&item.note), item.file.as_ref()];
            parts.into_iter().flatten().any(|part| part.to_lowercase().contains(&self.words))
        };
        self.group.is_none_or(|group| group == item.group) && (self.words.is_empty() || said())
    }
}

/// The page, as far as the query lets items through.
pub(super) fn page(items: &[&Item], query: Option<&str>, language: Language) -> String {
    let filter = Filter::parse(query);
    let words = Words::of(language);
    let mut html = format!("<h1>{}</h1>", words.title);
    form(&mut html, items, &filter, language);
    let mut shown = 0;
    for group in Group::ALL {
        let of_group = items.iter().copied().filter(|item| item.group == group);
        let of_group: Vec<&Item> = of_group.filter(|item| filter.lets_through(item)).collect();
        if of_group.is_empty() {
            continue;
        }
        shown += of_group.len();
        let id = group.as_str();
        let label = label(group, language);
        let count = of_group.len();
        let _ = write!(
            html,
            "<section aria-labelledby=\"{id}\"><h2 id=\"{id}\">{label} ({count})</h2><ul>"
        );
        for item in of_group {
            let _ = write!(html, "<li>{}</li>", drawn(item, language));
        }
        html.push_str("</ul></section>");
    }
    if shown == 0 {
        let _ = write!(html, "<p>{}</p>", words.nothing);
    }
    let _ = write!(html, "<p><a href=\"/\">{}</a></p>", words.back);
    whole(words.title, &html, language)
}

fn form(html: &mut String, items: &[&Item], filter: &Filter, language: Language) {
    let words = Words::of(language);
    let _ = write!(
        html,
        "<form method=\"get\" action=\"{DESK}\"><p><label for=\"group\">{}</label> \
         <select id=\"group\" name=\"group\"><option value=\"\">{} ({})</option>",
        words.group,
        words.all,
        items.len()
    );
    for group in Group::ALL {
        let count = items.iter().filter(|item| item.group == group).count();
        let chosen = if filter.group == Some(group) { " selected" } else { "" };
        let _ = write!(
            html,
            "<option value=\"{}\"{chosen}>{} ({count})</option>",
            group.as_str(),
            label(group, language)
        );
    }
    let _ = write!(
        html,
        "</select></p><p><label for=\"q\">{}</label> \
         <input id=\"q\" name=\"q\" type=\"search\" value=\"{}\"></p>\
         <p><button>{}</button></p></form>",
        words.search,
        attribute(&filter.words),
        words.show
    );
}

fn drawn(item: &Item, language: Language) -> String {
    let name = text(&item.text);
    let mut html = match &item.page {
        _ if item.group.is_problem() => format!("<pre>{name}</pre>"),
        Some(page) => format!("<p><a href=\"{}\">{name}</a></p>", attribute(page)),
        None => format!("<p>{name}</p>"),
    };
    if !item.note.is_empty() {
        let _ = write!(html, "<p>{}</p>", text(&item.note));
    }
    html.push_str(&opens(item, language));
    html
}

/// The words of the page.
struct Words {
    title: &'static str,
    group: &'static str,
    all: &'static str,
    search: &'static str,
    show: &'static str,
    nothing: &'static str,
    back: &'static str,
}

impl Words {
    fn of(language: Language) -> Self {
        match language {
            Language::Nl => Self {
                title: "Wat aandacht vraagt",
                group: "Soort",
                all: "Alles",
                search: "Woord in tekst of bestand",
                show: "Toon",
                nothing: "Er is niets dat hierbij past.",
                back: "Naar de site",
            },
            Language::En => Self {
                title: "What asks for attention",
                group: "Kind",
                all: "Everything",
                search: "Word in text or file",
                show: "Show",
                nothing: "Nothing fits this.",
                back: "To the site",
            },
        }
    }
}

fn label(group: Group, language: Language) -> &'static str {
    match (group, language) {
        (Group::Error, Language::Nl) => "Fouten",
        (Group::Warning, Language::Nl) => "Waarschuwingen",
        (Group::Hint, Language::Nl) => "Tips",
        (Group::Draft, Language::Nl) => "Concepten",
        (Group::Scheduled, Language::Nl) => "Gepland",
        (Group::Expires, Language::Nl) => "Verloopt",
        (Group::Review, Language::Nl) => "Nakijken",
        (Group::Withdrawn, Language::Nl) => "Ingetrokken",
        (Group::Consent, Language::Nl) => "Toestemming eindigt",
        (Group::Media, Language::Nl) => "Beeld zonder gegevens",
        (Group::Error, Language::En) => "Errors",
        (Group::Warning, Language::En) => "Warnings",
        (Group::Hint, Language::En) => "Hints",
        (Group::Draft, Language::En) => "Drafts",
        (Group::Scheduled, Language::En) => "Scheduled",
        (Group::Expires, Language::En) => "Expiring",
        (Group::Review, Language::En) => "To review",
        (Group::Withdrawn, Language::En) => "Withdrawn",
        (Group::Consent, Language::En) => "Consent that ends",
        (Group::Media, Language::En) => "Media without data",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(group: Group, text: &str) -> Item {
        Item {
            group,
            text: text.to_owned(),
            note: "sinds <gisteren>".to_owned(),
            file: Some("content/a.md:3:1".to_owned()),
            editor: Some("vscode://file/site/content/a.md:3:1?\"x\"".to_owned()),
            page: Some("/a/".to_owned()),
        }
    }

    #[test]
    fn items_stand_in_their_groups_and_nothing_of_them_is_markup() {
        let items = [item(Group::Draft, "<b>Concept</b>"), item(Group::Error, "fout: <x>")];
        let html = page(&items.each_ref(), None, Language::Nl);
        let (errors, drafts) = html.split_once("<h2 id=\"draft\">Concepten (1)</h2>").unwrap();
        assert!(
            errors.contains("<h2 id=\"error\">Fouten (1)</h2><ul><li><pre>fout: &lt;x&gt;")
        );
        assert!(drafts.contains("<a href=\"/a/\">&lt;b&gt;Concept&lt;/b&gt;</a>"), "{drafts}");
        assert!(drafts.contains("sinds &lt;gisteren&gt;"));
        let link = "<a href=\"vscode://file/site/content/a.md:3:1?&quot;x&quot;\">";
        assert!(drafts.contains(link), "{drafts}");
    }

    #[test]
    fn a_group_or_a_word_narrows_the_list() {
        let items =
            [item(Group::Draft, "Eén"), item(Group::Draft, "Twee"), item(Group::Media, "Eén")];
        let count = |query: &str| {
            let html = page(&items.each_ref(), Some(query), Language::En);
            html.matches("<li>").count()
        };
        assert_eq!(count(""), 3);
        assert_eq!(count("group=draft"), 2);
        assert_eq!(count("group=draft&q=e%C3%A9n"), 1);
        assert_eq!(count("q=A.MD"), 3);
        assert_eq!(count("group=weg&q="), 3);
        assert_eq!(count("q=%ff"), 3);
        let none = page(&items.each_ref(), Some("q=niets+te"), Language::En);
        assert!(none.contains("Nothing fits this.") && none.contains("value=\"niets te\""));
    }
}
