//! Copies of media files without what cameras, phones and programmes wrote into them: places,
//! names, numbers of machines, days, programmes. Pictures and sound stay bit for bit.

mod avif;
mod gif;
mod jpeg;
mod mp3;
mod mp4;
mod office;
mod ogg;
mod pdf;
mod riff;
mod svg;
mod vtt;
mod webm;

use super::png::strip_png;
use super::probe::Format;

pub(super) use gif::after_blocks;

/// A copy of a media file with what is seen and heard only; a file of another kind as it is.
/// `None` when the file is broken off.
pub fn clean(bytes: &[u8]) -> Option<Vec<u8>> {
    match Format::of(bytes) {
        Some(Format::Jpeg) => jpeg::clean(bytes),
        Some(Format::Png) => strip_png(bytes),
        Some(Format::Webp | Format::Wav) => riff::clean(bytes),
        Some(Format::Avif) => Some(avif::clean(bytes)),
        Some(Format::Gif) => gif::clean(bytes),
        Some(Format::Svg) => svg::clean(bytes),
        Some(Format::Pdf) => Some(pdf::clean(bytes)),
        Some(Format::Mp4 | Format::M4a) => Some(mp4::clean(bytes)),
        Some(Format::Webm) => Some(webm::clean(bytes)),
        Some(Format::Mp3) => Some(mp3::clean(bytes)),
        Some(Format::Ogg) => Some(ogg::clean(bytes)),
        Some(Format::Zip) => office::clean(bytes),
        Some(Format::Vtt) => vtt::clean(bytes),
        _ => Some(bytes.to_vec()),
    }
}
