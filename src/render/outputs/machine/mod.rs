//! Files for machines: the sitemap, what hosts and crawlers read, open data. Each is a
//! function of the catalogue and the plan.

mod dcat;
mod headers;
mod open_data;
mod redirects;
mod robots;
mod security;
mod servers;
mod site_json;
mod sitemap;
mod tables;
#[cfg(test)]
mod server_tests;
#[cfg(test)]
mod tests;

use crate::base::{OutPath, SourcePath, UrlPath, xml_characters};
use crate::catalog::{Catalog, SECURITY, data_url};
use crate::diag::Noted;
use crate::plan::Page;
use crate::render::leaf::{Addresses, Opened};
use crate::render::outputs::pages::Shared;
use crate::render::outputs::templates::{Request, Templates};
use crate::store::Key;

/// A finished file.
pub type File = (OutPath, Vec<u8>);

/// What the files for machines are made from.
#[derive(Debug, Clone, Copy)]
pub struct Press<'a> {
    /// Everything that can be shown.
    pub catalog: &'a Catalog,
    /// Every page of the site.
    pub pages: &'a [Page],
    /// What is the same on all pages.
    pub shared: &'a Shared,
    /// The templates, of which the sitemap and robots.txt have one each.
    pub templates: &'a Templates,
}

/// What hosts and crawlers read, with what is wrong with a template.
pub fn addresses(press: Press<'_>) -> Noted<Vec<File>> {
    let Press { catalog, pages, .. } = press;
    let mut files = Vec::new();
    let mut add = |name: &str, text: String| files.extend(file(name, text));
    let mut diags = Vec::new();
    match drawn(press, "text/robots.txt", &robots::view(press)) {
        Ok(text) => add("robots.txt", text),
        Err(diag) => diags.push(*diag),
    }
    let rules = headers::rules(press);
    add("_headers", headers::text(&rules, catalog.config.host));
    if let Some((name, text)) = servers::file(press, &rules) {
        add(name, text);
    }
    add("_redirects", redirects::text(catalog, pages));
    // Without it, one host leaves out files whose names begin with `_`.
    add(".nojekyll", String::new());
    if let Some(text) = security::text(catalog) {
        add(SECURITY, text);
    }
    Noted::new(files, diags)
}

/// The sitemap, with what is wrong with its template.
pub fn sitemap(press: Press<'_>) -> Noted<Vec<File>> {
    let drawn = press.catalog.unread(|| drawn(press, "xml/sitemap.xml", &sitemap::view(press)));
    match drawn {
        Ok(text) => {
            let file = file("sitemap.xml", xml_characters(&text));
            Noted::clean(file.into_iter().collect())
        }
        Err(diag) => Noted::new(Vec::new(), vec![*diag]),
    }
}

/// The fingerprint of what a sitemap shows that follows from all documents: it counts as read of
/// none, and the rest is in their outlines.
pub fn sitemap_order(press: Press<'_>) -> Key {
    sitemap::order(press)
}

fn file(name: &str, text: String) -> Option<File> {
    OutPath::new(name).map(|path| (path, text.into_bytes()))
}

/// A file of open data that is still to be made.
#[derive(Debug, Clone)]
pub struct OpenFile {
    /// Where it will stand.
    pub path: OutPath,
    make: OpenKind,
}

#[derive(Debug, Clone, Copy)]
enum OpenKind {
    Table(fn(&Catalog) -> String),
    Site,
    About,
}

impl OpenFile {
    /// Makes it.
    pub fn make(&self, catalog: &Catalog) -> File {
        let text = match self.make {
            OpenKind::Table(text) => text(catalog),
            OpenKind::Site => site_json::text(catalog, &open_data::tables(catalog)),
            OpenKind::About => dcat::text(catalog, &open_data::tables(catalog)),
        };
        (self.path.clone(), text.into_bytes())
    }
}

/// Open data: the tables, and what there is of them and of the site.
pub fn open_data(catalog: &Catalog) -> Vec<OpenFile> {
    let tables = open_data::tables(catalog).into_iter();
    let tables = tables.map(|table| (table.path, OpenKind::Table(table.text)));
    let others = [("data/site.json", OpenKind::Site), ("data/catalog.jsonld", OpenKind::About)];
    let others = others.map(|(path, make)| (path.to_owned(), make));
    let file =
        |(path, make): (String, OpenKind)| Some(OpenFile { path: OutPath::new(&path)?, make });
    tables.chain(others).filter_map(file).collect()
}

/// The data files that documents use: each is published as it is.
pub fn copies(catalog: &Catalog) -> Vec<(OutPath, SourcePath)> {
    let used = catalog.data_used();
    let data = used.filter_map(|path| Some((data_url(path).file()?, path.clone())));
    let as_is = catalog
        .as_is
        .iter()
        .filter_map(|path| Some((OutPath::new(path.as_is()?)?, path.clone())));
    data.chain(as_is).collect()
}

fn drawn(
    press: Press<'_>,
    template: &str,
    view: &impl serde::Serialize,
) -> Result<String, Box<crate::diag::Diag>> {
    let request = Request { template, lang: &press.catalog.config.lang, document: template };
    press.templates.render(request, view)
}

/// A whole address.
fn whole(catalog: &Catalog, url: &UrlPath) -> String {
    Addresses { root: &catalog.config.base_url, opened: Opened::FromHost }.site(url)
}

/// An address from the host's `/`.
fn from_host(catalog: &Catalog, url: &UrlPath) -> String {
    Addresses { root: catalog.config.base_path(), opened: Opened::FromHost }.site(url)
}
