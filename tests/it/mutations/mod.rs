//! Every field of valid content, made wrong in every way: nothing may be accepted in silence,
//! and what is said must point at the right place and, for a slip of the fingers, at the word
//! that was meant.

mod slips;
mod tally;
mod told;
pub mod tree;
mod wrong;

use std::collections::BTreeSet;

use lerend::base::{OffsetMap, Span};
use lerend::diag::{Diag, Language, Position, Severity, SourceMap, text};
use lerend::yaml::{self, Node, Value};
use rayon::prelude::*;

use crate::site::Site;
use tally::{Tally, Verdict};
use told::{Told, alone, in_site};
use tree::File;
use wrong::{Mutation, Spot, mutations};

fn site(files: &[File]) -> Site {
    let mut site = Site::of(lerend::vfs::Memory::default());
    for (path, bytes) in tree::beside() {
        site = site.file(path, bytes);
    }
    for file in files {
        site = site.file(&file.path, file.text());
    }
    site
}

/// Where a mutation has to be told.
fn expected(file: &File, mutation: &Mutation) -> Position {
    let top = Position { line: 1, column: 1 };
    let text = mutation.text(file);
    let mut map = SourceMap::default();
    let id = map.add(lerend::base::SourcePath::new(&file.path).unwrap(), text.as_str().into());
    let fields = text[file.before.len()..text.len() - file.after.len()].to_owned();
    let node = yaml::read(&fields, &OffsetMap::whole(id, file.before.len())).value;
    let span = match mutation.spot {
        Spot::Top => return top,
        spot => node.and_then(|node| span(&node, &mutation.path, spot)).unwrap_or_else(|| {
            panic!("nothing at {:?} of\n{text}", mutation.path);
        }),
    };
    map.positions(span).0
}

fn span(node: &Node, path: &[usize], spot: Spot) -> Option<Span> {
    let Some((first, rest)) = path.split_first() else {
        return Some(match (&node.value, spot) {
            (Value::Mapping(entries), Spot::Group) => entries.first()?.key.span,
            _ => node.span,
        });
    };
    match &node.value {
        Value::List(items) => span(items.get(*first)?, rest, spot),
        Value::Mapping(entries) => {
            let entry = entries.get(*first)?;
            if rest.is_empty() && spot == Spot::Key {
                return Some(entry.key.span);
            }
            span(&entry.value, rest, spot)
        }
        Value::Scalar(_) | Value::Null => None,
    }
}

/// The word that a message offers first.
fn offered(diag: &Diag) -> Option<String> {
    let help = text::words(&diag.problem, Language::Nl).help?;
    let rest = help.split_once("misschien bedoeld: `")?.1;
    Some(rest.split_once('`')?.0.to_owned())
}

fn judge(file: &File, mutation: &Mutation, before: &[Told], after: &[Told]) -> Verdict {
    let say = |own: &Told| {
        let words = text::words(&own.1.problem, Language::Nl);
        (own.1.problem.code(), words.message)
    };
    let known: BTreeSet<_> = before.iter().map(say).collect();
    let new: Vec<&Told> = after.iter().filter(|own| !known.contains(&say(own))).collect();
    let expected = expected(file, mutation);
    let mut here: Vec<&&Told> = new.iter().filter(|own| own.0 == expected).collect();
    // Of several at one place that which names what was meant, if any does.
    here.sort_by_key(|own| offered(&own.1).is_none());
    let here = here.first();
    let meant = mutation.meant.as_deref();
    Verdict {
        is_told: !new.is_empty(),
        is_placed: here.is_some(),
        // The name alone may be offered where its type stands before it.
        is_meant: meant.map(|meant| {
            let offer = here.and_then(|own| offered(&own.1));
            offer.is_some_and(|offer| offer == meant || meant.ends_with(&format!(":{offer}")))
        }),
        said: new
            .iter()
            .map(|(at, diag)| {
                let words = text::words(&diag.problem, Language::Nl);
                let help = words.help.unwrap_or_default();
                format!("{}:{} {} ({help})", at.line, at.column, words.message)
            })
            .collect(),
        expected,
    }
}

#[test]
fn the_tree_is_valid_before_it_is_made_wrong() {
    let outcome = site(&tree::tree()).build();
    let errors = outcome.problems(Severity::Error, Language::Nl);
    assert_eq!(errors, "");
}

/// Which files are made wrong together: those that name others, and those that are named, so
/// that what is named is there when a slip in its name is told.
fn is_named(file: &File) -> bool {
    file.path.starts_with("content/vocabulary") || file.path == "content/site.yaml"
}

#[test]
fn no_mistake_is_accepted_and_each_is_told_where_it_is() {
    let files = tree::tree();
    let mut tally = Tally::default();
    // What a file's own parser tells needs no other file.
    let parsed = |file: &File| {
        let mut tally = Tally::default();
        let before = alone(file, &file.text());
        let silent = mutations(file).into_iter().filter_map(|mutation| {
            let after = alone(file, &mutation.text(file));
            let verdict = judge(file, &mutation, &before, &after);
            if !verdict.is_told {
                return Some(mutation);
            }
            tally.add(file, &mutation, &verdict);
            tally.read_words(after.iter().map(|own| &own.1));
            None
        });
        let silent: Vec<Mutation> = silent.collect();
        (silent, tally)
    };
    let found: Vec<(Vec<Mutation>, Tally)> = files.par_iter().map(parsed).collect();
    let mut left = Vec::new();
    for (silent, own) in found {
        left.push(silent);
        tally = tally.and(own);
    }
    let valid = site(&files);
    let before = valid.build();
    let round = |(is_named_round, round): (bool, usize)| {
        let mut tally = Tally::default();
        let pairs =
            files.iter().zip(&left).filter(|(file, _)| is_named(file) == is_named_round);
        let here: Vec<(&File, &Mutation)> =
            pairs.filter_map(|(file, own)| Some((file, own.get(round)?))).collect();
        let changed = |site: Site, (file, mutation): &(&File, &Mutation)| {
            site.file(&file.path, mutation.text(file))
        };
        let after = here.iter().fold(valid.clone(), changed).build();
        for (file, mutation) in here {
            let (old, new) = (in_site(&before, &file.path), in_site(&after, &file.path));
            tally.add(file, mutation, &judge(file, mutation, &old, &new));
        }
        tally.read_words(&after.built.diags);
        tally
    };
    let rounds = |named: bool| {
        let own = files.iter().zip(&left).filter(move |(file, _)| is_named(file) == named);
        let most = own.map(|(_, own)| own.len()).max().unwrap_or(0);
        (0..most).map(move |at| (named, at))
    };
    let all: Vec<(bool, usize)> = rounds(true).chain(rounds(false)).collect();
    let built = all.into_par_iter().map(round).reduce(Tally::default, Tally::and);
    let tally = tally.and(built);
    tally.print();
    tally.assert();
}
