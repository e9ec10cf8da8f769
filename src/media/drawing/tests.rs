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
