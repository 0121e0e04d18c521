//! What runs across the sessions, as it is printed: the questions about what keeps coming back, and the map.
//! Nothing on it is pressed.

use std::sync::Arc;

use crate::reactive::{Look, memo};
use crate::ui::markup::nodes;
use leptos::prelude::*;

use super::{Behind, Frame, Seen, core_needs, map};
use crate::desk::Desk;
use crate::insight::scope::Scope;

/// Between the margins of A4 and of Letter alike, in CSS pixels.
const PAPER: u16 = 640;

/// What keeps coming back and the map, of all sessions, as wide as a page of paper.
pub fn view_on_paper(desk: Desk) -> AnyView {
    let sessions = memo(move || {
        let all = desk.journal().look(|it| it.as_ref().map(|it| Scope::default().sessions(it)));
        Arc::new(all.unwrap_or_default())
    });
    let frame = Frame {
        sessions,
        seen: Seen::of(desk, sessions),
        has_area: memo(|| false),
        behind: Behind::default(),
        room: memo(|| PAPER),
    };
    nodes![core_needs::view_questions(frame), map::view_map(frame)]
}
