//! The mail as a message that mail programs open: `mail.eml`, the same bytes every time.

use mail_builder::MessageBuilder;
use mail_builder::headers::address::Address;
use mail_builder::headers::content_type::ContentType;
use mail_builder::headers::raw::Raw;
use mail_builder::mime::MimePart;
use serde::{Deserialize, Serialize};

use crate::base::encode_component;
use crate::output::Hash;

use super::EditionView;

/// Who sends a mail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sender {
    /// The name, which may be empty.
    pub name: String,
    /// The address.
    pub address: String,
}

/// The message with both parts. It has no receiver: that is for who sends it. Day, boundary
/// and message id follow from the edition and its text, so two builds give the same bytes.
pub fn mail_eml(view: &EditionView, html: &str, text: &str) -> Vec<u8> {
    // A boundary may not occur in what it separates; a hash of that cannot.
    let boundary = format!("=_{}", Hash::of(format!("{text}\0{html}").as_bytes()).short());
    let parts = vec![
        MimePart::new(content_type("text/plain"), text).language(view.setting.lang.as_str()),
        MimePart::new(content_type("text/html"), html).language(view.setting.lang.as_str()),
    ];
    let kind = ContentType::new("multipart/alternative").attribute("boundary", boundary);
    let mut message = MessageBuilder::new()
        .subject(view.subject.as_str())
        .date(view.date.seconds())
        .message_id(message_id(view))
        // Where it is honoured the message opens as a draft.
        .header("X-Unsent", Raw::new("1"))
        .body(MimePart::new(kind, parts));
    if let Some(sender) = &view.sender {
        let name = Some(sender.name.as_str()).filter(|name| !name.is_empty());
        message = message.from(Address::new_address(name, sender.address.as_str()));
    }
    // Writing to memory cannot fail.
    message.write_to_vec().unwrap_or_default()
}

fn content_type(name: &'static str) -> ContentType<'static> {
    ContentType::new(name).attribute("charset", "utf-8")
}

/// `2021-03.nl@voorbeeld.example`
fn message_id(view: &EditionView) -> String {
    let base = view.setting.base_url.split_once("://").map_or("", |(_, rest)| rest);
    let host = base.split(['/', ':']).next().unwrap_or_default();
    let host = if host.is_ascii() && !host.is_empty() { host } else { "site.invalid" };
    format!("{}.{}@{host}", encode_component(&view.id), view.setting.lang)
}
