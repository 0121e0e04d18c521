//! The other device of a conversation, played by the library: it opens, writes, says ready, makes its files and takes files in.
//! Holds no promise.

use std::sync::Arc;

use attune::domain::conversation::{Frame, Participant};
use attune::domain::moment::Line;
use attune::domain::{
    About, Code, Conversation, ConversationId, Day, Kind, MomentId, Naming, Person, PersonId,
    SecretKey, Words,
};
use attune::exchange::Meta;
use attune::exchange::conversation_file::{
    ConversationFile, Statement, join, open_to_others, read, take_in, tell, write, write_opening,
};
use attune::sealed_file::{WorkFactor, open, open_with_keys, public_key, seal, seal_for_key};
use attune::vocabulary::Feeling;

use crate::handed_over::found;
use crate::support::Outcome;

pub const PASSPHRASE: &str = "lantern  Übung 9 heath";

pub struct OtherDevice(pub Conversation);

pub fn meta() -> Outcome<Meta> {
    Ok(Meta { made_on: found(Day::parse("2026-03-09"))?, made_by: line("Attune 0.2.0")? })
}

fn line(text: &str) -> Outcome<Line> {
    Line::parse(text).map_err(|it| format!("{it:?}").into())
}

fn person(number: u8, code: &str) -> Outcome<Participant> {
    let code = Code::parse(code).map_err(|it| format!("{it:?}"))?;
    Ok(Participant::new(Person::new(PersonId([number; 8]), Kind::Participant, code), 1))
}

impl OtherDevice {
    /// Heron has begun it there, with Copper, who writes elsewhere.
    pub fn begun(number: u8) -> Outcome<OtherDevice> {
        let frame = Frame {
            revision: 1,
            begun_on: found(Day::parse("2026-03-01"))?,
            topic: Some(line("We spoke for ten minutes on Monday")?),
            relation: None,
            opening: None,
            areas: Vec::new(),
            is_ours: true,
        };
        let copper = Participant { is_here: false, ..person(2, "Copper")? };
        Ok(OtherDevice(Conversation {
            id: ConversationId([number; 8]),
            frame,
            participants: vec![Arc::new(person(1, "Heron")?), Arc::new(copper)],
            secret: Some(SecretKey::new([number; 32])),
        }))
    }

    /// Opens an opening file there, as one of those it names.
    pub fn opened(file: &[u8], code: &str) -> Outcome<OtherDevice> {
        let plain = open(file, PASSPHRASE).map_err(|it| format!("{it:?}"))?;
        let Ok(ConversationFile::Opening(opening)) = read(&plain) else {
            return Err("no opening file".into());
        };
        let mut people = opening.statement.frame.people.iter();
        let who = people.find(|it| it.code.as_str() == code).ok_or("nobody of that code")?;
        let joined = join(&opening, &[who.id]).map_err(|it| format!("{it:?}"))?;
        Ok(OtherDevice(joined))
    }

    pub fn opening_file(&mut self) -> Outcome<Vec<u8>> {
        let (told, opening) = found(open_to_others(&self.0, &meta()?))?;
        self.0 = told;
        let plain = write_opening(&opening).map_err(|it| format!("{it:?}"))?;
        let work = WorkFactor::parse(10).map_err(|it| format!("{it:?}"))?;
        seal(&plain, PASSPHRASE, work).map_err(|it| format!("{it:?}").into())
    }

    /// Whoever writes there feels this in the round that is being filled in, and is ready.
    pub fn say_ready(&mut self, feeling: &str) -> Outcome {
        let round = self.0.current_round();
        let feeling = Naming::Known(found(Feeling::from_id(feeling))?);
        let who = self.0.participants.iter().find(|it| it.is_here);
        let who = found(who)?.person.id;
        self.0.change_participant(who, |it| {
            let mut words = Words::new(MomentId([77; 8]));
            Arc::make_mut(&mut words.mine.moment).feel(feeling, About::Moment);
            let sheet = it.sheet_mut(round);
            (sheet.words, sheet.is_ready) = (Some(words), true);
        });
        Ok(())
    }

    pub fn file(&mut self) -> Outcome<Vec<u8>> {
        let (told, statement) = tell(&self.0, &meta()?);
        self.0 = told;
        let plain = write(&statement).map_err(|it| format!("{it:?}"))?;
        self.seal(&plain)
    }

    /// For the key of its conversation.
    pub fn seal(&self, plain: &[u8]) -> Outcome<Vec<u8>> {
        let secret = self.0.secret.as_ref().ok_or("no key")?;
        seal_for_key(plain, &public_key(secret)).map_err(|it| format!("{it:?}").into())
    }

    /// Takes a file in; all that it holds, and nothing it holds is left out of that.
    pub fn take(&mut self, file: &[u8]) -> Outcome<Statement> {
        let keys = [self.0.secret.clone().ok_or("no key")?];
        let (_, plain) = open_with_keys(file, &keys).map_err(|it| format!("{it:?}"))?;
        let Ok(ConversationFile::Statement(statement)) = read(&plain) else {
            return Err("no file of a round".into());
        };
        let again = write(&statement).map_err(|it| format!("{it:?}"))?;
        assert_eq!(again, *plain, "more in the file than was read");
        (self.0, _) = take_in(&self.0, &statement).map_err(|it| format!("{it:?}"))?;
        Ok(*statement)
    }

    /// What is shown there of a round, as text to search in.
    pub fn shown(&self, round: u16) -> String {
        format!("{:?}", self.0.revealed(round))
    }
}
