//! What the catch line holds while it is typed in, and what each key does with it.
//! Never shows anything, and never decides what is offered: that is insight's.

use crate::reactive::{Look, memo};
use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::options::{option_id, row_at, row_count};
use crate::desk::{Caught, Desk};
use crate::domain::moment::Line as ShortLine;
use crate::domain::{Item, Standing};
use crate::i18n::{count, fill, text};
use crate::insight::catch::{OfferGroup, OfferRow, Suffix, offers, read};
use crate::screen::wording::{item_text, too_long};
use crate::ui::field::Draft;

/// What the line holds while it is typed in.
#[derive(Clone, Copy)]
pub(super) struct Line {
    desk: Desk,
    draft: Draft,
    pub typed: RwSignal<String>,
    pub open: RwSignal<bool>,
    /// The row that Enter takes.
    pub active: RwSignal<Option<usize>>,
    pub groups: Memo<Vec<OfferGroup>>,
    /// What just happened, for a screen reader, or why it did not.
    pub said: RwSignal<String>,
    pub wrong: RwSignal<Option<String>>,
}

impl Line {
    pub(super) fn new(desk: Desk) -> Line {
        let typed = RwSignal::new(String::new());
        let open = RwSignal::new(false);
        let groups = memo(move || {
            // A closed list is not worked out: typing in one moment must not cost more than that.
            if !open.get() {
                return Vec::new();
            }
            let moment = desk.moment().get();
            let person = desk.person();
            typed.look(|typed| offers(typed, moment.as_deref(), person.as_deref()))
        });
        Line {
            desk,
            draft: Draft::of_the_page(),
            typed,
            open,
            active: RwSignal::new(None),
            groups,
            said: RwSignal::new(String::new()),
            wrong: RwSignal::new(None),
        }
    }

    pub(super) fn type_in(&self, text: String) {
        let has_text = !text.trim().is_empty();
        self.draft.0.set(text.clone());
        self.wrong.set(None);
        self.typed.set(text);
        self.open.set(has_text);
        self.active.set(has_text.then_some(0));
    }

    fn count(&self) -> usize {
        self.groups.look(|groups| row_count(groups))
    }

    pub(super) fn is_shown(&self) -> bool {
        self.open.get() && self.count() > 0
    }

    /// How many rows are offered, said to a screen reader.
    pub(super) fn count_text(&self) -> String {
        let capture = &text().capture;
        match self.is_shown() {
            true => count(self.count(), capture.count_one, capture.count_other),
            false => String::new(),
        }
    }

    fn show_without_choice(&self) {
        self.open.set(true);
        self.active.set(None);
    }

    /// Moves through the list, opening it where it is closed.
    fn step(&self, forward: bool) {
        self.open.set(true);
        let count = self.groups.glance(|groups| row_count(groups));
        let next = match (self.active.get_untracked(), forward) {
            _ if count == 0 => None,
            (None, true) => Some(0),
            (None, false) => Some(count - 1),
            (Some(at), true) => Some((at + 1) % count),
            (Some(at), false) => Some((at + count - 1) % count),
        };
        self.active.set(next);
        if let Some(at) = next {
            crate::browser::scroll_to(&option_id(at));
        }
    }

    fn active_row(&self) -> Option<OfferRow> {
        let at = self.active.get_untracked()?;
        self.groups.glance(|groups| row_at(groups, at).cloned())
    }

    /// Enter: takes the active row, or sets the current item where only a suffix is typed.
    /// Whether anything was typed that still stands there.
    fn enter(&self) -> bool {
        let raw = self.typed.get_untracked();
        let typed = read(&raw);
        if let Some(suffix) = typed.suffix.filter(|_| typed.text.is_empty())
            && self.desk.set_current(suffix)
        {
            self.clear();
            return false;
        }
        match self.active_row() {
            Some(row) if self.open.get_untracked() => self.take(&row),
            _ if raw.trim().is_empty() => false,
            _ => {
                // A closed list comes back rather than that something typed is taken for nothing.
                let parsed = ShortLine::parse(&raw);
                self.type_in(raw);
                // What is too long for everything is offered as nothing: it stays, with a word about it.
                if let Err(error) = parsed {
                    self.wrong.set(too_long(error, text().capture.too_long_for_all));
                }
                true
            }
        }
    }

    /// Takes a row. Whether it could not be taken, so that the text still stands.
    pub(super) fn take(&self, row: &OfferRow) -> bool {
        let raw = self.typed.get_untracked();
        let suffix = read(&raw).suffix.filter(|suffix| row.offer.takes(*suffix));
        match self.desk.catch(&row.offer, suffix, &row.text) {
            Ok(caught) => {
                self.say_caught(caught, row);
                self.clear();
                false
            }
            Err(error) => {
                self.wrong.set(too_long(error, text().trouble.long_line));
                true
            }
        }
    }

    fn say_caught(&self, caught: Option<Caught>, row: &OfferRow) {
        let what = match caught {
            Some(Caught::Item(id)) => {
                let moment = self.desk.moment().get_untracked();
                let person = untrack(|| self.desk.person());
                moment
                    .as_deref()
                    .and_then(|moment| moment.item(id))
                    .map(|item| item_text(item, person.as_deref()))
            }
            Some(Caught::Label | Caught::Area) => Some(row.text.clone()),
            None => None,
        };
        if let Some(what) = what {
            self.said.set(fill(text().capture.caught, &[("what", &what)]));
        }
    }

    fn clear(&self) {
        self.type_in(String::new());
    }

    /// Ctrl+Enter: takes what is typed first, so that it is never lost, then begins the next moment.
    fn next_moment(&self) {
        if self.enter() {
            return;
        }
        if self.desk.begin_moment().is_some() {
            self.said.set(text().capture.next_begun.to_string());
        }
    }

    fn escape(&self) {
        if self.open.get_untracked() {
            self.open.set(false);
            self.active.set(None);
        } else {
            self.clear();
        }
    }

    /// One key turns the current need, as long as nothing is typed. Whether it was one.
    fn turn_current(&self, key: &str) -> bool {
        let standing = match key {
            "+" => Standing::Met,
            "~" => Standing::Partly,
            "-" => Standing::Unmet,
            _ => return false,
        };
        let current = self.desk.catching().get_untracked().item;
        let is_need = self.desk.moment().glance(|moment| {
            let item = moment.as_deref().zip(current).and_then(|(moment, id)| moment.item(id));
            matches!(item, Some(Item::Need(_)))
        });
        is_need && self.desk.set_current(Suffix::Standing(standing))
    }

    pub(super) fn press(&self, event: KeyboardEvent, open_help: impl Fn()) {
        // While a word is being composed, its keys are the input method's.
        if event.is_composing() {
            return;
        }
        let is_blank = self.typed.glance(|typed| typed.is_empty());
        let command = event.ctrl_key() || event.meta_key();
        match event.key().as_str() {
            "Enter" if command => self.next_moment(),
            "Enter" => {
                self.enter();
            }
            "ArrowDown" if event.alt_key() => self.show_without_choice(),
            "ArrowDown" => self.step(true),
            "ArrowUp" if event.alt_key() => self.open.set(false),
            "ArrowUp" => self.step(false),
            "Escape" => self.escape(),
            "?" if is_blank => open_help(),
            "z" if is_blank && command && !event.shift_key() => {
                self.desk.undo();
            }
            key if is_blank && !command && self.turn_current(key) => {}
            _ => return,
        }
        event.prevent_default();
    }
}
