//! Markdown, its links and its components.

/// What looks like Markdown and is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfinished {
    /// A link without an end, or with a space in its address.
    Link,
    /// A link with a space before its address.
    SpacedLink,
    /// A heading without a space behind its hashes.
    Heading,
    /// A heading or item with a space that is none in Markdown.
    OddSpace,
    /// The mark of an item with such a space.
    OddItem,
    /// Lines with tabs between their words.
    Tabs,
    /// A running text that begins with a tab or four spaces.
    Indented,
    /// A letter for a bullet.
    Bullet,
    /// A number for an item without a space behind it.
    Number,
    /// Dashes for items without a space behind them.
    Dash,
    /// A box to tick without a dash before it.
    Task,
    /// A frame of a kind that there is not.
    Alert,
    /// Stars that open and nothing closes.
    Strong,
    /// Stars with a space between them and the words.
    SpacedStrong,
    /// Stars to which the next word sticks.
    GluedStrong,
    /// A component behind too few backticks.
    ShortFence,
    /// A table whose second line does not fit.
    Table,
    /// A row with more cells than there are columns.
    Row,
    /// A remark that nothing closes, so that what follows is not shown.
    Remark,
    /// A remark that nothing closes in a running text, so that readers see it.
    ShownRemark,
    /// A block between fences that nothing closes, so that what follows belongs to it.
    Fence,
}

area! {
    /// Problems of this area.
    Markdown {
        /// HTML in Markdown; it is shown as the text it is.
        RawHtml {
            /// The tag as written.
            tag: String,
        } => "markdown/raw-html" Warning;
        /// Marks that look like Markdown and are none.
        Unfinished {
            /// What it looks like.
            form: Unfinished,
        } => "markdown/unfinished" Warning;
        /// Marks of Markdown or HTML in a field whose text is shown as it is.
        InField {
            /// The marks with their words, as written.
            marks: String,
        } => "markdown/unfinished" Warning;
        /// A character that got lost before the text came here.
        LostCharacter => "markdown/lost-character" Warning;
        /// Lists, quotes or emphasis nested further than is read; deeper text stays as plain text.
        TooDeep {
            /// How deep is read.
            limit: usize,
        } => "markdown/too-deep" Warning;
        /// A table with more columns than are shown.
        TooManyColumns {
            /// How many it has.
            columns: usize,
            /// How many are shown.
            limit: usize,
        } => "markdown/too-many-columns" Warning;
        /// A reference to a footnote that has no text.
        UnknownFootnote {
            /// Its label.
            label: String,
            /// A footnote whose label is near.
            nearest: Option<String>,
        } => "markdown/unknown-footnote" Warning;
        /// A footnote that nothing refers to; it is not shown.
        UnusedFootnote {
            /// Its label.
            label: String,
        } => "markdown/unused-footnote" Hint;
        /// Two footnotes with one label; the second is not shown.
        DuplicateFootnote {
            /// The label.
            label: String,
        } => "markdown/duplicate-footnote" Warning;
        /// `[words][label]` without a line `[label]: address`.
        UnknownReference {
            /// The label.
            label: String,
            /// A label that is near.
            nearest: Option<String>,
        } => "markdown/unknown-reference" Warning;
        /// Two headings with one anchor, of which at least one was written by hand.
        DuplicateAnchor {
            /// The anchor.
            id: String,
        } => "markdown/duplicate-anchor" Error;
        /// An anchor with characters that an address cannot hold as they are.
        BadAnchor {
            /// The anchor as written.
            id: String,
            /// What is used instead.
            suggestion: String,
        } => "markdown/bad-anchor" Warning;
        /// A picture that stands on another site.
        RemotePicture {
            /// Its address.
            address: String,
        } => "markdown/remote-picture" Error;
        /// A picture whose address names something that cannot be shown.
        NotAPicture {
            /// The address as written.
            address: String,
        } => "markdown/not-a-picture" Error;
        /// More problems in one file than are told.
        More {
            /// How many are left out.
            count: usize,
        } => "markdown/more" Warning;
        /// A fenced block whose word is nearly the name of a component.
        UnknownComponent {
            /// The word as written.
            word: String,
            /// The component that is near.
            nearest: &'static str,
        } => "component/unknown" Error;
        /// A link that would run code in the reader's browser.
        LinkScheme {
            /// The scheme.
            scheme: String,
        } => "unsafe/link-scheme" Error;
        /// A link with a word before the colon that means nothing here.
        UnknownScheme {
            /// The word.
            scheme: String,
            /// A known one that is near.
            nearest: Option<&'static str>,
        } => "link/unknown-scheme" Error;
        /// A link that starts with `/`.
        AbsolutePath {
            /// The address as written.
            address: String,
        } => "link/absolute-path" Error;
        /// A link to another site or a mail address without what has to stand before it.
        MissingScheme {
            /// The address as it should be.
            suggestion: String,
        } => "link/missing-scheme" Error;
        /// A path with backslashes, or on a drive of somebody's computer.
        LocalPath {
            /// The path with slashes, where that helps.
            suggestion: Option<String>,
        } => "link/local-path" Error;
        /// An address of a preview, which leads to the computer of whoever opens it.
        OwnComputer {
            /// Whether it stands in a field that takes whole addresses only.
            is_whole: bool,
        } => "link/local-path" Error;
        /// A link without an address.
        EmptyLink => "link/empty" Error;
        /// A link without words.
        NoWords => "link/no-words" Warning;
    }
}
