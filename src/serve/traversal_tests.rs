//! Nothing but the output can be reached, however a path is written.

use std::collections::BTreeSet;
use std::path::Path;

use super::tests::{get, server};

/// Ways to write "one folder up", and a slash, that some server somewhere has understood.
const UP: &[&str] = &[
    "..",
    ".%2e",
    "%2e.",
    "%2e%2e",
    "%2E%2E",
    "%252e%252e",
    "%c0%ae%c0%ae",
    "%e0%80%ae%e0%80%ae",
    "..;",
    "..%00",
    "....",
    "%uff0e%uff0e",
    "．．",
    "%ef%bc%8e%ef%bc%8e",
    "..%20",
    ".%00.",
];
const SLASH: &[&str] =
    &["/", "%2f", "%2F", "%252f", "\\", "%5c", "%255c", "%c0%af", "//", "/./", "%e2%88%95"];

fn paths() -> BTreeSet<String> {
    let mut paths = BTreeSet::new();
    for up in UP {
        for slash in SLASH {
            paths.insert(format!("/{}Cargo.toml", format!("{up}{slash}").repeat(3)));
            paths.insert(format!("/regios/{}etc/passwd", format!("{up}{slash}").repeat(8)));
        }
    }
    for whole in ["/etc/passwd", "//etc/passwd", "/file:///etc/passwd", "/%2fetc%2fpasswd"] {
        paths.insert(whole.to_owned());
        paths.insert(format!("/.{whole}"));
    }
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
    paths.insert(manifest.display().to_string());
    paths.insert(format!("/{}", manifest.display()));
    for name in ["/content/site.yaml", "/.git/config", "/.lerend/x", "/film.mp4%00.html"] {
        paths.insert(name.to_owned());
    }
    paths
}

#[test]
fn no_way_of_writing_a_path_leads_out_of_the_site() {
    let server = server();
    let paths = paths();
    assert!(paths.len() >= 100, "{}", paths.len());
    for path in paths {
        let (status, _, body) = get(&server, &path);
        assert!(status == 404 || status == 400, "{path}: {status}");
        for secret in ["[package]", "root:", "title:", "[core]"] {
            assert!(!body.contains(secret), "{path}: {body}");
        }
    }
}
