//! Who a file is for: not every rule makes sense for every file.

use crate::base::OutPath;
use crate::output::Kind;

use super::Subject;

/// Who a file is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Audience {
    /// Readers on the site.
    Site,
    /// Readers of mail, where only whole addresses work.
    Mail,
    /// A frame on a page of the site that shows a mail.
    Preview,
}

impl Audience {
    /// Who a file is for, by the patterns of `Rules::mail`.
    pub(super) fn of(path: &OutPath, mail: &[&str]) -> Self {
        let (folder, name) = path.as_str().rsplit_once('/').unwrap_or(("", path.as_str()));
        let fits = |pattern: &&str| match (pattern.strip_suffix('/'), pattern.split_once('*')) {
            (Some(wanted), _) => folder.split('/').any(|segment| segment == wanted),
            (None, Some((start, end))) => {
                name.strip_prefix(start).is_some_and(|rest| rest.ends_with(end))
            }
            (None, None) => name == *pattern,
        };
        if name.ends_with(".preview.html") {
            return Self::Preview;
        }
        if name != "index.html" && mail.iter().any(fits) { Self::Mail } else { Self::Site }
    }
}

impl Subject<'_> {
    /// Whether readers come to this file by the address of a page.
    pub(super) fn should_be_page(&self) -> bool {
        let path = self.path.as_str();
        let is_address = path == "404.html" || path.rsplit('/').next() == Some("index.html");
        self.audience == Audience::Site && is_address
    }

    /// Whether this is a page that a reader looks at on the site.
    pub(super) fn is_page(&self) -> bool {
        self.audience == Audience::Site
            && self.markup.kind == Kind::Page
            && !self.markup.redirects
    }
}
