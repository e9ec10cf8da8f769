//! Packages of files (ZIP), as office programmes write them: also those with long numbers, which
//! they use before they know how large a file becomes.

use std::borrow::Cow;

use miniz_oxide::inflate::decompress_to_vec_with_limit;

use crate::media::bytes::{big_endian, find_last, piece, u32_le};
use crate::media::png::checksum;

/// 1 January 1980: the first day that a package can name.
const NO_DAY: [u8; 4] = [0, 0, 0x21, 0];
/// Bit 11: the name is UTF-8.
const UTF8: u16 = 1 << 11;
/// Ways of packing: not at all, and the usual one.
const STORED: u16 = 0;
const DEFLATED: u16 = 8;
/// How far the end of a package is looked for: it may close with a remark.
const TAIL: usize = 66_000;

/// One file of a package.
pub(super) struct File<'a> {
    pub(super) name: &'a [u8],
    pub(super) is_locked: bool,
    flags: u16,
    method: u16,
    sum: u32,
    length: u32,
    packed: &'a [u8],
}

impl<'a> File<'a> {
    /// What it says; `None` when it is packed in a way that is not known, or when there is no
    /// room for it.
    pub(super) fn unpacked(&self, room: &mut usize) -> Option<Cow<'a, [u8]>> {
        let length = usize::try_from(self.length).ok()?;
        *room = room.checked_sub(length)?;
        match self.method {
            STORED => Some(Cow::Borrowed(self.packed)),
            DEFLATED => decompress_to_vec_with_limit(self.packed, length).ok().map(Cow::Owned),
            _ => None,
        }
    }
}

/// The package of these files, with what stands in place of what they say.
pub(super) fn written(files: &[(&File<'_>, Option<Cow<'_, [u8]>>)]) -> Option<Vec<u8>> {
    let (mut copy, mut list) = (Vec::new(), Vec::new());
    for (file, instead) in files {
        let start = u32::try_from(copy.len()).ok()?;
        let own = match instead {
            Some(text) => &File {
                method: STORED,
                sum: checksum(text),
                length: u32::try_from(text.len()).ok()?,
                packed: text,
                ..**file
            },
            None => file,
        };
        let head = head(own)?;
        copy.extend_from_slice(
            &[b"PK\x03\x04", head.as_slice(), own.name, own.packed].concat(),
        );
        // No remark, the first disk, no marks of a file system.
        let entry =
            [b"PK\x01\x02\x14\0", head.as_slice(), &[0; 10], &start.to_le_bytes(), own.name];
        list.extend_from_slice(&entry.concat());
    }
    let start = u32::try_from(copy.len()).ok()?.to_le_bytes();
    let length = u32::try_from(list.len()).ok()?.to_le_bytes();
    let count = u16::try_from(files.len()).ok()?.to_le_bytes();
    copy.extend_from_slice(&list);
    let end = [b"PK\x05\x06\0\0\0\0", count.as_slice(), &count, &length, &start, &[0, 0]];
    copy.extend_from_slice(&end.concat());
    Some(copy)
}

/// What is said of a file both before it and in the list: from the version that is needed to
/// the length of what else is said, which is nothing.
fn head(file: &File<'_>) -> Option<Vec<u8>> {
    let packed = u32::try_from(file.packed.len()).ok()?;
    let name = u16::try_from(file.name.len()).ok()?;
    let mut head = vec![20, 0];
    head.extend_from_slice(&(file.flags & UTF8).to_le_bytes());
    head.extend_from_slice(&file.method.to_le_bytes());
    head.extend_from_slice(&NO_DAY);
    for number in [file.sum, packed, file.length] {
        head.extend_from_slice(&number.to_le_bytes());
    }
    head.extend_from_slice(&name.to_le_bytes());
    head.extend_from_slice(&[0, 0]);
    Some(head)
}

/// The files of a package, as its list has them; `None` when that cannot be read.
pub(super) fn files(bytes: &[u8]) -> Option<Vec<File<'_>>> {
    let (mut at, count) = list(bytes)?;
    let mut files = Vec::new();
    let mut room = bytes.len();
    for _ in 0..count {
        let head = piece(bytes, at, 46).filter(|own| own.starts_with(b"PK\x01\x02"))?;
        let short = |offset| u16_le(head, offset);
        let (name, more) = (usize::from(short(28)?), usize::from(short(30)?));
        let more_at = at + 46 + name;
        let mut long = Long::of(piece(bytes, more_at, more)?);
        // The long numbers stand in this order, those alone that the short ones cannot say.
        let length = long.or_own(u32_le(head, 24)?)?;
        let packed = long.or_own(u32_le(head, 20)?)?;
        let before = usize::try_from(long.or_own(u32_le(head, 42)?)?).ok()?;
        let behind =
            |offset: usize| u16_le(bytes, before.checked_add(offset)?).map(usize::from);
        let start =
            before.checked_add(30)?.checked_add(behind(26)?)?.checked_add(behind(28)?)?;
        // Files do not lie on top of each other: a small package would become a large one.
        let packed = piece(bytes, start, usize::try_from(packed).ok()?)?;
        room = room.checked_sub(packed.len())?;
        files.push(File {
            name: piece(bytes, at + 46, name)?,
            is_locked: short(8)? & 1 == 1,
            flags: short(8)?,
            method: short(10)?,
            sum: u32_le(head, 16)?,
            length: u32::try_from(length).ok()?,
            packed,
        });
        at = more_at + more + usize::from(short(32)?);
    }
    Some(files)
}

/// Where the list of files stands, and how many there are.
fn list(bytes: &[u8]) -> Option<(usize, u64)> {
    let from = bytes.len().saturating_sub(TAIL);
    let end = from + find_last(bytes.get(from..)?, b"PK\x05\x06")?;
    let (at, count) = (u32_le(bytes, end + 16)?, u16_le(bytes, end + 10)?);
    if at != u32::MAX && count != u16::MAX {
        return Some((usize::try_from(at).ok()?, u64::from(count)));
    }
    let before = end.checked_sub(20)?;
    if piece(bytes, before, 4)? != b"PK\x06\x07" {
        return None;
    }
    let long_end = usize::try_from(u64_le(bytes, before + 8)?).ok()?;
    if piece(bytes, long_end, 4)? != b"PK\x06\x06" {
        return None;
    }
    let at = usize::try_from(u64_le(bytes, long_end.checked_add(48)?)?).ok()?;
    Some((at, u64_le(bytes, long_end + 32)?))
}

/// The long numbers of a file that are left.
struct Long<'a>(&'a [u8]);

impl<'a> Long<'a> {
    fn of(more: &'a [u8]) -> Self {
        let mut at = 0;
        while let (Some(kind), Some(length)) = (u16_le(more, at), u16_le(more, at + 2)) {
            let length = usize::from(length);
            if kind == 1 {
                return Self(piece(more, at + 4, length).unwrap_or_default());
            }
            at += 4 + length;
        }
        Self(&[])
    }

    /// A number, unless it says that the next long one is meant.
    fn or_own(&mut self, short: u32) -> Option<u64> {
        if short != u32::MAX {
            return Some(u64::from(short));
        }
        let long = u64_le(self.0, 0)?;
        self.0 = self.0.get(8..)?;
        Some(long)
    }
}

fn u16_le(bytes: &[u8], at: usize) -> Option<u16> {
    let number = big_endian(bytes, at, 2).and_then(|number| u16::try_from(number).ok())?;
    Some(number.swap_bytes())
}

fn u64_le(bytes: &[u8], at: usize) -> Option<u64> {
    big_endian(bytes, at, 8).map(u64::swap_bytes)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A package in which these files stand as they are, with a remark behind it.
    pub(in super::super) fn package(files: &[(&str, &[u8])]) -> Vec<u8> {
        let files: Vec<File<'_>> = files
            .iter()
            .map(|(name, text)| File {
                name: name.as_bytes(),
                is_locked: false,
                flags: UTF8,
                method: STORED,
                sum: checksum(text),
                length: u32::try_from(text.len()).unwrap(),
                packed: text,
            })
            .collect();
        let all: Vec<_> = files.iter().map(|file| (file, None)).collect();
        let mut bytes = written(&all).unwrap();
        let remark = bytes.len() - 2;
        bytes[remark] = 3;
        [&bytes, b"Jan".as_slice()].concat()
    }

    #[test]
    fn long_numbers_are_read_where_short_ones_are_not_enough() {
        let short = package(&[("a", b"Jan en Piet")]);
        let list_at = short.windows(4).position(|own| own == b"PK\x01\x02").unwrap();
        let (before, list) = short.split_at(list_at);
        let long = |number: usize| (number as u64).to_le_bytes();
        let mut entry = list[..46].to_vec();
        for at in [20, 24, 42] {
            entry[at..at + 4].fill(0xff);
        }
        let more = [b"\x01\0\x18\0", &long(11)[..], &long(11), &long(0)].concat();
        entry[30] = u8::try_from(more.len()).unwrap();
        let list = [&entry[..], b"a", &more].concat();
        let end_at = before.len() + list.len();
        let mut end =
            [b"PK\x06\x06", &[0; 28][..], &long(1), &long(list.len()), &long(list_at)].concat();
        end.extend([b"PK\x06\x07\0\0\0\0", &long(end_at)[..], &[1, 0, 0, 0]].concat());
        end.extend([b"PK\x05\x06\0\0\0\0", &[0xff; 12][..], &[0, 0]].concat());
        let whole = [before, &list, &end].concat();
        let found = files(&whole).unwrap();
        assert_eq!((found.len(), found[0].name), (1, b"a".as_slice()));
        assert_eq!(found[0].unpacked(&mut 11).as_deref(), Some(b"Jan en Piet".as_slice()));
        for end in 0..whole.len() {
            let _ = files(&whole[..end]);
        }
    }

    #[test]
    fn nothing_is_unpacked_for_which_there_is_no_room() {
        let whole = package(&[("a", b"Jan en Piet")]);
        let found = files(&whole).unwrap();
        let mut room = 20;
        assert!(found[0].unpacked(&mut room).is_some());
        assert_eq!((found[0].unpacked(&mut room), room), (None, 9));
    }
}
