//! A cabinet in words, as golden files keep it beside the bytes.
//! Never by the numbers of a table that grows.

mod together;

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
        lines.extend(journal.review_by.map(|day| format!("  review by {}", day.iso())));
        lines.extend(journal.invitation.as_ref().map(|it| shown_invitation(it)));
        lines.extend(journal.sessions.iter().flat_map(|session| shown_session(session)));
    }
    lines.extend(cabinet.conversations.iter().flat_map(|it| together::conversation(it)));
    lines.extend(cabinet.changes.iter().flat_map(|it| together::change(it)));
    if cabinet.backups != Backups::default() {
        let last = cabinet.backups.last.map(|it| (it.day.iso(), it.sessions));
        lines.push(format!("{last:?} {:?}", cabinet.backups.answered.map(Day::iso)));
    }
    if cabinet.idle_time != IdleTime::default() {
        lines.push(format!("{} minutes", cabinet.idle_time.minutes()));
    }
    lines.join("\n") + "\n"
}

fn shown_session(session: &Session) -> Vec<String> {
    let texts = [session.reflection.as_str(), session.record.as_str()];
    let mut lines = vec![
        format!("  {:?} {} {}", session.id, session.begun, session.day.iso()),
        format!("    {}\n    {}", texts[0], texts[1]),
    ];
    lines.extend(shown_worksheet(session));
    lines.extend(session.moments.iter().map(|moment| shown_moment(moment)));
    lines
}

/// Nothing where nothing of it is said.
fn shown_worksheet(session: &Session) -> Vec<String> {
    let mut lines = Vec::new();
    if !session.summary.is_empty() {
        lines.push(format!("    summary {}", session.summary.as_str()));
    }
    if let Some(it) = session.received {
        lines.push(format!("    received {:?} {}", it.handover, it.day.iso()));
    }
    let sheet = &session.sheet;
    if **sheet != RecordSheet::default() {
        let line = |line: &Option<moment::Line>| line.as_ref().map(|it| it.as_str().to_owned());
        let (observed, done) = (sheet.observation.as_str(), sheet.intervention.as_str());
        lines.push(format!("    sheet {:?}\n      {observed}\n      {done}", sheet.form));
        let (time, length) = (sheet.time.map(TimeOfDay::iso), sheet.length.map(Minutes::get));
        let (modality, attendance) = (line(&sheet.modality), line(&sheet.attendance));
        lines.push(format!("      {time:?} {length:?} {modality:?} {attendance:?}"));
        lines.push(format!("      {:?}", sheet.locked.map(Day::iso)));
        let amended = |it: &Amendment| format!("      {} {}", it.day.iso(), it.text.as_str());
        lines.extend(sheet.amendments.iter().map(amended));
    }
    lines
}

fn shown_invitation(it: &Invitation) -> String {
    let asks: Vec<String> = it.asks.iter().map(shown_ask).collect();
    let secret = it.secret.as_ref().map_or([0; 32], |it| *it.bytes());
    let keys = (secret, it.public.0);
    format!("  invitation {} {keys:?} {asks:?}", it.made_on.iso())
}

fn shown_ask(ask: &Ask) -> String {
    match ask {
        Ask::Area(area) => format!("area {}", listed(area, |it| it.id())),
        Ask::Need(need) => format!("need {}", listed(need, |it| it.id())),
        Ask::Question(need) => format!("question {}", listed(need, |it| it.id())),
    }
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
