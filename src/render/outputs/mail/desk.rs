//! The copy desks: of an edition, and of the newest documents.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::UrlPath;
use crate::catalog::Entry;
use crate::config::{Paste, Section};
use crate::model::{DocKind, EditionBlock, Front};
use crate::plan::DESK_ITEMS;
use crate::render::outputs::newsletter::{
    BlockStyle, BlockView, Fragment, Placeholders, Setting, fragment, mail_html,
};
use crate::render::outputs::pages::{About, Studio};
use crate::render::outputs::view::{
    Desk, DeskEdition, DeskField, DeskForm, DeskItem, DeskMail, DeskTool, Head, Link, Sheet,
};

use super::item::is_named;
use super::{MAX_BYTES, Post, Tool, edition_source as source, shelf, tools, view};

/// The desk of an edition.
pub fn of_edition(studio: &Studio<'_>, edition: &Entry) -> Option<Sheet<Desk>> {
    let post = Post { catalog: studio.catalog, shared: studio.shared };
    let mail = view(post, edition)?;
    let file = |name: &str| {
        let name = format!("{}/{name}", edition.document.id);
        studio.catalog.addresses.file(Section::Newsletters, &name, studio.lang())
    };
    let Front::Newsletter(own) = &edition.document.front else { return None };
    let block = |block: &BlockView| own.blocks.iter().find(|own| is_of(own, block));
    let earlier = Earlier::than(studio, Some(edition));
    let maker = Maker { studio, setting: &mail.setting, file: &file, earlier: &earlier };
    let item = |own: &BlockView| maker.item(own, &source::block(own, block(own)), true);
    let items: Vec<DeskItem> = mail.blocks.iter().map(item).collect();
    let tools = desk_tools(studio, Some(&file));
    let whole = mail_html(&mail, &marks());
    let blocks: usize =
        items.iter().filter_map(|own| own.forms.get(1)).map(|own| own.source.len()).sum();
    let selection = source::around(studio, edition, &mail);
    let head = Head {
        kind: Some(studio.text("copy_desk")),
        title: mail.title.clone(),
        day: edition.document.head.date.as_ref().map(|date| studio.day(date.value)),
        ..Head::default()
    };
    let base_bytes = whole.len().saturating_sub(blocks);
    let source = without_blocks(whole, &items);
    let common = desk(studio, head, items, selection);
    let to_come = || is_to_come(studio, edition).then(|| studio.text("desk_not_online"));
    let page = Desk {
        notice: common.notice.clone().or_else(to_come),
        tools,
        base_bytes,
        mail: Some(DeskMail {
            web: mail.link_of_web().unwrap_or_default(),
            source,
            files: files(studio, &file),
            preview: file("mail.preview.html").to_string(),
        }),
        links: vec![
            Link::site(studio.text("desk_edition_page"), edition.url.as_str()),
            Link::site(
                studio.text("desk_newest"),
                studio.catalog.addresses.section(Section::Copy, studio.lang()).as_str(),
            ),
        ],
        ..common
    };
    let about = About {
        title: format!("{}: {}", studio.text("copy_desk"), mail.title),
        description: Some(studio.text("desk_edition_lead")),
        section: Some(Section::Newsletters),
        noindex: true,
        ..About::default()
    };
    Some(studio.sheet(about, page))
}

/// What stands where a tool has its own marks.
fn marks() -> Placeholders {
    Placeholders {
        unsubscribe: Some("lerend:unsubscribe".to_owned()),
        web_version: Some("lerend:web".to_owned()),
        postal_address: Some("lerend:address".to_owned()),
    }
}

/// The files of an edition beside its mail for tools.
fn files(studio: &Studio<'_>, file: &dyn Fn(&str) -> UrlPath) -> Vec<Link> {
    let all = [
        ("mail.txt", "desk_text"),
        ("mail.eml", "desk_eml"),
        ("social.txt", "desk_social"),
        ("edition.json", "desk_data"),
    ];
    let link =
        |(name, label): (&str, &str)| Link::site(studio.text(label), file(name).as_str());
    all.into_iter().map(link).collect()
}

/// A mail with `lerend:0` where its first item stands, which the desk has already.
fn without_blocks(whole: String, items: &[DeskItem]) -> String {
    let blocks = items.iter().filter_map(|own| own.forms.get(1)).enumerate();
    blocks.fold(whole, |text, (at, form)| match form.source.as_str() {
        "" => text,
        block => text.replacen(block, &format!("lerend:{at}\n"), 1),
    })
}

/// The desk of the newest documents.
pub fn of_newest(studio: &Studio<'_>) -> Sheet<Desk> {
    let post = Post { catalog: studio.catalog, shared: studio.shared };
    let shelf = shelf(post, studio.lang());
    let file = |name: &str| studio.catalog.addresses.file(Section::Copy, name, studio.lang());
    let earlier = Earlier::than(studio, None);
    let maker = Maker { studio, setting: &shelf.setting, file: &file, earlier: &earlier };
    let item = |own: &BlockView| maker.item(own, &source::block(own, None), false);
    let shown = shelf.blocks.iter().skip(studio.page.part * DESK_ITEMS).take(DESK_ITEMS);
    let items: Vec<DeskItem> = shown.map(item).collect();
    let editions = studio.catalog.documents(DocKind::Newsletter, studio.lang());
    let links = editions.map(|own| {
        let url = studio.catalog.addresses.desk(own);
        Link::site(
            format!("{}: {}", studio.text("copy_desk"), own.document.head.title.value),
            url.as_str(),
        )
    });
    let title = studio.text("copy_desk");
    let head = Head {
        kind: studio.part_kind(),
        title: title.clone(),
        lead: Some(studio.text("desk_lead")),
        ..Head::default()
    };
    let about = About {
        title,
        description: Some(studio.text("desk_lead")),
        noindex: true,
        ..About::default()
    };
    let selection = DeskEdition {
        name: new_name(studio),
        taken: taken(studio),
        before: source::BLANK.to_owned(),
        after: source::END.to_owned(),
        whole: String::new(),
    };
    let page = Desk {
        tools: desk_tools(studio, None),
        links: links.collect(),
        unsent: unsent(studio, shelf.blocks.iter().filter(|own| !earlier.has(own)).count()),
        ..desk(studio, head, items, selection)
    };
    studio.sheet(about, page)
}

/// The name of a file that no edition has. Where it can, the script of the desk names it after the
/// month in which somebody saves it: the page is the same on every day.
fn new_name(studio: &Studio<'_>) -> String {
    let (catalog, lang) = (studio.catalog, studio.lang());
    let first = if lang.is_dutch() { "nieuw" } else { "new" };
    let is_free = |id: &String| catalog.document(DocKind::Newsletter, id, lang).is_none();
    let more = (2..).map(|n: usize| format!("{first}-{n}"));
    let id = std::iter::once(first.to_owned()).chain(more).find(is_free).unwrap_or_default();
    let end = if *lang == catalog.config.lang { String::new() } else { format!(".{lang}") };
    format!("{id}{end}.md")
}

/// The editions that are named after a month: saving a selection takes no other's place. What readers
/// do not see yet is not named.
fn taken(studio: &Studio<'_>) -> String {
    let all = studio.catalog.documents(DocKind::Newsletter, studio.lang());
    let mut ids: Vec<&str> = all.map(|own| own.document.id.as_str()).collect();
    ids.retain(|id| id.starts_with(|own: char| own.is_ascii_digit()));
    ids.sort_unstable();
    ids.join(" ")
}

/// What all desks have; of the selection, `whole` is made here.
fn desk(studio: &Studio<'_>, head: Head, items: Vec<DeskItem>, selection: DeskEdition) -> Desk {
    let limit = studio.catalog.config.newsletter.max_bytes.unwrap_or(MAX_BYTES) as usize;
    let waiting = items.iter().filter(|own| own.sent.is_none()).count();
    let blocks: String = items.iter().map(|own| own.block.as_str()).collect();
    let whole = format!("{}{blocks}{}", selection.before, selection.after);
    let kilobytes = (limit / 1000).to_string();
    Desk {
        head,
        notice: studio.shared.preview.then(|| studio.text("desk_preview_only")),
        unsent: unsent(studio, waiting),
        empty: items.is_empty().then(|| studio.text("desk_empty")),
        warn_bytes: limit / 5 * 4,
        max_bytes: limit,
        size: studio.strings().fill("desk_of", &[("max", &kilobytes)]),
        point: if studio.lang().is_dutch() { ",".to_owned() } else { ".".to_owned() },
        edition: DeskEdition { whole, ..selection },
        items,
        ..Desk::default()
    }
}

fn unsent(studio: &Studio<'_>, waiting: usize) -> String {
    studio.strings().fill("desk_unsent", &[("n", &waiting.to_string())])
}

/// Whether the public site does not have an edition yet.
fn is_to_come(studio: &Studio<'_>, edition: &Entry) -> bool {
    let head = &edition.document.head;
    let from = head.visible_from();
    head.draft || from.is_some_and(|from| from > studio.catalog.today)
}

fn is_of(own: &EditionBlock, block: &BlockView) -> bool {
    let written = own.item.value.as_str();
    is_named(written, &block.document)
        || block.document.split_once(':').is_some_and(|(_, id)| id == written)
}

/// In which other editions items stood.
struct Earlier(BTreeMap<String, Vec<(String, bool)>>);

impl Earlier {
    /// Editions before this one, and of its day those that were sent, itself too; without one all that
    /// there are.
    fn than(studio: &Studio<'_>, edition: Option<&Entry>) -> Self {
        let catalog = studio.catalog;
        let day = |entry: &Entry| entry.document.head.date.as_ref().map(|date| date.value);
        let mut found: BTreeMap<String, Vec<(String, bool)>> = BTreeMap::new();
        for other in catalog.documents(DocKind::Newsletter, studio.lang()) {
            let sent = catalog.sent_on(other).is_some();
            let counts = edition
                .is_none_or(|own| day(other) < day(own) || sent && day(other) == day(own));
            if !counts || is_to_come(studio, other) {
                continue;
            }
            for item in catalog.edition_items(other) {
                let title = other.document.head.title.value.clone();
                found.entry(item.id()).or_default().push((title, sent));
            }
        }
        Self(found)
    }

    fn has(&self, block: &BlockView) -> bool {
        self.0.contains_key(&block.item_id)
    }

    fn said(&self, studio: &Studio<'_>, item: &str) -> Option<String> {
        let editions = self.0.get(item)?;
        let key =
            if editions.iter().any(|(_, sent)| *sent) { "desk_sent_in" } else { "desk_was_in" };
        let titles: BTreeSet<&str> = editions.iter().map(|(title, _)| title.as_str()).collect();
        let titles: Vec<&str> = titles.into_iter().collect();
        Some(studio.strings().fill(key, &[("titles", &titles.join(", "))]))
    }
}

/// Makes the items of a desk.
struct Maker<'a> {
    studio: &'a Studio<'a>,
    setting: &'a Setting,
    file: &'a dyn Fn(&str) -> UrlPath,
    earlier: &'a Earlier,
}

impl Maker<'_> {
    fn item(&self, block: &BlockView, yaml: &str, picked: bool) -> DeskItem {
        let studio = self.studio;
        let file = |ending: &str| {
            (self.file)(&format!("items/{}.{ending}", block.item_id)).to_string()
        };
        let form = |(form, name): (Fragment, &str)| DeskForm {
            name: name.to_owned(),
            label: studio.text(&format!("desk_{name}")),
            source: fragment(block, self.setting, form),
            file: file(form.ending()),
        };
        let forms = [
            (Fragment::Rich, "formatted"),
            (Fragment::Block, "code"),
            (Fragment::Text, "text"),
            (Fragment::Markdown, "markdown"),
        ];
        DeskItem {
            id: block.item_id.clone(),
            kind: block.kind.clone(),
            title: block.title.clone(),
            picked,
            tall: block.style == BlockStyle::Large && block.picture.is_some(),
            sent: self.earlier.said(studio, &block.item_id),
            preview: file("preview.html"),
            block: yaml.to_owned(),
            forms: forms.into_iter().map(form).collect(),
            fields: self.fields(block),
            picture: self.picture(block),
        }
    }

    /// What editors with a box for each part need.
    fn fields(&self, block: &BlockView) -> Vec<DeskField> {
        let picture = block.picture.as_ref();
        let all = [
            ("desk_title", Some(block.title.clone())),
            ("desk_lead_field", Some(block.text.clone())),
            ("desk_link", block.link(self.setting)),
            ("desk_link_words", Some(block.link_words.clone())),
            ("desk_picture", picture.map(|own| own.source().to_owned())),
            ("desk_alt", picture.map(|own| own.alt.clone())),
            ("desk_credit", picture.map(|own| own.credit.clone())),
        ];
        let field = |(key, value): (&str, Option<String>)| {
            let value = value.filter(|text| !text.trim().is_empty())?;
            Some(DeskField { label: self.studio.text(key), value })
        };
        all.into_iter().filter_map(field).collect()
    }

    /// The picture as a file of the site.
    fn picture(&self, block: &BlockView) -> Option<Link> {
        let source = block.picture.as_ref()?.source();
        let own = source.strip_prefix(self.studio.catalog.config.base_url.as_str())?;
        Some(Link::site(self.studio.text("desk_picture_file"), own))
    }
}

/// Where one can paste: the tools of the site, and what is none.
fn desk_tools(studio: &Studio<'_>, file: Option<&dyn Fn(&str) -> UrlPath>) -> Vec<DeskTool> {
    let config = &studio.catalog.config;
    let hint = |paste: Paste, label: &str| {
        let key = format!("desk_hint_{}", paste.as_str());
        studio.strings().fill(&key, &[("tool", label)])
    };
    let of_site = |tool: Tool| {
        let Tool { mail, label, paste } = tool;
        let label = if mail.name == "plain" { studio.text("desk_plain") } else { label };
        DeskTool {
            hint: hint(paste, &label),
            paste: paste.as_str().to_owned(),
            marks: mail.marks || !config.newsletter.utm,
            unsubscribe: mail.placeholders.unsubscribe,
            web: mail.placeholders.web_version,
            address: mail.placeholders.postal_address,
            file: file.map(|file| file(&format!("mail.{}.html", mail.name)).to_string()),
            name: mail.name,
            label,
        }
    };
    let other = |name: &str, paste: Paste| {
        let label = studio.text(&format!("desk_{name}"));
        DeskTool {
            name: name.to_owned(),
            hint: hint(paste, &label),
            label,
            paste: paste.as_str().to_owned(),
            marks: true,
            ..DeskTool::default()
        }
    };
    let mut all: Vec<DeskTool> = tools(config).into_iter().map(of_site).collect();
    all.push(other("other", Paste::Formatted));
    all.push(other("html", Paste::Code));
    all
}
