//! Which question each part of the handed-in answers belongs to.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::base::nearest;
use crate::model::Asked;

/// What a part of the answers belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum To {
    /// Nothing: it stands above the first question.
    Nothing,
    /// A question of the questionnaire, by its number from 0.
    Question(usize),
    /// A question that the questionnaire does not have, as written.
    Other(String),
}

/// Lines that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) to: To,
    /// The lines, without empty ones at both ends.
    pub(super) lines: Vec<String>,
    /// Which of them, from 0, are headings that are no question, as written.
    pub(super) headings: Vec<(usize, String)>,
    /// Whether the question has more than one answer.
    pub(super) is_again: bool,
}

impl Part {
    fn new(to: To) -> Self {
        Self { to, lines: Vec::new(), headings: Vec::new(), is_again: false }
    }

    fn is_empty(&self) -> bool {
        self.lines.iter().all(|line| line.trim().is_empty())
    }

    fn trim(&mut self) {
        let is_empty = |line: &String| line.trim().is_empty();
        while self.lines.last().is_some_and(is_empty) {
            self.lines.pop();
        }
        let above = self.lines.iter().take_while(|line| is_empty(line)).count();
        self.lines.drain(..above);
        for (at, _) in &mut self.headings {
            *at = at.saturating_sub(above);
        }
    }
}

/// A line that may be a question.
struct Heading<'t> {
    words: &'t str,
    id: Option<&'t str>,
    /// Whether it is marked as a heading.
    is_marked: bool,
}

/// Parts of a text by the questions above them: by id, or by the words of the question. All
/// there is to read is in one of them.
pub(super) fn sort(body: &str, title: &str, asked: &[Asked]) -> Vec<Part> {
    let mut parts = vec![Part::new(To::Nothing)];
    for line in body.lines() {
        let heading = heading(line);
        let to = heading.as_ref().and_then(|own| belongs(own, asked));
        let is_title = |own: &Heading<'_>| key(own.words) == key(title);
        let is_first = parts.len() == 1 && parts.iter().all(Part::is_empty);
        match (to, heading) {
            (Some(to), _) => parts.push(Part::new(to)),
            (None, Some(own)) if is_first && is_title(&own) => {}
            (None, own) => {
                let Some(last) = parts.last_mut() else { break };
                if let Some(own) = own.filter(|own| own.is_marked) {
                    last.headings.push((last.lines.len(), own.words.to_owned()));
                }
                last.lines.push(line.to_owned());
            }
        }
    }
    parts.retain(|part| !part.is_empty());
    parts.iter_mut().for_each(Part::trim);
    together(parts)
}

/// How many words of a questionnaire stand in a text: its title, and its questions whatever their ids.
pub(super) fn said_of(body: &str, title: &str, asked: &[Asked]) -> usize {
    let is_said =
        |own: &Heading<'_>| key(own.words) == key(title) || by_words(own, asked).is_some();
    body.lines().filter_map(heading).filter(is_said).count()
}

/// What a heading begins; `None` when that is nothing.
fn belongs(heading: &Heading<'_>, asked: &[Asked]) -> Option<To> {
    let by_id = |id: &str| asked.iter().position(|own| own.id.value == id);
    let question = heading.id.and_then(by_id).or_else(|| by_words(heading, asked));
    match (question, heading.id) {
        (Some(question), _) => Some(To::Question(question)),
        (None, Some(_)) => Some(To::Other(heading.words.to_owned())),
        (None, None) => None,
    }
}

/// The question with these words. A line that is not marked has to have its question mark too,
/// so that no word of an answer is taken for a question.
fn by_words(heading: &Heading<'_>, asked: &[Asked]) -> Option<usize> {
    let words = key(heading.words);
    if words.is_empty() || (!heading.is_marked && !heading.words.ends_with('?')) {
        return None;
    }
    let whole = asked.iter().position(|own| key(&own.text) == words);
    let unnumbered = || {
        let words = without_number(&words);
        let mut same = asked.iter().enumerate().filter(|(_, own)| {
            let own = key(&own.text);
            own == words || without_number(&own) == words
        });
        let (first, _) = same.next()?;
        // Two that differ by their number alone cannot be told apart without it.
        same.next().is_none().then_some(first)
    };
    whole.or_else(unnumbered)
}

/// The question that was probably meant.
pub(super) fn near(heading: &str, asked: &[Asked]) -> Option<String> {
    let keys: Vec<String> = asked.iter().map(|own| key(&own.text)).collect();
    let words = key(heading);
    let found = nearest(without_number(&words), keys.iter().map(String::as_str))?;
    let at = keys.iter().position(|key| key == found)?;
    asked.get(at).map(|own| own.text.clone())
}

/// Answers to one question become one, in their order.
fn together(parts: Vec<Part>) -> Vec<Part> {
    let mut all: Vec<Part> = Vec::new();
    for part in parts {
        let is_same = |own: &&mut Part| own.to == part.to && matches!(own.to, To::Question(_));
        let Some(first) = all.iter_mut().find(is_same) else {
            all.push(part);
            continue;
        };
        first.lines.push(String::new());
        let above = first.lines.len();
        first.headings.extend(part.headings.into_iter().map(|(at, own)| (at + above, own)));
        first.lines.extend(part.lines);
        first.is_again = true;
    }
    all
}

/// A line as a heading: marked as one of any level, in bold, or as it is.
fn heading(line: &str) -> Option<Heading<'_>> {
    let line = line.trim();
    let words = line.trim_start_matches('#');
    if words.len() < line.len() && words.starts_with(' ') {
        let words = words.trim();
        let (words, attributes) = match words.strip_suffix('}').map(|own| own.rsplit_once('{'))
        {
            Some(Some((words, attributes))) => (words, attributes),
            _ => (words, ""),
        };
        let id = attributes.split_whitespace().find_map(|own| own.strip_prefix('#'));
        let words = words.trim_end_matches('#').trim();
        return Some(Heading { words, id: id.filter(|id| !id.is_empty()), is_marked: true });
    }
    let bare = line.trim_matches('*').trim();
    (!bare.is_empty()).then_some(Heading { words: bare, id: None, is_marked: false })
}

/// Words without capitals, accents, punctuation and the white space between them.
fn key(words: &str) -> String {
    let letters: String =
        words.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect();
    let words = letters.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// The same without the number that the page puts before a question: `1.`, `Vraag 1:`.
fn without_number(words: &str) -> &str {
    let rest = ["vraag ", "question "].iter().find_map(|own| words.strip_prefix(own));
    let rest = rest.unwrap_or(words);
    match rest.split_once(' ') {
        Some((number, rest)) if number.bytes().all(|byte| byte.is_ascii_digit()) => rest,
        _ => words,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{FileId, Span, Spanned};
    use crate::model::QuestionKind;

    fn asked(id: &str, text: &str) -> Asked {
        Asked {
            id: Spanned::new(id.to_owned(), Span::top(FileId(0))),
            text: text.to_owned(),
            help: None,
            kind: QuestionKind::Open,
            answers: Vec::new(),
        }
    }

    fn questions() -> [Asked; 3] {
        [
            asked("goed", "Wat gaat goed?"),
            asked("anders", "Wat kan anders?"),
            asked("cafe", "Komt u in ‘Café De Hoek’?"),
        ]
    }

    /// What each part belongs to, and its text.
    fn sorted(body: &str) -> Vec<(String, String)> {
        let parts = sort(body, "Drie vragen", &questions());
        let to = |part: &Part| match &part.to {
            To::Nothing => String::new(),
            To::Question(number) => number.to_string(),
            To::Other(heading) => heading.clone(),
        };
        parts.iter().map(|part| (to(part), part.lines.join("\n"))).collect()
    }

    #[track_caller]
    fn check(body: &str, expected: &[(&str, &str)]) {
        let expected: Vec<_> =
            expected.iter().map(|(to, text)| ((*to).to_owned(), (*text).to_owned())).collect();
        assert_eq!(sorted(body), expected, "{body}");
    }

    #[test]
    fn the_download_of_the_page_is_read() {
        let body = "# Drie vragen\n\n## 1. Wat gaat goed? {#goed}\n\nHet contact.\n\n## Echt.\n\n\
                    ## 2. Wat kan anders? {#anders}\n\n\n## 3. Anders gezegd {#cafe}\n\nJa\n";
        check(body, &[("0", "Het contact.\n\n## Echt."), ("2", "Ja")]);
    }

    #[test]
    fn a_question_is_known_by_its_words() {
        for line in [
            "## Wat gaat goed?",
            "### wat  gaat goed",
            "# 1. Wat gaat goed?",
            "###### Vraag 1: Wat gaat goed?! ##",
            "## Wat gaat goed? {#oud}",
            "## Iets anders {#goed .groot}",
            "**Wat gaat goed?**",
            "1. Wat gaat goed?",
            "Wat gaat goed?",
        ] {
            check(&format!("{line}\nVeel.\n"), &[("0", "Veel.")]);
        }
        check("## Komt u in 'Cafe de hoek'?\nJa.\n", &[("2", "Ja.")]);
    }

    #[test]
    fn what_belongs_to_no_question_stays() {
        let body = "Beste mensen,\n\n## Wat gaat goed?\nVeel.\n\n## Tot slot\nDank.\n\n\
                    ## Oud {#oud}\nJa.\n## Leeg {#leeg}\n\n## Wat gaat goed?\nMeer.\n";
        let expected = [
            ("", "Beste mensen,"),
            ("0", "Veel.\n\n## Tot slot\nDank.\n\nMeer."),
            ("Oud", "Ja."),
        ];
        check(body, &expected);
        let parts = sort(body, "", &questions());
        let goed = &parts[1];
        assert_eq!(goed.headings, [(2, "Tot slot".to_owned())]);
        assert!(goed.is_again);
        // An answer may begin with the words of a question.
        check("## Wat gaat goed?\nWat gaat goed\n", &[("0", "Wat gaat goed")]);
    }

    #[test]
    fn questions_that_differ_by_a_number_are_told_apart() {
        let asked = [asked("a", "3 jaar later?"), asked("b", "5 jaar later?")];
        let to = |body: &str| sort(body, "", &asked).first().map(|part| part.to.clone());
        assert_eq!(to("## 5 jaar later?\nx"), Some(To::Question(1)));
        assert_eq!(to("## Jaar later\nx"), Some(To::Nothing));
    }

    #[test]
    fn a_slip_in_a_question_is_answered_with_the_question() {
        let near = |words| near(words, &questions());
        assert_eq!(near("2. Wat kon anders?").as_deref(), Some("Wat kan anders?"));
        assert_eq!(near("Tot slot"), None);
    }
}
