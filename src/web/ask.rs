//! Many addresses: hosts side by side, of each host one address after the other.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Mutex, PoisonError};
use std::thread;

use super::{Answer, Reply, Web};

/// So many hosts are asked at the same time: that is waiting, which takes no processor.
const HOSTS_AT_ONCE: usize = 16;

/// What each address leads to. Of no host two addresses are asked for at a time, redirects aside,
/// and one that gives no answer or asks for patience is left in peace. `step` is called for each
/// that is known.
pub fn ask<'a>(
    addresses: impl IntoIterator<Item = &'a str>,
    web: &dyn Web,
    step: &(dyn Fn() + Sync),
) -> BTreeMap<&'a str, Answer> {
    let mut by_host: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for address in addresses {
        by_host.entry(host(address)).or_default().push(address);
    }
    let threads = by_host.len().min(HOSTS_AT_ONCE);
    let waiting: Mutex<VecDeque<Vec<&str>>> = Mutex::new(by_host.into_values().collect());
    let known = Mutex::new(BTreeMap::new());
    let next = || waiting.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(of_host) = next() {
                    let answers = of_one_host(&of_host, web, step);
                    known.lock().unwrap_or_else(PoisonError::into_inner).extend(answers);
                }
            });
        }
    });
    known.into_inner().unwrap_or_else(PoisonError::into_inner)
}

fn of_one_host<'a>(
    addresses: &[&'a str],
    web: &dyn Web,
    step: &(dyn Fn() + Sync),
) -> Vec<(&'a str, Answer)> {
    let mut of_all: Option<Answer> = None;
    let mut answers = Vec::with_capacity(addresses.len());
    for address in addresses {
        let answer = match &of_all {
            Some(known) => known.clone(),
            None => {
                let Reply { answer, is_of_asked } = web.reply(address);
                of_all = (is_of_asked && answer.is_of_all()).then(|| answer.clone());
                answer
            }
        };
        answers.push((*address, answer));
        step();
    }
    answers
}

/// The host of an address in small letters, with its port where that is not the usual one.
fn host(address: &str) -> String {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', '\\']).next().unwrap_or_default();
    let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
    let host = host.strip_suffix(":443").or_else(|| host.strip_suffix(":80")).unwrap_or(host);
    host.to_ascii_lowercase()
}
