//! Newsletter editions and fragments.

use crate::base::Date;

area! {
    /// Problems of this area.
    #[derive(serde::Serialize, serde::Deserialize)]
    Newsletter {
        /// The mail is longer than mail clients show.
        TooLarge {
            /// Its size in bytes.
            bytes: usize,
            /// The limit in bytes.
            limit: usize,
        } => "newsletter/too-large" Error;
        /// The mail is nearly as long as mail clients show.
        Large {
            /// Its size in bytes.
            bytes: usize,
            /// The limit in bytes.
            limit: usize,
        } => "newsletter/large" Warning;
        /// Words that a mail tool would replace when it sends.
        Placeholder {
            /// The words with their marks.
            text: String,
        } => "newsletter/placeholder" Warning;
        /// An address that leads nowhere from a mail.
        NotAbsolute {
            /// The item.
            item: String,
            /// The address.
            address: String,
        } => "newsletter/not-absolute" Error;
        /// A colour of the theme that is hard to read in mail, as it is or in dark mode.
        FaintColour {
            /// The colour of the text.
            text: String,
            /// The colour behind it.
            ground: String,
        } => "newsletter/faint-colour" Warning;
        /// An item that is too long for a mail.
        LargeItem {
            /// The item.
            item: String,
            /// Its size in bytes.
            bytes: usize,
            /// The limit in bytes.
            limit: usize,
        } => "newsletter/large-item" Warning;
        /// A link without encryption.
        InsecureLink {
            /// The address.
            address: String,
        } => "newsletter/insecure-link" Warning;
        /// A picture without description or size.
        BarePicture {
            /// The address.
            address: String,
        } => "newsletter/bare-picture" Error;
        /// A picture that some mail programs do not show.
        PictureFormat {
            /// The address.
            address: String,
            /// The ending of its name.
            format: String,
        } => "newsletter/picture-format" Warning;
        /// Markup that some mail programs do not know.
        Unsupported {
            /// The element, attribute or property.
            what: String,
            /// The mail programs; empty for all.
            clients: String,
        } => "newsletter/unsupported" Error;
        /// A heading in a mail that is more than one level deeper than the one before.
        HeadingJump {
            /// The level before.
            from: u8,
            /// Its level.
            to: u8,
        } => "newsletter/heading-jump" Warning;
        /// The text of a mail lacks an address that its HTML has.
        TextWithoutLink {
            /// The address.
            address: String,
        } => "newsletter/text-without-link" Error;
        /// Visits would be counted for two campaigns: a link is marked twice.
        DoubleMark {
            /// The address.
            address: String,
        } => "newsletter/double-mark" Warning;
        /// Visits would be counted for two campaigns: the tool marks links too.
        ToolMarks {
            /// The tool.
            tool: String,
        } => "newsletter/double-mark" Warning;
        /// A placeholder with a sign that HTML writes in another way, so that the mail tool does not
        /// find it.
        BadPlaceholder {
            /// As written.
            text: String,
            /// The sign.
            sign: char,
        } => "newsletter/bad-placeholder" Error;
        /// An edition without the line that mailboxes show beside the subject.
        NoPreheader => "newsletter/no-preheader" Hint;
        /// The record of an edition that was sent cannot be read.
        BadRecord => "newsletter/bad-record" Error;
        /// What was sent of an edition was kept, and there is no such edition.
        LooseRecord {
            /// The file that the edition would be.
            edition: String,
            /// The file of an edition that was sent and has no record, which may be the same one, and the
            /// name that its record has.
            renamed: Option<(String, String)>,
        } => "newsletter/bad-record" Error;
        /// An edition was sent and nobody kept what was sent.
        NotRecorded {
            /// The edition.
            edition: String,
        } => "newsletter/not-recorded" Warning;
        /// What is kept of an edition that was sent earlier is the site as it is now.
        RecordedLate {
            /// The day on which it was sent.
            sent: Date,
            /// The files of documents in it that say that they changed since.
            changed: Vec<String>,
        } => "newsletter/not-recorded" Warning;
        /// What was sent was kept, and the edition does not say when it was sent.
        NotSent {
            /// The edition.
            edition: String,
        } => "newsletter/not-sent" Warning;
        /// Consent took something out of an edition that was sent.
        ConsentRemoved {
            /// The item.
            item: String,
            /// Whether it is a picture; a quotation otherwise.
            picture: bool,
        } => "newsletter/consent-removed" Warning asks Nothing;
        /// Running text of an edition that was sent was made anew: consent for something in it ended, or a
        /// document whose correction it tells was withdrawn.
        TextRenewed {
            /// Whether it is the text after the items; the one before them otherwise.
            is_closing: bool,
        } => "newsletter/consent-removed" Warning asks Nothing;
        /// An item of an edition that was sent was taken out: its document was withdrawn.
        ItemRemoved {
            /// The item.
            item: String,
        } => "newsletter/consent-removed" Warning asks Nothing;
        /// A picture of an edition that was sent is not at its address any more.
        LostPicture {
            /// The item.
            item: String,
            /// The address in the mail.
            address: String,
        } => "newsletter/lost-picture" Warning;
        /// An edition was sent on a day that is still to come.
        SentToCome {
            /// The day.
            day: Date,
        } => "newsletter/sent-day" Warning;
        /// An edition was sent before its own day.
        SentBefore {
            /// The day on which it was sent.
            day: Date,
            /// The day of the edition.
            date: Date,
        } => "newsletter/sent-day" Warning;
        /// An edition was sent, and its page is not there.
        NoPage {
            /// Whether that is because it is a draft; it has expired or is to come otherwise.
            is_draft: bool,
        } => "newsletter/no-page" Warning;
        /// A document has nothing of what the style of its item shows first.
        LacksPart {
            /// The item as written.
            item: String,
            /// Whether that is a quotation; a key figure otherwise.
            quote: bool,
        } => "newsletter/lacks-part" Warning;
        /// A document stands in one edition twice.
        SameItem {
            /// The item as written.
            item: String,
        } => "newsletter/same-item" Error;
    }
}
