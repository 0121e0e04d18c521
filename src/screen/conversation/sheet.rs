//! One participant's sheet, at a desk of its own: what I feel and need, what I guess about the others, what I ask for.
//! Never stays on the page once it is passed on.

use crate::reactive::{Look, memo};
use crate::ui::markup::{button, el, live, nodes};
use leptos::prelude::*;

use super::{asking, code_now, code_of, round_name, sharing, turn};
use crate::desk::Desk;
use crate::domain::{Item, MomentId, PersonId, Round, Standing};
use crate::i18n::{fill, more};
use crate::screen::attune::{CatchLine, Current, GentleLines, SuggestionStrip};
use crate::screen::notices::{Notices, SavedState};
use crate::screen::worksheet::{
    view_chips, view_feelings, view_fold, view_likely, view_met, view_needs, view_pause,
    view_question,
};
use crate::ui::keyed;
use crate::vocabulary::Area;

/// A sheet that lies open.
#[derive(Clone, Copy)]
pub struct Sheet {
    /// The page's, on which the sheet lies.
    pub page: Desk,
    /// The sheet's own.
    pub desk: Desk,
    pub writer: PersonId,
    pub round: Round,
}

/// Whose side of a sheet: one's own, or a guess about someone.
pub type About = Option<PersonId>;

impl Sheet {
    /// One's own side first, then one for each of the others.
    pub fn sides(self) -> Vec<(About, MomentId)> {
        let others = self.page.conversation().glance(|it| {
            let people = it.iter().flat_map(|it| it.in_round(self.round));
            people.map(|one| Some(one.person.id)).collect::<Vec<_>>()
        });
        let abouts = std::iter::once(None).chain(others);
        abouts.filter_map(|about| Some((about, self.desk.side(about)?))).collect()
    }
}

pub fn view_sheet(page: Desk, writer: PersonId, round: Round) -> AnyView {
    let Some(desk) = page.sheet_desk() else { return ().into_any() };
    // From here on down, the desk is the sheet's.
    provide_context(desk);
    let sheet = Sheet { page, desk, writer, round };
    let current = memo(move || desk.catching().look(|it| it.moment));
    let main = el("main")
        .class("main canvas worksheet sheet")
        .id("main")
        .attr("tabindex", "-1")
        .child(view_head(sheet))
        .child(view_line(page))
        .child(view_sides(sheet))
        .live(move || current.get().map(|id| view_side(sheet, id)))
        .child(asking::view_asking(sheet))
        .child(asking::view_looking_back(sheet))
        .child(sharing::view_sharing(sheet));
    nodes![view! { <Notices route=expect_context() /> }.into_any(), main]
}

fn view_head(sheet: Sheet) -> AnyView {
    let words = &more().sheets;
    let title = move || fill(more().sheets.title, &[("code", &code_now(sheet.page, sheet.writer))]);
    el("header")
        .class("head")
        .child(el("h1").attr("translate", "no").live(title))
        .child(el("span").class("soft").child(round_name(sheet.round)))
        .child(view! { <SavedState /> }.into_any())
        .child(el("p").class("soft worksheet__lead").child(words.lead))
        .into_any()
}

/// The catch line, a pause, and the way out: always in reach.
fn view_line(page: Desk) -> AnyView {
    let pass_on = button()
        .class("button worksheet__pause")
        .attr("title", more().sheets.pass_on_hint)
        .on_click(move || turn(|| page.pass_on()))
        .child(more().sheets.pass_on);
    el("div")
        .class("canvas__catch")
        .child(view! { <SuggestionStrip /> }.into_any())
        .child(
            el("div")
                .class("worksheet__line sheet__line")
                .child(view! { <CatchLine hint=more().worksheet.catch /> }.into_any())
                .child(view_pause())
                .child(pass_on),
        )
        .into_any()
}

fn view_sides(sheet: Sheet) -> AnyView {
    let words = &more().sheets;
    let sides = sheet.sides().into_iter().map(|(about, moment)| {
        let is_current = memo(move || sheet.desk.catching().look(|it| it.moment == Some(moment)));
        let name = move || match about {
            None => words.side_mine.to_string(),
            Some(person) => fill(words.side_guess, &[("code", &code_now(sheet.page, person))]),
        };
        button()
            .class("choice")
            .attr("translate", "no")
            .live_attr("aria-pressed", move || is_current.get().to_string())
            .on_click(move || sheet.desk.make_current(moment, None))
            .live(name)
            .into_any()
    });
    el("div")
        .class("chips worksheet__things")
        .attr("role", "group")
        .attr("aria-label", words.sides)
        .child(sides.collect::<Vec<_>>())
        .into_any()
}

fn view_side(sheet: Sheet, id: MomentId) -> AnyView {
    let desk = sheet.desk;
    let moment = memo(move || desk.session().look(|it| it.as_ref()?.moment(id).cloned()));
    let card = Current { id, moment };
    let about = sheet.sides().into_iter().find(|(_, moment)| *moment == id);
    let questions = match about.and_then(|(about, _)| about) {
        None => nodes![
            view_areas(sheet, card),
            view_feelings(desk, card),
            view! { <GentleLines card=card /> }.into_any(),
            view_needs(desk, card),
            view_met(desk, card),
            view_rest(desk, card, |item| matches!(item, Item::Choice(_))),
        ],
        Some(person) => view_guess(sheet, card, person),
    };
    el("div").class("worksheet__questions").child(questions).into_any()
}

fn view_guess(sheet: Sheet, card: Current, person: PersonId) -> AnyView {
    let (desk, words) = (sheet.desk, &more().sheets);
    let code = sheet.page.conversation().glance(|it| it.as_ref().map(|it| code_of(it, person)));
    let code = code.unwrap_or_default();
    let feels = fill(words.guess_feels, &[("code", &code)]);
    let needs = fill(words.guess_needs, &[("code", &code)]);
    let is_felt = |item: &Item| matches!(item, Item::Felt(_) | Item::Heard(_));
    let is_need = |item: &Item| matches!(item, Item::Need(_));
    nodes![
        view_question(
            &feels,
            &fill(words.guess_hint, &[("code", &code)]),
            vec![
                view_chips(desk, card, &feels, is_felt),
                view_fold(more().worksheet.feeling_list, crate::screen::attune::view_feelings),
            ],
        ),
        view! { <GentleLines card=card /> }.into_any(),
        view_question(
            &needs,
            more().worksheet.need_hint,
            vec![
                view_chips(desk, card, &needs, is_need),
                view_likely(desk),
                view_fold(more().worksheet.need_list, crate::screen::attune::view_needs),
            ],
        ),
        view_rest(desk, card, |item| matches!(item, Item::Behaviour(_) | Item::Choice(_)))
    ]
}

/// What the line takes beside feelings and needs: seen once there is some of it.
fn view_rest(desk: Desk, card: Current, is_rest: fn(&Item) -> bool) -> AnyView {
    let words = &more().sheets;
    let has_some = memo(move || card.read(|it| it.items.iter().any(is_rest)));
    let view =
        move || view_question(words.rest, "", vec![view_chips(desk, card, words.rest, is_rest)]);
    live(move || has_some.get().then(view))
}

/// The areas that this conversation may be about.
fn view_areas(sheet: Sheet, card: Current) -> AnyView {
    let words = &more().worksheet;
    let areas = sheet.page.conversation().glance(|it| {
        let areas = it.iter().flat_map(|it| &it.frame.areas);
        areas.filter_map(|area| area.known()).collect::<Vec<Area>>()
    });
    if areas.is_empty() {
        return ().into_any();
    }
    let now = memo(move || card.read(|it| it.area.as_ref().and_then(|it| it.known())));
    let button_of = move |area: Area| {
        let is_now = memo(move || now.get() == Some(area));
        let press = move || {
            sheet.desk.set_area(card.id, (!is_now.get_untracked()).then_some(area));
        };
        button()
            .class("choice")
            .live_attr("aria-pressed", move || is_now.get().to_string())
            .on_click(press)
            .child(area.name())
            .into_any()
    };
    el("div")
        .class("sheet__areas choices__flow")
        .attr("role", "group")
        .attr("aria-label", words.about_area)
        .child(el("span").class("eyebrow").attr("aria-hidden", "true").child(words.about_area))
        .child(areas.into_iter().map(button_of).collect::<Vec<_>>())
        .into_any()
}

/// Whether a need goes short in words, for a list.
pub fn standing_said(standing: Standing) -> Option<&'static str> {
    (standing != Standing::NotSaid).then(|| crate::ui::standing_name(standing))
}

/// A list whose rows keep their place and the focus.
pub fn view_keyed_list(
    name: &'static str,
    keys: impl Fn() -> Vec<u64> + Send + Sync + 'static,
    row: impl Fn(u64) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    el("ul").class("sheet__list").attr("aria-label", name).child(keyed(keys, row)).into_any()
}
