//! What people are named in: the description of a document, and the notes that readers of a
//! draft put into it.

use crate::media::bytes::from;
use crate::media::reference::reference;

use super::value::Value;
use super::words::{Word, Words};

/// The kinds of what somebody puts into a document; fields of forms and links are none of them.
const NOTES: [&[u8]; 19] = [
    b"Text",
    b"FreeText",
    b"Line",
    b"Square",
    b"Circle",
    b"Polygon",
    b"PolyLine",
    b"Highlight",
    b"Underline",
    b"Squiggly",
    b"StrikeOut",
    b"Stamp",
    b"Caret",
    b"Ink",
    b"Popup",
    b"FileAttachment",
    b"Sound",
    b"Projection",
    b"Redact",
];

/// Who wrote the notes in these objects, and on which day. Nothing is read twice: where one
/// object goes on into the next, they are read together.
pub(super) fn all(bytes: &[u8], starts: impl IntoIterator<Item = usize>) -> Vec<Value> {
    let mut found = Vec::new();
    let mut read = 0;
    for start in starts {
        if start >= read {
            read = notes(bytes, start, &mut found);
        }
    }
    found
}

/// A dictionary or a list that is open.
#[derive(Default)]
struct Level<'a> {
    is_list: bool,
    /// The name whose value comes next.
    key: Option<&'a [u8]>,
    is_note: bool,
    said: Vec<Value>,
}

/// Reads on from a place; how far.
fn notes(bytes: &[u8], start: usize, found: &mut Vec<Value>) -> usize {
    let mut words = Words::of(bytes, start);
    let mut open: Vec<Level<'_>> = Vec::new();
    for word in words.by_ref() {
        match word {
            Word::Open => open.push(Level::default()),
            Word::List => open.push(Level { is_list: true, ..Level::default() }),
            Word::Close | Word::ListEnd => {
                let own = open.pop().unwrap_or_default();
                if own.is_note {
                    found.extend(own.said);
                }
                if let Some(around) = open.last_mut() {
                    around.key = None;
                }
            }
            Word::Unclosed => {
                found.push(Value::Open);
                break;
            }
            Word::Name(_) | Word::Text(_) | Word::Other(_) => {
                if let Some(own) = open.last_mut().filter(|own| !own.is_list) {
                    own.take(bytes, word);
                }
            }
        }
    }
    words.at
}

impl<'a> Level<'a> {
    /// A name, or what stands behind one.
    fn take(&mut self, bytes: &[u8], word: Word<'a>) {
        let key = self.key.take();
        match (key, word) {
            (None, Word::Name(name)) => self.key = Some(name),
            (Some(b"Subtype"), Word::Name(kind)) => self.is_note = NOTES.contains(&kind),
            (Some(b"T" | b"M"), Word::Text(range)) => self.said.push(Value::Text(range)),
            (Some(b"T" | b"M"), Word::Other(at)) => self.said.extend(named(bytes, at)),
            _ => {}
        }
    }
}

/// What an object says that describes a document, but for the title.
pub(super) fn description(bytes: &[u8], start: usize) -> Vec<Value> {
    let mut found = Vec::new();
    let mut depth = 0_usize;
    let mut key = None;
    for word in Words::of(bytes, start) {
        let is_key = depth == 1 && key.is_none();
        match word {
            Word::Open | Word::List => depth += 1,
            Word::Close | Word::ListEnd => depth = depth.saturating_sub(1),
            Word::Name(name) if is_key => {
                key = Some(name);
                continue;
            }
            Word::Text(range) if key.is_some_and(|own| own != b"Title") => {
                found.push(Value::Text(range));
            }
            Word::Other(at) if key.is_some_and(|own| own != b"Title") => {
                found.extend(named(bytes, at));
            }
            Word::Unclosed => found.push(Value::Open),
            Word::Name(_) | Word::Text(_) | Word::Other(_) => {}
        }
        if depth == 0 {
            break;
        }
        if depth == 1 {
            key = None;
        }
    }
    found
}

/// The object that is named at a place.
fn named(bytes: &[u8], at: usize) -> Option<Value> {
    reference(from(bytes, at)).map(Value::Named)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(bytes: &str, values: Vec<Value>) -> Vec<&str> {
        let text = |value| match value {
            Value::Text(range) => bytes.get(range).unwrap(),
            Value::Named(_) => "named",
            Value::Open => "open",
            Value::Other => "other",
        };
        values.into_iter().map(text).collect()
    }

    #[test]
    fn who_wrote_a_note_is_found_and_the_name_of_a_field_is_none() {
        let file = "<</Subtype/Text/T(Jan)/Contents(</T(x)>)/M(D:2020)/Rect[1 2 3 4]/T 5 0 R>>\
            <</Annots[<</T(Piet)/AP<</N 9 0 R>>/Subtype/Highlight>>]/T(title)>>\
            <</Subtype/Widget/T(naam)/M(D:2021)>><</T(form)/Kids[]>> endobj <</Subtype/Ink/T(x)>>";
        assert_eq!(texts(file, all(file.as_bytes(), [0])), ["Jan", "D:2020", "named", "Piet"]);
        let open = "<</Subtype/Text/T(Jan";
        assert_eq!(texts(open, all(open.as_bytes(), [0])), ["open"]);
    }

    #[test]
    fn what_was_read_with_another_object_is_not_read_again() {
        let file = "1 0 obj(".repeat(100_000);
        let starts = (0..100_000).map(|at| at * 8 + 7);
        assert_eq!(all(file.as_bytes(), starts), [Value::Open]);
    }

    #[test]
    fn a_description_says_a_title_and_more() {
        let file = "<</Title(Plan)/Manager (Jan)/Trapped/True/Count 3/More[(a)<</Title(b)>>(c)]\
            /Other 7 0 R/Title 8 0 R/Days(d)>>(behind)";
        let found = description(file.as_bytes(), 0);
        assert_eq!(texts(file, found), ["Jan", "a", "b", "c", "named", "d"]);
        let text = "(sRGB)";
        assert!(description(text.as_bytes(), 0).is_empty());
    }
}
