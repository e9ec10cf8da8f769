//! PDF files: who wrote it, with what and when, who put notes into it, and what cameras wrote
//! into its photographs. Everything keeps its place, so what goes is overwritten. Title and
//! language stay: a reader needs them.

mod ascii85;
mod notes;
mod photos;
mod places;
mod value;
mod words;

use std::collections::BTreeSet;
use std::ops::Range;

use crate::diag::problem::Uncleaned;
use crate::media::bytes::{find, from};
use crate::media::pdf::{Parts, is_locked};

use self::places::{Places, blank_named};
use self::value::Value;

use super::xmp;

/// Fields of a description, also of one that nothing names any more.
const FIELDS: [&[u8]; 7] = [
    b"/Author",
    b"/Creator",
    b"/Producer",
    b"/Keywords",
    b"/CreationDate",
    b"/ModDate",
    b"/Company",
];

/// A copy without authors, programmes, days and numbers; also where they are compressed. An
/// error when one of them may be left; in a locked file they are ciphers, and stay.
pub(super) fn clean(bytes: &[u8]) -> Result<Vec<u8>, Uncleaned> {
    let packed = Parts::of(bytes);
    let places = Places::of(bytes, &packed);
    let mut file = Plain::of(bytes);
    file.without(notes::all(bytes, places.starts()));
    let mut parts: Vec<Plain> = packed.all.iter().map(|own| Plain::of(&own.text)).collect();
    for (own, part) in parts.iter_mut().zip(&packed.all) {
        own.without(notes::all(&part.text, part.first));
    }
    for (part, values) in places.descriptions() {
        match part {
            None => file.without(values),
            Some(at) => {
                if let Some(own) = parts.get_mut(at) {
                    own.without(values);
                }
            }
        }
    }
    let is_named = blank_named(&places, &mut file, &mut parts);
    // Somebody may be named in what cannot be read.
    let is_read = !packed.is_sealed && !packed.hides_description;
    let is_whole = is_read && file.is_whole && parts.iter().all(|own| own.is_whole);
    let mut copy = file.copy;
    let is_put = put_back(&packed, &parts, &mut copy);
    let are_photos_clean = photos::blank(&mut copy, bytes);
    match (is_named && is_whole && is_put, are_photos_clean) {
        _ if is_locked(bytes) => Ok(copy),
        (false, _) => Err(Uncleaned::Author),
        (_, false) => Err(Uncleaned::Photo),
        (true, true) => Ok(copy),
    }
}

/// Puts the compressed parts that changed back into their places; whether they fit.
fn put_back(packed: &Parts, parts: &[Plain], copy: &mut [u8]) -> bool {
    let all = packed.all.iter().zip(parts);
    all.filter(|(part, own)| part.text != own.copy).fold(true, |fits, (part, own)| {
        let Some((place, bytes)) = part.saying(&own.copy) else { return false };
        copy.get_mut(place).into_iter().for_each(|own| own.copy_from_slice(&bytes));
        fits
    })
}

/// A copy of what is not compressed.
struct Plain {
    copy: Vec<u8>,
    /// The objects in which fields stand.
    named: BTreeSet<u64>,
    /// Whether everything was read to its end.
    is_whole: bool,
}

impl Plain {
    fn of(bytes: &[u8]) -> Self {
        let mut own = Self { copy: bytes.to_vec(), named: BTreeSet::new(), is_whole: true };
        for field in FIELDS {
            own.without(values_of(bytes, field));
        }
        own.is_whole &= xmp::blank(&mut own.copy, bytes);
        own
    }

    /// Blanks texts, and notes which objects say them.
    fn without(&mut self, values: Vec<Value>) {
        for value in values {
            match value {
                Value::Text(range) => blank(&mut self.copy, range),
                Value::Named(number) => {
                    self.named.insert(number);
                }
                Value::Open => self.is_whole = false,
                Value::Other => {}
            }
        }
    }
}

/// What stands behind a name, wherever the name stands.
fn values_of(bytes: &[u8], field: &[u8]) -> Vec<Value> {
    let mut values = Vec::new();
    let mut at = 0;
    while let Some(offset) = find(from(bytes, at), field) {
        at += offset + field.len();
        let value = Value::at(bytes, at);
        match &value {
            // What stands within a text is part of it: nothing is read twice.
            Value::Text(range) => at = range.end,
            // An object that is named a thousand times is one object.
            own if values.last() == Some(own) => continue,
            _ => {}
        }
        let is_open = value == Value::Open;
        values.push(value);
        if is_open {
            break;
        }
    }
    values
}

fn blank(copy: &mut [u8], range: Range<usize>) {
    if let Some(bytes) = copy.get_mut(range) {
        bytes.fill(b' ');
    }
}

#[cfg(test)]
mod tests;
