//! Understanding: needs that keep coming back.
//! Nothing yet.

use leptos::prelude::*;

use super::Frame;

pub fn view_core_needs(_frame: Frame) -> AnyView {
    ().into_any()
}
