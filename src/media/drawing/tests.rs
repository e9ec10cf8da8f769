use super::*;

const HEAD: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 120 60\">";

fn drawn(inside: &str, width: u32) -> Raster {
    rasterise(format!("{HEAD}{inside}</svg>").as_bytes(), width).unwrap()
}

fn pixel(raster: &Raster, x: u32, y: u32) -> [u8; 3] {
    let [red, green, blue, _] = raster.pixels()[(y * raster.width() + x) as usize];
    [red, green, blue]
}

/// How many pixels are darker than half.
fn ink(raster: &Raster) -> usize {
    raster.pixels().iter().filter(|pixel| pixel[0] < 128).count()
}

#[test]
fn a_drawing_gets_the_wanted_width_and_its_own_proportions() {
    let raster = drawn("<rect width=\"60\" height=\"60\" fill=\"#0a5a66\"/>", 480);
    assert_eq!((raster.width(), raster.height()), (480, 240));
    assert_eq!(pixel(&raster, 10, 10), [0x0a, 0x5a, 0x66]);
    // What is clear in the drawing is white.
    assert_eq!(pixel(&raster, 400, 10), [255; 3]);
    let file = image::load_from_memory(&raster.png().unwrap()).unwrap().into_rgba8();
    assert_eq!(file.as_raw(), raster.pixels().as_flattened());
    let file = image::load_from_memory(&raster.jpeg(85).unwrap()).unwrap();
    assert_eq!((file.width(), file.height()), (480, 240));
}

#[test]
fn text_is_set_in_our_fonts_whatever_is_asked() {
    let text = |family: &str, weight: u32| {
        let text = format!(
            "<text x=\"4\" y=\"40\" font-size=\"30\" font-family=\"{family}\" \
             font-weight=\"{weight}\">Œuvre €5 één</text>"
        );
        drawn(&text, 240)
    };
    let plain = text("Public Sans", 400);
    assert!(ink(&plain) > 400, "{}", ink(&plain));
    assert_eq!(plain, text("'Segoe UI', system-ui, sans-serif", 400));
    assert!(ink(&text("Arial", 700)) > ink(&plain));
    assert_eq!(text("Georgia, serif", 700), text("'Source Serif 4'", 700));
    assert_ne!(text("Georgia, serif", 700), text("Arial, sans-serif", 700));
}

#[test]
fn nothing_outside_the_drawing_is_read() {
    let names = [
        "href=\"/etc/hostname\"",
        "href=\"themes/default/static/icon.svg\"",
        "href=\"https://voorbeeld.example/a.png\"",
    ];
    for name in names {
        let text = format!("{HEAD}<image {name} width=\"9\" height=\"9\"/></svg>");
        let problem = rasterise(text.as_bytes(), 100).unwrap_err();
        assert_eq!(problem.code().name, "unsafe/svg", "{name}");
    }
    assert_eq!(rasterise(b"<svg><script/></svg>", 9).unwrap_err().code().name, "unsafe/svg");
}

#[test]
fn a_picture_inside_the_drawing_is_drawn() {
    let red = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAA\
               DElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC";
    let raster = drawn(&format!("<image href=\"{red}\" width=\"60\" height=\"60\"/>"), 120);
    assert_eq!(pixel(&raster, 30, 30), [255, 0, 0]);
}

#[test]
fn what_cannot_be_drawn_is_a_problem() {
    let code = |text: &str| rasterise(text.as_bytes(), 100).unwrap_err().code().name;
    assert_eq!(code("<svg viewBox=\"0 0 1 1\"><g>"), "media/truncated");
    assert_eq!(code("hallo"), "media/damaged");
    let deep = format!("{HEAD}{}{}</svg>", "<g>".repeat(5000), "</g>".repeat(5000));
    assert_eq!(code(&deep), "media/damaged");
    let bearable = format!("{HEAD}{}{}</svg>", "<g>".repeat(190), "</g>".repeat(190));
    assert!(rasterise(bearable.as_bytes(), 100).is_ok());
}

#[test]
fn copies_of_copies_do_not_multiply_without_end() {
    let mut text = String::from("<g id=\"a0\"><rect width=\"1\" height=\"1\"/></g>");
    for level in 1..30 {
        let below = level - 1;
        let twice = format!("<use href=\"#a{below}\"/>").repeat(8);
        text = format!("{text}<g id=\"a{level}\">{twice}</g>");
    }
    assert!(rasterise(format!("{HEAD}{text}</svg>").as_bytes(), 100).is_err());
}

#[test]
fn a_very_high_drawing_is_held_within_bounds() {
    let text = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 90000\"/>";
    let raster = rasterise(text.as_bytes(), 1000).unwrap();
    assert_eq!(raster.height(), MAX_SIDE);
}

const PLAIN: Colours = Colours {
    paper: [255; 3],
    ink: [0; 3],
    soft: [90, 90, 90],
    accent: [10, 90, 102],
    edge: [120, 120, 110],
};

fn flat(patches: Vec<Patch>, lines: Vec<Line>) -> FlatDrawing {
    FlatDrawing { width: 480, height: 240, colours: PLAIN, patches, lines }
}

fn line(start: (u16, u16), words: &str) -> Line {
    let (face, ink) = (Face::Serif, Ink::Ink);
    Line { start, face, size: 60, spacing: 0, ink, words: words.to_owned() }
}

fn read(drawing: &FlatDrawing, letters: &Letters) -> Raster {
    let file = image::load_from_memory(&drawing.png(letters).unwrap()).unwrap();
    Raster::new(file.width(), file.height(), file.into_rgba8().into_raw())
}

#[test]
fn a_flat_drawing_looks_as_its_like_in_svg() {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 480 240\">\
               <rect x=\"400\" y=\"20\" width=\"38\" height=\"38\" fill=\"#0a5a66\"/>\
               <g font-family=\"serif\" font-weight=\"700\" font-size=\"60\">\
               <text x=\"8\" y=\"90\">AVé ffi To</text>\
               <text x=\"8\" y=\"180\" letter-spacing=\"-0.5\">AVé ffi To</text></g></svg>";
    let patch = Patch { corner: (400, 20), size: (38, 38), ink: Ink::Accent };
    let loose = Line { spacing: -2, ..line((8, 180), "AVé ffi To") };
    let own =
        read(&flat(vec![patch], vec![line((8, 90), "AVé ffi To"), loose]), &Letters::default());
    let other = rasterise(svg.as_bytes(), 480).unwrap();
    let pairs = own.pixels().as_flattened().iter().zip(other.pixels().as_flattened());
    let differences: u64 = pairs.map(|(a, b)| u64::from(a.abs_diff(*b))).sum();
    let dark: u64 = other.pixels().iter().map(|pixel| u64::from(255 - pixel[0]) * 3).sum();
    // Letters begin at a quarter of a pixel here, and anywhere there.
    assert!(differences * 20 < dark, "{differences} of {dark}");
    assert!(ink(&own).abs_diff(ink(&other)) * 50 < ink(&other));
}

#[test]
fn letters_that_are_kept_are_the_same_again() {
    let letters = Letters::default();
    let drawing = flat(Vec::new(), vec![line((8, 90), "Werkt dit?")]);
    let first = drawing.png(&letters).unwrap();
    assert_eq!(drawing.png(&letters).unwrap(), first);
    assert_eq!(drawing.png(&Letters::default()).unwrap(), first);
    let shifted = flat(Vec::new(), vec![line((9, 90), "Werkt dit?")]);
    assert_ne!(shifted.png(&letters).unwrap(), first);
}

#[test]
fn later_rectangles_cover_earlier_ones_and_letters_cover_both() {
    let patch = |corner, size, ink| Patch { corner, size, ink };
    let square = vec![
        patch((0, 0), (480, 120), Ink::Accent),
        patch((100, 0), (100, 120), Ink::Edge),
        patch((120, 20), (60, 60), Ink::Paper),
    ];
    let bare = read(&flat(square.clone(), Vec::new()), &Letters::default());
    let seen = [(50, 50), (110, 10), (150, 50), (300, 200)].map(|(x, y)| pixel(&bare, x, y));
    assert_eq!(seen, [PLAIN.accent, PLAIN.edge, PLAIN.paper, PLAIN.paper]);
    let written = read(&flat(square, vec![line((8, 90), "HHHHHHHH")]), &Letters::default());
    let above: Vec<_> = written.pixels().iter().take(480 * 120).collect();
    assert!(above.iter().filter(|pixel| pixel[..3] == PLAIN.ink).count() > 3_000);
    // Over another colour a letter has no soft edge: only what was there and the letter show.
    let mixed = |pixel: &&&[u8; 4]| {
        let known = [PLAIN.accent, PLAIN.edge, PLAIN.paper, PLAIN.ink];
        !known.iter().any(|own| pixel[..3] == *own)
    };
    let in_hole = written.pixels().iter().enumerate().filter(|(at, pixel)| {
        let (x, y) = (at % 480, at / 480);
        mixed(&pixel) && !((120..180).contains(&x) && (20..80).contains(&y))
    });
    assert_eq!(in_hole.count(), 0);
}

#[test]
fn what_does_not_fit_a_flat_drawing_is_left_out() {
    let patch = Patch { corner: (470, 230), size: (900, 900), ink: Ink::Edge };
    let beyond = Patch { corner: (900, 900), ..patch };
    let lines = [(470, 90), (8, 5), (8, 239), (900, 90), (8, 900)];
    let lines = lines.map(|start| line(start, "jÅ ← 😀 漢")).to_vec();
    let drawn = read(&flat(vec![patch, beyond], lines), &Letters::default());
    assert_eq!((drawn.width(), drawn.height()), (480, 240));
    assert_eq!(pixel(&drawn, 479, 239), PLAIN.edge);
    assert!(ink(&drawn) > 0);
    let nothing = flat(Vec::new(), vec![line((8, 90), " ")]);
    assert_eq!(ink(&read(&nothing, &Letters::default())), 0);
}

/// The rows from the first to the last on which there is ink.
fn rows(raster: &Raster) -> Option<(usize, usize)> {
    let rows = raster.pixels().chunks(480).enumerate();
    let mut inked =
        rows.filter(|(_, row)| row.iter().any(|pixel| pixel[0] < 128)).map(|(at, _)| at);
    let first = inked.next()?;
    Some((first, inked.next_back().unwrap_or(first)))
}

#[test]
fn what_a_font_lacks_comes_from_another() {
    let letters = Letters::default();
    for face in Face::ALL {
        for word in ["C", "₂", "→", "▲", "✓", "′", "ẞ", "ĭ"] {
            let own = flat(Vec::new(), vec![Line { face, ..line((90, 90), word) }]);
            assert!(rows(&read(&own, &letters)).is_some(), "{face:?} {word}");
        }
        let set = |words: &str| letters.line(&Line { face, ..line((0, 0), words) }, 480);
        let joined: Vec<_> = set("CO₂ →!").iter().map(|own| own.x).collect();
        assert!(joined.is_sorted() && joined.len() == 6, "{face:?} {joined:?}");
        // Nothing that all of them lack is drawn, and it ends nothing.
        assert!(set("😀 漢 e").last().unwrap().glyph.width > 0, "{face:?}");
    }
}

#[test]
fn marks_stand_over_each_other_and_take_no_room() {
    let letters = Letters::default();
    let top = |words: &str| {
        rows(&read(&flat(Vec::new(), vec![line((90, 150), words)]), &letters)).unwrap().0
    };
    assert!(top("M\u{304}\u{301}") < top("M\u{304}"));
    assert!(top("M\u{304}") < top("M"));
    let next = |words: &str| {
        let set = letters.line(&Line { spacing: -2, ..line((0, 0), words) }, 480);
        set.last().unwrap().x
    };
    assert_eq!(next("n\u{302}i"), next("ni"));
}

#[test]
fn a_line_without_an_end_ends_with_the_drawing() {
    let letters = Letters::default();
    for words in ["\u{e31}".repeat(40_000), "iiiii".repeat(9_000)] {
        let set = letters.line(&Line { size: 84, spacing: -2, ..line((0, 0), &words) }, 480);
        assert!(set.len() < 200, "{}", set.len());
        assert!(flat(Vec::new(), vec![line((8, 90), &words)]).png(&letters).is_ok());
    }
}

#[test]
fn a_text_is_written_whole_or_not_at_all() {
    for same in ["Één café – 50 %", "a\u{a0}b", ""] {
        assert_eq!(writable(same).as_deref(), Ok(same));
    }
    assert_eq!(writable("Feest 🎉 in ❤️ Twente ✨").as_deref(), Ok("Feest in Twente"));
    assert_eq!(writable("Ons werk: работа"), Err('р'));
    for none in ["Μαζί", "مرحبا", "一起", "日"] {
        assert!(writable(none).is_err(), "{none}");
    }
}
