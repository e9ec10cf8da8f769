//! Many short lists of numbers.

/// A list of numbers per document, by its position.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub(super) struct Lists {
    /// Where each list ends.
    ends: Vec<usize>,
    numbers: Vec<u32>,
}

impl Lists {
    /// Adds the list of the next document.
    pub(super) fn push(&mut self, list: &[u32]) {
        self.numbers.extend_from_slice(list);
        self.ends.push(self.numbers.len());
    }

    /// The list of the document at a position.
    pub(super) fn get(&self, at: usize) -> &[u32] {
        let end = |at: usize| self.ends.get(at).copied();
        let start = at.checked_sub(1).map_or(Some(0), end);
        let own = start.zip(end(at)).and_then(|(start, end)| self.numbers.get(start..end));
        own.unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_document_has_its_own_list() {
        let mut lists = Lists::default();
        let all: [&[u32]; 4] = [&[], &[7, 2], &[], &[9]];
        for list in all {
            lists.push(list);
        }
        for (at, list) in all.iter().enumerate() {
            assert_eq!(lists.get(at), *list);
        }
        assert!(lists.get(4).is_empty() && lists.get(usize::MAX).is_empty());
    }
}
