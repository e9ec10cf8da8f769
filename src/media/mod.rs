//! Media files: what they say of themselves, and pictures derived from them. The only user of
//! `image` and `resvg`.

mod bytes;
mod derive;
mod drawing;
mod encoding;
mod png;
mod probe;

pub use derive::{Derived, Plan, derive};
pub use drawing::{Raster, rasterise};
pub use encoding::Encoding;
pub use png::strip_png;
pub use probe::{Captions, Facts, PdfFacts, PictureFacts, Tagged, captions, probe};
