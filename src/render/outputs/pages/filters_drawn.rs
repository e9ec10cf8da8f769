//! The filters of a list in running text, as the template `filters` draws those of a page.

use crate::base::Lang;
use crate::model::Target;
use crate::model::drawing::ItemDrawing;
use crate::plan::PageKind;
use crate::render::leaf::Html;
use crate::render::outputs::view::{Filter, FilterChoice, Link};

use super::filters::Listed;
use super::studio::{Studio, with_fragment};

impl Studio<'_> {
    /// The filters of a list of documents, and what stands in for them without scripts. Nothing
    /// for a short list, and in a feed, which has no scripts and no styles.
    pub(super) fn filters_drawn(&self, items: &[ItemDrawing]) -> String {
        if matches!(self.page.kind, PageKind::Feed(_)) {
            return String::new();
        }
        let urls: Vec<String> = items.iter().map(|item| address(&item.target)).collect();
        let listed = items.iter().zip(&urls).map(|(item, url)| Listed {
            facets: &item.facets,
            title: &item.title,
            lang: item.lang.as_ref().map(Lang::as_str),
            url,
        });
        let filters = self.filters(listed);
        if filters.is_empty() {
            return String::new();
        }
        let mut html = Html::new();
        self.fields(&mut html, &filters);
        self.stand_in(&mut html, &filters);
        html.finish()
    }

    fn fields(&self, html: &mut Html, filters: &[Filter]) {
        html.open("fieldset").class("filters scripted").flag("data-filters").line();
        html.open("legend").text(&self.text("filter")).close().line();
        for filter in filters {
            html.open("label").text(&filter.label).line();
            html.open("select").attr("name", &filter.id).flag("data-filter").line();
            html.open("option").attr("value", "").text(&self.text("filter_all")).close().line();
            for choice in &filter.choices {
                html.open("option").attr("value", &choice.id).tongue(choice.lang.as_deref());
                html.text(&counted(choice));
                html.close().line();
            }
            html.close().line().close().line();
        }
        html.open("p").class("filters-foot");
        html.open("output").class("filter-count").flag("data-count");
        html.attr("data-one", &self.text("filter_shown_one"));
        html.attr("data-many", &self.text("filter_shown_many"));
        html.attr("data-sample", &self.text("filter_shown_sample")).close().line();
        html.open("button").attr("type", "button").class("as-link").flag("data-reset");
        html.flag("hidden").text(&self.text("filter_reset")).close().close().line();
        html.close().line();
    }

    fn stand_in(&self, html: &mut Html, filters: &[Filter]) {
        html.open("nav")
            .class("ways unscripted")
            .attr("aria-label", &self.text("filter"))
            .line();
        html.open("dl").line();
        for filter in filters {
            html.open("div").line().open("dt").text(&filter.label).close().line();
            html.open("dd").line();
            for choice in &filter.choices {
                self.way_to(html, choice);
            }
            html.close().line().close().line();
        }
        html.close().line().close().line();
    }

    fn way_to(&self, html: &mut Html, choice: &FilterChoice) {
        if let Some(page) = &choice.page {
            html.open("span").class("way");
            self.linked(html, page);
            html.text(&format!(" ({})", choice.count)).close().line();
            return;
        }
        html.open("details").class("way").open("summary");
        html.tongue(choice.lang.as_deref()).text(&counted(choice)).close();
        html.open("ul").class("plain").line();
        for item in &choice.items {
            html.open("li");
            self.linked(html, item);
            html.close().line();
        }
        html.close().close().line();
    }

    fn linked(&self, html: &mut Html, link: &Link) {
        let url = link.url.as_deref().unwrap_or_default();
        html.open("a").tongue(link.lang.as_deref());
        html.attr("href", &format!("{}{url}", self.root)).text(&link.text).close();
    }
}

/// "Twente (3)"
fn counted(choice: &FilterChoice) -> String {
    format!("{} ({})", choice.label, choice.count)
}

/// Where a document stands, seen from the start of the site.
fn address(target: &Target) -> String {
    match target {
        Target::Site { url, fragment } => with_fragment(url, fragment.as_deref()),
        _ => String::new(),
    }
}
