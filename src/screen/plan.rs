//! A choice held against what goes short: which needs it would serve, which it may cost, which it leaves out.
//! Never forbids and never advises; the person says what it does.

use std::sync::Arc;

use crate::reactive::{Look, memo};
use crate::ui::markup::{button, el};
use leptos::prelude::*;

use super::desk;
use super::wording::{join_text, need_text};
use crate::desk::Desk;
use crate::domain::{Effect, EffectKind, Item, ItemId, Naming, NeedWord, Standing};
use crate::i18n::{fill, inside, more};
use crate::insight::reading::Spot;
use crate::insight::target::{Hit, Rank, Target, hit, targets};
use crate::ui::{keyed, mark, standing_name};
use crate::vocabulary::{Need, NeedGroup};

/// What goes short most is at hand; any other need is in the list below, and what is left out is told in full.
const FEW: usize = 4;

/// One choice of the chosen person, wherever it stands.
#[derive(Clone, Copy)]
pub struct Plan {
    pub spot: Spot,
    pub item: ItemId,
    /// Whether it is asked how it turned out.
    pub looks_back: bool,
}

impl Plan {
    fn effects(self, desk: Desk) -> Vec<Effect> {
        desk.journal()
            .look(|journal| {
                let journal = journal.as_ref()?;
                match journal.session(self.spot.0)?.moment(self.spot.1)?.item(self.item)? {
                    Item::Choice(choice) => Some(choice.effects.clone()),
                    _ => None,
                }
            })
            .unwrap_or_default()
    }

    fn set(self, need: NeedWord, kind: Option<EffectKind>) {
        desk().set_effect(self.spot.0, self.spot.1, self.item, need, kind);
    }
}

/// What goes short of the chosen person. Not followed: a list that jumps while one chooses from it would be in the way.
pub fn targets_now(desk: Desk) -> Arc<Vec<Target>> {
    let journal = desk.journal().get_untracked();
    Arc::new(journal.map(|journal| targets(&journal)).unwrap_or_default())
}

pub fn view_plan(plan: Plan, targets: Arc<Vec<Target>>) -> AnyView {
    let desk = desk();
    let texts = &more().plans;
    let effects = memo(move || plan.effects(desk));
    let is_new = effects.glance(Vec::is_empty);
    let few = if is_new || !plan.looks_back { FEW } else { 0 };
    let core = targets.iter().filter(|it| it.rank == Rank::RingsTrue);
    let core = StoredValue::new(core.map(|it| it.need.clone()).collect::<Vec<_>>());
    let first = targets.iter().take(few).map(|it| it.need.clone());
    let listed = StoredValue::new(first.collect::<Vec<_>>());
    let targets = StoredValue::new(targets);
    // A row that was there stays, so that a button keeps its place and the focus when its effect is taken back.
    let rows = move || {
        let all = with_touched(listed.get_value(), &effects.get());
        let count = all.len() as u64;
        listed.set_value(all);
        (0..count).collect()
    };
    let row = move |at: u64| {
        let at = at as usize;
        let need = listed.with_value(|all| all.get(at).cloned());
        let is_core = |need: &NeedWord| core.with_value(|core| core.contains(need));
        need.map(|need| view_need(plan, is_core(&need), need, effects)).into_any()
    };
    let told = move || told(desk, &hit(&targets.get_value(), &effects.get()), targets);
    el("div")
        .class("plan")
        .attr("role", "group")
        .attr("aria-label", texts.group)
        .child(
            el("p").class("plan__told").attr("role", "status").attr("translate", "no").live(told),
        )
        .child(el("ul").class("plan__needs").child(keyed(rows, row)))
        .child(view_other(plan))
        .into_any()
}

fn with_touched(mut listed: Vec<NeedWord>, effects: &[Effect]) -> Vec<NeedWord> {
    for effect in effects {
        if !listed.contains(&effect.need) {
            listed.push(effect.need.clone());
        }
    }
    listed
}

/// "It would serve rest. It leaves out control and love."
fn told(desk: Desk, hit: &Hit, targets: StoredValue<Arc<Vec<Target>>>) -> String {
    let texts = &more().plans;
    let person = desk.person();
    let join = |needs: Vec<&NeedWord>| {
        let names = needs.into_iter().map(|need| inside(&need_text(need, person.as_deref())));
        join_text(names.collect())
    };
    if hit.serves.is_empty() && hit.costs.is_empty() {
        let is_none = targets.with_value(|targets| targets.is_empty());
        return if is_none { texts.nothing_short } else { texts.ask }.to_string();
    }
    let parts = [
        (texts.hit_serves, hit.serves.iter().collect::<Vec<_>>()),
        (texts.hit_costs, hit.costs.iter().collect()),
        (texts.hit_leaves_out, hit.leaves_out.iter().map(|it| &it.need).collect()),
    ];
    let told = parts.into_iter().filter(|(_, needs)| !needs.is_empty());
    let mut told: Vec<String> =
        told.map(|(template, needs)| fill(template, &[("needs", &join(needs))])).collect();
    if hit.leaves_out.is_empty() {
        told.push(texts.hit_all.to_string());
    }
    told.join(" ")
}

fn view_need(plan: Plan, is_core: bool, need: NeedWord, effects: Memo<Vec<Effect>>) -> AnyView {
    let texts = &more().plans;
    let name = need_text(&need, desk().person().as_deref());
    let effect = memo({
        let need = need.clone();
        move || effects.look(|all| all.iter().find(|effect| effect.need == need).cloned())
    });
    let kinds = [
        (EffectKind::Serves, texts.serves, texts.serves_need),
        (EffectKind::Costs, texts.costs, texts.costs_need),
    ];
    let buttons = kinds.map(|(kind, words, told)| {
        let is_pressed = move || effect.look(|it| it.as_ref().is_some_and(|it| it.kind == kind));
        let told = fill(told, &[("need", &inside(&name))]);
        let need = need.clone();
        let turn = move || plan.set(need.clone(), (!untrack(is_pressed)).then_some(kind));
        view_choice(words, told, None, is_pressed, turn)
    });
    let is_served = memo(move || {
        let serves = effect.look(|it| it.as_ref().map(|it| it.kind) == Some(EffectKind::Serves));
        plan.looks_back && serves
    });
    el("li")
        .class("plan__need")
        .child(
            el("span")
                .class("plan__name")
                .attr("translate", "no")
                .child(name.clone())
                .child(is_core.then(|| el("span").class("tag").child(texts.core))),
        )
        .child(el("span").class("plan__kinds").children(buttons))
        .live(move || is_served.get().then(|| view_turned_out(plan, &need, &name, effect)))
        .into_any()
}

fn view_choice(
    words: &'static str,
    told: String,
    drawing: Option<AnyView>,
    is_pressed: impl Fn() -> bool + Copy + Send + Sync + 'static,
    turn: impl FnMut() + 'static,
) -> AnyView {
    button()
        .class("choice")
        .live_attr("aria-pressed", is_pressed)
        .attr("aria-label", told)
        .on_click(turn)
        .child(drawing)
        .child(words)
        .into_any()
}

fn view_turned_out(
    plan: Plan,
    need: &NeedWord,
    name: &str,
    effect: Memo<Option<Effect>>,
) -> AnyView {
    let texts = &more().plans;
    let desk = desk();
    let buttons = Standing::SAID.map(|standing| {
        let is_pressed =
            move || effect.look(|it| it.as_ref().is_some_and(|it| it.turned_out == standing));
        let need = need.clone();
        let turn = move || {
            let standing = if untrack(is_pressed) { Standing::NotSaid } else { standing };
            desk.set_turned_out(plan.spot.0, plan.spot.1, plan.item, &need, standing);
        };
        let values = [("need", name), ("standing", &*inside(standing_name(standing)))];
        let told = fill(texts.turned_out_need, &values);
        view_choice(standing_name(standing), told, Some(mark(standing)), is_pressed, turn)
    });
    el("span")
        .class("plan__turned-out")
        .child(el("span").class("eyebrow").child(texts.turned_out))
        .children(buttons)
        .into_any()
}

/// Any need can be served, whether it goes short or not. The list is built when it is asked for: there may be many plans.
fn view_other(plan: Plan) -> AnyView {
    let texts = &more().plans;
    let is_open = RwSignal::new(false);
    let view_part = move || match is_open.get() {
        true => view_needs(plan),
        false => button()
            .class("plain")
            .on_click(move || is_open.set(true))
            .child(texts.other)
            .into_any(),
    };
    // A box of its own: the focus of the button that goes moves to what stands in it then, the list.
    el("div").class("plan__other").live(view_part).into_any()
}

fn view_needs(plan: Plan) -> AnyView {
    let texts = &more().plans;
    let option = |need: Need| {
        el("option").attr("value", need.index().to_string()).child(need.name()).into_any()
    };
    let options = NeedGroup::all().map(|group| {
        el("optgroup").attr("label", group.name()).children(group.needs().map(option)).into_any()
    });
    let choose = move |event: web_sys::Event| {
        let chosen = event_target_value(&event).parse().ok().and_then(|at| Need::all().nth(at));
        if let Some(need) = chosen {
            plan.set(Naming::Known(need), Some(EffectKind::Serves));
        }
    };
    el("label")
        .class("plan__list")
        .child(el("span").class("eyebrow").child(texts.other))
        .child(
            el("select")
                .class("scope__list")
                .on("change", choose)
                .child(el("option").attr("value", "").child(texts.other_none))
                .child(options.collect::<Vec<_>>()),
        )
        .into_any()
}
