//! The few drawings on buttons.
//! Each stands beside words or inside a button that has a name: none speaks alone.

use crate::ui::markup::svg;
use leptos::prelude::*;

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    Rings,
    Up,
    Down,
    Delete,
    Close,
    Add,
    More,
    Search,
}

/// Decoration only: hidden from screen readers.
pub fn icon(icon: Icon) -> AnyView {
    let path = match icon {
        Icon::Rings => {
            "M2 12a7.5 7.5 0 1 0 15 0a7.5 7.5 0 1 0-15 0M7 12a7.5 7.5 0 1 0 15 0a7.5 7.5 0 1 0-15 0"
        }
        Icon::Up => "M12 19V5M6 11l6-6 6 6",
        Icon::Down => "M12 5v14M6 13l6 6 6-6",
        Icon::Delete => "M5 7h14M10 7V5h4v2M7 7l1 12h8l1-12M10.5 11v5M13.5 11v5",
        Icon::Close => "M6 6l12 12M18 6L6 18",
        Icon::Add => "M12 5v14M5 12h14",
        Icon::More => "M6 12h.01M12 12h.01M18 12h.01",
        Icon::Search => "M11 5a6 6 0 1 0 0 12a6 6 0 1 0 0-12M15.5 15.5L20 20",
    };
    let class = if icon == Icon::More { "icon icon--bold" } else { "icon" };
    svg("svg")
        .class(class)
        .attr("viewBox", "0 0 24 24")
        .attr("aria-hidden", "true")
        .child(svg("path").attr("d", path))
        .into_any()
}
