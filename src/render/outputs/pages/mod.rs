//! Pages: a view is made of the catalogue, a template draws it. One file per kind of page;
//! `studio` holds what they share.

mod article;
mod edition;
mod frame;
mod parts;
mod parts_edition;
mod site;
mod studio;

use crate::base::xml_characters;
use crate::catalog::Catalog;
use crate::diag::Diag;
use crate::model::Front;
use crate::plan::{Page, PageKind};
use crate::render::outputs::feed;
use crate::render::outputs::templates::{Request, Templates};

pub use site::{Shared, SiteFacts};
pub use studio::Studio;

/// The file of a page. What is wrong with a template is a problem at its line.
pub fn render(
    page: &Page,
    catalog: &Catalog,
    shared: &Shared,
    templates: &Templates,
) -> Result<String, Box<Diag>> {
    let studio = Studio::new(page, catalog, shared);
    let entry = match page.kind {
        PageKind::Document(at) | PageKind::Withdrawn(at) | PageKind::Redirect(at) => {
            catalog.entries().get(at)
        }
        _ => None,
    };
    let request = Request {
        template: page.kind.template(entry.map(crate::catalog::Entry::kind)),
        lang: &page.lang,
        document: entry.map_or(page.url.as_str(), |entry| entry.document.path.as_str()),
    };
    macro_rules! draw {
        ($sheet:expr) => {
            templates.render(request, &$sheet)
        };
    }
    match (page.kind, entry) {
        (PageKind::Document(_), Some(entry)) => match &entry.document.front {
            Front::Page => draw!(article::sheet(&studio, entry)),
            Front::Newsletter(own) => draw!(edition::sheet(&studio, entry, own)),
            _ => draw!(article::sheet(&studio, entry)),
        },
        (PageKind::Feed(of), _) => {
            draw!(feed::view(page, of, catalog, shared)).map(|xml| xml_characters(&xml))
        }
        _ => Ok(String::new()),
    }
}
