//! Pictures that stand in a drawing as letters: they are cleaned as if they were files.

use crate::base::decode_percent;
use crate::diag::problem::Uncleaned;
use crate::media::probe::Format;

use super::base64;

/// What takes the place of the pictures in an attribute or style sheet; `None` when nothing
/// does.
pub(super) fn pure(text: &str) -> Result<Option<String>, Uncleaned> {
    let squeezed = squeezed(text);
    if is_picture(&squeezed) { picture(&squeezed) } else { in_style(text) }
}

/// What stands before an address in style.
const MARK: &str = "url(";

/// Addresses in style stand in brackets.
fn in_style(text: &str) -> Result<Option<String>, Uncleaned> {
    let lower = text.to_ascii_lowercase();
    let mut made = String::new();
    let mut told = 0;
    let starts: Vec<usize> = lower.match_indices(MARK).map(|(at, _)| at + MARK.len()).collect();
    for (at, start) in starts.iter().copied().enumerate() {
        // An address holds no bracket: nothing is read twice.
        let end = starts.get(at + 1).map_or(text.len(), |next| next - MARK.len());
        let rest = text.get(start..end).unwrap_or_default();
        let address = rest.split(')').next().unwrap_or_default();
        let inner =
            address.trim_matches(|own: char| own.is_whitespace() || matches!(own, '"' | '\''));
        let squeezed = squeezed(inner);
        if !is_picture(&squeezed) {
            continue;
        }
        if let Some(own) = picture(&squeezed)? {
            made.push_str(text.get(told..start).unwrap_or_default());
            made.extend(["\"", &own, "\""]);
            told = start + address.len();
        }
    }
    made.push_str(text.get(told..).unwrap_or_default());
    Ok((told > 0).then_some(made))
}

/// Browsers read over spaces and line ends in an address.
fn squeezed(text: &str) -> String {
    text.chars().filter(|own| !own.is_whitespace() && !own.is_control()).collect()
}

/// Whether an address holds a picture, and no font.
fn is_picture(address: &str) -> bool {
    let mark = "data:image/";
    address.get(..mark.len()).is_some_and(|own| own.eq_ignore_ascii_case(mark))
}

/// The address of a clean picture; `None` when it is clean.
fn picture(address: &str) -> Result<Option<String>, Uncleaned> {
    let (head, data) =
        address.get(5..).and_then(|own| own.split_once(',')).ok_or(Uncleaned::Unreadable)?;
    let lower = head.to_ascii_lowercase();
    let kind = lower.split(';').next().unwrap_or_default();
    let inside = || Uncleaned::Inside(kind.chars().take(40).collect());
    // Other pictures would have to be written as they never are.
    if !lower.ends_with(";base64") {
        return Err(inside());
    }
    let bytes = decode_percent(data).as_deref().and_then(base64::read).ok_or_else(inside)?;
    let is_known = matches!(
        Format::of(&bytes),
        Some(Format::Jpeg | Format::Png | Format::Gif | Format::Webp | Format::Avif)
    );
    if !is_known {
        return Err(inside());
    }
    let pure = super::clean(&bytes).map_err(|_| inside())?;
    Ok((pure != bytes).then(|| format!("data:{kind};base64,{}", base64::write(&pure))))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A JPEG with and without a remark.
    fn photos() -> [String; 2] {
        let photo = |remark: &[u8]| {
            let bytes = [b"\xff\xd8", remark, b"\xff\xda\0\x02px\xff\xd9"].concat();
            format!("data:image/jpeg;base64,{}", base64::write(&bytes))
        };
        [photo(b"\xff\xfe\0\x0752.37"), photo(b"")]
    }

    #[test]
    fn pictures_are_cleaned_wherever_they_stand() {
        let [dirty, clean] = photos();
        assert_eq!(pure(&dirty), Ok(Some(clean.clone())));
        assert_eq!(pure(&clean), Ok(None));
        let broken = dirty.replace(',', ",\n  ").replace("data", "DATA");
        assert_eq!(pure(&broken), Ok(Some(clean.clone())));
        let style = |own: &str| format!(".a{{fill:url(#g)}} .b{{mask:url( '{own}' )}} .c{{}}");
        let made = pure(&style(&dirty)).unwrap().unwrap();
        assert_eq!(made, format!(".a{{fill:url(#g)}} .b{{mask:url(\"{clean}\")}} .c{{}}"));
        assert_eq!(pure(&made), Ok(None));
    }

    #[test]
    fn what_is_no_picture_that_is_known_is_told() {
        let inside = |kind: &str| Err(Uncleaned::Inside(kind.to_owned()));
        assert_eq!(pure("data:image/png;base64,AAAA"), inside("image/png"));
        assert_eq!(pure("data:image/jpeg,%FF%D8"), inside("image/jpeg"));
        assert_eq!(pure("data:image/png"), Err(Uncleaned::Unreadable));
        let open = "url(".repeat(100_000);
        assert_eq!(pure(&open), Ok(None));
        for kept in ["data: in 2020", "url(data:font/woff2;base64,AA)", "#a", "url(#a", ""] {
            assert_eq!(pure(kept), Ok(None), "{kept}");
        }
    }
}
