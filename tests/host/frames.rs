//! A row of pictures: read in any order, as often as they come, to the file it was made of, and to no other.
//! Never a camera: `qr` draws and reads.

use attune::chart::qr::{Qr, Spare};
use attune::exchange::frames::{Collector, FRAMES_MOST, ROW_MOST, Taken, frames};
use attune::job::read_picture;
use attune::order;
use attune::worker::Picture;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::dice::Dice;

pub fn bytes(length: usize) -> Vec<u8> {
    let mut dice = Dice::new(length as u64 + 1);
    (0..length).map(|_| dice.below(256) as u8).collect()
}

pub fn row(length: usize) -> Vec<String> {
    frames(&bytes(length)).unwrap()
}

#[test]
fn a_row_has_as_few_pictures_as_it_needs_and_at_most_so_many() {
    for (length, count) in
        [(0, 1), (1, 1), (600, 1), (601, 2), (1_200, 2), (1_201, 3), (ROW_MOST, FRAMES_MOST)]
    {
        let row = row(length);
        assert_eq!(row.len(), count, "{length}");
        let (least, most) = (row.iter().map(String::len).min(), row.iter().map(String::len).max());
        assert!(most.unwrap() - least.unwrap() <= 3 * count, "all are of one size: {length}");
    }
    assert_eq!(frames(&bytes(ROW_MOST + 1)), None);
    assert_eq!(frames(&vec![0; 50 << 20]), None);
}

#[test]
fn the_fullest_picture_has_85_fields_and_is_read_at_three_points_a_field() {
    for text in [&row(ROW_MOST)[0], &row(ROW_MOST)[23], &row(600)[0]] {
        assert!(
            text.bytes().all(|it| b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:".contains(&it))
        );
        let code = Qr::new(text, Spare::Little).unwrap();
        assert_eq!(code.side(), 85 + 8);
        let side = 3 * code.side();
        let light = |at: usize| !code.is_dark(at / side / 3, at % side / 3);
        let grey = (0..side * side).map(|at| if light(at) { 230 } else { 40 }).collect();
        assert_eq!(read_picture(&Picture::new(side, grey).unwrap()), [text.as_str()]);
    }
}

#[test]
fn a_collector_says_what_became_of_each_picture() {
    let (mine, other) = (row(1_500), row(1_400));
    let mut collector = Collector::default();
    assert_eq!((collector.count(), collector.of(), collector.missing()), (0, None, vec![]));
    assert_eq!(collector.take(&mine[1]), Taken::Added);
    assert_eq!((collector.count(), collector.of()), (1, Some(3)));
    assert_eq!(collector.missing(), [1, 3]);
    for (text, expected) in [
        (&*mine[1], Taken::Already),
        (&other[0], Taken::OtherRow),
        (&mine[0].replacen("AT1:", "AT2:", 1), Taken::Newer),
        ("AT10:", Taken::Newer),
        ("AT0:", Taken::NotAFrame),
        ("AT01:", Taken::NotAFrame),
        ("AT:", Taken::NotAFrame),
        ("AT1", Taken::NotAFrame),
        ("", Taken::NotAFrame),
        ("https://attune.example/#/invitation/1/", Taken::NotAFrame),
        ("AT1:", Taken::Broken),
        (&mine[0][..mine[0].len() - 3], Taken::Broken),
        (&[&mine[0], "000"].concat(), Taken::Broken),
        (&mine[0].to_lowercase().replacen("at1:", "AT1:", 1), Taken::Broken),
        (&[&mine[0], "é"].concat(), Taken::Broken),
    ] {
        assert_eq!(collector.take(text), expected, "{:.20}", text);
        assert_eq!(collector.missing(), [1, 3], "what was collected stays");
    }
    assert_eq!(collector.take(&mine[2]), Taken::Added);
    assert_eq!(collector.take(&mine[0]), Taken::Complete(bytes(1_500)));
    assert_eq!(collector.take(&mine[0]), Taken::Already);
}

#[test]
fn any_character_that_was_misread_is_noticed() {
    let text = &row(300)[0];
    for at in 4..text.len() {
        for wrong in ["0", "Z", ":"] {
            let mut misread = text.clone();
            misread.replace_range(at..=at, wrong);
            let expected =
                if misread == *text { Taken::Complete(bytes(300)) } else { Taken::Broken };
            assert_eq!(Collector::default().take(&misread), expected, "{at}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 200,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(20_261_123),
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_row_in_any_order_and_with_any_repeats_is_the_file(
        length in 0..=ROW_MOST,
        draws in prop::collection::vec(any::<u32>(), 3 * FRAMES_MOST),
    ) {
        let row = row(length);
        let mut order: Vec<(u32, usize)> =
            draws.into_iter().enumerate().map(|(at, draw)| (draw, at % row.len())).collect();
        order::sort(&mut order);
        let mut collector = Collector::default();
        let mut seen = std::collections::BTreeSet::new();
        for (_, place) in order {
            let is_new = seen.insert(place);
            let expected = match (is_new, seen.len() == row.len()) {
                (false, _) => Taken::Already,
                (true, true) => Taken::Complete(bytes(length)),
                (true, false) => Taken::Added,
            };
            prop_assert_eq!(collector.take(&row[place]), expected);
            prop_assert_eq!(collector.count(), seen.len());
        }
        prop_assert!(collector.missing().is_empty());
    }
}
