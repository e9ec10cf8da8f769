//! Many short texts in one piece of memory: what is known of every page stays in memory.

use serde::{Deserialize, Serialize};

use super::facts::{Attribute, Link, Role};

/// Texts one after another, and where each ends.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
struct Packed {
    text: Box<str>,
    ends: Box<[u32]>,
}

impl Packed {
    fn of<'a>(texts: impl Iterator<Item = &'a str> + Clone) -> Self {
        let mut text = String::with_capacity(texts.clone().map(str::len).sum());
        let end = |own: &'a str| {
            text.push_str(own);
            // A page of more than 4 GB of addresses is cut short; no host takes it either.
            u32::try_from(text.len()).unwrap_or(u32::MAX)
        };
        let ends = texts.map(end).collect();
        Self { text: text.into_boxed_str(), ends }
    }

    /// The text at a place; an empty one beyond the last.
    fn get(&self, at: usize) -> &str {
        let end = |at: usize| self.ends.get(at).map(|end| *end as usize);
        let start = at.checked_sub(1).map_or(Some(0), end);
        let range = start.zip(end(at)).map(|(start, end)| start..end);
        range.and_then(|range| self.text.get(range)).unwrap_or_default()
    }

    fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.ends.len()).map(|at| self.get(at))
    }
}

/// Places to link to: ids, sorted, each once.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Ids(Packed);

impl Ids {
    /// Packs ids in any order, where they may stand more than once.
    pub(super) fn of(mut ids: Vec<&str>) -> Self {
        ids.sort_unstable();
        ids.dedup();
        Self(Packed::of(ids.iter().copied()))
    }

    /// Whether there is a place of this name.
    pub fn contains(&self, id: &str) -> bool {
        let (mut from, mut to) = (0, self.0.ends.len());
        while from < to {
            let middle = from.midpoint(to);
            match self.0.get(middle).cmp(id) {
                std::cmp::Ordering::Less => from = middle + 1,
                std::cmp::Ordering::Equal => return true,
                std::cmp::Ordering::Greater => to = middle,
            }
        }
        false
    }

    /// All of them, in their order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter()
    }
}

/// Headings in the order of their page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Headings {
    levels: Box<[u8]>,
    texts: Packed,
}

/// A heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heading<'a> {
    /// Its level, 1 to 6.
    pub level: u8,
    /// Its text, without double spaces.
    pub text: &'a str,
}

impl Headings {
    /// Packs headings, each with its level.
    pub(super) fn of(all: &[(u8, Box<str>)]) -> Self {
        let texts = Packed::of(all.iter().map(|(_, text)| text.as_ref()));
        Self { levels: all.iter().map(|(level, _)| *level).collect(), texts }
    }

    /// All of them, in their order.
    pub fn iter(&self) -> impl Iterator<Item = Heading<'_>> {
        let pairs = self.levels.iter().zip(self.texts.iter());
        pairs.map(|(level, text)| Heading { level: *level, text })
    }
}

/// Addresses with what a browser does with them, sorted, each once. Most begin as the one before:
/// each is written as what differs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Links {
    steps: Box<[Step]>,
    /// What the addresses do not share with the one before.
    rests: Box<str>,
}

/// How to get an address from the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Step {
    role: Role,
    attribute: Attribute,
    /// So many bytes of the one before stay.
    shared: u16,
    /// So many bytes of the rests come after these.
    rest: u32,
}

impl Links {
    /// Packs links in any order, which may stand there more than once.
    pub(super) fn of<'a>(mut links: Vec<Link<'a>>) -> Self {
        links.sort_unstable();
        links.dedup();
        let (mut rests, mut before) = (String::new(), "");
        let step = |Link { role, attribute, address }: &Link<'a>| {
            let shared = u16::try_from(shared(before, address)).unwrap_or(0);
            let rest = address.get(usize::from(shared)..).unwrap_or_default();
            rests.push_str(rest);
            before = address;
            // An address of more than 4 GB is cut short; no host takes it either.
            let rest = u32::try_from(rest.len()).unwrap_or(u32::MAX);
            Step { role: *role, attribute: *attribute, shared, rest }
        };
        let steps = links.iter().map(step).collect();
        Self { steps, rests: rests.into_boxed_str() }
    }

    /// Hands over all of them, in their order.
    pub fn each(&self, mut sink: impl FnMut(Link<'_>)) {
        let (mut address, mut at) = (String::new(), 0_usize);
        for Step { role, attribute, shared, rest } in &self.steps {
            let shared = usize::from(*shared);
            // What was damaged gives other addresses.
            if address.is_char_boundary(shared) {
                address.truncate(shared);
            }
            let end = at.saturating_add(*rest as usize);
            address.push_str(self.rests.get(at..end).unwrap_or_default());
            at = end;
            sink(Link { role: *role, attribute: *attribute, address: &address });
        }
    }
}

/// How many bytes two texts share at their start, in whole characters.
fn shared(one: &str, other: &str) -> usize {
    let pairs = one.char_indices().zip(other.char_indices());
    let same = pairs.take_while(|((_, a), (_, b))| a == b);
    same.last().map_or(0, |((at, last), _)| at + last.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_found_whatever_their_order_was() {
        let ids = Ids::of(vec!["noot", "aap", "mies", "aap", ""]);
        assert_eq!(ids.iter().collect::<Vec<_>>(), ["", "aap", "mies", "noot"]);
        for (id, is_there) in [("aap", true), ("noot", true), ("", true), ("mie", false)] {
            assert_eq!(ids.contains(id), is_there, "{id}");
        }
        assert!(!Ids::default().contains(""));
    }

    #[test]
    fn a_damaged_pack_gives_other_texts_and_no_panic() {
        let packed = Packed { text: "één".into(), ends: [9, 1, 2, 5].into() };
        assert_eq!(packed.iter().collect::<Vec<_>>(), ["", "", "", "én"]);
    }

    fn link(address: &str) -> Link<'_> {
        Link { role: Role::Follow, attribute: Attribute::Href, address }
    }

    fn addresses(links: &Links) -> Vec<String> {
        let mut all = Vec::new();
        links.each(|link| all.push(link.address.to_owned()));
        all
    }

    #[test]
    fn links_come_back_sorted_each_once() {
        let long = "x".repeat(70_000);
        let longer = format!("{long}y");
        let all = ["../a/", "../é/", &longer, "../ë/", &long, "", "../a/b/", "../a/"];
        let links = Links::of(all.map(link).into());
        assert_eq!(
            addresses(&links),
            ["", "../a/", "../a/b/", "../é/", "../ë/", &long, &longer]
        );
        assert!(addresses(&Links::default()).is_empty());
    }

    #[test]
    fn damaged_links_give_other_addresses_and_no_panic() {
        let step =
            |shared, rest| Step { role: Role::Load, attribute: Attribute::Src, shared, rest };
        let steps = [step(9, 2), step(1, 2), step(2, u32::MAX), step(u16::MAX, 1)];
        let links = Links { steps: steps.into(), rests: "één".into() };
        assert_eq!(addresses(&links), ["é", "éé", "é", "é"]);
    }
}
