//! The smallest pieces of a page: the HTML writer, addresses, highlighted code, charts, maps,
//! tables and codes for telephones as finished HTML. They know nothing of documents or pages.

mod address;
mod calendar_lines;
pub mod chart;
pub mod csv;
pub mod data_table;
mod dot;
mod footer;
mod frame;
mod highlight;
mod html;
pub mod map;
pub mod qr;
pub mod social_card;
mod svg;
mod words;

pub use address::{Addresses, Opened, external};
pub use calendar_lines::CalendarLines;
pub use dot::{DOT, dotted};
pub use frame::Frame;
pub use highlight::highlight;
pub use html::Html;
pub use words::Words;
