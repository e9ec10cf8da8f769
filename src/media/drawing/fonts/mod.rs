//! The fonts of drawings; where they come from stands in `README.md` beside them.

use std::sync::{Arc, LazyLock};

use resvg::usvg::fontdb::{Database, Family, ID, Query, Weight};
use resvg::usvg::{Font, FontFamily};

/// The family of ordinary text.
pub(super) const SANS: &str = "Public Sans";
/// The family of headings; it is bold only.
const SERIF: &str = "Source Serif 4";

const FILES: [&[u8]; 3] = [
    include_bytes!("public-sans-regular.ttf"),
    include_bytes!("public-sans-bold.ttf"),
    include_bytes!("source-serif-bold.ttf"),
];

/// All fonts there are.
pub(super) fn all() -> Arc<Database> {
    static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
        let mut fonts = Database::new();
        for file in FILES {
            fonts.load_font_data(file.to_vec());
        }
        Arc::new(fonts)
    });
    Arc::clone(&FONTS)
}

/// Our font for what a drawing asks: serif where it wants serif first, else sans.
pub(super) fn select(wanted: &Font, fonts: &mut Arc<Database>) -> Option<ID> {
    let is_serif = |family: &FontFamily| match family {
        FontFamily::Serif => Some(true),
        FontFamily::Named(name) if name == SERIF => Some(true),
        FontFamily::Named(name) if name != SANS => None,
        _ => Some(false),
    };
    let serif = wanted.families().iter().find_map(is_serif).unwrap_or(false);
    let families = [Family::Name(if serif { SERIF } else { SANS })];
    fonts.query(&Query {
        families: &families,
        weight: Weight(wanted.weight()),
        ..Query::default()
    })
}
