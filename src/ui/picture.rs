//! A picture of numbers: its title, its drawing, the same numbers as a table, and saving it.
//! Never knows what the numbers are about: drawing and table are given, and a press is told by its place.
//!
//! Whatever can be pressed in the drawing or in the table carries its place; one listener hears them all.

pub mod shape;
mod table;

use crate::ui::markup::{button, el, svg};
use leptos::ev;
use leptos::prelude::*;
use leptos::web_sys;
use web_sys::wasm_bindgen::JsCast;

use crate::chart::written::{number, numbers};
use crate::i18n::more;
pub use table::{Table, TableCell};

/// A row and a column, or whatever else two numbers can say.
pub type At = (usize, usize);

/// What is drawn, in a box that begins at 0, 0.
pub struct Drawing {
    pub width: f32,
    pub height: f32,
    pub parts: Vec<AnyView>,
}

#[component]
pub fn Picture(
    /// Unique among pictures, and a part of the file's name: "map" is saved as "attune-map.svg".
    id: &'static str,
    title: &'static str,
    /// How it is read, in a sentence.
    #[prop(into)]
    lead: Signal<String>,
    drawing: Callback<(), Drawing>,
    /// Asked only where the table is opened.
    table: Callback<(), Table>,
    /// Gets the place that was pressed, in the drawing or in the table.
    on_pick: Callback<At>,
    /// What is said of the place that a mouse rests on.
    told: Callback<At, Option<String>>,
    /// What else stands under it.
    #[prop(optional)]
    extra: Option<AnyView>,
) -> AnyView {
    let heading = ["picture-", id, "-title"].concat();
    let pressed = move |event| place_of(&event).into_iter().for_each(|at| on_pick.run(at));
    let over = RwSignal::new(None::<At>);
    let foot = [view_table(title, table), extra.into_any(), view_save(id, title)];
    let drawn = el("div")
        .class("picture__drawing")
        .attr("aria-hidden", "true")
        .on("pointermove", move |event| follow(over, place_of(&event)))
        .on("pointerleave", move |_| follow(over, None))
        .live(move || view_drawing(["picture-", id].concat(), drawing.run(())))
        .child(view_told(over, told));
    el("section")
        .class("picture card")
        .attr("aria-labelledby", heading.clone())
        .on("click", pressed)
        .child(el("h2").id(heading).child(title))
        .child(el("p").class("picture__lead soft small").live(move || lead.get()))
        .child(drawn)
        .child(el("footer").class("picture__foot").children(foot))
        .into_any()
}

fn view_save(id: &'static str, title: &'static str) -> AnyView {
    let save = move || {
        let file = ["attune-", id, ".svg"].concat();
        crate::browser::save_picture(&["picture-", id].concat(), &file, title);
    };
    button()
        .class("plain picture__save")
        .on_click(save)
        .child(more().understanding.save_svg)
        .into_any()
}

fn view_drawing(id: String, drawing: Drawing) -> AnyView {
    let Drawing { width, height, parts } = drawing;
    svg("svg")
        .id(id)
        .class("picture__svg")
        .attr("viewBox", numbers(&[0.0, 0.0, width, height]))
        .attr("width", number(width))
        .attr("height", number(height))
        .attr("translate", "no")
        .child(parts)
        .into_any()
}

/// The keyboard's way and the screen reader's: built when it is opened.
fn view_table(title: &'static str, table: Callback<(), Table>) -> AnyView {
    let open = RwSignal::new(false);
    let toggled = move |event: web_sys::Event| {
        let details =
            event.target().and_then(|it| it.dyn_into::<web_sys::HtmlDetailsElement>().ok());
        open.set(details.is_some_and(|it| it.open()));
    };
    el("details")
        .class("picture__table")
        .on("toggle", toggled)
        .child(el("summary").child(more().understanding.as_table))
        .live(move || open.get().then(|| table::view_table(title, table.run(()))))
        .into_any()
}

/// For the attribute `data-at` of whatever can be pressed.
pub fn place((row, column): At) -> String {
    [&row.to_string(), " ", &column.to_string()].concat()
}

/// The place under a mouse or a finger, or of the button that was pressed.
fn place_of(event: &ev::Event) -> Option<At> {
    let target = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    let place = target.closest("[data-at],[data-row]").ok()??;
    let read = |text: &str| text.parse::<usize>().ok();
    if let Some(at) = place.get_attribute("data-at") {
        let (row, column) = at.split_once(' ')?;
        return Some((read(row)?, read(column)?));
    }
    let (row, columns) = (place.get_attribute("data-row")?, place.get_attribute("data-columns")?);
    let (bounds, mouse) =
        (place.get_bounding_client_rect(), event.dyn_ref::<web_sys::MouseEvent>()?);
    let share = (f64::from(mouse.client_x()) - bounds.left()) / bounds.width().max(1.0);
    let columns = read(&columns)?;
    Some((read(&row)?, ((share.max(0.0) * columns as f64) as usize).min(columns.checked_sub(1)?)))
}

fn follow(over: RwSignal<Option<At>>, at: Option<At>) {
    if over.get_untracked() != at {
        over.set(at);
    }
}

/// What the mouse rests on, in a line of its own: the names in a drawing may be shortened, and days are not said there.
fn view_told(over: RwSignal<Option<At>>, told: Callback<At, Option<String>>) -> AnyView {
    let words = move || over.get().and_then(|at| told.run(at));
    el("p").class("picture__told small").attr("translate", "no").live(words).into_any()
}
