//! Understanding: what is met, and where.
//! Nothing yet.

use leptos::prelude::*;

use super::Frame;

pub fn view_met(_frame: Frame) -> AnyView {
    ().into_any()
}
