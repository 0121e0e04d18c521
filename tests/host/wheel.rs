//! The wheel: its segments cover the ring, none lies on another, and labels stay inside.
//! Knows no browser: what is painted is the numbers seen here.

use attune::chart::wheel::{Band, Hold, Segment, arc, lines, ring};
use attune::vocabulary::{Family, Feeling};

const BANDS: [Band; 3] = [
    Band { inner: 30.0, outer: 100.0, start: 0.0, sweep: 360.0 },
    Band { inner: 100.0, outer: 200.0, start: -8.0, sweep: 150.0 },
    Band { inner: 22.0, outer: 98.0, start: 150.0, sweep: 198.0 },
];

fn check(promise: impl Fn(&Band, &[Segment], Hold)) {
    for band in &BANDS {
        for count in [2, 6, 8, 11, 14, 22] {
            for hold in [Hold::Inside, Hold::Outside] {
                promise(band, &ring(*band, count, hold, 6.0), hold);
            }
        }
    }
}

fn near(one: f32, other: f32) -> bool {
    (one - other).abs() < 0.01
}

#[test]
fn segments_cover_their_band_and_none_lies_on_another() {
    check(|band, segments, _| {
        let mut reached = band.start;
        for segment in segments {
            assert!(near(segment.start, reached), "a gap or an overlap at {reached}");
            assert!(segment.end > segment.start);
            reached = segment.end;
        }
        assert!(near(reached, band.start + band.sweep));
    });
}

#[test]
fn labels_stand_inside_their_segment() {
    check(|band, segments, _| {
        for segment in segments {
            let (x, y) = (segment.label.x, segment.label.y);
            let radius = x.hypot(y);
            assert!(band.inner < radius && radius < band.outer);
            let angle = x.atan2(-y).to_degrees();
            let past = (angle - segment.start).rem_euclid(360.0);
            assert!(0.0 < past && past < segment.end - segment.start);
        }
    });
}

#[test]
fn labels_are_never_upside_down_and_never_leave_the_band() {
    check(|_, segments, hold| {
        for segment in segments {
            let label = segment.label;
            let turned = (label.rotation + 180.0).rem_euclid(360.0) - 180.0;
            assert!(turned.abs() < 90.01, "{turned}");
            // Where the text runs to: with the turn, or against it where it ends at its place.
            let along = if label.ends_here { -1.0 } else { 1.0 };
            let (sine, cosine) = label.rotation.to_radians().sin_cos();
            let outwards = (label.x * cosine + label.y * sine) * along > 0.0;
            assert_eq!(outwards, hold == Hold::Inside);
        }
    });
}

#[test]
fn a_path_is_written_in_plain_numbers() {
    let band = Band { inner: 10.0, outer: 20.0, start: 0.0, sweep: 360.0 };
    let quarter = &ring(band, 4, Hold::Inside, 2.0)[0];
    assert_eq!(quarter.path, "M0 -20A20 20 0 0 1 20 0L10 0A10 10 0 0 0 0 -10Z");
    assert_eq!(quarter.label.transform(), "translate(8.49 -8.49) rotate(-45)");
    assert_eq!(arc(10.05, 0.0, 270.0), "M0 -10.05A10.05 10.05 0 1 1 -10.05 0");
}

#[test]
fn a_band_in_no_part_has_none() {
    assert!(ring(BANDS[0], 0, Hold::Inside, 4.0).is_empty());
}

#[test]
fn long_labels_break_where_the_lines_come_out_even() {
    for (text, most, expected) in [
        ("Angry", 13, ("Angry", None)),
        ("Full of wonder", 13, ("Full of", Some("wonder"))),
        ("Ashamed of my feelings", 13, ("Ashamed of", Some("my feelings"))),
        ("Compassionate", 8, ("Compassionate", None)),
        ("", 13, ("", None)),
    ] {
        assert_eq!(lines(text, most), expected, "{text}");
    }
}

#[test]
fn comfortable_families_stand_together_so_that_arrows_follow_the_ring() {
    let tones = Family::all().map(Family::comfortable).collect::<Vec<_>>();
    let turns = tones.windows(2).filter(|pair| pair[0] != pair[1]).count();
    assert_eq!(turns, 1);
    assert!(tones[0]);
}

#[test]
fn every_word_of_the_wheel_fits_its_ring() {
    for feeling in Feeling::all() {
        let (one, two) = lines(feeling.name(), 13);
        for line in [Some(one), two].into_iter().flatten() {
            // A word without a space may have one more: it is set smaller.
            assert!(line.chars().count() <= 14, "{line} is too long for the wheel");
        }
    }
    for family in Family::all() {
        // Each word has 24 units and more of the inner edge, 100 units from the middle: WCAG 2.5.8.
        let count = family.feelings().count();
        assert!(count <= 26, "{} has too many words for one ring", family.name());
    }
}
