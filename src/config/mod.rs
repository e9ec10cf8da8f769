//! `content/site.yaml` → checked `Config`.

mod check;
mod editor_link;
mod settings;
mod paths;
mod read;
mod table;
mod worded;

pub use editor_link::EditorLink;
pub use paths::{Section, default_path};
pub use read::{PATH, read};
pub use settings::{Address, Config, Host, NewsletterConfig, Paste, Phase, Programme, Target};
pub use table::SITE;
pub use worded::Worded;
