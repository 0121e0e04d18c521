//! What runs across many years of one person, and what is found among all: how soon it is painted after a press or a letter.
//! Never times the function behind it alone: `tests/measure` does, in wasm as well.

mod finding;
mod views;

use crate::support::Outcome;

/// Prints what it finds. False above any budget.
pub async fn measure() -> Outcome<bool> {
    let shows = views::measure().await?;
    Ok(finding::measure().await? && shows)
}

/// In the middle, or at another share of all.
fn at(all: impl Iterator<Item = f64>, share: f64) -> f64 {
    let mut all: Vec<f64> = all.collect();
    all.sort_by(f64::total_cmp);
    all[((all.len() - 1) as f64 * share).round() as usize]
}
