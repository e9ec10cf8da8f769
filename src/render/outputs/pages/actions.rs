//! What readers can do, per audience, from the list under its heading.

use crate::model::body::{Block, Inline, List, ListItem, Resolved, plain_text};

/// What one audience can do.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Action<'b> {
    /// For whom, as written: "Gemeente".
    pub audience: String,
    /// What to do.
    pub text: Vec<Inline<Resolved>>,
    /// What follows in the same item.
    pub more: &'b [Block<Resolved>],
}

/// The items of a section that is one list with an audience in bold at the start of each:
/// `- **Gemeente:** …`. `None` for any other section, which stays as it was written.
pub(super) fn actions(blocks: &[Block<Resolved>]) -> Option<Vec<Action<'_>>> {
    let [Block::List(List { items, .. })] = blocks else { return None };
    items.iter().map(action).collect()
}

fn action(item: &ListItem<Resolved>) -> Option<Action<'_>> {
    let (first, more) = item.blocks.split_first()?;
    let Block::Paragraph { content, .. } = first else { return None };
    let (term, rest) = content.split_first()?;
    let Inline::Strong(term) = term else { return None };
    let term = plain_text(term);
    let term = term.trim();
    let colon_inside = term.ends_with(':');
    let audience = term.trim_end_matches(':').trim_end().to_owned();
    let mut text = rest.to_vec();
    let begin = match text.first_mut() {
        Some(Inline::Text(begin)) => begin,
        _ if colon_inside => {
            return (!audience.is_empty()).then_some(Action { audience, text, more });
        }
        _ => return None,
    };
    let said = begin.trim_start();
    let said = if colon_inside { said } else { said.strip_prefix(':')?.trim_start() };
    *begin = said.to_owned();
    (!audience.is_empty()).then_some(Action { audience, text, more })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{FileId, Span};
    use crate::model::body::TermUse;

    fn text(text: &str) -> Inline<Resolved> {
        Inline::Text(text.to_owned())
    }

    fn list(items: Vec<Vec<Inline<Resolved>>>) -> [Block<Resolved>; 1] {
        let item = |content| ListItem {
            task: None,
            blocks: vec![Block::Paragraph { content, span: Span::top(FileId(0)) }],
            tight: true,
        };
        [Block::List(List { start: None, items: items.into_iter().map(item).collect() })]
    }

    fn said(content: Vec<Inline<Resolved>>) -> Option<(String, String)> {
        let blocks = list(vec![content]);
        let own = actions(&blocks)?.pop()?;
        Some((own.audience, plain_text(&own.text)))
    }

    #[test]
    fn an_audience_stands_in_bold_before_what_it_can_do() {
        let pair = |who: &str, what: &str| Some((who.to_owned(), what.to_owned()));
        let strong = |who: &str| Inline::Strong(vec![text(who)]);
        assert_eq!(said(vec![strong("UWV:"), text(" Bel.")]), pair("UWV", "Bel."));
        assert_eq!(said(vec![strong("UWV"), text(": Bel.")]), pair("UWV", "Bel."));
        let linked = vec![strong("Rijk :"), Inline::Emphasis(vec![text("Geef")])];
        assert_eq!(said(linked), pair("Rijk", "Geef"));
        let term = |text: &str| {
            Inline::Term(Box::new(TermUse {
                text: text.to_owned(),
                plain: String::new(),
                anchor: String::new(),
            }))
        };
        let explained = vec![Inline::Strong(vec![term("UWV"), text(":")]), text(" Bel.")];
        assert_eq!(said(explained), pair("UWV", "Bel."));
    }

    #[test]
    fn a_section_that_is_no_such_list_stays_as_it_was_written() {
        let strong = || Inline::Strong(vec![text("UWV")]);
        assert_eq!(said(vec![strong(), text(" belt.")]), None);
        assert_eq!(said(vec![text("Bel.")]), None);
        assert_eq!(said(vec![Inline::Strong(vec![text(":")]), text("Bel.")]), None);
        assert_eq!(actions(&[]), None);
        assert_eq!(actions(&[Block::Rule]), None);
        let [one] = list(vec![vec![Inline::Strong(vec![text("UWV:")]), text("Bel.")]]);
        assert_eq!(actions(&[Block::Rule, one]), None);
    }
}
