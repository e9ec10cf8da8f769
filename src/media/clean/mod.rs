//! Copies of media files without what cameras, phones and programmes wrote into them: places,
//! names, numbers of machines, days, programmes. Pictures and sound stay bit for bit.

mod avif;
mod base64;
mod gif;
mod inside;
mod jpeg;
mod mp3;
mod mp4;
mod office;
mod ogg;
mod package;
mod pdf;
mod riff;
mod svg;
mod vtt;
mod webm;
mod xmp;

use crate::diag::problem::Uncleaned;

use super::png::strip_png;
use super::probe::Format;
use super::tiff::Tiff;

pub(super) use gif::after_blocks;

/// What files within a file may ask for.
#[derive(Debug)]
struct Limits {
    /// How many files may stand in each other; nobody puts a table into a text into a text.
    depth: usize,
    /// How many bytes may still be unpacked, together.
    room: usize,
}

impl Limits {
    fn new() -> Self {
        Self { depth: 4, room: 1 << 30 }
    }
}

/// A copy of a media file with what is seen and heard only. An error when that cannot be made:
/// then the file is not fit to be published.
pub fn clean(bytes: &[u8]) -> Result<Vec<u8>, Uncleaned> {
    within(bytes, &mut Limits::new())
}

fn within(bytes: &[u8], limits: &mut Limits) -> Result<Vec<u8>, Uncleaned> {
    if bytes.is_empty() {
        return Ok(Vec::new());
    }
    let made = match Format::of(bytes).ok_or(Uncleaned::Kind)? {
        Format::Jpeg => jpeg::clean(bytes),
        Format::Png => strip_png(bytes),
        Format::Webp | Format::Wav => riff::clean(bytes),
        Format::Avif => Some(avif::clean(bytes)),
        Format::Gif => gif::clean(bytes),
        Format::Svg => return svg::clean(bytes),
        Format::Pdf => return pdf::clean(bytes),
        Format::Mp4 | Format::M4a => Some(mp4::clean(bytes)),
        Format::Webm => Some(webm::clean(bytes)),
        Format::Mp3 => Some(mp3::clean(bytes)),
        Format::Ogg => Some(ogg::clean(bytes)),
        Format::Zip => return office::clean(bytes, limits),
        Format::Vtt => vtt::clean(bytes),
        // Scanners and programmes put it into documents; it is not written anew.
        Format::Tiff => {
            let says_nothing = Tiff::of(bytes).is_some_and(|own| !own.says_more());
            return if says_nothing { Ok(bytes.to_vec()) } else { Err(Uncleaned::Kind) };
        }
        Format::Bmp => Some(bytes.to_vec()),
        Format::Heic | Format::QuickTime | Format::Html => return Err(Uncleaned::Kind),
    };
    made.ok_or(Uncleaned::Unreadable)
}
