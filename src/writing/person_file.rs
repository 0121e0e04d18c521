//! Everything of one person as a readable page: sessions oldest first, moments, needs, choices, records with what was added.
//! Never a word of a reflection unless it is asked for by name.

use super::markdown::{Page, Part};
use super::oldest_first;
use super::record::write_text;
use super::words::{
    about_text, area_text, full_day_text, hands_place, item_text, known_place, need_inside,
    need_text, one_of, standing_place,
};
use crate::domain::{
    About, Answer, Choice, CoreNeed, EffectKind, Item, Journal, Kind, KnownBy, Moment, Person,
    Session, Standing,
};
use crate::i18n::{fill, more};

/// Whether the private process notes go along.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Reflections {
    #[default]
    Left,
    Taken,
}

/// As Markdown. A person's words are text there and nothing else.
pub fn markdown(journal: &Journal, reflections: Reflections) -> String {
    page(journal, reflections, true).text()
}

/// The same in parts, for paper, which says whose it is only `with_code`.
pub fn parts(journal: &Journal, reflections: Reflections, with_code: bool) -> Vec<Part> {
    page(journal, reflections, with_code).parts()
}

fn page(journal: &Journal, reflections: Reflections, with_code: bool) -> Page {
    let filed = &more().filed;
    let person = &journal.person;
    let mut page = Page::default();
    match person.kind {
        Kind::Me => page.heading(1, filed.mine),
        Kind::Client | Kind::Participant if !with_code => page.heading(1, filed.title_plain),
        Kind::Client | Kind::Participant => {
            page.heading(1, &fill(filed.title, &[("code", person.code.as_str())]));
        }
    }
    if let Some(day) = journal.review_by {
        page.paragraphs(&fill(filed.review_by, &[("day", &full_day_text(day))]));
    }
    let answers: Vec<String> =
        journal.core_needs.iter().map(|it| answer_text(it, person)).collect();
    if !answers.is_empty() {
        page.heading(2, filed.answers);
        page.list(&answers);
    }
    for session in oldest_first(journal) {
        write_session(&mut page, journal, &session, reflections);
    }
    page
}

fn answer_text(answered: &CoreNeed, person: &Person) -> String {
    let filed = &more().filed;
    let template = match answered.answer {
        Answer::RingsTrue => filed.rings_true,
        Answer::NotQuite => filed.not_quite,
        Answer::Later => filed.later,
    };
    let need = need_text(&answered.need, Some(person));
    fill(template, &[("need", &need), ("day", &full_day_text(answered.day))])
}

fn write_session(page: &mut Page, journal: &Journal, session: &Session, reflections: Reflections) {
    let filed = &more().filed;
    page.heading(2, &full_day_text(session.day));
    if let Some(received) = session.received {
        page.paragraphs(&fill(filed.received, &[("day", &full_day_text(received.day))]));
    }
    if session.moments.is_empty() {
        page.paragraphs(filed.nothing_caught);
    }
    for moment in &session.moments {
        write_moment(page, moment, &journal.person);
    }
    if !session.summary.is_empty() {
        page.heading(3, filed.summary);
        page.paragraphs(session.summary.as_str());
    }
    write_record(page, journal, session);
    if reflections == Reflections::Taken && !session.reflection.is_empty() {
        page.heading(3, filed.reflection);
        page.paragraphs(session.reflection.as_str());
    }
}

fn write_moment(page: &mut Page, moment: &Moment, person: &Person) {
    let filed = &more().filed;
    page.heading(3, moment.label.as_ref().map_or(filed.moment, |label| label.as_str()));
    let area = moment.area.as_ref().map(|area| fill(filed.area, &[("area", &area_text(area))]));
    let hands = moment.hands.map(|hands| {
        fill(filed.circumstances, &[("hands", one_of(filed.hands, hands_place(hands)))])
    });
    let items = moment.items.iter().map(|item| item_line(item, moment, person));
    page.list(&area.into_iter().chain(hands).chain(items).collect::<Vec<_>>());
}

/// "Feeling: Frustrated (4 of 5, seen)".
fn item_line(item: &Item, moment: &Moment, person: &Person) -> String {
    let filed = &more().filed;
    let what = item_text(item, Some(person));
    match item {
        Item::Felt(felt) => {
            let strength = felt
                .strength
                .map(|it| fill(filed.strength, &[("strength", &it.get().to_string())]));
            let about = match felt.about {
                About::Item(id) => moment.item(id).map(|it| about_text(it, Some(person))),
                About::Moment => None,
            };
            let notes = [strength, about, Some(known(felt.known_by))];
            fill(filed.feeling, &[("what", &noted(what, notes))])
        }
        Item::Need(mark) => {
            let hands = mark.hands.map(|it| one_of(filed.hands, hands_place(it)).to_string());
            let notes = [standing(mark.standing), hands, Some(known(mark.known_by))];
            fill(filed.need, &[("what", &noted(what, notes))])
        }
        Item::Heard(_) => fill(filed.heard, &[("what", &what)]),
        Item::Behaviour(_) => fill(filed.did, &[("what", &what)]),
        Item::Choice(choice) => {
            fill(filed.choice, &[("what", &noted(what, effects(choice, person).map(Some)))])
        }
    }
}

fn effects(choice: &Choice, person: &Person) -> impl Iterator<Item = String> {
    let filed = &more().filed;
    choice.effects.iter().map(move |effect| {
        let template = match effect.kind {
            EffectKind::Serves => filed.affects_serves,
            EffectKind::Costs => filed.affects_costs,
        };
        let need = need_inside(&effect.need, Some(person));
        let told = fill(template, &[("need", &need)]);
        match standing(effect.turned_out) {
            Some(standing) => [told.as_str(), ": ", &standing].concat(),
            None => told,
        }
    })
}

fn standing(standing: Standing) -> Option<String> {
    let place = standing_place(standing);
    (standing != Standing::NotSaid).then(|| one_of(more().written.standings, place).to_string())
}

fn known(known_by: KnownBy) -> String {
    one_of(more().filed.known, known_place(known_by)).to_string()
}

fn noted(what: String, notes: impl IntoIterator<Item = Option<String>>) -> String {
    let notes: Vec<String> = notes.into_iter().flatten().collect();
    if notes.is_empty() {
        return what;
    }
    let note = notes.join(", ");
    fill(more().written.with_note, &[("what", &what), ("note", &note)])
}

/// What stands on it, and what was added since it was locked. What was never written is not drawn up here: it would be read
/// as the record that was kept.
fn write_record(page: &mut Page, journal: &Journal, session: &Session) {
    let filed = &more().filed;
    let sheet = &session.sheet;
    let is_blank = session.record.is_empty() && sheet.is_blank();
    if is_blank || journal.person.kind == Kind::Me && session.record.is_empty() {
        return;
    }
    page.heading(3, filed.record);
    let line = |it: &Option<crate::domain::moment::Line>, template| {
        it.as_ref().map(|it| fill(template, &[("text", it.as_str())]))
    };
    let note = |it: &crate::domain::Note, template| {
        (!it.is_empty()).then(|| fill(template, &[("text", it.as_str())]))
    };
    let facts = [
        sheet.time.map(|it| fill(filed.time, &[("time", &it.iso())])),
        sheet.length.map(|it| fill(filed.length, &[("minutes", &it.get().to_string())])),
        line(&sheet.modality, filed.modality),
        line(&sheet.attendance, filed.attendance),
        note(&sheet.observation, filed.observation),
        note(&sheet.intervention, filed.intervention),
    ];
    page.list(&facts.into_iter().flatten().collect::<Vec<_>>());
    write_text(page, 4, session.record.as_str(), sheet.form);
    if let Some(day) = sheet.locked {
        page.paragraphs(&fill(filed.locked, &[("day", &full_day_text(day))]));
    }
    for amendment in &sheet.amendments {
        let day = full_day_text(amendment.day);
        page.heading(4, &fill(filed.amendment, &[("day", &day)]));
        page.paragraphs(amendment.text.as_str());
    }
}
