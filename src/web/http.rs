//! Asking over HTTP; the only user of `ureq`.

use std::borrow::Cow;
use std::fmt;
use std::time::Duration;

use rustls_native_certs::load_native_certs;
use ureq::http::{Method, Request, StatusCode, header};
use ureq::tls::{Certificate, RootCerts, TlsConfig};
use ureq::{Agent, Error};

use super::redirect::target;
use super::{Answer, Reply, Web};
use crate::base::encode_address;
use crate::diag::problem::Doubt;

/// A host that takes longer than this is too slow for a reader, too.
const PATIENCE: Duration = Duration::from_secs(20);
/// With more redirects than this a browser gives up as well.
const MOST_REDIRECTS: usize = 10;

/// Asks hosts as a browser would, without reading what they send. Proxies come from the
/// surroundings (`HTTPS_PROXY` and the like).
pub struct Http {
    agent: Agent,
}

impl fmt::Debug for Http {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Http").finish_non_exhaustive()
    }
}

impl Default for Http {
    fn default() -> Self {
        let config = Agent::config_builder()
            .user_agent(concat!("lerend/", env!("CARGO_PKG_VERSION"), " (link check)"))
            .timeout_global(Some(PATIENCE))
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .tls_config(TlsConfig::builder().root_certs(root_certificates()).build());
        Self { agent: config.build().new_agent() }
    }
}

/// Those that the machine trusts, such as the one of an organisation's own proxy; the usual
/// ones where it has none.
fn root_certificates() -> RootCerts {
    let own = load_native_certs().certs;
    if own.is_empty() {
        return RootCerts::WebPki;
    }
    let owned = |der: &[u8]| Certificate::from_der(der).to_owned();
    RootCerts::new_with_certs(&own.iter().map(|der| owned(der)).collect::<Vec<_>>())
}

impl Web for Http {
    fn reply(&self, address: &str) -> Reply {
        let mut at = without_fragment(address).to_owned();
        // The address it has now, as long as every step there was for good.
        let mut moved: Option<String> = None;
        let mut is_for_good = true;
        for step in 0..=MOST_REDIRECTS {
            let is_of_asked = step == 0;
            let head = match self.head(&at) {
                Ok(head) => head,
                Err(answer) => return Reply { answer, is_of_asked },
            };
            let Some(location) = head.location.filter(|_| head.status.is_redirection()) else {
                let moved = moved.filter(|own| own != without_fragment(address));
                return Reply { answer: judged(head.status, moved), is_of_asked };
            };
            at = without_fragment(&target(&at, &location)).into();
            is_for_good &= matches!(
                head.status,
                StatusCode::MOVED_PERMANENTLY | StatusCode::PERMANENT_REDIRECT
            );
            if is_for_good {
                moved = Some(at.clone());
            }
        }
        Reply { answer: Answer::Unsure(Doubt::Redirects), is_of_asked: true }
    }
}

/// What a host sends before the page itself.
struct Head {
    status: StatusCode,
    location: Option<String>,
}

impl Http {
    /// Asks for the head of a page; for the page where a host knows no heads.
    fn head(&self, address: &str) -> Result<Head, Answer> {
        let head = self.request(Method::HEAD, address)?;
        let is_told = head.status.is_success()
            || head.status.is_redirection()
            || is_patience_asked(head.status);
        if is_told {
            return Ok(head);
        }
        self.request(Method::GET, address)
    }

    fn request(&self, method: Method, address: &str) -> Result<Head, Answer> {
        let request = Request::builder()
            .method(method)
            .uri(encode_address(address).as_ref())
            .header(header::ACCEPT, "text/html,application/xhtml+xml,*/*;q=0.8")
            .body(());
        let request = request.map_err(|_| Answer::Unsure(Doubt::Other))?;
        let response = self.agent.run(request).map_err(|error| failed(&error))?;
        let location = response.headers().get(header::LOCATION);
        let location = location.map(|own| String::from_utf8_lossy(own.as_bytes()));
        Ok(Head { status: response.status(), location: location.map(Cow::into_owned) })
    }
}

/// Whether a host wants to be left alone for a while.
fn is_patience_asked(status: StatusCode) -> bool {
    matches!(status, StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE)
}

fn without_fragment(address: &str) -> &str {
    address.split('#').next().unwrap_or_default()
}

/// What a status means to a reader.
fn judged(status: StatusCode, moved: Option<String>) -> Answer {
    match status {
        StatusCode::NOT_FOUND | StatusCode::GONE => Answer::Gone(status.as_u16()),
        _ if status.is_success() => moved.map_or(Answer::Found, Answer::Moved),
        _ => Answer::Unsure(Doubt::Status(status.as_u16())),
    }
}

/// What it means that nothing came back.
fn failed(error: &Error) -> Answer {
    match error {
        Error::HostNotFound => Answer::NoHost,
        Error::Io(own) if is_of_name(own) => Answer::NoHost,
        Error::Timeout(_) => Answer::Unsure(Doubt::TooSlow),
        Error::Rustls(_) | Error::Tls(_) => Answer::Unsure(Doubt::Certificate),
        Error::ConnectionFailed => Answer::Unsure(Doubt::NoConnection),
        Error::Io(own) => Answer::Unsure(of_system(own)),
        _ => Answer::Unsure(Doubt::Other),
    }
}

fn of_system(error: &std::io::Error) -> Doubt {
    use std::io::ErrorKind as Kind;
    match error.kind() {
        // What is wrong with a certificate comes as this kind.
        Kind::InvalidData => Doubt::Certificate,
        Kind::TimedOut | Kind::WouldBlock => Doubt::TooSlow,
        _ => Doubt::NoConnection,
    }
}

/// Whether a name is unknown, as against a connection that fails: the library has no kind for it.
fn is_of_name(error: &std::io::Error) -> bool {
    let said = error.to_string();
    said.contains("failed to lookup address") && !said.contains("Temporary")
}
