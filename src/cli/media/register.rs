//! The register: every media item with its rights, its consent and where it is used.

use clap::ValueEnum;
use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use crate::catalog::{Catalog, ConsentState, MediaEntry};
use crate::diag::Language;
use crate::model::MediaKind;
use crate::model::vocabulary::Channel;
use crate::render::leaf::csv::{Cell, Csv};

/// How the register is printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Form {
    /// Columns to be read.
    #[default]
    Table,
    /// For a spreadsheet.
    Csv,
    /// For programs.
    Json,
}

/// A media item in the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Row {
    id: String,
    file: String,
    kind: String,
    people: String,
    maker: String,
    rights_holder: String,
    licence: String,
    permission: String,
    consent: Vec<ConsentRow>,
    /// The channels through which it may be shown today.
    channels: Vec<&'static str>,
    /// The last day on which it may be shown.
    until: Option<String>,
    /// The documents that use it.
    used_in: Vec<String>,
}

/// A consent that an item depends on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct ConsentRow {
    reference: String,
    /// `holds`, `not-yet`, `ended` or `withdrawn`.
    state: &'static str,
    /// The last day, the first that is still to come, or the day of the withdrawal.
    date: Option<String>,
}

/// The register as text.
pub(super) fn text(catalog: &Catalog, form: Form, language: Language) -> String {
    let rows: Vec<Row> = catalog.media_entries().map(|entry| row(catalog, entry)).collect();
    match form {
        Form::Table => table(&rows, language),
        Form::Csv => csv(&rows),
        Form::Json => serde_json::to_string_pretty(&rows).unwrap_or_default() + "\n",
    }
}

fn row(catalog: &Catalog, entry: &MediaEntry) -> Row {
    let item = &entry.item;
    let said = |text: &Option<String>| text.clone().unwrap_or_default();
    let consent = catalog.consents_of(entry).into_iter().map(|own| {
        let (state, date) = match catalog.consent_state(own) {
            ConsentState::Holds => ("holds", own.until.as_ref().map(|until| until.value)),
            ConsentState::NotYet(day) => ("not-yet", Some(day)),
            ConsentState::Ended(day) => ("ended", Some(day)),
            ConsentState::Withdrawn(day) => ("withdrawn", Some(day)),
        };
        ConsentRow {
            reference: own.id.value.clone(),
            state,
            date: date.map(|day| day.to_string()),
        }
    });
    let used = catalog.using_media(&item.id);
    let mut used_in: Vec<String> =
        used.iter().map(|entry| entry.document.path.as_str().to_owned()).collect();
    used_in.sort_unstable();
    Row {
        id: item.id.clone(),
        file: item.file.as_ref().map(|file| file.as_str().to_owned()).unwrap_or_default(),
        kind: item.kind.map_or("", |kind| kind.as_str()).to_owned(),
        people: item.people.map_or("", |people| people.as_str()).to_owned(),
        maker: said(&item.maker),
        rights_holder: said(&item.rights_holder),
        licence: said(&item.licence),
        permission: said(&item.permission),
        consent: consent.collect(),
        channels: catalog.channels_of(entry).into_iter().map(Channel::as_str).collect(),
        until: catalog.shown_until(entry).map(|day| day.to_string()),
        used_in,
    }
}

impl ConsentRow {
    /// `VOORBEELD-001 (ended 2023-01-15)`
    fn shown(&self) -> String {
        match &self.date {
            Some(date) => format!("{} ({} {date})", self.reference, self.state),
            None => format!("{} ({})", self.reference, self.state),
        }
    }

    /// `VOORBEELD-001 (verlopen op 2023-01-15)`
    fn told(&self, language: Language) -> String {
        let state = match (self.state, language) {
            ("not-yet", Language::Nl) => "geldt pas vanaf",
            ("not-yet", Language::En) => "holds from",
            ("ended", Language::Nl) => "verlopen op",
            ("ended", Language::En) => "ended on",
            ("withdrawn", Language::Nl) => "ingetrokken op",
            ("withdrawn", Language::En) => "withdrawn on",
            (_, Language::Nl) => "geldt tot en met",
            (_, Language::En) => "holds until",
        };
        match (&self.date, language) {
            (Some(date), _) => format!("{} ({state} {date})", self.reference),
            (None, Language::Nl) => format!("{} (geldt)", self.reference),
            (None, Language::En) => format!("{} (holds)", self.reference),
        }
    }
}

/// What kind of media an item is, in the word that its sidecar may have in this language.
fn kind(row: &Row, language: Language) -> String {
    MediaKind::CHOICE.in_language(&row.kind, language).unwrap_or(&row.kind).to_owned()
}

/// The channels of an item that depends on consent, in words; others may go everywhere.
fn channels(row: &Row, language: Language) -> String {
    if row.consent.is_empty() && row.channels.len() == Channel::ALL.len() {
        return "-".to_owned();
    }
    let words = row.channels.iter().map(|own| Channel::CHOICE.in_language(own, language));
    let words: Vec<&str> = words.flatten().collect();
    match (words.is_empty(), language) {
        (false, _) => words.join(", "),
        (true, Language::Nl) => "nergens".to_owned(),
        (true, Language::En) => "nowhere".to_owned(),
    }
}

fn csv(rows: &[Row]) -> String {
    let head = [
        "id",
        "file",
        "kind",
        "people",
        "maker",
        "rights_holder",
        "licence",
        "permission",
        "consent",
        "channels",
        "until",
        "used_in",
    ];
    let mut csv = Csv::new(&head);
    for own in rows {
        csv.row([
            Cell::text(&own.id),
            Cell::text(&own.file),
            Cell::text(&own.kind),
            Cell::text(&own.people),
            Cell::text(&own.maker),
            Cell::text(&own.rights_holder),
            Cell::text(&own.licence),
            Cell::text(&own.permission),
            Cell::list(own.consent.iter().map(ConsentRow::shown)),
            Cell::list(&own.channels),
            Cell::maybe(own.until.clone()),
            Cell::list(&own.used_in),
        ]);
    }
    csv.finish()
}

fn table(rows: &[Row], language: Language) -> String {
    let head = match language {
        Language::Nl => {
            ["media", "soort", "maker", "licentie", "toestemming", "mag naar", "gebruikt in"]
        }
        Language::En => {
            ["media", "kind", "maker", "licence", "consent", "may go to", "used in"]
        }
    };
    let mut lines = vec![head.map(str::to_owned)];
    for own in rows {
        let consent: Vec<String> = own.consent.iter().map(|own| own.told(language)).collect();
        let consent = if consent.is_empty() { "-".to_owned() } else { consent.join(", ") };
        let mut used = own.used_in.iter();
        lines.push([
            own.id.clone(),
            kind(own, language),
            own.maker.clone(),
            own.licence.clone(),
            consent,
            channels(own, language),
            used.next().cloned().unwrap_or_else(|| "-".to_owned()),
        ]);
        // Each further document has a line of its own, below the first.
        lines.extend(used.map(|path| {
            let mut line: [String; 7] = std::array::from_fn(|_| String::new());
            if let Some(last) = line.last_mut() {
                last.clone_from(path);
            }
            line
        }));
    }
    let width = |column: usize| {
        lines.iter().filter_map(|line| Some(line.get(column)?.width())).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..head.len()).map(width).collect();
    let mut text = String::new();
    for line in &lines {
        let mut written = String::new();
        for (cell, width) in line.iter().zip(&widths) {
            written.push_str(cell);
            written.extend(std::iter::repeat_n(' ', width + 2 - cell.width()));
        }
        text.push_str(written.trim_end());
        text.push('\n');
    }
    text
}
