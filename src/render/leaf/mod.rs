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
