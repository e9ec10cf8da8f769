//! Media files: what they say of themselves, pictures derived from them, and copies without
//! what cameras and programmes wrote. The only user of `image`, `resvg` and the encoders.

mod avif;
mod boxes;
mod bytes;
mod clean;
mod derive;
mod drawing;
mod encoding;
mod jpeg;
mod notice;
mod pdf;
mod png;
mod probe;
mod reference;
mod stamp;
mod tiff;

pub use clean::clean;
pub use derive::{Focus, Shape, Wanted, blank, derive, scaled_height};
pub use drawing::{
    Colours, Face, FlatDrawing, Ink, Letters, Line, Patch, Raster, rasterise, writable,
};
pub use encoding::Encoding;
pub use notice::{Notice, with_notice};
pub use probe::{Captions, Facts, PdfFacts, PictureFacts, Said, Tagged, captions, probe, said};
pub use stamp::stamp;
