//! What may stand on the command line.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::base::Date;
use crate::base::PREVIEW_PORT;
use crate::diag::{Language, draw};
use crate::schema;

/// The version, and which source it was built from.
const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), " (", env!("LEREND_FINGERPRINT"), ")");

/// Builds an evaluation site and newsletter fragments from one content tree.
#[derive(Debug, Parser)]
#[command(name = "lerend", version = VERSION, max_term_width = 90)]
pub(super) struct Cli {
    #[command(flatten)]
    pub(super) global: Global,
    #[command(subcommand)]
    pub(super) command: Command,
}

/// Options of every command.
#[derive(Debug, Args)]
pub(super) struct Global {
    /// The folder that holds `content/` [default: the current folder]
    #[arg(long, global = true, value_name = "DIR")]
    pub(super) root: Option<PathBuf>,
    /// The language of messages [default: that of site.yaml, then LANG]
    #[arg(long, global = true, value_enum, value_name = "LANG")]
    pub(super) language: Option<LanguageArg>,
    /// The form of diagnostics
    #[arg(long, global = true, value_enum, default_value_t, value_name = "FORMAT")]
    pub(super) format: FormatArg,
    /// When to use colours
    #[arg(long, global = true, value_enum, default_value_t, value_name = "WHEN")]
    pub(super) color: ColorArg,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Build the site into `public/`
    Build(BuildArgs),
    /// Check everything and write nothing
    Check(CheckArgs),
    /// Serve the site, rebuild on change, reload the browser
    Serve(ServeArgs),
    /// Write a starter file, with its fields explained
    New(NewArgs),
    /// Make a draft of a filled-in questionnaire or a handed-in story
    Import(ImportArgs),
    /// Make a new site with a few files to begin with
    Init(InitArgs),
    /// Remove what is kept between builds
    Clean(CleanArgs),
    /// Say what made a page, or why a document is not on the site
    Why(WhyArgs),
    /// The register of media: rights, consent, where used
    Media(MediaArgs),
    /// Print an edition or one of its items, or record an edition that is sent
    Newsletter(NewsletterArgs),
    /// Give out JSON Schemas of all fields, or the configuration of an editing program
    Schema(SchemaArgs),
    /// Explain a problem code at length
    Explain {
        /// The code between brackets in a message, such as yaml/tab
        code: String,
    },
}

#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    /// Be strict on what changed since a git revision, and only warn about the rest
    #[arg(long, value_name = "REV")]
    pub(super) since: Option<String>,
    /// Follow links to other sites too, and tell which lead nowhere
    #[arg(long)]
    pub(super) external: bool,
    /// Write what changes on the site into a file, as Markdown for a comment
    #[arg(long, value_name = "FILE", requires = "since")]
    pub(super) comment: Option<PathBuf>,
    #[command(flatten)]
    pub(super) site: SiteArgs,
}

#[derive(Debug, Args)]
pub(super) struct SchemaArgs {
    /// One type only, such as factsheet, topics, media or site
    #[arg(value_name = "TYPE", value_parser = PossibleValuesParser::new(super::schema::names()))]
    pub(super) name: Option<String>,
    /// Write the configuration of an editing program: .vscode/, or admin/ for Decap and Sveltia
    #[arg(long, value_enum, value_name = "PROGRAM", conflicts_with_all = ["name", "output"])]
    pub(super) editor: Option<EditorArg>,
    /// Write a file per type into this folder
    #[arg(long, value_name = "DIR", conflicts_with = "name")]
    pub(super) output: Option<PathBuf>,
}

/// A program in which people write.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum EditorArg {
    Vscode,
    Decap,
}

#[derive(Debug, Args)]
pub(super) struct BuildArgs {
    /// The folder to write to [default: public]
    #[arg(long, value_name = "DIR")]
    pub(super) output: Option<PathBuf>,
    #[command(flatten)]
    pub(super) site: SiteArgs,
}

/// More threads than this are a slip.
pub(super) const MOST_JOBS: u16 = 1024;

/// Options of every command that builds the site.
#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub(super) struct SiteArgs {
    /// The address of the site, in place of base-url in site.yaml
    #[arg(long, value_name = "URL", value_parser = web_address)]
    pub(super) base_url: Option<String>,
    /// Build as if it were this day
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub(super) date: Option<Date>,
    /// Drafts and scheduled documents too, with a banner and noindex
    #[arg(long)]
    pub(super) preview: bool,
    /// Warnings that ask for mending fail too
    #[arg(long)]
    pub(super) strict: bool,
    /// End links in index.html, for reading from disk
    #[arg(long)]
    pub(super) offline: bool,
    /// How many threads to use [default: as many as there are cores]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=i64::from(MOST_JOBS)))]
    pub(super) jobs: Option<u16>,
    /// Tell how long each step took
    #[arg(long)]
    pub(super) timings: bool,
    /// Write where the time went to a file for a trace viewer
    #[arg(long, value_name = "FILE")]
    pub(super) trace: Option<PathBuf>,
    /// Make no smaller pictures
    #[arg(long)]
    pub(super) no_images: bool,
    /// The folder where finished work is kept between builds [default: .lerend]
    #[arg(long, value_name = "DIR")]
    pub(super) store: Option<PathBuf>,
    /// Make everything anew, and keep nothing
    #[arg(long, conflicts_with = "store")]
    pub(super) cold: bool,
    /// Make no search index: the search page is an index from A to Z
    #[arg(long)]
    pub(super) no_search: bool,
}

#[derive(Debug, Args)]
pub(super) struct InitArgs {
    /// The folder of the new site
    #[arg(value_name = "DIR")]
    pub(super) folder: PathBuf,
}

#[derive(Debug, Args)]
pub(super) struct CleanArgs {
    /// The folder where finished work is kept [default: .lerend]
    #[arg(long, value_name = "DIR")]
    pub(super) store: Option<PathBuf>,
    /// The folder of the site, beside which the one before it is kept [default: public]
    #[arg(long, value_name = "DIR")]
    pub(super) output: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct ServeArgs {
    /// The address to listen on
    #[arg(long, default_value = "127.0.0.1", value_name = "HOST")]
    pub(super) host: String,
    /// The port to listen on
    #[arg(long, default_value_t = PREVIEW_PORT, value_name = "PORT")]
    pub(super) port: u16,
    /// Open the site in the browser
    #[arg(long)]
    pub(super) open: bool,
    #[command(flatten)]
    pub(super) site: SiteArgs,
}

#[derive(Debug, Args)]
pub(super) struct ImportArgs {
    /// The file that was handed in
    pub(super) file: PathBuf,
    /// The region it comes from, by id or name [default: the one that it names]
    #[arg(long, value_name = "REGION")]
    pub(super) region: Option<String>,
    #[command(flatten)]
    pub(super) site: SiteArgs,
}

#[derive(Debug, Args)]
pub(super) struct WhyArgs {
    /// An address or file of the site, or a file in content/
    pub(super) path: String,
    #[command(flatten)]
    pub(super) site: SiteArgs,
}

#[derive(Debug, Args)]
pub(super) struct MediaArgs {
    #[command(subcommand)]
    pub(super) action: Option<MediaAction>,
    /// How to print the register
    #[arg(long = "as", value_enum, default_value_t, value_name = "FORM")]
    pub(super) form: super::media::Form,
    #[command(flatten)]
    pub(super) site: SiteArgs,
}

#[derive(Debug, Subcommand)]
pub(super) enum MediaAction {
    /// What goes when a consent is withdrawn, and what to do
    Withdraw {
        /// The reference of a consent, or the id of a media item
        reference: String,
    },
}

#[derive(Debug, Args)]
pub(super) struct NewArgs {
    /// What to make; asked on a terminal when it is not said
    #[arg(value_enum, value_name = "TYPE")]
    pub(super) kind: Option<NewType>,
    /// Its name or title; for media, a file
    pub(super) name: Option<String>,
    /// For a newsletter: propose what is new since the edition before, or since this day
    #[arg(long, value_name = "previous|YYYY-MM-DD", value_parser = since)]
    pub(super) since: Option<Since>,
    /// Date it as of this day
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub(super) date: Option<Date>,
}

/// From when on something is new.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Since {
    /// The edition before.
    Previous,
    /// This day.
    Day(Date),
}

fn since(text: &str) -> Result<Since, String> {
    match text {
        "previous" | "vorige" => Ok(Since::Previous),
        _ => date(text).map(Since::Day).map_err(|_| {
            "expected `previous`, or a day that exists, such as 2026-03-18".to_owned()
        }),
    }
}

#[derive(Debug, Args)]
pub(super) struct NewsletterArgs {
    /// The name of its file, without .md
    pub(super) edition: String,
    /// What to print
    #[arg(long = "as", value_enum, default_value_t, value_name = "FORM")]
    pub(super) form: MailForm,
    /// One item only, such as factsheet-vertraging
    #[arg(long, value_name = "ID")]
    pub(super) item: Option<String>,
    /// For this mail tool: its placeholders and campaign codes
    #[arg(long, value_name = "TOOL")]
    pub(super) target: Option<String>,
    /// Keep what is sent in a file beside the edition, and print nothing
    #[arg(long, conflicts_with_all = ["form", "item", "target"])]
    pub(super) record: bool,
    /// The address of the site, in place of base-url in site.yaml
    #[arg(long, value_name = "URL", value_parser = web_address)]
    pub(super) base_url: Option<String>,
    /// As if it were this day [default: today, or the day of the edition when that is later]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub(super) date: Option<Date>,
}

/// What can be printed of an edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(super) enum MailForm {
    /// The whole mail as HTML
    #[default]
    Mail,
    /// Items to paste into an editor that shows what will be sent
    Rich,
    /// Items to paste into a block for code
    Block,
    /// The whole mail, or an item, as plain text
    Text,
    /// The whole mail, or an item, as Markdown
    Markdown,
    /// The whole mail as a message that mail programs open
    Eml,
    /// The edition, or an item, as data
    Json,
    /// Messages for social media
    Social,
}

/// What can be made, by its English or Dutch word.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum NewType {
    Factsheet,
    #[value(alias = "verhaal")]
    Story,
    #[value(alias = "bevinding")]
    Finding,
    #[value(alias = "regio")]
    Region,
    #[value(alias = "rapport")]
    Report,
    #[value(alias = "bijeenkomst")]
    Event,
    #[value(alias = "nieuwsbrief")]
    Newsletter,
    #[value(alias = "vragenlijst")]
    Questionnaire,
    #[value(alias = "handreiking")]
    Blueprint,
    #[value(alias = "pagina")]
    Page,
    Media,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum LanguageArg {
    Nl,
    En,
}

impl From<LanguageArg> for Language {
    fn from(arg: LanguageArg) -> Self {
        match arg {
            LanguageArg::Nl => Self::Nl,
            LanguageArg::En => Self::En,
        }
    }
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub(super) enum FormatArg {
    #[default]
    Full,
    Concise,
    Json,
    Github,
    Gitlab,
    Sarif,
}

impl From<FormatArg> for draw::Format {
    fn from(arg: FormatArg) -> Self {
        match arg {
            FormatArg::Full => Self::Full,
            FormatArg::Concise => Self::Concise,
            FormatArg::Json => Self::Json,
            FormatArg::Github => Self::Github,
            FormatArg::Gitlab => Self::Gitlab,
            FormatArg::Sarif => Self::Sarif,
        }
    }
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub(super) enum ColorArg {
    #[default]
    Auto,
    Always,
    Never,
}

fn web_address(text: &str) -> Result<String, String> {
    // No page fits behind a query.
    let is_base = schema::is_url(text) && !text.contains(['?', '#']);
    is_base.then(|| text.to_owned()).ok_or_else(|| "expected https://…/".to_owned())
}

fn date(text: &str) -> Result<Date, String> {
    Date::parse_iso(text)
        .ok_or_else(|| "expected a day that exists, such as 2026-03-18".to_owned())
}
