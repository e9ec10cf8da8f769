//! Old addresses: a page that only says where to go.

use crate::base::UrlPath;
use crate::catalog::Entry;
use crate::render::outputs::view;

use super::studio::Studio;

/// The page at an old address of a document.
pub(super) fn page(studio: &Studio<'_>, entry: &Entry) -> view::Redirect {
    view::Redirect {
        lang: studio.lang().to_string(),
        title: entry.document.head.title.value.clone(),
        url: relative(&studio.page.url, &entry.url),
        canonical: studio.whole(entry.url.as_str()),
    }
}

/// What leads from one page of the site to another.
fn relative(from: &UrlPath, to: &UrlPath) -> String {
    format!("{}{to}", from.to_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_old_address_leads_to_the_new_one_from_any_depth() {
        let leads = |from: &str, to: &str| {
            relative(&UrlPath::new(from).unwrap(), &UrlPath::new(to).unwrap())
        };
        assert_eq!(leads("oud/", "factsheets/nieuw/"), "../factsheets/nieuw/");
        assert_eq!(leads("a/b/c/", "factsheets/nieuw/"), "../../../factsheets/nieuw/");
        assert_eq!(leads("oud.html", "factsheets/nieuw/"), "./factsheets/nieuw/");
        assert_eq!(leads("map/oud.html", "a/index.html"), "../a/index.html");
        assert_eq!(leads("oud/", ""), "../");
    }
}
