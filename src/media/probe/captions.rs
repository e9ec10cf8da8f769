//! Captions in `WebVTT`: whether a player can read them, and whether they are in order.

use std::time::Duration;

use crate::diag::problem::CaptionFault;

/// No more faults of one file than somebody can read.
const MAX_FAULTS: usize = 50;
/// A caption may outlast its film by this: lengths are rounded.
const SLACK: Duration = Duration::from_secs(1);

/// What captions say of themselves.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Captions {
    /// How many there are.
    pub count: usize,
    /// When the last one ends.
    pub end: Duration,
    /// How long captions are shown, together.
    pub shown: Duration,
}

/// Reads captions and returns their faults with the line, from 1.
pub(super) fn check(
    text: &str,
    film: Option<Duration>,
) -> (Captions, Vec<(CaptionFault, usize)>) {
    let mut captions = Captions::default();
    let mut faults = Vec::new();
    let text = text.trim_start_matches('\u{feff}');
    let mut lines = text.lines().enumerate().map(|(at, line)| (at + 1, line));
    let head = lines.next().map_or("", |(_, line)| line);
    let is_head = head
        .strip_prefix("WEBVTT")
        .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']));
    if !is_head {
        return (captions, vec![(CaptionFault::NoHeader, 1)]);
    }
    let mut previous = Duration::ZERO;
    for block in blocks(lines) {
        if faults.len() >= MAX_FAULTS {
            break;
        }
        let times = block.iter().take(2).find(|(_, line)| line.contains("-->"));
        let Some((number, line)) = times else {
            let (number, first) = block.first().copied().unwrap_or((1, ""));
            let is_other =
                ["NOTE", "STYLE", "REGION"].iter().any(|word| first.starts_with(word));
            // The head may go on below its first line: `Kind: captions`.
            if !is_other && number > 2 {
                faults.push((CaptionFault::BadTimes, number));
            }
            continue;
        };
        let Some((start, end)) = read_times(line) else {
            faults.push((CaptionFault::BadTimes, *number));
            continue;
        };
        let fault = if end <= start {
            Some(CaptionFault::Backwards)
        } else if start < previous {
            Some(CaptionFault::OutOfOrder)
        } else if film.is_some_and(|film| end > film + SLACK) {
            Some(CaptionFault::AfterEnd)
        } else {
            None
        };
        faults.extend(fault.map(|fault| (fault, *number)));
        previous = start;
        captions.count += 1;
        captions.end = captions.end.max(end);
        captions.shown += end.saturating_sub(start);
    }
    if captions.count == 0 && faults.is_empty() {
        faults.push((CaptionFault::None, 1));
    }
    (captions, faults)
}

/// Lines that stand together, between empty ones.
fn blocks<'a>(lines: impl Iterator<Item = (usize, &'a str)>) -> Vec<Vec<(usize, &'a str)>> {
    let mut blocks: Vec<Vec<(usize, &str)>> = vec![Vec::new()];
    for (number, line) in lines {
        if line.trim().is_empty() {
            blocks.push(Vec::new());
        } else if let Some(block) = blocks.last_mut() {
            block.push((number, line));
        }
    }
    blocks.retain(|block| !block.is_empty());
    blocks
}

/// `00:01.000 --> 00:04.000 align:start`
fn read_times(line: &str) -> Option<(Duration, Duration)> {
    let (start, rest) = line.split_once("-->")?;
    let end = rest.split_whitespace().next()?;
    Some((read_time(start.trim())?, read_time(end)?))
}

/// `01:02:03.004`, hours may be left out.
fn read_time(text: &str) -> Option<Duration> {
    let (clock, millis) = text.split_once('.')?;
    let number = |part: &str, digits: std::ops::RangeInclusive<usize>| {
        let fits = digits.contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        part.parse::<u64>().ok().filter(|_| fits)
    };
    let parts: Vec<&str> = clock.split(':').take(4).collect();
    let (hours, minutes, seconds) = match parts.as_slice() {
        [minutes, seconds] => (0, number(minutes, 2..=2)?, number(seconds, 2..=2)?),
        [hours, minutes, seconds] => {
            (number(hours, 2..=6)?, number(minutes, 2..=2)?, number(seconds, 2..=2)?)
        }
        _ => return None,
    };
    let millis = number(millis, 3..=3)?;
    let seconds =
        (minutes < 60 && seconds < 60).then_some(hours * 3600 + minutes * 60 + seconds)?;
    Some(Duration::from_secs(seconds) + Duration::from_millis(millis))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(text: &str, film: Option<u64>) -> Vec<(CaptionFault, usize)> {
        check(text, film.map(Duration::from_secs)).1
    }

    #[test]
    fn good_captions_are_counted() {
        let text = "\u{feff}WEBVTT - Twente\r\nKind: captions\r\n\r\nNOTE niets\r\n\r\n1\r\n\
                    00:01.000 --> 00:04.500 align:start\r\nHallo\r\nallemaal\r\n\r\n\
                    00:00:04.000 --> 00:00:06.000\r\nDag\r\n";
        let (captions, faults) = check(text, Some(Duration::from_secs(6)));
        assert_eq!(faults, []);
        assert_eq!(
            captions,
            Captions {
                count: 2,
                end: Duration::from_secs(6),
                shown: Duration::from_millis(5500)
            }
        );
    }

    #[test]
    fn each_fault_is_shown_at_its_line() {
        use CaptionFault::{AfterEnd, BadTimes, NoHeader, None, OutOfOrder};
        assert_eq!(faults("1\n00:01.000 --> 00:02.000\nx", Option::None), [(NoHeader, 1)]);
        assert_eq!(faults("WEBVTTX\n", Option::None), [(NoHeader, 1)]);
        assert_eq!(faults("WEBVTT\n\n", Option::None), [(None, 1)]);
        for wrong in
            ["00:01,000 --> 00:02.000", "0:01.000 --> 00:02.000", "00:61.000 --> 01:02.000"]
        {
            assert_eq!(
                faults(&format!("WEBVTT\n\n{wrong}\nx"), Option::None),
                [(BadTimes, 3)],
                "{wrong}"
            );
        }
        let text = "WEBVTT\n\n00:05.000 --> 00:04.000\na\n\n00:03.000 --> 00:09.000\nb\n";
        assert_eq!(faults(text, Option::None), [(CaptionFault::Backwards, 3), (OutOfOrder, 6)]);
        assert_eq!(faults("WEBVTT\n\n00:05.000 --> 00:09.000\na\n", Some(5)), [(AfterEnd, 3)]);
    }
}
