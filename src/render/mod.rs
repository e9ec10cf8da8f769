//! Pages, fragments and feeds, made from views; pure.

pub mod outputs;
//! Pages, fragments and feeds, made from views; pure. `leaf/` draws single things, `body/`
//! the tree of a document.

pub mod leaf;
pub mod body;
pub mod leaf;
