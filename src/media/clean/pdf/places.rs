//! The objects of a PDF, in the file itself and packed together, and what fields name of them.

use std::collections::{BTreeMap, BTreeSet};

use crate::media::bytes::from;
use crate::media::pdf::{Packed, Parts, places};
use crate::media::reference::{Objects, reference};

use super::value::Value;
use super::{Plain, blank, notes};

/// The most objects that are looked up because a field names them.
const MAX_NAMED: usize = 10_000;

/// The objects of a file, also those that are packed together.
pub(super) struct Places<'a> {
    bytes: &'a [u8],
    parts: &'a [Packed],
    objects: Objects,
    /// By number: which part, and where in its text.
    packed: BTreeMap<u64, Vec<(usize, usize)>>,
}

impl<'a> Places<'a> {
    pub(super) fn of(bytes: &'a [u8], packed: &'a Parts) -> Self {
        let mut found: BTreeMap<u64, Vec<(usize, usize)>> = BTreeMap::new();
        for (at, part) in packed.all.iter().enumerate() {
            for (number, start) in part.numbered() {
                found.entry(number).or_default().push((at, start));
            }
        }
        let parts = packed.all.as_slice();
        Self { bytes, parts, objects: Objects::of(bytes), packed: found }
    }

    /// Where the objects begin that are not packed together, in order.
    pub(super) fn starts(&self) -> Vec<usize> {
        self.objects.starts()
    }

    /// What the descriptions of the document say but for its title: in the file itself, or in
    /// which part.
    pub(super) fn descriptions(&self) -> Vec<(Option<usize>, Vec<Value>)> {
        let named = places(self.bytes, b"/Info");
        let named = named.filter_map(|at| reference(from(self.bytes, at + b"/Info".len())));
        let numbers: BTreeSet<u64> = named.take(MAX_NAMED).collect();
        let all = numbers.into_iter().flat_map(|number| self.objects_of(number));
        all.take(MAX_NAMED)
            .map(|(part, text, start)| (part, notes::description(text, start)))
            .collect()
    }

    /// The objects of a number: which part they are in, its text, and where in it they begin.
    fn objects_of(
        &self,
        number: u64,
    ) -> impl Iterator<Item = (Option<usize>, &'a [u8], usize)> {
        let own = self.objects.named(number).map(|at| (None, self.bytes, at));
        let packed = self.packed.get(&number).into_iter().flatten();
        let packed = packed.filter_map(|(part, start)| {
            Some((Some(*part), self.parts.get(*part)?.text.as_slice(), *start))
        });
        own.chain(packed)
    }

    /// What the objects of a number say: in the file itself, or in which part.
    fn values(&self, number: u64) -> Vec<(Option<usize>, Value)> {
        let all = self.objects_of(number).take(MAX_NAMED);
        all.map(|(part, text, start)| (part, Value::at(text, start))).collect()
    }
}

/// Blanks the texts in objects that fields name; whether all were found.
pub(super) fn blank_named(places: &Places<'_>, file: &mut Plain, parts: &mut [Plain]) -> bool {
    let all = std::iter::once(&*file).chain(&*parts);
    let mut named: Vec<u64> = all.flat_map(|own| &own.named).copied().collect();
    let mut done = BTreeSet::new();
    let mut room = MAX_NAMED;
    while let Some(number) = named.pop() {
        if !done.insert(number) {
            continue;
        }
        let values = places.values(number);
        let Some(left) = room.checked_sub(values.len()) else { return false };
        room = left;
        if values.is_empty() {
            return false;
        }
        for (part, value) in values {
            match value {
                Value::Text(range) => match part {
                    None => blank(&mut file.copy, range),
                    Some(at) => {
                        parts
                            .get_mut(at)
                            .into_iter()
                            .for_each(|own| blank(&mut own.copy, range.clone()));
                    }
                },
                Value::Named(next) => named.push(next),
                Value::Open => return false,
                Value::Other => {}
            }
        }
    }
    true
}
