//! Addresses that lead to the computer of whoever opens them.

/// Names of a computer for itself.
const NAMES: &[&str] = &["localhost", "127.0.0.1", "[::1]", "0.0.0.0"];

/// Whether a web address leads to the computer on which it is opened, as that of a preview does.
pub fn is_own_computer(address: &str) -> bool {
    let Some((scheme, rest)) = address.split_once("://") else { return false };
    let place = rest.split(['/', '?', '#', '\\']).next().unwrap_or_default();
    let place = place.rsplit('@').next().unwrap_or_default().to_ascii_lowercase();
    let is_web = ["http", "https"].iter().any(|own| scheme.eq_ignore_ascii_case(own));
    let is_port = |rest: &str| rest.is_empty() || rest.starts_with(':');
    is_web && NAMES.iter().any(|name| place.strip_prefix(name).is_some_and(is_port))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_of_a_preview_leads_to_the_computer_itself() {
        for address in [
            "http://127.0.0.1:4000/verhalen/drenthe/",
            "http://localhost:4000/x",
            "HTTPS://Localhost",
            "http://[::1]:4000/",
            "http://a@0.0.0.0?x",
        ] {
            assert!(is_own_computer(address), "{address}");
        }
        for address in [
            "https://localhost.example/",
            "https://voorbeeld.example/http://localhost/",
            "https://127.0.0.10/",
            "mailto:a@localhost",
            "localhost:4000",
            "",
        ] {
            assert!(!is_own_computer(address), "{address}");
        }
    }
}
