//! QR codes in a picture, read by the worker.
//! Never keeps a picture: it is gone with the answer.

use rqrr::PreparedImage;

use crate::worker::Picture;

/// What stands in it, in no order; a code that is not whole is passed over. The reader weighs each point against those
/// beside it, so shadows do not matter, but it counts in whole points, and a dim room speckles what a camera sees. So where
/// nothing is found, it is looked at twice more: with four points for each, and with each point smoothed and weighed
/// against the whole. Measured on pictures of the finest code, turned by any angle at four to six points a field: the first
/// look reads seven in ten, the first two nine.
pub fn read_picture(picture: &Picture) -> Vec<String> {
    [as_it_is, doubled, smoothed]
        .iter()
        .map(|look| look(picture))
        .find(|it| !it.is_empty())
        .unwrap_or_default()
}

fn as_it_is(picture: &Picture) -> Vec<String> {
    read(picture.width(), picture.height(), |x, y| point(picture, x, y))
}

fn doubled(picture: &Picture) -> Vec<String> {
    read(2 * picture.width(), 2 * picture.height(), |x, y| between(picture, x, y))
}

fn smoothed(picture: &Picture) -> Vec<String> {
    let middle = middle(picture.grey());
    let is_dark = |x, y| mean(picture, x, y) < middle;
    read(picture.width(), picture.height(), |x, y| if is_dark(x, y) { 0 } else { u8::MAX })
}

fn read(width: usize, height: usize, grey: impl FnMut(usize, usize) -> u8) -> Vec<String> {
    let mut prepared = PreparedImage::prepare_from_greyscale(width, height, grey);
    let found = prepared.detect_grids();
    found.iter().filter_map(|it| it.decode().ok()).map(|(_, text)| text).collect()
}

/// In a picture twice as large, a point that lies at a quarter between four.
fn between(picture: &Picture, x: usize, y: usize) -> u8 {
    let beside = |at: usize, end: usize| match at % 2 {
        0 => (at / 2).saturating_sub(1),
        _ => (at / 2 + 1).min(end - 1),
    };
    let (near_x, near_y) = (x / 2, y / 2);
    let (far_x, far_y) = (beside(x, picture.width()), beside(y, picture.height()));
    let weight = |x, y, times: u16| u16::from(point(picture, x, y)) * times;
    let sum = weight(near_x, near_y, 9)
        + weight(far_x, near_y, 3)
        + weight(near_x, far_y, 3)
        + weight(far_x, far_y, 1);
    (sum / 16) as u8
}

/// Halfway between dark and light, without the twentieth at either end.
fn middle(grey: &[u8]) -> u8 {
    let mut counts = [0_usize; 256];
    for value in grey {
        counts[usize::from(*value)] += 1;
    }
    let few = grey.len() / 20;
    let dark = reached(counts.iter(), few);
    let light = u8::MAX - reached(counts.iter().rev(), few);
    dark / 2 + light / 2
}

/// After how many steps more than `few` are counted.
fn reached<'a>(counts: impl Iterator<Item = &'a usize>, few: usize) -> u8 {
    let mut sum = 0;
    let steps = counts.take_while(|count| {
        sum += **count;
        sum <= few
    });
    u8::try_from(steps.count()).unwrap_or(u8::MAX)
}

/// What is beyond the picture is light.
fn point(picture: &Picture, x: usize, y: usize) -> u8 {
    picture.grey().get(y * picture.width() + x).copied().unwrap_or(u8::MAX)
}

fn mean(picture: &Picture, x: usize, y: usize) -> u8 {
    let around = |at: usize, end: usize| at.saturating_sub(1)..(at + 2).min(end);
    let rows = around(y, picture.height());
    let points = rows.flat_map(|y| around(x, picture.width()).map(move |x| (x, y)));
    let (sum, count) = points
        .fold((0, 0), |(sum, count), (x, y)| (sum + u32::from(point(picture, x, y)), count + 1));
    u8::try_from(sum / count.max(1)).unwrap_or(u8::MAX)
}
