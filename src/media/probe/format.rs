//! Which format a file is in, by its first bytes, and whether its name says the same.

use crate::base::SourcePath;
use crate::diag::problem::Media;

use super::super::avif;
use super::super::bytes::piece;

/// A format that is told from the bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::media) enum Format {
    Jpeg,
    Png,
    Gif,
    Webp,
    Svg,
    Pdf,
    Mp4,
    M4a,
    Webm,
    Mp3,
    Wav,
    Ogg,
    Vtt,
    Zip,
    Heic,
    Avif,
    Tiff,
    Bmp,
    QuickTime,
    Html,
}

impl Format {
    /// Its usual name.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Jpeg => "JPEG",
            Self::Png => "PNG",
            Self::Gif => "GIF",
            Self::Webp => "WebP",
            Self::Svg => "SVG",
            Self::Pdf => "PDF",
            Self::Mp4 => "MP4",
            Self::M4a => "M4A",
            Self::Webm => "WebM",
            Self::Mp3 => "MP3",
            Self::Wav => "WAV",
            Self::Ogg => "Ogg",
            Self::Vtt => "WebVTT",
            Self::Zip => "ZIP",
            Self::Heic => "HEIC",
            Self::Avif => "AVIF",
            Self::Tiff => "TIFF",
            Self::Bmp => "BMP",
            Self::QuickTime => "QuickTime",
            Self::Html => "HTML",
        }
    }

    /// The endings that files in it have; the first is the best.
    fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Jpeg => &["jpg", "jpeg"],
            Self::Png => &["png"],
            Self::Gif => &["gif"],
            Self::Webp => &["webp"],
            Self::Svg => &["svg"],
            Self::Pdf => &["pdf"],
            Self::Mp4 => &["mp4", "m4v"],
            Self::M4a => &["m4a", "mp4"],
            Self::Webm => &["webm"],
            Self::Mp3 => &["mp3"],
            Self::Wav => &["wav"],
            Self::Ogg => &["ogg", "oga", "opus"],
            Self::Vtt => &["vtt"],
            Self::Zip => &["zip", "docx", "xlsx", "pptx", "odt", "ods", "odp"],
            Self::Heic => &["heic", "heif"],
            Self::Avif => &["avif"],
            Self::Tiff => &["tif", "tiff"],
            Self::Bmp => &["bmp"],
            Self::QuickTime => &["mov"],
            Self::Html => &["html", "htm"],
        }
    }

    /// Formats to be used in its place.
    pub(super) fn instead(self) -> &'static [&'static str] {
        match self {
            Self::QuickTime => &["MP4", "WebM"],
            Self::Html => &["PDF"],
            _ => &["JPEG", "PNG"],
        }
    }

    /// The format that the first bytes show.
    pub(in crate::media) fn of(bytes: &[u8]) -> Option<Self> {
        let starts = |mark: &[u8]| bytes.starts_with(mark);
        let inner = |at| piece(bytes, at, 4).unwrap_or_default();
        let text =
            String::from_utf8_lossy(bytes.get(..bytes.len().min(1024)).unwrap_or_default());
        let text = text.trim_start_matches('\u{feff}').trim_start().to_ascii_lowercase();
        let format = match inner(0) {
            b"RIFF" if inner(8) == b"WEBP" => Self::Webp,
            b"RIFF" if inner(8) == b"WAVE" => Self::Wav,
            b"OggS" => Self::Ogg,
            b"GIF8" => Self::Gif,
            b"%PDF" => Self::Pdf,
            b"PK\x03\x04" => Self::Zip,
            b"II*\0" | b"MM\0*" => Self::Tiff,
            b"\x1a\x45\xdf\xa3" => Self::Webm,
            _ if starts(b"\xff\xd8\xff") => Self::Jpeg,
            _ if starts(super::super::png::SIGNATURE) => Self::Png,
            _ if avif::is_avif(bytes) => Self::Avif,
            _ if inner(4) == b"ftyp" => Self::by_brand(inner(8)),
            _ if matches!(inner(4), b"moov" | b"mdat" | b"wide" | b"free") => Self::QuickTime,
            _ if starts(b"ID3") || is_mp3_frame(bytes) => Self::Mp3,
            _ if starts(b"BM") && inner(6) == [0; 4] => Self::Bmp,
            _ if text.starts_with("webvtt") => Self::Vtt,
            _ if text.starts_with("<!doctype html") || text.starts_with("<html") => Self::Html,
            _ if text.starts_with('<') && text.contains("<svg") => Self::Svg,
            _ => return None,
        };
        Some(format)
    }

    fn by_brand(brand: &[u8]) -> Self {
        match brand {
            b"M4A " | b"M4B " => Self::M4a,
            b"qt  " => Self::QuickTime,
            b"avif" | b"avis" => Self::Avif,
            b"heic" | b"heix" | b"mif1" | b"msf1" | b"hevc" => Self::Heic,
            _ => Self::Mp4,
        }
    }
}

fn is_mp3_frame(bytes: &[u8]) -> bool {
    matches!(bytes, [0xff, second, ..] if second & 0xe6 == 0xe2)
}

/// The format of a file, when its name agrees.
pub(super) fn named(path: &SourcePath, bytes: &[u8]) -> Result<Format, Media> {
    let ending = path.extension().to_ascii_lowercase();
    if bytes.starts_with(b"version https://git-lfs") {
        return Err(Media::NotFetched);
    }
    match Format::of(bytes) {
        Some(format) if format.endings().contains(&ending.as_str()) => Ok(format),
        Some(format) => Err(Media::Misnamed {
            extension: path.extension().to_owned(),
            actual: Some(format.name()),
            better: format.endings().first().copied().filter(|own| is_known(own)),
        }),
        // Captions without their first line are told by their own check.
        None if ending == "vtt" => Ok(Format::Vtt),
        None if ending == "srt" => {
            Err(Media::Unsupported { what: "SRT".to_owned(), instead: &["WebVTT"] })
        }
        None if is_known(&ending) => Err(Media::Misnamed {
            extension: path.extension().to_owned(),
            actual: None,
            better: None,
        }),
        None if ending == "mov" => Err(Media::Unsupported {
            what: format!(".{ending}"),
            instead: Format::QuickTime.instead(),
        }),
        None => Err(Media::Unsupported {
            what: format!(".{ending}"),
            instead: &["JPEG", "PNG", "SVG", "PDF", "MP4", "MP3"],
        }),
    }
}

fn is_known(ending: &str) -> bool {
    use Format::{Avif, Gif, Jpeg, M4a, Mp3, Mp4, Ogg, Pdf, Png, Svg, Wav, Webm, Webp, Zip};
    [Jpeg, Png, Gif, Webp, Avif, Svg, Pdf, Mp4, M4a, Webm, Mp3, Wav, Ogg, Zip]
        .iter()
        .any(|format| format.endings().contains(&ending))
}

/// The media type of an office file, by its ending.
pub(super) fn office(path: &SourcePath) -> &'static str {
    match path.extension().to_ascii_lowercase().as_str() {
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "pptx" => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "odt" => "application/vnd.oasis.opendocument.text",
        "ods" => "application/vnd.oasis.opendocument.spreadsheet",
        "odp" => "application/vnd.oasis.opendocument.presentation",
        _ => "application/zip",
    }
}
