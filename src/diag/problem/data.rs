//! Data files.

area! {
    /// Problems of CSV files and what charts, maps and tables take from them.
    Data {
        /// A file without even a header row.
        Empty => "data/empty" Error;
        /// A header row and nothing below it.
        NoRows => "data/no-rows" Warning;
        /// A row with more or fewer cells than the header row.
        RaggedRow {
            /// How many cells the header row has.
            expected: usize,
            /// How many this row has.
            found: usize,
        } => "data/ragged-row" Error;
        /// A quote that opens a cell and is never closed.
        UnclosedQuote => "data/unclosed-quote" Error;
        /// A quote in a cell without quotes, or text behind the closing quote.
        StrayQuote => "data/stray-quote" Error;
        /// Two columns with one name.
        DuplicateColumn {
            /// The name.
            name: String,
        } => "data/duplicate-column" Error;
        /// A column without a name.
        UnnamedColumn {
            /// Which one, from 1.
            number: usize,
        } => "data/unnamed-column" Error;
        /// A column that the file does not have.
        UnknownColumn {
            /// The name as written.
            name: String,
            /// A column whose name is near.
            nearest: Option<String>,
            /// The columns there are.
            known: Vec<String>,
        } => "data/unknown-column" Error;
        /// A cell of a column of numbers that is none.
        NotANumber {
            /// What stands there.
            value: String,
            /// The column's name.
            column: String,
        } => "data/not-a-number" Error;
        /// Cells that may hold thousands or decimals, in a column with decimals behind a point.
        UnclearNumber {
            /// What stands in the first such cell: `3.250`.
            value: String,
            /// The column's name.
            column: String,
            /// How many more there are.
            others: usize,
        } => "data/unclear-number" Error;
        /// A cell of a column of numbers that says why there is no number.
        NumberWithheld {
            /// What stands in the first such cell: `<5`.
            value: String,
            /// The column's name.
            column: String,
            /// How many more there are.
            others: usize,
        } => "data/number-withheld" Error;
        /// A map of a data file in which a region has more than one value.
        RepeatedRegion {
            /// The region as written in a row that is not the first.
            region: String,
            /// How many more regions there are of which that is so.
            others: usize,
        } => "data/repeated-region" Error;
    }
}
