//! A file on disk that is open for reading.

use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind, Read as _, Seek as _};
use std::iter::repeat_n;
use std::ops::Range;
use std::os::unix::fs::{FileExt as _, OpenOptionsExt as _};
use std::path::Path;
use std::sync::Arc;

use rustix::fs::OFlags;
use rustix::io::Errno;

/// A file that can be read. The system looks its way up once for all that is asked of it.
#[derive(Debug)]
pub(super) struct Opened {
    file: File,
    /// What is known of it since it was opened.
    pub found: Metadata,
    /// Whether a link leads to it.
    pub is_link: bool,
}

impl Opened {
    /// Opens a file; `None` when there is none. A link is followed where `may_follow` says so.
    pub(super) fn open(
        path: &Path,
        may_follow: impl FnOnce() -> bool,
    ) -> io::Result<Option<Self>> {
        let opened = match open(path, OFlags::NOFOLLOW) {
            Err(error) if Errno::from_io_error(&error) == Some(Errno::LOOP) => {
                if !may_follow() {
                    return Ok(None);
                }
                open(path, OFlags::empty()).map(|file| (file, true))
            }
            opened => opened.map(|file| (file, false)),
        };
        let known = |(file, is_link): (File, bool)| {
            let found = file.metadata()?;
            Ok(found.is_file().then_some(Self { file, found, is_link }))
        };
        match opened.and_then(known) {
            Err(error) if is_absent(&error) => Ok(None),
            opened => opened,
        }
    }

    /// Its bytes, read into the one place where they stay: a film may take as much memory as
    /// there is. One that is written meanwhile is read as it is then.
    pub(super) fn whole(mut self) -> io::Result<Arc<[u8]>> {
        whole(&mut self.file, self.found.len())
    }

    /// Those of its bytes that it has in a range.
    pub(super) fn piece(&self, part: Range<usize>) -> io::Result<Arc<[u8]>> {
        let end = part.end.min(usize::try_from(self.found.len()).unwrap_or(usize::MAX));
        let part = part.start.min(end)..end;
        let mut bytes: Arc<[u8]> = repeat_n(0, part.len()).collect();
        if let Some(own) = Arc::get_mut(&mut bytes) {
            self.file.read_exact_at(own, part.start as u64)?;
        }
        Ok(bytes)
    }
}

fn whole(file: &mut File, size: u64) -> io::Result<Arc<[u8]>> {
    let mut bytes: Arc<[u8]> = repeat_n(0, usize::try_from(size).unwrap_or(0)).collect();
    if let Some(own) = Arc::get_mut(&mut bytes) {
        match file.read_exact(own) {
            Ok(()) if file.read(&mut [0])? == 0 => return Ok(bytes),
            Err(error) if error.kind() != ErrorKind::UnexpectedEof => return Err(error),
            _ => {}
        }
    }
    drop(bytes);
    let mut bytes = Vec::new();
    file.rewind()?;
    file.read_to_end(&mut bytes)?;
    Ok(Arc::from(bytes))
}

/// Opens a file for reading. Of a pipe nothing is waited for.
fn open(path: &Path, flags: OFlags) -> io::Result<File> {
    let flags = (flags | OFlags::NONBLOCK).bits().cast_signed();
    fs::OpenOptions::new().read(true).custom_flags(flags).open(path)
}

/// Whether an error says that there is no file: nothing, or a socket.
fn is_absent(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
        || Errno::from_io_error(error) == Some(Errno::NXIO)
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "the tests make files")]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_another_size_than_it_was_is_read_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.mp4");
        fs::write(&path, "0123456789").unwrap();
        for size in [10, 0, 4, 20] {
            let mut file = File::open(&path).unwrap();
            assert_eq!(whole(&mut file, size).unwrap().as_ref(), b"0123456789", "{size}");
        }
    }

    #[test]
    fn a_link_is_followed_when_it_may_be_and_nothing_is_waited_for() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("a.md"), "een").unwrap();
        std::os::unix::fs::symlink("a.md", at("b.md")).unwrap();
        rustix::fs::mkfifoat(rustix::fs::CWD, at("pijp.md"), 0o600.into()).unwrap();
        let _socket = std::os::unix::net::UnixListener::bind(at("stopcontact.md")).unwrap();
        let read = |name: &str, may_follow: bool| {
            let opened = Opened::open(&at(name), || may_follow).unwrap()?;
            Some((opened.is_link, opened.whole().unwrap().to_vec()))
        };
        assert_eq!(read("a.md", false), Some((false, b"een".to_vec())));
        assert_eq!(read("b.md", true), Some((true, b"een".to_vec())));
        assert_eq!(read("b.md", false), None);
        for none in ["pijp.md", "stopcontact.md", ".", "weg.md", "a.md/b.md"] {
            assert_eq!(read(none, true), None, "{none}");
        }
    }
}
