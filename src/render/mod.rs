//! Pages, fragments and feeds, made from views; pure. `leaf/` draws single things, `body/` the
//! tree of a document, `outputs/` whole files.

pub mod leaf;
pub mod body;
pub mod outputs;
