//! Paths that cannot leave their tree: made once, checked once, trusted afterwards.

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::fmt;
use std::sync::Arc;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use unicode_normalization::UnicodeNormalization as _;

use super::percent::encode_path;

/// Whether both are the same to who reads them: `é` can be one character or two, and systems differ
/// in which they take.
pub fn same_letters(one: &str, other: &str) -> bool {
    one == other || (!one.is_ascii() && one.nfc().eq(other.nfc()))
}

/// A text with one character for each letter with a sign, however it was written.
pub fn composed(text: &str) -> String {
    text.nfc().collect()
}

macro_rules! path_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The path with `/` between its segments.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl PartialOrd for $name {
            fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
                Some(self.cmp(other))
            }
        }

        impl Ord for $name {
            fn cmp(&self, other: &Self) -> Ordering {
                // The same paths come by in build after build, and need not be read then.
                if Arc::ptr_eq(&self.0, &other.0) {
                    return Ordering::Equal;
                }
                self.0.cmp(&other.0)
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                self.0.serialize(to)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let path = <&str>::deserialize(from)?;
                Self::new(path).ok_or_else(|| D::Error::custom("no such path"))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

path_type! {
    /// Where an input file stands, relative to the root of the site: `content/index.md`.
    SourcePath
}
path_type! {
    /// Where a finished file goes, relative to the output folder: `regios/twente/index.html`.
    OutPath
}
path_type! {
    /// The address of a page or file relative to the site's start: empty for home,
    /// `regios/twente/` for a page, `feed.xml` for a file. Letters are not percent-encoded.
    UrlPath
}

impl SourcePath {
    /// A path with `/`, no empty, `.` or `..` segment; `None` otherwise.
    pub fn new(path: &str) -> Option<Self> {
        let is_inside = !path.is_empty() && path.split('/').all(inside);
        is_inside.then(|| Self(path.into()))
    }

    /// The last segment.
    pub fn name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or_default()
    }

    /// The folder, without a last slash; empty at the root.
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// Where a file of `content/files/` stands on the site, on which it is published as it is; `None` for
    /// any other.
    pub fn as_is(&self) -> Option<&str> {
        self.0.strip_prefix("content/files/")
    }

    /// The ending after the last dot of the name, without the dot; empty when there is none.
    pub fn extension(&self) -> &str {
        self.name().rsplit_once('.').map_or("", |(_, ending)| ending)
    }

    /// The name up to the last dot.
    pub fn stem(&self) -> &str {
        self.name().rsplit_once('.').map_or(self.name(), |(stem, _)| stem)
    }

    /// Follows a relative path, as a link in this file would: from the file's folder, with
    /// `.` and `..` segments. `None` when it leaves the root or names no file.
    pub fn join(&self, relative: &str) -> Option<Self> {
        let mut segments: Vec<&str> =
            self.folder().split('/').filter(|s| !s.is_empty()).collect();
        for segment in relative.split('/') {
            match segment {
                "" | "." => {}
                ".." => {
                    segments.pop()?;
                }
                other => segments.push(other),
            }
        }
        Self::new(&segments.join("/"))
    }
}

impl OutPath {
    /// A path with `/`, no empty, `.` or `..` segment, no backslash, colon or control
    /// character; `None` otherwise.
    pub fn new(path: &str) -> Option<Self> {
        let clean = |c: char| {
            !c.is_control() && !matches!(c, '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|')
        };
        let fits = |segment: &str| {
            inside(segment) && segment.len() <= 255 && segment.chars().all(clean)
        };
        (!path.is_empty() && path.split('/').all(fits)).then(|| Self(path.into()))
    }
}

impl UrlPath {
    /// The start of the site.
    pub fn home() -> Self {
        Self("".into())
    }

    /// An address relative to the site's start, with or without a last slash; `None` when a
    /// segment is empty, `.` or `..`.
    pub fn new(path: &str) -> Option<Self> {
        let whole = path.strip_suffix('/').unwrap_or(path);
        (path.is_empty() || whole.split('/').all(inside)).then(|| Self(path.into()))
    }

    /// The address as it may stand in `href` and `src`: percent-encoded.
    pub fn encoded(&self) -> String {
        encode_path(&self.0)
    }

    /// The file that a host serves at this address.
    pub fn file(&self) -> Option<OutPath> {
        if self.0.is_empty() || self.0.ends_with('/') {
            OutPath::new(&format!("{}index.html", self.0))
        } else {
            OutPath::new(&self.0)
        }
    }

    /// What leads from a page at this address back to the site's start: `./` at home,
    /// `../../` from `regios/twente/`.
    pub fn to_start(&self) -> String {
        match self.0.matches('/').count() {
            0 => "./".to_owned(),
            depth => "../".repeat(depth),
        }
    }
}

fn inside(segment: &str) -> bool {
    !segment.is_empty() && segment != "." && segment != ".." && !segment.contains('\0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_path_leaves_its_tree() {
        assert_eq!(OutPath::new("../x"), None);
        assert_eq!(OutPath::new("/x"), None);
        assert_eq!(OutPath::new("a//b"), None);
        let page = SourcePath::new("content/factsheets/a.md").unwrap();
        assert_eq!(page.join("../stories/b.md").unwrap().as_str(), "content/stories/b.md");
        assert_eq!(page.join("../../../etc/passwd"), None);
    }

    #[test]
    fn an_address_knows_its_file_and_its_way_back() {
        let url = UrlPath::new("regios/twente/").unwrap();
        assert_eq!(url.file().unwrap().as_str(), "regios/twente/index.html");
        assert_eq!(url.to_start(), "../../");
        assert_eq!(UrlPath::home().file().unwrap().as_str(), "index.html");
        assert_eq!(UrlPath::home().to_start(), "./");
    }
}
