//! Bytes as letters, five for four, as some programmes write photographs into a PDF.

/// What five letters count to.
const BASE: u32 = 85;

/// The bytes; `None` when there is a letter that means nothing.
pub(super) fn decoded(text: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 5 * 4);
    let mut group: Vec<u8> = Vec::with_capacity(5);
    for letter in text.iter().take_while(|own| **own != b'~') {
        match letter {
            b'z' if group.is_empty() => bytes.extend([0; 4]),
            b'!'..=b'u' => group.push(letter - b'!'),
            0 => {}
            own if own.is_ascii_whitespace() => {}
            _ => return None,
        }
        if group.len() == 5 {
            bytes.extend(number(&group)?.to_be_bytes());
            group.clear();
        }
    }
    // The last group may be shorter, by as many letters as bytes.
    if let Some(length) = group.len().checked_sub(1) {
        group.resize(5, 84);
        bytes.extend(number(&group)?.to_be_bytes().into_iter().take(length));
    }
    Some(bytes)
}

fn number(group: &[u8]) -> Option<u32> {
    let add = |sum: u32, digit: &u8| sum.checked_mul(BASE)?.checked_add(u32::from(*digit));
    group.iter().try_fold(0, add)
}

/// The letters, through their end.
pub(super) fn encoded(bytes: &[u8]) -> Vec<u8> {
    let mut text = Vec::with_capacity(bytes.len() / 4 * 5 + 7);
    for group in bytes.chunks(4) {
        let digit = |at: usize| group.get(at).copied().unwrap_or_default();
        let mut number = u32::from_be_bytes([digit(0), digit(1), digit(2), digit(3)]);
        if number == 0 && group.len() == 4 {
            text.push(b'z');
            continue;
        }
        let mut letters = [b'!'; 5];
        for own in letters.iter_mut().rev() {
            *own += u8::try_from(number % BASE).unwrap_or_default();
            number /= BASE;
        }
        text.extend(letters.into_iter().take(group.len() + 1));
    }
    text.extend(b"~>");
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_bytes_and_bytes_letters() {
        assert_eq!(encoded(b"Man is d"), b"9jqo^BlbD-~>");
        for length in 0..40_u8 {
            let bytes: Vec<u8> =
                (0..length).map(|own| own.wrapping_mul(73) / 5 * 5 % 251).collect();
            assert_eq!(decoded(&encoded(&bytes)), Some(bytes));
        }
        assert_eq!(decoded(b"9jq\r\no^ ~>x"), Some(b"Man ".to_vec()));
        assert_eq!(encoded(&[0; 5]), b"z!!~>");
        assert_eq!((decoded(b"9jvo^~>"), decoded(b"uuuuu~>")), (None, None));
    }
}
