//! The fields that types share.

use crate::schema::{Field, Kind, Need, RefKind, Rule, Table};

use super::{ChangeKind, Strength};

const CHANGE: Table = Table {
    name: "change",
    groups: &[&[
        Field::new("date", "datum", Kind::Date)
            .required()
            .means("Wanneer.", "When.")
            .example("2021-05-01"),
        Field::new("text", "tekst", Kind::Text)
            .required()
            .means("Wat er veranderde.", "What changed.")
            .example("Het aantal regio's was 11, niet 12"),
        Field::new("kind", "soort", Kind::Choice(&ChangeKind::CHOICE))
            .means(
                "Een correctie staat op de pagina, in de feed en in de volgende nieuwsbrief.",
                "A correction stands on the page, in the feed and in the next newsletter.",
            )
            .example("correction"),
    ]],
};

const WITHDRAWN: Table = Table {
    name: "withdrawn",
    groups: &[&[
        Field::new("date", "datum", Kind::Date)
            .required()
            .means("Wanneer.", "When.")
            .example("2021-06-01"),
        Field::new("reason", "reden", Kind::Text)
            .required()
            .means("Waarom.", "Why.")
            .example("De cijfers bleken niet te kloppen"),
    ]],
};

const NEWSLETTER: Table = Table {
    name: "newsletter",
    groups: &[&[
        Field::new("title", "titel", Kind::Text)
            .means("In plaats van de titel.", "In place of the title.")
            .example("Kort nieuws uit Twente"),
        Field::new("text", "tekst", Kind::Text)
            .means("In plaats van de samenvatting.", "In place of the summary.")
            .example("Wat werkte er in Twente?"),
        Field::new("image", "beeld", Kind::Ref(RefKind::Media))
            .means("In plaats van het beeld.", "In place of the image.")
            .example("verhaal-twente"),
    ]],
};

/// A source, or a source with pages.
pub(in crate::model) const SOURCE_USE: Table = Table {
    name: "source",
    groups: &[&[
        Field::new("source", "bron", Kind::Ref(RefKind::Source))
            .required()
            .means(
                "De bron, uit `vocabulary/sources.yaml`.",
                "The source, from `vocabulary/sources.yaml`.",
            )
            .example("kplusv-2021"),
        Field::new("pages", "paginas", Kind::Text)
            .means("De bladzijden.", "The pages.")
            .example("12-14"),
    ]],
};

const TITLE: Field = Field::new("title", "titel", Kind::Text)
    .required()
    .means(
        "De titel: zegt wat er gevonden is, zonder punt, tot 90 tekens.",
        "The title: says what was found, no full stop, up to 90 characters.",
    )
    .example("\"Vertrouwen opbouwen kostte tijd\"");
const DATE: Field = Field::new("date", "datum", Kind::Date)
    .means(
        "Datum van publicatie; zichtbaar vanaf die dag.",
        "Date of publication; visible from that day.",
    )
    .example("2021-03-18");
const TOPICS: Field =
    Field::new("topics", "onderwerpen", Kind::List(&Kind::Ref(RefKind::Topic)))
        .means(
            "Waar het over gaat, uit `vocabulary/topics.yaml`.",
            "What it is about, from `vocabulary/topics.yaml`.",
        )
        .example("[samenwerking]");

/// Title and a date that must be there.
pub(in crate::model) const DATED: &[Field] = &[TITLE, DATE.required()];
/// Title and a date that may be left out.
pub(in crate::model) const UNDATED: &[Field] = &[TITLE, DATE];
/// At least one topic.
pub(in crate::model) const WITH_TOPICS: &[Field] =
    &[TOPICS.required().rule(Rule::Items(1, 99))];
/// Topics that may be left out.
pub(in crate::model) const MAYBE_TOPICS: &[Field] = &[TOPICS];
/// The fields of a judgement that every type shares but the step itself.
pub(in crate::model) const JUDGEMENT: &[Field] = &[
    Field::new("strength-why", "waarom-sterkte", Kind::Text)
        .means(
            "Waarom deze sterkte; anders de tekst onder \"Zo weten we dit\".",
            "Why this strength; otherwise the text below \"How we know\".",
        )
        .example("Eén rapport, geen vergelijking"),
    Field::new("strength-by", "sterkte-door", Kind::Ref(RefKind::Organisation))
        .means("Wie dat vond.", "Who judged so.")
        .example("kplusv"),
    Field::new("strength-date", "sterkte-datum", Kind::Date)
        .means("Wanneer.", "When.")
        .example("2021-02-18"),
];
/// The step, which must be there.
pub(in crate::model) const STRENGTH: &[Field] =
    &[Field::new("strength", "sterkte", Kind::Choice(&Strength::CHOICE))
        .required()
        .means("Hoe zeker dit is.", "How sure this is.")
        .example("patroon")];

/// The fields that every document may have.
pub(in crate::model) const COMMON: &[Field] = &[
    Field::new("summary", "samenvatting", Kind::Text).rule(Rule::BetweenChars(60, 160)).means("De kern in één zin, 60 tot 160 tekens; anders de eerste alinea.", "The core in one sentence, 60 to 160 characters; otherwise the first paragraph.").example("\"Regio's bouwden eerst vertrouwen op. Dat hielp, maar kostte tijd die voor uitvoeren bedoeld was.\""),
    Field::new("updated", "bijgewerkt", Kind::Date).means("Laatst veranderd.", "Last changed.").example("2021-05-01"),
    Field::new("changes", "wijzigingen", Kind::List(&Kind::Record(&CHANGE))).means("Wat er na publicatie veranderde.", "What changed after publication."),
    Field::new("draft", "concept", Kind::YesNo).rule(Rule::Hides).means("Nog niet tonen.", "Not shown yet.").example("ja"),
    Field::new("expires", "verloopt", Kind::Date).means("Zichtbaar tot en met deze dag.", "Visible through this day.").example("2022-12-31"),
    Field::new("embargo", "embargo", Kind::Date).rule(Rule::Hides).means("Zichtbaar vanaf deze dag.", "Visible from this day.").example("2021-03-18"),
    Field::new("review-by", "controleren-voor", Kind::Date).means("Voor deze dag opnieuw nakijken.", "To be checked again before this day.").example("2022-03-01"),
    Field::new("withdrawn", "ingetrokken", Kind::Record(&WITHDRAWN)).means("Ingetrokken: de pagina blijft als bericht, de inhoud gaat weg.", "Withdrawn: the page stays as a notice, its content goes."),
    Field::new("regions", "regios", Kind::Regions).means("Over welke regio's het gaat; anders alle.", "Which regions it is about; otherwise all.").example("[twente, drenthe]"),
    Field::new("answers", "beantwoordt", Kind::List(&Kind::Ref(RefKind::Question))).means("Welke leervragen het beantwoordt.", "Which learning questions it answers.").example("[voortzetten]"),
    Field::new("audience", "voor-wie", Kind::List(&Kind::Ref(RefKind::Audience))).means("Voor wie, uit `vocabulary/lists.yaml`.", "For whom, from `vocabulary/lists.yaml`.").example("[gemeente, werkgever]"),
    Field::new("owner", "beheerder", Kind::Ref(RefKind::Owner)).means("Wie het bijhoudt: een organisatie of functie.", "Who maintains it: an organisation or role.").example("redactie"),
    Field::new("image", "beeld", Kind::Ref(RefKind::Media)).means("Het beeld erbij.", "The picture with it.").example("verhaal-twente"),
    Field::new("licence", "licentie", Kind::Text).rule(Rule::Licence).means("Onder welke licentie; anders die van de site.", "Under which licence; otherwise the site's.").example("CC-BY-4.0"),
    Field::new("aliases", "oude-adressen", Kind::List(&Kind::Text)).means("Oude adressen; wie daar komt, wordt doorgestuurd.", "Old addresses; who comes there is sent on.").example("[evaluatie/oud/]"),
    Field::new("replaces", "vervangt", Kind::List(&Kind::Ref(RefKind::Document))).means("Wat dit vervangt.", "What this replaces.").example("[factsheet:oud]"),
    Field::new("replaced-by", "vervangen-door", Kind::List(&Kind::Ref(RefKind::Document))).means("Wat dit vervangen heeft.", "What has replaced this.").example("[factsheet:nieuw]"),
    Field::new("newsletter", "nieuwsbrief", Kind::Record(&NEWSLETTER)).means("Andere tekst of beeld in de nieuwsbrief.", "Another text or picture in the newsletter."),
    Field::new("sample", "voorbeeld", Kind::Choice(&crate::schema::Choice { options: &[("fictional", "fictief")] })).means("Verzonnen om de vorm te laten zien; telt nergens mee.", "Made up to show the form; counts nowhere.").example("fictional"),
];

/// Where something was seen: required for what claims something.
pub(in crate::model) const SEEN_IN: &[Field] =
    &[Field::new("seen-in", "gezien-in", Kind::Regions)
        .required()
        .means(
            "Waar dit gezien is: regio's, of `alle`.",
            "Where this was observed: regions, or `all`.",
        )
        .example("[twente]")];
/// The sources it rests on, which must be there.
pub(in crate::model) const SOURCES_NEEDED: &[Field] =
    &[SOURCES.required().rule(Rule::Items(1, 99))];
/// The sources it rests on.
pub(in crate::model) const SOURCES: Field =
    Field::new("sources", "bronnen", Kind::List(&Kind::RefOrRecord(&SOURCE_USE)))
        .means(
            "Waar het op rust, uit `vocabulary/sources.yaml`.",
            "What it rests on, from `vocabulary/sources.yaml`.",
        )
        .example("[kplusv-2021]");

/// A period field.
pub(in crate::model) const PERIOD: Field = Field::new("period", "periode", Kind::Period)
    .means("Over welke tijd het gaat.", "Which time it is about.")
    .example("2019-06");

/// A needed field of the plain kind, for tables whose fields need no condition.
pub(in crate::model) const fn need_when(
    field: Field,
    key: &'static str,
    value: &'static str,
) -> Field {
    field.need(Need::When(key, value))
}
