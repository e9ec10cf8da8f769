//! English words for the area `host`.

use crate::diag::problem::{Host, NoStore, NotImported};
use crate::diag::{Language, Words, text};

use super::misuse::misuse;

pub(in crate::diag::text) fn host(problem: &Host) -> Words {
    match problem {
        Host::Unreadable { detail } => Words::new(format!("this cannot be read ({detail})"))
            .help("check that it exists and that you are allowed to read it"),
        Host::NoFile { file } => Words::new(format!("there is no file `{file}`"))
            .help("check its name and folder"),
        Host::Unwritable { detail } => Words::new(format!("this cannot be written ({detail})"))
            .help("check that the disk has room and that you are allowed to write here"),
        Host::NoSite => Words::new("there is no `content/site.yaml` here").help(
            "go to the site's folder or name it with `--root`; a first `site.yaml` has `title: …`, `language: en` and `base-url: https://…/`",
        ),
        Host::ForeignOutput { example, count } => Words::new(format!(
            "the output folder holds files that no build wrote ({count}, such as `{example}`); nothing was changed"
        ))
        .help("choose another folder with `--output` or empty this one yourself"),
        Host::StrayOutput { example, count } => Words::new(format!(
            "somebody put files into the output folder while the site was replaced ({count}, such as `{example}`); nothing was changed"
        ))
        .help("put them elsewhere or remove them, and build again"),
        Host::LinkBeside { path } => Words::new(format!(
            "`{path}` is a shortcut, and nothing is written through one; nothing was changed"
        ))
        .help("remove the shortcut: what the program needs there it makes itself"),
        Host::UnsafeOutput { path, holds } => Words::new(format!(
            "`{path}` cannot be the output folder: the build would replace `{holds}` with it"
        ))
        .help("choose a folder of its own for the site with `--output`, such as `public`"),
        Host::OutputInside { path, inside } => Words::new(format!(
            "`{path}` cannot be the output folder: it lies inside `{inside}`"
        ))
        .help("choose a folder outside it with `--output`, such as `public`"),
        Host::OutputNoFolder { path } => {
            Words::new(format!("`{path}` cannot be the output folder: it is no folder"))
                .help("choose another place with `--output`")
        }
        Host::Emptied { path, detail } => Words::new(format!(
            "the previous site was taken away, and the new one could not get its place: it failed at `{path}` ({detail})"
        ))
        .help("build again: the new site is ready and gets its place then; what somebody else put into the output folder goes elsewhere first"),
        Host::OutputMounted { path } => Words::new(format!(
            "`{path}` cannot be the output folder: another disk or volume begins there, and the system does not replace such a folder"
        ))
        .help(format!("choose a folder in it: `--output {path}/site`")),
        Host::NotAllowed { path, detail } => Words::new(format!(
            "the site was not published: you are not allowed to write at `{path}` ({detail})"
        ))
        .help("beside the output folder the program keeps a folder of its own, so that the one around it must be writable too: choose one that lies deeper, such as `--output public/site`; the previous site is still in place"),
        Host::NotPublished { path, detail } => Words::new(format!(
            "the site was not published: writing failed at `{path}` ({detail})"
        ))
        .help("check that the disk has room and that you are allowed to write there; the previous site is still in place"),
        Host::NoSearchIndex { detail } => Words::new(format!(
            "the site was not published: the search index could not be made ({detail})"
        ))
        .help("build with `--no-search` meanwhile and tell the makers of the program; the previous site is still in place"),
        Host::Locked { process } => Words::new(match process {
            Some(process) => format!("another build is writing to this folder (process {process})"),
            None => "another build is writing to this folder".to_owned(),
        })
        .help("wait until it is done and try again"),
        Host::NoStore { path, why } => Words::new(format!(
            "the work of earlier builds in `{path}` cannot be used or kept ({}); everything is made again"
        ,
            no_store(why)))
        .help(match why {
            NoStore::Linked(_) => LINKED,
            _ => "choose an empty folder that you may write to with `--store`, or build with `--cold`",
        }),
        Host::NoNextChange { path, why } => Words::new(format!(
            "when the site changes by itself cannot be kept in `{path}` ({}); the site itself stands"
        ,
            no_store(why)))
        .help(match why {
            NoStore::Linked(_) => LINKED,
            _ => "choose a folder you may write to with `--store`",
        }),
        Host::CannotListen { address, is_host, detail } => {
            Words::new(format!("the site cannot be shown at `{address}` ({detail})"))
                .help(if *is_host {
                    "choose with `--host` an address of this computer, such as 127.0.0.1, or leave it out"
                } else {
                    "choose another number with `--port`"
                })
        }
        Host::CannotWatch { path, detail } => {
            Words::new(format!("changes in `{path}` cannot be watched ({detail})")).help(
                "raise `fs.inotify.max_user_watches`, or use `lerend build` after each change",
            )
        }
        Host::NoWeb { only: Some(address), .. } => {
            Words::new(format!("no other site answers: `{address}` was not checked"))
                .help("see whether this computer is online; behind a proxy, set `HTTPS_PROXY`; when other sites open in a browser, this link leads nowhere")
        }
        Host::NoWeb { count, only: None } => {
            Words::new(format!("no other site answers: {count} addresses were not checked"))
                .help("see whether this computer is online; behind a proxy, set `HTTPS_PROXY`")
        }
        Host::AlreadyThere => Words::new("this file exists already; it was not changed")
            .help("choose another name, or edit the existing file"),
        Host::AlreadyRecorded => {
            Words::new("what was sent of this edition is recorded already; it was not changed")
                .help("if the edition was not sent yet, remove this file and give the command again")
        }
        Host::UnknownCode { code, nearest } => Words::new(format!("unknown code `{code}`"))
            .help(match nearest {
                Some(nearest) => format!("did you mean `{nearest}`?"),
                None => "every message shows its code in brackets, such as `yaml/tab`".to_owned(),
            }),
        Host::UnknownPath { path, nearest } => {
            Words::new(format!("the site has no page or document `{path}`")).help(match nearest {
                Some(nearest) => format!("did you mean `{nearest}`?"),
                None => "name an address such as `factsheets/delay/` or a file in `content/`"
                    .to_owned(),
            })
        }
        Host::NotAStore { path, is_named } => {
            Words::new(format!("`{path}` is no folder with kept work; nothing was removed"))
                .help(if *is_named {
                    "leave `--store` out, or name the folder that you built with"
                } else {
                    "look what is in it; keep what is yours elsewhere and remove the folder yourself; the next build makes it anew"
                })
        }
        Host::LinkedStore { path } => {
            Words::new(format!("`{path}` is a shortcut in the site; nothing was removed"))
                .help("remove the shortcut yourself, or name the folder it leads to with `--store`")
        }
        Host::UnknownConsent { reference, nearest } => {
            Words::new(format!("there is no consent and no media item `{reference}`")).help(match nearest {
                Some(nearest) => format!("did you mean `{nearest}`?"),
                None => "`lerend media` lists them all".to_owned(),
            })
        }
        Host::NotImported { why } => not_imported(why),
        Host::NoRevision { revision, detail } => Words::new(match detail.as_str() {
            "" => format!("git knows no `{revision}` here to compare with"),
            detail if detail.contains("not a git repository") => {
                "there is nothing to compare with: this folder is not kept in git".to_owned()
            }
            detail => format!("nothing can be compared with `{revision}` ({detail})"),
        })
        .help("name a branch or commit that git knows here; a build service must fetch the whole history"),
        Host::NoHistory { revision } => Words::new(format!(
            "it cannot be told where this change branched off from `{revision}`: only part of the history was fetched"
        ))
        .help("fetch the whole history, with `git fetch --unshallow` or the setting that your build service has for it"),
        Host::NotTrusted { folder } => Words::new(format!(
            "git does nothing in `{folder}`: that folder belongs to another user of this computer"
        ))
        .help(format!("when you trust what stands there, type `git config --global --add safe.directory {folder}`")),
        Host::NoGit => Words::new("git is not on this computer, or cannot be found")
            .help("install git: `--since` asks it what has changed"),
        Host::NoEdition { name, known } => {
            Words::new(format!("there is no newsletter `{name}`")).help(match known.as_slice() {
                [] => "make one: `lerend new newsletter NAME --since previous`".to_owned(),
                known => format!("choose from: {}", known.join(", ")),
            })
        }
        Host::EditionNotShown { name } => Words::new(format!(
            "the newsletter `{name}` is not shown on this day"
        ))
        .help("look at `date`, `embargo`, `expires` and `withdrawn` of the newsletter, or name another day with `--date`"),
        Host::InsideContent => Words::new("a new site cannot stand in the content of another")
            .help("choose a folder beside that site, or an empty one"),
        Host::NoItem { name, known } => {
            Words::new(format!("this newsletter has no item `{name}`"))
                .help(format!("choose from: {}", known.join(", ")))
        }
        Host::NoTool { name, known } => {
            Words::new(format!("`{name}` is not a known mail tool")).help(format!(
                "choose from: {}; add others to `site.yaml` under `newsletter: targets:`",
                known.join(", ")
            ))
        }
        Host::NothingToMake => Words::new("say what to make and what it is called")
            .help("type for example `lerend new factsheet delay`"),
        Host::NoCommand => Words::new("say what is to be done").help("`lerend --help` lists all commands"),
        Host::NoMoment { written } => {
            Words::new(format!("`SOURCE_DATE_EPOCH` is not a number of seconds: `{written}`"))
                .help("unset this environment variable, or give it a number")
        }
        Host::Usage { command, wrong } => misuse(command, wrong),
    }
}

fn not_imported(why: &NotImported) -> Words {
    let near = |nearest: &Option<String>| {
        nearest.as_ref().map(|near| format!("did you mean `{near}`?"))
    };
    match why {
        NotImported::NotText => Words::new("this file is not plain text")
            .help("is it from a word processor? Save it there as plain text or as Markdown"),
        NotImported::Empty => Words::new("this file is empty")
            .help("see whether this is the right file, or ask the sender to send it again"),
        NotImported::LongTitle { length, most } => Words::new(format!(
            "the first line is too long for a title: {length} characters, and a title has at most {most}"
        ))
        .help("put a line with `title: …` above it"),
        NotImported::Unfit { why } => {
            let why = text::words(why, Language::En);
            Words::new(format!("this does not fit the site, not even as a draft: {}", why.message))
                .help("correct that in this file and try again; nothing was written")
        }
        NotImported::NoTitle => Words::new("this file has no title")
            .help("put the title on the first line, or fill in `title: …`"),
        NotImported::NoText => Words::new("there is no text below the title")
            .help("ask the sender for the whole story"),
        NotImported::NoAnswers => Words::new("no question is answered")
            .help("ask the sender to fill in the questionnaire first"),
        NotImported::NoRegion => {
            Words::new("this file does not say which region it comes from")
                .help("name the region with `--region`")
        }
        NotImported::UnknownRegion { name, nearest } => {
            Words::new(format!("the site has no region `{name}`"))
                .help("name the right region with `--region`")
                .maybe_help(near(nearest))
        }
        NotImported::UnknownQuestionnaire { id, nearest } => {
            Words::new(format!("the site has no questionnaire `{id}`"))
                .help("correct the line `questionnaire: …` in this file")
                .maybe_help(near(nearest))
        }
    }
}

/// What to do about a link in the way.
const LINKED: &str = "remove the shortcut, or name the folder it leads to with `--store`";

fn no_store(why: &NoStore) -> String {
    match why {
        NoStore::Taken => "other things stand there".to_owned(),
        NoStore::Linked(path) => {
            format!("`{path}` is a shortcut, and nothing is written through one")
        }
        NoStore::Inside(folder) => format!("that folder lies in `{folder}`"),
        NoStore::System(detail) => detail.clone(),
    }
}
