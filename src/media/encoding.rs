//! In which format a derived picture is written, decided from the header alone: a page can
//! name its files before any pixel is decoded.

use super::avif::Avif;
use super::bytes::{find, piece, u32_le};
use super::png::{self, Pixels};

/// The format of a derived picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Encoding {
    /// For drawings, screenshots and everything transparent.
    Png,
    /// For photographs.
    Jpeg,
    /// For photographs, smaller.
    Webp,
    /// For what is made a `Png`, smaller.
    WebpLossless,
    /// For photographs, smaller still; takes long to make.
    Avif,
}

impl Encoding {
    /// The media type.
    pub fn mime(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Webp | Self::WebpLossless => "image/webp",
            Self::Avif => "image/avif",
        }
    }

    /// The ending of file names, without a dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Jpeg => "jpg",
            Self::Webp | Self::WebpLossless => "webp",
            Self::Avif => "avif",
        }
    }

    /// Whether it keeps every pixel as it is, or nearly so.
    pub(super) fn is_lossless(self) -> bool {
        matches!(self, Self::Png | Self::WebpLossless)
    }

    /// The encoding that takes less room and that not every program can show; for a picture that
    /// is made in this one for all.
    #[must_use]
    pub fn smaller(self) -> Self {
        match self {
            Self::Png | Self::WebpLossless => Self::WebpLossless,
            Self::Jpeg | Self::Webp | Self::Avif => Self::Webp,
        }
    }

    /// The encoding that takes least room of all, for a picture that is made in this one for
    /// all: photographs have one, lines and clear pixels would lose by it.
    #[must_use]
    pub fn smallest(self) -> Option<Self> {
        (self == Self::Jpeg).then_some(Self::Avif)
    }

    /// The encoding for an AVIF file: a photograph, unless it can be transparent.
    pub(super) fn of_avif(own: &Avif) -> Self {
        if own.clearness.is_some() { Self::Png } else { Self::Jpeg }
    }

    /// The encoding for a picture of this many pixels. A lossless file that takes much room
    /// per pixel is a photograph: drawings compress well.
    pub(super) fn of(bytes: &[u8], pixels: u64) -> Self {
        if bytes.starts_with(b"\xff\xd8") {
            return Self::Jpeg;
        }
        let is_dense = |data: usize| {
            let bits = u64::try_from(data).unwrap_or(u64::MAX).saturating_mul(8);
            pixels > 10_000 && bits > pixels.saturating_mul(4)
        };
        let is_photo = if bytes.starts_with(png::SIGNATURE) {
            let facts = png::facts(bytes);
            facts.pixels == Pixels::Full && is_dense(facts.data_bytes)
        } else if bytes.starts_with(b"RIFF") {
            match WebpFacts::of(bytes).coding {
                Coding::Clear => false,
                Coding::Lossless => is_dense(bytes.len()),
                Coding::Lossy => true,
            }
        } else {
            false
        };
        if is_photo { Self::Jpeg } else { Self::Png }
    }
}

/// Whether a file keeps its pixels to the letter and takes little room for them: a flat drawing
/// or a screenshot. It weighs less than one that is scaled by a part, whose edges have colours
/// that nobody drew.
pub(super) fn is_flat(bytes: &[u8], pixels: u64) -> bool {
    let data = if bytes.starts_with(png::SIGNATURE) {
        png::facts(bytes).data_bytes
    } else if bytes.starts_with(b"GIF8") || piece(bytes, 12, 4) == Some(b"VP8L") {
        bytes.len()
    } else {
        return false;
    };
    u64::try_from(data).is_ok_and(|data| data.saturating_mul(8) <= pixels.saturating_mul(2))
}

/// What the head of a WebP file says.
#[derive(Debug, Clone, Copy)]
pub(super) struct WebpFacts {
    pub(super) is_complete: bool,
    pub(super) is_animated: bool,
    coding: Coding,
}

/// How a WebP file keeps its pixels.
#[derive(Debug, Clone, Copy)]
enum Coding {
    /// They can be transparent.
    Clear,
    Lossless,
    Lossy,
}

impl WebpFacts {
    pub(super) fn of(bytes: &[u8]) -> Self {
        let flags = match piece(bytes, 12, 4) {
            Some(b"VP8X") => bytes.get(20).copied().unwrap_or(0),
            _ => 0,
        };
        let head = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
        let lossless = find(head, b"VP8L");
        let lossless_alpha = lossless
            .filter(|at| *at == 12)
            .and_then(|at| bytes.get(at + 12))
            .is_some_and(|byte| byte & 0x10 != 0);
        let size = u32_le(bytes, 4).and_then(|size| usize::try_from(size).ok()).unwrap_or(0);
        Self {
            is_complete: bytes.len() >= size.saturating_add(8),
            is_animated: flags & 0x02 != 0,
            coding: match lossless {
                _ if flags & 0x10 != 0 || lossless_alpha => Coding::Clear,
                Some(_) => Coding::Lossless,
                None => Coding::Lossy,
            },
        }
    }
}
