//! The numbers of a picture as a table: what can be pressed in the picture is a button here.
//! Never shortens a name.

use crate::ui::markup::{button, el};
use leptos::prelude::*;

use super::{At, place};

pub struct Table {
    pub head: Vec<String>,
    /// The first cell of each row names it.
    pub rows: Vec<Vec<TableCell>>,
}

pub struct TableCell {
    pub words: String,
    /// What pressing it says; nothing can be pressed where there is none.
    pub at: Option<At>,
}

impl TableCell {
    pub fn plain(words: String) -> TableCell {
        TableCell { words, at: None }
    }
}

pub fn view_table(title: &'static str, table: Table) -> AnyView {
    let head = table.head.into_iter().map(|words| el("th").attr("scope", "col").child(words));
    let rows = table.rows.into_iter().map(|row| {
        let cells = row.into_iter().enumerate().map(|(at, cell)| view_cell(cell, at == 0));
        el("tr").children(cells)
    });
    el("div")
        .class("picture__scroll")
        .child(
            el("table")
                .class("numbers")
                .attr("translate", "no")
                .child(el("caption").class("unseen").child(title))
                .child(el("thead").child(el("tr").children(head)))
                .child(el("tbody").children(rows)),
        )
        .into_any()
}

fn view_cell(cell: TableCell, is_first: bool) -> AnyView {
    let inside = match cell.at {
        Some(at) => button()
            .class("numbers__button")
            .attr("data-at", place(at))
            .child(cell.words)
            .into_any(),
        None => cell.words.into_any(),
    };
    match is_first {
        true => el("th").attr("scope", "row").child(inside).into_any(),
        false => el("td").child(inside).into_any(),
    }
}
