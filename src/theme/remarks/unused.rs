//! Files of a site's theme that nothing uses.

use super::{File, styles, used};
use crate::base::{Lang, nearest};
use crate::diag::Diag;
use crate::diag::problem::Theme as Problem;

pub(super) fn check(own: &[File], ours: &[File]) -> Vec<Diag> {
    let styles: Vec<&str> =
        styles(own, ours).iter().map(|(file, _)| file.name.as_str()).collect();
    let is_used = |file: &&File| match file.name.split_once('/') {
        Some(("templates", rest)) => is_template(rest, file, own, ours),
        Some(("styles", rest)) => {
            rest == "main.css"
                || file.path.extension() != "css"
                || styles.contains(&&*file.name)
        }
        Some(("i18n", rest)) => rest.strip_suffix(".yaml").is_some_and(is_language),
        Some(("scripts" | "static", _)) => true,
        // Notes of the makers of a theme are no part of it.
        _ => file.name == "theme.yaml" || !is_part(&file.name),
    };
    let told = |file: &File| {
        let names = ours.iter().map(|own| own.name.as_str());
        let nearest = nearest(&file.name, names).map(str::to_owned);
        let problem = Problem::UnusedFile { name: file.name.clone(), nearest };
        Diag::of_file(file.path.clone(), problem)
    };
    own.iter().filter(|file| !is_used(file)).map(told).collect()
}

/// Whether a template is one that pages are made with, or that another names.
fn is_template(name: &str, file: &File, own: &[File], ours: &[File]) -> bool {
    // Components go by the names in them.
    let is_component = name.starts_with("components/");
    let is_known = ours.iter().any(|other| other.name == file.name);
    let is_named = || {
        let templates = own.iter().filter(|own| own.name.starts_with("templates/"));
        let others = templates.filter(|other| other.path != file.path);
        let mut winning = others.filter(|other| {
            used(&other.name, own, ours).is_some_and(|(first, _)| first.path == other.path)
        });
        let ends = [format!("{name}\""), format!("{name}'")];
        winning.any(|other| ends.iter().any(|end| other.text.contains(end)))
    };
    is_component || is_known || is_named()
}

fn is_language(name: &str) -> bool {
    Lang::new(name).is_some()
}

/// Whether a file looks like a part of a theme.
fn is_part(name: &str) -> bool {
    [".html", ".css", ".js", ".yaml", ".yml"].iter().any(|ending| name.ends_with(ending))
}
