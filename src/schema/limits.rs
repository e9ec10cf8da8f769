//! The limits of a field: lengths, numbers of items, fractions.

use crate::base::{Span, Spanned, is_licence, meant_licence};
use crate::diag::Diag;
use crate::diag::problem::{Expected, Field as Wrong};

use super::{Data, Rule, scalar};

/// What is wrong with a value by the rule of its field, of which the name is as written, and for
/// which so many items were written: those that could not be read are not also said to be missing.
pub(super) fn breach(
    rule: Option<Rule>,
    key: &str,
    value: &Spanned<Data>,
    written: usize,
) -> Option<Diag> {
    let key = || key.to_owned();
    let problem = match (rule, &value.value) {
        (Some(Rule::MaxChars(limit)), Data::Text(text)) => {
            let length = text.chars().count();
            (length > limit).then(|| Wrong::TooLong { key: key(), length, limit })
        }
        (Some(Rule::BetweenChars(least, most)), Data::Text(text)) => {
            let length = text.chars().count();
            (length < least || length > most).then(|| Wrong::UnusualLength {
                key: key(),
                length,
                least,
                most,
            })
        }
        (Some(Rule::MaxWords(limit)), Data::Text(text)) => {
            let words = text.split_whitespace().count();
            (words > limit).then(|| Wrong::TooManyWords { key: key(), words, limit })
        }
        (Some(Rule::Items(least, most)), Data::List(items)) => {
            let count = items.len();
            let lacks = count < least && (written == count || written < least);
            (lacks || count > most).then(|| Wrong::ItemCount { key: key(), count, least, most })
        }
        (Some(Rule::Fraction), Data::Text(text)) => {
            let fits = text.parse::<f64>().is_ok_and(|n| (0.0..=1.0).contains(&n));
            (!fits).then(|| Wrong::WrongType {
                key: key(),
                expected: Expected::Fraction,
                meant: None,
            })
        }
        (Some(Rule::Licence), Data::Text(text)) => {
            let meant = meant_licence(text);
            (!is_licence(text)).then(|| Wrong::UnknownLicence { value: text.clone(), meant })
        }
        (Some(Rule::MailLink), Data::Text(text)) => (!scalar::is_mail_link(text)).then(|| {
            Wrong::WrongType { key: key(), expected: Expected::MailLink, meant: None }
        }),
        _ => None,
    };
    problem.map(|problem| Diag::at(place(rule, value), problem))
}

/// Where a breach is shown: at the first item that is too many, otherwise at the value.
fn place(rule: Option<Rule>, value: &Spanned<Data>) -> Span {
    match (rule, &value.value) {
        (Some(Rule::Items(_, most)), Data::List(items)) => {
            items.get(most).map_or(value.span, |item| item.span)
        }
        _ => value.span,
    }
}
