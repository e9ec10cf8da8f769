//! What servers of one's own read. That real ones take it was tried with nginx 1.22 and Apache httpd 2.4.

use super::headers::{Rule, escaped};
use super::tests::{FILES, made};
use crate::render::outputs::trial::Trial;

fn files(host: &str) -> Vec<(String, String)> {
    let mut files = FILES.map(|(path, text)| (path, text.to_owned()));
    if let Some((_, site)) = files.iter_mut().find(|(path, _)| path.ends_with("site.yaml")) {
        site.extend(["host: ", host, "\n"]);
    }
    let files: Vec<(&str, &str)> =
        files.iter().map(|(path, text)| (*path, text.as_str())).collect();
    made(&Trial::of(&files))
}

fn file(host: &str, name: &str) -> Option<String> {
    files(host).into_iter().find(|(path, _)| path == name).map(|(_, text)| text)
}

#[test]
fn each_server_gets_its_own_file_and_hosts_get_none() {
    let names = [".htaccess", "_nginx.conf"];
    let has = |host: &str| names.map(|name| file(host, name).is_some());
    assert_eq!(has("apache"), [true, false]);
    assert_eq!(has("nginx"), [false, true]);
    for host in ["netlify", "cloudflare", "github", "gitlab", "azure"] {
        assert_eq!(has(host), [false, false], "{host}");
    }
}

#[test]
fn apache_sets_headers_by_place_and_sends_old_addresses_on() {
    let text = file("apache", ".htaccess").unwrap();
    assert!(text.starts_with("ErrorDocument 404 /pow/404.html\n<IfModule mod_headers.c>\n"));
    let strict = "\n  Header always set Content-Security-Policy \"default-src 'none'; img-src 'self'; style";
    assert!(text.contains(strict), "{text}");
    let mail = "  <If \"%{REQUEST_URI} =~ m#^/pow/nieuwsbrieven/[^/]+/(?!index\\.html$)[^/]+$#\">\n  \
        Header always set Content-Security-Policy \"default-src 'none'; img-src 'self' https:;";
    assert!(text.contains(mail), "{text}");
    // That a file is not there is not remembered.
    assert!(
        text.contains("\n  Header set Cache-Control \"public, max-age=31536000, immutable\"")
    );
    let moved = "  RedirectMatch 301 \"^/pow/oud/samen\\ één/$\" \"/pow/verhalen/samen/\"\n";
    assert!(text.contains(moved), "{text}");
}

#[test]
fn every_place_of_nginx_names_all_headers() {
    let text = file("nginx", "_nginx.conf").unwrap();
    let start =
        "error_page 404 \"/pow/404.html\";\nadd_header Content-Security-Policy \"default-src";
    assert!(text.contains(start), "{text}");
    let places = text.split("\nlocation ~ ").skip(1).filter(|own| own.contains("add_header"));
    assert!(places.clone().count() > 8);
    let once =
        |place: &str, name: &str| place.matches(&format!("add_header {name} ")).count() == 1;
    for name in ["Content-Security-Policy", "X-Content-Type-Options", "Permissions-Policy"] {
        assert!(places.clone().all(|place| once(place, name)), "{name}");
    }
    let moved =
        "location ~ \"^/pow/oud/samen\\ één/$\" { return 301 \"/pow/verhalen/samen/\"; }\n";
    assert!(text.contains(moved), "{text}");
    assert!(text.find(moved) < text.find("(?!index"));
    assert!(text.ends_with("location = \"/pow/_nginx.conf\" { return 404; }\n"));
}

#[test]
fn a_rule_fits_what_a_host_with_placeholders_would_take() {
    let pattern = |path: &str| Rule { path: path.to_owned(), headers: Vec::new() }.pattern();
    assert_eq!(pattern("/a.b/*"), r"^/a\.b/.*$");
    assert_eq!(pattern("/kopieren/:page/"), r"^/kopieren/[^/]+/(?:index\.html)?$");
    // The page of a folder is none of the files in it.
    assert_eq!(pattern("/brief/:edition/:file"), r"^/brief/[^/]+/(?!index\.html$)[^/]+$");
    assert_eq!(escaped("oud/één (1).html"), r"oud/één\ \(1\)\.html");
    assert_eq!(escaped("$x\""), r#"\$x\""#);
}
