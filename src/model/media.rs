//! Media items: what a sidecar says of its file.

use crate::base::{Date, FileId, Lang, SourcePath, Spanned};
use crate::schema::{Data, Field, Kind, Record, Rule, Table, choices};

use super::vocabulary::{CONSENT_INLINE, Consent};

/// A text with its place.
type Text = Spanned<String>;

choices! {
    /// What a media item is.
    MediaKind {
        /// A photograph.
        Photo = "photo" "foto",
        /// A drawing.
        Illustration = "illustration" "illustratie",
        /// A drawing with figures.
        Infographic = "infographic" "infographic",
        /// A film.
        Film = "film" "film",
        /// Sound.
        Audio = "audio" "audio",
        /// A document.
        Document = "document" "document",
        /// A map.
        Map = "map" "kaart",
        /// A chart.
        Chart = "chart" "grafiek",
    }
    /// Whether people can be recognised.
    People {
        /// Nobody is in it.
        None = "none" "geen",
        /// Nobody can be recognised.
        Unrecognisable = "unrecognisable" "onherkenbaar",
        /// Somebody can be recognised.
        Recognisable = "recognisable" "herkenbaar",
    }
}

/// A media item.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct MediaItem {
    /// Its id: the file name without ending.
    pub id: String,
    /// The file; none for a film elsewhere.
    pub file: Option<SourcePath>,
    /// What the sidecar says, also in which languages: `alt`, `long-text`, `transcript` (or the
    /// name of the file with it), `caption` and `place`.
    pub record: Record,
    /// What it is.
    pub kind: Option<MediaKind>,
    /// Nothing is lost when it is not seen.
    pub decorative: bool,
    /// Who made it.
    pub maker: Option<String>,
    /// SPDX id or `all-rights-reserved`.
    pub licence: Option<String>,
    /// Whether people can be recognised.
    pub people: Option<People>,
    /// Consent ids.
    pub consents: Vec<Text>,
    /// Consents written in place.
    pub own_consents: Vec<Consent>,
    /// Who holds the rights.
    pub rights_holder: Option<String>,
    /// Reference of the permission.
    pub permission: Option<String>,
    /// When it was made.
    pub made_on: Option<Date>,
    /// What the picture is about: thousandths from the left and from the top.
    pub focus: Option<(u16, u16)>,
    /// How long it lasts, as written.
    pub duration: Option<String>,
    /// Media id or file name of the picture before it plays.
    pub poster: Option<Text>,
    /// Whether the original may be published, cleaned.
    pub publish_original: bool,
    /// A film elsewhere.
    pub embed: Option<Embed>,
}

/// A film elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Embed {
    /// `youtube` or `vimeo`.
    pub service: String,
    /// Its id there.
    pub id: String,
}

impl Embed {
    /// The service's name.
    pub fn name(&self) -> &'static str {
        if self.is_youtube() { "YouTube" } else { "Vimeo" }
    }

    /// The page of the film there.
    pub fn address(&self) -> String {
        let id = &self.id;
        if self.is_youtube() {
            format!("https://www.youtube.com/watch?v={id}")
        } else {
            format!("https://vimeo.com/{id}")
        }
    }

    /// Where its player comes from: of the addresses there are, the one that follows people
    /// least.
    pub fn player_origin(&self) -> &'static str {
        if self.is_youtube() {
            "https://www.youtube-nocookie.com"
        } else {
            "https://player.vimeo.com"
        }
    }

    /// The player of the film, which starts at once: somebody asked for it.
    pub fn player(&self) -> String {
        let (origin, id) = (self.player_origin(), &self.id);
        if self.is_youtube() {
            format!("{origin}/embed/{id}?autoplay=1")
        } else {
            format!("{origin}/video/{id}?autoplay=1&dnt=1")
        }
    }

    fn is_youtube(&self) -> bool {
        self.service == "youtube"
    }
}

const FOCUS: Table = Table {
    name: "focus",
    groups: &[&[
        Field::new("x", "x", Kind::Number)
            .required()
            .rule(Rule::Fraction)
            .means("Van links (0) naar rechts (1).", "From left (0) to right (1).")
            .example("0.5"),
        Field::new("y", "y", Kind::Number)
            .required()
            .rule(Rule::Fraction)
            .means("Van boven (0) naar beneden (1).", "From top (0) to bottom (1).")
            .example("0.3"),
    ]],
};

const EMBED_SERVICES: crate::schema::Choice =
    crate::schema::Choice { options: &[("youtube", "youtube"), ("vimeo", "vimeo")] };

const EMBED: Table = Table {
    name: "embed",
    groups: &[&[
        Field::new("service", "dienst", Kind::Choice(&EMBED_SERVICES))
            .required()
            .means("Waar de film staat.", "Where the film stands.")
            .example("vimeo"),
        Field::new("id", "id", Kind::Text)
            .required()
            .means("Het kenmerk daar.", "Its id there.")
            .example("76979871"),
    ]],
};

/// The fields of a sidecar. Which are needed depends on the kind; see `catalog`.
pub const MEDIA: Table = Table {
    name: "media",
    groups: &[&[
        Field::new("kind", "soort", Kind::Choice(&MediaKind::CHOICE)).required().means("Wat het is.", "What it is.").example("foto"),
        Field::new("alt", "alt", Kind::Texts).means("Wat erop te zien is, voor wie het niet ziet.", "What it shows, for those who cannot see it.").example("Een tafel met thee en een plant"),
        Field::new("decorative", "decoratief", Kind::YesNo).means("Alleen versiering: er gaat niets verloren als je het niet ziet.", "Decoration only: nothing is lost when it is not seen.").example("ja"),
        Field::new("long-text", "lange-tekst", Kind::Texts).means("De hele inhoud in woorden, bij een infographic, kaart of grafiek.", "The whole content in words, for an infographic, map or chart."),
        Field::new("maker", "maker", Kind::Text).required().means("Wie het maakte.", "Who made it.").example("Redactie"),
        Field::new("licence", "licentie", Kind::Text).required().rule(Rule::Licence).means("Onder welke licentie.", "Under which licence.").example("CC0-1.0"),
        Field::new("people", "mensen", Kind::Choice(&People::CHOICE)).means("Of er mensen herkenbaar op staan.", "Whether people can be recognised.").example("geen"),
        Field::new("consent", "toestemming", Kind::List(&Kind::RefOrRecord(&CONSENT_INLINE))).means("De toestemming van wie herkenbaar is.", "The consent of those who can be recognised.").example("[VOORBEELD-001]"),
        Field::new("captions", "ondertiteling", Kind::Texts).means("Het bestand met ondertiteling.", "The file with captions.").example("film.vtt"),
        Field::new("transcript", "uitgeschreven", Kind::Texts).means("Wat er te zien en te horen is, of het bestand daarmee.", "What is seen and heard, or the file with it."),
        Field::new("caption", "bijschrift", Kind::Texts).means("Het bijschrift.", "The caption.").example("De eerste groep"),
        Field::new("rights-holder", "rechthebbende", Kind::Text).means("Wie de rechten heeft.", "Who holds the rights."),
        Field::new("permission", "toestemming-gebruik", Kind::Text).means("Kenmerk van de toestemming om het te gebruiken; nodig bij `all-rights-reserved`.", "Reference of the permission to use it; needed for `all-rights-reserved`.").example("mail 12 maart 2021"),
        Field::new("made-on", "gemaakt-op", Kind::Date).means("Wanneer gemaakt.", "When it was made.").example("2021-01-15"),
        Field::new("place", "plaats", Kind::Texts).means("Waar, in woorden.", "Where, in words.").example("Haaksbergen"),
        Field::new("focus", "focus", Kind::Record(&FOCUS)).means("Waar het beeld om draait.", "What the picture is about.").example("{x: 0.5, y: 0.3}"),
        Field::new("duration", "duur", Kind::Text).means("Hoe lang het duurt.", "How long it lasts.").example("0:16"),
        Field::new("poster", "posterbeeld", Kind::Text).means("Het beeld voordat het speelt.", "The picture before it plays.").example("poster-film.png"),
        Field::new("publish-original", "origineel-publiceren", Kind::YesNo).means("Of het origineel op de site mag.", "Whether the original may be published.").example("nee"),
        Field::new("embed", "elders", Kind::Record(&EMBED)).means("Een film die elders staat.", "A film that stands elsewhere."),
    ]],
};

/// The id of the picture that is named by its id or by its file.
fn picture_id(name: &str) -> String {
    const ENDINGS: [&str; 7] = ["png", "jpg", "jpeg", "webp", "avif", "gif", "svg"];
    let file = name.rsplit_once('.');
    let stem =
        file.filter(|(_, ending)| ENDINGS.iter().any(|own| own.eq_ignore_ascii_case(ending)));
    stem.map_or(name, |(stem, _)| stem).to_owned()
}

impl MediaItem {
    /// Takes a media item from the record of its sidecar.
    pub fn from_record(record: Record, id: &str, file: Option<SourcePath>) -> Self {
        let plain = |key: &str| record.text(key).map(|text| text.value);
        let mut consents = Vec::new();
        let mut own_consents = Vec::new();
        for item in record.list("consent").iter().filter_map(Spanned::<Data>::as_record) {
            if item.has("given") || item.has("scope") {
                own_consents.push(Consent::from_record(item));
            } else {
                consents.extend(item.text("ref"));
            }
        }
        Self {
            id: id.to_owned(),
            file,
            kind: record.choice("kind", MediaKind::parse),
            decorative: record.yes("decorative"),
            maker: plain("maker"),
            licence: plain("licence"),
            people: record.choice("people", People::parse),
            consents,
            own_consents,
            rights_holder: plain("rights-holder"),
            permission: plain("permission"),
            made_on: record.date("made-on").map(|date| date.value),
            focus: record
                .record("focus")
                .and_then(|own| Some((thousandths(own, "x")?, thousandths(own, "y")?))),
            duration: plain("duration"),
            poster: record.text("poster").map(|own| Spanned::new(picture_id(&own), own.span)),
            publish_original: record.yes("publish-original"),
            embed: record
                .record("embed")
                .map(|own| Embed { service: own.plain("service"), id: own.plain("id") }),
            record,
        }
    }

    /// The sidecar.
    pub fn sidecar(&self) -> FileId {
        self.record.span.file
    }

    /// The alternative text in a language, or in the one that stands in for it.
    pub fn alt(&self, lang: &Lang) -> Option<Text> {
        self.record.text_in("alt", lang.as_str())
    }
}

/// A fraction between 0 and 1, in thousandths.
fn thousandths(record: &Record, key: &str) -> Option<u16> {
    let written = record.text(key)?.value.replace(',', ".");
    let fraction: f64 = written.parse().ok()?;
    (0..=1000_u16).rfind(|own| f64::from(*own) <= fraction.mul_add(1000.0, 0.5))
}
