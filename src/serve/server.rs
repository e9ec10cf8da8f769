//! Listens, shows, and builds again on every change.

use std::fmt;
use std::io;
use std::net::{SocketAddr, TcpListener};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use tokio::runtime::{Builder, Runtime};
use tokio::sync::watch as channel;

use crate::diag::problem::Host;
use crate::diag::{Fatal, Place};
use crate::output::{Changes, Output};
use crate::vfs::{Files, Remembered};

use super::guard::Guard;
use super::http::{self, App};
use super::reload::Shown;
use super::watch::{Waited, Watcher};
use super::{Options, Rebuilt, Watched, browser};

/// How long it has to be quiet before work is done for which nobody waits: the page that was
/// saved comes first, and of a burst of saves only the last counts.
const QUIET: Duration = Duration::from_millis(300);

/// Not every system tells of changes: folders of another computer, or of the system around this
/// one, do not. So long after a look that found nothing files are looked at again.
const SHORTEST: Duration = Duration::from_secs(2);

/// The longest time between two looks while each finds something.
const LONGEST: Duration = Duration::from_secs(10);

/// After a look nothing is looked at for this many times as long as it took.
const IDLE: u32 = 50;

/// A server that listens until it is dropped.
pub struct Server {
    address: SocketAddr,
    shown: channel::Sender<Arc<Shown>>,
    /// How many times files beside the site were asked for.
    asked: Arc<(Mutex<u64>, Condvar)>,
    /// Held while they are made.
    making: Arc<Mutex<()>>,
    /// Taken out when the server is dropped.
    runtime: Option<Runtime>,
}

impl fmt::Debug for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Server").field("address", &self.address).finish_non_exhaustive()
    }
}

impl Server {
    /// Starts to listen; there is no site to show yet. Copies in the output are read from
    /// `files`.
    pub fn bind(options: &Options, files: Arc<dyn Files + Send + Sync>) -> Result<Self, Fatal> {
        let failed = |error: io::Error| {
            let address = format!("{}:{}", options.host, options.port);
            let is_of_port = matches!(
                error.kind(),
                io::ErrorKind::AddrInUse | io::ErrorKind::PermissionDenied
            );
            let problem =
                Host::CannotListen { address, is_host: !is_of_port, detail: error.to_string() };
            Fatal::new(Place::Nowhere, problem)
        };
        let host = options.host.trim_start_matches('[').trim_end_matches(']');
        let listener = TcpListener::bind((host, options.port)).map_err(failed)?;
        listener.set_nonblocking(true).map_err(failed)?;
        let address = listener.local_addr().map_err(failed)?;

        let runtime = Builder::new_multi_thread()
            .worker_threads(2)
            .enable_io()
            .enable_time()
            .build()
            .map_err(failed)?;
        let (shown, seen) = channel::channel(Arc::new(Shown::default()));
        let guard = Guard::new(host);
        let app = http::router(App { guard, language: options.language, files, shown: seen });
        let listener = {
            let _entered = runtime.enter();
            tokio::net::TcpListener::from_std(listener).map_err(failed)?
        };
        runtime.spawn(async move { axum::serve(listener, app).await });
        Ok(Self {
            address,
            shown,
            asked: Arc::default(),
            making: Arc::default(),
            runtime: Some(runtime),
        })
    }

    /// The address that the server listens on, with the port that it got.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The address of the site's start for a browser.
    pub fn url(&self) -> String {
        let mut address = self.address;
        if address.ip().is_unspecified() {
            address.set_ip(std::net::Ipv4Addr::LOCALHOST.into());
        }
        format!("http://{address}/")
    }

    /// Opens the site's start in the user's browser.
    pub fn open_browser(&self) {
        browser::open(&self.url());
    }

    /// Shows what a build made. Browsers load a page again when the site differs, and only
    /// their style sheets when nothing else does.
    pub fn show(&self, rebuilt: Rebuilt) {
        let mut before = Arc::default();
        self.shown.send_modify(|shown| {
            let Rebuilt { output, errors, notices } = rebuilt;
            // A page that only gets other style sheets need not be loaded again.
            let same = match (&shown.output, &output) {
                (Some(old), Some(new)) => Changes::between(old, new).is_only_styles(),
                (_, new) => new.is_none(),
            };
            let now = Arc::new(Shown {
                build: shown.build + 1,
                version: shown.version + u64::from(!same),
                output: output.or_else(|| shown.output.clone()),
                errors,
                notices,
                beside: shown.beside.clone(),
            });
            // Nobody who asks for a page waits until all that is gone.
            before = std::mem::replace(shown, now);
        });
    }

    /// Makes more files of the site on a thread of its own, when no other call follows soon,
    /// and shows them in place of those of an earlier call. Nothing has to wait for it and
    /// nothing reloads.
    pub fn show_beside(
        &self,
        make: impl FnOnce() -> Option<Output> + Send + 'static,
    ) -> JoinHandle<()> {
        let (shown, asked) = (self.shown.clone(), Arc::clone(&self.asked));
        let making = Arc::clone(&self.making);
        let own = {
            let mut last = asked.0.lock().unwrap_or_else(PoisonError::into_inner);
            *last += 1;
            *last
        };
        asked.1.notify_all();
        thread::spawn(move || {
            let is_last_after = |time: Duration| {
                let last = asked.0.lock().unwrap_or_else(PoisonError::into_inner);
                let waited = asked.1.wait_timeout_while(last, time, |last| *last == own);
                *waited.unwrap_or_else(PoisonError::into_inner).0 == own
            };
            let is_first = shown.borrow().beside.is_none();
            if !is_last_after(if is_first { Duration::ZERO } else { QUIET }) {
                return;
            }
            // One after the other, so that what is shown last was made last.
            let _one = making.lock().unwrap_or_else(PoisonError::into_inner);
            if !is_last_after(Duration::ZERO) {
                return;
            }
            if let Some(made) = make() {
                let beside = Some(Arc::new(made));
                shown.send_modify(|shown| {
                    *shown = Arc::new(Shown { beside, ..Shown::clone(shown) });
                });
            }
        })
    }

    /// Builds from files, shows, and does it again on every change and when `is_new_day`, until
    /// the process ends.
    pub fn run(
        &self,
        watched: &Watched,
        files: &Remembered,
        build: &mut dyn FnMut() -> Rebuilt,
        is_new_day: &dyn Fn() -> bool,
    ) -> Result<(), Fatal> {
        // Watched before the first build, so that no change falls in between.
        let mut watcher = Watcher::new(watched)?;
        let mut pause = QUIET;
        self.show(build());
        loop {
            pause = match watcher.wait(pause)? {
                Waited::Changed(touched) => {
                    files.forget(&touched);
                    self.show(build());
                    QUIET
                }
                Waited::Quiet => {
                    let start = Instant::now();
                    if files.forget_if_outdated() || is_new_day() {
                        self.show(build());
                        // Where files never look the same twice, it must not go on and on.
                        pause.saturating_mul(2).min(LONGEST)
                    } else {
                        start.elapsed().saturating_mul(IDLE).max(SHORTEST)
                    }
                }
                Waited::Ended => return Ok(()),
            };
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}
