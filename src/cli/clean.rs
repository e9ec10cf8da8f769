//! `clean`: removes what is kept between builds.

use std::path::{Path, PathBuf};

use super::args::CleanArgs;
use super::run::{Call, Exit};
use crate::diag::problem::Host;
use crate::diag::{Fatal, Language, Place};
use crate::publish::{self, Location};
use crate::store::{self, Trouble};

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
            Trouble::Taken => Host::NotAStore { path },
            Trouble::System(detail) => Host::Unwritable { detail: format!("{path}: {detail}") },
        };
        Fatal::new(Place::Nowhere, problem)
    };
    // Where one of the two is refused, the other stays as well.
    if !store::is_free(&folder) {
        return Err(not_removed(Trouble::Taken));
    }
    let beside = publish::forget(&location)?;
    let removed = store::clean(&folder).map_err(not_removed)?;
    let gone = beside.iter().chain(removed.then_some(&folder));
    let mut said: String = gone.map(|own| removed_line(own, call)).collect();
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

/// A folder as it is seen from where the command was given.
fn shown(folder: &Path, call: &Call<'_, '_>) -> String {
    let from = &call.around.folder;
    let whole = std::path::absolute(from);
    let short = folder.strip_prefix(from).ok();
    let short = short.or_else(|| folder.strip_prefix(whole.ok()?).ok());
    short.unwrap_or(folder).display().to_string()
}
