//! The files beside the pages: mail and fragments of editions, calendars, what machines read,
//! open data.

use std::sync::Arc;

use rayon::prelude::*;

use crate::base::Span;
use crate::catalog::{Availability, Catalog, Entry, Reads};
use crate::diag::{Fatal, Noted};
use crate::model::DocKind;
use crate::output::{Artifact, Content, Later};
use crate::render::outputs::calendar;
use crate::render::outputs::machine::{self, Press};
use crate::render::outputs::mail::{self, Post};

use super::pictures::artifact;
use super::units::{Bench, Label, Unit};

/// All of them, each unit by its name.
pub(super) fn artifacts(
    press: Press<'_>,
    bench: Bench<'_>,
) -> Result<Vec<(String, Unit)>, Fatal> {
    let Press { catalog, shared, .. } = press;
    let unit = |what, name: &str, make: &dyn Fn(&Catalog) -> Noted<Vec<Artifact>>| {
        bench.unit(catalog, Label { what, name, order: None }, |own| Ok(make(own)))
    };
    let of_entry = |entry: &Entry| {
        let what = if entry.kind() == DocKind::Event { "calendar" } else { "mail" };
        unit(what, entry.document.path.as_str(), &|catalog| match catalog.entry(entry.at()) {
            Some(entry) => files_of_entry(Post { catalog, shared }, entry),
            None => Noted::clean(Vec::new()),
        })
    };
    let shown = catalog.entries().par_iter();
    let shown = shown.filter(|entry| entry.is_shown() && has_files(entry));
    let mut all: Vec<(String, Unit)> = shown.map(of_entry).collect::<Result<_, Fatal>>()?;
    all.extend(of_unseen_editions(press, bench)?);
    let shelf =
        || unit("shelf", "shelf", &|catalog| Noted::clean(shelf(Post { catalog, shared })));
    let addresses = || {
        let make = |catalog: &_| machine::addresses(Press { catalog, ..press }).map(bytes);
        unit("addresses", "addresses", &make)
    };
    let sitemap = || {
        let order = Some(machine::sitemap_order(press));
        let make = |catalog: &_| machine::sitemap(Press { catalog, ..press }).map(bytes);
        let label = Label { what: "sitemap", name: "sitemap", order };
        bench.unit(catalog, label, |own| Ok(make(own)))
    };
    let open_data = || {
        let file = |own: &machine::OpenFile| {
            if bench.kept.is_served {
                return Ok((own.path.to_string(), later(catalog, own)));
            }
            let make = |catalog: &_| Noted::clean(bytes(vec![own.make(catalog)]));
            unit("open data", own.path.as_str(), &make)
        };
        machine::open_data(catalog).par_iter().map(file).collect::<Result<Vec<_>, _>>()
    };
    let copies = || unit("copies", "copies", &|catalog| Noted::clean(copies(catalog)));
    let others = || [shelf(), addresses(), sitemap(), copies()];
    let (others, data) = rayon::join(others, open_data);
    all.extend(data?);
    for own in others {
        all.push(own?);
    }
    Ok(all)
}

/// What is wrong with editions that readers cannot see and whose mail went out or may: no files.
fn of_unseen_editions(
    press: Press<'_>,
    bench: Bench<'_>,
) -> Result<Vec<(String, Unit)>, Fatal> {
    let Press { catalog, shared, .. } = press;
    let of_edition = |entry: &Entry| {
        let name = format!("{} unseen", entry.document.path);
        bench.unit(catalog, Label { what: "mail", name: &name, order: None }, |catalog| {
            let post = Post { catalog, shared };
            let diags = catalog.entry(entry.at()).map(|entry| mail::unseen(post, entry));
            Ok(Noted::new(Vec::new(), diags.unwrap_or_default()))
        })
    };
    let is_one = |own: &&Entry| {
        let is_to_come =
            matches!(own.availability, Availability::Draft | Availability::Scheduled(_));
        own.kind() == DocKind::Newsletter && is_to_come || catalog.is_sent_unseen(own)
    };
    catalog.entries().par_iter().filter(is_one).map(of_edition).collect()
}

fn shelf(post: Post<'_>) -> Vec<Artifact> {
    let made = mail::shelf_files(post).into_iter();
    made.filter_map(|(url, bytes)| artifact(&url, Content::Bytes(Arc::from(bytes)))).collect()
}

fn bytes(made: Vec<machine::File>) -> Vec<Artifact> {
    let file = |(path, bytes): machine::File| Artifact {
        path,
        content: Content::Bytes(Arc::from(bytes)),
        claimed_by: None,
    };
    made.into_iter().map(file).collect()
}

/// A file of open data that is made when somebody asks for it: of many documents that takes longer
/// than all pages that a save touches.
fn later(catalog: &Catalog, own: &machine::OpenFile) -> Unit {
    let (catalog, file) = (catalog.clone(), own.clone());
    let content = Content::Later(Later::new(move || file.make(&catalog).1));
    let own = Artifact { path: own.path.clone(), content, claimed_by: None };
    Unit { reads: Reads::default(), order: None, files: Noted::clean(vec![own]), span: None }
}

fn copies(catalog: &Catalog) -> Vec<Artifact> {
    let copy = |(path, source)| Artifact {
        path,
        content: Content::Copy(source, None),
        claimed_by: None,
    };
    machine::copies(catalog).into_iter().map(copy).collect()
}

/// Whether a document is one of those of which there are files beside its page.
fn has_files(entry: &Entry) -> bool {
    matches!(entry.kind(), DocKind::Newsletter | DocKind::Event)
}

/// The mail and fragments of an edition, the calendar file of a meeting.
fn files_of_entry(post: Post<'_>, entry: &Entry) -> Noted<Vec<Artifact>> {
    let calendar = calendar::file(post.catalog, entry)
        .map(|text| (calendar::url(post.catalog, entry), text.into_bytes()));
    mail::files(post, entry).map(|files| {
        let made = files.into_iter().chain(calendar).filter_map(|(url, bytes)| {
            let own = artifact(&url, Content::Bytes(Arc::from(bytes)))?;
            Some(Artifact { claimed_by: Some(Span::top(entry.document.file)), ..own })
        });
        made.collect()
    })
}
