//! What a media file says of itself, read from its bytes: kind, size, length, and whether it
//! is whole and harmless. Nothing is decoded.

mod audio;
mod captions;
mod film;
mod format;
mod pdf;
mod picture;
mod said;
mod svg;

use std::time::Duration;

use crate::base::SourcePath;
use crate::diag::problem::{CaptionFault, Media};
use crate::diag::{Diag, Noted};

pub use captions::Captions;
pub(super) use format::Format;
pub use pdf::{PdfFacts, Tagged};
pub use picture::PictureFacts;
pub(super) use picture::{check_size, is_sideways, limits, size as picture_size};
pub use said::{Said, said};
pub(super) use svg::check as check_drawing;
pub(super) use svg::{Attribute, Scanner, Token, decoded};

/// What a file is, with what a page has to know of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Facts {
    /// A picture of pixels.
    Picture(PictureFacts),
    /// An SVG that is safe to publish, with its size in pixels.
    Drawing {
        /// Width in pixels.
        width: u32,
        /// Height in pixels.
        height: u32,
    },
    /// A PDF.
    Pdf(PdfFacts),
    /// A file of an office programme.
    Office {
        /// Its media type.
        mime: &'static str,
    },
    /// A film.
    Film {
        /// Its media type.
        mime: &'static str,
        /// Its length, where the file says it.
        duration: Option<Duration>,
        /// Width and height in pixels, where the file says them.
        size: Option<(u32, u32)>,
    },
    /// Sound.
    Audio {
        /// Its media type.
        mime: &'static str,
        /// Its length, where the file says it.
        duration: Option<Duration>,
    },
    /// Captions of a film.
    Captions(Captions),
    /// Not usable, for a reason that was noted.
    Unusable,
}

/// Looks at a media file. What is wrong with it is noted; a file that cannot be used is
/// `Facts::Unusable`.
pub fn probe(path: &SourcePath, bytes: &[u8]) -> Noted<Facts> {
    let (facts, problems) = match read(path, bytes) {
        Ok((facts, problems)) => (facts, problems),
        Err(problem) => (Facts::Unusable, vec![problem]),
    };
    let diags = problems.into_iter().map(|problem| Diag::of_file(path.clone(), problem));
    Noted::new(facts, diags.collect())
}

/// Checks captions against each other and against the length of their film, where known.
pub fn captions(path: &SourcePath, bytes: &[u8], film: Option<Duration>) -> Noted<Captions> {
    let (facts, faults) = captions::check(&String::from_utf8_lossy(bytes), film);
    let problems = faults.into_iter().map(caption_problem);
    Noted::new(facts, problems.map(|p| Diag::of_file(path.clone(), p)).collect())
}

fn caption_problem((fault, line): (CaptionFault, usize)) -> Media {
    Media::Captions { fault, line }
}

/// Facts with what is wrong all the same; or the problem because of which there are none.
type Found = Result<(Facts, Vec<Media>), Media>;

fn read(path: &SourcePath, bytes: &[u8]) -> Found {
    if bytes.is_empty() {
        return Err(Media::EmptyFile);
    }
    let format = format::named(path, bytes)?;
    let film = |mime| film::mp4(bytes).map(|facts| facts.as_film(mime));
    let audio = |mime, duration| Ok((Facts::Audio { mime, duration }, Vec::new()));
    match format {
        Format::Jpeg | Format::Png | Format::Gif | Format::Webp => {
            picture::probe(format, bytes)
        }
        Format::Avif => picture::probe_avif(bytes),
        Format::Svg => svg::probe(bytes),
        Format::Pdf => pdf::probe(bytes),
        Format::Vtt => {
            let (facts, faults) = captions::check(&String::from_utf8_lossy(bytes), None);
            Ok((Facts::Captions(facts), faults.into_iter().map(caption_problem).collect()))
        }
        Format::Mp4 => film("video/mp4").map(|facts| (facts, Vec::new())),
        Format::M4a => film::mp4(bytes).and_then(|facts| audio("audio/mp4", facts.duration)),
        Format::Webm => {
            film::webm(bytes).map(|facts| (facts.as_film("video/webm"), Vec::new()))
        }
        Format::Mp3 => audio("audio/mpeg", audio::mp3(bytes)),
        Format::Wav => audio("audio/wav", audio::wav(bytes)),
        Format::Ogg => audio("audio/ogg", None),
        Format::Zip => Ok((Facts::Office { mime: format::office(path) }, Vec::new())),
        other => {
            Err(Media::Unsupported { what: other.name().to_owned(), instead: other.instead() })
        }
    }
}

#[cfg(test)]
mod tests;
