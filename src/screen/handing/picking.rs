//! The sessions to pick from, each piece with a box of its own.
//! Never shows a reflection or a record: there is nothing to pick there. Never half of a session: "all of it" is what is seen.

use std::sync::Arc;

use crate::reactive::memo;
use crate::ui::markup::{button, el, live, nodes};
use leptos::prelude::*;

use super::picks::{Picks, Piece, all_pieces, pieces_of};
use crate::desk::Desk;
use crate::domain::{Item, Moment, Person, Session, SessionId, Standing};
use crate::i18n::{fill, more, text};
use crate::screen::wording::{area_text, full_day_text, item_text, moment_text};
use crate::ui::keyed;
use crate::ui::mark::hands_name;

/// In pieces, drawn at once and at each press for more: many years of them would keep the page busy for seconds.
const SHOWN: usize = 500;

pub fn view_picking(desk: Desk, sessions: &[Arc<Session>], picks: Picks) -> AnyView {
    let heaps = heaps(sessions);
    let count = heaps.len();
    let shown = RwSignal::new(1);
    let has_more = memo(move || shown.get() < count);
    let heap = move |at: u64| {
        let (person, heap) = (desk.person(), heaps.get(at as usize));
        let sessions = heap.into_iter().flatten();
        let views = sessions.map(|it| view_session(it, person.as_deref(), picks));
        el("div").class("picking").child(views.collect::<Vec<_>>()).into_any()
    };
    let show_more = move || {
        let earlier = button().class("plain").on_click(move || shown.update(|it| *it += 1));
        el("p").child(earlier.child(more().handing.earlier))
    };
    nodes![
        keyed(move || (0..shown.get() as u64).collect(), heap),
        live(move || has_more.get().then(show_more))
    ]
}

/// Whole sessions, in their order, so many together that they are worth a press.
fn heaps(sessions: &[Arc<Session>]) -> Vec<Vec<Arc<Session>>> {
    let mut heaps: Vec<Vec<Arc<Session>>> = Vec::new();
    let mut room = 0;
    for session in sessions {
        let pieces = 1 + all_pieces(session).len();
        match heaps.last_mut().filter(|_| pieces <= room) {
            Some(heap) => heap.push(session.clone()),
            None => {
                heaps.push(vec![session.clone()]);
                room = SHOWN;
            }
        }
        room = room.saturating_sub(pieces);
    }
    heaps
}

fn view_session(session: &Arc<Session>, person: Option<&Person>, picks: Picks) -> AnyView {
    let words = &more().handing;
    let pieces = all_pieces(session);
    let has_pieces = !pieces.is_empty();
    let (all, none) = (pieces.clone(), pieces);
    let moments = session.moments.iter().filter(|it| !it.is_blank());
    let moments: Vec<_> = moments.map(|it| view_moment(session.id, it, person, picks)).collect();
    let summary = (!session.summary.is_empty()).then(|| {
        let piece = Piece::Summary(session.id);
        view_piece(piece, words.summary, session.summary.as_str().to_string(), picks)
    });
    el("section")
        .class("picking__session card")
        .child(
            el("header")
                .class("card__head")
                .child(el("h2").child(full_day_text(session.day)))
                .child(has_pieces.then(|| {
                    el("span")
                        .class("card__head-end")
                        .child(
                            button()
                                .class("plain")
                                .on_click(move || picks.set(&all, true))
                                .child(words.all),
                        )
                        .child(
                            button()
                                .class("plain")
                                .on_click(move || picks.set(&none, false))
                                .child(words.none),
                        )
                })),
        )
        .child((!has_pieces).then(|| el("p").class("soft").child(words.nothing)))
        .child(moments)
        .child(summary.map(|it| el("ul").class("picking__list").child(it)))
        .into_any()
}

fn view_moment(
    session: SessionId,
    moment: &Moment,
    person: Option<&Person>,
    picks: Picks,
) -> AnyView {
    let pieces = pieces_of(session, moment).into_iter();
    let rows = pieces.filter_map(|piece| {
        let (name, words) = piece_words(piece, moment, person)?;
        Some(view_piece(piece, name, words, picks))
    });
    el("fieldset")
        .class("picking__moment")
        .child(el("legend").attr("translate", "no").child(moment_text(moment, person)))
        .child(el("ul").class("picking__list").child(rows.collect::<Vec<_>>()))
        .into_any()
}

fn view_piece(piece: Piece, name: &'static str, words: String, picks: Picks) -> AnyView {
    let turn = move |_| picks.set(&[piece], !untrack(|| picks.has(piece)));
    el("li")
        .child(el("label").class("picking__piece").child(nodes![
                    el("input")
                        .attr("type", "checkbox")
                        .checked(move || picks.has(piece))
                        .on("change", turn),
                    el("span").class("eyebrow").child(name),
                    el("span").attr("dir", "auto").attr("translate", "no").child(words)
                ]))
        .into_any()
}

/// What a piece is, and what it says.
fn piece_words(
    piece: Piece,
    moment: &Moment,
    person: Option<&Person>,
) -> Option<(&'static str, String)> {
    let canvas = &text().canvas;
    Some(match piece {
        Piece::Summary(_) => return None,
        Piece::Label(_) => (more().handing.label, moment.label.as_ref()?.as_str().to_string()),
        Piece::Area(_) => (canvas.area, area_text(moment.area.as_ref()?)),
        Piece::Hands(_) => (canvas.circumstances, hands_name(moment.hands?).to_string()),
        Piece::Item(_, id) => {
            let item = moment.item(id)?;
            let words = item_text(item, person);
            match item {
                Item::Felt(felt) => {
                    let strong = felt.strength.map(|it| {
                        let strength = it.get().to_string();
                        let values = [("feeling", words.as_str()), ("strength", &strength)];
                        fill(more().paper.strength, &values)
                    });
                    (canvas.feeling, strong.unwrap_or(words))
                }
                Item::Need(mark) => (standing_words(mark.standing), words),
                Item::Heard(_) => (canvas.heard, words),
                Item::Behaviour(_) => (canvas.did, words),
                Item::Choice(_) => (canvas.choosing, words),
            }
        }
    })
}

/// As the receiving page says it.
fn standing_words(standing: Standing) -> &'static str {
    let paper = &more().paper;
    match standing {
        Standing::Unmet => paper.unmet,
        Standing::Partly => paper.partly,
        Standing::NotSaid => paper.not_said,
        Standing::Met => paper.met,
    }
}
