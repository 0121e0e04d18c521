//! What `make bench` measures, each by its name: all of it, or what the filters ask for.
//! Measures nothing itself, and every budget stands beside what it is for.

use crate::support::Outcome;
use crate::support::bench::{measure, on_fresh_page};
use crate::{handing, ten_years, tour, understood, worker};

/// False where one of them is above its budget.
pub async fn run(filters: &[String]) -> Outcome<bool> {
    let is_wanted =
        |name: &str| filters.is_empty() || filters.iter().any(|it| name.contains(it.as_str()));
    let mut keeps = true;
    if is_wanted("key_derived") {
        on_fresh_page(|page| Box::pin(worker::measure(page))).await?;
    }
    if is_wanted("keystroke") {
        let canvas = tour::stations().into_iter().find(|it| it.name == "canvas-empty");
        keeps &= measure(canvas.ok_or("no canvas to measure")?.reach).await?;
    }
    if is_wanted("ten_years") {
        keeps &= ten_years::measure().await?;
    }
    if is_wanted("mending") {
        keeps &= ten_years::measure_mending().await?;
    }
    if is_wanted("handover") {
        keeps &= handing::measure().await?;
    }
    if is_wanted("understanding") {
        keeps &= understood::measure().await?;
    }
    Ok(keeps)
}
