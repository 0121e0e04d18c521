//! The menu behind "more" at the end of a row: a few quiet buttons, folded away.
//! Knows nothing of what they do.

use crate::ui::markup::{Node, button, el};
use leptos::prelude::*;

use super::{Icon, icon};

/// One button of the menu.
pub struct MenuItem {
    says: AnyView,
    choose: Box<dyn FnMut()>,
}

impl MenuItem {
    pub fn new(says: impl Node, choose: impl FnMut() + 'static) -> MenuItem {
        MenuItem { says: says.node(), choose: Box::new(choose) }
    }
}

#[component]
pub fn RowMenu(
    /// Says for a screen reader what the menu belongs to.
    name: Signal<String>,
    items: Vec<MenuItem>,
) -> impl IntoView {
    let items = items
        .into_iter()
        .map(|MenuItem { says, choose }| button().class("plain").on_click(choose).child(says));
    el("details")
        .class("menu")
        .child(el("summary").live_attr("aria-label", move || name.get()).child(icon(Icon::More)))
        .child(el("div").class("menu__items").children(items))
        .into_any()
}
