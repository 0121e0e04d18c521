//! A cabinet in words, as golden files keep it beside the bytes.
//! Never by the numbers of a table that grows.

use attune::domain::*;

/// By words, not by the numbers of a table that grows: what a person would see, in the order it is kept.
pub fn shown(cabinet: &Cabinet) -> String {
    let settings = &cabinet.settings;
    let mut lines =
        vec![format!("{:?} {:?} {}", settings.theme, settings.open, settings.pointer.as_str())];
    for journal in &cabinet.journals {
        let person = &journal.person;
        let code = person.code.as_str();
        lines.push(format!("{:?} {:?} {code} {}", person.id, person.kind, person.set_aside));
        for word in &person.own_words {
            let kind = match &word.kind {
                OwnWordKind::Feeling(kin) => {
                    format!("feeling {:?}", kin.as_ref().map(|kin| listed(kin, |it| it.id())))
                }
                OwnWordKind::Need(kin) => {
                    format!("need {:?}", kin.as_ref().map(|kin| listed(kin, |it| it.id())))
                }
            };
            lines.push(format!("  {:?} {} {kind}", word.id, word.text.as_str()));
        }
        lines.extend(journal.core_needs.iter().map(shown_answer));
        for session in &journal.sessions {
            lines.push(format!("  {:?} {} {}", session.id, session.begun, session.day.iso()));
            lines.push(format!(
                "    {}\n    {}",
                session.reflection.as_str(),
                session.record.as_str()
            ));
            lines.extend(session.moments.iter().map(|moment| shown_moment(moment)));
        }
    }
    if cabinet.backups != Backups::default() {
        let last = cabinet.backups.last.map(|it| (it.day.iso(), it.sessions));
        lines.push(format!("{last:?} {:?}", cabinet.backups.answered.map(Day::iso)));
    }
    if cabinet.idle_time != IdleTime::default() {
        lines.push(format!("{} minutes", cabinet.idle_time.minutes()));
    }
    lines.join("\n") + "\n"
}

fn shown_moment(moment: &Moment) -> String {
    let label = moment.label.as_ref().map_or("-", |label| label.as_str());
    let area = moment.area.as_ref().map(|area| listed(area, |it| it.id()));
    let dismissed: Vec<String> =
        moment.dismissed.iter().map(|need| listed(need, |it| it.id())).collect();
    let mut text = format!(
        "    {:?} {label} {area:?} {:?} {dismissed:?} {}",
        moment.id, moment.hands, moment.next_item
    );
    for item in &moment.items {
        text.push_str("\n      ");
        text.push_str(&match item {
            Item::Felt(it) => {
                let name = naming(&it.feeling, |it| it.id());
                format!(
                    "{:?} felt {name} {:?} {:?} {:?}",
                    it.id, it.strength, it.about, it.known_by
                )
            }
            Item::Need(it) => {
                let name = naming(&it.need, |it| it.id());
                format!(
                    "{:?} need {name} {:?} {:?} {:?}",
                    it.id, it.standing, it.hands, it.known_by
                )
            }
            Item::Heard(it) => format!("{:?} heard {}", it.id, naming(&it.judgement, |it| it.id())),
            Item::Behaviour(it) => format!("{:?} behaviour {}", it.id, it.text.as_str()),
            Item::Choice(it) => shown_choice(it),
        });
    }
    text
}

fn shown_choice(choice: &Choice) -> String {
    let mut text = format!("{:?} choice {}", choice.id, choice.text.as_str());
    for effect in &choice.effects {
        let name = naming(&effect.need, |it| it.id());
        text.push_str(&format!("\n        {:?} {name} {:?}", effect.kind, effect.turned_out));
    }
    text
}

fn shown_answer(it: &CoreNeed) -> String {
    let name = naming(&it.need, |it| it.id());
    format!("  {:?} {name} {} {}", it.answer, it.day.iso(), it.traces)
}

/// An id this version does not know is shown as one it knows: a later version may know it.
fn listed<T: Copy>(name: &Listed<T>, id: fn(T) -> &'static str) -> String {
    match name {
        Listed::Known(it) => id(*it).to_owned(),
        Listed::Unknown(id) => id.to_string(),
    }
}

fn naming<T: Copy>(name: &Naming<T>, id: fn(T) -> &'static str) -> String {
    match name {
        Naming::Known(it) => id(*it).to_owned(),
        Naming::Unknown(id) => id.to_string(),
        Naming::Own(word) => format!("own {:?}", word.0),
    }
}
