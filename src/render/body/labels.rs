//! The words that a body shows beside the editor's own.

/// Declares the labels once: field, id of the theme string, Dutch and English.
macro_rules! labels {
    ($( $(#[$doc:meta])* $field:ident, $id:literal, $nl:literal, $en:literal; )*) => {
        /// The words that a body shows beside the editor's own, in the page's language.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct Labels {
            $( $(#[$doc])* pub $field: String, )*
        }

        impl Labels {
            /// The id of each label with its words in Dutch and English.
            pub const ALL: &'static [(&'static str, &'static str, &'static str)] =
                &[ $( ($id, $nl, $en), )* ];

            /// The labels in the words that a lookup gives for their ids.
            pub fn new(words: impl Fn(&'static str) -> String) -> Self {
                Self { $( $field: words($id), )* }
            }
        }
    };
}

labels! {
    /// Above an alert of the kind note.
    note, "body-note", "Goed om te weten", "Note";
    /// Above an alert of the kind tip.
    tip, "body-tip", "Tip", "Tip";
    /// Above an alert of the kind important.
    important, "body-important", "Belangrijk", "Important";
    /// Above an alert of the kind warning.
    warning, "body-warning", "Let op", "Warning";
    /// Above an alert of the kind caution.
    caution, "body-caution", "Pas op", "Caution";
    /// Before a task that is done.
    task_done, "body-task-done", "Gedaan:", "Done:";
    /// Before a task that is still to be done.
    task_open, "body-task-open", "Nog te doen:", "To do:";
    /// Names a table for those who do not see it; its columns follow.
    table, "body-table", "Tabel:", "Table:";
    /// The heading of the footnotes.
    footnotes, "body-footnotes", "Noten", "Notes";
    /// A reference to a footnote; its number follows.
    footnote, "body-footnote", "Noot", "Note";
    /// The way back from a footnote; its number follows.
    back, "body-back", "Terug naar de tekst bij noot", "Back to the text at note";
    /// Opens the description of an infographic.
    description, "body-description", "Beschrijving", "Description";
    /// Opens the words of a film or sound.
    transcript, "body-transcript", "Uitgeschreven tekst", "Transcript";
    /// The name of the captions track.
    captions, "body-captions", "Ondertiteling", "Captions";
    /// How long a film or sound lasts; the duration follows.
    duration, "body-duration", "Duur:", "Duration:";
    /// A link to a film elsewhere; the service's name follows.
    watch_at, "body-watch-at", "Bekijk de film op", "Watch the film on";
    /// What following that link does.
    loaded_when_asked, "body-loaded-when-asked", "Pas als je hierop klikt, maakt je browser verbinding met de andere site.", "Only when you follow this does your browser connect to the other site.";
    /// A link to a document; what it is follows between brackets.
    download, "body-download", "Download", "Download";
    /// What following a picture does.
    enlarge, "body-enlarge", "Bekijk groter", "View larger";
    /// A source; its name follows.
    source, "body-source", "Bron:", "Source:";
    /// Before what a figure counts.
    definition, "body-definition", "Wat is geteld", "What was counted";
    /// Behind the number 1.
    question, "body-question", "vraag", "question";
    /// Behind any other number.
    questions, "body-questions", "vragen", "questions";
}

impl Labels {
    /// The labels in Dutch.
    pub fn dutch() -> Self {
        Self::new(|id| word(id, |(_, dutch, _)| dutch))
    }

    /// The labels in English.
    pub fn english() -> Self {
        Self::new(|id| word(id, |(_, _, english)| english))
    }
}

type Label = (&'static str, &'static str, &'static str);

fn word(id: &str, of: impl Fn(&Label) -> &'static str) -> String {
    Labels::ALL.iter().find(|label| label.0 == id).map_or("", of).to_owned()
}
