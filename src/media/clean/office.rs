//! Files of office programmes: packages of files, some of which say who wrote them, when, and
//! with what.

use crate::media::bytes::{big_endian, find_last, piece, u32_le};
use crate::media::png::checksum;

/// The files that go, and what stands in their place: the others of the package name them.
const SAID: &[(&str, &str)] = &[
    (
        "docProps/core.xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\"/>",
    ),
    (
        "docProps/app.xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"/>",
    ),
    (
        "docProps/custom.xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\"/>",
    ),
    (
        "meta.xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-meta xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" office:version=\"1.2\"/>",
    ),
];

/// The files by which a package of an office programme is known.
const MARKS: [&[u8]; 2] = [b"[Content_Types].xml", b"mimetype"];
/// 1 January 1980: the first day that a package can name.
const NO_DAY: [u8; 4] = [0, 0, 0x21, 0];
/// Bit 11: the name is UTF-8.
const UTF8: u16 = 1 << 11;

/// One file of a package.
struct File<'a> {
    name: &'a [u8],
    flags: u16,
    method: u16,
    sum: u32,
    length: u32,
    packed: &'a [u8],
}

/// A copy without what programmes wrote of people and days; a package of something else as it
/// is. `None` when the package cannot be read.
pub(super) fn clean(bytes: &[u8]) -> Option<Vec<u8>> {
    let files = files(bytes)?;
    if !files.iter().any(|file| MARKS.contains(&file.name)) {
        return Some(bytes.to_vec());
    }
    let mut copy = Vec::with_capacity(bytes.len());
    let mut list = Vec::new();
    for file in &files {
        let start = u32::try_from(copy.len()).ok()?;
        let said = SAID.iter().find(|(name, _)| name.as_bytes() == file.name);
        let file = match said {
            Some((_, text)) => &File {
                method: 0,
                sum: checksum(text.as_bytes()),
                length: u32::try_from(text.len()).ok()?,
                packed: text.as_bytes(),
                ..*file
            },
            None => file,
        };
        let head = head(file)?;
        copy.extend_from_slice(b"PK\x03\x04");
        copy.extend_from_slice(&head);
        copy.extend_from_slice(file.name);
        copy.extend_from_slice(file.packed);
        list.extend_from_slice(b"PK\x01\x02\x14\0");
        list.extend_from_slice(&head);
        // No remark, the first disk, no marks of a file system.
        list.extend_from_slice(&[0; 10]);
        list.extend_from_slice(&start.to_le_bytes());
        list.extend_from_slice(file.name);
    }
    let start = u32::try_from(copy.len()).ok()?;
    let count = u16::try_from(files.len()).ok()?.to_le_bytes();
    copy.extend_from_slice(&list);
    copy.extend_from_slice(b"PK\x05\x06\0\0\0\0");
    copy.extend_from_slice(&[count, count].concat());
    copy.extend_from_slice(&u32::try_from(list.len()).ok()?.to_le_bytes());
    copy.extend_from_slice(&start.to_le_bytes());
    copy.extend_from_slice(&[0, 0]);
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

/// The files of a package, as its list has them; `None` when one is locked, or when the package
/// is larger than its short numbers can say.
fn files(bytes: &[u8]) -> Option<Vec<File<'_>>> {
    let from = bytes.len().saturating_sub(66_000);
    let end = from + find_last(bytes.get(from..)?, b"PK\x05\x06")?;
    let mut at = usize::try_from(u32_le(bytes, end + 16)?).ok()?;
    let mut files = Vec::new();
    for _ in 0..u16_le(bytes, end + 10)? {
        if piece(bytes, at, 4)? != b"PK\x01\x02" {
            return None;
        }
        let short = |offset: usize| u16_le(bytes, at + offset);
        let flags = short(8)?;
        let packed = usize::try_from(u32_le(bytes, at + 20)?).ok()?;
        let before = usize::try_from(u32_le(bytes, at + 42)?).ok()?;
        let name = usize::from(short(28)?);
        let behind =
            |offset: usize| u16_le(bytes, before.checked_add(offset)?).map(usize::from);
        let start =
            before.checked_add(30)?.checked_add(behind(26)?)?.checked_add(behind(28)?)?;
        if flags & 1 == 1 {
            return None;
        }
        files.push(File {
            name: piece(bytes, at + 46, name)?,
            flags,
            method: short(10)?,
            sum: u32_le(bytes, at + 16)?,
            length: u32_le(bytes, at + 24)?,
            packed: piece(bytes, start, packed)?,
        });
        at += 46 + name + usize::from(short(30)?) + usize::from(short(32)?);
    }
    Some(files)
}

fn u16_le(bytes: &[u8], at: usize) -> Option<u16> {
    let number = big_endian(bytes, at, 2).and_then(|number| u16::try_from(number).ok())?;
    Some(number.swap_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(files: &[(&str, &str)]) -> Vec<u8> {
        let (mut bytes, mut list) = (Vec::new(), Vec::new());
        for (name, text) in files {
            let file = File {
                name: name.as_bytes(),
                flags: UTF8,
                method: 0,
                sum: checksum(text.as_bytes()),
                length: u32::try_from(text.len()).unwrap(),
                packed: text.as_bytes(),
            };
            let start = u32::try_from(bytes.len()).unwrap().to_le_bytes();
            let head = head(&file).unwrap();
            bytes.extend([b"PK\x03\x04", &head[..], file.name, file.packed].concat());
            let more = [b"PK\x01\x02\x14\0", &head[..], &[0; 10], &start, file.name].concat();
            list.extend(more);
        }
        let count = u16::try_from(files.len()).unwrap().to_le_bytes();
        let length = u32::try_from(list.len()).unwrap().to_le_bytes();
        let start = u32::try_from(bytes.len()).unwrap().to_le_bytes();
        let end = [b"PK\x05\x06\0\0\0\0", &count[..], &count, &length, &start, &[3, 0], b"Jan"];
        [bytes, list, end.concat()].concat()
    }

    #[test]
    fn who_wrote_a_document_goes_and_its_words_stay() {
        let dirty = package(&[
            ("[Content_Types].xml", "<Types/>"),
            ("docProps/core.xml", "<dc:creator>Jan</dc:creator>"),
            ("docProps/app.xml", "<Company>Jan bv</Company>"),
            ("word/document.xml", "<w:t>Het plan</w:t>"),
        ]);
        let clean = clean(&dirty).unwrap();
        assert!(!clean.windows(3).any(|part| part == b"Jan"));
        let (before, after) = (files(&dirty).unwrap(), files(&clean).unwrap());
        let names =
            |all: &[File<'_>]| all.iter().map(|own| own.name.to_vec()).collect::<Vec<_>>();
        assert_eq!(names(&before), names(&after));
        assert_eq!(before[3].packed, after[3].packed);
        assert!(after.iter().all(|own| own.sum == checksum(own.packed)));
    }

    #[test]
    fn another_package_stays_as_it_is_and_a_broken_one_is_told() {
        let photos = package(&[("foto.txt", "Jan")]);
        assert_eq!(clean(&photos), Some(photos.clone()));
        assert_eq!(clean(&photos[..photos.len() - 30]), None);
        assert_eq!(clean(b"PK\x03\x04"), None);
    }
}
