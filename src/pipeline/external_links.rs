//! Whether addresses of other sites still lead to something: asked for when somebody wants to
//! know, and remembered in the store.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{Date, OutPath, Span};
use crate::check::{self, Rules};
use crate::diag::problem::{Doubt, Host, Link};
use crate::diag::{Diag, Place, Problem};
use crate::store::{Key, KeyMaker, Store};
use crate::web::{self, Answer, Web};

use super::problems::distinct;
use super::rebuild::open_store;
use super::{Built, Station, Task, places};

/// An address that led to something is not asked for again for so many days.
const BELIEVED: i32 = 7;
/// Where no host answers, so many of those that did before are asked whether they do.
const WITNESSES: usize = 3;
/// For so many days it is remembered when it did.
const REMEMBERED: i32 = 60;

/// Follows links to other sites and adds what was found to what is said of a site that stands.
/// What led nowhere is asked for each time. `today` is the day of the clock, whatever day the
/// site is built for.
pub fn follow(built: &mut Built, task: Task<'_>, web: &dyn Web, today: Date) {
    let (Some(output), Some(catalog)) = (&built.output, &built.catalog) else { return };
    let config = &catalog.config;
    let own = [&config.edit_url, &config.new_url].into_iter().flatten();
    // Who may change a text has to sign in there, and everybody else is sent away.
    let own: Vec<&str> = own.filter_map(|pattern| pattern.split('{').next()).collect();
    let found = check::elsewhere(output, &Rules::new(&config.base_url), &own);
    let mut memory = Memory {
        // Whether it can be used was told by the build.
        store: open_store(task).unwrap_or_else(|_| Store::none()),
        today,
    };
    let (believed, unknown): (Vec<&str>, Vec<&str>) =
        found.keys().map(String::as_str).partition(|own| memory.is_believed(own));
    let progress = &task.options.progress;
    progress.count(Station::Web, unknown.len());
    let mut answers = web::ask(unknown, web, &|| progress.step());
    memory.keep(&answers, u64::from(config.store_max_mb) * 1_000_000);
    let mut witnesses = believed.iter().take(WITNESSES);
    let silence =
        silence(&answers).filter(|_| !witnesses.any(|own| web.reply(own).answer.is_of_host()));
    for address in found.keys() {
        if let Some(moved) = memory.moved(address) {
            answers.entry(address).or_insert(Answer::Moved(moved));
        }
    }
    let mut told = match silence {
        Some(problem) => vec![Diag::new(Place::Nowhere, problem)],
        None => {
            let problem = |(address, answer): (&&str, &Answer)| {
                Some(((*address).to_owned(), problem(address, answer, &memory)?))
            };
            let problems = answers.iter().filter_map(problem).collect();
            let wanted: BTreeSet<String> = BTreeMap::keys(&problems).cloned().collect();
            placed(&problems, &places::written(&wanted, &built.sources), &found)
        }
    };
    config.policy.apply(&mut told);
    told.append(&mut built.diags);
    built.diags = distinct(told);
}

/// Every problem where its address was written; on the page that has it where that is a template.
fn placed(
    problems: &BTreeMap<String, Problem>,
    written: &BTreeMap<String, Vec<Span>>,
    found: &BTreeMap<String, &OutPath>,
) -> Vec<Diag> {
    let mut told = Vec::new();
    for (address, problem) in problems {
        let spans = written.get(address).map(Vec::as_slice).unwrap_or_default();
        told.extend(spans.iter().map(|span| Diag::at(*span, problem.clone())));
        if let Some(page) = found.get(address).filter(|_| spans.is_empty()) {
            told.push(Diag::of_output((*page).clone(), problem.clone()));
        }
    }
    told
}

/// What there is to say of an address; nothing when all is well.
fn problem(address: &str, answer: &Answer, memory: &Memory) -> Option<Problem> {
    let address = address.to_owned();
    let no_answer = |doubt: Doubt| {
        let seen = memory.seen(&address, REMEMBERED);
        Link::NoAnswer { address: address.clone(), doubt, seen }
    };
    Some(Problem::Link(match answer {
        Answer::Found => return None,
        Answer::Moved(to) => Link::Moved { address, to: to.clone() },
        Answer::Gone(status) => Link::Gone { address, status: Some(*status) },
        Answer::NoHost => Link::Gone { address, status: None },
        Answer::Unsure(doubt) => no_answer(*doubt),
    }))
}

/// Where nobody who was asked said anything, it may be the connection. What one address alone
/// got, such as a certificate, may say more.
fn silence(answers: &BTreeMap<&str, Answer>) -> Option<Problem> {
    let is_silent = !answers.values().any(Answer::is_of_host);
    let mut asked = answers.iter();
    let count = answers.len();
    let only = asked.next().filter(|_| count == 1).map(|(address, _)| (*address).to_owned());
    let is_of_connection = answers.values().all(Answer::is_without_host);
    let is_told = is_silent && (count > 1 || (only.is_some() && is_of_connection));
    is_told.then(|| Host::NoWeb { count, only }.into())
}

/// Which addresses led to something, and when.
struct Memory {
    store: Store,
    today: Date,
}

impl Memory {
    /// The key of an address that led to something on a day, under which its new address stands
    /// where it has one.
    fn key(address: &str, day: Date) -> Key {
        let key = KeyMaker::of("address of another site", "1").part(address.as_bytes());
        key.part(day.to_string().as_bytes()).key()
    }

    /// The last day on which it led to something, within some days.
    fn seen(&self, address: &str, days: i32) -> Option<Date> {
        let mut before = (0..=days).map(|days| self.today.plus_days(-days));
        before.find(|day| self.store.holds(&Self::key(address, *day)))
    }

    fn is_believed(&self, address: &str) -> bool {
        self.seen(address, BELIEVED).is_some()
    }

    /// The new address of one that is believed to lead to something.
    fn moved(&self, address: &str) -> Option<String> {
        let day = self.seen(address, BELIEVED)?;
        let moved = self.store.get(&Self::key(address, day))?;
        String::from_utf8(moved).ok().filter(|own| !own.is_empty())
    }

    /// Remembers what led to something today.
    fn keep(&mut self, answers: &BTreeMap<&str, Answer>, max_bytes: u64) {
        for (address, answer) in answers {
            let moved = match answer {
                Answer::Found => "",
                Answer::Moved(to) => to,
                Answer::Gone(_) | Answer::NoHost | Answer::Unsure(_) => continue,
            };
            self.store.put(&Self::key(address, self.today), moved.as_bytes());
        }
        // What cannot be remembered is asked for again.
        let _ = self.store.commit(max_bytes);
    }
}
