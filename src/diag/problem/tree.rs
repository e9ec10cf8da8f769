//! Where files stand and what they are called.

area! {
    /// Problems of the content tree.
    Tree {
        /// The file is of no kind that the folder holds.
        UnknownFile {
            /// File names that belong in this folder, such as `*.md`.
            expected: &'static [&'static str],
            /// A file name that belongs here and is near.
            nearest: Option<String>,
        } => "tree/unknown-file" Error;
        /// A file that goes with a film or sound, and has no data of its own.
        NoDataOfItsOwn => "tree/unknown-file" Error;
        /// A file that cannot be published as it is.
        NotAsIs {
            /// Whether it is a text, as against a picture, film or document.
            is_text: bool,
        } => "tree/unknown-file" Error;
        /// A picture, film or document that nothing uses and nothing describes.
        UnusedFile {
            /// The command that describes it, as far as the path.
            path: String,
            /// What it may have been meant for.
            form: UnusedForm,
        } => "tree/unused-file" Warning;
        /// The folder is none of the content tree.
        UnknownFolder {
            /// The folder's name.
            folder: String,
            /// A known folder whose name is near.
            nearest: Option<String>,
        } => "tree/unknown-folder" Error;
        /// The bytes are not UTF-8.
        NotUtf8 {
            /// Offset of the first wrong byte, from 0.
            offset: usize,
            /// A guess at the encoding that it is instead.
            guess: Option<&'static str>,
        } => "tree/not-utf8" Error;
        /// What git leaves of a place that two people changed: both versions of it.
        Conflict {
            /// Whether both are there still, as against a line that was left behind.
            is_whole: bool,
        } => "content/conflict" Error;
        /// Two documents of one type have one id.
        DuplicateId {
            /// The id.
            id: String,
        } => "tree/duplicate-id" Error;
        /// A file name that cannot be an address.
        BadName {
            /// The name without its ending.
            name: String,
            /// A name that can.
            suggestion: Option<String>,
        } => "tree/bad-name" Error;
        /// The name of a picture that cannot stand in texts and addresses.
        BadPictureName {
            /// The name.
            name: String,
            /// A name that can.
            better: Option<String>,
        } => "tree/bad-name" Error;
        /// A file name of which the names of files on the site would be too long.
        LongName {
            /// Its bytes, without its ending.
            length: usize,
            /// The limit in bytes.
            limit: usize,
        } => "tree/bad-name" Error;
        /// A link in the file system that leads out of the tree; it is not followed.
        OutsideLink => "unsafe/outside-link" Error;
        /// A device, a pipe or another thing that is no file.
        NotAFile => "tree/not-a-file" Error;
        /// A file larger than may be read.
        TooLarge {
            /// Its size in bytes.
            bytes: u64,
            /// The limit in bytes.
            limit: u64,
        } => "tree/too-large" Error;
    }
}

/// What a file that nothing uses may have been meant for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnusedForm {
    /// A text of a word processor: to be published as a page, or as it is.
    WordProcessor,
    /// Captions or a transcript, or a text.
    Companion,
    /// A picture, film, sound or file to download.
    Medium,
}
