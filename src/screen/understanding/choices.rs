//! Understanding: what was chosen, and what it does to needs.
//! Nothing yet.

use leptos::prelude::*;

use super::Frame;

pub fn view_choices(_frame: Frame) -> AnyView {
    ().into_any()
}
