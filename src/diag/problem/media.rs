//! Pictures, films, documents and their rights.

area! {
    /// Problems of media files, of their sidecars and of consent.
    Media {
        /// A file that cannot be published without what cameras and programmes wrote into it.
        NotCleaned {
            /// Why it cannot.
            why: Uncleaned,
        } => "media/not-cleaned" Error;
        /// A file of no bytes.
        EmptyFile => "media/empty" Error;
        /// The bytes are of another kind than the file's ending says.
        Misnamed {
            /// The ending.
            extension: String,
            /// The format of the bytes: `JPEG`; `None` when they are of none that is known.
            actual: Option<&'static str>,
            /// The ending that fits; `None` when a file of that kind cannot be used either.
            better: Option<&'static str>,
        } => "media/misnamed" Error;
        /// What stands here refers to a file in a store of large files, from where it was not
        /// fetched.
        NotFetched => "media/not-fetched" Error;
        /// The file stops before its end.
        Truncated => "media/truncated" Error;
        /// The bytes cannot be read as what they say they are.
        Damaged {
            /// What the reader said, in its own words (English).
            detail: String,
        } => "media/damaged" Error;
        /// A kind of file that readers' browsers cannot show.
        Unsupported {
            /// The format or the ending.
            what: String,
            /// Formats that can be used instead.
            instead: &'static [&'static str],
        } => "media/unsupported" Error;
        /// More pixels than may be decoded.
        TooManyPixels {
            /// Width in pixels.
            width: u32,
            /// Height in pixels.
            height: u32,
            /// The largest allowed side.
            side: u32,
        } => "media/too-many-pixels" Error;
        /// A moving picture, of which only the first one is shown.
        Animated => "media/animated" Warning;
        /// A picture in the colours of a printing press.
        PrintColours => "media/print-colours" Warning;
        /// A picture with more steps of colour than a screen shows.
        SixteenBit => "media/sixteen-bit" Warning;
        /// An SVG with something that runs, or that loads something from elsewhere.
        UnsafeSvg {
            /// What was found.
            danger: SvgDanger,
            /// The line it stands on, from 1.
            line: usize,
        } => "unsafe/svg" Error;
        /// An SVG that does not say how large it is.
        SvgWithoutSize => "media/svg-without-size" Warning;
        /// A PDF with a lock on it.
        PdfLocked => "media/pdf-locked" Warning;
        /// A PDF without the tags that a screen reader needs.
        PdfNotTagged => "media/pdf-not-tagged" Warning;
        /// A PDF without a title of its own.
        PdfWithoutTitle => "media/pdf-without-title" Warning;
        /// A PDF that does not say in which language it is.
        PdfWithoutLanguage => "media/pdf-without-language" Warning;
        /// The drawn card of a page does not show its title: our fonts lack a letter of it.
        CardWithoutTitle {
            /// The letter.
            letter: char,
        } => "media/card-without-title" Hint;
        /// Captions that a player cannot read.
        Captions {
            /// What is wrong.
            fault: CaptionFault,
            /// The line, from 1.
            line: usize,
        } => "media/captions" Error;
    }
}

/// Why what cameras and programmes wrote cannot be taken out of a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Uncleaned {
    /// It is of a kind that is not published.
    Kind,
    /// It is not built as files of its kind are.
    Unreadable,
    /// It is locked with a password.
    Locked,
    /// A file or picture inside it, by its name or kind.
    Inside(String),
    /// A PDF that keeps who made it where it cannot be read or changed.
    Author,
    /// A photograph in a PDF that cannot be read or changed.
    Photo,
}

/// What an SVG may not hold.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum SvgDanger {
    /// An element that runs or embeds something: `script`, `foreignObject`.
    Element(String),
    /// An attribute that runs something: `onload`.
    Handler(String),
    /// An address that leads out of the file.
    Address(String),
    /// A style sheet from elsewhere, or one that is written so that it cannot be checked.
    Style,
    /// A document type or an entity.
    Doctype,
}

/// What can be wrong with captions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CaptionFault {
    /// The file does not begin with `WEBVTT`.
    NoHeader,
    /// A line of times that cannot be read.
    BadTimes,
    /// A caption that ends before it begins.
    Backwards,
    /// A caption that begins before the one above it.
    OutOfOrder,
    /// A caption that ends after the film does.
    AfterEnd,
    /// No caption at all.
    None,
}
