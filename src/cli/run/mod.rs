//! From arguments to exit status.

mod given;

use std::ffi::OsString;
use std::io::{BufRead, IsTerminal as _, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory as _, Parser as _};

use given::Given;

use super::args::{Cli, ColorArg, Command, Global, SiteArgs};
use super::language::language;
use super::progress::Line;
use super::report::Report;
use super::surroundings::Surroundings;
use super::{
    build, check, clean, explain, help, import, init, media, new, newsletter, refusal, schema,
    serve, why,
};
use crate::base::Date;
use crate::diag::draw::{Format, Style};
use crate::diag::problem::Host;
use crate::diag::{Diag, Fatal, Language, Place};
use crate::pipeline::{Progress, Purpose};
use crate::vfs::Env;

/// Columns that are used when nobody knows how many there are.
const WIDTH: usize = 100;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Done; there may be warnings.
    Done,
    /// The content has errors.
    Content,
    /// It could not run.
    Failed,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        match exit {
            Exit::Done => Self::SUCCESS,
            Exit::Content => Self::from(1),
            Exit::Failed => Self::from(2),
        }
    }
}

/// Where a command writes: what it was asked for, and what it has to say about it.
pub struct Terminal<'a> {
    /// Standard output.
    pub out: &'a mut dyn Write,
    /// Standard error.
    pub err: &'a mut dyn Write,
    /// Standard input, when somebody sits there to answer.
    pub input: Option<&'a mut dyn BufRead>,
}

impl std::fmt::Debug for Terminal<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Terminal")
    }
}

/// A command that is about to run.
pub(super) struct Call<'a, 'w> {
    /// The folder that holds `content/`.
    pub(super) root: PathBuf,
    pub(super) style: Style,
    pub(super) around: &'a Surroundings,
    pub(super) terminal: &'a mut Terminal<'w>,
}

impl Call<'_, '_> {
    /// The surroundings of a build on the day that was asked for.
    pub(super) fn env(&self, date: Option<Date>) -> Result<Env, Fatal> {
        Ok(Env {
            now: self.around.now()?,
            date,
            language: Some(self.style.language),
            colour: self.style.colour,
            home: self.around.home.clone(),
        })
    }

    /// Shows how far a build is, where somebody is watching.
    pub(super) fn progress(&self, of: &Progress) -> Option<Line> {
        let stream = Box::new(std::io::stderr());
        self.around.watched.then(|| Line::show(of.clone(), &self.style, stream))
    }

    pub(super) fn report(&mut self) -> Report<'_, '_> {
        let place = self.place();
        Report { style: &self.style, place, out: self.terminal.out, err: self.terminal.err }
    }

    /// The folder of the site in the repository around it, with a `/` at its end: as the build
    /// service says, or git's folder; without either, seen from where the command was given.
    fn place(&self) -> String {
        let whole = |path: &Path| std::fs::canonicalize(path).ok();
        let root = whole(&self.root);
        let workspace = self.around.workspace.as_deref().and_then(whole);
        let repository = || root.as_deref().and_then(repository).map(Path::to_owned);
        let around = workspace.or_else(repository).or_else(|| whole(&self.around.folder));
        let inside = root
            .as_ref()
            .zip(around)
            .and_then(|(root, around)| Some(root.strip_prefix(around).ok()?.to_owned()));
        let names = inside.iter().flat_map(|path| path.iter());
        names.flat_map(|name| [name.to_string_lossy(), "/".into()]).collect()
    }
}

/// The folder of the repository that a folder is in. In a working copy beside others `.git` is a
/// file.
#[expect(clippy::disallowed_methods, reason = "where the repository begins is no content")]
fn repository(folder: &Path) -> Option<&Path> {
    folder.ancestors().find(|own| own.join(".git").exists())
}

/// Runs the program with the arguments and streams of this process.
pub fn main() -> ExitCode {
    // Standard error is not locked: what is going on is written there meanwhile.
    let (out, err) = (&mut std::io::stdout().lock(), &mut std::io::stderr());
    let mut stdin = std::io::stdin().lock();
    let somebody = std::io::stdin().is_terminal() && std::io::stderr().is_terminal();
    let input = somebody.then_some(&mut stdin as &mut dyn BufRead);
    run(std::env::args_os(), &Surroundings::read(), &mut Terminal { out, err, input }).into()
}

/// Runs a command. The first argument is the name of the program.
pub fn run(
    args: impl IntoIterator<Item = OsString>,
    around: &Surroundings,
    terminal: &mut Terminal<'_>,
) -> Exit {
    let args: Vec<OsString> = args.into_iter().collect();
    let mut out = Given::to(terminal.out);
    let input = terminal.input.as_mut().map(|input| &mut **input as &mut dyn BufRead);
    let exit =
        command(&args, around, &mut Terminal { out: &mut out, err: terminal.err, input });
    let Some(error) = out.failure() else { return exit };
    let problem = Host::Unwritable { detail: format!("stdout: {error}") };
    let mut call = call(&refusal::global(&args), around, terminal);
    // In words: what is for machines would go where nothing arrives.
    call.style.format = Format::Full;
    call.report().fatal(Diag::new(Place::Nowhere, problem));
    Exit::Failed
}

fn command(args: &[OsString], around: &Surroundings, terminal: &mut Terminal<'_>) -> Exit {
    let cli = match Cli::try_parse_from(args) {
        Ok(cli) => cli,
        Err(refusal) => return refuse(&refusal, args, around, terminal),
    };
    let mut call = call(&cli.global, around, terminal);
    let ended = match cli.command {
        Command::Build(args) => publish(args.output, &args.site, &mut call),
        Command::Check(args) => check::run(&args, &mut call),
        Command::Serve(args) => serve::run(&args, &mut call),
        Command::New(args) => new::run(&args, &mut call),
        Command::Import(args) => import::run(&args, &mut call),
        Command::Init(args) => init::run(&args, &mut call),
        Command::Clean(args) => clean::run(&args, &mut call),
        Command::Why(args) => why::run(&args, &mut call),
        Command::Media(args) => media::run(&args, &mut call),
        Command::Newsletter(args) => newsletter::run(&args, &mut call),
        Command::Schema(args) => schema::run(&args, &mut call),
        Command::Explain { code } => explain::run(&code, &mut call),
    };
    ended.unwrap_or_else(|fatal| {
        call.report().fatal(*fatal.0);
        Exit::Failed
    })
}

fn call<'a, 'w>(
    global: &Global,
    around: &'a Surroundings,
    terminal: &'a mut Terminal<'w>,
) -> Call<'a, 'w> {
    let root =
        global.root.as_ref().map_or(around.folder.clone(), |root| around.folder.join(root));
    let colour = match global.color {
        ColorArg::Auto => around.colour,
        ColorArg::Always => true,
        ColorArg::Never => false,
    };
    let style = Style {
        format: global.format.into(),
        language: language(global, &root, around),
        colour,
        width: around.columns.unwrap_or(WIDTH),
    };
    Call { root, style, around, terminal }
}

fn publish(
    output: Option<PathBuf>,
    site: &SiteArgs,
    call: &mut Call<'_, '_>,
) -> Result<Exit, Fatal> {
    let output = output.map(|folder| call.around.folder.join(folder));
    build::run(Purpose::Publish(output), site, call)
}

/// Help and version are answers; everything else is a mistake in the command.
fn refuse(
    refusal: &clap::Error,
    args: &[OsString],
    around: &Surroundings,
    terminal: &mut Terminal<'_>,
) -> Exit {
    let mut call = call(&refusal::global(args), around, terminal);
    if let Some(problem) = refusal::problem(refusal, args) {
        call.report().fatal(problem);
        return Exit::Failed;
    }
    let in_dutch = match call.style.language {
        Language::Nl if refusal.kind() != ErrorKind::DisplayVersion => {
            help::in_dutch(Cli::command()).try_get_matches_from(args).err()
        }
        _ => None,
    };
    let text = in_dutch.as_ref().unwrap_or(refusal).render();
    let text = if around.colour { text.ansi().to_string() } else { text.to_string() };
    let (writer, exit): (&mut dyn Write, Exit) = if refusal.use_stderr() {
        (terminal.err, Exit::Failed)
    } else {
        (terminal.out, Exit::Done)
    };
    // What went wrong with standard output is remembered; nobody hears of standard error.
    let _ = writer.write_all(text.as_bytes());
    let _ = writer.flush();
    exit
}

#[cfg(test)]
mod tests;
