//! Answers requests, from memory.

use std::ops::Range;
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::response::Response;
use tokio::sync::watch;

use crate::diag::Language;
use crate::output::{Content, File};
use crate::vfs::Files;

use super::guard::{self, Guard};
use super::lookup::{self, Found};
use super::range::{self, Part};
use super::reload::{self, Shown};
use super::{content_type, desk, page, policy};

const HTML: &str = "text/html; charset=utf-8";
const TEXT: &str = "text/plain; charset=utf-8";

/// What every answer needs.
pub(super) struct App {
    pub guard: Guard,
    pub language: Language,
    pub files: Arc<dyn Files + Send + Sync>,
    pub shown: watch::Receiver<Arc<Shown>>,
}

/// The service.
pub(super) fn router(app: App) -> Router {
    Router::new().fallback(answer).with_state(Arc::new(app))
}

async fn answer(State(app): State<Arc<App>>, request: Request) -> Response {
    let mut response = app.respond(&request.into_parts().0).await;
    let headers = response.headers_mut();
    let always = [
        (header::CACHE_CONTROL, "no-store"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    for (name, value) in always {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

impl App {
    async fn respond(&self, request: &Parts) -> Response {
        let headers = &request.headers;
        let host = text_of(headers, &header::HOST);
        if !self.guard.admits(host) {
            return plain(StatusCode::FORBIDDEN, "403\n");
        }
        if !matches!(request.method, Method::GET | Method::HEAD) {
            return plain(StatusCode::METHOD_NOT_ALLOWED, "405\n");
        }
        let path = request.uri.path();
        if path.starts_with("/_lerend/") {
            let origin = text_of(headers, &header::ORIGIN);
            let site = text_of(headers, &HeaderName::from_static("sec-fetch-site"));
            if !guard::is_own(host.unwrap_or_default(), origin, site) {
                return plain(StatusCode::FORBIDDEN, "403\n");
            }
            return self.own(path, request.uri.query()).await;
        }
        let shown = Arc::clone(&self.shown.borrow());
        let Some(output) = &shown.output else {
            let html = page::no_site(&shown.errors, self.language);
            let html =
                reload::with_script(html.as_bytes(), &shown.version(), Some(shown.build));
            return answered(StatusCode::SERVICE_UNAVAILABLE, HTML, html);
        };
        let found = match (lookup::find(output, path), &shown.beside) {
            (Found::Nothing, Some(beside)) => lookup::find(beside, path),
            (found, _) => found,
        };
        match found {
            Found::File(path, file) => {
                under_policy(self.file(&shown, path, file, headers).await, &shown, path)
            }
            Found::Folder(address) => redirect(&address, request.uri.query()),
            Found::Nothing => match output.get("404.html") {
                Some((path, file)) => {
                    let mut response = self.file(&shown, path.as_str(), file, headers).await;
                    response = under_policy(response, &shown, path.as_str());
                    *response.status_mut() = StatusCode::NOT_FOUND;
                    response
                }
                None => plain(StatusCode::NOT_FOUND, page::nothing(self.language)),
            },
        }
    }

    /// What belongs to the server and not to the site.
    async fn own(&self, path: &str, query: Option<&str>) -> Response {
        let shown = Arc::clone(&self.shown.borrow());
        match path {
            reload::EVENTS => reload::events(self.shown.clone()),
            reload::SCRIPT => {
                answered(StatusCode::OK, content_type::of(path), reload::SCRIPT_TEXT)
            }
            reload::PROBLEMS if !shown.has_errors() => {
                answered(StatusCode::NO_CONTENT, HTML, "")
            }
            reload::PROBLEMS => {
                answered(StatusCode::OK, HTML, page::overlay(&shown.errors, self.language))
            }
            page::DESK => self.desk(shown, query.map(str::to_owned)).await,
            "/_lerend/desk.css" => {
                answered(StatusCode::OK, content_type::of(path), desk::STYLE)
            }
            _ => plain(StatusCode::NOT_FOUND, page::nothing(self.language)),
        }
    }

    /// What asks for attention. That of a large site takes a while to put into words, and other
    /// pages do not wait for it.
    async fn desk(&self, shown: Arc<Shown>, query: Option<String>) -> Response {
        let language = self.language;
        let made = tokio::task::spawn_blocking(move || {
            let items: Vec<_> = shown.errors.iter().chain(shown.notices.all()).collect();
            let html = desk::page(&items, query.as_deref(), language);
            reload::with_script(html.as_bytes(), &shown.version(), Some(shown.build))
        });
        match made.await {
            Ok(html) => answered(StatusCode::OK, HTML, html),
            Err(_) => plain(StatusCode::INTERNAL_SERVER_ERROR, "500\n"),
        }
    }

    async fn file(
        &self,
        shown: &Shown,
        path: &str,
        file: &File,
        headers: &HeaderMap,
    ) -> Response {
        let kind = content_type::of(path);
        let asked = text_of(headers, &header::RANGE);
        if let Some(response) = self.part_on_disk(kind, file, asked).await {
            return response;
        }
        let Some(bytes) = self.bytes(file).await else {
            return plain(StatusCode::NOT_FOUND, page::nothing(self.language));
        };
        // A page that a script fetches or that stands in a frame stays as it is: it may be
        // there to be copied.
        let goes_to = text_of(headers, &HeaderName::from_static("sec-fetch-dest"));
        if kind == HTML && goes_to.is_none_or(|to| to == "document") {
            let html = reload::with_script(&bytes, &shown.version(), None);
            return answered(StatusCode::OK, kind, html);
        }
        match range::part(asked, bytes.len()) {
            Part::Whole => {
                let mut response = answered(StatusCode::OK, kind, bytes);
                let value = HeaderValue::from_static("bytes");
                response.headers_mut().insert(header::ACCEPT_RANGES, value);
                response
            }
            Part::Bytes(range) => {
                partial(kind, &range, bytes.len(), bytes.slice(range.clone()))
            }
            Part::Beyond => {
                let mut response = plain(StatusCode::RANGE_NOT_SATISFIABLE, "416\n");
                let place = format!("bytes */{}", bytes.len());
                set(&mut response, header::CONTENT_RANGE, &place);
                response
            }
        }
    }

    /// A part of a file that stands on disk: of a film that is wound on, nothing else is read.
    async fn part_on_disk(
        &self,
        kind: &'static str,
        file: &File,
        asked: Option<&str>,
    ) -> Option<Response> {
        let Content::Copy(source, _) = &file.content else { return None };
        let size = usize::try_from(file.facts.bytes).ok()?;
        let Part::Bytes(range) = range::part(asked, size) else { return None };
        let (files, source, part) = (Arc::clone(&self.files), source.clone(), range.clone());
        let read = tokio::task::spawn_blocking(move || files.read_part(&source, part)).await;
        let bytes = read.ok()?.ok()??;
        // A file that became shorter meanwhile is looked at whole.
        (bytes.len() == range.len())
            .then(|| partial(kind, &range, size, Bytes::from_owner(bytes)))
    }

    async fn bytes(&self, file: &File) -> Option<Bytes> {
        match &file.content {
            Content::Bytes(_) | Content::Squeezed(_) | Content::Kept(_) => {
                file.content.bytes().map(Bytes::from_owner)
            }
            Content::Copy(source, _) => {
                let (files, source) = (Arc::clone(&self.files), source.clone());
                let read = tokio::task::spawn_blocking(move || files.read(&source)).await;
                read.ok()?.ok()?.map(Bytes::from_owner)
            }
            Content::Later(own) => {
                let own = own.clone();
                let made = tokio::task::spawn_blocking(move || own.bytes()).await;
                made.ok().map(Bytes::from_owner)
            }
        }
    }
}

fn text_of<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    // A header that is no text counts as one that fits nothing, not as one that is missing.
    headers.get(name).map(|value| value.to_str().unwrap_or("?"))
}

fn redirect(address: &str, query: Option<&str>) -> Response {
    let mut response = answered(StatusCode::FOUND, TEXT, "");
    let query = query.map(|query| format!("?{query}")).unwrap_or_default();
    set(&mut response, header::LOCATION, &format!("{address}{query}"));
    response
}

fn plain(status: StatusCode, text: &'static str) -> Response {
    answered(status, TEXT, text)
}

/// The answer with a file, under the policy that it has on the host: what a browser refuses there, it
/// refuses here.
fn under_policy(mut response: Response, shown: &Shown, path: &str) -> Response {
    let rules = shown.output.as_ref().and_then(|own| own.get(policy::FILE));
    let rules = rules.and_then(|(_, file)| file.content.bytes());
    let rules = rules.as_ref().and_then(|own| std::str::from_utf8(own.as_ref()).ok());
    if let Some(policy) = rules.and_then(|rules| policy::of(rules, path)) {
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    response
}

fn answered(status: StatusCode, kind: &'static str, body: impl Into<Body>) -> Response {
    let mut response = Response::new(body.into());
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    response
}

fn partial(kind: &'static str, range: &Range<usize>, size: usize, bytes: Bytes) -> Response {
    let mut response = answered(StatusCode::PARTIAL_CONTENT, kind, bytes);
    let place = format!("bytes {}-{}/{size}", range.start, range.end - 1);
    set(&mut response, header::CONTENT_RANGE, &place);
    response
}

fn set(response: &mut Response, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(name, value);
    }
}
