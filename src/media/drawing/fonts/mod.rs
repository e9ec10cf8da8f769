//! The fonts of drawings; where they come from stands in `README.md` beside them.

use std::sync::{Arc, LazyLock};

use resvg::usvg::fontdb::{Database, Family, ID, Query, Weight};
use resvg::usvg::{Font, FontFamily};

/// The family of ordinary text.
pub(super) const SANS: &str = "Public Sans";
/// The family of headings; it is bold only.
const SERIF: &str = "Source Serif 4";

/// A font of flat drawings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Face {
    /// Ordinary text.
    Sans,
    /// The same, bold.
    SansBold,
    /// Headings.
    Serif,
}

impl Face {
    /// Every font there is.
    pub(super) const ALL: [Self; 3] = [Self::Sans, Self::SansBold, Self::Serif];

    /// Its file.
    pub(super) fn file(self) -> &'static [u8] {
        match self {
            Self::Sans => include_bytes!("public-sans-regular.ttf"),
            Self::SansBold => include_bytes!("public-sans-bold.ttf"),
            Self::Serif => include_bytes!("source-serif-bold.ttf"),
        }
    }
}

/// All fonts there are.
pub(super) fn all() -> Arc<Database> {
    static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
        let mut fonts = Database::new();
        for face in Face::ALL {
            fonts.load_font_data(face.file().to_vec());
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
