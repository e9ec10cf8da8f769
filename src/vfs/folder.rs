//! A folder that can be listed.

use std::borrow::Cow;
use std::fmt;

use crate::base::SourcePath;

/// A folder of the tree, relative to the root of the site. There is none outside the tree, whatever a
/// site names in its settings.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Folder(Cow<'static, str>);

impl Folder {
    /// The content.
    pub const CONTENT: Self = Self(Cow::Borrowed("content"));
    /// The themes of the site.
    pub const THEMES: Self = Self(Cow::Borrowed("themes"));

    /// A folder by its path; `None` where that leads out of the tree.
    pub fn new(path: &str) -> Option<Self> {
        SourcePath::new(path).map(|path| Self(path.to_string().into()))
    }

    /// The folder of a theme by its name; `None` when that is not one plain name.
    pub fn of_theme(name: &str) -> Option<Self> {
        let is_plain = !name.starts_with('.') && !name.contains(['/', '\\', ':']);
        is_plain.then(|| Self::new(&format!("{}/{name}", Self::THEMES))).flatten()
    }

    /// The path with `/` between its segments.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The path of what is in the folder, from the folder; `None` of everything else.
    pub fn path_within<'a>(&self, path: &'a SourcePath) -> Option<&'a str> {
        path.as_str().strip_prefix(self.as_str())?.strip_prefix('/')
    }
}

impl fmt::Display for Folder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_folder_is_outside_the_tree_and_no_theme_outside_the_themes() {
        for path in ["", "/", "/etc", "..", "content/..", "content/../..", "./content", "a//b"]
        {
            assert_eq!(Folder::new(path), None, "{path}");
        }
        for name in
            ["", ".", "..", "../..", "/etc", "a/b", "a/..", "a/", r"..\..", "c:", ".git"]
        {
            assert_eq!(Folder::of_theme(name), None, "{name}");
        }
        assert_eq!(Folder::of_theme("zomer").unwrap().as_str(), "themes/zomer");
        assert_eq!(Folder::of_theme("De zomer").unwrap().as_str(), "themes/De zomer");
    }

    #[test]
    fn what_is_in_a_folder_is_named_from_there() {
        let path = |path| SourcePath::new(path).unwrap();
        assert_eq!(Folder::CONTENT.path_within(&path("content/a/b.md")), Some("a/b.md"));
        for other in ["content", "contents/a.md", "themes/content/a.md"] {
            assert_eq!(Folder::CONTENT.path_within(&path(other)), None, "{other}");
        }
    }
}
