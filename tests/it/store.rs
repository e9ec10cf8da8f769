//! Builds with the work of earlier builds give the same site as builds without it.

use std::fs;
use std::path::{Path, PathBuf};

use lerend::base::Date;
use lerend::pipeline::{Options, Purpose, Rebuild, Reuse, SiteBuilt};
use lerend::vfs::{Env, Memory};

use crate::media;
use crate::site::site;

fn pictured() -> Memory {
    site()
        .file("content/pages/a.md", "---\ntitle: A\n---\n![](media:foto)\n")
        .file("content/media/foto.png", media::bytes("png 700 500"))
        .file(
            "content/media/foto.png.yaml",
            "kind: photo\nalt: Een vlak\nmaker: Bureau\nlicence: CC0-1.0\n\
             people: none\n",
        )
        .files()
}

fn build(files: &Memory, reuse: Reuse) -> SiteBuilt {
    let options = Options { reuse, ..Options::new(".", Purpose::Check) };
    let env = Env::fixed(Date::new(2026, 11, 23).unwrap());
    let built = Rebuild::new(options, env).site(files);
    built.unwrap_or_else(|fatal| panic!("{:?}", fatal.0))
}

fn packs(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder.join("packs")).unwrap();
    let mut packs: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    packs.sort();
    packs
}

#[test]
fn a_site_is_the_same_with_and_without_earlier_work() {
    let folder = tempfile::tempdir().unwrap();
    let store = || Reuse::Store(folder.path().join("store"));
    let files = pictured();
    let without = build(&files, Reuse::Nothing).output.unwrap();
    assert!(without.files().any(|(path, _)| path.as_str().contains("foto")));
    let first = build(&files, store()).output.unwrap();
    let kept = packs(&folder.path().join("store"));
    let second = build(&files, store()).output.unwrap();
    assert!(without.same_bytes(&first));
    assert!(without.same_bytes(&second));
    assert_eq!(packs(&folder.path().join("store")), kept);
    // Half of it damaged.
    for pack in kept {
        let bytes = fs::read(&pack).unwrap();
        let damaged =
            bytes.iter().enumerate().map(|(at, byte)| byte ^ u8::from(at % 100 == 50));
        fs::write(&pack, damaged.collect::<Vec<u8>>()).unwrap();
    }
    let third = build(&files, store()).output.unwrap();
    assert!(without.same_bytes(&third));
}

#[test]
fn a_store_that_cannot_be_used_is_told_and_the_site_is_made() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("brief.txt"), "lief dagboek").unwrap();
    let built = build(&pictured(), Reuse::Store(folder.path().to_owned()));
    assert!(built.output.is_some());
    let codes: Vec<_> = built.diags.iter().map(|diag| diag.problem.code().name).collect();
    assert!(codes.contains(&"host/no-store"), "{codes:?}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}
