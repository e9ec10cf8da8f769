//! Standard output that remembers what went wrong: an answer that was cut short must not look
//! like a whole one.

use std::io::{self, ErrorKind, Write};

/// What a command gives out, and the first failure of it.
pub(super) struct Given<'a> {
    out: &'a mut dyn Write,
    failed: Option<io::Error>,
}

impl<'a> Given<'a> {
    pub(super) fn to(out: &'a mut dyn Write) -> Self {
        Self { out, failed: None }
    }

    /// Why not all of it was taken. A reader that went away wanted no more.
    pub(super) fn failure(mut self) -> Option<io::Error> {
        let _ = self.flush();
        self.failed.filter(|error| error.kind() != ErrorKind::BrokenPipe)
    }

    fn noting<T>(&mut self, done: io::Result<T>) -> io::Result<T> {
        done.map_err(|error| {
            let kind = error.kind();
            if kind != ErrorKind::Interrupted {
                self.failed.get_or_insert(error);
            }
            kind.into()
        })
    }
}

impl Write for Given<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let done = self.out.write(bytes);
        self.noting(done)
    }

    fn flush(&mut self) -> io::Result<()> {
        let done = self.out.flush();
        self.noting(done)
    }
}
