//! The same site again, as its files change: what earlier builds made is used again.

use std::sync::Arc;

use super::{Kept, Options, Reuse, SiteBuilt, site};
use crate::diag::problem::Host;
use crate::diag::{Diag, Fatal, Place};
use crate::output::Output;
use crate::store::Store;
use crate::vfs::{Env, Files};

/// Makes a site as often as it changes.
#[derive(Debug)]
pub struct Rebuild {
    options: Options,
    env: Env,
    store: Store,
    /// Why the store is not used.
    trouble: Option<String>,
    earlier: Option<Arc<Output>>,
}

impl Rebuild {
    /// Opens the store that the options name.
    pub fn new(options: Options, env: Env) -> Self {
        let (store, trouble) = match &options.reuse {
            Reuse::Nothing => (Store::none(), None),
            Reuse::Store(folder) => match Store::open(folder) {
                Ok(store) => (store, None),
                Err(detail) => (Store::none(), Some(detail)),
            },
        };
        Self { options, env, store, trouble, earlier: None }
    }

    /// Makes the site from files and puts what it took in the store.
    pub fn site(&mut self, files: &dyn Files) -> Result<SiteBuilt, Fatal> {
        let kept = Kept { earlier: self.earlier.as_deref(), store: Some(&self.store) };
        let mut made = site(files, &self.options, &self.env, kept)?;
        let committed = self.store.commit(made.store_max_bytes);
        let trouble = self.trouble.take().or(committed.err());
        made.diags.extend(trouble.map(|detail| self.no_store(detail)));
        if made.output.is_some() {
            self.earlier.clone_from(&made.output);
        }
        Ok(made)
    }

    fn no_store(&self, detail: String) -> Diag {
        let path = match &self.options.reuse {
            Reuse::Store(folder) => folder.display().to_string(),
            Reuse::Nothing => String::new(),
        };
        Diag::new(Place::Nowhere, Host::NoStore { path, detail })
    }
}
