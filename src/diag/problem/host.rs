//! The command line and the machine.

area! {
    /// Problems outside the content.
    Host {
        /// A file or folder that cannot be read.
        Unreadable {
            /// What the operating system said.
            detail: String,
        } => "host/unreadable" Error;
        /// A file or folder that cannot be written.
        Unwritable {
            /// What the operating system said.
            detail: String,
        } => "host/unwritable" Error;
        /// There is no `content/site.yaml` under the root.
        NoSite => "host/no-site" Error;
        /// The output folder holds files that no build wrote.
        ForeignOutput {
            /// One of them.
            example: String,
            /// How many there are.
            count: usize,
        } => "host/foreign-output" Error;
        /// The output folder is one that may never be replaced.
        UnsafeOutput {
            /// Why: holds the content, is the root, is a link.
            reason: &'static str,
        } => "host/unsafe-output" Error;
        /// Another build is writing to the same output folder.
        Locked {
            /// Its process number, where known.
            process: Option<u32>,
        } => "host/locked" Error;
        /// The address to serve on is taken or not allowed.
        CannotListen {
            /// Host and port.
            address: String,
            /// What the operating system said.
            detail: String,
        } => "host/cannot-listen" Error;
        /// `explain` was asked about a code that no problem has.
        UnknownCode {
            /// The code as written.
            code: String,
            /// A known code that is near.
            nearest: Option<&'static str>,
        } => "host/unknown-code" Error;
        /// A word of the command line that means nothing.
        Usage {
            /// What is wrong, in English as the argument parser said it.
            detail: String,
        } => "host/usage" Error;
    }
}
