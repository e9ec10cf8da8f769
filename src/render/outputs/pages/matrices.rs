//! What is known of each region and what is not: by topic, and by kind of source.

use crate::catalog::Entry;
use crate::config::Phase;
use crate::model::{EvidenceKind, Interview, Region};
use crate::render::outputs::view::{Link, Matrix, MatrixCell, MatrixRow};

use super::studio::Studio;

impl Studio<'_> {
    /// Regions by topic, and regions by kind of source. A table without columns or rows is
    /// left out.
    pub(super) fn matrices(&self, regions: &[(&Entry, &Region)]) -> Vec<Matrix> {
        let matrices = [self.by_topic(regions), self.by_source(regions)];
        let full = |matrix: &Matrix| {
            let has_regions = !matrix.rows.is_empty() || !matrix.silent.is_empty();
            !matrix.columns.is_empty() && has_regions
        };
        matrices.into_iter().filter(full).map(without_empty).collect()
    }

    fn by_topic(&self, regions: &[(&Entry, &Region)]) -> Matrix {
        let coverage = self.coverage();
        let topics = &self.catalog.vocabulary.topics;
        let row = |entry: &Entry| {
            let count = |topic: &str| coverage.count(&entry.document.id, topic);
            MatrixRow {
                label: self.entry_link(entry),
                cells: topics.iter().map(|topic| counted(count(&topic.id))).collect(),
            }
        };
        let (rows, silent) = apart(regions.iter().map(|(entry, _)| row(entry)));
        Matrix {
            id: "per-onderwerp".to_owned(),
            title: self.text("matrix_topics"),
            note: Some(self.text("matrix_topics_note")),
            columns: topics.iter().map(|topic| self.topic_link(&topic.id)).collect(),
            rows,
            empty: Vec::new(),
            gaps: self.gaps("matrix_gaps", &silent),
            silent,
        }
    }

    fn by_source(&self, regions: &[(&Entry, &Region)]) -> Matrix {
        let row = |entry: &Entry, region: &Region| {
            let cell = |kind: &EvidenceKind| {
                let received = self.catalog.evidence_kinds(entry).contains(kind);
                let (id, word) = heard(region, *kind, received);
                let text = word.map(|word| self.strings().label("evidence-state", word));
                MatrixCell { id: id.to_owned(), text: text.unwrap_or_default() }
            };
            MatrixRow {
                label: self.entry_link(entry),
                cells: EvidenceKind::ALL.iter().map(cell).collect(),
            }
        };
        let (rows, silent) = apart(regions.iter().map(|(entry, region)| row(entry, region)));
        let columns = EvidenceKind::ALL
            .iter()
            .map(|kind| Link::words(self.strings().label("evidence-kind", kind.as_str())));
        Matrix {
            id: "per-bron".to_owned(),
            title: self.text("matrix_sources"),
            note: Some(self.text("matrix_sources_note")),
            columns: columns.collect(),
            rows,
            empty: Vec::new(),
            gaps: self.gaps("matrix_unheard", &silent),
            silent,
        }
    }

    /// How many regions there is nothing of: not yet, or not at all when the programme has ended.
    fn gaps(&self, key: &str, silent: &[Link]) -> Option<String> {
        let is_closed = self.catalog.config.programme.phase == Some(Phase::Closed);
        let key = if is_closed { format!("{key}_closed") } else { key.to_owned() };
        (!silent.is_empty()).then(|| self.strings().count(&key, silent.len()))
    }
}

/// Rows that have something, and the names of those that have nothing: these are a list, so
/// that a gap is read at once and a table is not mostly paper.
fn apart(rows: impl Iterator<Item = MatrixRow>) -> (Vec<MatrixRow>, Vec<Link>) {
    let has_any = |row: &MatrixRow| row.cells.iter().any(|cell| cell.id != "none");
    let (told, silent): (Vec<MatrixRow>, Vec<MatrixRow>) = rows.partition(has_any);
    (told, silent.into_iter().map(|row| row.label).collect())
}

/// Without the columns in which no row has anything: these are named, so that a narrow screen shows
/// what there is.
fn without_empty(mut matrix: Matrix) -> Matrix {
    if matrix.rows.is_empty() {
        return matrix;
    }
    let has_any = |at: usize| {
        let cell = |row: &MatrixRow| row.cells.get(at).is_some_and(|cell| cell.id != "none");
        matrix.rows.iter().any(cell)
    };
    let full: Vec<bool> = (0..matrix.columns.len()).map(has_any).collect();
    let kept = |at: usize| full.get(at).copied().unwrap_or(false);
    for row in &mut matrix.rows {
        let cells = std::mem::take(&mut row.cells).into_iter().enumerate();
        row.cells = cells.filter(|(at, _)| kept(*at)).map(|(_, cell)| cell).collect();
    }
    let columns = std::mem::take(&mut matrix.columns).into_iter().enumerate();
    let (columns, empty): (Vec<_>, Vec<_>) = columns.partition(|(at, _)| kept(*at));
    matrix.columns = columns.into_iter().map(|(_, own)| own).collect();
    matrix.empty = empty.into_iter().map(|(_, own)| own).collect();
    matrix
}

fn counted(n: usize) -> MatrixCell {
    match n {
        0 => MatrixCell { id: "none".to_owned(), text: String::new() },
        n => MatrixCell { id: "full".to_owned(), text: n.to_string() },
    }
}

/// The class of a cell, and the word for it: what was received, what was agreed.
fn heard(
    region: &Region,
    kind: EvidenceKind,
    received: bool,
) -> (&'static str, Option<&'static str>) {
    let interviewed =
        kind == EvidenceKind::Interview && region.interview == Some(Interview::Done);
    let chosen =
        kind == EvidenceKind::Interview && region.interview == Some(Interview::Selected);
    let expected = chosen || region.evidence.iter().any(|own| own.kind == kind);
    match (received || interviewed, expected) {
        (true, _) => ("full", Some("received")),
        (false, true) => ("half", Some("due")),
        (false, false) => ("none", None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: &[&str]) -> MatrixRow {
        let cell = |id: &&str| MatrixCell { id: (*id).to_owned(), text: String::new() };
        MatrixRow { label: Link::default(), cells: cells.iter().map(cell).collect() }
    }

    fn region(interview: Interview) -> Region {
        Region {
            code: String::new(),
            names: Vec::new(),
            aliases: Vec::new(),
            centre: None,
            neighbours: Vec::new(),
            provinces: Vec::new(),
            municipalities: Vec::new(),
            tile: None,
            plan: None,
            contact: None,
            interview: Some(interview),
            asks: Vec::new(),
            evidence: Vec::new(),
        }
    }

    #[test]
    fn only_rows_without_anything_are_gaps() {
        let rows = [row(&["none", "none"]), row(&["none", "half"]), row(&["full", "none"])];
        let (told, silent) = apart(rows.into_iter());
        assert_eq!((told.len(), silent.len()), (2, 1));
        assert_eq!(counted(0), MatrixCell { id: "none".to_owned(), text: String::new() });
        assert_eq!(counted(3).text, "3");
    }

    #[test]
    fn a_column_in_which_nobody_has_anything_is_only_named() {
        let columns = ["a", "b", "c"].map(Link::words).to_vec();
        let rows = vec![row(&["none", "full", "none"]), row(&["half", "none", "none"])];
        let matrix = without_empty(Matrix { columns, rows, ..Matrix::default() });
        let words =
            |links: &[Link]| links.iter().map(|own| own.text.clone()).collect::<Vec<_>>();
        assert_eq!(words(&matrix.columns), ["a", "b"]);
        assert_eq!(words(&matrix.empty), ["c"]);
        assert_eq!(matrix.rows, [row(&["none", "full"]), row(&["half", "none"])]);
    }

    #[test]
    fn an_interview_counts_as_a_source_once_it_is_held() {
        let cell = |interview, kind| heard(&region(interview), kind, false);
        let interview = EvidenceKind::Interview;
        assert_eq!(cell(Interview::Done, interview), ("full", Some("received")));
        assert_eq!(cell(Interview::Selected, interview), ("half", Some("due")));
        assert_eq!(cell(Interview::None, interview), ("none", None));
        assert_eq!(cell(Interview::Done, EvidenceKind::Meeting), ("none", None));
    }
}
