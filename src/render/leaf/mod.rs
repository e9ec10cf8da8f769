//! What is drawn by itself: the HTML writer, addresses, highlighted code.

mod address;
mod highlight;
mod html;

pub use address::{Addresses, Opened, external};
pub use highlight::highlight;
pub use html::Html;
