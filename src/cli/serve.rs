//! `serve`.

use std::sync::Arc;

use super::args::ServeArgs;
use super::build::options;
use super::run::{Call, Exit};
use crate::base::escape_text;
use crate::diag::draw::{self, Format, Outcome, Style};
use crate::diag::{Fatal, Severity};
use crate::pipeline::{Purpose, Rebuild};
use crate::serve::{self, Rebuilt, Server, Watched};
use crate::vfs::{Disk, Files};

/// Serves the site until it is stopped.
pub(super) fn run(args: &ServeArgs, call: &mut Call<'_, '_>) -> Result<Exit, Fatal> {
    let env = call.env(args.site.date)?;
    let mut options = options(Purpose::Check, &args.site, call);
    let files = Arc::new(Disk::open(&options.root)?);
    let language = call.style.language;
    let listen = serve::Options { host: args.host.clone(), port: args.port, language };
    let server = Server::bind(&listen, Arc::clone(&files) as Arc<dyn Files + Send + Sync>)?;
    let url = server.url();
    options.base_url.get_or_insert_with(|| url.clone());
    call.report().say(&format!("{url}\n"));
    if args.open {
        server.open_browser();
    }
    let folder = |name: &str| options.root.join(name);
    let watched = Watched {
        roots: vec![folder("content"), folder("themes")],
        ignored: ["public", "target", ".lerend", ".git"].map(folder).to_vec(),
    };
    let mut again = Rebuild::new(options, env);
    server.run(&watched, &mut || {
        let (rebuilt, said) = rebuild(files.as_ref(), &mut again, call);
        call.report().say(&said);
        rebuilt
    })?;
    Ok(Exit::Done)
}

/// One build, with what to say of it on the terminal.
fn rebuild(files: &dyn Files, again: &mut Rebuild, call: &Call<'_, '_>) -> (Rebuilt, String) {
    let (mut diags, sources, output) = match again.site(files) {
        Ok(made) => (made.diags, made.sources, made.output),
        Err(fatal) => (vec![*fatal.0], crate::diag::SourceMap::default(), None),
    };
    diags.retain(|diag| diag.severity != Severity::Hint);
    let plain =
        Style { format: Format::Full, language: call.style.language, colour: false, width: 90 };
    let errors: Vec<_> = diags.iter().filter(|diag| diag.is_error()).cloned().collect();
    let problems_html = if errors.is_empty() {
        String::new()
    } else {
        let mut html = String::from("<pre>");
        escape_text(&mut html, &draw::all(&errors, &sources, &plain));
        html.push_str("</pre>");
        html
    };
    let outcome = match &output {
        Some(_) => Outcome::Checked,
        None => Outcome::Refused,
    };
    let mut said = draw::all(&diags, &sources, &call.style);
    said.push_str(&draw::summary(&diags, &outcome, call.style.language));
    said.push('\n');
    (Rebuilt { output, problems_html }, said)
}
