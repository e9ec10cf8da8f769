//! Captions: notes are for who makes them, and no player shows them.

/// A copy without notes.
pub(super) fn clean(bytes: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(bytes).ok()?;
    let mut copy = String::with_capacity(text.len());
    let mut is_note = false;
    let mut is_start = true;
    for line in text.split_inclusive('\n') {
        let is_blank = line.trim().is_empty();
        if is_start && !is_blank {
            let rest = line.strip_prefix("NOTE");
            is_note = rest
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace));
        }
        is_start = is_blank;
        if !is_note {
            copy.push_str(line);
        }
        is_note = is_note && !is_blank;
    }
    Some(copy.into_bytes())
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn notes_go_and_words_stay() {
        let text = "WEBVTT\n\nNOTE voor Jan\nen Piet\n\n1\n00:01.000 --> 00:02.000\nGoed.\nNOTE\n\n\
                    NOTE\ngeheim\n\n\nNOTES\n00:02.000 --> 00:03.000\nJa.\n\nNOTE eind";
        let left = "WEBVTT\n\n1\n00:01.000 --> 00:02.000\nGoed.\nNOTE\n\n\n\
                    NOTES\n00:02.000 --> 00:03.000\nJa.\n\n";
        assert_eq!(clean(text.as_bytes()).unwrap(), left.as_bytes());
        assert_eq!(
            clean("WEBVTT\r\n\r\nNOTE a\r\n\r\nb".as_bytes()).unwrap(),
            b"WEBVTT\r\n\r\nb"
        );
    }
}
