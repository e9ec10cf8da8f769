//! Answers that do not arrive.

use std::io::{self, ErrorKind, Write};

use super::*;

/// A standard output that takes nothing.
struct Full(ErrorKind);

impl Write for Full {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(self.0.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn an_answer_that_is_cut_short_is_a_failure_and_a_reader_that_left_is_none() {
    let folder = folder_with_site("title: Proef\nlanguage: nl\n");
    let around = Surroundings { folder: folder.path().to_owned(), ..Surroundings::default() };
    for (kind, expected) in
        [(ErrorKind::StorageFull, Exit::Failed), (ErrorKind::BrokenPipe, Exit::Done)]
    {
        for command in [["schema", "story"], ["schema", "--help"], ["--format=json", "schema"]]
        {
            let mut err = Vec::new();
            let args = ["lerend"].into_iter().chain(command).map(OsString::from);
            let out = &mut Full(kind);
            let exit = run(args, &around, &mut Terminal { out, err: &mut err, input: None });
            let said = String::from_utf8(err).unwrap();
            assert_eq!(exit, expected, "{command:?}: {said}");
            assert_eq!(said.contains("host/unwritable"), exit == Exit::Failed, "{said}");
        }
    }
}
