//! The dot between the parts of a line of facts: it ends a line, and never begins one.

/// What stands between two parts.
pub const DOT: &str = "\u{a0}· ";

/// A line whose dots hold on to the part before them.
pub fn dotted(line: &str) -> String {
    line.replace(" · ", DOT)
}

#[cfg(test)]
mod tests {
    use super::dotted;

    #[test]
    fn a_dot_holds_on_to_the_part_before_it() {
        assert_eq!(dotted("Jan · CC BY 4.0"), "Jan\u{a0}· CC BY 4.0");
        assert_eq!(dotted("Jan·Piet"), "Jan·Piet");
    }
}
