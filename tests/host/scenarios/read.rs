//! Reads a scenario: TOML in, a journal and what is expected of it out.
//! Expects nothing itself.

use std::sync::Arc;

use attune::domain::moment::Line;
use attune::domain::person::{Code, OwnText};
use attune::domain::*;
use attune::insight::core_need;
use attune::vocabulary::{Area, Family, Feeling, Judgement, Need};

use super::format::{AnswerFile, Expect, File, MomentFile, Own, Plan, SessionFile};
use super::{change, together};

pub struct Scenario {
    pub journal: Journal,
    pub conversation: Conversation,
    pub change: Option<ChangeMap>,
    pub expect: Expect,
}

pub fn scenario(text: &str) -> Result<Scenario, String> {
    let file: File = toml::from_str(text).map_err(|error| error.to_string())?;
    let code = Code::parse("Scenario").map_err(|_| "code")?;
    let mut person = Person::new(PersonId([1; 8]), Kind::Client, code);
    person.own_words = own_words(&file.own_words)?;
    let mut journal = Journal::new(person);
    let mut moments = 0;
    for session in &file.sessions {
        add_session(&mut journal, session, &mut moments)?;
    }
    for answer in &file.answers {
        add_answer(&mut journal, answer)?;
    }
    Ok(Scenario {
        journal,
        conversation: together::read::conversation(&file.participants, &file.rounds)?,
        change: file.change.as_ref().map(change::read::change).transpose()?,
        expect: file.expect,
    })
}

pub fn own_words(files: &[Own]) -> Result<Vec<OwnWord>, String> {
    files.iter().enumerate().map(|(number, own)| own_word(number, own)).collect()
}

fn own_word(number: usize, own: &Own) -> Result<OwnWord, String> {
    let text = OwnText::parse(&own.text).map_err(|_| format!("own word {}", own.text))?;
    let kin = |id: &str| format!("own word like {id}");
    let kind = match own.kind.as_str() {
        "feeling" => OwnWordKind::Feeling(match &own.family {
            Some(id) => Some(Listed::Known(Family::from_id(id).ok_or_else(|| kin(id))?)),
            None => None,
        }),
        "need" => OwnWordKind::Need(match &own.like {
            Some(id) => Some(Listed::Known(Need::from_id(id).ok_or_else(|| kin(id))?)),
            None => None,
        }),
        other => return Err(format!("kind {other}: feeling or need")),
    };
    Ok(OwnWord { id: WordId([number as u8 + 1; 8]), text, kind })
}

fn add_session(journal: &mut Journal, file: &SessionFile, moments: &mut u32) -> Result<(), String> {
    let first = day(&file.day)?;
    for time in 0..file.times {
        let number = journal.sessions.len() as u32;
        let mut session =
            Session::new(SessionId(id(b's', number)), number, first.plus(7 * time as i32));
        for moment in &file.moments {
            *moments += 1;
            let id = MomentId(id(b'm', *moments));
            session.moments.push(Arc::new(self::moment(id, moment, &journal.person)?));
        }
        journal.sessions.push(Arc::new(session));
    }
    Ok(())
}

pub fn id(kind: u8, number: u32) -> [u8; 8] {
    let [a, b, c, d] = number.to_be_bytes();
    [b's', b'c', b'e', kind, a, b, c, d]
}

pub fn moment(id: MomentId, file: &MomentFile, person: &Person) -> Result<Moment, String> {
    let mut moment = Moment::new(id);
    moment.label = file.label.as_deref().map(line).transpose()?;
    moment.area = file.area.as_deref().map(area).transpose()?;
    moment.hands = file.hands.as_deref().map(hands).transpose()?;
    for text in &file.did {
        moment.add_behaviour(line(text)?);
    }
    for text in &file.feelings {
        feel(&mut moment, text, person)?;
    }
    for id in &file.heard {
        let judgement = Judgement::from_id(id).ok_or_else(|| format!("judgement {id}"))?;
        moment.hear(Naming::Known(judgement));
    }
    let standings = [
        (&file.unmet, Standing::Unmet),
        (&file.partly, Standing::Partly),
        (&file.met, Standing::Met),
        (&file.open, Standing::NotSaid),
    ];
    for (needs, standing) in standings {
        for text in needs {
            mark(&mut moment, text, standing, person)?;
        }
    }
    for id in &file.denied {
        moment.dismiss(Need::from_id(id).ok_or_else(|| format!("need {id}"))?);
    }
    for plan in &file.choices {
        let id = moment.add_choice(line(&plan.text)?);
        if let Some(Item::Choice(choice)) = moment.item_mut(id) {
            choice.effects = effects(plan, person)?;
        }
    }
    Ok(moment)
}

/// "ashamed 4 seen about:1": the word, its strength, how it is known, and which of `did` it is about.
fn feel(moment: &mut Moment, text: &str, person: &Person) -> Result<(), String> {
    let mut words = text.split(' ');
    let word = words.next().unwrap_or_default();
    let feeling = naming(word, Feeling::from_id, person)?;
    let (mut strength, mut known_by, mut about) = (None, KnownBy::Said, About::Moment);
    for said in words {
        match (said.parse().ok().and_then(Strength::new), said.strip_prefix("about:")) {
            (Some(number), _) => strength = Some(number),
            (_, Some(number)) => about = About::Item(ItemId(number.parse().map_err(|_| text)?)),
            _ => known_by = known(said)?,
        }
    }
    let id = moment.feel(feeling, about);
    if let Some(Item::Felt(felt)) = moment.item_mut(id) {
        (felt.strength, felt.known_by) = (strength, known_by);
    }
    Ok(())
}

/// "control guessed mine": the word, how it is known, in whose hands.
fn mark(
    moment: &mut Moment,
    text: &str,
    standing: Standing,
    person: &Person,
) -> Result<(), String> {
    let mut words = text.split(' ');
    let word = need(words.next().unwrap_or_default(), person)?;
    let id = moment.mark_need(word, standing);
    for said in words {
        if let Some(Item::Need(mark)) = moment.item_mut(id) {
            match hands(said) {
                Ok(hands) => mark.hands = Some(hands),
                Err(_) => mark.known_by = known(said)?,
            }
        }
    }
    Ok(())
}

fn add_answer(journal: &mut Journal, file: &AnswerFile) -> Result<(), String> {
    let (need, day) = (need(&file.need, &journal.person)?, day(&file.day)?);
    let answer = match file.answer.as_str() {
        "rings true" => Answer::RingsTrue,
        "not quite" => Answer::NotQuite,
        "later" => Answer::Later,
        other => return Err(format!("answer {other}: rings true, not quite or later")),
    };
    // What was known then: everything to that day.
    let mut then = journal.clone();
    then.sessions.retain(|session| session.day <= day);
    let traces = core_need::traces(&then, &need);
    journal.answer(CoreNeed { need, answer, day, traces });
    Ok(())
}

/// "rest met": the word, and how it stood afterwards.
pub fn effects(plan: &Plan, person: &Person) -> Result<Vec<Effect>, String> {
    let mut effects = Vec::new();
    for (texts, kind) in [(&plan.serves, EffectKind::Serves), (&plan.costs, EffectKind::Costs)] {
        for text in texts {
            let (word, after) = text.split_once(' ').unwrap_or((text, ""));
            let turned_out = match after {
                "" => Standing::NotSaid,
                "met" => Standing::Met,
                "partly" => Standing::Partly,
                "unmet" => Standing::Unmet,
                other => return Err(format!("{text}: {other}")),
            };
            effects.push(Effect { need: need(word, person)?, kind, turned_out });
        }
    }
    Ok(effects)
}

pub fn need(word: &str, person: &Person) -> Result<NeedWord, String> {
    naming(word, Need::from_id, person)
}

/// An id of the vocabulary, "own:" and an own word's text with hyphens for spaces, or "newer:" and an id not known here.
pub fn naming<T>(
    word: &str,
    find: fn(&str) -> Option<T>,
    person: &Person,
) -> Result<Naming<T>, String> {
    if let Some(id) = word.strip_prefix("newer:") {
        return Ok(Naming::Unknown(id.into()));
    }
    match word.strip_prefix("own:") {
        Some(own) => {
            let is_meant = |it: &&OwnWord| it.text.as_str().replace(' ', "-") == own;
            let found = person.own_words.iter().find(is_meant);
            found.map(|it| Naming::Own(it.id)).ok_or_else(|| format!("own word {own}"))
        }
        None => find(word).map(Naming::Known).ok_or_else(|| format!("no such word: {word}")),
    }
}

pub fn area(name: &str) -> Result<AreaName, String> {
    let id = format!("area-{name}");
    Area::from_id(&id).map(Listed::Known).ok_or_else(|| format!("area {name}"))
}

pub fn hands(word: &str) -> Result<Hands, String> {
    match word {
        "mine" => Ok(Hands::Mine),
        "influence" => Ok(Hands::Influence),
        "not-mine" => Ok(Hands::NotMine),
        other => Err(format!("{other}: mine, influence or not-mine")),
    }
}

fn known(word: &str) -> Result<KnownBy, String> {
    match word {
        "said" => Ok(KnownBy::Said),
        "seen" => Ok(KnownBy::Seen),
        "guessed" => Ok(KnownBy::Guessed),
        "confirmed" => Ok(KnownBy::Confirmed),
        other => Err(format!("{other}: said, seen, guessed or confirmed")),
    }
}

pub fn line(text: &str) -> Result<Line, String> {
    Line::parse(text).map_err(|_| format!("too long: {text}"))
}

pub fn day(text: &str) -> Result<Day, String> {
    Day::parse(text).ok_or_else(|| format!("no such day: {text}"))
}
