//! Which period and which area are looked at.
//! Never narrows anything itself: `insight::scope` does.

use std::sync::Arc;

use crate::reactive::{Look, memo};
use crate::ui::markup::{el, nodes};
use leptos::prelude::*;

use crate::desk::Desk;
use crate::domain::{AreaName, Day, PersonId, Session};
use crate::i18n::more;
use crate::insight::scope::{Period, Scope, areas};
use crate::screen::desk;
use crate::screen::wording::area_text;

/// In the order in which they stand in the list.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Span {
    All,
    Last(usize),
    Between,
}

const SPANS: [Span; 5] = [Span::All, Span::Last(1), Span::Last(5), Span::Last(12), Span::Between];

fn name(span: Span) -> &'static str {
    let texts = &more().understanding;
    match span {
        Span::All => texts.period_all,
        Span::Last(1) => texts.period_last,
        Span::Last(5) => texts.period_five,
        Span::Last(_) => texts.period_twelve,
        Span::Between => texts.period_between,
    }
}

/// What is chosen, as long as the page stands and the same person is looked at: whoever goes to a moment and comes back
/// finds the period and the area as they were.
#[derive(Clone, Copy)]
pub struct Filter {
    whose: RwSignal<Option<PersonId>>,
    span: RwSignal<Span>,
    from: RwSignal<String>,
    to: RwSignal<String>,
    area: RwSignal<Option<AreaName>>,
}

impl Filter {
    /// For the page's context: it has to outlive the screen.
    pub fn none() -> Filter {
        Filter {
            whose: RwSignal::new(None),
            span: RwSignal::new(Span::All),
            from: RwSignal::new(String::new()),
            to: RwSignal::new(String::new()),
            area: RwSignal::new(None),
        }
    }

    /// The page's, set to everything where another person was looked at before.
    pub fn of_the_page(desk: Desk) -> Filter {
        let filter = use_context().unwrap_or_else(Filter::none);
        let journal = desk.journal().get_untracked();
        let whose = journal.as_ref().map(|it| it.person.id);
        // What bore the area may be gone by now, and then the list could not show what is chosen.
        let named = journal.as_deref().map(areas).unwrap_or_default();
        if filter.area.glance(|area| area.as_ref().is_some_and(|area| !named.contains(area))) {
            filter.area.set(None);
        }
        if filter.whose.get_untracked() != whose {
            let all = journal.map(|it| Scope::default().sessions(&it)).unwrap_or_default();
            let day = |session: Option<&Arc<Session>>| session.map(|it| it.day.iso());
            filter.whose.set(whose);
            filter.span.set(Span::All);
            filter.from.set(day(all.first()).unwrap_or_default());
            filter.to.set(day(all.last()).unwrap_or_default());
            filter.area.set(None);
        }
        filter
    }

    pub fn has_area(self) -> bool {
        self.area.look(Option::is_some)
    }

    /// A day that is none, or none yet, leaves its end open.
    pub fn scope(self) -> Scope {
        let period = match self.span.get() {
            Span::All => Period::All,
            Span::Last(count) => Period::Last(count),
            Span::Between => Period::Between(
                Day::parse(&self.from.get()).unwrap_or(Day::FIRST),
                Day::parse(&self.to.get()).unwrap_or(Day::LAST),
            ),
        };
        Scope { period, area: self.area.get() }
    }
}

pub fn view_filter(filter: Filter) -> AnyView {
    let texts = &more().understanding;
    let is_between = memo(move || filter.span.get() == Span::Between);
    nodes![
        view_period(filter),
        el("div").class("scope__days").live(move || {
            is_between.get().then(|| {
                nodes![
                    view_day("scope-from", texts.from, filter.from),
                    view_day("scope-to", texts.to, filter.to)
                ]
            })
        }),
        view_areas(filter)
    ]
}

fn view_period(filter: Filter) -> AnyView {
    let choose = move |event| {
        let place = event_target_value(&event).parse::<usize>().unwrap_or_default();
        filter.span.set(SPANS.get(place).copied().unwrap_or(Span::All));
    };
    let options =
        SPANS.into_iter().enumerate().map(|(place, span)| (place, name(span).to_string()));
    let chosen = SPANS.iter().position(|span| *span == filter.span.get_untracked());
    let label = more().understanding.period;
    view_list("scope-period", label, options.collect(), chosen.unwrap_or_default(), choose)
}

fn view_areas(filter: Filter) -> AnyView {
    let desk = desk();
    let named =
        memo(move || desk.journal().look(|it| it.as_deref().map(areas)).unwrap_or_default());
    el("div")
        .class("scope__area")
        .live(move || {
            let named = named.get();
            let chosen = filter.area.get_untracked();
            let place = named.iter().position(|area| Some(area) == chosen.as_ref());
            let options = named.iter().enumerate().map(|(at, area)| (at + 1, area_text(area)));
            let all = (0, more().understanding.area_all.to_string());
            let options = [all].into_iter().chain(options).collect();
            let choose = move |event| {
                let place = event_target_value(&event).parse::<usize>().unwrap_or_default();
                filter.area.set(place.checked_sub(1).and_then(|at| named.get(at).cloned()));
            };
            let label = more().understanding.area;
            view_list("scope-area", label, options, place.map_or(0, |at| at + 1), choose)
        })
        .into_any()
}

fn view_list(
    id: &'static str,
    label: &'static str,
    options: Vec<(usize, String)>,
    chosen: usize,
    choose: impl FnMut(leptos::web_sys::Event) + 'static,
) -> AnyView {
    let options = options.into_iter().map(|(place, words)| {
        el("option")
            .attr("value", place.to_string())
            .attr("selected", (place == chosen).then_some(""))
            .child(words)
    });
    el("label")
        .class("scope__choice")
        .attr("for", id)
        .child(el("span").class("unseen").child(label))
        .child(el("select").class("scope__list").id(id).on("change", choose).children(options))
        .into_any()
}

fn view_day(id: &'static str, label: &'static str, chosen: RwSignal<String>) -> AnyView {
    el("label")
        .class("scope__choice")
        .attr("for", id)
        .child(el("span").class("small soft").child(label))
        .child(
            el("input")
                .id(id)
                .class("scope__list")
                .attr("type", "date")
                .attr("min", "1900-01-01")
                .attr("max", "2199-12-31")
                .attr("autocomplete", "off")
                .value(move || chosen.get())
                .on("input", move |event| chosen.set(event_target_value(&event))),
        )
        .into_any()
}
