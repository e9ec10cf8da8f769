//! The same site again, as its files change: what earlier builds made is used again.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::kept_pages::{Earlier, Standing};
use super::kept_texts::KeptTexts;
use super::loaded_theme::Dress;
use super::untouched::MadeFrom;
use super::{KeptWork, Options, Purpose, Reuse, Run, SiteBuilt, Task, site};
use crate::diag::problem::{Host, NoStore};
use crate::diag::{Diag, Fatal, Place};
use crate::output::{Spool, Squeezer};
use crate::publish::{self, Location};
use crate::store::{self, Store};
use crate::vfs::{Env, Files};

/// Makes a site as often as it changes.
#[derive(Debug)]
pub struct Rebuild {
    options: Options,
    env: Env,
    store: Store,
    /// Why the store is not used.
    trouble: Option<NoStore>,
    standing: Standing,
    /// What an earlier run of the program made there.
    run: Option<Run>,
    /// Where the bytes of new files go.
    spool: Option<Arc<dyn Spool>>,
    /// What makes files smaller that stay in memory; `None` where they stay as they are.
    squeezer: Option<Squeezer>,
    is_served: bool,
    /// The last site; `None` when only one is made, whose pages need not be known again.
    earlier: Option<Earlier>,
    /// What its texts became; `None` likewise.
    texts: Option<KeptTexts>,
    /// Its theme.
    dress: Option<Arc<Dress>>,
}

impl Rebuild {
    /// Opens the store that the options name.
    pub fn new(options: Options, env: Env) -> Self {
        let (store, trouble) = match open_store(Task { options: &options, env: &env }) {
            Ok(store) => (store, None),
            Err(why) => (Store::none(), Some(why)),
        };
        Self {
            options,
            env,
            store,
            trouble,
            standing: Standing::Unknown,
            run: None,
            spool: None,
            squeezer: None,
            is_served: false,
            earlier: Some(Earlier::default()),
            texts: Some(KeptTexts::default()),
            dress: None,
        }
    }

    /// For a single build: pages that stand in the output folder already are left alone, those
    /// that an earlier run made from the same unseen.
    #[must_use]
    pub fn over(mut self, standing: Standing, run: Option<Run>) -> Self {
        self.standing = standing;
        self.run = run;
        self.earlier = None;
        self.texts = None;
        self
    }

    /// Files stay in memory, in as little of it as can be.
    #[must_use]
    pub fn squeezing(mut self) -> Self {
        self.squeezer = Some(Squeezer::default());
        self
    }

    /// The site is served from memory: it takes as little of it as can be, and what readers seldom
    /// ask for is made when somebody does.
    #[must_use]
    pub fn serving(mut self) -> Self {
        self.is_served = true;
        self.squeezing()
    }

    /// New files go to this spool, so that they need not stay in memory.
    #[must_use]
    pub fn spooling(mut self, spool: Arc<dyn Spool>) -> Self {
        self.spool = Some(spool);
        self
    }

    /// From now on in these surroundings: a day may have passed.
    pub fn set_env(&mut self, env: Env) {
        self.env = env;
    }

    /// Makes the site from files and puts what it took in the store.
    pub fn site(&mut self, files: &dyn Files) -> Result<SiteBuilt, Fatal> {
        let kept = KeptWork {
            earlier: self.earlier.as_ref(),
            dress: self.dress.as_ref(),
            texts: self.texts.as_ref(),
            store: Some(&self.store),
            run: self.run.as_ref(),
            standing: Some(&self.standing),
            spool: self.spool.as_deref(),
            squeezer: self.squeezer.as_ref(),
            is_served: self.is_served,
        };
        let task = Task { options: &self.options, env: &self.env };
        let mut made = site(files, task, kept)?;
        self.dress = self.earlier.as_ref().map(|_| Arc::clone(&made.dress));
        let committed = self.store.commit(made.store_max_bytes);
        let trouble = self.trouble.take().or(committed.err().map(NoStore::System));
        made.diags.extend(trouble.map(|why| self.no_store(why)));
        if let Some(output) = &made.output {
            self.earlier = Some(Earlier {
                output: Arc::clone(output),
                keys: std::mem::take(&mut made.keys),
                made_from: Some(MadeFrom {
                    catalog: made.catalog.clone(),
                    dress: Arc::clone(&made.dress),
                }),
                work: std::mem::take(&mut made.work),
                links: std::mem::take(&mut made.links),
                told: std::mem::take(&mut made.told),
            });
        }
        Ok(made)
    }

    fn no_store(&self, why: NoStore) -> Diag {
        let path = match &self.options.reuse {
            Reuse::Store(folder) | Reuse::Read(folder) => folder.display().to_string(),
            Reuse::Nothing => String::new(),
        };
        Diag::new(Place::Nowhere, Host::NoStore { path, why })
    }
}

/// The store that the options name, which is no part of the site.
pub(super) fn open_store(task: Task<'_>) -> Result<Store, NoStore> {
    let Task { options, env } = task;
    let (folder, open): (_, fn(&Path) -> _) = match &options.reuse {
        Reuse::Nothing => return Ok(Store::none()),
        Reuse::Store(folder) => (folder, Store::open),
        Reuse::Read(folder) => (folder, Store::read),
    };
    let output = match &options.purpose {
        Purpose::Publish(Some(output)) => output.clone(),
        _ => PathBuf::from("public"),
    };
    let location = Location { root: options.root.clone(), output, home: env.home.clone() };
    if let Some(inside) = publish::around_store(&location, folder) {
        return Err(NoStore::Inside(inside));
    }
    if let Some(link) = store::link_within(&options.root, folder) {
        return Err(NoStore::Linked(link.display().to_string()));
    }
    open(folder).map_err(NoStore::from)
}
