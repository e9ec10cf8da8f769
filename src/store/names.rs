//! The names that a store gives to its files. What is called otherwise is somebody else's.

/// The name by which programs that make backups know a folder that can be made again.
pub(super) const TAG: &str = "CACHEDIR.TAG";

/// What keeps the store out of version control.
pub(super) const IGNORE: &str = ".gitignore";

/// Where the packs are.
pub(super) const PACKS: &str = "packs";

/// In the folder of the packs: held while some are made into one.
pub(super) const LOCK: &str = "lock";

/// What builds tell about the site, beside the packs.
const NOTES: [&str; 2] = ["next-change.json", "next-change.ics"];

/// The name of a finished pack.
pub(super) fn pack(age: u64, hash: &str) -> String {
    format!("{age:010}-{hash}.pack")
}

/// How many letters of a hash are in the name of a pack.
pub(super) const HASH: usize = 16;

/// Whether a file in the folder of the packs is a finished one.
pub(super) fn is_pack(name: &str) -> bool {
    let parts = name.strip_suffix(".pack").and_then(|rest| rest.split_once('-'));
    let is_hash = |hash: &str| {
        hash.len() == HASH && hash.bytes().all(|own| matches!(own, b'0'..=b'9' | b'a'..=b'f'))
    };
    parts.is_some_and(|(age, hash)| age.len() >= 10 && is_number(age) && is_hash(hash))
}

/// The name of a pack while this process writes it.
pub(super) fn unfinished(attempt: u32) -> String {
    format!("{}-{attempt}.new", std::process::id())
}

/// Whether a file in the folder of the packs is one that is, or was, being written.
pub(super) fn is_unfinished(name: &str) -> bool {
    let parts = name.strip_suffix(".new").and_then(|rest| rest.split_once('-'));
    parts.is_some_and(|(process, attempt)| is_number(process) && is_number(attempt))
}

/// The name of a file beside the packs while this process writes it.
pub(super) fn on_its_way(name: &str) -> String {
    format!("{name}.{}.new", std::process::id())
}

/// Whether a file beside the packs is one of the store, whole or on its way.
pub(super) fn is_beside(name: &str) -> bool {
    let parts = name.strip_suffix(".new").and_then(|rest| rest.rsplit_once('.'));
    let name = match parts {
        Some((own, process)) if is_number(process) => own,
        _ => name,
    };
    name == TAG || name == IGNORE || NOTES.contains(&name)
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|own| own.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_store_knows_its_own_names_and_no_others() {
        assert!(is_pack(&pack(12, "0123456789abcdef")));
        assert!(is_pack(&pack(u64::MAX, "0123456789abcdef")));
        for name in ["mijn.pack", "1-0123456789abcdef.pack", "0000000001-0123456789abcdeg.pack"]
        {
            assert!(!is_pack(name), "{name}");
        }
        assert!(is_unfinished(&unfinished(3)));
        for name in ["mijn.new", "-1.new", "1-.new", "1-1.new.txt"] {
            assert!(!is_unfinished(name), "{name}");
        }
        for name in [TAG, IGNORE].iter().chain(&NOTES) {
            assert!(is_beside(name) && is_beside(&on_its_way(name)), "{name}");
        }
        for name in ["", "packs", "next-change.txt", "next-change.json.new", "x.1.new"] {
            assert!(!is_beside(name), "{name}");
        }
    }
}
