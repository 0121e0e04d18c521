//! What the change does to the needs of a group: those of the workplace first, then all of them in their groups.
//! Never marks a need by itself.

use crate::reactive::{Look, memo};
use crate::ui::markup::{button, el, live, nodes};
use leptos::prelude::*;

use super::Changing;
use crate::domain::{GroupId, Hands, Listed, Naming, Standing, TouchKind};
use crate::i18n::{inside, more};
use crate::insight::change::workplace_needs;
use crate::screen::wording::need_text;
use crate::ui::{keyed, mark};
use crate::vocabulary::{Need, NeedGroup};

pub fn view_needs(changing: Changing, group: GroupId) -> AnyView {
    let words = &more().change;
    let workplace: Vec<_> = workplace_needs()
        .map(|it| view_need(changing, group, Listed::Known(it), "touch-"))
        .collect();
    nodes![
        el("p").class("soft small").child(words.needs_hint),
        el("div").class("change__needs").child(workplace),
        view_others(changing, group),
        view_all(changing, group)
    ]
}

/// A need as it is called; the id of one that only a newer Attune knows.
pub fn need_name(need: &Listed<Need>) -> String {
    let word = match need {
        Listed::Known(it) => Naming::Known(*it),
        Listed::Unknown(id) => Naming::Unknown(id.clone()),
    };
    need_text(&word, None)
}

/// The first button of a need's row among those that stand open.
pub fn row_id(need: &Listed<Need>) -> String {
    ["touch-", id_of(need)].concat()
}

fn id_of(need: &Listed<Need>) -> &str {
    match need {
        Listed::Known(it) => it.id(),
        Listed::Unknown(id) => id,
    }
}

/// What is marked and does not stand above.
fn view_others(changing: Changing, group: GroupId) -> AnyView {
    let of_it = changing.group(group);
    let others = memo(move || {
        let is_other = |it: &Listed<Need>| !workplace_needs().any(|need| it.known() == Some(need));
        of_it.look(|it| {
            let touches = it.iter().flat_map(|it| &it.touches);
            touches.map(|it| it.need.clone()).filter(is_other).collect::<Vec<_>>()
        })
    });
    let is_any = memo(move || others.look(|it| !it.is_empty()));
    // A place in the list would move when one before it is taken back: the need itself is the key.
    let keys = move || others.look(|it| it.iter().map(key).collect::<Vec<_>>());
    let row = move |wanted: u64| {
        let need = others.glance(|it| it.iter().find(|it| key(it) == wanted).cloned());
        need.map(|it| view_need(changing, group, it, "touch-")).into_any()
    };
    live(move || {
        is_any.get().then(|| {
            el("div")
                .class("change__needs")
                .child(el("span").class("eyebrow").child(more().change.other_marks))
                .child(keyed(keys, row))
        })
    })
}

fn key(need: &Listed<Need>) -> u64 {
    let step = |sum: u64, byte: u8| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    id_of(need).bytes().fold(0xcbf2_9ce4_8422_2325, step)
}

fn view_all(changing: Changing, group: GroupId) -> AnyView {
    let folds =
        move || NeedGroup::all().map(|it| view_fold(changing, group, it)).collect::<Vec<_>>();
    view_folded("question__fold", more().change.all_needs, "", folds)
}

fn view_fold(changing: Changing, group: GroupId, of: NeedGroup) -> AnyView {
    let rows = move || {
        let rows = of.needs().map(|it| view_need(changing, group, Listed::Known(it), "all-"));
        vec![el("div").class("change__needs").children(rows).into_any()]
    };
    view_folded("change__fold", of.name(), of.summary(), rows)
}

/// Built when it is first opened: a whole vocabulary at once would be heard by no one.
fn view_folded(
    class: &'static str,
    title: &'static str,
    note: &'static str,
    inside: impl Fn() -> Vec<AnyView> + Send + 'static,
) -> AnyView {
    let opened = RwSignal::new(false);
    el("details")
        .class(class)
        .on("toggle", move |_| opened.set(true))
        .child(
            el("summary")
                .child(title)
                .child(el("span").class("soft small change__note").child(note)),
        )
        .live(move || opened.get().then(&inside))
        .into_any()
}

fn view_need(
    changing: Changing,
    group: GroupId,
    need: Listed<Need>,
    place: &'static str,
) -> AnyView {
    let of_it = changing.group(group);
    let wanted = need.clone();
    let touch =
        memo(move || of_it.look(|it| it.as_ref()?.touch(&wanted).map(|it| (it.kind, it.hands))));
    let words = &more().change;
    let name = need_name(&need);
    let id = [place, id_of(&need)].concat();
    let hands_of = need.clone();
    let definition = need.known().map(Need::definition);
    el("div")
        .class("change__need")
        .toggle("change__need--marked", move || touch.look(Option::is_some))
        .attr("role", "group")
        .attr("aria-label", name.clone())
        .child(
            el("p")
                .class("change__name")
                .child(el("span").class("question__name").child(name))
                .child(el("span").class("soft small").child(definition)),
        )
        .child(
            el("span")
                .class("choices__flow")
                .child(view_kind(changing, group, (need.clone(), TouchKind::Serves), touch, None))
                .child(view_kind(changing, group, (need, TouchKind::Threatens), touch, Some(id))),
        )
        .live(move || {
            let is_marked = touch.look(Option::is_some);
            is_marked
                .then(|| view_hands(changing, group, hands_of.clone(), touch, words.whose_hands))
        })
        .into_any()
}

type Touched = Memo<Option<(TouchKind, Option<Hands>)>>;

fn view_kind(
    changing: Changing,
    group: GroupId,
    (need, kind): (Listed<Need>, TouchKind),
    touch: Touched,
    id: Option<String>,
) -> AnyView {
    let words = &more().change;
    let is_so = memo(move || touch.look(|it| it.map(|it| it.0)) == Some(kind));
    let (drawing, says) = match kind {
        TouchKind::Serves => (mark(Standing::Met), words.serves),
        TouchKind::Threatens => (mark(Standing::Unmet), words.threatens),
    };
    let choose = move || {
        // Where it cannot be, the notices say why.
        let kind = (!is_so.get_untracked()).then_some(kind);
        let _ = changing.desk.mark_touch(group, need.clone(), kind);
    };
    let button = match id {
        Some(id) => button().id(id),
        None => button(),
    };
    button
        .class("choice")
        .live_attr("aria-pressed", move || is_so.get().to_string())
        .on_click(choose)
        .child(drawing)
        .child(says)
        .into_any()
}

/// As the group would say: theirs, not ours.
pub fn hands_text(hands: Hands) -> &'static str {
    let words = &more().change;
    match hands {
        Hands::Mine => words.theirs,
        Hands::Influence => words.influence,
        Hands::NotMine => words.not_theirs,
    }
}

pub fn hands_inside(hands: Hands) -> String {
    inside(hands_text(hands))
}

fn view_hands(
    changing: Changing,
    group: GroupId,
    need: Listed<Need>,
    touch: Touched,
    label: &'static str,
) -> AnyView {
    let buttons = Hands::ALL.map(|hands| {
        let is_so = memo(move || touch.look(|it| it.and_then(|it| it.1)) == Some(hands));
        let need = need.clone();
        let choose = move || {
            let hands = (!is_so.get_untracked()).then_some(hands);
            let _ = changing.desk.set_touch_hands(group, &need, hands);
        };
        button()
            .class("choice")
            .live_attr("aria-pressed", move || is_so.get().to_string())
            .on_click(choose)
            .child(hands_text(hands))
            .into_any()
    });
    el("span")
        .class("choices__flow change__hands")
        .attr("role", "group")
        .attr("aria-label", label)
        .child(buttons.into_iter().collect::<Vec<_>>())
        .into_any()
}
