//! Who may look: pages of other sites that reach this server through the reader's browser
//! are refused.

use std::net::IpAddr;

/// Which names this server answers to.
#[derive(Debug, Clone)]
pub(super) struct Guard {
    host: String,
    /// Listening on every address of the machine, so that any of its numbers may be used. A
    /// number, unlike a name, cannot be pointed here by somebody else.
    any_number: bool,
}

impl Guard {
    /// The guard of a server that was asked to listen on this host.
    pub(super) fn new(host: &str) -> Self {
        let host = bare(host);
        let any_number = host.parse::<IpAddr>().is_ok_and(|number| number.is_unspecified());
        Self { host, any_number }
    }

    /// Whether a request with this `Host` header may be answered.
    pub(super) fn admits(&self, host: Option<&str>) -> bool {
        let Some(name) = host.and_then(without_port) else { return false };
        matches!(name.as_str(), "localhost" | "127.0.0.1" | "::1")
            || name == self.host
            || (self.any_number && name.parse::<IpAddr>().is_ok())
    }
}

/// Whether a request comes from a page of this server itself, or from the address bar.
pub(super) fn is_own(host: &str, origin: Option<&str>, fetch_site: Option<&str>) -> bool {
    let own = format!("http://{host}");
    origin.is_none_or(|origin| origin.eq_ignore_ascii_case(&own))
        && fetch_site.is_none_or(|site| matches!(site, "same-origin" | "none"))
}

/// A host name without its port, in lower case, an IPv6 number without its brackets.
fn without_port(host: &str) -> Option<String> {
    let is_port = |port: &str| port.bytes().all(|byte| byte.is_ascii_digit());
    let name = if host.starts_with('[') {
        let (name, rest) = host.split_once(']')?;
        let port = rest.strip_prefix(':').unwrap_or(rest);
        is_port(port).then_some(name)?
    } else {
        let (name, port) = host.split_once(':').unwrap_or((host, ""));
        is_port(port).then_some(name)?
    };
    Some(bare(name))
}

fn bare(name: &str) -> String {
    name.trim_start_matches('[').trim_end_matches(']').to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_this_machine_are_answered() {
        let guard = Guard::new("127.0.0.1");
        for host in ["localhost", "LOCALHOST:4000", "127.0.0.1:4000", "[::1]:4000", "[::1]"] {
            assert!(guard.admits(Some(host)), "{host}");
        }
        let others = [
            "evil.example",
            "localhost.evil.example",
            "127.0.0.1.evil.example:4000",
            "localhost:4000@evil.example",
            "localhost:x",
            "192.168.1.5",
            "[::2]",
            "[::1",
            "",
        ];
        for host in others {
            assert!(!guard.admits(Some(host)), "{host}");
        }
        assert!(!guard.admits(None));
    }

    #[test]
    fn a_host_that_was_asked_for_is_answered() {
        assert!(Guard::new("werkplek.local").admits(Some("werkplek.local:4000")));
        assert!(Guard::new("0.0.0.0").admits(Some("192.168.1.5:4000")));
        assert!(Guard::new("[::]").admits(Some("[fe80::1]:4000")));
        assert!(!Guard::new("0.0.0.0").admits(Some("evil.example")));
    }

    #[test]
    fn only_own_pages_hear_of_reloads() {
        let host = "localhost:4000";
        assert!(is_own(host, None, None));
        assert!(is_own(host, Some("http://localhost:4000"), Some("same-origin")));
        assert!(!is_own(host, Some("http://localhost:3000"), None));
        assert!(!is_own(host, Some("https://evil.example"), Some("cross-site")));
        assert!(!is_own(host, Some("null"), None));
        assert!(!is_own(host, None, Some("cross-site")));
        assert!(!is_own(host, None, Some("same-site")));
    }
}
