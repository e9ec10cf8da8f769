use super::*;

fn drawing(inside: &str) -> String {
    format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 30\">{inside}</svg>")
}

fn dangers(text: &str) -> Vec<Media> {
    probe(text.as_bytes()).unwrap().1
}

#[test]
fn harmless_drawings_have_a_size() {
    let size = |head: &str| {
        match probe(format!("<?xml version='1.0' encoding='UTF-8'?><!-- a --><svg {head}><path d=\"M0 0\"/></svg>\n").as_bytes()) {
        Ok((Facts::Drawing { width, height }, problems)) => (width, height, problems),
        other => panic!("{other:?}"),
    }
    };
    assert_eq!(size("viewBox='0 0 400 300.4'"), (400, 300, vec![]));
    assert_eq!(size("width='100%' height='100%' viewBox='0,0, 40,30'"), (40, 30, vec![]));
    assert_eq!(size("width=\"1in\" height=\"48px\" viewBox='0 0 1 1'"), (96, 48, vec![]));
    assert_eq!(size("width='-3' height='x'"), (300, 150, vec![Media::SvgWithoutSize]));
}

#[test]
fn what_programmes_write_is_allowed() {
    let text = drawing(
        "<style>.a{fill:url(#g)} @font-face{src:url('data:font/woff2;base64,AA')}</style>\
         <style><![CDATA[.b > .c{fill:red}]]></style>\
         <use xlink:href=\"#a\"/><image href=\"data:image/png;base64,AAAA\"/>\
         <metadata><rdf:li rdf:resource=\"http://purl.org/dc\"/></metadata>\
         <g inkscape:export-filename=\"C:\\Users\\x.png\" fill=\"url(#g)\"/>\
         <text>A &amp; B &#233; \"on\" url(http://x)</text>",
    );
    assert_eq!(dangers(&text), []);
    let doctype = "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \
                   \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">\n";
    assert_eq!(dangers(&format!("{doctype}{}", drawing(""))), []);
}

#[test]
fn what_runs_or_reaches_out_is_refused() {
    let bad = [
        "<script>alert(1)</script>",
        "<SCRIPT/>",
        "<svg:script/>",
        "<foreignObject/>",
        "<x:iframe xmlns:x=\"a\"/>",
        "<g onload=\"x()\"/>",
        "<g ONCLICK='x()'/>",
        "<g ev:onclick='x()'/>",
        "<image href=\"https://x.example/a.png\"/>",
        "<image xlink:href=\"//x.example/a.png\"/>",
        "<use href=\"other.svg#a\"/>",
        "<use href=\"data:image/svg+xml,x\"/>",
        "<a href=\" java&#10;script:alert(1)\"/>",
        "<a href=\"&#106;avascript:alert(1)\"/>",
        "<a href=\"&eigen;\"/>",
        "<set attributeName=\"href\" to=\"#\"/>",
        "<animate attributeName=\"xlink:href\" values=\"a\"/>",
        "<animate attributeName=\"onclick\" to=\"a\"/>",
        "<g style=\"fill:url(http://x.example/a)\"/>",
        "<g style=\"fill:u\\72l(http://x.example/a)\"/>",
        "<g fill=\"url( 'https://x.example/a#b' )\"/>",
        "<g filter=\"u\\72l(//x)\"/>",
        "<style>@import 'https://x.example/a.css';</style>",
        "<style>@im\\port 'a'</style>",
        "<style><![CDATA[a{background:url(//x)}]]></style>",
        "<style>a{b:&#117;rl(//x)}</style>",
        "<style>a{background:image-set('//x' 1x)}</style>",
        "<?xml-stylesheet href='a.css'?>",
        "<!DOCTYPE svg [<!ENTITY a 'b'>]>",
        "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" [<!ENTITY a 'b'>]>",
        "<!DOCTYPE svg SYSTEM \"https://x.example/a.dtd\">",
        "<g xml:base=\"https://x.example/\"/>",
        "<g xmlns:h=\"http://www.w3.org/1999/xhtml\"/>",
        "<h:img src=\"https://x.example/\"/>",
    ];
    for inside in bad {
        let (facts, problems) = probe(drawing(inside).as_bytes()).unwrap();
        assert_eq!(facts, Facts::Unusable, "{inside}");
        assert!(matches!(problems.first(), Some(Media::UnsafeSvg { line: 1, .. })), "{inside}");
    }
}

#[test]
fn a_danger_is_shown_at_its_line() {
    assert_eq!(
        dangers(&drawing("\n<g\n onload='x'/>\n<script/>")),
        [
            Media::UnsafeSvg { danger: SvgDanger::Handler("onload".to_owned()), line: 2 },
            Media::UnsafeSvg { danger: SvgDanger::Element("script".to_owned()), line: 4 },
        ]
    );
}

#[test]
fn what_is_no_whole_drawing_is_told() {
    for broken in
        ["<svg", "<svg viewBox='0 0 1 1'>", "<svg><!-- ", "<svg a=b/>", "<svg><g></svg>"]
    {
        assert_eq!(probe(broken.as_bytes()), Err(Media::Truncated), "{broken}");
    }
    assert!(matches!(probe(b"<p><svg/></p>"), Err(Media::Damaged { .. })));
    assert!(matches!(probe(b"<svg>\xff</svg>"), Err(Media::Damaged { .. })));
    assert!(matches!(
        probe(b"<?xml version='1.0' encoding='utf-7'?><svg/>"),
        Ok((Facts::Unusable, _))
    ));
}

#[test]
fn many_bytes_of_anything_are_answered() {
    for (piece, is_drawing) in [
        ("<", false),
        ("<g>", false),
        ("<!---->", true),
        ("&#1;", true),
        ("<g a=''", false),
        ("<style>", false),
        ("url(", true),
        ("<![CDATA[", false),
        ("\n<script/>", false),
    ] {
        let text = drawing(&piece.repeat(200_000 / piece.len()));
        let found = probe(text.as_bytes());
        let (safe, told) = found.map_or((false, 1), |(facts, diags)| {
            (matches!(facts, Facts::Drawing { .. }), diags.len())
        });
        assert_eq!(safe && told == 0, is_drawing, "{piece}");
    }
}
