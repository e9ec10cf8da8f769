//! `newsletter`: one form of an edition or of an item on standard output, for scripts; and the
//! record of an edition that is sent.

use std::borrow::Cow;

use crate::base::SourcePath;
use crate::catalog::{Availability, Entry, record_path};
use crate::diag::draw::Outcome;
use crate::diag::problem::{Host, Newsletter};
use crate::diag::{Diag, Fatal, Language, Place, Problem, Severity, Strictness};
use crate::model::{DocKind, Front};
use crate::pipeline::{self, Newsroom, Options, Purpose, Task};
use crate::render::outputs::mail::{self, Post, Tool};
use crate::render::outputs::newsletter::{
    self as letter, BlockView, EditionView, Fragment, MailTool, Placeholders,
};
use crate::vfs::Disk;

use super::args::{MailForm, NewsletterArgs};
use super::new::{NewFile, write};
use super::run::{Call, Exit};

/// Prints what was asked for, or writes the record.
pub(super) fn run(args: &NewsletterArgs, call: &mut Call<'_, '_>) -> Result<Exit, Fatal> {
    let room = room(args, call)?;
    if room.diags.iter().any(Diag::is_error) {
        let errors: Vec<Diag> =
            room.diags.iter().filter(|own| own.is_error()).cloned().collect();
        call.report().outcome(
            &errors,
            &room.sources,
            &Outcome::Checked(Strictness::Errors),
            "",
        );
        return Ok(Exit::Content);
    }
    let entry = edition(&room, &args.edition)?;
    let post = Post { catalog: &room.catalog, shared: &room.shared };
    let Some(view) = mail::view(post, entry) else { return Err(no_edition(&room, args)) };
    let mut told = said(&room, entry);
    if args.record {
        // What went out already has to be kept too, however it is.
        let wrong = of_mail(&room, entry, &view).into_iter().chain(late(&room, entry));
        told.extend(wrong.map(Diag::at_most_warning));
        tell(&told, &room, call);
        return record(&view, entry, call);
    }
    let tools = mail::tools(&room.catalog.config);
    let tool = tool(args.target.as_deref(), &tools)?;
    let view = if tool.is_some_and(|tool| !tool.mail.marks) { view.unmarked() } else { view };
    let text = printed(args, &view, tool.map(|tool| &tool.mail), &tools)?;
    if args.item.is_none() && is_mail(args.form) {
        told.extend(of_mail(&room, entry, &view));
    }
    tell(&told, &room, call);
    call.report().give(&text);
    Ok(if told.iter().any(Diag::is_error) { Exit::Content } else { Exit::Done })
}

/// Whether this is what goes to readers of mail, as a whole.
fn is_mail(form: MailForm) -> bool {
    matches!(form, MailForm::Mail | MailForm::Eml | MailForm::Text)
}

/// What is said of the edition, such as items that it has to leave out.
fn said(room: &Newsroom, entry: &Entry) -> Vec<Diag> {
    let is_of_edition = |diag: &&Diag| {
        let Place::Span(span) = diag.place else { return false };
        diag.severity == Severity::Warning && span.file == entry.document.file
    };
    room.diags.iter().filter(is_of_edition).cloned().collect()
}

/// What is wrong with the mail as it is printed or kept, but for hints.
fn of_mail(room: &Newsroom, entry: &Entry, view: &EditionView) -> Vec<Diag> {
    let mut wrong = mail::problems(&room.catalog, entry, view);
    room.catalog.config.policy.apply(&mut wrong);
    wrong.retain(|own| own.severity >= Severity::Warning);
    wrong
}

/// That what went out earlier is kept as the site is today.
fn late(room: &Newsroom, entry: &Entry) -> Vec<Diag> {
    let Front::Newsletter(own) = &entry.document.front else { return Vec::new() };
    let Some(sent) = own.sent.as_ref().filter(|day| day.value < room.catalog.today) else {
        return Vec::new();
    };
    let changed = room.catalog.changed_after(entry, sent.value);
    let problem = Newsletter::RecordedLate { sent: sent.value, changed };
    let mut told = vec![Diag::at(sent.span, problem)];
    room.catalog.config.policy.apply(&mut told);
    told
}

fn tell(told: &[Diag], room: &Newsroom, call: &mut Call<'_, '_>) {
    if !told.is_empty() {
        call.report().beside(told, &room.sources);
    }
}

/// The content on the day that was asked for; an edition that is still to come as on its own
/// day, one that is a draft as if it were none. Drafts that it names stay drafts: what is sent
/// or recorded may hold nothing that readers may not see.
fn room(args: &NewsletterArgs, call: &Call<'_, '_>) -> Result<Newsroom, Fatal> {
    let files = Disk::open(&call.root)?;
    let options =
        Options { base_url: args.base_url.clone(), ..Options::new(&call.root, Purpose::Check) };
    let mut env = call.env(args.date)?;
    let mut ready = None;
    loop {
        let room =
            pipeline::newsroom(&files, Task { options: &options, env: &env }, ready.as_ref())?;
        let Some(entry) = find(&room, &args.edition) else { return Ok(room) };
        match entry.availability {
            Availability::Draft if ready.is_none() => ready = Some(entry.document.path.clone()),
            Availability::Scheduled(day) if args.date.is_none() && env.date != Some(day) => {
                env.date = Some(day);
            }
            _ => return Ok(room),
        }
    }
}

/// An edition by its id, or by its id and language: `2021-03`, `2021-03.en`.
fn find<'a>(room: &'a Newsroom, name: &str) -> Option<&'a Entry> {
    let is_it = |entry: &&Entry| {
        let document = &entry.document;
        entry.kind() == DocKind::Newsletter
            && (document.id == name || format!("{}.{}", document.id, document.lang) == name)
    };
    let mut found: Vec<&Entry> = room.catalog.entries().iter().filter(is_it).collect();
    found.sort_by_key(|entry| entry.document.lang != room.catalog.config.lang);
    found.first().copied()
}

fn edition<'a>(room: &'a Newsroom, name: &str) -> Result<&'a Entry, Fatal> {
    let entry = find(room, name).ok_or_else(|| unknown(room, name))?;
    if entry.is_shown() {
        return Ok(entry);
    }
    let name = name.to_owned();
    Err(Fatal::new(Place::Nowhere, Host::EditionNotShown { name }))
}

fn no_edition(room: &Newsroom, args: &NewsletterArgs) -> Fatal {
    unknown(room, &args.edition)
}

fn unknown(room: &Newsroom, name: &str) -> Fatal {
    let all = room.catalog.entries().iter().filter(|own| own.kind() == DocKind::Newsletter);
    let mut known: Vec<String> = all.map(|entry| entry.document.id.clone()).collect();
    known.dedup();
    Fatal::new(Place::Nowhere, Host::NoEdition { name: name.to_owned(), known })
}

fn tool<'a>(name: Option<&str>, tools: &'a [Tool]) -> Result<Option<&'a Tool>, Fatal> {
    let Some(name) = name else { return Ok(None) };
    let found = tools.iter().find(|tool| tool.mail.name == name);
    found.map(Some).ok_or_else(|| {
        let known = tools.iter().map(|tool| tool.mail.name.clone()).collect();
        Fatal::new(Place::Nowhere, Host::NoTool { name: name.to_owned(), known })
    })
}

fn printed(
    args: &NewsletterArgs,
    view: &EditionView,
    tool: Option<&MailTool>,
    tools: &[Tool],
) -> Result<String, Fatal> {
    let neutral = Placeholders::default();
    let placeholders = tool.map_or(&neutral, |tool| &tool.placeholders);
    let fragment = match args.form {
        MailForm::Rich => Some(Fragment::Rich),
        MailForm::Block => Some(Fragment::Block),
        MailForm::Text => Some(Fragment::Text),
        MailForm::Markdown => Some(Fragment::Markdown),
        MailForm::Json => Some(Fragment::Json),
        MailForm::Mail | MailForm::Eml | MailForm::Social => None,
    };
    let mut view = Cow::Borrowed(view);
    if let Some(name) = &args.item {
        let block = item(&view, name)?;
        if !matches!(args.form, MailForm::Eml | MailForm::Social) {
            // The whole mail of one item is the item as a mail holds it.
            let form = fragment.unwrap_or(Fragment::Block);
            return Ok(letter::fragment(block, &view.setting, form));
        }
        let only = block.item_id.clone();
        view.to_mut().blocks.retain(|block| block.item_id == only);
    }
    let view = view.as_ref();
    Ok(match args.form {
        MailForm::Mail => letter::mail_html(view, placeholders),
        MailForm::Text => letter::mail_text(view, placeholders),
        MailForm::Markdown => letter::mail_markdown(view),
        MailForm::Social => letter::social_text(view),
        MailForm::Json => {
            let tools: Vec<MailTool> = tools.iter().map(|own| own.mail.clone()).collect();
            letter::edition_data(view, &tools)
        }
        MailForm::Eml => {
            let html = letter::mail_html(view, placeholders);
            let text = letter::mail_text(view, placeholders);
            let bytes = letter::mail_eml(view, &html, &text);
            String::from_utf8_lossy(&bytes).into_owned()
        }
        MailForm::Rich | MailForm::Block => {
            let form = fragment.unwrap_or(Fragment::Block);
            let of = |block| letter::fragment(block, &view.setting, form);
            view.blocks.iter().map(of).collect()
        }
    })
}

fn item<'a>(view: &'a EditionView, name: &str) -> Result<&'a BlockView, Fatal> {
    let is_it =
        |block: &&BlockView| block.item_id == name || mail::is_named(name, &block.document);
    view.blocks.iter().find(is_it).ok_or_else(|| {
        let known = view.blocks.iter().map(|block| block.item_id.clone()).collect();
        Fatal::new(Place::Nowhere, Host::NoItem { name: name.to_owned(), known })
    })
}

/// Keeps what is sent beside the edition.
fn record(view: &EditionView, entry: &Entry, call: &mut Call<'_, '_>) -> Result<Exit, Fatal> {
    let document = &entry.document.path;
    let path = SourcePath::new(&record_path(document.as_str()));
    let Some(path) = path else { return Ok(Exit::Failed) };
    let file = NewFile { path: path.clone(), text: letter::record(view), next: String::new() };
    write(&file, call).map_err(|fatal| match fatal.0.problem {
        Problem::Host(Host::AlreadyThere) => {
            Fatal(Box::new(Diag::of_file(path.clone(), Host::AlreadyRecorded)))
        }
        _ => fatal,
    })?;
    let is_sent = matches!(&entry.document.front, Front::Newsletter(own) if own.sent.is_some());
    let said = match (call.style.language, is_sent) {
        (Language::Nl, true) => {
            format!(
                "{path} is gemaakt: zo blijft deze mail, wat er ook verandert. De pagina op de site \
                 verandert wel mee.\n"
            )
        }
        (Language::En, true) => {
            format!(
                "{path} was made: this mail stays so, whatever changes. The page on the site goes on \
                 changing.\n"
            )
        }
        (Language::Nl, false) => format!(
            "{path} is gemaakt, en telt nog niet: zet in {document} de dag waarop je de nieuwsbrief \
             verstuurt, `verzonden: JJJJ-MM-DD`.\nDan blijft de mail zo, wat er ook verandert.\n"
        ),
        (Language::En, false) => format!(
            "{path} was made, and does not count yet: write the day on which you send the \
             newsletter into {document}, `sent: YYYY-MM-DD`.\nThen the mail stays so, whatever changes.\n"
        ),
    };
    call.report().give(&said);
    Ok(Exit::Done)
}
