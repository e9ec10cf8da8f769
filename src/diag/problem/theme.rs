//! Themes and templates.

/// What is wrong with a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Slip {
    /// A name that is not there.
    Unknown {
        /// What it would be a name of.
        named: Named,
        /// The name as written.
        name: String,
        /// The names that are there, as far as they are known.
        known: Vec<String>,
    },
    /// Anything else, as the template engine says it, in English.
    Other(String),
}

/// What a name in a template stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// Something that a page has.
    Value,
    /// A filter, behind a `|`.
    Filter,
    /// A test, behind `is`.
    Test,
    /// A function.
    Function,
    /// A component.
    Component,
    /// What a component is told.
    Argument,
    /// Another template.
    Template,
    /// A block of the template that this one extends.
    Block,
}

area! {
    /// Problems of this area.
    Theme {
        /// `site.yaml` names a theme that is not there.
        UnknownTheme {
            /// The name.
            name: String,
            /// A theme whose name is near.
            nearest: Option<String>,
        } => "theme/unknown-theme" Error;
        /// A file that a theme needs is not there.
        MissingFile {
            /// Its path below the theme.
            name: String,
            /// The line that names it, from 1.
            line: usize,
        } => "theme/missing-file" Error;
        /// A line of a theme's YAML that is no `key: text`.
        UnreadableLine {
            /// The line, from 1.
            line: usize,
        } => "theme/unreadable-line" Error;
        /// A line of `main.css` that is no import of a file beside it.
        BadImport {
            /// The line, from 1.
            line: usize,
        } => "theme/bad-import" Error;
        /// A template that cannot be read.
        TemplateBroken {
            /// The line, from 1; 0 when no line is to blame.
            line: usize,
            /// The column in characters, from 1; 0 when no column is to blame.
            column: usize,
            /// What is wrong with it.
            slip: Slip,
        } => "theme/template-broken" Error;
        /// A template that stopped while a page was made.
        TemplateFailed {
            /// The line, from 1; 0 when no line is to blame.
            line: usize,
            /// The column in characters, from 1; 0 when no column is to blame.
            column: usize,
            /// What is wrong with it.
            slip: Slip,
            /// The template of the program that could not work with what it was given, and its line.
            within: Option<(String, usize)>,
            /// The document or page that was being made.
            document: Option<String>,
        } => "theme/template-failed" Error;
        /// A template shows a text that a language does not have.
        MissingText {
            /// The key of the text.
            key: String,
            /// The language.
            language: String,
            /// A key that is near.
            nearest: Option<String>,
            /// The line of the template, from 1.
            line: usize,
            /// The column in characters, from 1.
            column: usize,
        } => "theme/missing-text" Error;
        /// A theme that has no texts in a language of the site, or not all.
        MissingLanguage {
            /// The language.
            language: String,
            /// How many are missing; 0 where all are.
            count: usize,
            /// The keys of the first of them.
            first: Vec<String>,
        } => "theme/missing-language" Warning;
        /// A word of `site.yaml` that replaces no text of the theme.
        UnknownWord {
            /// The key.
            key: String,
            /// A key that is near.
            nearest: Option<String>,
        } => "theme/unknown-word" Error;
        /// A parameter that the theme does not have.
        UnknownParam {
            /// The name.
            name: String,
            /// A parameter whose name is near.
            nearest: Option<String>,
        } => "theme/unknown-param" Error;
        /// A value that a parameter cannot have.
        BadParam {
            /// The parameter.
            name: String,
            /// The value as written.
            value: String,
            /// What it must be: `colour`, `media`, `text`, `yes-no`; of media also `picture`, `icon`.
            kind: &'static str,
        } => "theme/bad-param" Error;
        /// A setting of a theme's own whose value, where a site says nothing, it cannot have.
        BadDefault {
            /// The parameter.
            name: String,
            /// The value as written.
            value: String,
            /// What it must be, as above.
            kind: &'static str,
            /// The line, from 1.
            line: usize,
        } => "theme/bad-param" Error;
        /// Something else that a theme's own setting says of itself and cannot say.
        BadFact {
            /// The parameter.
            name: String,
            /// What it says: `against`, `dark`, `tokens`.
            fact: &'static str,
            /// The value as written.
            value: String,
            /// What it must be: as above, or `tokens`.
            kind: &'static str,
            /// The line, from 1.
            line: usize,
        } => "theme/bad-param" Error;
        /// A colour in a theme's YAML that is a comment.
        UnquotedColour {
            /// The key before it.
            key: String,
            /// The colour.
            value: String,
            /// The line, from 1.
            line: usize,
        } => "theme/bad-param" Error;
        /// A key in `theme.yaml` that there is not.
        UnknownKey {
            /// The key.
            key: String,
            /// A key that is near.
            nearest: Option<String>,
            /// All that can stand there.
            known: Vec<&'static str>,
            /// The line, from 1.
            line: usize,
        } => "theme/unknown-key" Error;
        /// A setting of a theme's own of a type that there is not.
        UnknownType {
            /// The parameter.
            name: String,
            /// The type as written; empty where none is.
            written: String,
            /// A type whose name is near.
            nearest: Option<String>,
            /// The line, from 1.
            line: usize,
        } => "theme/unknown-type" Error;
        /// A colour of a theme's own setting, where a site says nothing, that cannot be read.
        PaleDefault {
            /// The parameter.
            name: String,
            /// The colour as written.
            value: String,
            /// The contrast, in tenths.
            tenths: u32,
            /// The line, from 1.
            line: usize,
        } => "theme/pale-colour" Error;
        /// A colour of a theme that cannot be read on another.
        FaintToken {
            /// The custom property: `--ink`.
            name: String,
            /// That of what it stands on.
            ground: String,
            /// The contrast, in tenths.
            tenths: u32,
            /// The least that it must be, in tenths.
            least: u32,
            /// Whether that is so in dark mode.
            is_dark: bool,
            /// The line, from 1.
            line: usize,
        } => "theme/pale-colour" Error;
        /// A colour of a theme's own that is not looked at.
        UnreadColour {
            /// The custom property: `--ink`.
            name: String,
            /// What stands in the place of a colour.
            value: String,
            /// The line, from 1.
            line: usize,
        } => "theme/unread-colour" Warning;
        /// Custom properties that the styles use and that a theme's own `tokens.css` does not give.
        MissingTokens {
            /// The first of them.
            first: Vec<String>,
            /// How many.
            count: usize,
        } => "theme/missing-token" Warning;
        /// A text of a theme's own that replaces none and that no template shows.
        UnknownText {
            /// The key.
            key: String,
            /// A key that is near.
            nearest: Option<String>,
            /// The line, from 1.
            line: usize,
        } => "theme/unknown-text" Warning;
        /// A text of a theme's own that stands in its file twice.
        RepeatedText {
            /// The key.
            key: String,
            /// The line of the one before it, from 1.
            first: usize,
            /// The line, from 1.
            line: usize,
        } => "theme/repeated-text" Warning;
        /// A block of a style that nobody closes, or a brace that closes nothing.
        UnevenBraces {
            /// Whether it is a block that nobody closes.
            is_open: bool,
            /// The line of the brace, from 1.
            line: usize,
        } => "theme/uneven-braces" Warning;
        /// A blank in a text that is not filled in.
        UnknownTextBlank {
            /// The key of the text.
            key: String,
            /// The blank, without its braces.
            blank: String,
            /// One that is near.
            nearest: Option<String>,
            /// Those that the text has.
            known: Vec<String>,
            /// The line, from 1.
            line: usize,
        } => "theme/unknown-blank" Warning;
        /// The same in a word of `site.yaml`.
        UnknownWordBlank {
            /// The key of the text.
            key: String,
            /// The blank, without its braces.
            blank: String,
            /// One that is near.
            nearest: Option<String>,
            /// Those that the text has.
            known: Vec<String>,
        } => "theme/unknown-blank" Warning;
        /// A file of a theme that nothing uses.
        UnusedFile {
            /// Its path below the theme.
            name: String,
            /// A file that is near.
            nearest: Option<String>,
        } => "theme/unused-file" Warning;
        /// A colour of the site that cannot be read on the theme's ground.
        PaleColour {
            /// The parameter.
            name: String,
            /// The colour as written.
            value: String,
            /// The contrast, in tenths.
            tenths: u32,
        } => "theme/pale-colour" Error;
    }
}
