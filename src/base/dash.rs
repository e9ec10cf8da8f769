//! Dashes, as editors and their programs write them.

/// What people write as a minus sign: Word makes a dash of it.
pub const MINUS: [char; 3] = ['-', '−', '–'];

/// Whether it is a dash that may stand in place of something: a minus sign or a long dash.
pub fn is_dash(own: char) -> bool {
    MINUS.contains(&own) || own == '—'
}
