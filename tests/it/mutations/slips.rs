//! Slips of the fingers: a word with one or two letters wrong, as people make them.

/// Keys beside each other on a keyboard.
const ROWS: [&str; 3] = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

/// The word with one letter wrong, in two ways, and with two letters wrong where it is long
/// enough to be known again; each with the word that was meant. `seed` chooses places and ways.
pub fn slips(word: &str, seed: usize) -> Vec<(String, String)> {
    let letters: Vec<char> = word.chars().collect();
    let mut found = vec![slip(&letters, seed), slip(&letters, seed + 1)];
    if letters.len() > 3 {
        let half = letters.len() / 2;
        let first = slip(&letters[..half], seed + 2);
        let second = slip(&letters[half..], seed + 3);
        found.push([first, second].concat());
    }
    let mut slips: Vec<(String, String)> = found
        .into_iter()
        .map(|own| (own.into_iter().collect(), word.to_owned()))
        .filter(|(slip, word): &(String, String)| slip != word)
        .collect();
    slips.dedup();
    slips
}

/// The same for the name behind `type:` and behind the folders of a path.
pub fn slips_of_id(id: &str, seed: usize) -> Vec<(String, String)> {
    let start = id.rfind(['/', ':']).map_or(0, |at| at + 1);
    let (before, name) = id.split_at(start);
    slips(name, seed)
        .into_iter()
        .map(|(slip, _)| (format!("{before}{slip}"), id.to_owned()))
        .collect()
}

fn slip(letters: &[char], seed: usize) -> Vec<char> {
    let mut out = letters.to_vec();
    let at = (seed * 7 + 1) % letters.len();
    match seed % 4 {
        // Two letters in the wrong order.
        0 if letters.len() > 1 => {
            let at = at.min(letters.len() - 2);
            out.swap(at, at + 1);
        }
        // A letter left out.
        1 if letters.len() > 2 => {
            out.remove(at);
        }
        // A letter twice.
        2 => out.insert(at, letters[at]),
        // The key beside it.
        _ => out[at] = beside(letters[at]),
    }
    out
}

fn beside(letter: char) -> char {
    for row in ROWS {
        if let Some(at) = row.find(letter) {
            let next = if at + 1 < row.len() { at + 1 } else { at - 1 };
            return row.as_bytes()[next].into();
        }
    }
    if letter == '0' { '9' } else { 'o' }
}
