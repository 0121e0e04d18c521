//! What is said of a need in one area, day by day, and how it fades.
//! Never knows which need or which area.

use super::account::PLAIN;

/// What an older day is worth for each later one that says nothing of the need: half after twelve.
const SILENT_DAY: f32 = 0.943_874;
/// And for each later one on which the need is only met in the same area.
const MET_DAY: f32 = 0.5;

/// What each day is worth, to what speaks for a need and to what denies it.
pub(super) struct Fading {
    pub speaks: Vec<f32>,
    pub denies: Vec<f32>,
}

/// What each day is worth where each later one that was not heard fades it.
pub(super) fn worth(heard: &[bool]) -> Vec<f32> {
    let mut left = 1.0;
    let mut worth = vec![1.0; heard.len()];
    for (day, heard) in heard.iter().enumerate().rev() {
        worth[day] = left;
        left *= if *heard { 1.0 } else { SILENT_DAY };
    }
    worth
}

/// What is said of a need in one area: by day, in their order.
#[derive(Default)]
pub(super) struct Place {
    pub speaks: Vec<(usize, u32)>,
    pub denies: Vec<(usize, u32)>,
}

impl Place {
    /// What speaks and what denies, each faded; and the most that each day has said so far, in whatever area.
    pub(super) fn sum(&self, fading: &Fading, most: &mut [f32]) -> (f32, f32) {
        let (mut speaks, mut overtaken) = (0.0, 1.0);
        let mut denials = self.denies.iter().rev().peekable();
        for (day, value) in self.speaks.iter().rev() {
            while let Some((denied, _)) = denials.peek().filter(|(denied, _)| denied >= day) {
                overtaken *= if denied == day { 1.0 } else { MET_DAY };
                denials.next();
            }
            let value = plain(*value) * fading.speaks[*day] * overtaken;
            most[*day] = most[*day].max(value);
            speaks += value;
        }
        let denies = self.denies.iter().map(|(day, value)| plain(*value) * fading.denies[*day]);
        (speaks, denies.sum())
    }
}

/// Puts together what several moments of one day say in one area: at most one plain word, so that no day is loud by its length.
pub(super) fn add(days: &mut Vec<(usize, u32)>, day: usize, value: u32) {
    match days.last_mut() {
        Some((last, known)) if *last == day => *known = (*known + value).min(PLAIN),
        _ => days.push((day, value)),
    }
}

fn plain(thousandths: u32) -> f32 {
    thousandths as f32 / PLAIN as f32
}
