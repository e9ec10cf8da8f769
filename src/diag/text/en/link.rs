//! English words for the area `link`.

use crate::base::RefKind;
use crate::diag::Words;
use crate::diag::problem::{Doubt, Link, NotShown, Unused};

pub(in crate::diag::text) fn link(problem: &Link) -> Words {
    let near = |nearest: &Option<String>| {
        nearest.as_ref().map(|near| format!("did you mean `{near}`?"))
    };
    match problem {
        Link::Broken { path, nearest } => Words::new(format!("there is no file `{path}`"))
            .help("write the path starting from this folder, such as `../stories/drenthe.md`")
            .maybe_help(near(nearest)),
        Link::BrokenPicture { path, nearest } => Words::new(format!("there is no picture `{path}`"))
            .help("put the file into `media/`, describe it with `lerend new media`, and write `media:` with its name here, such as `![](media:coffee)`")
            .maybe_help(near(nearest)),
        Link::BrokenAnchor { anchor, nearest } => {
            Words::new(format!("no heading there has the anchor `#{anchor}`"))
                .help("copy the heading in lower case, with hyphens instead of spaces")
                .maybe_help(nearest.as_ref().map(|near| format!("did you mean `#{near}`?")))
        }
        Link::UnknownId { kind: RefKind::Region, id, .. } if matches!(id.as_str(), "all" | "alle") => {
            Words::new(format!("`{id}` is no region: it means all regions, and then stands alone"))
                .help(format!("write only `{id}`, without brackets and without regions beside it, or name the regions themselves"))
        }
        Link::UnknownId { kind, id, nearest } => {
            Words::new(format!("the {} `{id}` does not exist", thing(*kind)))
                .help(where_to_add(*kind))
                .maybe_help(near(nearest))
        }
        Link::Ambiguous { id, choices } => {
            Words::new(format!("`{id}` can be more than one thing"))
                .help(format!("write which one: {}", ticked(choices)))
        }
        Link::NotShown { title, why } => {
            Words::new(format!("\"{title}\" is not shown on the site: {}", why_words(*why)))
                .help("the words stay and the link is left out; you need not do anything now")
        }
        Link::NotListed { title, why, in_mail } => {
            Words::new(format!("\"{title}\" is not shown on the site: {}", why_words(*why)))
                .help(if *in_mail {
                    "therefore it is not on the page of this edition, nor in the mail; if it has to be in there, see to it that it is shown before you send"
                } else {
                    "therefore it is not on this page either; you need not do anything now"
                })
        }
        Link::Gone { address, status: Some(status) } => {
            Words::new(format!("`{address}` is no more: that site answers {status}"))
                .help("find the new address, or remove the link; a source that is gone can often be found in a web archive")
        }
        Link::Gone { address, status: None } => {
            Words::new(format!("`{address}` is not there: no site of that name can be found"))
                .help("look at the spelling of the name; if the site is no more, find a new address or remove the link")
        }
        Link::Moved { address, to } => {
            Words::new(format!("`{address}` has moved to `{to}` for good"))
                .help("open the new address, and write that if it is right")
        }
        Link::NoAnswer { address, doubt, seen } => {
            Words::new(format!("it cannot be told whether `{address}` works: {}", doubtful(*doubt)))
                .help("open the link in a browser; if it works there, there is nothing to do")
                .maybe_help(seen.map(|day| format!("on {day} it worked")))
        }
        Link::Itself => Words::new("this document names itself here")
            .help("name the document that you mean, or remove this"),
        Link::Repeated { id } => {
            Words::new(format!("`{id}` is in this list already; the page has it once"))
                .help("remove this, or write what you mean here")
        }
        Link::SameAddress { url } => {
            Words::new(format!("two pages get the same address: `/{url}`"))
                .help("give this file another name")
        }
        Link::AliasTaken { url } => {
            Words::new(format!("the old address `/{url}` belongs to something else"))
                .help("remove it from `aliases`")
        }
        Link::BadAlias { alias, plain } => {
            Words::new(format!("`{alias}` cannot be an old address")).help(match plain {
                Some(plain) => format!("write the signs themselves, without `%` codes: `{plain}`"),
                None => {
                    "write the path after the site's name, such as `evaluation/old/`".to_owned()
                }
            })
        }
        Link::AliasAsFile { url, ending } => Words::new(format!(
            "who opens the old address `/{url}` may get a broken file: because of `.{ending}` at its end most hosts do not serve the redirect there as a page"
        ))
        .help(format!("have the host itself send `/{url}` on, as the file `_redirects` of the site says; where the host is Netlify, Cloudflare, Apache or nginx, set `host` in `site.yaml`: these get the rule from the site")),
        Link::UnknownLanguage { lang } => Words::new(format!(
            "the site has no language `{lang}`"
        ))
        .help(format!(
            "add the language to `languages` in `site.yaml`, or remove `.{lang}` from the file name"
        )),
        Link::SameId { id } => Words::new(format!("the id `{id}` is given twice"))
            .help("give one of the two another id"),
        Link::NoList { list, uses } => Words::new(format!(
            "`content/vocabulary/{list}.yaml` is not there or empty, but {uses} places name something of that list; this is the first"
        ))
        .help("make the list, with a line for everything you name; if it is elsewhere, give it this name"),
        Link::NoOpenList { list: (_, en), uses } => Words::new(format!(
            "the list `{en}` in `content/vocabulary/lists.yaml` is not there or empty, but {uses} places name something of that list; this is the first"
        ))
        .help(format!("put a line `- {{id: …, label: …}}` below `{en}:` for everything you name")),
        Link::LongId { length, limit } => {
            Words::new(format!("this id has {length} characters; an address has room for {limit}"))
                .help("choose a shorter id, of a few words; the whole name stands in `label`")
        }
        Link::BadId { id, suggestion } => {
            Words::new(format!("the id `{id}` cannot be part of an address")).help(match suggestion {
                Some(better) => format!("write `{better}`: lower-case letters, digits and hyphens"),
                None => "use lower-case letters, digits and hyphens".to_owned(),
            })
        }
        Link::Unused { what, id } => Words::new(match what {
            Unused::Topic => format!("nothing is about the topic `{id}`"),
            Unused::Source => format!("nothing uses the source `{id}`"),
            Unused::Media => format!("nothing uses the media item `{id}`"),
            Unused::File => format!("nothing uses the file `{id}`, and nothing describes it"),
            Unused::Question => format!("nothing answers the learning question `{id}`"),
            Unused::Data => format!("nothing uses the data file `{id}`"),
        })
        .help("use it somewhere or remove it"),
        Link::RegionWithoutStory { region } => {
            Words::new(format!("there is no story from {region} yet"))
                .help("ask the region for a story")
        }
        Link::NoCounterexample => Words::new("this factsheet has no counter-example").help(
            "name at `counterexample` a story where things went differently, if there is one",
        ),
        Link::UnlistedEmail { address } => {
            Words::new(format!("the e-mail address `{address}` may not be shown on pages"))
                .help("add it to `emails` in `site.yaml`, or link to the contact page")
        }
    }
}

fn ticked(words: &[String]) -> String {
    let ticked: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    ticked.join(" or ")
}

pub(super) fn why_words(why: NotShown) -> String {
    match why {
        NotShown::Draft => "it is still a draft".to_owned(),
        NotShown::Scheduled(date) => format!("only from {date}"),
        NotShown::Expired(date) => format!("it was shown through {date}"),
        NotShown::Withdrawn => "it was withdrawn".to_owned(),
    }
}

fn thing(kind: RefKind) -> &'static str {
    match kind {
        RefKind::Region => "region",
        RefKind::Topic => "topic",
        RefKind::Question => "learning question",
        RefKind::Source => "source",
        RefKind::Organisation => "organisation",
        RefKind::Person => "person",
        RefKind::Owner => "organisation or person",
        RefKind::Consent => "consent",
        RefKind::Media => "media item",
        RefKind::Factsheet => "factsheet",
        RefKind::Story => "story",
        RefKind::Finding => "finding",
        RefKind::Report => "report",
        RefKind::Event => "event",
        RefKind::Questionnaire => "questionnaire",
        RefKind::Blueprint => "blueprint",
        RefKind::Document => "document",
        RefKind::Evidence => "source or document",
        RefKind::Figure => "key figure",
        RefKind::Wave => "wave",
        RefKind::Activity => "activity",
        RefKind::Data => "data file",
        RefKind::Newsletter => "newsletter",
        RefKind::Page => "page",
        RefKind::Term => "term",
        RefKind::Audience => "audience",
        RefKind::Perspective => "view",
        RefKind::Domain => "field of work",
    }
}

fn where_to_add(kind: RefKind) -> &'static str {
    match kind {
        RefKind::Region => {
            "use the file name from `regions/` without `.md`, or a name of the region"
        }
        RefKind::Topic => "add it to `vocabulary/topics.yaml` first",
        RefKind::Question => "add it to `vocabulary/questions.yaml` first",
        RefKind::Source => "add it to `vocabulary/sources.yaml` first",
        RefKind::Organisation | RefKind::Owner => {
            "add it to `vocabulary/organisations.yaml` first"
        }
        RefKind::Person => "add it to `vocabulary/people.yaml` first",
        RefKind::Consent => "add it to `vocabulary/consents.yaml` first",
        RefKind::Media => "use the file name from `media/` without the letters after the dot",
        RefKind::Wave => "add it to `vocabulary/waves.yaml` first",
        RefKind::Term => "add it to `vocabulary/glossary.yaml` first",
        RefKind::Audience | RefKind::Perspective | RefKind::Domain => {
            "add it to `vocabulary/lists.yaml` first"
        }
        RefKind::Figure => "use the `id` of a key figure, or `factsheet/id`",
        RefKind::Activity => "use the `id` of an activity of a region's plan",
        RefKind::Data => {
            "write the path starting from this folder, such as `../data/goals.csv`"
        }
        _ => "use the file name without `.md`",
    }
}

fn doubtful(doubt: Doubt) -> String {
    match doubt {
        Doubt::Status(status @ (401 | 403)) => {
            format!("that site only lets in people or readers who are signed in ({status})")
        }
        Doubt::Status(429) => "that site was asked too much at once (429)".to_owned(),
        Doubt::Status(status @ 500..) => format!("something is wrong at that site ({status})"),
        Doubt::Status(status) => format!("that site answers {status}"),
        Doubt::TooSlow => "no answer came within 20 seconds".to_owned(),
        Doubt::NoConnection => "there was no connection to that site".to_owned(),
        Doubt::Certificate => "the connection is not safe: the certificate is wrong".to_owned(),
        Doubt::Redirects => "that site keeps sending readers on".to_owned(),
        Doubt::Other => "this address cannot be asked for".to_owned(),
    }
}
