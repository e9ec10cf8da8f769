//! The fields of `site.yaml`.

use crate::schema::{Field, Kind, RefKind, Rule, Table, choices};

choices! {
    /// Whether the programme still runs.
    PhaseWord {
        /// It runs.
        Running = "running" "loopt",
        /// It is coming to its end.
        Closing = "closing" "rondt-af",
        /// It is over.
        Closed = "closed" "afgesloten",
    }
    /// Whose messages are told in which way a reader is addressed.
    AddressWord {
        /// Informal.
        Je = "je" "je",
        /// Formal.
        U = "u" "u",
    }
    /// What is pasted into a mail tool.
    PasteWord {
        /// Formatted text, for editors that show what will be sent.
        Formatted = "formatted" "opgemaakt",
        /// HTML code, for blocks that take code.
        Code = "code" "code",
        /// Plain text.
        Text = "text" "tekst",
    }
    /// Where the site is hosted.
    HostWord {
        /// Netlify.
        Netlify = "netlify" "netlify",
        /// Cloudflare Pages.
        Cloudflare = "cloudflare" "cloudflare",
        /// GitHub Pages.
        Github = "github" "github",
        /// GitLab Pages.
        Gitlab = "gitlab" "gitlab",
        /// Azure.
        Azure = "azure" "azure",
        /// nginx.
        Nginx = "nginx" "nginx",
        /// Apache.
        Apache = "apache" "apache",
    }
}

const PROGRAMME: Table = Table {
    name: "programme",
    groups: &[&[
        Field::new("name", "naam", Kind::Text)
            .required()
            .means("De naam.", "The name.")
            .example("Programma Voorbeeld"),
        Field::new("period", "periode", Kind::Period)
            .means("Van wanneer tot wanneer.", "From when to when.")
            .example("{from: 2019-06, to: 2021-12}"),
        Field::new("phase", "fase", Kind::Choice(&PhaseWord::CHOICE))
            .means("Of het nog loopt.", "Whether it still runs.")
            .example("closed"),
        Field::new("partners", "partners", Kind::List(&Kind::Ref(RefKind::Organisation)))
            .means("De partners.", "The partners.")
            .example("[szw]"),
    ]],
};

const REGIONS: Table = Table {
    name: "regions",
    groups: &[&[
        Field::new("one", "een", Kind::Texts)
            .required()
            .means("Het woord voor één.", "The word for one.")
            .example("regio"),
        Field::new("many", "meer", Kind::Texts)
            .required()
            .means("Het woord voor meer.", "The word for many.")
            .example("\"regio's\""),
    ]],
};

const TARGET: Table = Table {
    name: "target",
    groups: &[&[
        Field::new("utm", "meetcodes", Kind::YesNo)
            .means("Of links meetcodes krijgen.", "Whether links get campaign codes.")
            .example("ja"),
        Field::new("unsubscribe", "afmelden", Kind::Text)
            .rule(Rule::MailLink)
            .means("De code voor de afmeldlink.", "The placeholder of the unsubscribe link.")
            .example("\"[[AFMELDEN]]\""),
        Field::new("web-version", "webversie", Kind::Text)
            .rule(Rule::MailLink)
            .means("De code voor de webversie.", "The placeholder of the web version.")
            .example("\"[[WEB]]\""),
        Field::new("postal-address", "postadres", Kind::Text)
            .means(
                "De code voor het adres van de afzender.",
                "The placeholder of the sender's address.",
            )
            .example("\"[[ADRES]]\""),
        Field::new("paste", "plakken", Kind::Choice(&PasteWord::CHOICE))
            .means(
                "Wat de kopieerknop voor dit programma klaarzet.",
                "What the copy button prepares for this tool.",
            )
            .example("code"),
    ]],
};

const NEWSLETTER: Table = Table {
    name: "newsletter",
    groups: &[&[
        Field::new("utm", "meetcodes", Kind::YesNo)
            .means("Of links meetcodes krijgen.", "Whether links get campaign codes.")
            .example("ja"),
        Field::new("from", "afzender", Kind::Text)
            .means("De afzender.", "The sender.")
            .example("\"Redactie <redactie@voorbeeld.example>\""),
        Field::new("max-bytes", "hoogstens-bytes", Kind::Count)
            .means("Hoe groot een mail mag zijn.", "How large a mail may be.")
            .example("100000"),
        Field::new("subscribe-url", "aanmeldadres", Kind::Url)
            .means("Waar je je aanmeldt.", "Where to subscribe.")
            .example("https://voorbeeld.example/aanmelden/"),
        Field::new("public-desk", "open-kopieerpagina", Kind::YesNo)
            .means(
                "Of de kopieerpagina's op de site staan; zonder deze regel wel.",
                "Whether the copy desks are on the site; without this line they are.",
            )
            .example("ja"),
        Field::new("targets", "doelen", Kind::Map(&Kind::Record(&TARGET)))
            .means("De nieuwsbriefprogramma's.", "The newsletter tools."),
    ]],
};

const CONSENT: Table = Table {
    name: "consent",
    groups: &[&[Field::new("warn-days", "waarschuw-dagen", Kind::Count)
        .means(
            "Zoveel dagen voor het aflopen een waarschuwing.",
            "So many days before it ends a warning.",
        )
        .example("60")]],
};

const PICTURES: Table = Table {
    name: "pictures",
    groups: &[&[
        Field::new("avif", "avif", Kind::YesNo)
            .means(
                "Of foto's er ook als AVIF zijn: minder bytes, en een eerste keer bouwen duurt langer. Het programma moet ermee gebouwd zijn (`--features avif`).",
                "Whether photographs are there as AVIF too: fewer bytes, and a first build takes longer. The program has to be built with it (`--features avif`).",
            )
            .example("nee"),
        Field::new("social-cards", "deelkaarten", Kind::YesNo)
            .means(
                "Of elke pagina een getekende kaart krijgt voor wie haar deelt; ja als je niets zegt.",
                "Whether every page gets a drawn card for who shares it; yes unless told otherwise.",
            )
            .example("nee"),
    ]],
};

const STORE: Table = Table {
    name: "store",
    groups: &[&[Field::new("max-mb", "hoogstens-mb", Kind::Count)
        .means(
            "Hoeveel megabyte de opslag mag hebben.",
            "How many megabytes the store may have.",
        )
        .example("2000")]],
};

/// The fields of `site.yaml`.
pub const SITE: Table = Table {
    name: "site",
    groups: &[&[
        Field::new("title", "titel", Kind::Texts)
            .required()
            .means("De naam van de site.", "The site's name.")
            .example("Lerende evaluatie"),
        Field::new("language", "taal", Kind::Lang)
            .required()
            .means(
                "De taal van de site, en van de meldingen.",
                "The language of the site, and of messages.",
            )
            .example("nl"),
        Field::new("base-url", "adres-van-de-site", Kind::Url)
            .required()
            .means("Het adres van de site.", "The site's address.")
            .example("https://voorbeeld.example/"),
        Field::new("tagline", "ondertitel", Kind::Texts)
            .means("Een regel onder de naam.", "A line below the name.")
            .example("Wat regio's leren"),
        Field::new("languages", "talen", Kind::List(&Kind::Lang))
            .means("Alle talen van de site.", "All languages of the site.")
            .example("[nl]"),
        Field::new("time-zone", "tijdzone", Kind::Text)
            .means(
                "De tijdzone, voor \"vandaag\" en voor bijeenkomsten.",
                "The time zone, for \"today\" and for meetings.",
            )
            .example("Europe/Amsterdam"),
        Field::new("theme", "thema", Kind::Text)
            .means(
                "Het uiterlijk: `default` of een map onder `themes/`.",
                "The look: `default` or a folder under `themes/`.",
            )
            .example("default"),
        Field::new("theme-params", "thema-instellingen", Kind::Map(&Kind::Text))
            .means("Instellingen van het uiterlijk.", "Settings of the theme.")
            .example("{}"),
        Field::new("programme", "programma", Kind::Record(&PROGRAMME))
            .means("Het programma.", "The programme."),
        Field::new("regions", "regios", Kind::Record(&REGIONS))
            .means("De woorden voor regio.", "The words for region."),
        Field::new("address", "aanspreekvorm", Kind::Choice(&AddressWord::CHOICE))
            .means("`je` of `u`.", "How a Dutch reader is addressed.")
            .example("je"),
        Field::new("licence", "licentie", Kind::Text)
            .rule(Rule::Licence)
            .means("De licentie van de teksten.", "The licence of the texts.")
            .example("CC0-1.0"),
        Field::new("paths", "paden", Kind::Map(&Kind::Text))
            .means("Woorden in adressen.", "Words in addresses.")
            .example("{stories: verhalen}"),
        Field::new("navigation", "navigatie", Kind::List(&Kind::Text))
            .means(
                "Het hoofdmenu: onderdelen of pagina's.",
                "The main menu: sections or pages.",
            )
            .example("[findings, stories]"),
        Field::new("words", "woorden", Kind::Map(&Kind::Texts))
            .means("Eigen woorden voor labels.", "A site's own words for labels.")
            .example("{strength/pattern: Terugkerend beeld}"),
        Field::new("newsletter", "nieuwsbrief", Kind::Record(&NEWSLETTER))
            .means("De nieuwsbrief.", "The newsletter."),
        Field::new("consent", "toestemming", Kind::Record(&CONSENT))
            .means("Toestemming van mensen.", "Consent of people."),
        Field::new("severity", "ernst", Kind::Map(&Kind::Text))
            .means(
                "Hoe ernstig een melding is: uit, tip, waarschuwing, fout.",
                "How grave a message is: off, hint, warning, error.",
            )
            .example("{content/unused: warning}"),
        Field::new("edit-url", "bewerkadres", Kind::Url)
            .means(
                "Adres om een pagina te bewerken; `{path}` wordt het bestand.",
                "Address to edit a page; `{path}` becomes the file.",
            )
            .example("\"https://git.voorbeeld.example/edit/{path}\""),
        Field::new("new-url", "nieuwadres", Kind::Url)
            .means(
                "Adres om een pagina te maken, met `{folder}` en `{name}`. `{content}` wordt de tekst van een leeg bestand.",
                "Address to make a page, with `{folder}` and `{name}`. `{content}` becomes the text of an empty file.",
            )
            .example("\"https://git.voorbeeld.example/new/{folder}?file_name={name}\""),
        Field::new("contact", "contact", Kind::Ref(RefKind::Organisation))
            .means("Bij wie je terechtkunt.", "Whom to turn to.")
            .example("redactie"),
        Field::new("demonstration", "demonstratie", Kind::Ref(RefKind::Document))
            .means(
                "De pagina die vertelt dat de site een demonstratie is. Staat dit er, dan zegt elke pagina en elke mail het ook.",
                "The page that tells that the site is a demonstration. With it, every page and every mail says so too.",
            )
            .example("\"page:over-deze-demonstratie\""),
        Field::new("emails", "e-mailadressen", Kind::List(&Kind::Text))
            .means(
                "De enige adressen die op pagina's mogen staan.",
                "The only addresses that may appear on pages.",
            )
            .example("[redactie@voorbeeld.example]"),
        Field::new("security-contact", "beveiligingscontact", Kind::Text)
            .means("Contact voor `security.txt`.", "Contact for `security.txt`.")
            .example("mailto:veilig@voorbeeld.example"),
        Field::new("per-page", "per-pagina", Kind::Count)
            .means(
                "Zoveel stukken staan er op één pagina van een lijst; een langere lijst loopt door op een volgende pagina. 200 als je niets zegt, en 0 om nooit te knippen.",
                "So many items stand on one page of a list; a longer list goes on on a next page. 200 unless told otherwise, and 0 to never cut.",
            )
            .example("50"),
        Field::new("pictures", "beelden", Kind::Record(&PICTURES))
            .means("Hoe beelden gemaakt worden.", "How pictures are made."),
        Field::new("store", "opslag", Kind::Record(&STORE))
            .means("De opslag van eerder werk.", "The store of earlier work."),
        Field::new("editor-link", "editor", Kind::Text)
            .means(
                "Wat een melding in de browser opent: `vscode`, `vscodium`, `cursor`, `zed`, `idea`, `sublime`, `textmate`, `none`, of een adres met `{path}`, `{line}` en `{column}`.",
                "What a message in the browser opens: `vscode`, `vscodium`, `cursor`, `zed`, `idea`, `sublime`, `textmate`, `none`, or an address with `{path}`, `{line}` and `{column}`.",
            )
            .example("vscode"),
        Field::new("host", "host", Kind::Choice(&HostWord::CHOICE))
            .means(
                "Waar de site staat. Daarnaar richten zich de regels die browsers meekrijgen en de oude adressen.",
                "Where the site is hosted. The rules that browsers get along and the old addresses go by it.",
            )
            .example("netlify"),
    ]],
};
