use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::{Answer, Reply, Web, ask};
use crate::diag::problem::Doubt;

/// Other sites, and what they were asked for.
#[derive(Default)]
struct Sites(Mutex<Vec<String>>);

impl Web for Sites {
    fn reply(&self, address: &str) -> Reply {
        self.0.lock().unwrap().push(address.to_owned());
        let answer = match address {
            "https://weg.nl/1" | "https://wijzer.nl/1" => Answer::NoHost,
            "https://druk.nl/2" => Answer::Unsure(Doubt::Status(429)),
            "https://oud.nl/1" => Answer::Gone(404),
            _ => Answer::Found,
        };
        Reply { answer, is_of_asked: !address.contains("wijzer") }
    }
}

#[test]
fn a_host_that_gives_no_answer_or_asks_for_patience_is_left_in_peace() {
    let sites = Sites::default();
    let steps = AtomicUsize::new(0);
    let addresses = [
        "https://weg.nl/1",
        "https://weg.nl/2",
        "https://druk.nl/1",
        "https://druk.nl/2",
        "https://DRUK.nl/3",
        "https://oud.nl/1",
        "https://oud.nl/2",
        // It leads to a host that is gone, which says nothing of its other addresses.
        "https://wijzer.nl/1",
        "https://jan@Wijzer.nl:443/2",
    ];
    let answers = ask(addresses, &sites, &|| {
        steps.fetch_add(1, Ordering::Relaxed);
    });
    let busy = Answer::Unsure(Doubt::Status(429));
    let expected = [
        Answer::NoHost,
        Answer::NoHost,
        Answer::Found,
        busy.clone(),
        busy,
        Answer::Gone(404),
        Answer::Found,
        Answer::NoHost,
        Answer::Found,
    ];
    for (address, expected) in addresses.iter().zip(&expected) {
        assert_eq!(answers.get(address), Some(expected), "{address}");
    }
    let mut asked = sites.0.into_inner().unwrap();
    asked.sort();
    let needed = [
        "druk.nl/1",
        "druk.nl/2",
        "jan@Wijzer.nl:443/2",
        "oud.nl/1",
        "oud.nl/2",
        "weg.nl/1",
        "wijzer.nl/1",
    ];
    assert_eq!(asked, needed.map(|own| format!("https://{own}")));
    assert_eq!(steps.into_inner(), addresses.len());
}

#[test]
fn where_there_is_nothing_to_ask_nobody_is_asked() {
    assert!(ask([], &Sites::default(), &|| {}).is_empty());
}
