//! Style inside drawings: what loads something, and what cannot be checked.

use crate::diag::problem::SvgDanger;

/// What a picture inside the file may be.
const INSIDE: [&str; 9] = [
    "data:image/png",
    "data:image/jpeg",
    "data:image/jpg",
    "data:image/gif",
    "data:image/webp",
    "data:font/",
    "data:application/font",
    "data:application/x-font",
    "data:application/vnd.ms-fontobject",
];

/// Ways of loading or running something that need no `url()`, and ways of hiding one.
const REFUSED: [&str; 8] = [
    "\\",
    "@import",
    "expression(",
    "-moz-binding",
    "behavior:",
    "image-set(",
    "src(",
    "image(",
];

/// Whether an address, in lower case and without spaces, stays inside the file.
pub(super) fn is_inside(address: &str) -> bool {
    let is_data = INSIDE.iter().any(|known| address.starts_with(known));
    is_data || address.is_empty() || address.starts_with('#')
}

/// Whether an attribute is style by another name, and can hold a `url()`.
pub(super) fn is_presentation(name: &str) -> bool {
    matches!(name, "fill" | "stroke" | "filter" | "mask" | "clip-path" | "cursor")
        || name.starts_with("marker")
}

/// What is wrong with a style sheet or declaration.
pub(super) fn danger(style: &str) -> Option<SvgDanger> {
    let lower = style.to_lowercase();
    let is_refused = REFUSED.iter().any(|word| lower.contains(word));
    if is_refused { Some(SvgDanger::Style) } else { outside_address(style) }
}

/// The first `url()` that leads out of the file.
pub(super) fn outside_address(style: &str) -> Option<SvgDanger> {
    let lower = style.to_ascii_lowercase();
    lower.split("url(").skip(1).find_map(|rest| {
        let address = rest.split(')').next().unwrap_or_default();
        let address =
            address.trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\''));
        let shown = || SvgDanger::Address(address.chars().take(80).collect());
        (!is_inside(address)).then(shown)
    })
}
