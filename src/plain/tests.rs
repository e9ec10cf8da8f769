//! Links in the place of files.

#![expect(clippy::disallowed_methods, reason = "the tests make files of somebody else")]

use std::os::unix::fs::symlink;
use std::path::PathBuf;

use super::*;

struct Bench {
    folder: tempfile::TempDir,
}

impl Bench {
    /// A folder with a file of somebody else, to which `a` and `b` lead, and a link to nothing.
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let bench = Self { folder };
        fs::write(bench.at("van-iemand"), "lief dagboek").unwrap();
        for name in ["a", "b"] {
            symlink(bench.at("van-iemand"), bench.at(name)).unwrap();
        }
        symlink(bench.at("nergens"), bench.at("los")).unwrap();
        bench
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn is_untouched(&self) -> bool {
        fs::read_to_string(self.at("van-iemand")).unwrap() == "lief dagboek"
            && !self.at("nergens").exists()
    }
}

#[test]
fn nothing_is_opened_by_way_of_a_link() {
    let bench = Bench::new();
    for name in ["a", "los"] {
        assert!(is_link(&bench.at(name)), "{name}");
        assert!(open(&bench.at(name)).is_err(), "{name}");
        assert!(open_or_make(&bench.at(name)).is_err(), "{name}");
        assert!(read(&bench.at(name)).is_err(), "{name}");
    }
    assert!(bench.is_untouched());
}

#[test]
fn what_is_written_takes_the_place_of_a_link() {
    let bench = Bench::new();
    write(&bench.at("a"), &bench.at("b"), b"nieuw").unwrap();
    assert!(bench.is_untouched());
    assert_eq!(read(&bench.at("a")).unwrap(), b"nieuw");
    assert!(!is_link(&bench.at("a")) && !bench.at("b").exists());
    write(&bench.at("los"), &bench.at("los.new"), b"ook").unwrap();
    assert!(bench.is_untouched());
    assert_eq!(read(&bench.at("los")).unwrap(), b"ook");
}

#[test]
fn what_cannot_be_written_leaves_nothing() {
    let bench = Bench::new();
    fs::create_dir_all(bench.at("map/vol")).unwrap();
    assert!(write(&bench.at("map"), &bench.at("map.new"), b"nieuw").is_err());
    assert!(!bench.at("map.new").exists());
}

#[test]
fn a_pipe_a_device_and_a_folder_are_no_files() {
    let bench = Bench::new();
    let pipe = bench.at("pijp");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.unwrap().success());
    for path in [pipe, bench.at(""), PathBuf::from("/dev/zero")] {
        assert!(read(&path).is_err(), "{}", path.display());
    }
}
