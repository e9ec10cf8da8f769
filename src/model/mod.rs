//! The content types, one file per type with its field table, and the tree of a body.

mod asks;
mod blueprint;
pub mod body;
pub mod component;
mod chart_table;
mod component_tables;
mod document;
pub mod drawing;
mod event;
mod factsheet;
mod figure;
mod finding;
mod head;
mod link;
mod media;
mod newsletter;
mod page;
mod questionnaire;
mod region;
mod report;
mod resolve;
mod section;
mod story;
pub mod vocabulary;

pub use asks::Ask;
pub use blueprint::{Blueprint, BlueprintKind};
pub use component_tables::{COMPONENTS, component_table, read_component};
pub use document::{DocKind, Document, Front, Meta, Text};
pub use event::{Event, EventKind};
pub use factsheet::{Action, Factsheet, Method, MethodKind};
pub use figure::{Coverage, Direction, FigureKind, KeyFigure, Precision};
pub use finding::{Advice, EvidenceItem, Finding, FollowUp, FollowUpState, Supports, Verdict};
pub use head::{
    Change, ChangeKind, Head, Judgement, NewsletterText, Regions, SourceUse, Strength,
    Withdrawn,
};
pub use link::{Known, RawLink, Target, To};
pub use media::{Embed, MEDIA, MediaItem, MediaKind, People};
pub use newsletter::{BlockStyle, EditionBlock, Newsletter, PICTURE_ABOVE, PICTURE_BESIDE};
pub use page::PAGE;
pub use questionnaire::{Asked, Question, QuestionKind, Questionnaire};
pub use region::{
    Activity, ActivityState, Evidence, EvidenceKind, Interview, Municipality, Named, Plan,
    Region,
};
pub use report::{Report, ReportFile, ReportKind, SentToParliament};
pub use resolve::Resolver;
pub use section::Section;
pub use story::{
    Contribution, PersonShown, Quote, Share, ShownAs, Story, StoryDirection, StoryForm,
    Transfer,
};
