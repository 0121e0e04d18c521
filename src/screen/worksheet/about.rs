//! What the worksheet is about: its things, one of them at a time, each with a name and an area if one likes; and one more.
//! Never asks for a story: a name points, and may be left out.

use crate::reactive::{Look, derived, memo};
use crate::ui::markup::{button, el, live};
use leptos::prelude::*;

use crate::desk::{Desk, TextPlace};
use crate::domain::MomentId;
use crate::i18n::{fill, more, text};
use crate::screen::attune::{CATCH_ID, Current, LineField};
use crate::screen::wording::{area_text, moment_text};
use crate::ui::{Icon, icon, keyed};
use crate::vocabulary::Area;

/// The things that came up, where there are several.
pub fn view_things(desk: Desk) -> AnyView {
    let keys = memo(move || {
        desk.session().look(|session| {
            let moments = session.iter().flat_map(|session| session.moments.iter());
            moments.map(|moment| u64::from_le_bytes(moment.id.0)).collect::<Vec<_>>()
        })
    });
    let has_several = memo(move || keys.look(|keys| keys.len() > 1));
    let things = move || {
        el("div")
            .class("chips worksheet__things")
            .attr("role", "group")
            .attr("aria-label", more().worksheet.things)
            .child(keyed(
                move || keys.get(),
                move |key| view_thing(desk, MomentId(key.to_le_bytes())),
            ))
    };
    live(move || has_several.get().then(things))
}

/// A way to one more, below the questions about this one: nothing that is read or pressed moves when it comes.
pub fn view_other(desk: Desk) -> AnyView {
    let is_blank =
        memo(move || desk.moment().look(|it| it.as_ref().is_none_or(|it| it.is_blank())));
    let begin = move || {
        desk.begin_moment();
        crate::browser::scroll_to_top();
        // Under a finger the keyboard would come up over the questions.
        match crate::browser::prefers_touch() {
            true => crate::browser::focus_in_place("main"),
            false => crate::browser::focus_in_place(CATCH_ID),
        }
    };
    let other = move || {
        button()
            .class("plain plain--add")
            .on_click(begin)
            .child(icon(Icon::Add))
            .child(more().worksheet.thing_other)
    };
    el("p").class("worksheet__other").live(move || (!is_blank.get()).then(other)).into_any()
}

fn view_thing(desk: Desk, id: MomentId) -> AnyView {
    let moment = memo(move || desk.session().look(|session| session.as_ref()?.moment(id).cloned()));
    let is_current = memo(move || desk.catching().look(|it| it.moment == Some(id)));
    // What shows up elsewhere is known by where.
    let name = move || {
        moment.look(|moment| {
            let moment = moment.as_ref()?;
            let has_name = moment.label.is_some();
            let area = moment.area.as_ref().filter(|_| !has_name).map(area_text);
            Some(area.unwrap_or_else(|| moment_text(moment, desk.person().as_deref())))
        })
    };
    button()
        .class("choice")
        .attr("translate", "no")
        .live_attr("aria-pressed", move || is_current.get().to_string())
        .on_click(move || desk.make_current(id, None))
        .live(name)
        .into_any()
}

/// Its name and its area.
pub fn view_about(desk: Desk, card: Current) -> AnyView {
    let worksheet = &more().worksheet;
    let label = derived(move || {
        card.read(|moment| moment.label.as_ref().map(|label| label.as_str().to_string()))
    });
    let has_several =
        memo(move || desk.session().look(|it| it.as_ref().is_some_and(|it| it.moments.len() > 1)));
    let remove = move || {
        let what = move || card.read(|moment| moment_text(moment, desk.person().as_deref()));
        button()
            .class("plain")
            .live_attr("aria-label", move || fill(worksheet.thing_remove, &[("what", &what())]))
            .on_click(move || {
                desk.remove_moment(card.id);
                crate::browser::keep_focus_in_page();
            })
            .child(icon(Icon::Delete))
    };
    el("section")
        .class("question question--about")
        .attr("aria-label", worksheet.things)
        .child(
            el("div")
                .class("card__head")
                .child(view! { <LineField moment=card.id place=TextPlace::Label value=label label=text().canvas.moment_label empty=worksheet.about hint=text().canvas.label_hint /> }.into_any())
                .child(el("span").class("card__head-end").live(move || has_several.get().then(remove))),
        )
        .child(view_areas(desk, card))
        .into_any()
}

/// Folded to one line, so that nothing stands between a person and the first question.
fn view_areas(desk: Desk, card: Current) -> AnyView {
    let now = memo(move || card.read(|moment| moment.area.as_ref().and_then(|it| it.known())));
    let areas = Area::all().map(|area| {
        let is_it = memo(move || now.get() == Some(area));
        button()
            .class("choice")
            .live_attr("aria-pressed", move || is_it.get().to_string())
            .on_click(move || desk.set_area(card.id, (!is_it.get_untracked()).then_some(area)))
            .child(area.name())
            .into_any()
    });
    let title = move || {
        let area = card.read(|moment| moment.area.as_ref().map(area_text));
        let of_area = |area: String| fill(more().worksheet.about_area_is, &[("area", &area)]);
        area.map_or_else(|| more().worksheet.about_area.to_string(), of_area)
    };
    el("details")
        .class("question__fold question__where")
        .child(el("summary").live(title))
        .child(
            el("span")
                .class("choices__flow")
                .attr("role", "group")
                .attr("aria-label", more().worksheet.about_area)
                .child(areas.collect::<Vec<_>>()),
        )
        .into_any()
}
