//! Diagnostics and summary, each to the stream it belongs to.

use std::io::Write;

use crate::diag::draw::{self, Outcome, Style};
use crate::diag::{Diag, SourceMap, Strictness};

/// Where and how a command reports.
pub(super) struct Report<'a, 'w> {
    pub(super) style: &'a Style,
    /// The folder of the site in the repository around it; empty or with a `/` at its end.
    pub(super) place: String,
    pub(super) out: &'a mut (dyn Write + 'w),
    pub(super) err: &'a mut (dyn Write + 'w),
}

impl Report<'_, '_> {
    /// Diagnostics, and below them a note and what came of it. These are words for people: where a
    /// program reads the diagnostics, they stand apart from them.
    pub(super) fn outcome(
        &mut self,
        diags: &[Diag],
        map: &SourceMap,
        outcome: &Outcome<'_>,
        note: &str,
    ) {
        if !self.style.format.is_for_people() {
            self.diags(diags, map);
            let summary = draw::summary(diags, outcome, self.style.language);
            return self.say(&format!("{note}{summary}\n"));
        }
        let text = self.told(diags, map, outcome, note);
        self.say(&text);
    }

    /// Diagnostics beside what a command gives out, which stands alone on the standard output also
    /// where a program reads it.
    pub(super) fn beside(&mut self, diags: &[Diag], map: &SourceMap) {
        if self.style.format.is_for_people() {
            self.outcome(diags, map, &Outcome::Checked(Strictness::Errors), "");
        } else {
            let drawn = draw::all_of_site_in(&self.place, diags, map, self.style);
            self.say(&drawn);
        }
    }

    /// The same as text for people.
    pub(super) fn told(
        &self,
        diags: &[Diag],
        map: &SourceMap,
        outcome: &Outcome<'_>,
        note: &str,
    ) -> String {
        draw::told(diags, map, self.style, (note, outcome))
    }

    /// The problem because of which a command could not run.
    pub(super) fn fatal(&mut self, diag: Diag) {
        self.diags(&[diag], &SourceMap::default());
    }

    /// Words for people, beside what the command gives out.
    pub(super) fn say(&mut self, text: &str) {
        write(self.err, text);
    }

    /// What the command was asked for.
    pub(super) fn give(&mut self, text: &str) {
        write(self.out, text);
    }

    fn diags(&mut self, diags: &[Diag], map: &SourceMap) {
        let drawn = draw::all_of_site_in(&self.place, diags, map, self.style);
        if self.style.format.is_for_people() { self.say(&drawn) } else { self.give(&drawn) }
    }
}

fn write(stream: &mut dyn Write, text: &str) {
    // A reader that went away is no reason to fail.
    let _ = stream.write_all(text.as_bytes());
    let _ = stream.flush();
}
