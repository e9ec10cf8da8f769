use crate::base::Lang;

use super::*;

/// The table as text, cells in brackets, and the problems with their place.
fn told(text: &str) -> (String, Vec<String>) {
    let Noted { value, diags } = read(FileId(0), text);
    let line = |cells: &[Spanned<String>]| {
        let cells: Vec<&str> = cells.iter().map(|cell| cell.as_str()).collect();
        format!("[{}]", cells.join("]["))
    };
    let mut lines = vec![line(&value.columns)];
    lines.extend(value.rows.iter().map(|row| line(row)));
    let diags = diags
        .iter()
        .map(|diag| match &diag.place {
            crate::diag::Place::Span(span) => {
                format!("{} {:?}", diag.problem.code().name, span.range())
            }
            other => format!("{other:?}"),
        })
        .collect();
    (lines.join("\n"), diags)
}

fn clean(text: &str) -> String {
    let (table, diags) = told(text);
    assert_eq!(diags, Vec::<String>::new());
    table
}

#[test]
fn comma_semicolon_quotes_and_a_byte_order_mark_are_read() {
    assert_eq!(clean("regio,doel\nTwente,158\n"), "[regio][doel]\n[Twente][158]");
    assert_eq!(
        clean("\u{feff}regio;\"doel; hoog\"\r\n\"Tw\"\"ente\" ; 0,5 \r\n"),
        "[regio][doel; hoog]\n[Tw\"ente][0,5]"
    );
    assert_eq!(clean("a,b\n\"twee\nregels\",\"\"\n\n,\n"), "[a][b]\n[twee\nregels][]");
    assert_eq!(clean("een\rtwee"), "[een]\n[twee]");
}

#[test]
fn the_separator_is_the_one_that_all_rows_have() {
    assert_eq!(clean("a;b, c\nx;1,5\ny;2,5"), "[a][b, c]\n[x][1,5]\n[y][2,5]");
    assert_eq!(clean("a;b, c\nx;1\n"), "[a][b, c]\n[x][1]");
    assert_eq!(clean("a,b; c\nx,1\n"), "[a][b; c]\n[x][1]");
    assert_eq!(clean("a;\"b, c, d\"\nx;1\n"), "[a][b, c, d]\n[x][1]");
    assert_eq!(clean("a\tb, c\td\n x \t\t1,5"), "[a][b, c][d]\n[x][][1,5]");
    assert_eq!(clean("a,\tb\nx,1"), "[a][b]\n[x][1]");
    // Where no separator fits all rows, that of most.
    assert_eq!(told("a;b, c\nx;1,5\ny;2;3\nz;4").1, ["data/ragged-row 17..18"]);
    assert_eq!(told("a,b,c; d\n1,2").1, ["data/ragged-row 12..12"]);
    assert_eq!(told("a\n1,2").1, ["data/ragged-row 4..5"]);
}

#[test]
fn the_separator_is_the_one_of_which_the_header_has_most() {
    assert_eq!(
        clean("jaar,aantal,bron; blz\n2020,5,CBS; 3\n2021,6,UWV; 4"),
        "[jaar][aantal][bron; blz]\n[2020][5][CBS; 3]\n[2021][6][UWV; 4]"
    );
    assert_eq!(clean("a, b, c;d\n1,5;2"), "[a, b, c][d]\n[1,5][2]");
    // A row that is off is a mistake of that row.
    assert_eq!(
        told("regio;aantal;aandeel, in procent\nA;1;1,5\nB;2;3;2,5").1,
        ["data/ragged-row 47..50"]
    );
    let text = "regio;bron, jaar;aantal\nA;CBS, 2020;1\nB;CBS, 2021\n";
    assert_eq!(told(text).1, ["data/ragged-row 49..49"]);
}

#[test]
fn what_stands_in_quotes_separates_nothing() {
    assert_eq!(
        clean("naam,\"rol; organisatie\"\nJan,\"adviseur; UWV\"\nPiet,\"wethouder; Almelo\""),
        "[naam][rol; organisatie]\n[Jan][adviseur; UWV]\n[Piet][wethouder; Almelo]"
    );
    assert_eq!(clean("a,b; c\nx,\"1; 2\"\n"), "[a][b; c]\n[x][1; 2]");
    let text = "id;\"naam, plaats\";n\n1;\"Jan, Almelo\";5\n2;\"Piet, Ommen\"\n";
    assert_eq!(told(text).1, ["data/ragged-row 53..53"]);
}

#[test]
fn a_tab_for_the_eye_separates_nothing() {
    assert_eq!(clean("regio,aantal\t\nA,1\t"), "[regio][aantal]\n[A][1]");
    assert_eq!(clean("regio;\taantal\t\t\nA;\t1"), "[regio][aantal]\n[A][1]");
    assert_eq!(clean("a\tb, c, d\nx\t1,5"), "[a][b, c, d]\n[x][1,5]");
}

#[test]
fn every_cell_knows_its_place() {
    let text = "\u{feff}regio;\"é\"\n Twente ;\"1\"\"2\"";
    let table = read(FileId(3), text).value;
    let places: Vec<&str> = table
        .columns
        .iter()
        .chain(table.rows.iter().flatten())
        .map(|cell| text.get(cell.span.range()).unwrap())
        .collect();
    assert_eq!(places, ["regio", "é", "Twente", "1\"\"2"]);
}

#[test]
fn a_ragged_row_is_left_out_and_the_rest_is_read() {
    let (table, diags) = told("a,b\n1\n1,2\n1,2,3,4\n5,6");
    assert_eq!(table, "[a][b]\n[1][2]\n[5][6]");
    assert_eq!(diags, ["data/ragged-row 5..5", "data/ragged-row 14..17"]);
}

#[test]
fn a_quote_that_is_not_closed_is_shown_where_it_opens() {
    let (table, diags) = told("a,b\n1,2\n3,\"vier\n5,6\n");
    assert_eq!(table, "[a][b]\n[1][2]");
    assert_eq!(diags, ["data/unclosed-quote 10..11"]);
}

#[test]
fn quotes_in_wrong_places_are_reported() {
    assert_eq!(told("a,b\n5\",2\n").1, ["data/stray-quote 5..6"]);
    assert_eq!(told("a,b\n\"5\"x,2\n").1, ["data/stray-quote 6..8"]);
}

#[test]
fn columns_have_names_of_their_own() {
    assert_eq!(
        told("a,,a\n1,2,3").1,
        ["data/unnamed-column 2..2", "data/duplicate-column 3..4"]
    );
    assert_eq!(told(" \n").1, ["data/empty 0..0"]);
    assert_eq!(told("a,b\n").1, ["data/no-rows 0..0"]);
}

#[test]
fn a_column_is_found_by_name_and_a_near_name_is_offered() {
    let table = read(FileId(0), "Regio,doel\nTwente,1").value;
    assert_eq!(table.column("regio"), Ok(0));
    assert_eq!(
        table.column("doen"),
        Err(Data::UnknownColumn {
            name: "doen".to_owned(),
            nearest: Some("doel".to_owned()),
            known: vec!["Regio".to_owned(), "doel".to_owned()],
        })
    );
}

/// The numbers of a column as shown, and what is told of it by the code and the cell.
fn column(cells: &[&str]) -> (Vec<String>, Vec<String>) {
    let span = |at: usize| Span::new(FileId(0), at, at);
    let cells: Vec<Spanned<String>> = cells
        .iter()
        .enumerate()
        .map(|(at, cell)| Spanned::new((*cell).to_owned(), span(at)))
        .collect();
    let read = numbers(&cells.iter().collect::<Vec<_>>(), "doel", &Lang::nl());
    let shown = read.value.into_iter().map(|own| own.map_or(String::new(), |own| own.shown));
    let told = read.diags.iter().map(|diag| {
        let crate::diag::Place::Span(span) = diag.place else { return String::new() };
        format!("{} {}", diag.problem.code().name, span.range().start)
    });
    (shown.collect(), told.collect())
}

#[test]
fn a_cell_is_a_number_empty_or_a_problem() {
    let (shown, told) = column(&["1450", "", "veel", "1.450", "0,5"]);
    assert_eq!(shown, ["1.450", "", "", "1.450", "0,5"]);
    assert_eq!(told, ["data/not-a-number 2"]);
}

#[test]
fn what_may_be_thousands_is_told_once_beside_a_decimal_point() {
    assert_eq!(column(&["0.125", "3.250", "10,5", "-1.450"]).1, ["data/unclear-number 1"]);
    assert_eq!(
        column(&["0.125", "3.2500", "3250", "1.234.567"]).0,
        ["0,125", "3,2500", "3.250", "1.234.567"]
    );
    assert_eq!(column(&["3.250", "0,5", "12"]).1, [""; 0]);
}

#[test]
fn what_says_that_there_is_no_number_is_told_once_for_a_column() {
    for cell in ["<5", "*", "-", "–", ".", "x", "X", "n.b.", "#N/B", "#DEEL/0!", ">95", "..."]
    {
        let (shown, told) = column(&["12", cell, "13", cell, "-4"]);
        assert_eq!(shown, ["12", "", "13", "", "-4"]);
        assert_eq!(told, ["data/number-withheld 1"], "{cell}");
    }
}

#[test]
fn many_bytes_of_anything_are_answered_soon() {
    for piece in [",", "\"", "\n", "a\n", "a,\"\n", "\"\"", "\r", "é,;\"x\"\n"] {
        let text = piece.repeat(200_000 / piece.len());
        assert!(read(FileId(0), &text).diags.len() <= 2 * MAX_DIAGS);
    }
}
