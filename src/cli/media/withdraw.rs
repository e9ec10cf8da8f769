//! What goes when a consent is withdrawn: the site is made with and without it, and what
//! differs is told.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::base::nearest;
use crate::catalog::{Catalog, Entry, Rendition};
use crate::diag::problem::Host;
use crate::diag::{Fatal, Language, Place};
use crate::model::Front;
use crate::output::Output;
use crate::pipeline::SiteBuilt;

/// What is withdrawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Subject {
    /// A consent, by its reference number.
    Consent(String),
    /// A media item, by its id.
    Media(String),
}

/// The site as it is, and as it would be.
pub(super) struct Recall<'a> {
    pub(super) made: &'a SiteBuilt,
    pub(super) without: &'a SiteBuilt,
    pub(super) subject: Subject,
}

/// What a reference names; an error with the nearest when it names nothing.
pub(super) fn subject(catalog: &Catalog, reference: &str) -> Result<Subject, Fatal> {
    let own = catalog.media_entries().flat_map(|entry| catalog.consents_of(entry));
    let mut consents: BTreeSet<&str> = own.map(|consent| consent.id.as_str()).collect();
    consents.extend(catalog.vocabulary.consents.iter().map(|own| own.id.as_str()));
    if consents.contains(reference) {
        return Ok(Subject::Consent(reference.to_owned()));
    }
    if catalog.media_entry(reference).is_some() {
        return Ok(Subject::Media(reference.to_owned()));
    }
    let media = catalog.media_entries().map(|entry| entry.item.id.as_str());
    let nearest = nearest(reference, consents.into_iter().chain(media)).map(str::to_owned);
    let problem = Host::UnknownConsent { reference: reference.to_owned(), nearest };
    Err(Fatal::new(Place::Nowhere, problem))
}

/// What there is to say.
pub(super) fn text(recall: &Recall<'_>, language: Language) -> String {
    let said = Said { language };
    let (made, without) = (recall.made.output.as_deref(), recall.without.output.as_deref());
    let (Some(made), Some(without)) = (made, without) else {
        return said.word(
            "De site is niet te maken: los eerst de fouten op, zie `lerend check`.\n",
            "The site cannot be made: solve the errors first, see `lerend check`.\n",
        );
    };
    let (mut gone, changed) = differences(made, without);
    let kept = pictures(&recall.without.catalog);
    gone.extend(pictures(&recall.made.catalog).difference(&kept).cloned());
    let recalled = recall.without.catalog.recalled_pictures();
    let already = recall.made.catalog.recalled_pictures();
    let is_new = |own: &&Rendition| already.iter().all(|known| known.url != own.url);
    gone.extend(recalled.iter().filter(is_new).map(|own| own.url.as_str().to_owned()));
    gone.sort_unstable();
    gone.dedup();
    let is_grey = |path: &String| recalled.iter().any(|own| own.url.as_str() == path);
    let (grey, gone): (Vec<String>, Vec<String>) = gone.into_iter().partition(is_grey);
    let mut text = String::new();
    said.list(&mut text, ("Verdwijnt van de site", "Goes from the site"), &gone);
    said.list(
        &mut text,
        (
            "Wordt een grijs vlak, want het staat in een verstuurde mail",
            "Becomes a grey area, as it stands in a mail that was sent",
        ),
        &grey,
    );
    said.list(&mut text, ("Verandert", "Changes"), &changed);
    let sent = sent(&recall.made.catalog, &recall.subject, &changed);
    said.list(
        &mut text,
        ("Stond in een verstuurde mail", "Stood in a mail that was sent"),
        &sent,
    );
    if [&gone, &grey, &changed, &sent].iter().all(|own| own.is_empty()) {
        text.push_str(&said.word(
            "Niets op de site hangt hiervan af, of het is al ingetrokken.\n",
            "Nothing on the site depends on it, or it was withdrawn already.\n",
        ));
        return text;
    }
    text.push_str(&said.steps(&recall.subject, !sent.is_empty()));
    text
}

/// The files that are made of pictures.
fn pictures(catalog: &Catalog) -> BTreeSet<String> {
    let in_use = catalog.media_in_use();
    let shown =
        catalog.media_entries().filter(|entry| entry.allowed.site && in_use.shows(entry));
    let made = shown.flat_map(|entry| catalog.renditions(entry, &in_use));
    made.map(|own| own.url.as_str().to_owned()).collect()
}

/// The files that go, and those that become others.
fn differences(made: &Output, without: &Output) -> (Vec<String>, Vec<String>) {
    let (mut gone, mut changed) = (Vec::new(), Vec::new());
    for (path, file) in made.files() {
        match without.get(path.as_str()) {
            None => gone.push(path.as_str().to_owned()),
            Some((_, other)) if other.facts.hash != file.facts.hash => {
                changed.push(path.as_str().to_owned());
            }
            Some(_) => {}
        }
    }
    (gone, changed)
}

/// The editions that were sent and whose page or fragments change; of one whose page is not there,
/// those whose mail showed what is withdrawn.
fn sent(catalog: &Catalog, subject: &Subject, changed: &[String]) -> Vec<String> {
    let (Subject::Consent(id) | Subject::Media(id)) = subject;
    let day = |entry: &Entry| match &entry.document.front {
        Front::Newsletter(own) => own.sent.as_ref().map(|day| day.value),
        _ => None,
    };
    let editions = catalog.entries().iter().filter_map(|entry| Some((entry, day(entry)?)));
    let touched = editions.filter(|(entry, _)| {
        if catalog.is_sent_unseen(entry) {
            return catalog.mail_depends_on(entry, id);
        }
        let folder = entry.url.as_str();
        changed.iter().any(|path| !folder.is_empty() && path.starts_with(folder))
    });
    touched
        .map(|(entry, day)| format!("{} ({})", entry.document.head.title.value, day))
        .collect()
}

#[derive(Clone, Copy)]
struct Said {
    language: Language,
}

impl Said {
    fn word(self, dutch: &str, english: &str) -> String {
        match self.language {
            Language::Nl => dutch,
            Language::En => english,
        }
        .to_owned()
    }

    fn list(self, text: &mut String, (dutch, english): (&str, &str), lines: &[String]) {
        if lines.is_empty() {
            return;
        }
        let _ = writeln!(text, "{} ({}):", self.word(dutch, english), lines.len());
        for line in lines {
            let _ = writeln!(text, "  {line}");
        }
        text.push('\n');
    }

    fn steps(self, subject: &Subject, was_sent: bool) -> String {
        let first = match subject {
            Subject::Consent(id) => self.word(
                &format!("Zet bij `{id}` in content/vocabulary/consents.yaml: `ingetrokken: JJJJ-MM-DD`."),
                &format!("Put `withdrawn: YYYY-MM-DD` at `{id}` in content/vocabulary/consents.yaml."),
            ),
            Subject::Media(id) => self.word(
                &format!("Zet de datum bij `ingetrokken` van de toestemming van `{id}`, of haal het uit de teksten."),
                &format!("Put the day at `withdrawn` of the consent of `{id}`, or take it out of the texts."),
            ),
        };
        let mut steps = vec![
            first,
            self.word(
                "Bouw en publiceer de site: alles hierboven is dan weg of anders.",
                "Build and publish the site: everything above is then gone or changed.",
            ),
        ];
        if was_sent {
            steps.extend([
                self.word(
                    "Laat het beeldbestand en zijn beschrijving in content/media staan: op het adres in de verstuurde mail komt dan een grijs vlak.",
                    "Leave the picture file and its sidecar in content/media: a grey area then stands at the address in the mails that were sent.",
                ),
                self.word(
                    "Tekst en alt-tekst in postbussen kun je niet terughalen. Verwijder wel de kopie van de mail in je mailprogramma en in openbare mailarchieven.",
                    "Words in mailboxes cannot be called back. Do remove the copy of the mail in your mail tool and in public mail archives.",
                ),
            ]);
        }
        steps.push(self.word(
            "Draai daarna `lerend clean`, en maak in je bouwdienst de cache en de bewaarde bestanden (artifacts) leeg: daar staan nog verkleinde beelden, en de site van hiervoor.",
            "Then run `lerend clean`, and empty the cache and the artifacts of your build service: smaller pictures still stand there, and the site before this one.",
        ));
        steps.push(self.word(
            "Haal het ook weg waar je het zelf plaatste: sociale media, pers, presentaties. Meld aan de betrokkene wat je gedaan hebt.",
            "Remove it too where you put it yourself: social media, press, presentations. Tell the person what you did.",
        ));
        let mut text = self.word("Wat je doet:\n", "What to do:\n");
        for (at, step) in steps.iter().enumerate() {
            let _ = writeln!(text, "  {}. {step}", at + 1);
        }
        text
    }
}
