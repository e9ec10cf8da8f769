//! The fixed words of mail in the site's language.

use crate::base::Lang;
use crate::model::body::AlertKind;

/// The fixed words of mail. A site's own words may replace each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailWords {
    /// Before the number of an edition.
    pub number: String,
    /// The link to the edition as a web page.
    pub web_version: String,
    /// The link to where readers subscribe.
    pub subscribe: String,
    /// The link that a mail tool's placeholder makes.
    pub unsubscribe: String,
    /// Before the credit of a picture.
    pub picture: String,
    /// Before the strength of evidence.
    pub strength: String,
    /// Before the source of a figure.
    pub source: String,
    /// Before a correction.
    pub correction: String,
    /// Above a short message for social media.
    pub short_post: String,
    /// Above a longer one.
    pub long_post: String,
    /// Above the description of a picture.
    pub alt: String,
    /// Behind the name of what mail cannot show: where it is shown.
    pub on_web: String,
    /// The names of what mail cannot show.
    pub things: ThingWords,
    /// What stands above the five kinds of alerts, in the order of `AlertKind`.
    pub alerts: [String; 5],
}

/// The names of what mail cannot show; a line begins with them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThingWords {
    /// A chart.
    pub chart: String,
    /// A map.
    pub map: String,
    /// A table of data.
    pub table: String,
    /// A picture.
    pub picture: String,
    /// Several pictures.
    pub gallery: String,
    /// A timeline.
    pub timeline: String,
    /// A list of documents.
    pub items: String,
    /// A questionnaire.
    pub questionnaire: String,
    /// A film.
    pub film: String,
    /// Sound.
    pub audio: String,
    /// A document to download.
    pub document: String,
}

impl MailWords {
    /// Those of a language: Dutch for Dutch, English for others.
    pub fn of(lang: &Lang) -> Self {
        if lang.is_dutch() { Self::nl() } else { Self::en() }
    }

    /// Dutch, in words that address nobody, so that they fit `je` and `u`.
    pub fn nl() -> Self {
        Self {
            number: "Nummer".to_owned(),
            web_version: "Deze nieuwsbrief in de browser".to_owned(),
            subscribe: "Aanmelden voor deze nieuwsbrief".to_owned(),
            unsubscribe: "Afmelden voor deze nieuwsbrief".to_owned(),
            picture: "Beeld".to_owned(),
            strength: "Hoe zeker".to_owned(),
            source: "bron".to_owned(),
            correction: "Correctie".to_owned(),
            short_post: "Kort bericht".to_owned(),
            long_post: "Langer bericht".to_owned(),
            alt: "Beschrijving van het beeld".to_owned(),
            on_web: "in de webversie".to_owned(),
            things: ThingWords {
                chart: "Grafiek".to_owned(),
                map: "Kaart".to_owned(),
                table: "Tabel".to_owned(),
                picture: "Beeld".to_owned(),
                gallery: "Beelden".to_owned(),
                timeline: "Tijdlijn".to_owned(),
                items: "Overzicht".to_owned(),
                questionnaire: "Vragenlijst".to_owned(),
                film: "Film".to_owned(),
                audio: "Geluid".to_owned(),
                document: "Document".to_owned(),
            },
            alerts: ["Opmerking", "Tip", "Belangrijk", "Waarschuwing", "Pas op"]
                .map(str::to_owned),
        }
    }

    /// English.
    pub fn en() -> Self {
        Self {
            number: "Number".to_owned(),
            web_version: "This newsletter in the browser".to_owned(),
            subscribe: "Subscribe to this newsletter".to_owned(),
            unsubscribe: "Unsubscribe from this newsletter".to_owned(),
            picture: "Picture".to_owned(),
            strength: "How sure".to_owned(),
            source: "source".to_owned(),
            correction: "Correction".to_owned(),
            short_post: "Short message".to_owned(),
            long_post: "Longer message".to_owned(),
            alt: "Description of the picture".to_owned(),
            on_web: "in the web version".to_owned(),
            things: ThingWords {
                chart: "Chart".to_owned(),
                map: "Map".to_owned(),
                table: "Table".to_owned(),
                picture: "Picture".to_owned(),
                gallery: "Pictures".to_owned(),
                timeline: "Timeline".to_owned(),
                items: "List".to_owned(),
                questionnaire: "Questionnaire".to_owned(),
                film: "Film".to_owned(),
                audio: "Audio".to_owned(),
                document: "Document".to_owned(),
            },
            alerts: ["Note", "Tip", "Important", "Warning", "Caution"].map(str::to_owned),
        }
    }

    /// What stands above an alert.
    pub(super) fn alert(&self, kind: AlertKind) -> &str {
        let [note, tip, important, warning, caution] = &self.alerts;
        match kind {
            AlertKind::Note => note,
            AlertKind::Tip => tip,
            AlertKind::Important => important,
            AlertKind::Warning => warning,
            AlertKind::Caution => caution,
        }
    }
}
