//! What templates see: one struct per kind of page, with the parts they share.
//!
//! Everything in a view is owned and final. Texts are in the reader's language, bodies and
//! drawings are HTML already ([`Html`]), addresses are relative to the site's start without
//! a prefix: a template writes `{{ root }}{{ item.url }}`. Templates look nothing up. So a
//! page's bytes are a function of its view and the theme.
//!
//! | template | view |
//! | --- | --- |
//! | `pages/home.html` | `Sheet<Home>` |
//! | `pages/page.html` | `Sheet<Article>` |
//! | `pages/section.html` | `Sheet<Section>` |
//! | `pages/findings.html` | `Sheet<Ledger>` |
//! | `pages/factsheet.html` | `Sheet<Factsheet>` |
//! | `pages/story.html` | `Sheet<Story>` |
//! | `pages/finding.html` | `Sheet<Finding>` |
//! | `pages/report.html` | `Sheet<Report>` |
//! | `pages/event.html` | `Sheet<Event>` |
//! | `pages/blueprint.html` | `Sheet<Blueprint>` |
//! | `pages/questionnaire.html` | `Sheet<Questionnaire>` |
//! | `pages/region.html`, `pages/regions.html` | `Sheet<Region>`, `Sheet<Regions>` |
//! | `pages/topic.html`, `pages/topics.html` | `Sheet<Topic>`, `Sheet<Topics>` |
//! | `pages/question.html`, `pages/questions.html` | `Sheet<LearningQuestion>`, `Sheet<Board>` |
//! | `pages/sources.html`, `pages/source.html` | `Sheet<Sources>`, `Sheet<SourceUses>` |
//! | `pages/glossary.html`, `pages/credits.html` | `Sheet<Glossary>`, `Sheet<Credits>` |
//! | `pages/newsletter.html` | `Sheet<Edition>` |
//! | `pages/desk.html` | `Sheet<Desk>` |
//! | `pages/search.html` | `Sheet<Search>` |
//! | `pages/not_found.html`, `pages/withdrawn.html` | `Sheet<NotFound>`, `Sheet<Withdrawn>` |
//! | `pages/redirect.html` | `Redirect` |
//! | `xml/atom.xml`, `xml/sitemap.xml`, `text/robots.txt` | `Feed`, `Sitemap`, `Robots` |

mod basic;
mod frame;
mod social;
mod head;
mod card;
mod figure;
mod colophon;
mod home;
mod article;
mod section;
mod factsheet;
mod story;
mod finding;
mod report;
mod questionnaire;
mod region;
mod topic;
mod register;
mod desk;
mod edition;
mod machine;

pub use article::{Article, NotFound, NotFoundIn, Redirect, Withdrawn};
pub use basic::{BodySection, Choice, Day, Fact, Html, Letter, Link};
pub use card::{
    Card, EventRow, Filter, FilterChoice, FindingRow, Group, Picture, PictureSource,
    QuestionRow,
};
pub use colophon::{Change, Citation, Colophon, SourceRef};
pub use desk::{Desk, DeskEdition, DeskField, DeskForm, DeskItem, DeskMail, DeskTool};
pub use edition::{Edition, EditionItem};
pub use factsheet::Factsheet;
pub use figure::{BalancePart, BalanceRow, KeyFigure, Map, Matrix, MatrixCell, MatrixRow};
pub use finding::{EvidenceRow, Finding};
pub use frame::{
    Alternate, Frame, ListPage, ListPages, NavEntry, Notice, Setting, Sheet, Site,
};
pub use head::{Answers, Certainty, Head, Recent, StepMeter, TickMeter};
pub use home::{Band, BandEntry, Home, LeadFactsheet, Tally};
pub use machine::{Feed, FeedEntry, Robots, Sitemap, SitemapUrl};
pub use questionnaire::{FormQuestion, Questionnaire};
pub use region::{
    Activity, Answer, AskedQuestion, EvidenceReceived, Invitation, Municipality, OwnEvaluation,
    Plan, Region, RegionRow, Regions,
};
pub use register::{
    CreditRow, Credits, Glossary, IndexEntry, Search, SourceEntry, SourceUses, Sources, Term,
};
pub use report::{Blueprint, Event, Report};
pub use section::{Ledger, Section};
pub use social::{Meta, Social, SocialImage};
pub use story::{Quote, Story};
pub use topic::{Board, LearningQuestion, Topic, TopicRow, Topics};

#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;
