//! A mail that was kept as text: its head says who wrote to whom, which is no part of a story.

use super::fields::is_one_of;

const FROM: &[&str] = &["van", "from"];
const SUBJECT: &[&str] = &["onderwerp", "subject"];
/// What the lines of a head begin with, beside those two and words with a hyphen between them.
const OTHERS: &[&str] = &[
    "aan",
    "to",
    "cc",
    "bcc",
    "verzonden",
    "sent",
    "datum",
    "date",
    "bijlagen",
    "attachments",
    "antwoord aan",
    "prioriteit",
    "urgentie",
    "importance",
    "titel",
    "title",
    "regio",
    "region",
];
/// What programs put before the subject of an answer.
const ANSWER: &[&str] = &["re:", "fw:", "fwd:", "antw:", "doorst:", "betr:"];

/// A mail without its head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mail {
    /// Its subject, which may be empty.
    pub subject: String,
    /// What stands below the head, up to the head of a mail that it answers.
    pub text: String,
}

/// Takes a mail apart; `None` when the text is none.
pub(super) fn read(text: &str) -> Option<Mail> {
    let lines: Vec<&str> = text.trim_start().lines().collect();
    let head = head(&lines)?;
    let below = lines.get(head.length..).unwrap_or_default();
    let begins = |at: &usize| below.get(*at..).is_some_and(|own| self::head(own).is_some());
    let end = (0..below.len()).find(begins).unwrap_or(below.len());
    let own = below.get(..end).unwrap_or_default();
    let text = [&head.given, own].concat().join("\n");
    Some(Mail { subject: head.subject, text })
}

/// The head of a mail.
struct Head<'t> {
    subject: String,
    /// Lines for the import itself, such as `regio: Drenthe`, that somebody put above it.
    given: Vec<&'t str>,
    /// How many lines it has.
    length: usize,
}

/// The head that lines begin with: from whom, and about what.
fn head<'t>(lines: &[&'t str]) -> Option<Head<'t>> {
    let (mut subject, mut is_sent, mut is_subject) = (None::<String>, false, false);
    let mut given = Vec::new();
    let mut length = 0;
    for line in lines {
        let is_folded = line.starts_with([' ', '\t']) && !line.trim().is_empty();
        let Some((key, value)) = field(line).filter(|_| !is_folded) else {
            if !is_folded || length == 0 {
                break;
            }
            if let Some(own) = subject.as_mut().filter(|_| is_subject) {
                *own = format!("{own} {}", line.trim());
            }
            length += 1;
            continue;
        };
        is_subject = is_one_of(key, SUBJECT);
        if is_subject {
            subject = Some(value.to_owned());
        }
        is_sent |= is_one_of(key, FROM);
        given.extend(is_one_of(key, &["titel", "title", "regio", "region"]).then_some(*line));
        length += 1;
    }
    let subject = subject.filter(|_| is_sent)?;
    Some(Head { subject: without_answers(&subject).to_owned(), given, length })
}

/// The name and the value of a line of a head.
fn field(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once(':')?;
    let bare =
        |text: &'_ str| -> usize { text.len() - text.trim_start_matches(['*', ' ']).len() };
    let key = key.get(bare(key)..)?.trim_end_matches(['*', ' ']);
    let value = value.trim_matches(['*', ' ', '\t']);
    let is_hyphened = key.contains('-') && !key.contains(' ');
    let is_known = [FROM, SUBJECT, OTHERS].iter().any(|names| is_one_of(key, names));
    (is_known || is_hyphened).then_some((key, value))
}

fn without_answers(mut subject: &str) -> &str {
    loop {
        let answer = ANSWER.iter().find(|mark| {
            subject.get(..mark.len()).is_some_and(|own| own.eq_ignore_ascii_case(mark))
        });
        let Some(rest) = answer.and_then(|mark| subject.get(mark.len()..)) else {
            return subject;
        };
        subject = rest.trim_start();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(mail: &str, subject: &str, text: &str) {
        let found = read(mail).unwrap();
        assert_eq!((found.subject.as_str(), found.text.trim()), (subject, text));
    }

    #[test]
    fn the_subject_is_the_title_and_who_wrote_stays_out() {
        let mail = "Van: Een regio <regio@voorbeeld.example>\nVerzonden: maandag 23 november\n\
                    Aan: Redactie\nOnderwerp: RE: FW: Ons verhaal\n\nWe begonnen klein.\n";
        check(mail, "Ons verhaal", "We begonnen klein.");
        check("\n**From:** A\n**Subject:** Our story\n\nText.", "Our story", "Text.");
        check("Van: A\nOnderwerp: RE:\n \nTekst.", "", "Tekst.");
    }

    #[test]
    fn a_head_may_be_folded_and_has_lines_of_machines() {
        let mail = "Message-ID: <1@voorbeeld.example>\nFrom: A\nTo: B,\n C,\n\tD\nSubject: Our\n long story\n\
                    MIME-Version: 1.0\n\nText.";
        check(mail, "Our long story", "Text.");
        check(
            "titel: Kort\nVan: A\nOnderwerp: Lang\n\nTekst.",
            "Lang",
            "titel: Kort\n\nTekst.",
        );
    }

    #[test]
    fn the_mail_that_it_answers_stays_out() {
        let mail = "Van: A\nOnderwerp: Ons verhaal\n\nTekst.\n\nVan: B\nAan: A\nOnderwerp: Vraag\n\nKun je?";
        check(mail, "Ons verhaal", "Tekst.");
    }

    #[test]
    fn what_is_no_mail_stays_as_it_is() {
        for text in [
            "Ons verhaal\n\nTekst.",
            "Van: nul\nWe begonnen klein.\n\nOnderwerp: niets",
            "Onderwerp: werk\n\nTekst.",
            "Titel: Een start\nRegio: Drenthe\n\nTekst.",
            "",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
