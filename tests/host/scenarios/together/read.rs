//! Reads the conversation of a scenario.
//! Expects nothing itself.

use std::sync::Arc;

use attune::domain::conversation::Frame;
use attune::domain::person::Code;
use attune::domain::*;
use attune::vocabulary::{Feeling, Judgement, Need};

use super::format::{
    GuessFile, ParticipantFile, ReplyFile, RequestFile, RoundFile, SheetFile, SideFile,
};
use crate::scenarios::read::{day, id, line, moment, naming, need, own_words};

pub fn conversation(
    participants: &[ParticipantFile],
    rounds: &[RoundFile],
) -> Result<Conversation, String> {
    let frame = Frame {
        revision: 0,
        begun_on: day("2026-03-09")?,
        topic: None,
        relation: None,
        opening: None,
        areas: Vec::new(),
        is_ours: true,
    };
    let id = ConversationId(id(b'v', 0));
    let mut conversation = Conversation { id, frame, participants: Vec::new(), secret: None };
    for file in participants {
        let number = conversation.participants.len() as u32;
        conversation.participants.push(Arc::new(participant(number, file)?));
    }
    for (round, file) in (1..).zip(rounds) {
        read_round(&mut conversation, round, file)?;
    }
    Ok(conversation)
}

fn participant(number: u32, file: &ParticipantFile) -> Result<Participant, String> {
    let code = Code::parse(&file.code).map_err(|_| format!("code {}", file.code))?;
    let mut person = Person::new(PersonId(id(b'p', number)), Kind::Participant, code);
    person.own_words = own_words(&file.own_words)?;
    let mut participant = Participant::new(person, file.since.unwrap_or(1));
    participant.left = file.left;
    Ok(participant)
}

fn read_round(
    conversation: &mut Conversation,
    round: Round,
    file: &RoundFile,
) -> Result<(), String> {
    for sheet in &file.sheets {
        let who = person(conversation, &sheet.who)?;
        let words = words(conversation, round, &who, sheet)?;
        let on = |it: &mut Participant| {
            // Whoever writes here has no words that could be on their way.
            it.is_here &= !sheet.on_the_way;
            let on = it.sheet_mut(round);
            (on.is_ready, on.words) = (sheet.ready, (!sheet.on_the_way).then_some(words));
        };
        conversation.change_participant(who.id, on);
    }
    for (number, request) in file.requests.iter().enumerate() {
        let id = RequestId(id(b'r', u32::from(round) * 1000 + number as u32));
        let (who, request) = read_request(conversation, id, round, request)?;
        conversation.change_participant(who, |it| it.requests.push(Arc::new(request)));
    }
    file.replies.iter().try_for_each(|it| reply(conversation, round, it))
}

pub fn person(conversation: &Conversation, code: &str) -> Result<Arc<Person>, String> {
    let mut people = conversation.participants.iter().map(|it| &it.person);
    let found = people.find(|it| it.code.as_str() == code).cloned();
    found.ok_or_else(|| format!("no participant {code}"))
}

fn words(
    conversation: &Conversation,
    round: Round,
    who: &Person,
    file: &SheetFile,
) -> Result<Words, String> {
    let place = u32::from(who.id.0[7]) + 1;
    let mine = side(MomentId(id(b'm', u32::from(round) * 100 + place)), who, &file.mine)?;
    let guess = |(number, guess): (usize, &GuessFile)| {
        let id = MomentId(id(b'g', u32::from(round) * 10_000 + place * 100 + number as u32));
        Ok((person(conversation, &guess.about)?.id, side(id, who, &guess.side)?))
    };
    let guesses: Result<_, String> = file.guesses.iter().enumerate().map(guess).collect();
    Ok(Words { mine, guesses: guesses? })
}

fn side(id: MomentId, who: &Person, file: &SideFile) -> Result<Side, String> {
    let mut side =
        Side { moment: Arc::new(moment(id, &file.moment, who)?), kept_private: Vec::new() };
    for word in &file.private {
        let item = side.moment.items.iter().find(|item| is_called(item, word, who));
        let id = item.ok_or_else(|| format!("private: {word} is not on the sheet"))?.id();
        side.keep_private(id, true);
    }
    Ok(side)
}

fn is_called(item: &Item, word: &str, who: &Person) -> bool {
    match item {
        Item::Felt(it) => naming(word, Feeling::from_id, who).is_ok_and(|word| word == it.feeling),
        Item::Need(it) => naming(word, Need::from_id, who).is_ok_and(|word| word == it.need),
        Item::Heard(it) => it.judgement.known().map(Judgement::id) == Some(word),
        Item::Behaviour(it) => it.text.as_str() == word,
        Item::Choice(it) => it.text.as_str() == word,
    }
}

fn read_request(
    conversation: &Conversation,
    id: RequestId,
    round: Round,
    file: &RequestFile,
) -> Result<(PersonId, Request), String> {
    let who = person(conversation, &file.who)?.id;
    let mut request = Request { id, round, text: line(&file.text)?, effects: Vec::new() };
    for (texts, kind) in [(&file.serves, EffectKind::Serves), (&file.costs, EffectKind::Costs)] {
        for text in texts {
            let (code, word) = text.rsplit_once(' ').ok_or_else(|| format!("{text}: whose?"))?;
            let whose = person(conversation, code)?;
            request.affect(whose.id, need(word, &whose)?, Some(kind));
        }
    }
    Ok((who, request))
}

fn reply(conversation: &mut Conversation, round: Round, file: &ReplyFile) -> Result<(), String> {
    let who = person(conversation, &file.who)?;
    let mut asked = conversation.participants.iter().flat_map(|it| &it.requests);
    let request = asked.find(|it| it.text.as_str() == file.request).map(|it| it.id);
    let request = request.ok_or_else(|| format!("nobody asked {}", file.request))?;
    let agreement = match file.agreement.as_deref() {
        None => None,
        Some("agreed") => Some(Agreement::Agreed),
        Some("not like this") => Some(Agreement::NotLikeThis),
        Some(other) => return Err(format!("{other}: agreed or not like this")),
    };
    let mut turned_out = Vec::new();
    for text in &file.turned_out {
        let (word, standing) = text.split_once(' ').ok_or_else(|| format!("{text}: how?"))?;
        turned_out.push((need(word, &who)?, self::standing(standing)?));
    }
    conversation.change_participant(who.id, |it| {
        let reply = it.reply_mut(request);
        reply.agreement = agreement.unwrap_or(reply.agreement);
        for (need, standing) in turned_out {
            reply.turn_out(need, standing, round);
        }
    });
    Ok(())
}

fn standing(word: &str) -> Result<Standing, String> {
    match word {
        "unmet" => Ok(Standing::Unmet),
        "partly" => Ok(Standing::Partly),
        "met" => Ok(Standing::Met),
        other => Err(format!("{other}: unmet, partly or met")),
    }
}
