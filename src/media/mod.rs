//! Media files: what they say of themselves, and pictures derived from them. The only user of
//! `image`.

mod bytes;
mod derive;
mod encoding;
mod png;
mod probe;

pub use derive::{Derived, Plan, derive};
pub use encoding::Encoding;
pub use png::strip_png;
pub use probe::{Captions, Facts, PdfFacts, PictureFacts, Tagged, captions, probe};
