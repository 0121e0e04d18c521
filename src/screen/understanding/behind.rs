//! The moments behind something that is shown: a list in a dialog, each of them a door to where it was caught.
//! Never keeps a moment: it holds ids, and looks them up in the chosen person's journal.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::ui::markup::{button, el, nodes};
use leptos::prelude::*;

use crate::desk::Desk;
use crate::domain::{Journal, Moment, MomentId, Session, SessionId};
use crate::i18n::{count, fill, more};
use crate::insight::Scope;
use crate::insight::reading::Spot;
use crate::route::Route;
use crate::screen::wording::{area_text, day_text, moment_text};
use crate::screen::{desk, go};
use crate::ui::Dialog;

/// More than a person reads; a shorter period shows the rest.
const MOST: usize = 100;

/// Opens the dialog; each view gets it with its frame.
#[derive(Clone, Copy)]
pub struct Behind {
    open: RwSignal<bool>,
    shown: RwSignal<Shown>,
}

#[derive(Clone, Default)]
struct Shown {
    title: String,
    moments: Arc<Vec<Spot>>,
}

impl Default for Behind {
    fn default() -> Self {
        Behind { open: RwSignal::new(false), shown: RwSignal::new(Shown::default()) }
    }
}

impl Behind {
    /// `title` says what they are behind. Nothing opens where there are none.
    pub fn show(self, title: String, moments: Vec<Spot>) {
        if moments.is_empty() {
            return;
        }
        self.shown.set(Shown { title, moments: Arc::new(moments) });
        self.open.set(true);
    }
}

/// Goes to the canvas of its session, with this moment the current one.
pub fn open_moment(desk: Desk, (session, moment): Spot) {
    desk.open_session(session);
    desk.make_current(moment, None);
    go(Route::Attune);
}

pub fn view_behind(behind: Behind) -> AnyView {
    let body = Callback::new(move |()| view_shown(behind));
    let title = more().understanding.behind;
    view! { <Dialog id="behind" title=title open=behind.open body=body /> }.into_any()
}

fn view_shown(behind: Behind) -> AnyView {
    let texts = &more().understanding;
    let shown = behind.shown.get();
    let all = shown.moments.len();
    let Some(journal) = desk().journal().get() else { return ().into_any() };
    let found = newest(&journal, &shown.moments);
    let rest = all.saturating_sub(MOST);
    let lead = [
        ("what", shown.title.as_str()),
        ("moments", &count(all, texts.moments_one, texts.moments_other)),
    ];
    let rows =
        found.into_iter().map(|(session, moment)| view_moment(behind, &journal, session, moment));
    nodes![
        el("p").class("soft").attr("translate", "no").child(fill(texts.behind_lead, &lead)),
        el("ul").class("behind").children(rows),
        (rest > 0).then(|| el("p").class("soft").child(count(
            rest,
            texts.behind_more,
            texts.behind_more
        )))
    ]
}

/// The newest first, and no more than are shown.
fn newest(journal: &Journal, wanted: &[Spot]) -> Vec<(Arc<Session>, Arc<Moment>)> {
    let mut by_session: BTreeMap<SessionId, BTreeSet<MomentId>> = BTreeMap::new();
    for (session, moment) in wanted {
        by_session.entry(*session).or_default().insert(*moment);
    }
    let sessions = Scope::default().sessions(journal).into_iter().rev();
    let found = sessions.flat_map(|session| {
        let is_wanted = |id| by_session.get(&session.id).is_some_and(|wanted| wanted.contains(id));
        let moments = session.moments.iter().rev().filter(|moment| is_wanted(&moment.id));
        moments.map(|moment| (session.clone(), moment.clone())).collect::<Vec<_>>()
    });
    found.take(MOST).collect()
}

fn view_moment(
    behind: Behind,
    journal: &Journal,
    session: Arc<Session>,
    moment: Arc<Moment>,
) -> AnyView {
    let desk = desk();
    let (in_session, id) = (session.id, moment.id);
    let open = move || {
        behind.open.set(false);
        open_moment(desk, (in_session, id));
    };
    let day = day_text(session.day, desk.today());
    el("li")
        .child(
            button()
                .class("behind__moment")
                .on_click(open)
                .child(
                    el("span")
                        .class("behind__label")
                        .attr("translate", "no")
                        .child(moment_text(&moment, Some(&journal.person))),
                )
                .child(
                    moment
                        .area
                        .as_ref()
                        .map(|area| el("span").class("area").child(area_text(area))),
                )
                .child(el("span").class("soft small behind__day").child(day)),
        )
        .into_any()
}
