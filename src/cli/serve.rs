//! `serve`.

use super::args::ServeArgs;
use super::build::options;
use super::run::{Call, Exit};
use crate::diag::problem::Host;
use crate::diag::{Fatal, Place};
use crate::pipeline::{self, Purpose};

/// Serves the site until it is stopped.
pub(super) fn run(args: &ServeArgs, call: &mut Call<'_, '_>) -> Result<Exit, Fatal> {
    let env = call.env(args.site.date)?;
    let options = options(&call.root, Purpose::Check, &args.site);
    pipeline::build(&options, &env)?;
    // The server is plugged in here, with `args.open`.
    let address = format!("{}:{}", args.host, args.port);
    let detail = if args.open { "no server to open" } else { "no server" }.to_owned();
    Err(Fatal::new(Place::Nowhere, Host::CannotListen { address, detail }))
}
