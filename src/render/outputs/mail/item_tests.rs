//! What must not get lost on the way from a page into a mail.

use super::tests::{EDITION, SITE, edition};
use crate::render::outputs::newsletter::social_text;
use crate::render::outputs::trial::Trial;

#[test]
fn what_keeps_an_item_from_being_misread_goes_with_it() {
    let trial = Trial::of(&[
        ("content/site.yaml", SITE),
        (
            "content/newsletters/2021-03.md",
            "---\ntitle: Maart\ndate: 2021-03-25\nsubject: Maart\nblocks:\n\
             - {item: \"event:inloop\"}\n- {item: \"factsheet:doel\", style: figure}\n---\n",
        ),
        (
            "content/events/inloop.md",
            "---\ntitle: Inloop\ndate: 2021-03-18\nstart: 2021-04-10 13:30\nplaces: [Enschede]\n---\n",
        ),
        (
            "content/factsheets/doel.md",
            "---\ntitle: Banen\ndate: 2021-03-18\nsample: fictional\nperiod: 2020\nstrength: experience\n\
             seen-in: all\nfigures: [{label: Banen, value: 350, kind: target, source: plan, precision: at-least}]\n---\n",
        ),
    ]);
    let view = edition(&trial);
    let kinds: Vec<&str> = view.blocks.iter().map(|own| own.kind.as_str()).collect();
    assert_eq!(
        kinds,
        [
            "Bijeenkomst · 10 april 2021, 13.30 uur · Enschede",
            "Factsheet · verzonnen voorbeeld",
        ]
    );
    assert_eq!(view.blocks[1].figures[0].value, "minstens 350");
    let social = social_text(&view);
    for said in [
        "Inloop (10 april 2021, 13.30 uur · Enschede)\n",
        "Banen (verzonnen voorbeeld)\n",
        "minstens 350: Banen · doel",
    ] {
        assert!(social.contains(said), "{said}\n{social}");
    }
}

#[test]
fn footnotes_of_the_introduction_stand_below_it() {
    let text = EDITION.replace(
        "Welkom.",
        "Welkom[^a], *en dag[^a]*.\n\n- Hoi[^b]\n\n[^a]: Fijn.\n[^b]: Ook *hier*.",
    );
    let text = text.split("blocks:").next().unwrap().to_owned()
        + "---\n"
        + text.rsplit("---\n").next().unwrap();
    let files = [("content/site.yaml", SITE), ("content/newsletters/2021-03.md", &text)];
    let view = edition(&Trial::of(&files));
    assert_eq!(
        view.intro_markdown().trim(),
        "Welkom \\[1\\], *en dag \\[1\\]*.\n\n- Hoi \\[2\\]\n\n\\[1\\] Fijn.\n\n\\[2\\] Ook *hier*."
    );
}
