//! One word of a query, and whether it stands in a moment: names of the vocabulary are looked through once, not for each moment.
//! Never builds what is shown.

use std::cmp::Reverse;
use std::ops::Range;

use super::{FoundIn, Kind};
use crate::domain::naming::Listed;
use crate::domain::{Item, Moment, Naming, Person, RecordSheet, Session};
use crate::order;
use crate::vocabulary::{Area, Feeling, Judgement, Need, Sought};

pub struct Asked {
    word: Sought,
    /// Whether the name at each index holds the word.
    feelings: Vec<bool>,
    needs: Vec<bool>,
    judgements: Vec<bool>,
    areas: Vec<bool>,
}

impl Asked {
    /// The longest first: it is the rarest as a rule, so that the others are seldom looked for.
    pub fn words(query: &str) -> Vec<Asked> {
        let mut words = Sought::words(query);
        order::sort_by_key(&mut words, |word| Reverse(word.length()));
        words.into_iter().map(Asked::of).collect()
    }

    fn of(word: Sought) -> Asked {
        Asked {
            feelings: Feeling::all().map(|it| word.stands_in(it.name())).collect(),
            needs: Need::all().map(|it| word.stands_in(it.name())).collect(),
            judgements: Judgement::all().map(|it| word.stands_in(it.name())).collect(),
            areas: Area::all().map(|it| word.stands_in(it.name())).collect(),
            word,
        }
    }

    pub fn stands_in_text(&self, text: &str) -> bool {
        self.word.stands_in(text)
    }

    pub fn best_in(&self, text: &str) -> Option<(Range<usize>, bool)> {
        self.word.best_in(text)
    }

    pub fn stands_in_moment(&self, moment: &Moment, person: &Person) -> bool {
        let label = moment.label.as_ref().is_some_and(|it| self.word.stands_in(it.as_str()));
        let area = moment.area.as_ref().is_some_and(|area| match area {
            Listed::Known(area) => self.areas[area.index()],
            Listed::Unknown(id) => self.word.stands_in(id),
        });
        label || area || moment.items.iter().any(|item| self.stands_in_item(item, person))
    }

    fn stands_in_item(&self, item: &Item, person: &Person) -> bool {
        match item {
            Item::Felt(it) => self.names(&it.feeling, |it| self.feelings[it.index()], person),
            Item::Need(it) => self.names(&it.need, |it| self.needs[it.index()], person),
            Item::Heard(it) => self.names(&it.judgement, |it| self.judgements[it.index()], person),
            Item::Behaviour(it) => self.word.stands_in(it.text.as_str()),
            Item::Choice(it) => self.word.stands_in(it.text.as_str()),
        }
    }

    fn names<T: Copy>(
        &self,
        name: &Naming<T>,
        is_known: impl Fn(T) -> bool,
        person: &Person,
    ) -> bool {
        match name {
            Naming::Known(it) => is_known(*it),
            other => self.word.stands_in(text(other, |_| "", person)),
        }
    }
}

/// Everything that a moment or a text says, each with what it is.
pub fn lines<'a>(
    place: &'a FoundIn,
    session: &'a Session,
    person: &'a Person,
) -> Vec<(Kind, &'a str)> {
    let moment = match place {
        FoundIn::Moment(moment) => moment,
        FoundIn::Summary => return vec![(Kind::Summary, session.summary.as_str())],
        FoundIn::Reflection => return vec![(Kind::Reflection, session.reflection.as_str())],
        FoundIn::Record => return vec![(Kind::Record, session.record.as_str())],
        FoundIn::Sheet => return on_sheet(&session.sheet),
    };
    let label = moment.label.as_ref().map(|label| (Kind::Label, label.as_str()));
    let area = moment.area.as_ref().map(|area| match area {
        Listed::Known(area) => (Kind::Area, area.name()),
        Listed::Unknown(id) => (Kind::Area, &**id),
    });
    let items = moment.items.iter().map(|item| line(item, person));
    label.into_iter().chain(items).chain(area).collect()
}

/// What is written on a sheet, in its order; what is empty is left out.
pub fn on_sheet(sheet: &RecordSheet) -> Vec<(Kind, &str)> {
    let texts =
        [(Kind::Observation, &sheet.observation), (Kind::Intervention, &sheet.intervention)];
    let lines = [(Kind::Modality, &sheet.modality), (Kind::Attendance, &sheet.attendance)];
    let lines = lines.into_iter().filter_map(|(kind, line)| Some((kind, line.as_ref()?.as_str())));
    let amended = sheet.amendments.iter().map(|it| (Kind::Amendment, it.text.as_str()));
    let texts = texts.into_iter().map(|(kind, text)| (kind, text.as_str()));
    texts.chain(lines).chain(amended).filter(|(_, text)| !text.is_empty()).collect()
}

fn line<'a>(item: &'a Item, person: &'a Person) -> (Kind, &'a str) {
    match item {
        Item::Felt(it) => (Kind::Feeling, text(&it.feeling, Feeling::name, person)),
        Item::Need(it) => (Kind::Need, text(&it.need, Need::name, person)),
        Item::Heard(it) => (Kind::Judgement, text(&it.judgement, Judgement::name, person)),
        Item::Behaviour(it) => (Kind::Behaviour, it.text.as_str()),
        Item::Choice(it) => (Kind::Choice, it.text.as_str()),
    }
}

fn text<'a, T: Copy>(
    name: &'a Naming<T>,
    known: impl Fn(T) -> &'static str,
    person: &'a Person,
) -> &'a str {
    match name {
        Naming::Known(it) => known(*it),
        Naming::Own(id) => person.own_word(*id).map_or("", |own| own.text.as_str()),
        Naming::Unknown(id) => id,
    }
}
