//! What a backup holds beside what is here, and what restoring would do, in words.
//! Never does it, and never says "older" of what only has less.

use crate::ui::markup::{button, el, nodes};
use leptos::prelude::*;

use super::together;
use crate::desk::{
    Aside, Brings, Compared, Outlook, PersonPreview, Preview, Restored, SessionPreview, Size, Stays,
};
use crate::domain::Day;
use crate::i18n::{count, fill, more};
use crate::screen::wording::{day_text, full_day_text, person_text};

/// Of one person, the newest: the counts above speak for the rest.
const SHOWN: usize = 100;

pub fn view_outlook(outlook: &Outlook, today: Day) -> AnyView {
    let words = &more().restore;
    let size = |name: &'static str, size| {
        el("div").child(el("dt").child(name)).child(el("dd").child(size_text(size)))
    };
    let pointer = outlook.preview.pointer_stays.as_ref().map(|pointer| {
        el("p")
            .attr("translate", "no")
            .child(fill(words.pointer_stays, &[("words", pointer.as_str())]))
    });
    let lines = counted(&outlook.preview).into_iter().chain(together::counted(&outlook.preview));
    let lines = lines.map(|line| el("li").child(line));
    let people = outlook.preview.people.iter().filter_map(|person| view_person(person, today));
    el("div")
        .class("outlook")
        .child(el("p").child(fill(words.made_on, &[("day", &day_text(outlook.made_on, today))])))
        .child(el("dl").child(size(words.file, outlook.file)).child(size(words.here, outlook.here)))
        .child(el("ul").class("outlook__counts").children(lines))
        .child(pointer)
        .children(together::view_stays(&outlook.preview))
        .child(el("ul").class("outlook__people").children(people))
        .into_any()
}

pub fn size_text(size: Size) -> String {
    let words = &more().restore;
    let people = count(size.people, words.people_one, words.people_other);
    let sessions = count(size.sessions, words.sessions_one, words.sessions_other);
    [people, sessions].into_iter().chain(together::size_texts(size)).collect::<Vec<_>>().join(", ")
}

/// A sentence for each way in which sessions stand to each other, where there are any.
fn counted(preview: &Preview) -> Vec<String> {
    let words = &more().restore;
    let table = [
        (Compared::New, words.new_one, words.new_other),
        (Compared::FileHoldsMore, words.fuller_one, words.fuller_other),
        (Compared::Differs, words.changed_one, words.changed_other),
        (Compared::Same, words.same_one, words.same_other),
        (Compared::HereHoldsMore, words.older_one, words.older_other),
        (Compared::OnlyHere, words.only_here_one, words.only_here_other),
    ];
    let mut lines = Vec::new();
    for (compared, one, other) in table {
        // What an earlier merge has kept beside is here as it is in the file.
        let kept = if compared == Compared::Same { preview.count(Compared::KeptBeside) } else { 0 };
        let number = preview.count(compared) + kept;
        if number > 0 {
            lines.push(count(number, one, other));
        }
    }
    lines
}

/// `None` where merging leaves all of this person as it is.
fn view_person(person: &PersonPreview, today: Day) -> Option<AnyView> {
    let words = &more().restore;
    let file = person.file.as_ref()?;
    let code = person_text(file);
    let name = match (&person.here, &person.code_becomes) {
        (Some(here), _) => person_text(here),
        (None, Some(new)) => fill(words.code_becomes, &[("code", &code), ("new", new.as_str())]),
        (None, None) => fill(words.person_new, &[("code", &code)]),
    };
    let changes: Vec<_> = person.sessions.iter().filter_map(|it| session_text(it, today)).collect();
    let mut lines = stays_lines(person);
    lines.extend(changes.into_iter().take(SHOWN));
    if person.here.is_some() && lines.is_empty() {
        return None;
    }
    let lines = lines.into_iter().map(|line| el("li").attr("translate", "no").child(line));
    let head = el("summary")
        .child(el("span").attr("translate", "no").child(name))
        .child(el("span").class("soft").child(days_text(person)));
    let body = el("details").child(head).child(el("ul").children(lines));
    Some(el("li").child(body).into_any())
}

/// What of a person is new or stays, beside their sessions.
fn stays_lines(person: &PersonPreview) -> Vec<String> {
    let words = &more().restore;
    let mut lines: Vec<String> = Vec::new();
    if person.new_words > 0 {
        lines.push(count(person.new_words, words.words_one, words.words_other));
    }
    if person.new_answers > 0 {
        lines.push(count(person.new_answers, words.answers_one, words.answers_other));
    }
    if let Some(day) = person.new_review_by {
        lines.push(fill(words.review_new, &[("day", &full_day_text(day))]));
    }
    lines.extend(person.brings.map(|it| match it {
        Brings::Invitation => words.invitation_new.to_string(),
        Brings::TakenBack => words.invitation_taken_back.to_string(),
    }));
    lines.extend(person.stays.iter().map(|stays| match stays {
        Stays::Code(code) => fill(words.stays_code, &[("code", code.as_str())]),
        Stays::Kind(_) => words.stays_kind.to_string(),
        Stays::SetAside(true) => words.stays_aside.to_string(),
        Stays::SetAside(false) => words.stays_listed.to_string(),
        Stays::ReviewBy(day) => fill(words.stays_review, &[("day", &full_day_text(*day))]),
        Stays::Invitation => words.stays_invitation.to_string(),
        Stays::TakenBack => words.stays_taken_back.to_string(),
        Stays::Word(word) => fill(words.stays_word, &[("word", word.text.as_str())]),
    }));
    lines
}

/// From which day to which the file has sessions of this person.
fn days_text(person: &PersonPreview) -> String {
    let words = &more().restore;
    let days = || person.sessions.iter().filter_map(|it| Some(it.file.as_ref()?.day));
    match (days().min(), days().max()) {
        (Some(from), Some(to)) if from == to => full_day_text(from),
        (Some(from), Some(to)) => {
            fill(words.from_to, &[("from", &full_day_text(from)), ("to", &full_day_text(to))])
        }
        _ => words.no_sessions.to_string(),
    }
}

fn session_text(session: &SessionPreview, today: Day) -> Option<String> {
    let words = &more().restore;
    let template = match session.compared {
        Compared::New => words.session_new,
        Compared::FileHoldsMore => words.session_fuller,
        Compared::Differs => words.session_changed,
        Compared::Same | Compared::HereHoldsMore | Compared::OnlyHere | Compared::KeptBeside => {
            return None;
        }
    };
    let day = session.file.as_ref()?.day;
    Some(fill(template, &[("day", &day_text(day, today))]))
}

/// Each session that was kept twice, by whose it is and its day.
fn twice_lines(preview: &Preview, today: Day) -> Vec<String> {
    let mut lines = Vec::new();
    for person in &preview.people {
        let twice = person.sessions.iter().filter(|it| it.compared == Compared::Differs);
        for day in twice.filter_map(|it| Some(it.here.as_ref()?.day)) {
            let code = person.here.as_ref().map(|it| person_text(it)).unwrap_or_default();
            let named = [("code", code.as_str()), ("day", &day_text(day, today))];
            lines.push(fill(more().restore.merged_twice, &named));
        }
    }
    lines
}

/// What a merge has done.
pub fn merged_lines(restored: &Restored, today: Day) -> Vec<String> {
    let preview = &restored.preview;
    let count = |compared| preview.count(compared);
    let together = |compared| preview.count_together(compared);
    let new = (count(Compared::New) + together(Compared::New)).to_string();
    let fuller = count(Compared::FileHoldsMore) + together(Compared::FileHoldsMore);
    let fuller = (fuller + together(Compared::Differs)).to_string();
    let twice = count(Compared::Differs).to_string();
    let counts = [("new", new.as_str()), ("fuller", &fuller), ("twice", &twice)];
    let mut lines = vec![fill(more().restore.merged, &counts)];
    lines.extend(twice_lines(preview, today));
    lines.extend(aside_text(restored));
    lines
}

/// What replacing has done.
pub fn replaced_lines(restored: &Restored, file: Size) -> Vec<String> {
    let replaced = fill(more().restore.replaced, &[("file", &size_text(file))]);
    [replaced].into_iter().chain(aside_text(restored)).collect()
}

fn aside_text(restored: &Restored) -> Option<String> {
    let words = &more().restore;
    match restored.aside {
        Aside::NothingToMiss => None,
        Aside::Laid => Some(words.laid_aside.to_string()),
        Aside::NotLaid => Some(words.not_laid_aside.to_string()),
    }
}

/// What was done.
pub fn view_done(lines: Vec<String>, back: Callback<()>) -> AnyView {
    let lines = lines.into_iter().map(|line| el("p").attr("translate", "no").child(line));
    nodes![
        el("div").attr("role", "status").children(lines),
        el("p")
            .class("answers")
            .child(button().class("button").on_click(move || back.run(())).child(more().lock.back))
    ]
}
