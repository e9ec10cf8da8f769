//! The address of a page as a square of dots that a telephone reads from paper. The only user
//! of `fast_qr`.

use std::fmt::Write as _;

use fast_qr::{ECL, Module, QRBuilder};

/// Light modules around the code, without which not every telephone finds it.
const QUIET: usize = 4;

/// The address as a drawing; `None` where it is too long for a code that still reads well.
/// The drawing is decoration: the address stands beside it in words.
pub fn svg(address: &str) -> Option<String> {
    // Some 270 characters: longer ones need dots that a printed page cannot hold.
    let code = QRBuilder::new(address).ecl(ECL::M).build().ok()?;
    let width = code.size;
    if width > 69 {
        return None;
    }
    // A line as thick as a module through each row, lifted where the code is light: less than
    // half as long as squares.
    let mut path = String::new();
    for (y, row) in code.data.chunks(width).take(width).enumerate() {
        let mut from = None;
        for (x, length) in dark_runs(row) {
            let _ = match from.replace(x + length) {
                None => write!(path, "M{} {}.5h{length}", x + QUIET, y + QUIET),
                Some(end) => write!(path, "m{} 0h{length}", x - end),
            };
        }
    }
    let side = width + 2 * QUIET;
    Some(format!(
        "<svg class=\"qr\" viewBox=\"0 0 {side} {side}\" width=\"{side}\" height=\"{side}\" aria-hidden=\"true\" focusable=\"false\" shape-rendering=\"crispEdges\"><path stroke=\"#000\" d=\"{path}\"/></svg>"
    ))
}

/// Where dark modules stand side by side, and how many.
fn dark_runs(row: &[Module]) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (x, _) in row.iter().enumerate().filter(|(_, module)| module.value()) {
        match runs.last_mut() {
            Some((start, length)) if *start + *length == x => *length += 1,
            _ => runs.push((x, 1)),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The modules that a path paints, as rows of `#` and spaces, the quiet zone included.
    fn painted(svg: &str) -> Vec<String> {
        let side: usize =
            svg.split('"').nth(3).unwrap().rsplit(' ').next().unwrap().parse().unwrap();
        let mut rows = vec![vec![' '; side]; side];
        let path = svg.split(" d=\"").nth(1).unwrap().split('"').next().unwrap();
        for line in path.split('M').skip(1) {
            let (start, rest) = line.split_once(".5h").unwrap();
            let (x, y) = start.split_once(' ').unwrap();
            let (mut x, y): (usize, usize) = (x.parse().unwrap(), y.parse().unwrap());
            // `7m1 0h2`: seven dark, one light, two dark.
            for run in rest.split('m') {
                let (gap, length) = run.split_once(" 0h").unwrap_or(("0", run));
                let length: usize = length.parse().unwrap();
                x += gap.parse::<usize>().unwrap();
                rows[y][x..x + length].fill('#');
                x += length;
            }
        }
        rows.into_iter().map(|row| row.into_iter().collect()).collect()
    }

    #[test]
    fn a_code_has_its_three_corners_and_a_quiet_zone() {
        let rows = painted(&svg("https://voorbeeld.example/factsheets/opzet/").unwrap());
        let corner = "#######";
        let last = rows.len() - QUIET;
        assert!(rows[..QUIET].iter().all(|row| row.trim().is_empty()));
        assert!(rows[last..].iter().all(|row| row.trim().is_empty()));
        assert!(rows.iter().all(|row| row.starts_with("    ") && row.ends_with("    ")));
        assert_eq!(rows[QUIET].get(QUIET..QUIET + 7), Some(corner));
        assert_eq!(rows[QUIET].get(last - 7..last), Some(corner));
        assert_eq!(rows[last - 1].get(QUIET..QUIET + 7), Some(corner));
        assert_eq!(rows[QUIET + 1].get(QUIET..QUIET + 7), Some("#     #"));
    }

    #[test]
    fn every_module_of_the_code_is_painted_and_no_other() {
        let address = "https://voorbeeld.example/regios/zuid-kennemerland-en-ijmond/";
        let code = QRBuilder::new(address).ecl(ECL::M).build().unwrap();
        let rows = painted(&svg(address).unwrap());
        for (at, module) in code.data.iter().take(code.size * code.size).enumerate() {
            let (x, y) = (at % code.size + QUIET, at / code.size + QUIET);
            let wanted = if module.value() { '#' } else { ' ' };
            assert_eq!(rows[y].chars().nth(x), Some(wanted), "{x} {y}");
        }
    }

    #[test]
    fn an_address_that_is_too_long_has_no_code() {
        assert_eq!(svg(&format!("https://voorbeeld.example/{}", "a".repeat(400))), None);
        assert_eq!(svg(&"a".repeat(9000)), None);
    }
}
