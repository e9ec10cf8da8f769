//! Addresses that lead to the computer of whoever opens them.

/// Names of a computer for itself.
const NAMES: &[&str] = &["localhost", "127.0.0.1", "[::1]", "0.0.0.0"];

/// The port of a preview, unless another is asked for.
pub const PREVIEW_PORT: u16 = 4000;

/// Whether a web address leads to the computer on which it is opened.
pub fn is_own_computer(address: &str) -> bool {
    behind_name(address).is_some()
}

/// Whether a web address is that of a preview. What else runs on somebody's own computer may be
/// what a manual is about.
pub fn is_preview(address: &str) -> bool {
    let port = behind_name(address).and_then(|port| port.strip_prefix(':')?.parse().ok());
    port == Some(PREVIEW_PORT)
}

/// The port with its colon, where the address leads to the own computer.
fn behind_name(address: &str) -> Option<String> {
    let (scheme, rest) = address.split_once("://")?;
    let place = rest.split(['/', '?', '#', '\\']).next().unwrap_or_default();
    let place = place.rsplit('@').next().unwrap_or_default().to_ascii_lowercase();
    let is_web = ["http", "https"].iter().any(|own| scheme.eq_ignore_ascii_case(own));
    let is_port = |rest: &str| rest.is_empty() || rest.starts_with(':');
    let behind =
        NAMES.iter().find_map(|name| place.strip_prefix(name).filter(|own| is_port(own)));
    behind.filter(|_| is_web).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_leads_to_the_computer_itself_is_known() {
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

    #[test]
    fn only_the_port_tells_a_preview() {
        for address in ["http://127.0.0.1:4000/verhalen/", "http://LOCALHOST:4000"] {
            assert!(is_preview(address), "{address}");
        }
        for address in ["http://localhost/", "http://localhost:8080/", "http://a.example:4000/"]
        {
            assert!(!is_preview(address), "{address}");
        }
    }
}
