//! The mail tools: what is known of each, and what the site says of them.

use crate::config::{Config, Paste, Target};
use crate::diag::Diag;
use crate::diag::problem::Newsletter;
use crate::render::outputs::newsletter::{MailTool, Placeholders};

/// A tool with what is pasted into it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tool {
    /// What the whole mail needs to know of it.
    pub mail: MailTool,
    /// Its name as people write it.
    pub label: String,
    /// What is pasted into it.
    pub paste: Paste,
}

/// What is known of a tool without its settings.
struct Known {
    name: &'static str,
    label: &'static str,
    unsubscribe: Option<&'static str>,
    web_version: Option<&'static str>,
    postal_address: Option<&'static str>,
    /// It marks links by itself, and two marks would count one visit twice.
    marks_itself: bool,
    paste: Paste,
}

const PLAIN: Known = Known {
    name: "plain",
    label: "",
    unsubscribe: None,
    web_version: None,
    postal_address: None,
    marks_itself: false,
    paste: Paste::Formatted,
};

/// Only what the makers of the tools document; what is not sure is for the site to set.
/// Laposta and Spotler add the link to unsubscribe by themselves.
const KNOWN: [Known; 6] = [
    Known {
        name: "mailchimp",
        label: "Mailchimp",
        unsubscribe: Some("*|UNSUB|*"),
        web_version: Some("*|ARCHIVE|*"),
        postal_address: Some("*|LIST:ADDRESSLINE|*"),
        paste: Paste::Code,
        ..PLAIN
    },
    Known { name: "laposta", label: "Laposta", ..PLAIN },
    Known { name: "spotler", label: "Spotler", marks_itself: true, ..PLAIN },
    Known { name: "brevo", label: "Brevo", unsubscribe: Some("{{ unsubscribe }}"), ..PLAIN },
    Known { name: "outlook", label: "Outlook", ..PLAIN },
    Known { paste: Paste::Text, ..PLAIN },
];

/// The tools that every site has, and those that `site.yaml` adds, in its order.
pub fn tools(config: &Config) -> Vec<Tool> {
    let own = &config.newsletter.targets;
    let set = |name: &str| own.iter().find(|target| target.name.value == name);
    let known = KNOWN.iter().map(|known| tool(known, set(known.name), config));
    let is_known = |target: &&Target| KNOWN.iter().any(|known| known.name == target.name.value);
    let added = own.iter().filter(|target| !is_known(target));
    known.chain(added.map(|target| tool(&PLAIN, Some(target), config))).collect()
}

/// Tools that mark links by themselves and are told to get marked ones.
pub(super) fn marked_twice(config: &Config) -> Vec<Diag> {
    let itself = |name: &str| KNOWN.iter().any(|own| own.name == name && own.marks_itself);
    let targets = config.newsletter.targets.iter().filter(|_| config.newsletter.utm);
    targets
        .filter(|target| target.utm == Some(true) && itself(&target.name))
        .map(|target| {
            let tool = target.name.value.clone();
            Diag::at(target.name.span, Newsletter::ToolMarks { tool })
        })
        .collect()
}

fn tool(known: &Known, set: Option<&Target>, config: &Config) -> Tool {
    let name = set.map_or(known.name, |target| target.name.as_str());
    let label = if name == known.name { known.label } else { "" };
    let default = config.newsletter.utm && !known.marks_itself;
    let placeholder = |own: Option<&Option<String>>, default: Option<&str>| {
        let set = own.and_then(Option::as_deref);
        set.or(default).map(str::to_owned).filter(|text| !text.trim().is_empty())
    };
    Tool {
        mail: MailTool {
            name: name.to_owned(),
            placeholders: Placeholders {
                unsubscribe: placeholder(set.map(|own| &own.unsubscribe), known.unsubscribe),
                web_version: placeholder(set.map(|own| &own.web_version), known.web_version),
                postal_address: placeholder(
                    set.map(|own| &own.postal_address),
                    known.postal_address,
                ),
            },
            marks: set.and_then(|target| target.utm).unwrap_or(default)
                && config.newsletter.utm,
        },
        label: if label.is_empty() { capitalised(name) } else { label.to_owned() },
        paste: set.and_then(|target| target.paste).unwrap_or(known.paste),
    }
}

fn capitalised(name: &str) -> String {
    let mut chars = name.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
