//! For and against: how the stories about a topic turned out.

use crate::model::StoryDirection;
use crate::model::vocabulary::Topic;
use crate::render::outputs::view::{BalancePart, BalanceRow};

use super::studio::Studio;

/// More marks than this cannot be told apart.
const MAX_MARKS: usize = 40;

impl Studio<'_> {
    /// The balance of a topic; `None` when no story is about it. Made-up samples do not count.
    pub fn balance(&self, topic: &Topic) -> Option<BalanceRow> {
        let directions = self.catalog.directions(&topic.id, self.lang()).into_iter();
        let parts = parts(directions, |direction| {
            self.strings().label("direction", direction.as_str())
        });
        let total = parts.iter().map(|part| part.count).sum();
        let label = self.topic_link(&topic.id);
        (total > 0).then_some(BalanceRow { label, parts, total })
    }
}

/// How many of each direction, those with none too.
fn parts(
    directions: impl Iterator<Item = StoryDirection>,
    label: impl Fn(StoryDirection) -> String,
) -> Vec<BalancePart> {
    let directions: Vec<StoryDirection> = directions.collect();
    let part = |of: &StoryDirection| {
        let count = directions.iter().filter(|own| *own == of).count();
        BalancePart {
            id: of.as_str().to_owned(),
            label: label(*of),
            count,
            items: vec![true; count.min(MAX_MARKS)],
        }
    };
    StoryDirection::ALL.iter().map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_direction_is_counted_and_those_without_stories_are_shown_too() {
        let mut directions = vec![StoryDirection::Negative; 41];
        directions.push(StoryDirection::Positive);
        let parts = parts(directions.into_iter(), |own| own.as_str().to_uppercase());
        let said: Vec<(&str, &str, usize, usize)> = parts
            .iter()
            .map(|part| (part.id.as_str(), part.label.as_str(), part.count, part.items.len()))
            .collect();
        assert_eq!(
            said,
            [
                ("positive", "POSITIVE", 1, 1),
                ("mixed", "MIXED", 0, 0),
                ("no-change", "NO-CHANGE", 0, 0),
                ("negative", "NEGATIVE", 41, 40),
            ]
        );
    }
}
