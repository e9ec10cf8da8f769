//! The files beside the pages: mail and fragments of editions, calendars, what machines read,
//! open data.

use std::sync::Arc;

use rayon::prelude::*;

use crate::base::Span;
use crate::catalog::Entry;
use crate::diag::{Fatal, Noted};
use crate::output::{Artifact, Content};
use crate::render::outputs::calendar;
use crate::render::outputs::machine::{self, Press};
use crate::render::outputs::mail::{self, Post};

use super::kept_pages::KeptPages;
use super::pictures::artifact;

/// All of them, with what is wrong with them.
pub(super) fn artifacts(
    press: Press<'_>,
    kept: KeptPages<'_>,
) -> Result<Noted<Vec<Artifact>>, Fatal> {
    let Press { catalog, shared, .. } = press;
    let post = Post { catalog, shared };
    let shown: Vec<&Entry> =
        catalog.entries().iter().filter(|entry| entry.is_shown()).collect();
    let of_entries: Vec<Noted<Vec<Artifact>>> =
        shown.par_iter().map(|entry| of_entry(post, entry)).collect();
    let mut all = Noted::clean(Vec::new());
    for own in of_entries {
        let own = own.into_value(&mut all.diags);
        all.value.extend(own);
    }
    let shelf = mail::shelf_files(post).into_iter();
    all.value.extend(
        shelf.filter_map(|(url, bytes)| artifact(&url, Content::Bytes(Arc::from(bytes)))),
    );
    let made = machine::files(press).into_value(&mut all.diags);
    all.value.extend(made.into_iter().map(|(path, bytes)| Artifact {
        path,
        content: Content::Bytes(Arc::from(bytes)),
        claimed_by: None,
    }));
    all.value.extend(machine::copies(catalog).into_iter().map(|(path, source)| Artifact {
        path,
        content: Content::Copy(source),
        claimed_by: None,
    }));
    let settled: Result<Vec<Artifact>, Fatal> =
        all.value.into_par_iter().map(|own| kept.settled(own)).collect();
    Ok(Noted::new(settled?, all.diags))
}

/// The mail and fragments of an edition, the calendar file of a meeting.
fn of_entry(post: Post<'_>, entry: &Entry) -> Noted<Vec<Artifact>> {
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
