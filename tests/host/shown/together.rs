//! Conversations and changes in words, as golden files keep them beside the bytes.
//! Never by the numbers of a table that grows.

use std::collections::BTreeMap;

use attune::domain::*;

use super::{listed, naming, shown_invitation, shown_moment};

fn text<const MOST: usize>(text: &Option<ShortText<MOST>>) -> &str {
    text.as_ref().map_or("-", |it| it.as_str())
}

pub fn conversation(it: &Conversation) -> Vec<String> {
    let frame = &it.frame;
    let areas: Vec<String> = frame.areas.iter().map(|it| listed(it, |it| it.id())).collect();
    let secret = it.secret.as_ref().map(|it| *it.bytes());
    let mut lines = vec![
        format!("{:?} {} {} {}", it.id, frame.revision, frame.begun_on.iso(), frame.is_ours),
        format!("  {}\n  {}", text(&frame.topic), text(&frame.opening)),
        format!("  {:?} {areas:?} {secret:?}", frame.relation),
    ];
    lines.extend(it.participants.iter().flat_map(|it| participant(it)));
    lines
}

fn participant(it: &Participant) -> Vec<String> {
    let person = &it.person;
    let (here, left) = (it.is_here, it.left);
    let mut lines = vec![
        format!("  {:?} {} {:?} {:?}", person.id, person.code.as_str(), person.kind, here),
        format!("    {} {:?} {} {left:?}", it.revision, it.sign, it.since),
    ];
    let words = person.own_words.iter();
    lines.extend(words.map(|word| format!("    {:?} {}", word.id, word.text.as_str())));
    lines.extend(it.sheets.iter().flat_map(|it| sheet(it)));
    lines.extend(it.requests.iter().flat_map(|it| request(it)));
    lines.extend(it.replies.iter().map(reply));
    lines
}

fn sheet(it: &Sheet) -> Vec<String> {
    let mut lines = vec![format!("    round {} {}", it.round, it.is_ready)];
    if let Some(words) = &it.words {
        lines.push(side(&words.mine));
        for (about, guess) in &words.guesses {
            lines.push(format!("    about {about:?}\n{}", side(guess)));
        }
    }
    lines
}

fn side(it: &Side) -> String {
    format!("{}\n      private {:?}", shown_moment(&it.moment), it.kept_private)
}

fn request(it: &Request) -> Vec<String> {
    let mut lines = vec![format!("    {:?} {} {}", it.id, it.round, it.text.as_str())];
    for effect in &it.effects {
        let need = naming(&effect.need, |it| it.id());
        lines.push(format!("      {:?} {need} {:?}", effect.kind, effect.whose));
    }
    lines
}

fn reply(it: &Reply) -> String {
    let looked_back = it.turned_out.iter().map(|(need, standing, round)| {
        format!("\n      {} {standing:?} {round}", naming(need, |it| it.id()))
    });
    format!("    {:?} {:?}{}", it.request, it.agreement, looked_back.collect::<String>())
}

pub fn change(it: &ChangeMap) -> Vec<String> {
    let mut lines = vec![format!("{:?} {} {}", it.id, it.begun_on.iso(), text(&it.sentence))];
    lines.extend(it.invitation.as_ref().map(|it| shown_invitation(it)));
    lines.extend(it.groups.iter().flat_map(|it| group(it)));
    for measure in &it.measures {
        lines.push(format!("  {:?} {}", measure.id, measure.text.as_str()));
        let answers = measure.answers.iter();
        let answers = answers.map(|(group, need)| (group, listed(need, |it| it.id())));
        lines.extend(answers.map(|(group, need)| format!("    {group:?} {need}")));
    }
    lines
}

fn group(it: &Group) -> Vec<String> {
    let mut lines = vec![format!("  {:?} {}", it.id, it.name.as_str())];
    for touch in &it.touches {
        let need = listed(&touch.need, |it| it.id());
        lines.push(format!("    {:?} {need} {:?}", touch.kind, touch.hands));
    }
    let in_hands = it.in_hands.iter();
    lines.extend(in_hands.map(|it| format!("    {:?} {}", it.hands, it.text.as_str())));
    let feelings: Vec<String> = it.feelings.iter().map(|it| listed(it, |it| it.id())).collect();
    let heard: Vec<String> = it.judgements.iter().map(|it| listed(it, |it| it.id())).collect();
    lines.push(format!("    {feelings:?} {heard:?}"));
    if it.counted != Counted::default() {
        lines.extend([&it.counted.shown, &it.counted.waiting].map(counts));
        lines.push(format!("    {:?}", it.counted.taken));
    }
    lines
}

fn counts(it: &Counts) -> String {
    let (unmet, met) = (numbers(&it.unmet, |it| it.id()), numbers(&it.met, |it| it.id()));
    let feelings = numbers(&it.feelings, |it| it.id());
    format!("    {} {unmet:?} {met:?} {feelings:?}", it.people)
}

/// In the order of their ids: that of a table may change.
fn numbers<T: Copy>(
    numbers: &BTreeMap<Listed<T>, u32>,
    id: fn(T) -> &'static str,
) -> BTreeMap<String, u32> {
    numbers.iter().map(|(it, people)| (listed(it, id), *people)).collect()
}
