//! Percent-encoding of addresses (RFC 3986).

use std::borrow::Cow;

use percent_encoding::{
    AsciiSet, CONTROLS, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode,
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
        assert_eq!(decode_percent("a%20b/%C3%A9").as_deref(), Some("a b/é"));
        assert_eq!(decode_percent("%zz%"), Some("%zz%".into()));
        assert_eq!(decode_percent("%ff"), None);
    }
}
