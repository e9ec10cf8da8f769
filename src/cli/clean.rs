//! `clean`: removes what is kept between builds.

use super::args::CleanArgs;
use super::run::{Call, Exit};
use crate::diag::problem::Host;
use crate::diag::{Fatal, Language, Place};
use crate::store::{self, Trouble};

/// Removes the store and says so.
pub(super) fn run(args: &CleanArgs, call: &mut Call<'_, '_>) -> Result<Exit, Fatal> {
    let named = args.store.as_ref().map(|folder| call.around.folder.join(folder));
    let folder = named.unwrap_or_else(|| call.root.join(".lerend"));
    let removed = store::clean(&folder).map_err(|trouble| {
        let path = folder.display().to_string();
        let problem = match trouble {
            Trouble::Taken => Host::NotAStore { path },
            Trouble::System(detail) => Host::Unwritable { detail: format!("{path}: {detail}") },
        };
        Fatal::new(Place::Nowhere, problem)
    })?;
    let folder = folder.strip_prefix(&call.around.folder).unwrap_or(&folder).display();
    let said = match (removed, call.style.language) {
        (true, Language::Nl) => format!("{folder} is verwijderd.\n"),
        (true, Language::En) => format!("{folder} was removed.\n"),
        (false, Language::Nl) => {
            format!("{folder} is er niet; er valt niets te verwijderen.\n")
        }
        (false, Language::En) => {
            format!("{folder} is not there; there is nothing to remove.\n")
        }
    };
    call.report().give(&said);
    Ok(Exit::Done)
}
