//! Rights: what a sidecar has to say, and consent of people.

use crate::base::Date;

area! {
    /// Problems of rights.
    Rights {
        /// A media file that is used and has no sidecar.
        NoSidecar {
            /// The name of the sidecar that is missing.
            sidecar: String,
        } => "media/no-sidecar" Error;
        /// A sidecar without a media file.
        NoFile {
            /// The name of the file that is missing.
            file: String,
        } => "media/no-file" Error;
        /// A sidecar of a file that is there and is no media file.
        NotMedia {
            /// Its name.
            file: String,
            /// Whether it holds captions or a transcript, which a sidecar names.
            is_companion: bool,
        } => "media/no-file" Error;
        /// Two media files with one id.
        SameId {
            /// The id.
            id: String,
            /// The other one, where capitals make the difference.
            other: Option<String>,
        } => "media/same-id" Error;
        /// A picture without alternative text that is not said to be decoration.
        NoAlt => "media/no-alt" Error;
        /// A key that this kind of media needs.
        MissingKey {
            /// The key.
            key: &'static str,
            /// Its Dutch name.
            alias: &'static str,
        } => "media/missing-key" Error;
        /// A duration of more seconds than can be counted.
        TooLong {
            /// As it was written.
            written: String,
        } => "media/bad-duration" Warning;
        /// A file that a sidecar names and that is not there.
        MissingCompanion {
            /// Its name.
            file: String,
            /// A file that is near.
            nearest: Option<String>,
        } => "media/missing-companion" Error;
        /// A recognisable person, or a quote, without consent.
        NoConsent => "consent/missing" Error;
        /// Consent that is given on a day that is still to come.
        NotYet {
            /// Its reference number.
            reference: String,
            /// Its first day.
            from: Date,
        } => "consent/not-yet" Warning asks Nothing;
        /// Consent that has ended.
        Expired {
            /// Its reference number.
            reference: String,
            /// Its last day.
            until: Date,
        } => "consent/expired" Warning asks Nothing;
        /// Consent that was withdrawn.
        Withdrawn {
            /// Its reference number.
            reference: String,
        } => "consent/withdrawn" Warning asks Nothing;
        /// Consent that does not cover a channel.
        NotForChannel {
            /// Its reference number.
            reference: String,
            /// The channel: Dutch and English word.
            channel: (&'static str, &'static str),
            /// Whether that takes it out of the newsletter too, of which all is on the site.
            and_newsletter: bool,
        } => "consent/not-for-channel" Warning asks Nothing;
        /// Consent that ends soon.
        EndsSoon {
            /// Its reference number.
            reference: String,
            /// Its last day.
            until: Date,
        } => "consent/ends-soon" Warning asks Nothing;
        /// A person's name without consent.
        NameWithoutConsent => "consent/name" Error;
        /// A minor without the consent of a parent.
        MinorWithoutParent {
            /// Its reference number.
            reference: String,
        } => "consent/minor" Error;
    }
}
