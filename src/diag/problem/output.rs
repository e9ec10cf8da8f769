//! The finished site, and writing it.

area! {
    /// Problems of the finished files, as a reader's browser would meet them.
    Output {
        /// Two files want one path.
        SamePath {
            /// The path.
            path: String,
        } => "output/same-path" Error;
        /// Two paths that some file systems take for one: they differ only in upper and lower
        /// case or in how an accent is encoded.
        AlikePath {
            /// The path that came second.
            path: String,
            /// The path that was there.
            other: String,
        } => "output/same-path" Error;
        /// One path is a file and the folder of another file at the same time.
        FileIsFolder {
            /// The path that is both.
            path: String,
            /// The file below it.
            below: String,
        } => "output/same-path" Error;
        /// A path that the build keeps for itself.
        ReservedPath {
            /// The path.
            path: String,
        } => "output/reserved-path" Error;
        /// A path that some file systems refuse: too long, a name of a device, a dot or space
        /// at the end.
        UnportablePath {
            /// The path.
            path: String,
        } => "output/unportable-path" Error;
        /// An input file that goes into the site as it is was changed or removed meanwhile.
        SourceGone {
            /// The path in the output.
            path: String,
        } => "output/source-gone" Error;
        /// A link inside the site that leads to nothing.
        DeadLink {
            /// The address as the page has it.
            address: String,
            /// How many more pages have a link to the same place.
            others: usize,
        } => "output/dead-link" Error;
        /// The same where somebody wrote it: the whole address of a page of this site.
        DeadAddress {
            /// The address as written.
            address: String,
        } => "output/dead-link" Error;
        /// A link to a place on a page that the page does not have.
        DeadAnchor {
            /// The address as the page has it.
            address: String,
            /// How many more pages have a link to the same place.
            others: usize,
        } => "output/dead-anchor" Error;
        /// A link that leads out of the folder that the site lives in.
        OutsideLink {
            /// The address as the page has it.
            address: String,
            /// How many more pages have it.
            others: usize,
        } => "output/dead-link" Error;
        /// A mail with an address that only works on the site itself.
        RelativeInMail {
            /// The address as the mail has it.
            address: String,
            /// How many more mails have it.
            others: usize,
        } => "output/relative-in-mail" Error;
        /// A page makes the reader's browser ask another host for something.
        ThirdPartyRequest {
            /// What it asks for.
            address: String,
            /// How many more pages do.
            others: usize,
        } => "output/third-party-request" Error;
        /// A page has a script or a style in itself, which the site's own policy forbids.
        InlineCode {
            /// What it is: `<script>`, `style=""`.
            what: String,
            /// How many more pages have it.
            others: usize,
        } => "output/inline-code" Error;
        /// A page that is none: empty, or a part of one.
        NoHtml {
            /// How many more pages are so.
            others: usize,
        } => "output/no-html" Error;
        /// A link that runs a script.
        ScriptAddress {
            /// The address as the page has it.
            address: String,
            /// How many more pages have it.
            others: usize,
        } => "unsafe/script-address" Error;
        /// One id stands on a page more than once.
        RepeatedId {
            /// The id.
            id: String,
        } => "output/repeated-id" Error;
        /// A picture without `alt`.
        NoAlt {
            /// The address of the picture.
            image: String,
        } => "output/no-alt" Error;
        /// A page that does not say its language.
        NoLanguage {
            /// How many more pages do not.
            others: usize,
        } => "output/no-language" Error;
        /// A page without a title.
        NoTitle {
            /// How many more pages have none.
            others: usize,
        } => "output/no-title" Error;
        /// A page without a main heading.
        NoMainHeading {
            /// How many more pages have none.
            others: usize,
        } => "output/no-main-heading" Warning;
        /// A page with more than one main heading.
        ManyMainHeadings {
            /// How many.
            count: usize,
        } => "output/many-main-headings" Warning;
        /// A heading that is more than one level below the one before it.
        HeadingJump {
            /// The text of the heading.
            heading: String,
            /// The level before it.
            from: u8,
            /// Its own level.
            to: u8,
        } => "output/heading-jump" Warning;
        /// Pages that have one title.
        SameTitle {
            /// The title.
            title: String,
            /// How many more pages have it.
            others: usize,
        } => "output/same-title" Hint;
    }
}
