//! The theme's own files: stylesheet, scripts, icons. Their names hold their fingerprint.

use std::sync::Arc;

use crate::base::UrlPath;
use crate::media::Colours;
use crate::output::{Artifact, Content, Hash};
use crate::render::leaf::chart::ChartColours;
use crate::render::outputs::mail;
use crate::render::outputs::pages::{Brand, SiteFacts};
use crate::theme::{Params, Theme};

use super::pictures::artifact;

/// The settings of a theme whose media the program itself puts around a page.
const LOGO: &str = "logo";
const LOGO_DARK: &str = "logo-dark";
pub(super) const ICON: &str = "favicon";

/// The files, and where they stand.
pub(super) fn assets(theme: &Theme, params: &Params) -> (Vec<Artifact>, SiteFacts) {
    let mut artifacts = Vec::new();
    let mut add = |name: &str, bytes: &[u8]| {
        let url = fingerprinted(name, bytes);
        artifacts.extend(artifact(&url, Content::Bytes(Arc::from(bytes))));
        url.as_str().to_owned()
    };
    let mut favicon = None;
    let mut styles = theme.stylesheet(params);
    for file in &theme.statics {
        let url = add(&file.name, &file.bytes);
        styles = with_file(&styles, &file.name, &url);
        if file.name == "icon.svg" {
            favicon = Some(url);
        }
    }
    let stylesheet = add("site.css", styles.as_bytes());
    let scripts = theme
        .scripts
        .iter()
        .map(|script| (script.name.clone(), add(&script.name, &script.bytes)))
        .collect();
    let card_colours = card_colours(theme, params);
    let mail = mail::tokens(theme, params);
    let chart_colours = chart_colours(theme, params);
    let search = None;
    let facts = SiteFacts {
        stylesheet,
        scripts,
        favicon,
        brand: brand(params),
        params: params.clone(),
        search,
        card_colours,
        chart_colours,
        mail,
    };
    (artifacts, facts)
}

/// A stylesheet that leads to a file of the theme as it is called on the site. In the theme a style names
/// it by its way to it, `../static/leaf.svg`; on the site both stand in one folder.
fn with_file(styles: &str, name: &str, url: &str) -> String {
    let own = format!("static/{name}");
    let on_site = url.rsplit('/').next().unwrap_or(url);
    let mut parts = styles.split(own.as_str());
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let way = out.trim_end_matches("../").len();
        let is_way = way < out.len()
            && out.get(..way).is_some_and(|own| own.ends_with(['(', '"', '\'']));
        let is_whole = part.starts_with([')', '"', '\'', '#', '?']);
        if is_way && is_whole {
            out.truncate(way);
            out.push_str(on_site);
        } else {
            out.push_str(&own);
        }
        out.push_str(part);
    }
    out
}

/// The media items that a site set.
fn brand(params: &Params) -> Brand {
    let set = |name| Some(params.get(name).to_owned()).filter(|id| !id.is_empty());
    Brand { logo: set(LOGO), logo_dark: set(LOGO_DARK), icon: set(ICON) }
}

/// The theme's colours for cards; those of the default theme where it has none.
fn card_colours(theme: &Theme, params: &Params) -> Colours {
    let plain = Colours::default();
    let colour = |token: &str, plain| theme.light_rgb(params, token).unwrap_or(plain);
    Colours {
        ink: colour("--ink", plain.ink),
        soft: colour("--ink-soft", plain.soft),
        paper: colour("--paper", plain.paper),
        accent: colour("--accent", plain.accent),
        edge: colour("--edge", plain.edge),
    }
}

/// The theme's colours for charts; those of the default theme where it has none.
fn chart_colours(theme: &Theme, params: &Params) -> ChartColours {
    let plain = ChartColours::default();
    let colour =
        |token: &str, plain: String| theme.light_colour(params, token).unwrap_or(plain);
    let [first, second, third, fourth, fifth, sixth] = plain.series;
    ChartColours {
        ink: colour("--ink", plain.ink),
        soft: colour("--ink-soft", plain.soft),
        paper: colour("--paper", plain.paper),
        edge: colour("--edge", plain.edge),
        series: [
            // Themes draw the first series in their accent.
            colour("--c1", colour("--accent", first)),
            colour("--c2", second),
            colour("--c3", third),
            colour("--c4", fourth),
            colour("--c5", fifth),
            colour("--c6", sixth),
        ],
    }
}

/// `site.css` → `assets/site.0123456789.css`.
fn fingerprinted(name: &str, bytes: &[u8]) -> UrlPath {
    let hash = Hash::of(bytes).short();
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, "bin"));
    UrlPath::new(&format!("assets/{stem}.{hash}.{ending}")).unwrap_or_else(UrlPath::home)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_leads_to_a_file_of_its_theme_by_the_name_that_it_has_on_the_site() {
        let named = |styles: &str| with_file(styles, "blad.svg", "assets/blad.0123456789.svg");
        for (styles, on_site) in [
            ("a{background:url(../static/blad.svg)}", "a{background:url(blad.0123456789.svg)}"),
            ("url(\"../../static/blad.svg#b\")", "url(\"blad.0123456789.svg#b\")"),
            (
                "url('../static/blad.svg') url(../static/blad.svg)",
                "url('blad.0123456789.svg') url(blad.0123456789.svg)",
            ),
        ] {
            assert_eq!(named(styles), on_site);
        }
        for other in [
            "url(../static/blad.svgz)",
            "url(static/blad.svg)",
            "url(https://ander.example/../static/blad.svg)",
            "/* ../static/blad.svg */",
        ] {
            assert_eq!(named(other), other);
        }
    }
}
