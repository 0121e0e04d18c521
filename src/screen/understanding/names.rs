//! How the things of a picture are called: needs, areas, families, days, standings.
//! Never counts anything.

use std::sync::Arc;

use crate::domain::{AreaName, Day, FeelingWord, NeedWord, Person};
use crate::i18n::{fill, more, text};
use crate::insight::map::Mark;
use crate::insight::timeline::{Kin, Tally};
use crate::screen::wording::{area_text, feeling_text, need_text};
use crate::ui::picture::shape::{Shape, Share};

/// The chosen person's words beside the vocabulary's.
#[derive(Clone)]
pub struct Names(pub Option<Arc<Person>>);

impl Names {
    pub fn need(&self, need: &NeedWord) -> String {
        need_text(need, self.0.as_deref())
    }

    pub fn feeling(&self, feeling: &FeelingWord) -> String {
        feeling_text(feeling, self.0.as_deref())
    }
}

pub fn area(area: Option<&AreaName>) -> String {
    area.map_or_else(|| more().pictures.no_area.to_string(), area_text)
}

pub fn kin(kin: Kin) -> &'static str {
    match kin {
        Kin::Family(family) => family.name(),
        Kin::Own => more().pictures.own_words,
        Kin::Unknown => more().pictures.unknown_feelings,
    }
}

/// How the mark of a cell is drawn, and what it is called.
pub fn mark(mark: Mark, tally: &Tally) -> (Shape, &'static str) {
    let marks = &text().marks;
    match mark {
        Mark::Met => (Shape::Met, marks.met),
        Mark::Partly => (Shape::Partly, marks.partly),
        Mark::Unmet => (Shape::Unmet, marks.unmet),
        Mark::NotSaid => (Shape::NotSaid, marks.not_said),
        Mark::PointedAt => (Shape::PointedAt, more().pictures.pointed_at),
        Mark::Both => {
            let share = Share { part: tally.met, all: tally.met + tally.unmet };
            (Shape::Both(share), more().pictures.both)
        }
    }
}

/// "Met 2, Unmet 1"; empty where nothing was named.
pub fn tally(tally: &Tally) -> String {
    let marks = &text().marks;
    let counted = [
        (marks.met, tally.met),
        (marks.partly, tally.partly),
        (marks.unmet, tally.unmet),
        (marks.not_said, tally.not_said),
    ];
    let told = counted.into_iter().filter(|(_, count)| *count > 0).map(|(standing, count)| {
        fill(more().pictures.tally, &[("standing", standing), ("count", &count.to_string())])
    });
    told.collect::<Vec<_>>().join(", ")
}

/// "9 Mar 2026": where many days stand side by side.
pub fn short_day(day: Day) -> String {
    let texts = &more().understanding;
    let civil = day.civil();
    let month = texts.months_short.split('|').nth(usize::from(civil.month)).unwrap_or_default();
    let values =
        [("day", &*civil.day.to_string()), ("month", month), ("year", &civil.year.to_string())];
    fill(texts.date_short, &values)
}
