//! How single words are written, as patterns that every engine reads alike.

/// Something that can be seen.
pub(super) const VISIBLE: &str = r"\S";
/// Yes or no.
pub(super) const YES: &str = "^([Yy][Ee][Ss]|[Tt][Rr][Uu][Ee]|[Jj][Aa]|[Ww][Aa][Aa][Rr])$";
pub(super) const NO: &str =
    "^([Nn][Oo]|[Ff][Aa][Ll][Ss][Ee]|[Nn][Ee][Ee]|[Oo][Nn][Ww][Aa][Aa][Rr])$";
/// A decimal number with a point.
pub(super) const NUMBER: &str = r"^-?[0-9]+(\.[0-9]+)?$";
/// The same, from 0 to 1.
pub(super) const FRACTION: &str = r"^(0+(\.[0-9]+)?|0*1(\.0+)?)$";
/// A whole number that fits.
pub(super) const COUNT: &str = "^0*([0-9]{1,9}|[1-3][0-9]{9}|4[01][0-9]{8}|42[0-8][0-9]{7}|\
    429[0-3][0-9]{6}|4294[0-8][0-9]{5}|42949[0-5][0-9]{4}|429496[0-6][0-9]{3}|\
    4294967[01][0-9]{2}|42949672[0-8][0-9]|429496729[0-5])$";
/// The placeholder of a mail tool, or an address with its scheme.
pub(super) const MAIL_LINK: &str = r"[{}\[\]|*%$]|^\s*(#|[A-Za-z][A-Za-z0-9+.-]*:)";
/// A web address.
pub(super) const URL: &str =
    r#"^https?://[^\s"/?#\x00-\x1f\x7f-\x9f][^\s"\x00-\x1f\x7f-\x9f]*$"#;
/// A language tag.
pub(super) const LANG: &str = "^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$";

/// A day that exists, year first.
const ISO: &str = "([0-9]{4}-(0?[13578]|1[02])-(0?[1-9]|[12][0-9]|3[01])|\
    [0-9]{4}-(0?[469]|11)-(0?[1-9]|[12][0-9]|30)|\
    [0-9]{4}-0?2-(0?[1-9]|1[0-9]|2[0-8])|\
    ([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-0?2-29)";
/// A day that exists, day first.
const DUTCH: &str = "((0?[1-9]|[12][0-9]|3[01])-(0?[13578]|1[02])-[0-9]{4}|\
    (0?[1-9]|[12][0-9]|30)-(0?[469]|11)-[0-9]{4}|\
    (0?[1-9]|1[0-9]|2[0-8])-0?2-[0-9]{4}|\
    29-0?2-([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00))";

/// A day.
pub(super) fn date() -> String {
    format!("^({}|{DUTCH})$", iso())
}

/// A year, quarter, month or day.
pub(super) fn when() -> String {
    format!("^([0-9]{{4}}(-[Qq][1-4]|-(0[1-9]|1[0-2]))?|{}|{DUTCH})$", iso())
}

/// A day with or without a time.
pub(super) fn moment() -> String {
    let time = "([01]?[0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?";
    format!("^({}|{DUTCH})([T ] *{time})?$", iso())
}

/// Year first is written with all its zeros.
fn iso() -> String {
    ISO.replace("0?", "0")
}

/// At most so many words.
pub(super) fn words(most: usize) -> String {
    format!(r"^\s*(\S+(\s+\S+){{0,{}}})?\s*$", most.saturating_sub(1))
}
