//! Messages for social media: per item a short one and a longer one, the picture's address and
//! its description. Links bear no marks: those of the newsletter would count these visits as
//! its own. What nobody consented to have on social media is left out.

use std::fmt::Write as _;

use super::address::picture_address;
use super::wrap::clean;
use super::{BlockView, EditionView, MailFigure, MailWords};

/// As much as the strictest of the common services takes, the link counted as it is written.
const SHORT: usize = 280;

/// The text of `social.txt`.
pub fn social_text(view: &EditionView) -> String {
    let words = &view.setting.words;
    let mut out = format!("{}\n{}\n", view.title, "=".repeat(view.title.chars().count()));
    for block in &view.blocks {
        let Some(url) = picture_address(&block.url) else { continue };
        let short = short(block, &url);
        let count = short.chars().count();
        let _ =
            write!(out, "\n{}\n{}\n\n", block.title, "-".repeat(block.title.chars().count()));
        let _ = write!(out, "[{} · {count}/{SHORT}]\n{short}\n\n", words.short_post);
        let _ = writeln!(out, "[{}]\n{}", words.long_post, long(block, words, &url));
        let picture = block.picture.as_ref().filter(|own| own.social);
        let picture = picture.and_then(|own| Some((own, picture_address(own.source())?)));
        if let Some((picture, source)) = picture {
            let _ = writeln!(out, "\n[{}]\n{source}", words.picture);
            let credit = picture.credit.trim();
            if !credit.is_empty() {
                let _ = writeln!(out, "{credit}");
            }
            if !picture.alt.is_empty() {
                let _ = writeln!(out, "\n[{}]\n{}", words.alt, picture.alt);
            }
        }
    }
    out
}

/// Title and text as far as they fit, and the link.
fn short(block: &BlockView, url: &str) -> String {
    let room = SHORT.saturating_sub(url.chars().count() + 1);
    let text = joined(&title(block), &clean(&block.text));
    format!("{}\n{url}", cut(&text, room))
}

/// Everything that is known of the item, a paragraph each.
fn long(block: &BlockView, words: &MailWords, url: &str) -> String {
    let mut parts = vec![title(block), clean(&block.text)];
    if let Some(quote) = block.quote.as_ref().filter(|own| own.social) {
        let by = if quote.by.is_empty() { String::new() } else { format!(" — {}", quote.by) };
        parts.push(format!("{}{by}", quote.marked()));
    }
    let figure = |own: &MailFigure| format!("{}: {}", own.amount(), own.note(words));
    parts.extend(block.figures.iter().map(figure));
    parts.push(url.to_owned());
    parts.retain(|part| !part.trim().is_empty());
    parts.join("\n\n")
}

/// The title, with what has to be known where it stands alone.
fn title(block: &BlockView) -> String {
    let title = clean(&block.title);
    match &block.note {
        Some(note) => format!("{title} ({})", clean(note)),
        None => title,
    }
}

fn joined(title: &str, text: &str) -> String {
    let (title, text) = (title.trim(), text.trim());
    let end = if title.ends_with(['.', '?', '!', '…', ':']) { " " } else { ". " };
    if text.is_empty() { title.to_owned() } else { format!("{title}{end}{text}") }
}

/// A text of at most so many characters, cut between words.
fn cut(text: &str, room: usize) -> String {
    if text.chars().count() <= room {
        return text.to_owned();
    }
    let mut kept: String = text.chars().take(room.saturating_sub(1)).collect();
    if let Some(at) = kept.rfind(char::is_whitespace).filter(|at| *at > 0) {
        kept.truncate(at);
    }
    format!("{}…", kept.trim_end_matches([' ', ',', ';', ':', '–', '-']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_between_words() {
        assert_eq!(cut("een twee drie", 13), "een twee drie");
        assert_eq!(cut("een twee, drie", 12), "een twee…");
        assert_eq!(cut("ondeelbaarheid", 5), "onde…");
        assert_eq!(cut("é é", 0), "…");
    }

    #[test]
    fn a_title_that_ends_as_a_sentence_gets_no_second_stop() {
        assert_eq!(joined("Wat werkt?", "Dit."), "Wat werkt? Dit.");
        assert_eq!(joined("Wat werkt", "Dit."), "Wat werkt. Dit.");
        assert_eq!(joined("Wat werkt", " "), "Wat werkt");
    }
}
