//! QR codes: a reader that shares no line with the writer reads what was drawn; turned, askew, dim and noisy too.
//! Never a camera: pictures are made here, field by field.

use attune::chart::qr::{QUIET, Qr, Spare};
use attune::job::read_picture;
use attune::worker::Picture;

use crate::dice::Dice;

/// An invitation's link, a frame of a row, and what else may stand in a code.
fn texts() -> Vec<String> {
    let key = crate::invitation::KEY;
    vec![
        "A".to_owned(),
        "früh und spät".to_owned(),
        "?=".to_owned(),
        format!("https://attune.example/#/invitation/1/{key}/a.area-work/n.rest/q.rest"),
        format!("AT1:{}", "A1 $%*+-./:9".repeat(70)),
        "x".repeat(600),
    ]
}

/// What a camera would see: a code of `scale` pixels a field on a page of `width` by `height`, its middle in the middle,
/// turned by `degrees`, from `dark` to `light`, with chance of up to `noise` added to each pixel.
struct Shot {
    width: usize,
    height: usize,
    scale: f32,
    degrees: f32,
    dark: i32,
    light: i32,
    noise: i32,
}

const PLAIN: Shot =
    Shot { width: 480, height: 480, scale: 4.0, degrees: 0.0, dark: 0, light: 255, noise: 0 };

fn shoot(code: &Qr, shot: &Shot) -> Picture {
    let mut dice = Dice::new(5);
    let (sine, cosine) = shot.degrees.to_radians().sin_cos();
    let half = code.side() as f32 / 2.0;
    let mut grey = Vec::with_capacity(shot.width * shot.height);
    for row in 0..shot.height {
        for column in 0..shot.width {
            // A point of a lens takes in what lies around its middle: a mean of nine.
            let dark = (0..9).filter(|at| {
                let x = column as f32 + (at % 3) as f32 / 3.0 + 1.0 / 6.0 - shot.width as f32 / 2.0;
                let y = row as f32 + (at / 3) as f32 / 3.0 + 1.0 / 6.0 - shot.height as f32 / 2.0;
                let at = |it: f32| (it / shot.scale + half).floor();
                let (across, down) = (at(x * cosine + y * sine), at(y * cosine - x * sine));
                across >= 0.0 && down >= 0.0 && code.is_dark(down as usize, across as usize)
            });
            let noise = dice.below(2 * shot.noise as usize + 1) as i32 - shot.noise;
            let value = shot.light + (shot.dark - shot.light) * dark.count() as i32 / 9 + noise;
            grey.push(value.clamp(0, 255) as u8);
        }
    }
    Picture::new(shot.width, grey).unwrap()
}

fn check(text: &str, spare: Spare, shot: &Shot) {
    let code = Qr::new(text, spare).unwrap();
    assert_eq!(read_picture(&shoot(&code, shot)), [text], "{:.40} at {}", text, shot.degrees);
}

#[test]
fn what_is_drawn_is_read_whatever_it_says() {
    for text in texts() {
        for spare in [Spare::Little, Spare::Some] {
            check(&text, spare, &PLAIN);
        }
    }
}

#[test]
fn a_code_is_read_turned_and_noisy_and_dim() {
    for text in texts().into_iter().skip(3) {
        for degrees in [7.0, 45.0, 90.0, 180.0, 268.0] {
            check(
                &text,
                Spare::Little,
                &Shot { width: 720, height: 720, scale: 6.0, degrees, ..PLAIN },
            );
        }
        check(
            &text,
            Spare::Little,
            &Shot { width: 560, height: 560, scale: 5.0, dark: 70, light: 190, noise: 14, ..PLAIN },
        );
    }
    // All at once, for what is no finer than a link.
    let tilted = Shot { scale: 4.6, degrees: 3.0, noise: 30, ..PLAIN };
    check(&texts()[3], Spare::Little, &tilted);
}

#[test]
fn two_codes_in_one_picture_are_both_read_and_nothing_is_read_from_none() {
    let [one, other] = ["ONE", "TWO"].map(|it| Qr::new(it, Spare::Little).unwrap());
    let [left, right] = [&one, &other].map(|it| shoot(it, &PLAIN));
    let rows = left.grey().chunks(480).zip(right.grey().chunks(480));
    let both = rows.flat_map(|(left, right)| [left, right].concat()).collect();
    let mut found = read_picture(&Picture::new(960, both).unwrap());
    found.sort();
    assert_eq!(found, ["ONE", "TWO"]);
    let mut dice = Dice::new(8);
    let noise = (0..480 * 300).map(|_| dice.below(256) as u8).collect();
    for grey in [vec![0; 480 * 300], vec![255; 480 * 300], noise] {
        assert!(read_picture(&Picture::new(480, grey).unwrap()).is_empty());
    }
}

#[test]
fn the_margin_is_four_fields_wide_and_the_outline_is_the_dark_fields() {
    let code = Qr::new("ATTUNE", Spare::Some).unwrap();
    let side = code.side();
    assert_eq!(side, 21 + 2 * QUIET);
    for row in 0..side {
        for column in 0..side {
            let is_margin = [row, column].iter().any(|it| *it < QUIET || *it >= side - QUIET);
            assert!(!(is_margin && code.is_dark(row, column)), "{row} {column}");
        }
    }
    let dark = (0..side * side).filter(|at| code.is_dark(at / side, at % side)).count();
    let widths = code.outline();
    let widths =
        widths.split('h').skip(1).filter_map(|it| it.split('v').next()?.parse::<i32>().ok());
    assert_eq!(widths.sum::<i32>() as usize, dark);
    assert!(code.outline().starts_with("M4 4h7v1h-7Z"), "the first row of a corner");
}

#[test]
fn more_than_a_code_holds_is_no_code() {
    assert!(Qr::new(&"A".repeat(4_296), Spare::Little).is_some());
    assert!(Qr::new(&"A".repeat(4_297), Spare::Little).is_none());
    assert!(Qr::new(&"a".repeat(2_331), Spare::Some).is_some());
    assert!(Qr::new(&"a".repeat(2_332), Spare::Some).is_none());
}
