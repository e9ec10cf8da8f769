//! English words for the area `media`.

use crate::diag::Words;
use crate::diag::problem::{CaptionFault, Media, SvgDanger, Uncleaned};

pub(in crate::diag::text) fn media(problem: &Media) -> Words {
    match problem {
        Media::NotCleaned { why } => not_cleaned(why),
        Media::EmptyFile => Words::new("this file is empty: it has 0 bytes")
            .help("copy the file here again, or remove it"),
        Media::Misnamed { extension, actual: None, .. } => {
            Words::new(format!("this file is called `.{extension}`, but its content is something else"))
                .help(format!("put the right file here, or open this one in a program and save it again as `.{extension}`"))
        }
        Media::NotFetched => Words::new("the file itself is not here: what is here is a pointer of Git LFS")
            .help("fetch it with `git lfs pull`, and switch that on at a build service too"),
        Media::Misnamed { extension, actual: Some(actual), better } => {
            Words::new(format!("this file is called `.{extension}`, but its content is {actual}"))
                .help(match better {
                    Some(better) => format!("give it the ending `.{better}`, or save it again as `.{extension}`"),
                    None => format!("open it in a program and save it again as `.{extension}`"),
                })
        }
        Media::Truncated => Words::new("this file is not complete: its end is missing")
            .help("copy the file here again; copying was probably interrupted"),
        Media::Damaged { detail } => Words::new("this file is damaged and cannot be read")
            .help(format!("open it in a program and save it again ({detail})")),
        Media::Unsupported { what, instead } => {
            Words::new(format!("a file of this kind cannot be on the site: {what}"))
                .help(format!("save it as {}", instead.join(" or ")))
        }
        Media::TooManyPixels { width, height, side } => Words::new(format!(
            "this picture is too large: {width} by {height} pixels; a side has at most {side} pixels, and together at most 100 million"
        ))
        .help("make the picture smaller; 2400 pixels wide is enough for the site"),
        Media::Animated => Words::new("this picture is animated; the site shows only its first image")
            .help("make a film of it if the movement matters"),
        Media::PrintColours => Words::new("this picture is in colours for printing (CMYK); on a screen they look different")
            .help("save it as RGB (sRGB)"),
        Media::SixteenBit => Words::new("this picture has 16 bits for each colour; the site shows 8")
            .help("save it with 8 bits for each colour; the file becomes half as large"),
        Media::UnsafeSvg { danger, line } => unsafe_svg(danger, *line),
        Media::SvgWithoutSize => Words::new("this SVG does not say how large it is")
            .help("give the `svg` element a `viewBox`, such as `viewBox=\"0 0 400 300\"`"),
        Media::PdfLocked => Words::new("this PDF is protected; not everyone can read it or have it read aloud, and who made it stays in it")
            .help("save the PDF without a password and without restrictions"),
        Media::PdfNotTagged => Words::new("this PDF has no tags for headings and paragraphs; a screen reader can do little with it")
            .help("make the PDF again from the original document, with the accessibility setting on"),
        Media::PdfWithoutTitle => Words::new("this PDF has no title of its own")
            .help("fill in the title in the properties of the document, and save the PDF again"),
        Media::PdfWithoutLanguage => Words::new("this PDF does not say in which language it is; a screen reader may read it wrongly")
            .help("set the language in the original document, and make the PDF again"),
        Media::CardWithoutTitle { letter } => Words::new(format!("the picture that goes with a link to this page does not show its title: our font has no `{letter}`"))
            .help("give the page a picture (`image`): that goes with the link then"),
        Media::Captions { fault, line } => captions(*fault, *line),
    }
}

fn not_cleaned(why: &Uncleaned) -> Words {
    let (what, help) = match why {
        Uncleaned::Kind => (
            "a file of this kind cannot be cleaned".to_owned(),
            "save it as a file of another kind",
        ),
        Uncleaned::Unreadable => (
            "the file cannot be read properly".to_owned(),
            "open it in a program and save it again, or export it as a new file",
        ),
        Uncleaned::Locked => {
            ("it has a password".to_owned(), "save the file without a password")
        }
        Uncleaned::Inside(name) => (
            format!("this is in it and cannot be cleaned: `{name}`"),
            "take that out, or put it in as JPEG or PNG, and save the file again",
        ),
        Uncleaned::Author => (
            "who made it is in a part of the PDF that cannot be read or changed".to_owned(),
            "make the PDF again from the original document, or print it to a new PDF",
        ),
        Uncleaned::Photo => (
            "there is a photo in the PDF that cannot be read or changed".to_owned(),
            "put the photo into the original document as a plain JPEG, and make the PDF again",
        ),
    };
    Words::new(format!(
        "what cameras and programs wrote into this file cannot be taken out, so it does not go on the site: {what}"
    ))
    .help(help)
}

fn unsafe_svg(danger: &SvgDanger, line: usize) -> Words {
    let what = match danger {
        SvgDanger::Element(name) => format!("the element `{name}`"),
        SvgDanger::Handler(name) => format!("the attribute `{name}`, which runs code"),
        SvgDanger::Address(address) => format!("an address outside the file: `{address}`"),
        SvgDanger::Style => {
            "style that loads something from elsewhere or cannot be checked".to_owned()
        }
        SvgDanger::Doctype => "a `DOCTYPE` or an entity of its own".to_owned(),
    };
    Words::new(format!("this SVG is not safe: line {line} has {what}"))
        .help("remove this from the SVG, or save it again as ‘plain’ or ‘optimised’ SVG")
}

fn captions(fault: CaptionFault, line: usize) -> Words {
    match fault {
        CaptionFault::NoHeader => Words::new("these captions do not begin with `WEBVTT`")
            .help("put `WEBVTT` on the first line, and an empty line below it"),
        CaptionFault::BadTimes => Words::new(format!(
            "the times of the caption on line {line} cannot be read"
        ))
        .help("write them as `00:01.000 --> 00:04.000`, with a point before the thousandths"),
        CaptionFault::Backwards => {
            Words::new(format!("the caption on line {line} ends before it begins"))
                .help("put the second time after the first")
        }
        CaptionFault::OutOfOrder => {
            Words::new(format!("the caption on line {line} begins before the caption above it"))
                .help("put the captions in the order of their times")
        }
        CaptionFault::AfterEnd => {
            Words::new(format!("the caption on line {line} comes after the end of the film"))
                .help("check whether these captions belong to this film")
        }
        CaptionFault::None => Words::new("there is not a single caption in this file")
            .help("add the captions, or remove the file"),
    }
}
