//! Licences: SPDX ids, and where a licence can be read.

use super::nearest_within;

/// That nothing is allowed without asking; no SPDX id, and no licence.
const RESERVED: &str = "all-rights-reserved";

/// The ids of the list of SPDX. What it gets new is missing here, so that a name that is not among
/// them is never more than a warning.
const ALL: &str = include_str!("licences.txt");

/// How a licence is named that stands in no list.
const OWN: &str = "LicenseRef-";

/// The licences that texts and pictures mostly have; of each kind the newest first.
const COMMON: &[&str] = &[
    "CC0-1.0",
    "CC-BY-4.0",
    "CC-BY-3.0",
    "CC-BY-2.5",
    "CC-BY-2.0",
    "CC-BY-1.0",
    "CC-BY-SA-4.0",
    "CC-BY-SA-3.0",
    "CC-BY-SA-2.5",
    "CC-BY-SA-2.0",
    "CC-BY-SA-1.0",
    "CC-BY-NC-4.0",
    "CC-BY-NC-3.0",
    "CC-BY-NC-2.5",
    "CC-BY-NC-2.0",
    "CC-BY-NC-1.0",
    "CC-BY-ND-4.0",
    "CC-BY-ND-3.0",
    "CC-BY-ND-2.5",
    "CC-BY-ND-2.0",
    "CC-BY-ND-1.0",
    "CC-BY-NC-SA-4.0",
    "CC-BY-NC-SA-3.0",
    "CC-BY-NC-SA-2.5",
    "CC-BY-NC-SA-2.0",
    "CC-BY-NC-SA-1.0",
    "CC-BY-NC-ND-4.0",
    "CC-BY-NC-ND-3.0",
    "CC-BY-NC-ND-2.5",
    "CC-BY-NC-ND-2.0",
    "CC-BY-NC-ND-1.0",
];

/// Whether it is the id of a licence, or says that nothing is allowed without asking.
pub fn is_licence(written: &str) -> bool {
    let written = written.trim();
    let is_own = written.strip_prefix(OWN).is_some_and(|rest| !rest.is_empty());
    written == RESERVED || is_own || ALL.split_whitespace().any(|id| id == written)
}

/// The licence that was probably meant by an id that is none: `CC BY` for `CC-BY-4.0`.
pub fn meant_licence(written: &str) -> Option<&'static str> {
    let written = written.trim();
    let folded = written.to_ascii_uppercase().replace([' ', '_'], "-");
    let is_without_version = |id: &str| {
        let rest = id.strip_prefix(folded.as_str()).and_then(|rest| rest.strip_prefix('-'));
        rest.is_some_and(|rest| rest.starts_with(|own: char| own.is_ascii_digit()))
    };
    let all = || COMMON.iter().copied();
    all()
        .find(|id| *id == folded || is_without_version(id))
        .or_else(|| ALL.split_whitespace().find(|id| id.eq_ignore_ascii_case(&folded)))
        .or_else(|| nearest_within(1, &folded, all()))
}

/// Where the text of a licence stands in the list of SPDX; `None` for what is no id of it.
pub fn licence_in_list(id: &str) -> Option<String> {
    let is_listed = ALL.split_whitespace().any(|own| own == id);
    is_listed.then(|| format!("https://spdx.org/licenses/{id}.html"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_id_is_known_by_what_was_meant() {
        let cases = [
            ("CC-BY", "CC-BY-4.0"),
            ("cc by-sa", "CC-BY-SA-4.0"),
            ("CC BY 4.0", "CC-BY-4.0"),
            ("cc-by-nc-3.0", "CC-BY-NC-3.0"),
            ("CC0", "CC0-1.0"),
            ("CC-YB-4.0", "CC-BY-4.0"),
            ("eupl-1.2", "EUPL-1.2"),
        ];
        for (written, meant) in cases {
            assert!(!is_licence(written), "{written}");
            assert_eq!(meant_licence(written), Some(meant), "{written}");
            assert_eq!(licence_in_list(written), None, "{written}");
        }
        for right in [
            "CC-BY-4.0",
            "CC-BY-2.0",
            "MIT",
            "EUPL-1.2",
            "CC-BY-3.0-NL",
            RESERVED,
            "LicenseRef-x",
        ] {
            assert!(is_licence(right), "{right}");
        }
        for wrong in ["ONZIN", "zie ons", "", "LicenseRef-"] {
            assert!(!is_licence(wrong), "{wrong}");
            assert_eq!(meant_licence(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn only_an_id_has_an_address() {
        let address = "https://spdx.org/licenses/EUPL-1.2.html";
        assert_eq!(licence_in_list("EUPL-1.2").as_deref(), Some(address));
        for none in ["", RESERVED, "zie ons", "a/b", "LicenseRef-x"] {
            assert_eq!(licence_in_list(none), None, "{none}");
        }
    }
}
