//! Where else does this show up? The other areas of life, each one tap: what goes short here may go short there.
//! Never carries over more than the needs: what is felt there is for the person to say.

use crate::reactive::{Look, memo};
use crate::ui::markup::{button, el};
use leptos::prelude::*;

use super::view_question;
use crate::desk::Desk;
use crate::domain::{Moment, MomentId, NeedWord, Standing};
use crate::i18n::{fill, inside, more};
use crate::screen::attune::Current;
use crate::screen::wording::{join_text, need_text};
use crate::vocabulary::Area;

pub fn view_elsewhere(desk: Desk, card: Current) -> AnyView {
    let worksheet = &more().worksheet;
    let short = memo(move || card.read(short_needs));
    let own = memo(move || card.read(|moment| moment.area.as_ref().and_then(|it| it.known())));
    let body = move || {
        let needs = short.get();
        if needs.is_empty() {
            return el("p").class("soft small").child(worksheet.elsewhere_first).into_any();
        }
        let person = desk.person();
        let names = needs.iter().map(|it| inside(&need_text(it, person.as_deref())));
        let hint = fill(worksheet.elsewhere_hint, &[("needs", &join_text(names.collect()))]);
        let areas = Area::all().filter(|area| Some(*area) != own.get());
        el("div")
            .class("question__maybe")
            .attr("role", "group")
            .attr("aria-label", hint.clone())
            .child(el("p").class("soft small").child(hint))
            .child(
                el("span")
                    .class("choices__flow")
                    .child(areas.map(|area| view_area(desk, card, area)).collect::<Vec<_>>()),
            )
            .into_any()
    };
    view_question(worksheet.elsewhere, "", vec![el("div").live(body).into_any()])
}

fn short_needs(moment: &Moment) -> Vec<NeedWord> {
    let short = moment.needs().filter(|mark| mark.standing != Standing::Met);
    short.map(|mark| mark.need.clone()).collect()
}

/// A tap says that it is so there too; from then on it leads there.
fn view_area(desk: Desk, card: Current, area: Area) -> AnyView {
    let there = memo(move || {
        let short = card.read(short_needs);
        desk.session().look(|session| found_in(session.as_ref()?, card.id, area, &short))
    });
    let name = move || {
        let worksheet = &more().worksheet;
        let template =
            if there.get().is_some() { worksheet.elsewhere_here } else { worksheet.elsewhere_open };
        fill(template, &[("area", area.name())])
    };
    let press = move || match there.get_untracked() {
        Some(id) => {
            desk.make_current(id, None);
            crate::browser::scroll_to_top();
        }
        None => {
            desk.show_elsewhere(area);
        }
    };
    button()
        .class("choice")
        .live_attr("aria-label", name)
        .toggle("choice--there", move || there.get().is_some())
        .on_click(press)
        .child(area.name())
        .into_any()
}

/// Another moment of this area in which one of the needs goes short.
fn found_in(
    session: &crate::domain::Session,
    this: MomentId,
    area: Area,
    short: &[NeedWord],
) -> Option<MomentId> {
    let others = session.moments.iter().filter(|moment| moment.id != this);
    let mut there =
        others.filter(|it| it.area.as_ref().and_then(|known| known.known()) == Some(area));
    there.find(|it| short_needs(it).iter().any(|need| short.contains(need))).map(|it| it.id)
}
