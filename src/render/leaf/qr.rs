//! The address of a page as a square of dots that a telephone reads from paper. The only user
//! of `qrcodegen`.

use qrcodegen::{DataTooLong, Mask, QrCode, QrCodeEcc, QrSegment, Version};

/// Light modules around the code, without which not every telephone finds it.
const QUIET: usize = 4;

/// Some 270 characters, 69 modules wide: more need dots that a printed page cannot hold.
const LARGEST: u8 = 13;

/// Which modules are turned round, so that no large patch is of one colour. A telephone reads
/// each of the eight patterns; to try all and take the most even one is most of the work.
const PATTERN: u8 = 0;

/// The address as a drawing; `None` where it is too long for a code that still reads well.
/// The drawing is decoration: the address stands beside it in words.
pub fn svg(address: &str) -> Option<String> {
    let code = code(address).ok()?;
    let width = usize::try_from(code.size()).ok()?;
    let side = width + 2 * QUIET;
    let mut out = String::with_capacity(width * width * 5);
    for (text, number) in [
        ("<svg class=\"qr\" viewBox=\"0 0 ", side),
        (" ", side),
        ("\" width=\"", side),
        ("\" height=\"", side),
    ] {
        out.push_str(text);
        push_number(&mut out, number);
    }
    out.push_str(
        "\" aria-hidden=\"true\" focusable=\"false\" shape-rendering=\"crispEdges\"><path stroke=\"#000\" d=\"",
    );
    // A line as thick as a module through each row, lifted where the code is light: less than
    // half as long as squares.
    for y in 0..code.size() {
        push_row(&mut out, &code, y);
    }
    out.push_str("\"/></svg>");
    Some(out)
}

fn code(address: &str) -> Result<QrCode, DataTooLong> {
    let (smallest, largest) = (Version::MIN, Version::new(LARGEST));
    let (level, pattern) = (QrCodeEcc::Medium, Some(Mask::new(PATTERN)));
    let segments = QrSegment::make_segments(address);
    QrCode::encode_segments_advanced(&segments, level, smallest, largest, pattern, false)
}

fn push_row(out: &mut String, code: &QrCode, y: i32) {
    let mut at = 0;
    let mut last_end = None;
    while at < code.size() {
        let start = at;
        let is_dark = code.get_module(at, y);
        while at < code.size() && code.get_module(at, y) == is_dark {
            at += 1;
        }
        if !is_dark {
            continue;
        }
        let place = |number: i32| usize::try_from(number).unwrap_or_default();
        match last_end.replace(at) {
            None => {
                out.push('M');
                push_number(out, place(start) + QUIET);
                out.push(' ');
                push_number(out, place(y) + QUIET);
                out.push_str(".5h");
            }
            Some(end) => {
                out.push('m');
                push_number(out, place(start - end));
                out.push_str(" 0h");
            }
        }
        push_number(out, place(at - start));
    }
}

/// A number below a hundred, which all are here.
fn push_number(out: &mut String, number: usize) {
    let digit =
        |number: usize| char::from(b'0' + u8::try_from(number % 10).unwrap_or_default());
    if number >= 10 {
        out.push(digit(number / 10));
    }
    out.push(digit(number));
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
        let code = code(address).unwrap();
        let rows = painted(&svg(address).unwrap());
        for (x, y) in (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y))) {
            let wanted = if code.get_module(x, y) { '#' } else { ' ' };
            let place = |at: i32| usize::try_from(at).unwrap() + QUIET;
            assert_eq!(rows[place(y)].chars().nth(place(x)), Some(wanted), "{x} {y}");
        }
    }

    #[test]
    fn an_address_that_is_too_long_has_no_code() {
        assert_eq!(svg(&format!("https://voorbeeld.example/{}", "a".repeat(400))), None);
        assert_eq!(svg(&"a".repeat(9000)), None);
    }
}
