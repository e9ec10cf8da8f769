//! `site.yaml` beyond its fields.

area! {
    /// Problems of `site.yaml`.
    Site {
        /// A problem code that does not exist.
        UnknownCode {
            /// As written.
            name: String,
            /// A code that is near.
            nearest: Option<String>,
        } => "site/unknown-code" Error;
        /// A word that is no severity. YAML reads `off` as written, in quotes or not.
        UnknownSeverity {
            /// As written.
            word: String,
        } => "site/unknown-severity" Error;
        /// A code that protects people or readers and cannot be lowered.
        ProtectedCode {
            /// The code.
            name: &'static str,
        } => "site/protected-code" Error;
        /// A section that does not exist.
        UnknownSection {
            /// As written.
            name: String,
            /// A section that is near.
            nearest: Option<String>,
        } => "site/unknown-section" Error;
        /// A word that cannot stand in an address.
        BadPath {
            /// As written.
            word: String,
            /// A word that can.
            suggestion: Option<String>,
        } => "site/bad-path" Error;
        /// Two sections with one word in their addresses.
        SamePath {
            /// The word.
            word: String,
            /// The section that the word was given to.
            section: &'static str,
            /// The section that has it too.
            other: &'static str,
        } => "site/same-path" Error;
        /// A word in addresses that is the name of a folder that every site has.
        FixedPath {
            /// The word.
            word: String,
        } => "site/same-path" Error;
        /// An entry of the menu that is neither a section nor a page.
        UnknownNavigation {
            /// As written.
            name: String,
            /// A section or page that is near.
            nearest: Option<String>,
        } => "site/unknown-navigation" Error;
        /// A time zone that does not exist.
        UnknownTimeZone {
            /// As written.
            name: String,
        } => "site/unknown-time-zone" Error;
        /// A word that names no editor and is no address to open a file with.
        UnknownEditor {
            /// As written.
            word: String,
            /// An editor that is near.
            nearest: Option<String>,
        } => "site/unknown-editor" Error;
        /// An address of the site behind which no page can stand.
        BadBaseUrl {
            /// What begins the part that cannot be there: `?` or `#`.
            sign: char,
            /// The address without it.
            suggestion: String,
        } => "site/bad-base-url" Error;
        /// A blank in an address that is not filled in.
        UnknownBlank {
            /// As written, without its braces.
            name: String,
            /// One that is near.
            nearest: Option<String>,
            /// Those that are.
            known: &'static [&'static str],
        } => "site/unknown-placeholder" Error;
        /// A contact for `security.txt` that is no address.
        BadContact {
            /// As written.
            value: String,
        } => "site/bad-contact" Error;
        /// A sender of mail without an address.
        BadSender {
            /// As written.
            value: String,
        } => "site/bad-sender" Error;
        /// AVIF is asked for, and this program was built without what makes it.
        WithoutAvif => "site/without-avif" Warning;
    }
}
