use super::*;
use crate::media::clean::clean;
use crate::media::probe::said;

macro_rules! picture {
    ($name:literal) => {
        include_bytes!(concat!("../../../tests/pictures/", $name, ".avif")).as_slice()
    };
}

fn shows(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

#[test]
fn a_file_tells_its_size_and_how_it_is_meant() {
    let meaning = |primaries, matrix, is_full_range| {
        Some(Meaning { primaries, transfer: 13, matrix, is_full_range })
    };
    let cases = [
        (picture!("plain"), Orientation::NoTransforms, meaning(1, 6, true)),
        (picture!("limited"), Orientation::NoTransforms, meaning(1, 1, false)),
        (picture!("display-p3"), Orientation::NoTransforms, meaning(12, 6, true)),
        (picture!("turned"), Orientation::Rotate90FlipH, meaning(1, 6, true)),
    ];
    for (bytes, turn, meaning) in cases {
        let own = read(bytes).unwrap();
        assert_eq!((own.size, own.turn, own.meaning), ((61, 41), turn, meaning));
        assert_eq!((own.is_animated, own.clearness, own.profile), (false, None, None));
    }
    assert!(read(picture!("moving")).unwrap().is_animated);
    for (bytes, is_in_colours) in
        [(picture!("clear"), false), (picture!("clear-in-colours"), true)]
    {
        let clearness = read(bytes).unwrap().clearness.unwrap();
        assert_eq!(clearness.is_in_colours, is_in_colours);
        assert!(!clearness.bytes.is_empty());
    }
}

#[test]
fn pictures_that_cannot_be_read_here_are_told_by_their_kind() {
    for (bytes, kind) in [
        (picture!("tiles"), "grid"),
        (picture!("cut-out"), "clap"),
        (picture!("bright"), "HDR"),
    ] {
        assert_eq!(read(bytes), Err(unsupported(kind)));
    }
}

#[test]
fn half_a_file_is_told_at_every_length() {
    let whole = picture!("clear");
    for length in 32..whole.len() {
        let found = read(&whole[..length]);
        assert_eq!(found, Err(Media::Truncated), "{length}");
    }
}

#[test]
fn a_brand_among_others_makes_a_file_avif() {
    assert!(is_avif(b"\0\0\0\x18ftypmif1\0\0\0\0miafavif"));
    assert!(!is_avif(b"\0\0\0\x18ftypmif1\0\0\0\0miafheic"));
    // The number between them is no brand.
    assert!(!is_avif(b"\0\0\0\x14ftypheicavifmif1"));
    assert!(!is_avif(b"\0\0\0\x18ftypmif1"));
}

#[test]
fn what_was_written_down_is_offered_and_never_published() {
    let file = picture!("with-notes");
    assert_eq!(said(file).maker.as_deref(), Some("Jan de Vries"));
    let texts = ["Jan de Vries", "Drienerlolaan", "libavif"];
    assert!(texts.iter().all(|text| shows(file, text)));
    let made = clean(&[file, b"behind the end"].concat()).unwrap();
    assert!(texts.iter().all(|text| !shows(&made, text)) && !shows(&made, "behind"));
    assert_eq!(read(&made), read(file));
    assert_eq!(said(&made).maker, None);
    assert_eq!(clean(&made), Ok(made));
}

#[test]
fn pieces_that_are_named_over_and_over_again_are_refused() {
    let mut file = picture!("plain").to_vec();
    let at = crate::media::bytes::find(&file, b"iloc").unwrap();
    // Sizes of 4 and 4, one item, its number, where its data are counted from, one piece.
    assert_eq!(file[at + 4..at + 18], [0, 0, 0, 0, 0x44, 0, 0, 1, 0, 1, 0, 0, 0, 1]);
    let own = file[at + 18..at + 26].to_vec();
    let more = [file[at - 4..at + 16].to_vec(), vec![0, 200], own.repeat(200)].concat();
    let length = u32::try_from(more.len()).unwrap().to_be_bytes();
    let meta = crate::media::bytes::find(&file, b"meta").unwrap();
    let grown = u32::try_from(199 * 8 + file[meta - 1] as usize).unwrap().to_be_bytes();
    file[meta - 4..meta].copy_from_slice(&grown);
    file.splice(at - 4..at + 26, more);
    file[at - 4..at].copy_from_slice(&length);
    assert_eq!(read(&file), Err(damaged()));
}
