//! The record of a session, drawn up from what was caught, in the parts of its form.
//! Never a word of a reflection: what it is given holds none. Never a clinical claim: it says who said what.

mod life;
mod sentences;

use super::words::{full_day_text, need_inside};
use super::{Caught, markdown};
use crate::domain::{Amendment, KnownBy, Person, RecordForm, RecordSheet};
use crate::i18n::{count, fill, more};

pub use life::{Life, life};
use sentences::Sentences;

/// A part of a record: what stands over it, and its sentences, a line each.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Section {
    pub heading: &'static str,
    pub text: String,
}

/// The parts of a form that come after the part about the session itself, in their order.
pub fn headings(form: RecordForm) -> Vec<&'static str> {
    let written = &more().written;
    match form {
        RecordForm::Dap => vec![written.data, written.assessment, written.plan],
        RecordForm::Soap => {
            vec![written.subjective, written.objective, written.assessment, written.plan]
        }
        RecordForm::Birp => {
            vec![written.behaviour, written.intervention, written.response, written.plan]
        }
        RecordForm::Girp => {
            vec![written.goal, written.intervention, written.response, written.plan]
        }
    }
}

/// The record as the sheet's form has it. A part for which nothing was noted says so.
pub fn draft(caught: Caught, life: &Life, sheet: &RecordSheet) -> Vec<Section> {
    let say = Sentences { caught };
    let parts = match sheet.form {
        RecordForm::Dap => vec![
            [subjective(&say), objective(&say, sheet), intervened(sheet)].concat(),
            assessment(&say, life),
            plan(&say),
        ],
        RecordForm::Soap => vec![
            subjective(&say),
            [objective(&say, sheet), intervened(sheet)].concat(),
            assessment(&say, life),
            plan(&say),
        ],
        RecordForm::Birp => {
            let behaviour = [say.topics(), say.behaviours(), say.choices()];
            let behaviour = behaviour.into_iter().flatten().collect();
            vec![behaviour, plainly(sheet), response(&say, life, sheet), plan(&say)]
        }
        RecordForm::Girp => {
            let did = [say.topics(), say.behaviours()].into_iter().flatten();
            let response = did.chain(response(&say, life, sheet)).collect();
            vec![goal(&say, life), plainly(sheet), response, plan(&say)]
        }
    };
    let session = Section { heading: more().written.session, text: facts(caught, sheet) };
    let section = |(heading, lines): (&'static str, Vec<String>)| Section {
        heading,
        text: if lines.is_empty() { more().written.nothing.to_string() } else { lines.join("\n") },
    };
    let parts = headings(sheet.form).into_iter().zip(parts).map(section);
    let safe = |it: Section| Section { text: markdown::unturned(&it.text), ..it };
    std::iter::once(session).chain(parts).map(safe).collect()
}

/// When, how long, how, who.
fn facts(caught: Caught, sheet: &RecordSheet) -> String {
    let written = &more().written;
    let day = full_day_text(caught.day);
    let when = match sheet.time {
        Some(time) => fill(written.at, &[("day", &day), ("time", &time.iso())]),
        None => day,
    };
    let length =
        sheet.length.map(|it| count(it.get().into(), written.minutes_one, written.minutes_other));
    let held = sheet.modality.as_ref();
    let held = held.map(|it| fill(written.modality, &[("modality", it.as_str())]));
    let who = sheet.attendance.as_ref();
    let who = who.map(|it| fill(written.attendance, &[("attendance", it.as_str())]));
    [Some([when.as_str(), "."].concat()), length, held, who]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join("\n")
}

fn subjective(say: &Sentences) -> Vec<String> {
    let parts = [say.topics(), say.felt(KnownBy::Said), say.felt(KnownBy::Confirmed)];
    parts.into_iter().chain([say.heard(), say.behaviours()]).flatten().collect()
}

fn objective(say: &Sentences, sheet: &RecordSheet) -> Vec<String> {
    let observed = noted(sheet.observation.as_str(), more().written.observed);
    [say.felt(KnownBy::Seen), observed].into_iter().flatten().collect()
}

fn intervened(sheet: &RecordSheet) -> Vec<String> {
    noted(sheet.intervention.as_str(), more().written.done).into_iter().collect()
}

/// Under a heading that says what it is.
fn plainly(sheet: &RecordSheet) -> Vec<String> {
    let text = sheet.intervention.as_str().trim();
    if text.is_empty() { Vec::new() } else { vec![text.to_string()] }
}

fn noted(text: &str, template: &'static str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| fill(template, &[("text", text)]))
}

fn assessment(say: &Sentences, life: &Life) -> Vec<String> {
    let core = core_needs(say, life).into_iter();
    say.needs()
        .into_iter()
        .chain(say.hands())
        .chain(core)
        .chain(say.felt(KnownBy::Guessed))
        .collect()
}

fn core_needs(say: &Sentences, life: &Life) -> Option<String> {
    say.named(&life.rings_true, more().written.rings_true)
}

fn response(say: &Sentences, life: &Life, sheet: &RecordSheet) -> Vec<String> {
    let said = [say.felt(KnownBy::Said), say.felt(KnownBy::Confirmed), say.heard()];
    let mut lines: Vec<String> = said.into_iter().flatten().collect();
    lines.extend(objective(say, sheet));
    lines.extend(say.needs());
    lines.extend(say.hands());
    lines.extend(say.felt(KnownBy::Guessed));
    lines.extend(life.shift.iter().flat_map(|shift| say.shift(shift)));
    lines
}

/// What the client wants more of: what rings true, else what they named as unmet most often.
fn goal(say: &Sentences, life: &Life) -> Vec<String> {
    let wanted =
        if life.rings_true.is_empty() { say.most_unmet() } else { life.rings_true.clone() };
    say.named(&wanted, more().written.wants_more).into_iter().collect()
}

fn plan(say: &Sentences) -> Vec<String> {
    [say.choices(), say.looked_back()].into_iter().flatten().collect()
}

/// As text to copy: each part under its heading, a blank line between.
pub fn text(sections: &[Section]) -> String {
    let part = |it: &Section| [it.heading, "\n", &it.text].concat();
    sections.iter().map(part).collect::<Vec<_>>().join("\n\n")
}

/// A record's text, drawn up or written, as Markdown with its amendments below. A line that is one of the form's headings
/// becomes one; all else is a person's words and stays text.
pub fn markdown(caught: Caught, text: &str, form: RecordForm, amendments: &[Amendment]) -> String {
    let written = &more().written;
    let day = full_day_text(caught.day);
    let title = fill(written.title, &[("code", caught.person.code.as_str()), ("day", &day)]);
    let mut page = markdown::Page::default();
    page.heading(1, &title);
    write_text(&mut page, 2, text, form);
    for amendment in amendments {
        page.heading(2, &fill(written.amended, &[("day", &full_day_text(amendment.day))]));
        page.paragraphs(amendment.text.as_str());
    }
    page.text()
}

/// Used for a person's file too.
pub(super) fn write_text(page: &mut markdown::Page, level: usize, text: &str, form: RecordForm) {
    let mut known = headings(form);
    known.push(more().written.session);
    let mut part = String::new();
    for line in markdown::lines(text) {
        if known.contains(&line.trim()) {
            page.paragraphs(&std::mem::take(&mut part));
            page.heading(level, line.trim());
        } else {
            part.push_str(line);
            part.push('\n');
        }
    }
    page.paragraphs(&part);
}

/// "competence and rest".
fn need_names(needs: &[crate::domain::NeedWord], person: &Person) -> String {
    let names = needs.iter().map(|need| need_inside(need, Some(person)));
    super::words::join_text(names.collect())
}
