//! The picture or film at the top of a page, shown once even where the body has it too.

use crate::catalog::Entry;
use crate::model::body::{Block, Resolved};
use crate::model::drawing::{Medium, MediumForm};
use crate::render::body;
use crate::render::outputs::view::Html;

use super::studio::Studio;

/// What stands at the top of a page, and the body without it.
#[derive(Debug)]
pub(super) struct Lead<'e> {
    /// The picture, film or drawing as a figure.
    pub picture: Option<Html>,
    /// How long it lasts, in words, for film and sound.
    pub duration: Option<String>,
    /// The position of the body's block that stands at the top now.
    lifted: Option<usize>,
    entry: &'e Entry,
}

impl Studio<'_> {
    /// The picture of a document's page: the figure that its body begins with, else its
    /// `image`. A body that shows the image further down keeps it there.
    pub(super) fn lead<'e>(&self, entry: &'e Entry) -> Lead<'e> {
        let body = self.catalog.body(entry);
        let blocks = &body.blocks;
        let image = entry.document.head.image.as_deref().map(String::as_str);
        if let Some((at, block, medium)) = opening(blocks, image) {
            return Lead {
                picture: Some(
                    self.at_the_top(|scribe| body::html(std::slice::from_ref(block), scribe)),
                ),
                duration: duration(medium),
                lifted: Some(at),
                entry,
            };
        }
        let medium = image
            .filter(|id| !figures(blocks).any(|(_, _, medium)| medium.id == *id))
            .and_then(|id| self.catalog.media_entry(id))
            .and_then(|media| self.catalog.medium(media, "", self.lang()));
        Lead {
            picture: medium
                .as_ref()
                .map(|medium| self.at_the_top(|scribe| body::medium_html(medium, scribe))),
            duration: medium.as_ref().and_then(duration),
            lifted: None,
            entry,
        }
    }

    /// A page's body without what stands at its top, with its footnotes.
    pub(super) fn body_below(&self, lead: &Lead<'_>) -> Html {
        let body = self.catalog.body(lead.entry);
        let mut html = self.without(lead, &body.blocks).0;
        html.push_str(&self.footnotes(&body).0);
        Html(html)
    }

    /// Blocks from the body's start without what stands at the page's top.
    pub(super) fn without(&self, lead: &Lead<'_>, blocks: &[Block<Resolved>]) -> Html {
        let Some((before, after)) = lead.lifted.and_then(|at| split_around(blocks, at)) else {
            return self.blocks(blocks);
        };
        let mut html = self.blocks(before).0;
        html.push_str(&self.blocks(after).0);
        Html(html)
    }
}

/// What stands before and behind the block at a position.
fn split_around<T>(blocks: &[T], at: usize) -> Option<(&[T], &[T])> {
    Some((blocks.get(..at)?, blocks.get(at + 1..)?))
}

/// The figures of a body that are shown, with their positions.
fn figures(
    blocks: &[Block<Resolved>],
) -> impl Iterator<Item = (usize, &Block<Resolved>, &Medium)> {
    blocks.iter().enumerate().filter_map(|(at, block)| match block {
        Block::Figure(picture) => Some((at, block, picture.medium.as_deref()?)),
        _ => None,
    })
}

/// The figure that a body begins with, or its image before the first heading.
fn opening<'b>(
    blocks: &'b [Block<Resolved>],
    image: Option<&str>,
) -> Option<(usize, &'b Block<Resolved>, &'b Medium)> {
    let end = blocks.iter().position(|block| matches!(block, Block::Heading(_)));
    let end = end.unwrap_or(blocks.len());
    figures(blocks)
        .take_while(|(at, _, _)| *at < end)
        .find(|(at, _, medium)| *at == 0 || image == Some(medium.id.as_str()))
}

fn duration(medium: &Medium) -> Option<String> {
    match &medium.form {
        MediumForm::Film { duration, .. } | MediumForm::Audio { duration, .. } => {
            duration.clone()
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{FileId, Span, UrlPath};
    use crate::model::body::{Heading, Picture};
    use crate::model::drawing::{PictureFile, Words};

    fn figure(id: &str) -> Block<Resolved> {
        let file =
            PictureFile { url: UrlPath::home(), width: 1, height: 1, webp: None, avif: None };
        let medium = Medium {
            id: id.to_owned(),
            form: MediumForm::Picture { large: file.url.clone(), files: vec![file] },
            alt: Words::default(),
            caption: Words::default(),
            credit: String::new(),
            long_text: Words::default(),
        };
        Block::Figure(Box::new(Picture {
            medium: Some(Box::new(medium)),
            alt: String::new(),
            title: String::new(),
            span: Span::top(FileId(0)),
        }))
    }

    fn heading() -> Block<Resolved> {
        let span = Span::top(FileId(0));
        Block::Heading(Heading { level: 2, id: "a".to_owned(), content: Vec::new(), span })
    }

    fn opened(blocks: &[Block<Resolved>], image: Option<&str>) -> Option<usize> {
        opening(blocks, image).map(|(at, _, _)| at)
    }

    #[test]
    fn a_body_opens_with_its_first_block_or_with_the_image_above_its_first_heading() {
        let film_first = [figure("film"), Block::Rule, heading()];
        assert_eq!(opened(&film_first, Some("image")), Some(0));
        let image_second = [Block::Rule, figure("image"), heading()];
        assert_eq!(opened(&image_second, Some("image")), Some(1));
        assert_eq!(opened(&image_second, None), None);
        let image_below = [heading(), figure("image")];
        assert_eq!(opened(&image_below, Some("image")), None);
        assert_eq!(opened(&[], Some("image")), None);
    }

    #[test]
    fn what_was_lifted_is_left_out_of_the_body() {
        assert_eq!(split_around(&[1, 2, 3], 1), Some((&[1][..], &[3][..])));
        assert_eq!(split_around(&[1], 0), Some((&[][..], &[][..])));
        assert_eq!(split_around(&[1], 1), None);
    }
}
