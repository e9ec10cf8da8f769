//! Lines of a file for calendars (RFC 5545).

/// The most octets of a line, without its end.
const LINE: usize = 75;

/// The lines of a calendar file, each folded and ended as the format asks.
#[derive(Debug, Default)]
pub struct CalendarLines(String);

impl CalendarLines {
    /// A line whose value has a form of its own: no free text.
    pub fn plain(&mut self, name: &str, value: &str) {
        let value: String = value.chars().filter(|c| !c.is_control()).collect();
        self.fold(&format!("{name}:{value}"));
    }

    /// A line with free text.
    pub fn text(&mut self, name: &str, value: &str) {
        let mut line = format!("{name}:");
        for c in value.replace("\r\n", "\n").chars() {
            match c {
                '\\' | ';' | ',' => line.extend(['\\', c]),
                '\n' | '\r' => line.push_str("\\n"),
                '\t' => line.push(' '),
                c if c.is_control() => {}
                c => line.push(c),
            }
        }
        self.fold(&line);
    }

    /// The whole file.
    pub fn finish(self) -> String {
        self.0
    }

    /// Breaks a line into pieces of at most 75 octets, never inside a character.
    fn fold(&mut self, line: &str) {
        let mut room = LINE;
        for c in line.chars() {
            if c.len_utf8() > room {
                self.0.push_str("\r\n ");
                // The space that begins the next piece counts.
                room = LINE - 1;
            }
            self.0.push(c);
            room -= c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}
