//! Words, sentences and whole texts.

use crate::dice::Dice;

const WORDS: &str = "de het een van en in is op te met voor zijn aan door naar bij uit over ook \
    maar als nog wordt worden werd heeft hebben kan kunnen moet zullen deze dit die dan meer \
    minder veel gemeente regio werkgever werkzoekende begeleider opleiding samenwerking overleg \
    afspraak project plan subsidie onderzoek interview verslag bijeenkomst vraag antwoord \
    ervaring uitkomst oorzaak verschil periode jaar maand kwartaal loket netwerk vacature \
    functie baan taak talent zorg techniek logistiek horeca onderwijs bouw school leerling \
    ouder jongere statushouder vrijwilliger raad wethouder ministerie uitvoering beleid aanpak \
    methode werkwijze vertrouwen tijd geld capaciteit doel richting stap groep wijk stad dorp \
    provincie buurt kosten baten leren delen kiezen helpen vinden zoeken bouwen groeien \
    langzaam snel duidelijk lastig nieuw oud klein groot lokaal landelijk tijdelijk blijvend \
    geschikt nodig haalbaar zelfstandig coöperatie reële efficiënt één privé financiële \
    tussen tijdens zonder binnen buiten sinds volgens dankzij ondanks omdat waardoor terwijl \
    hoewel zodat wanneer daarom echter bovendien vervolgens namelijk bijvoorbeeld";

const CODE: &[(&str, &str)] = &[
    (
        "sql",
        "SELECT regio, AVG(score) AS gemiddeld\nFROM metingen\nWHERE jaar >= 2019\nGROUP BY regio;\n",
    ),
    (
        "json",
        "{\n  \"vraag\": \"vertrouwen\",\n  \"voor\": 42.1,\n  \"na\": 37.8,\n  \"bronnen\": [\"A\", null]\n}\n",
    ),
    (
        "python",
        "def gemiddelde(rijen):\n    # lege lijst telt als nul\n    return sum(rijen) / max(len(rijen), 1)\n\nprint(f\"{gemiddelde([1, 2]):.2f}\")\n",
    ),
    (
        "rust",
        "fn verschil(voor: &[f64], na: &[f64]) -> f64 {\n    na.iter().sum::<f64>() - voor.iter().sum::<f64>()\n}\n",
    ),
];

/// How a text names another document: its number to an address.
pub type LinkTo<'a> = &'a dyn Fn(usize) -> String;

/// Words for one document.
pub struct Writer {
    dice: Dice,
    words: Vec<&'static str>,
}

impl Writer {
    /// The words of a document, by its number.
    pub fn new(document: usize) -> Self {
        Self { dice: Dice::new(document as u64 + 1), words: WORDS.split_whitespace().collect() }
    }

    /// The chances of this document.
    pub fn dice(&mut self) -> &mut Dice {
        &mut self.dice
    }

    fn some(&mut self, count: usize) -> Vec<String> {
        (0..count).map(|_| self.dice.one(&self.words).to_owned()).collect()
    }

    /// A few words that begin with a capital, without a full stop.
    pub fn title(&mut self) -> String {
        let count = self.dice.between(3, 6);
        capital(&self.some(count).join(" "))
    }

    /// A sentence without marks.
    pub fn plain(&mut self, least: usize, most: usize) -> String {
        let count = self.dice.between(least, most);
        format!("{}.", capital(&self.some(count).join(" ")))
    }

    fn sentence(&mut self, least: usize, most: usize) -> String {
        let count = self.dice.between(least, most);
        let mut words = self.some(count);
        let at = self.dice.between(1, count - 1);
        let mark = match self.dice.below(100) {
            0..12 => "**",
            12..22 => "*",
            22..26 => "`",
            _ => "",
        };
        words[at] = format!("{mark}{}{mark}", words[at]);
        if count > 9 && self.dice.chance(30) {
            words[count / 2].push(',');
        }
        format!("{}.", capital(&words.join(" ")))
    }

    fn paragraph(&mut self, words: usize) -> String {
        let mut sentences = Vec::new();
        let mut count = 0;
        while count < words {
            let sentence = self.sentence(8, 19);
            count += sentence.split(' ').count();
            sentences.push(sentence);
        }
        sentences.join(" ")
    }

    /// The text of a document: 600 to 900 words, four headings, a list, a table, a footnote,
    /// two links to other documents, and in every tenth some code.
    pub fn body(&mut self, document: usize, documents: usize, link: LinkTo<'_>) -> String {
        let words = self.dice.between(470, 770);
        let mut text = String::new();
        let mut add = |part: String| {
            text.push_str(&part);
            text.push_str("\n\n");
        };
        add(self.paragraph(words * 18 / 100));
        add("## Wat we zagen".to_owned());
        add(self.paragraph(words * 16 / 100));
        let (other, label) = (self.dice.below(documents), self.title().to_lowercase());
        add(format!("Zie ook [{label}]({}) voor wat eraan voorafging.[^1]", link(other)));
        add("### Voor wie".to_owned());
        add(self.paragraph(words * 12 / 100));
        let items: Vec<String> =
            (0..5).map(|_| format!("- {}", self.sentence(6, 11))).collect();
        add(items.join("\n"));
        add("## Uitkomsten".to_owned());
        add(self.paragraph(words * 18 / 100));
        add(self.table());
        if document.is_multiple_of(10) {
            let (language, code) = CODE[document / 10 % CODE.len()];
            add(format!("```{language}\n{code}```"));
        }
        add("### Uitleg".to_owned());
        add(self.paragraph(words * 18 / 100));
        let (other, label) = (self.dice.below(documents), self.title().to_lowercase());
        add(format!("Vergelijk dit met [{label}]({}).", link(other)));
        add("## Tot slot".to_owned());
        add(self.paragraph(words * 16 / 100));
        add(format!("[^1]: {}", self.plain(10, 14)));
        text
    }

    fn table(&mut self) -> String {
        let mut rows = vec!["| Wat | Voor | Na |".to_owned(), "| :-- | --: | --: |".to_owned()];
        for _ in 0..5 {
            let word = self.some(1).concat();
            let (before, after) = (self.dice.between(100, 600), self.dice.between(100, 600));
            let shown = |tenths: usize| format!("{},{}", tenths / 10, tenths % 10);
            rows.push(format!("| {word} | {}% | {}% |", shown(before), shown(after)));
        }
        rows.join("\n")
    }
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
