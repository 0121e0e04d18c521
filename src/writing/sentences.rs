//! A worksheet in a few plain sentences: what is felt, what goes short and where, what is met, what is in whose hands.
//! Never interprets: each sentence says again what was marked, and a guess stays a guess.

use super::words::{begun, feeling_inside, join_text, need_inside, place_inside};
use crate::domain::{
    About, AreaName, Felt, Hands, Item, ItemId, KnownBy, Moment, NeedMark, NeedWord, Person,
    Session, Standing,
};
use crate::i18n::{fill, more};

/// In the first person. Empty where nothing is marked.
pub fn sentences(session: &Session, person: &Person) -> String {
    let mut written = felt(session, person);
    for (standing, one, several) in needs_texts() {
        written.extend(stands(session, person, standing, [one, several]));
    }
    written.extend(in_hands(session, person));
    written.extend(choices(session));
    written.iter().map(|it| begun(it)).collect::<Vec<_>>().join(" ")
}

/// What goes short first; what is met has the last word. For one need and for several.
fn needs_texts() -> [(Standing, &'static str, &'static str); 4] {
    let texts = &more().sentences;
    [
        (Standing::Unmet, texts.short_one, texts.short_several),
        (Standing::Partly, texts.partly_one, texts.partly_several),
        (Standing::NotSaid, texts.maybe, texts.maybe),
        (Standing::Met, texts.met_one, texts.met_several),
    ]
}

/// A sentence for each moment with feelings; where there are several, each says where.
fn felt(session: &Session, person: &Person) -> Vec<String> {
    let texts = &more().sentences;
    let all = session.moments.iter().map(AsRef::as_ref);
    let moments: Vec<&Moment> = all.filter(|it: &&Moment| it.felt().next().is_some()).collect();
    let is_alone = moments.len() == 1;
    let one = |moment: &&Moment| {
        let feelings =
            join_text(in_order(moment).map(|it| felt_text(it, moment, person)).collect());
        let sentence = fill(texts.i_feel, &[("feelings", &feelings)]);
        match moment.area.as_ref().filter(|_| !is_alone) {
            Some(area) => {
                fill(texts.in_places, &[("place", &place_inside(area)), ("sentence", &sentence)])
            }
            None => sentence,
        }
    };
    moments.iter().map(one).collect()
}

/// Feelings about the moment first; those about something in it rest on what was said before.
fn in_order(moment: &Moment) -> impl Iterator<Item = &Felt> {
    let about_it = moment.felt().filter(|it| it.about == About::Moment);
    about_it.chain(moment.felt().filter(|it| it.about != About::Moment))
}

fn felt_text(felt: &Felt, moment: &Moment, person: &Person) -> String {
    let texts = &more().sentences;
    let name = feeling_inside(&felt.feeling, Some(person));
    let strong = match felt.strength.map(|it| it.get()) {
        Some(1 | 2) => fill(texts.a_little, &[("feeling", &name)]),
        Some(4 | 5) => fill(texts.very, &[("feeling", &name)]),
        _ => name,
    };
    let about = match felt.about {
        About::Item(id) => about_text(strong, id, moment, person),
        About::Moment => strong,
    };
    match felt.known_by {
        KnownBy::Guessed => fill(texts.perhaps, &[("feeling", &about)]),
        KnownBy::Said | KnownBy::Seen | KnownBy::Confirmed => about,
    }
}

/// About what was felt first it is "about it": one knows what is meant.
fn about_text(name: String, id: ItemId, moment: &Moment, person: &Person) -> String {
    let texts = &more().sentences;
    let is_first = in_order(moment).next().is_some_and(|first| first.id == id);
    match moment.item(id) {
        Some(Item::Felt(_)) if is_first => fill(texts.about_it, &[("feeling", &name)]),
        Some(Item::Felt(other)) => {
            let other = feeling_inside(&other.feeling, Some(person));
            fill(texts.about_feeling, &[("feeling", &name), ("other", &other)])
        }
        Some(Item::Behaviour(it)) => {
            fill(texts.about_words, &[("feeling", &name), ("words", it.text.as_str())])
        }
        _ => name,
    }
}

/// Areas, and the needs that stand so in all of them.
type Group<'a> = (Vec<&'a AreaName>, Vec<&'a NeedWord>);

/// Needs that stand so, those of the same places in one sentence.
fn stands(
    session: &Session,
    person: &Person,
    standing: Standing,
    [one, several]: [&'static str; 2],
) -> Vec<String> {
    let texts = &more().sentences;
    let sentence = |(places, needs): Group| {
        let template = if needs.len() == 1 { one } else { several };
        let names = join_text(needs.iter().map(|it| need_inside(it, Some(person))).collect());
        let sentence = fill(template, &[("needs", &names)]);
        // What is met in the one area that all is about needs no place.
        if places.is_empty() || (standing == Standing::Met && has_one_area(session)) {
            return sentence;
        }
        let places = join_text(places.iter().map(|it| place_inside(it)).collect());
        fill(texts.in_places, &[("place", &places), ("sentence", &sentence)])
    };
    by_places(session, standing).into_iter().map(sentence).collect()
}

fn has_one_area(session: &Session) -> bool {
    let mut areas = session.moments.iter().filter_map(|moment| moment.area.as_ref());
    areas.next().is_some_and(|first| areas.all(|other| other == first))
}

/// Needs of the same places together, in the order they were first marked.
fn by_places(session: &Session, standing: Standing) -> Vec<Group<'_>> {
    let mut places: Vec<(&NeedWord, Vec<&AreaName>)> = Vec::new();
    for moment in &session.moments {
        for mark in moment.needs().filter(|it| said(it) == standing) {
            let known = places.iter().position(|(word, _)| **word == mark.need);
            let at = known.unwrap_or_else(|| {
                places.push((&mark.need, Vec::new()));
                places.len() - 1
            });
            let areas = &mut places[at].1;
            areas.extend(moment.area.as_ref().filter(|area| !areas.contains(area)));
        }
    }
    let mut groups: Vec<Group> = Vec::new();
    for (word, areas) in places {
        match groups.iter_mut().find(|(known, _)| *known == areas) {
            Some((_, words)) => words.push(word),
            None => groups.push((areas, vec![word])),
        }
    }
    groups
}

/// A guess is a maybe, however it was marked.
fn said(mark: &NeedMark) -> Standing {
    if mark.known_by == KnownBy::Guessed { Standing::NotSaid } else { mark.standing }
}

fn in_hands(session: &Session, person: &Person) -> Vec<String> {
    let texts = &more().sentences;
    let said = [
        (Hands::Mine, texts.mine),
        (Hands::Influence, texts.influence),
        (Hands::NotMine, texts.not_mine),
    ];
    let sentence = |(hands, template): (Hands, &'static str)| {
        let marks = session.moments.iter().flat_map(|moment| moment.needs());
        let mut names: Vec<String> = Vec::new();
        for mark in marks.filter(|it| it.hands == Some(hands)) {
            let name = need_inside(&mark.need, Some(person));
            if !names.contains(&name) {
                names.push(name);
            }
        }
        (!names.is_empty()).then(|| fill(template, &[("needs", &join_text(names))]))
    };
    said.into_iter().filter_map(sentence).collect()
}

fn choices(session: &Session) -> Option<String> {
    let texts = &more().sentences;
    let items = session.moments.iter().flat_map(|moment| &moment.items);
    let quoted = items.filter_map(|item| match item {
        Item::Choice(it) => Some(fill(texts.quoted, &[("words", it.text.as_str())])),
        _ => None,
    });
    let quoted: Vec<_> = quoted.collect();
    (!quoted.is_empty()).then(|| fill(texts.choices, &[("choices", &join_text(quoted))]))
}
