//! A site that nothing happens to is the same on the next day.

use crate::site::site;

#[test]
fn a_day_on_which_nothing_begins_or_ends_changes_no_byte() {
    let story = "---\ntitle: Een verhaal uit Twente\ndate: 2026-01-10\nregion: twente\nform: article\n\
        topics: [matching]\noutcome: A\nsignificance: B\ncontribution: {text: C}\nlesson: D\n---\nTekst.\n";
    let edition = "---\ntitle: Nieuwsbrief\nsubject: Nieuws\ndate: 2026-11-02\n\
        blocks: [{item: \"story:oud\"}]\n---\nTekst.\n";
    let on = |day: &str| {
        let site = site()
            .file("content/stories/oud.md", story)
            .file("content/newsletters/2026-11.md", edition)
            .on(day);
        site.build().all_bytes()
    };
    let days = ["2026-11-24", "2026-11-25", "2026-12-01"].map(on);
    let desk = |(path, _): &(String, _)| path == "kopieren/index.html";
    assert!(days[0].iter().any(desk));
    for later in &days[1..] {
        let differ = days[0].iter().zip(later).filter(|(own, other)| own != other);
        let paths: Vec<&str> = differ.map(|(own, _)| own.0.as_str()).collect();
        assert_eq!((paths, days[0].len()), (Vec::<&str>::new(), later.len()));
    }
}
