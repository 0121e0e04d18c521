//! Holds what Attune sees in a conversation against what a scenario expects: both as lines, as the README writes them.
//! Never mends an expectation: each fault is a sentence.

use attune::domain::*;
use attune::insight::together::{
    Asked, Beside, CameTo, Guess, Guessed, Meant, Patterns, RoundSeen, Voiced, patterns, requests,
    round,
};
use attune::vocabulary::{Feeling, Need};

use super::format::{WantedPatterns, WantedRequest, WantedRound};
use crate::scenarios::expect::{Fault, same, same_lines};
use crate::scenarios::format::Expect;

pub fn faults(conversation: &Conversation, expect: &Expect) -> Vec<Fault> {
    let say = Say(conversation);
    let seen = patterns(conversation);
    let asked = requests(conversation);
    let mut results: Vec<Fault> = Vec::new();
    results.extend(expect.rounds.iter().map(|it| wanted_round(it, say)));
    results.extend(expect.patterns.iter().map(|it| wanted_patterns(it, &seen, say)));
    results.extend(expect.requests.iter().map(|it| wanted_request(it, &asked, say)));
    let told = all_told(&seen, say);
    results.extend(expect.never_told.iter().map(|it| never_told(it, &told)));
    results
}

fn wanted_round(wanted: &WantedRound, say: Say) -> Fault {
    let what = |part: &str| format!("round {}, {part}", wanted.round);
    let Some(seen) = round(say.0, wanted.round) else {
        return same(&what("revealed"), false, wanted.revealed);
    };
    same(&what("revealed"), true, wanted.revealed)?;
    let lists = [
        ("shared", say.all_voiced(&seen.shared), &wanted.shared),
        ("differ", say.all_voiced(&seen.differ), &wanted.differ),
        ("guesses", say.guesses(&seen), &wanted.guesses),
        ("silent", say.codes(&seen.silent), &wanted.silent),
        ("awaited", say.codes(&seen.awaited), &wanted.awaited),
    ];
    lists.into_iter().try_for_each(|(part, is, wanted)| same_lines(&what(part), is, wanted))
}

fn wanted_patterns(wanted: &WantedPatterns, seen: &Patterns, say: Say) -> Fault {
    let lists = [
        ("moved", say.moved(seen), &wanted.moved),
        ("in every round", say.in_every_round(seen), &wanted.in_every_round),
        ("unspoken", say.unspoken(seen), &wanted.unspoken),
        ("requests", say.came_to(seen), &wanted.requests),
    ];
    lists.into_iter().try_for_each(|(part, is, wanted)| same_lines(part, is, wanted))
}

fn wanted_request(wanted: &WantedRequest, asked: &[Asked], say: Say) -> Fault {
    let found = asked.iter().find(|it| it.request.text.as_str() == wanted.text);
    let asked = found.ok_or_else(|| format!("nobody is seen to ask {}", wanted.text))?;
    let touches = |costs: bool| {
        let needs = asked.touches.iter().flat_map(|it| {
            let needs = if costs { &it.costs } else { &it.serves };
            needs.iter().map(|need| format!("{} {}", say.code(it.whose), say.word(need, it.whose)))
        });
        needs.collect::<Vec<_>>()
    };
    let looked_back = asked.looked_back.iter().map(|it| {
        format!("{} {} {}", say.code(it.who), say.word(&it.need, it.who), standing(it.standing))
    });
    let came_to = wanted.came_to.as_ref().map(|it| vec![it.clone()]);
    let lists = [
        ("serves", touches(false), &wanted.serves),
        ("costs", touches(true), &wanted.costs),
        ("agreed", say.codes(&asked.agreed), &wanted.agreed),
        ("not like this", say.codes(&asked.not_like_this), &wanted.not_like_this),
        ("looked back", looked_back.collect(), &wanted.looked_back),
        ("came to", vec![came_to_text(asked.came_to).into()], &came_to),
        ("due", say.codes(&asked.due), &wanted.due),
    ];
    let what = |part: &str| format!("{}: {part}", wanted.text);
    lists.into_iter().try_for_each(|(part, is, wanted)| same_lines(&what(part), is, wanted))
}

fn all_told(seen: &Patterns, say: Say) -> Vec<String> {
    let mut told = [say.moved(seen), say.in_every_round(seen), say.unspoken(seen)].concat();
    for seen in (1..say.0.current_round() + 1).filter_map(|it| round(say.0, it)) {
        told.extend(say.all_voiced(&seen.shared));
        told.extend(say.all_voiced(&seen.differ));
        told.extend(say.guesses(&seen));
    }
    told
}

fn never_told(id: &str, told: &[String]) -> Fault {
    let is_own = id.starts_with("own:");
    if !is_own && Need::from_id(id).is_none() && Feeling::from_id(id).is_none() {
        return Err(format!("no such word: {id}"));
    }
    let tells = |line: &&String| {
        line.split([' ', ':', ',']).any(|it| it == id) || is_own && line.contains(id)
    };
    told.iter().find(tells).map_or(Ok(()), |line| Err(format!("{id} must not be told: {line}")))
}

/// Says things as scenarios write them.
#[derive(Clone, Copy)]
struct Say<'a>(&'a Conversation);

impl Say<'_> {
    fn code(self, id: PersonId) -> String {
        let found = self.0.participant(id);
        found.map_or("nobody".into(), |it| it.person.code.as_str().into())
    }

    fn codes(self, ids: &[PersonId]) -> Vec<String> {
        ids.iter().map(|id| self.code(*id)).collect()
    }

    fn own(self, whose: PersonId, id: WordId) -> String {
        let text = self.0.participant(whose).and_then(|it| it.person.own_word(id));
        text.map_or("own:?".into(), |it| format!("own:{}", it.text.as_str().replace(' ', "-")))
    }

    fn word(self, word: &NeedWord, whose: PersonId) -> String {
        match word {
            Naming::Known(need) => need.id().into(),
            Naming::Unknown(id) => format!("newer:{id}"),
            Naming::Own(id) => self.own(whose, *id),
        }
    }

    fn need(self, need: &Meant) -> String {
        match need {
            Meant::Listed(Listed::Known(need)) => need.id().into(),
            Meant::Listed(Listed::Unknown(id)) => format!("newer:{id}"),
            Meant::Own(whose, id) => self.own(*whose, *id),
        }
    }

    fn all_voiced(self, all: &[Voiced]) -> Vec<String> {
        all.iter().map(|it| self.voiced(it)).collect()
    }

    /// "rest: Ada unmet, Ben partly guessed"
    fn voiced(self, voiced: &Voiced) -> String {
        let voices = voiced.voices.iter().map(|it| {
            let guessed = if it.known_by == KnownBy::Guessed { " guessed" } else { "" };
            format!("{} {}{guessed}", self.code(it.who), standing(it.standing))
        });
        format!("{}: {}", self.need(&voiced.need), voices.collect::<Vec<_>>().join(", "))
    }

    /// "Ada of Ben: rest unmet: not named"
    fn guesses(self, seen: &RoundSeen) -> Vec<String> {
        let say = |it: &Guess| {
            let what = match &it.what {
                Guessed::Feeling(Naming::Known(feeling)) => feeling.id().into(),
                Guessed::Feeling(Naming::Own(id)) => self.own(it.who, *id),
                Guessed::Feeling(Naming::Unknown(id)) => format!("newer:{id}"),
                Guessed::Need(need, stands) => {
                    format!("{} {}", self.word(need, it.who), standing(*stands))
                }
            };
            format!(
                "{} of {}: {what}: {}",
                self.code(it.who),
                self.code(it.about),
                beside(it.beside)
            )
        };
        seen.guesses.iter().map(say).collect()
    }

    /// "Ada rest: unmet 1, met 3"
    fn moved(self, seen: &Patterns) -> Vec<String> {
        let lines = seen.moved.iter().map(|it| {
            let path = it.path.iter().map(|(round, stood)| format!("{} {round}", standing(*stood)));
            let path = path.collect::<Vec<_>>().join(", ");
            format!("{} {}: {path}", self.code(it.who), self.need(&it.need))
        });
        lines.collect()
    }

    fn in_every_round(self, seen: &Patterns) -> Vec<String> {
        let lines = seen.in_every_round.iter().map(|it| {
            let mut who: Vec<PersonId> =
                self.0.participants.iter().map(|it| it.person.id).collect();
            who.retain(|id| it.who.contains(id));
            format!("{}: {}", self.need(&it.need), self.codes(&who).join(", "))
        });
        lines.collect()
    }

    /// "respect: Ada frustrated 1, Ben angry 2"
    fn unspoken(self, seen: &Patterns) -> Vec<String> {
        let lines = seen.unspoken.iter().map(|it| {
            let pointing = it.pointing.iter();
            let pointing = pointing
                .map(|it| format!("{} {} {}", self.code(it.who), it.feeling.id(), it.round));
            format!("{}: {}", it.need.id(), pointing.collect::<Vec<_>>().join(", "))
        });
        lines.collect()
    }

    fn came_to(self, seen: &Patterns) -> Vec<String> {
        let text = |id| self.0.request(id).map_or("?", |it| it.text.as_str());
        let lines = seen.requests.iter();
        lines.map(|(id, came_to)| format!("{}: {}", text(*id), came_to_text(*came_to))).collect()
    }
}

fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::NotSaid => "open",
        Standing::Unmet => "unmet",
        Standing::Partly => "partly",
        Standing::Met => "met",
    }
}

fn beside(beside: Beside) -> String {
    match beside {
        Beside::AlsoNamed => "also named".into(),
        Beside::StandsOtherwise(it) => format!("for them it is {}", standing(it)),
        Beside::NotNamed => "not named".into(),
        Beside::NothingShared => "nothing shared".into(),
        Beside::OnTheirWay => "on the way".into(),
    }
}

fn came_to_text(came_to: CameTo) -> &'static str {
    match came_to {
        CameTo::Open => "open",
        CameTo::Met => "met",
        CameTo::Partly => "partly",
        CameTo::Unmet => "unmet",
    }
}
