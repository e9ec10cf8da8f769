//! What is drawn by itself: the HTML writer, addresses, highlighted code.

mod address;
mod highlight;
mod html;

pub use address::{Addresses, Opened, external};
pub use highlight::highlight;
pub use html::Html;
//! The smallest pieces of a page: charts, maps and tables as finished HTML. They know nothing
//! of documents or pages.

pub mod chart;
pub mod data_table;
mod footer;
mod frame;
pub mod map;
mod svg;
mod words;

pub use frame::Frame;
pub use words::Words;
