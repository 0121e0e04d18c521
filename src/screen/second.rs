//! The way to the second part of the program: every screen that words are typed into, in a file of its own.
//! Names no screen of it: that list is `app::second_part`, so that nothing here draws it into the first part.

use std::sync::OnceLock;

use super::attune::Current;
use crate::domain::{Cabinet, Day};
use crate::ui::markup::{el, live};
use leptos::prelude::*;

/// What the second part holds.
pub struct SecondPart {
    pub attune: fn() -> AnyView,
    pub people: fn() -> AnyView,
    pub sessions: fn() -> AnyView,
    pub turned: fn() -> AnyView,
    pub worksheet: fn() -> AnyView,
    pub paper: fn() -> AnyView,
    pub hand_over: fn() -> AnyView,
    /// For whoever opened an invitation.
    pub guest: fn() -> AnyView,
    pub record: fn() -> AnyView,
    pub person_file: fn() -> AnyView,
    /// The conversations.
    pub together: fn() -> AnyView,
    /// The open one.
    pub conversation: fn() -> AnyView,
    pub invite: fn() -> AnyView,
    pub receive: fn() -> AnyView,
    /// All views of it: it stays while they change, and so does what was chosen in it.
    pub understanding: fn() -> AnyView,
    pub change: fn() -> AnyView,
    pub learn: fn() -> AnyView,
    pub words: fn() -> AnyView,
    pub settings: fn() -> AnyView,
    pub choose_lock: fn() -> AnyView,
    pub unlock: fn() -> AnyView,
    /// The receipt of an erased vault.
    pub erased: fn() -> AnyView,
    /// The list of shortcuts, as it stands in its dialog.
    pub shortcuts: fn() -> AnyView,
    /// The lists and the wheel of feelings, as they stand in their dialog.
    pub feelings: fn() -> AnyView,
    /// The lists of needs, as they stand in their dialog.
    pub needs: fn() -> AnyView,
    /// Everything about the current item of a card.
    pub details: fn(Current) -> AnyView,
    /// The feelings that often go with the current need.
    pub often_felt: fn() -> AnyView,
    /// The two texts of the open session.
    pub texts: fn() -> AnyView,
    /// The two living examples, as seen on a day.
    pub examples: fn(Day) -> Cabinet,
    /// What explains the words; see `vocabulary::take_meanings`.
    pub meanings: fn() -> &'static str,
}

/// What is done with it; `None` where it did not come.
pub type Then = Box<dyn FnOnce(Option<&'static SecondPart>)>;

/// Asks for the second part and hands it on.
pub type Fetch = fn(Then);

static PART: OnceLock<&'static SecondPart> = OnceLock::new();

/// The second part, as the page sees it; in the page's context.
#[derive(Clone, Copy)]
pub struct Second {
    fetch: Fetch,
    is_here: RwSignal<bool>,
    is_missing: RwSignal<bool>,
}

impl Second {
    pub fn new(fetch: Fetch) -> Second {
        Second { fetch, is_here: RwSignal::new(false), is_missing: RwSignal::new(false) }
    }

    pub fn of_the_page() -> Second {
        expect_context()
    }

    /// Whether it was asked for and did not come.
    pub fn is_missing(self) -> bool {
        self.is_missing.get()
    }

    /// The part, once it is here; whoever asks is told when it comes.
    fn part(self) -> Option<&'static SecondPart> {
        if self.is_here.get() { PART.get().copied() } else { None }
    }

    /// Does something with it, at once or as soon as it has come. Where it does not come, `is_missing` says so, and
    /// the next call asks again.
    #[inline(never)]
    pub fn with(self, act: Box<dyn FnOnce(&'static SecondPart)>) {
        if let Some(part) = untrack(|| self.part()) {
            return act(part);
        }
        self.is_missing.set(false);
        (self.fetch)(Box::new(move |come| match come {
            Some(part) => {
                crate::vocabulary::take_meanings((part.meanings)());
                let part = PART.get_or_init(|| part);
                let had_focus = crate::browser::is_focused("main");
                self.is_here.set(true);
                // The screen takes the place of the empty one, on which someone may be waiting.
                if had_focus {
                    crate::browser::soon(Box::new(crate::browser::keep_focus_in_page));
                }
                act(part);
            }
            None => self.is_missing.set(true),
        }));
    }
}

/// A screen of the second part: empty until it has come.
pub fn view_second(view: fn(&'static SecondPart) -> AnyView) -> AnyView {
    let second = Second::of_the_page();
    live(move || match second.part() {
        Some(part) => view(part),
        None => el("main")
            .class("main")
            .id("main")
            .attr("tabindex", "-1")
            .live_attr("aria-busy", move || !second.is_missing())
            .into_any(),
    })
}

/// A piece of the second part on a screen of the first: nothing until it has come.
pub fn view_piece(view: impl Fn(&'static SecondPart) -> AnyView + Send + 'static) -> AnyView {
    let second = Second::of_the_page();
    live(move || second.part().map(&view))
}
