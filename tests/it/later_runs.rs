//! What a later run of the program makes and says again, and what it leaves.

use lerend::pipeline::Reuse;

use crate::incremental::{Edit, Made, Place};

#[test]
fn a_build_says_what_the_site_made_a_warning_of_a_hint() {
    let place = Place::new();
    let long = "en nog een woord ".repeat(12);
    place.write("content/pages/lang.md", format!("---\ntitle: Lang\n---\nEen {long}.\n"));
    let said = || {
        let made = place.build("site/public", Reuse::Store(place.root.join(".lerend")));
        let codes = made.diags.iter().map(|diag| diag.problem.code().name);
        codes.filter(|name| *name == "text/long-sentence").count()
    };
    // A build shows no hints, so it does not look for this one.
    assert_eq!(said(), 0);
    let severity = "severity: {text/long-sentence: warning}\nlanguage: nl";
    place.replace("content/site.yaml", "language: nl", severity);
    assert_eq!([said(), said()], [1, 1]);
}

#[test]
fn a_later_run_makes_mail_and_open_data_again_where_an_edit_shows() {
    let place = Place::new();
    let store = || Reuse::Store(place.root.join(".lerend"));
    let beside = |own: &Made| -> Vec<String> {
        let made = own.looked_at.iter().filter(|name| !name.is_empty() && !name.ends_with('/'));
        made.filter(|name| !name.ends_with("feed.xml")).cloned().collect()
    };
    place.edit(&Edit::Factsheet(0, 0));
    let first = place.build("site/public", store());
    let all = beside(&first);
    for name in ["content/newsletters/a.md", "content/events/a.md", "sitemap"] {
        assert!(all.iter().any(|own| own == name), "{name} {all:?}");
    }
    let hints = |own: &Made| {
        own.diags
            .iter()
            .filter(|diag| diag.problem.code().name == "newsletter/no-preheader")
            .count()
    };
    assert_eq!(hints(&first), 1);
    place.edit(&Edit::Factsheet(0, 1));
    let second = place.build("site/public", store());
    // Its title stands in open data, and in no mail.
    let made = beside(&second);
    assert!(made.iter().any(|own| own == "data/site.json"), "{made:?}");
    for name in ["content/newsletters/a.md", "content/events/a.md", "sitemap", "copies"] {
        assert!(made.iter().all(|own| own != name), "{name} {made:?}");
    }
    assert_eq!(hints(&second), 1, "what was said of a mail that stays is said again");
    place.edit(&Edit::Story(1));
    let third = beside(&place.build("site/public", store()));
    assert!(third.iter().any(|own| own == "content/newsletters/a.md"), "{third:?}");
    assert!(third.iter().all(|own| own != "content/events/a.md"), "{third:?}");
}
