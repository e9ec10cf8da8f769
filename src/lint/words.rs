//! Words of links and pictures that say nothing.

use crate::base::Lang;
use crate::diag::problem::Prose;

const VAGUE_NL: &[&str] = &[
    "hier",
    "klik hier",
    "klik",
    "lees meer",
    "lees verder",
    "lees hier meer",
    "meer",
    "meer info",
    "meer informatie",
    "deze link",
    "link",
    "deze pagina",
    "via deze link",
    "download",
    "ga verder",
];
const VAGUE_EN: &[&str] = &[
    "here",
    "click here",
    "click",
    "read more",
    "more",
    "more info",
    "more information",
    "this link",
    "link",
    "this page",
    "learn more",
    "download",
    "go",
];
const PICTURE_NL: &[&str] =
    &["foto van", "afbeelding van", "plaatje van", "beeld van", "illustratie van"];
const PICTURE_EN: &[&str] = &["photo of", "image of", "picture of", "illustration of"];
const ENDINGS: &[&str] = &[".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".avif"];

/// In what way the words of a link say nothing.
pub(super) enum Vague {
    /// They would fit any link.
    Words,
    /// They are the address.
    Address,
}

fn pick<'a>(lang: &Lang, nl: &'a [&'a str], en: &'a [&'a str]) -> &'a [&'a str] {
    match lang.primary() {
        "nl" => nl,
        "en" => en,
        _ => &[],
    }
}

/// What is wrong with the words of a link.
pub(super) fn link(words: &str, lang: &Lang) -> Option<Vague> {
    let plain = words.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let is_address = ["http://", "https://", "www."].iter().any(|own| plain.starts_with(own));
    if is_address && !plain.contains(char::is_whitespace) {
        return Some(Vague::Address);
    }
    pick(lang, VAGUE_NL, VAGUE_EN).contains(&plain.as_str()).then_some(Vague::Words)
}

/// What is wrong with an alternative text.
pub(super) fn alt(alt: &str, lang: &Lang) -> Option<Prose> {
    let plain = alt.trim().to_lowercase();
    let is_file = !plain.contains(char::is_whitespace)
        && ENDINGS.iter().any(|ending| plain.ends_with(ending));
    if is_file {
        return Some(Prose::AltFileName);
    }
    let start = pick(lang, PICTURE_NL, PICTURE_EN)
        .iter()
        .find(|own| plain.strip_prefix(**own).is_some_and(|rest| rest.starts_with(' ')));
    start.map(|words| Prose::AltPictureOf { words: (*words).to_owned() })
}
