//! What evidence carries: strength, figures, stories.

use super::link::NotShown;

area! {
    /// Problems of evidence.
    Evidence {
        /// `pattern` on too few regions and sources.
        PatternTooWeak {
            /// How many regions there are.
            regions: usize,
            /// How many independent sources there are.
            sources: usize,
        } => "evidence/pattern-too-weak" Error;
        /// `researched` or higher without a report, dataset or registration.
        NoResearchSource {
            /// The step's Dutch and English word.
            strength: (&'static str, &'static str),
        } => "evidence/no-research-source" Error;
        /// `researched` or higher without who judged so and when.
        NoJudge {
            /// The English key that is missing.
            key: &'static str,
        } => "evidence/no-judge" Warning;
        /// The number in a link's words is not the figure's value.
        FigureMismatch {
            /// As written.
            written: String,
            /// The value in the page's number format.
            value: String,
            /// The figure's id.
            id: String,
        } => "figure/mismatch" Error;
        /// A link to a figure of a document that is not shown: the number stays where it is.
        FigureNotShown {
            /// The title of the document.
            title: String,
            /// Why.
            why: NotShown,
        } => "figure/not-shown" Warning;
        /// Figures of different kinds in one drawing.
        MixedFigures {
            /// The titles or labels that differ.
            labels: Vec<String>,
        } => "figure/mixed" Warning;
        /// Figures about different periods in one drawing.
        MixedPeriods {
            /// The labels that differ.
            labels: Vec<String>,
        } => "figure/mixed-periods" Warning;
        /// Two key figures of one document with one id.
        SameFigure {
            /// The id.
            id: String,
        } => "figure/same-id" Error;
        /// A goal of a plan that is no target.
        GoalNotTarget => "figure/goal-not-target" Error;
        /// A coverage of more than there are.
        CoverageTooLarge {
            /// So many.
            n: u32,
            /// Of so many.
            of: u32,
        } => "figure/coverage-too-large" Error;
    }
}
