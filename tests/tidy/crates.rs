//! A foreign crate has one place, so that it can be replaced there.

use super::{no_breach, program, source};

/// Where each crate may be used; the start of a path below `src/`.
const PLACES: &[(&str, &[&str])] = &[
    ("aho_corasick", &["catalog/glossary"]),
    ("axum", &["serve/"]),
    ("blake3", &["diag/draw/", "output/", "store/", "media/", "serve/"]),
    ("clap", &["cli/"]),
    ("encoding_rs", &["cli/import/letters"]),
    ("fast_image_resize", &["media/"]),
    ("flate2", &[]),
    ("harfrust", &["media/drawing/letters"]),
    ("html5gum", &["output/markup"]),
    ("image", &["media/"]),
    ("include_dir", &["cli/explain", "cli/init", "theme/embedded"]),
    ("jiff", &["base/date"]),
    ("jpeg_decoder", &["media/derive/"]),
    ("jpeg_encoder", &["media/derive/"]),
    ("lz4_flex", &["output/squeezed"]),
    ("memchr", &["output/markup/skim"]),
    ("mimalloc", &["main"]),
    ("miniz_oxide", &["media/pdf", "media/clean/package"]),
    ("moxcms", &["media/derive/"]),
    ("mail_builder", &["render/outputs/newsletter/eml"]),
    ("notify", &["serve/watch"]),
    ("pagefind", &["render/outputs/search/index"]),
    ("percent_encoding", &["base/percent"]),
    ("png", &["media/"]),
    (
        "postcard",
        &[
            "output/facts_kept",
            "pipeline/kept_gists",
            "pipeline/unchanged",
            "pipeline/earlier_run",
        ],
    ),
    ("pulldown_cmark", &["parse/markdown/"]),
    ("qrcodegen", &["render/leaf/qr"]),
    ("ravif", &["media/derive/"]),
    ("re_rav1d", &["media/derive/"]),
    ("rayon", &["catalog/", "output/", "check/", "lint/", "publish/", "pipeline/"]),
    ("resvg", &["media/drawing/"]),
    ("rustix", &["plain/", "publish/", "vfs/opened", "cli/surroundings"]),
    ("rustls_native_certs", &["web/http"]),
    ("serde", &ANYWHERE),
    ("serde_json", &ANYWHERE),
    ("serde_saphyr", &["yaml/"]),
    ("serde_yaml", &["schema/write", "yaml/read/hostile"]),
    ("skrifa", &["media/drawing/letters"]),
    ("strsim", &["base/near"]),
    ("svgtypes", &["theme/colour"]),
    ("syntect", &["render/leaf/highlight"]),
    ("tera", &["render/outputs/templates/"]),
    ("tokio", &["serve/", "render/outputs/search/index"]),
    ("tokio_stream", &["serve/"]),
    ("unicode_normalization", &ANYWHERE),
    ("unicode_width", &ANYWHERE),
    ("ureq", &["web/http"]),
    ("walkdir", &["vfs/disk"]),
    ("webp", &["media/"]),
];

/// Crates that only lend traits or a table, and show in no signature of ours.
const ANYWHERE: [&str; 1] = [""];

#[test]
fn foreign_crates_are_used_in_their_place_only() {
    let mut breaches = Vec::new();
    for source in program() {
        let code = source.code();
        let below = source.path.strip_prefix("src/").unwrap_or_default();
        for (name, places) in PLACES {
            if uses(&code, name) && !places.iter().any(|place| below.starts_with(place)) {
                breaches.push(format!(
                    "{}: `{name}` belongs in {}",
                    source.path,
                    places.join(", ")
                ));
            }
        }
    }
    no_breach("a foreign crate has one place; put a function of ours around it", &breaches);
}

#[test]
fn every_dependency_has_its_place() {
    let manifest = source::read("Cargo.toml");
    let dependencies =
        manifest.split("\n[").find_map(|part| part.strip_prefix("dependencies]\n"));
    let names =
        dependencies.unwrap_or_default().lines().filter_map(|line| line.split_once(" = "));
    let mut breaches = Vec::new();
    for (name, _) in names {
        let name = name.trim().replace('-', "_");
        if !PLACES.iter().any(|(known, _)| *known == name) {
            breaches.push(format!("`{name}` is not in PLACES; say where it may be used"));
        }
    }
    let named = |crate_name: &str| {
        let key = format!("\n{} = ", crate_name.replace('_', "-"));
        manifest.contains(&key) || manifest.contains(&format!("\n{crate_name} = "))
    };
    let gone = PLACES.iter().filter(|(name, _)| !named(name));
    breaches.extend(gone.map(|(name, _)| format!("`{name}` is no dependency any more")));
    no_breach("every dependency has its place", &breaches);
}

/// Whether code names a crate: `name::`, not `other_name::` or `crate::name::`.
fn uses(code: &str, name: &str) -> bool {
    let path = format!("{name}::");
    code.match_indices(&path).any(|(at, _)| {
        let before = code.get(..at).and_then(|before| before.chars().next_back());
        before.is_none_or(|c| !c.is_alphanumeric() && c != '_' && c != ':')
    })
}

#[test]
fn a_crate_is_told_from_a_module_of_the_same_name() {
    assert!(uses("use image::Rgb;", "image"));
    assert!(!uses("use crate::media::image::Size;", "image"));
    assert!(!uses("my_image::load()", "image"));
}
