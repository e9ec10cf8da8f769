//! The words in English, one file per area.

mod data;
mod evidence;
mod field;
mod host;
mod import;
mod misuse;
mod link;
mod markdown;
mod media;
mod newsletter;
mod output;
mod prose;
mod rights;
mod site;
mod theme;
mod translation;
mod tree;
mod yaml;

pub(super) use data::data;
pub(super) use evidence::evidence;
pub(super) use field::field;
pub(super) use host::host;
pub(super) use import::import;
pub(super) use link::link;
pub(super) use markdown::markdown;
pub(super) use media::media;
pub(super) use newsletter::newsletter;
pub(super) use output::output;
pub(super) use prose::prose;
pub(super) use rights::rights;
pub(super) use site::site;
pub(super) use theme::theme;
pub(super) use translation::translation;
pub(super) use tree::tree;
pub(super) use yaml::yaml;
