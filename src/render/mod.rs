//! Pages, fragments and feeds, made from views; pure.

pub mod outputs;
