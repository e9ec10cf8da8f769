//! Maker, credit and licence inside published picture files, so that they travel with the
//! picture: as XMP, and in JPEG as IPTC too.

use crate::base::{escape_text, xml_characters};

use super::bytes::piece;
use super::jpeg::{APP0, segments};
use super::png;

/// What a published picture says of itself; empty texts are left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Notice {
    /// Who made it.
    pub maker: String,
    /// The line that has to stand beside it.
    pub credit: String,
    /// Who holds the rights, and under which licence others may use it.
    pub rights: String,
    /// Where the licence can be read.
    pub licence_url: String,
}

impl Notice {
    /// Whether there is anything to say.
    pub fn is_empty(&self) -> bool {
        [&self.maker, &self.credit, &self.rights, &self.licence_url]
            .iter()
            .all(|own| own.is_empty())
    }

    fn xmp(&self) -> String {
        let mut parts = String::new();
        let mut part = |text: &str, before: &str, after: &str| {
            if !text.is_empty() {
                parts.push_str(before);
                escape_text(&mut parts, &xml_characters(text));
                parts.push_str(after);
            }
        };
        let (list, end) = ("<dc:creator><rdf:Seq><rdf:li>", "</rdf:li></rdf:Seq></dc:creator>");
        part(&self.maker, list, end);
        part(&self.credit, "<photoshop:Credit>", "</photoshop:Credit>");
        let list = "<dc:rights><rdf:Alt><rdf:li xml:lang=\"x-default\">";
        part(&self.rights, list, "</rdf:li></rdf:Alt></dc:rights>");
        let page = ("<xmpRights:WebStatement>", "</xmpRights:WebStatement>");
        part(&self.licence_url, page.0, page.1);
        format!(
            "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\
             <x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\
             <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\
             <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
             xmlns:photoshop=\"http://ns.adobe.com/photoshop/1.0/\" \
             xmlns:xmpRights=\"http://ns.adobe.com/xap/1.0/rights/\">{parts}</rdf:Description>\
             </rdf:RDF></x:xmpmeta><?xpacket end=\"r\"?>"
        )
    }

    /// Maker, credit and rights as IPTC, in the box that programmes look for it in.
    fn iptc(&self) -> Vec<u8> {
        // The texts are UTF-8; this is the second edition of the standard, fourth revision.
        let mut records = b"\x1c\x01\x5a\0\x03\x1b%G\x1c\x02\0\0\x02\0\x04".to_vec();
        for (number, text) in [(80, &self.maker), (110, &self.credit), (116, &self.rights)] {
            let text = text.as_bytes();
            let length = u16::try_from(text.len()).unwrap_or(0);
            if (1..0x7fff).contains(&length) {
                records.extend([0x1c, 2, number]);
                records.extend(length.to_be_bytes());
                records.extend(text);
            }
        }
        let length = u32::try_from(records.len()).unwrap_or(0);
        records.extend(std::iter::repeat_n(0, records.len() % 2));
        [b"Photoshop 3.0\x008BIM\x04\x04\0\0".as_slice(), &length.to_be_bytes(), &records]
            .concat()
    }
}

/// A copy of a JPEG, PNG or `WebP` file that says what the notice says; of another file, or
/// when there is nothing to say, the file as it is.
pub fn with_notice(file: Vec<u8>, notice: &Notice) -> Vec<u8> {
    if notice.is_empty() {
        return file;
    }
    let made = if file.starts_with(b"\xff\xd8") {
        in_jpeg(&file, notice)
    } else if file.starts_with(png::SIGNATURE) {
        in_png(&file, notice)
    } else if file.starts_with(b"RIFF") {
        in_webp(&file, notice)
    } else {
        None
    };
    made.unwrap_or(file)
}

/// Behind the first segment, which says that it is JFIF.
fn in_jpeg(file: &[u8], notice: &Notice) -> Option<Vec<u8>> {
    let segment = |mark: u8, data: &[u8]| {
        let length = u16::try_from(data.len() + 2).ok()?;
        Some([&[0xff, mark][..], &length.to_be_bytes(), data].concat())
    };
    let first = segments(file).next().filter(|first| first.mark == APP0);
    let (head, rest) = file.split_at_checked(2 + first.map_or(0, |own| own.whole.len()))?;
    let xmp = [b"http://ns.adobe.com/xap/1.0/\0", notice.xmp().as_bytes()].concat();
    let (xmp, iptc) = (segment(0xe1, &xmp)?, segment(0xed, &notice.iptc())?);
    Some([head, &xmp, &iptc, rest].concat())
}

/// Before the pixels.
fn in_png(file: &[u8], notice: &Notice) -> Option<Vec<u8>> {
    let head = png::chunks(file).next()?.whole.len() + png::SIGNATURE.len();
    let text = [b"XML:com.adobe.xmp\0\0\0\0\0", notice.xmp().as_bytes()].concat();
    let (before, after) = file.split_at_checked(head)?;
    Some([before, &png::chunk(*b"iTXt", &text)?, after].concat())
}

/// At the end, with a head that announces it.
fn in_webp(file: &[u8], notice: &Notice) -> Option<Vec<u8>> {
    let xmp = notice.xmp();
    let length = u32::try_from(xmp.len()).ok()?.to_le_bytes();
    let padding = [0].get(..xmp.len() % 2)?;
    let chunk = [b"XMP ".as_slice(), &length, xmp.as_bytes(), padding].concat();
    let body = file.get(12..)?;
    let head = match piece(body, 0, 4)? {
        b"VP8X" => {
            let mut head = piece(body, 0, 18)?.to_vec();
            *head.get_mut(8)? |= 4;
            head
        }
        _ => extended_head(body)?,
    };
    let body = if body.starts_with(b"VP8X") { body.get(18..)? } else { body };
    let length = u32::try_from(4 + head.len() + body.len() + chunk.len()).ok()?.to_le_bytes();
    Some([b"RIFF".as_slice(), &length, b"WEBP", &head, body, &chunk].concat())
}

/// The head that a simple file does not have: its size, whether it is transparent, and that
/// there is XMP.
fn extended_head(body: &[u8]) -> Option<Vec<u8>> {
    let (width, height, is_clear) = match piece(body, 0, 4)? {
        b"VP8 " => {
            let side =
                |at| Some(u32::from(u16::from_le_bytes(piece(body, at, 2)?.try_into().ok()?)));
            (side(14)? & 0x3fff, side(16)? & 0x3fff, false)
        }
        b"VP8L" => {
            let bits = u32::from_le_bytes(piece(body, 9, 4)?.try_into().ok()?);
            ((bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1, bits & 0x1000_0000 != 0)
        }
        _ => return None,
    };
    let flags = if is_clear { 0x14 } else { 0x04 };
    let mut head = b"VP8X\x0a\0\0\0".to_vec();
    head.extend([flags, 0, 0, 0]);
    for side in [width, height] {
        head.extend(side.checked_sub(1)?.to_le_bytes().get(..3)?);
    }
    Some(head)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::media::clean::clean;

    fn notice() -> Notice {
        Notice {
            maker: "Jan & Zoë".to_owned(),
            credit: "Foto: Jan".to_owned(),
            rights: "CC BY 4.0".to_owned(),
            licence_url: "https://voorbeeld.example/by".to_owned(),
        }
    }

    fn shows(file: &[u8], text: &str) -> bool {
        file.windows(text.len()).any(|window| window == text.as_bytes())
    }

    #[test]
    fn every_format_says_who_made_it_and_can_forget_it_again() {
        let pixels = image::RgbImage::from_fn(5, 4, |x, y| {
            image::Rgb([u8::try_from(x * y).unwrap(), 9, 200])
        });
        for format in
            [image::ImageFormat::Jpeg, image::ImageFormat::Png, image::ImageFormat::WebP]
        {
            let mut plain = Vec::new();
            pixels.write_to(&mut std::io::Cursor::new(&mut plain), format).unwrap();
            let made = with_notice(plain.clone(), &notice());
            for text in [
                "<rdf:li>Jan &amp; Zoë</rdf:li>",
                "<photoshop:Credit>Foto: Jan<",
                "by</xmpRights",
            ] {
                assert!(shows(&made, text), "{format:?} {text}");
            }
            assert_eq!(
                shows(&made, "\u{1c}\u{2}P\0\u{a}Jan & Zoë"),
                format == image::ImageFormat::Jpeg
            );
            let same = |file: &[u8]| image::load_from_memory(file).unwrap().into_rgb8();
            assert_eq!(same(&made), same(&plain));
            let forgotten = clean(&made).unwrap();
            assert!(!shows(&forgotten, "Jan"), "{format:?}");
            assert_eq!(same(&forgotten), same(&plain));
            assert_eq!(with_notice(plain.clone(), &Notice::default()), plain);
        }
    }
}
