//! A mail that was kept as text: its head says who wrote to whom, which is no part of a story.

use super::fields::is_one_of;

/// The lines that only a mail has.
const HEAD: &[&str] = &[
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
    "reply-to",
    "prioriteit",
    "urgentie",
    "importance",
];
const FROM: &[&str] = &["van", "from"];
const SUBJECT: &[&str] = &["onderwerp", "subject"];
/// What programs put before the subject of an answer.
const ANSWER: &[&str] = &["re:", "fw:", "fwd:", "antw:", "doorst:", "betr:"];

/// The text of a mail below its subject; `None` when it is no mail. Who sent it stays out.
pub(super) fn story(text: &str) -> Option<String> {
    let text = text.trim_start();
    let (head, body) = text.split_once("\n\n").unwrap_or((text, ""));
    let (mut subject, mut is_sent) = (None, false);
    for line in head.lines() {
        let (key, value) = line.split_once(':')?;
        let key = key.trim_matches(['*', ' ', '\t']);
        if is_one_of(key, SUBJECT) {
            subject = Some(value.trim_matches(['*', ' ', '\t']));
        } else if is_one_of(key, FROM) {
            is_sent = true;
        } else if !is_one_of(key, HEAD) {
            return None;
        }
    }
    let mut subject = subject.filter(|_| is_sent)?;
    while let Some(rest) = without_answer(subject) {
        subject = rest;
    }
    Some(format!("{subject}\n\n{body}"))
}

fn without_answer(subject: &str) -> Option<&str> {
    let before = |mark: &&str| {
        subject.get(..mark.len()).filter(|own| own.eq_ignore_ascii_case(mark)).map(str::len)
    };
    subject.get(ANSWER.iter().find_map(before)?..).map(str::trim_start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_subject_is_the_title_and_who_wrote_stays_out() {
        let mail = "Van: Een regio <regio@voorbeeld.example>\nVerzonden: maandag 23 november\n\
                    Aan: Redactie\nOnderwerp: RE: FW: Ons verhaal\n\nWe begonnen klein.\n";
        assert_eq!(story(mail).as_deref(), Some("Ons verhaal\n\nWe begonnen klein.\n"));
        let mail = "\n**From:** A\n**Subject:** Our story\n\nText.";
        assert_eq!(story(mail).as_deref(), Some("Our story\n\nText."));
    }

    #[test]
    fn what_is_no_mail_stays_as_it_is() {
        for text in [
            "Ons verhaal\n\nTekst.",
            "Van: nul\nWe begonnen klein.\n\nOnderwerp: niets",
            "Onderwerp: werk\n\nTekst.",
            "Titel: Een start\nRegio: Drenthe\n\nTekst.",
        ] {
            assert_eq!(story(text), None, "{text}");
        }
    }
}
