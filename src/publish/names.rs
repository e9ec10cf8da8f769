//! The names of what stands in the folder beside the output. Another name there is somebody else's.

/// Something in the folder beside the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beside {
    /// The lock, which says who works here.
    Lock,
    /// The site that was published before this one: the next one is made from it.
    Tree,
    /// Where a site waits while another takes its place.
    Old,
    /// New files, until the whole site stands.
    New,
    /// Which file of the output holds which bytes.
    Stamp,
    /// The folders of the output, and when names came or went in them.
    Folders,
    /// What the last build saw and said.
    Last,
    /// What the last build knew of all documents and pages.
    Run,
}

impl Beside {
    pub(super) const ALL: [Self; 8] = [
        Self::Lock,
        Self::Tree,
        Self::Old,
        Self::New,
        Self::Stamp,
        Self::Folders,
        Self::Last,
        Self::Run,
    ];

    /// The name.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Lock => "lock",
            Self::Tree => "tree",
            Self::Old => "old",
            Self::New => "new",
            Self::Stamp => "stamp",
            Self::Folders => "folders",
            Self::Last => "last",
            Self::Run => "run",
        }
    }

    /// The name by way of which it is written in one step.
    pub(super) fn half(self) -> String {
        format!("{}.new", self.as_str())
    }

    /// Whether something of this name in that folder is ours.
    pub(super) fn is_ours(name: &str) -> bool {
        Self::ALL.iter().any(|own| name.strip_suffix(".new").unwrap_or(name) == own.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_from_those_of_others() {
        for own in Beside::ALL {
            assert!(Beside::is_ours(own.as_str()) && Beside::is_ours(&own.half()), "{own:?}");
        }
        for other in ["dagboek.txt", "old.old", ".new", "new.new.new", ""] {
            assert!(!Beside::is_ours(other), "{other}");
        }
    }
}
