//! Percent-encoding of addresses (RFC 3986).

use std::borrow::Cow;

use percent_encoding::{
    AsciiSet, CONTROLS, NON_ALPHANUMERIC, percent_decode_str, percent_encode_byte,
    utf8_percent_encode,
};

/// What stands in a path as it is.
const PATH: &AsciiSet = &COMPONENT
    .remove(b'/')
    .remove(b'!')
    .remove(b'$')
    .remove(b'&')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b'+')
    .remove(b',')
    .remove(b';')
    .remove(b'=')
    .remove(b':')
    .remove(b'@');

/// What stands in the value of a query as it is: the unreserved characters.
const COMPONENT: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// What may stand nowhere in an address.
const NOWHERE: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// What stands in a fragment as it is.
const FRAGMENT: &AsciiSet = &PATH.remove(b'?');

/// What may stand in no part of an address behind its host.
const NO_PART: &AsciiSet = &NOWHERE.add(b'[').add(b']').add(b'#');

/// A path as it may stand in an address.
pub fn encode_path(path: &str) -> String {
    utf8_percent_encode(path, PATH).to_string()
}

/// A text as it may stand in a query.
pub fn encode_component(text: &str) -> String {
    utf8_percent_encode(text, COMPONENT).to_string()
}

/// A whole address as it may be sent: what is encoded already stays as it is.
pub fn encode_address(address: &str) -> Cow<'_, str> {
    utf8_percent_encode(address, NOWHERE).into()
}

/// A fragment as it may stand in an address.
pub fn encode_fragment(fragment: &str) -> String {
    utf8_percent_encode(fragment, FRAGMENT).to_string()
}

/// A path with its query, or a fragment, of a whole address: what is encoded already stays as it
/// is.
pub fn encode_part(part: &str) -> Cow<'_, str> {
    utf8_percent_encode(part, NO_PART).into()
}

/// Appends a text in which all but letters, digits, `-._~` and the characters to keep is
/// encoded. What is encoded already stays as it is.
pub fn push_encoded(out: &mut String, text: &str, keep: &str) {
    let bytes = text.as_bytes();
    for (at, byte) in bytes.iter().enumerate() {
        let is_encoded = || {
            bytes.get(at + 1..at + 3).is_some_and(|two| two.iter().all(u8::is_ascii_hexdigit))
        };
        let is_plain = byte.is_ascii_alphanumeric()
            || b"-._~".contains(byte)
            || keep.as_bytes().contains(byte);
        if is_plain || (*byte == b'%' && is_encoded()) {
            out.push(char::from(*byte));
        } else {
            out.push_str(percent_encode_byte(*byte));
        }
    }
}

/// An address decoded; `None` when the bytes are no UTF-8.
pub fn decode_percent(text: &str) -> Option<Cow<'_, str>> {
    percent_decode_str(text).decode_utf8().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_encoded_comes_back() {
        assert_eq!(encode_path("a b/é?.md"), "a%20b/%C3%A9%3F.md");
        assert_eq!(encode_component("a/b c"), "a%2Fb%20c");
        assert_eq!(
            encode_address("https://a.nl/é %20?a=b&c"),
            "https://a.nl/%C3%A9%20%20?a=b&c"
        );
        assert_eq!(encode_fragment("a?#b c"), "a?%23b%20c");
        assert_eq!(encode_part("/b c?d=[1]#%20|"), "/b%20c?d=%5B1%5D%23%20%7C");
        let mut kept = String::new();
        push_encoded(&mut kept, "é/a%20b?100%", "/");
        assert_eq!(kept, "%C3%A9/a%20b%3F100%25");
        assert_eq!(decode_percent("a%20b/%C3%A9").as_deref(), Some("a b/é"));
        assert_eq!(decode_percent("%zz%"), Some("%zz%".into()));
        assert_eq!(decode_percent("%ff"), None);
    }
}
