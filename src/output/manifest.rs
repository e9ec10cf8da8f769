//! `manifest.json`: which files the site has, for hosts and for the next build.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::base::OutPath;

use super::{Hash, Output};

/// Where the manifest stands in the output folder.
pub const MANIFEST: &str = "manifest.json";

/// What `generator` begins with in a manifest that this program wrote.
const GENERATOR: &str = "lerend";

/// The manifest of a site.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Manifest {
    /// The version of this format.
    version: u32,
    /// The program that wrote it, with its version.
    generator: String,
    /// Every other file by path.
    files: BTreeMap<String, Entry>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Entry {
    blake3: String,
    bytes: u64,
}

impl Output {
    /// The bytes of its manifest, with their fingerprint.
    pub fn manifest(&self) -> &(Vec<u8>, Hash) {
        self.manifest.get_or_init(|| {
            let bytes = Manifest::of(self).to_bytes();
            let hash = Hash::of(&bytes);
            (bytes, hash)
        })
    }
}

impl Manifest {
    /// The manifest of an output.
    fn of(output: &Output) -> Self {
        let entry = |(path, file): (&OutPath, &super::File)| {
            let blake3 = file.facts.hash.to_string();
            (path.to_string(), Entry { blake3, bytes: file.facts.bytes })
        };
        Self {
            version: 1,
            generator: format!("{GENERATOR} {}", env!("CARGO_PKG_VERSION")),
            files: output.files().map(entry).collect(),
        }
    }

    /// Reads a manifest that a build wrote; `None` for anything else.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let manifest: Self = serde_json::from_slice(bytes).ok()?;
        (manifest.generator.split(' ').next() == Some(GENERATOR)).then_some(manifest)
    }

    /// The file's bytes: sorted, the same for the same output.
    fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec_pretty(self).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }

    /// The files that its build wrote, the manifest too.
    pub fn paths(&self) -> BTreeSet<&str> {
        self.files.keys().map(String::as_str).chain([MANIFEST]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::{Artifact, Content, Reading};
    use crate::vfs::Memory;

    #[test]
    fn a_manifest_names_every_file_and_is_known_again() {
        let page = Artifact {
            path: OutPath::new("a/index.html").unwrap(),
            content: Content::Bytes((*b"dag").into()),
            claimed_by: None,
        };
        let files = Memory::default();
        let reading = Reading { files: &files, earlier: None };
        let output = Output::collect(vec![page], reading).unwrap().value;
        let (bytes, _) = output.manifest().clone();
        let text = String::from_utf8(bytes.clone()).unwrap();
        assert!(text.contains("\"a/index.html\": {\n      \"blake3\": \""), "{text}");
        let read = Manifest::read(&bytes).unwrap();
        assert_eq!(read.paths(), BTreeSet::from(["a/index.html", "manifest.json"]));
        assert!(Manifest::read(b"{\"name\": \"app\"}").is_none());
        let others = br#"{"version":1,"generator":"iets","files":{}}"#;
        assert!(Manifest::read(others).is_none());
    }
}
