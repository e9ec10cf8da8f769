//! `clean`: removes what is kept between builds.

use std::path::{Path, PathBuf};

use super::args::CleanArgs;
use super::run::{Call, Exit};
use crate::diag::problem::Host;
use crate::diag::{Fatal, Language, Place};
use crate::publish::{self, Location};
use crate::store::{self, Cleaned, Trouble};

/// Removes the store and what stands beside the output, and says so.
pub(super) fn run(args: &CleanArgs, call: &mut Call<'_, '_>) -> Result<Exit, Fatal> {
    let named = |folder: &PathBuf| call.around.folder.join(folder);
    let location = Location {
        root: call.root.clone(),
        output: args.output.as_ref().map_or_else(|| PathBuf::from("public"), named),
        home: call.env(None)?.home,
    };
    let folder = args.store.as_ref().map_or_else(|| call.root.join(".lerend"), named);
    let not_removed = |trouble| {
        let path = folder.display().to_string();
        let problem = match trouble {
            Trouble::Taken => Host::NotAStore { path, is_named: args.store.is_some() },
            Trouble::Linked(link) => Host::LinkedStore { path: shown(&link, call) },
            Trouble::System(detail) => Host::Unwritable { detail: format!("{path}: {detail}") },
        };
        Fatal::new(Place::Nowhere, problem)
    };
    // Where one of the two is refused, the other stays as well.
    if let Some(link) = store::link_within(&call.root, &folder) {
        return Err(not_removed(Trouble::Linked(link)));
    }
    if !store::is_there(&folder) {
        store::look(&folder).map_err(not_removed)?;
    }
    let beside = publish::forget(&location)?;
    let removed = store::clean(&folder).map_err(not_removed)?;
    let gone = beside.iter().chain((removed == Cleaned::Gone).then_some(&folder));
    let mut said: String = gone.map(|own| removed_line(own, call)).collect();
    if let Cleaned::Left(others) = &removed {
        said.push_str(&left_line(&folder, others, call));
    }
    if said.is_empty() {
        let folder = shown(&folder, call);
        said = match call.style.language {
            Language::Nl => format!("{folder} is er niet; er valt niets te verwijderen.\n"),
            Language::En => format!("{folder} is not there; there is nothing to remove.\n"),
        };
    }
    call.report().give(&said);
    Ok(Exit::Done)
}

fn removed_line(folder: &Path, call: &Call<'_, '_>) -> String {
    let folder = shown(folder, call);
    match call.style.language {
        Language::Nl => format!("{folder} is verwijderd.\n"),
        Language::En => format!("{folder} was removed.\n"),
    }
}

/// What is said of a store in which somebody else has files too.
fn left_line(folder: &Path, others: &[PathBuf], call: &Call<'_, '_>) -> String {
    let example = others.first().map(|own| shown(own, call)).unwrap_or_default();
    let (folder, count) = (shown(folder, call), others.len());
    match call.style.language {
        Language::Nl => format!(
            "Uit {folder} is verwijderd wat `lerend` bewaarde. Wat er verder staat, blijft \
             ({count}, zoals {example}).\n"
        ),
        Language::En => format!(
            "What `lerend` kept was removed from {folder}. What else is there stays \
             ({count}, such as {example}).\n"
        ),
    }
}

/// A folder as it is seen from where the command was given.
fn shown(folder: &Path, call: &Call<'_, '_>) -> String {
    let from = &call.around.folder;
    let whole = std::path::absolute(from);
    let short = folder.strip_prefix(from).ok();
    let short = short.or_else(|| folder.strip_prefix(whole.ok()?).ok());
    short.unwrap_or(folder).display().to_string()
}
