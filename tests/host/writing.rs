//! What is written out for people to read: each form exactly, nothing of a reflection, and words that stay words.
//! Never about how it is saved or shown.

mod person_file;
mod tables;

use attune::domain::moment::Line;
use attune::domain::naming::Listed;
use attune::domain::*;
use attune::vocabulary::{Area, Feeling, Judgement, Need};
use attune::writing::person_file::{Reflections, markdown as file};
use attune::writing::record::{draft, life, markdown, text};
use attune::writing::table::{Table, csv};
use attune::writing::{caught, oldest_first};

const MARKER: &str = "Zwischenraum";

fn need(id: &str) -> NeedWord {
    Naming::Known(Need::from_id(id).expect(id))
}

fn feeling(id: &str) -> FeelingWord {
    Naming::Known(Feeling::from_id(id).expect(id))
}

fn line(text: &str) -> Line {
    Line::parse(text).unwrap()
}

fn note(text: &str) -> Note {
    Note::parse(text).unwrap()
}

fn know(moment: &mut Moment, id: ItemId, known_by: KnownBy) {
    match moment.item_mut(id) {
        Some(Item::Felt(felt)) => felt.known_by = known_by,
        Some(Item::Need(mark)) => mark.known_by = known_by,
        _ => panic!("nothing that is known"),
    }
}

/// The second session of a person: everything that a record can say, once.
fn told() -> (Journal, SessionId) {
    let code = Code::parse("Heron").unwrap();
    let mut journal = Journal::new(Person::new(PersonId([1; 8]), Kind::Client, code));
    let (first, second) = (SessionId([1; 8]), SessionId([2; 8]));
    journal.begin_session(first, Day::parse("2026-03-02").unwrap());
    journal.change_session(first, |session| {
        let mut moment = Moment::new(MomentId([1; 8]));
        moment.mark_need(need("competence"), Standing::Unmet);
        session.moments.push(moment.into());
        session.reflection = note(MARKER);
    });
    journal.begin_session(second, Day::parse("2026-03-09").unwrap());
    journal.change_session(second, |session| {
        session.moments.push(rota().into());
        session.reflection = note(MARKER);
    });
    journal.answer(CoreNeed {
        need: need("competence"),
        answer: Answer::RingsTrue,
        day: Day::parse("2026-03-09").unwrap(),
        traces: 2,
    });
    (journal, second)
}

fn rota() -> Moment {
    let mut moment = Moment::new(MomentId([2; 8]));
    moment.label = Some(line("the rota"));
    moment.area = Some(Listed::Known(Area::from_id("area-work").unwrap()));
    moment.hands = Some(Hands::NotMine);
    let frustrated = moment.feel(feeling("frustrated"), About::Moment);
    if let Some(Item::Felt(felt)) = moment.item_mut(frustrated) {
        felt.strength = Strength::new(4);
    }
    let ashamed = moment.feel(feeling("ashamed"), About::Item(frustrated));
    know(&mut moment, ashamed, KnownBy::Guessed);
    let sad = moment.feel(feeling("sad"), About::Moment);
    know(&mut moment, sad, KnownBy::Seen);
    let lonely = moment.feel(feeling("lonely"), About::Moment);
    know(&mut moment, lonely, KnownBy::Confirmed);
    moment.hear(Naming::Known(Judgement::from_id("ignored").unwrap()));
    moment.add_behaviour(line("stayed late"));
    let competence = moment.mark_need(need("competence"), Standing::Partly);
    if let Some(Item::Need(mark)) = moment.item_mut(competence) {
        mark.hands = Some(Hands::Influence);
    }
    let rest = moment.mark_need(need("rest"), Standing::Unmet);
    know(&mut moment, rest, KnownBy::Guessed);
    let choice = moment.add_choice(line("ask for a break"));
    if let Some(Item::Choice(choice)) = moment.item_mut(choice) {
        choice.affect(need("rest"), Some(EffectKind::Serves));
        choice.affect(need("belonging"), Some(EffectKind::Costs));
        choice.turn_out(&need("rest"), Standing::Met);
    }
    moment
}

fn sheet(form: RecordForm) -> RecordSheet {
    RecordSheet {
        form,
        observation: note("Spoke quietly."),
        intervention: note("Listened."),
        time: TimeOfDay::parse("14:05"),
        length: Minutes::new(50),
        modality: Some(line("by video")),
        attendance: Some(line("came on time")),
        ..RecordSheet::default()
    }
}

fn drawn_up(journal: &Journal, id: SessionId, sheet: &RecordSheet) -> String {
    let sessions = oldest_first(journal);
    let at = sessions.iter().position(|it| it.id == id).unwrap();
    text(&draft(caught(&journal.person, &sessions)[at], &life(journal, id), sheet))
}

const SESSION: &str = "Session\nMonday 9 March 2026, 14:05.\nLength: 50 minutes.\nHeld: by video.\n\
Attendance: came on time.";
const SAID: &str = "The client said they felt frustrated (4 of 5).\n\
A guess the client agreed with: feeling lonely.";
const TOPIC: &str = "Spoken of: “the rota” (work).";
const DID: &str = "The client said what they did: “stayed late”.";
const SEEN: &str = "Seen: sad.\nObserved: Spoke quietly.";
const NEEDS: &str = "Needs the client named as partly met: competence (work).\n\
The therapist's guess at needs, not confirmed: rest (unmet, work).";
const GUESS: &str =
    "The therapist's guess, not confirmed: feeling ashamed (about feeling frustrated).";
const HANDS: &str = "What the client can influence: competence (work).\n\
Not in the client's hands: the circumstances of “the rota”.";
const CORE: &str =
    "Asked what keeps coming back, the client said that this rings true: competence.";
const CHOICES: &str =
    "Choices the client named: “ask for a break” (serves rest, may cost belonging).";
const LOOKED_BACK: &str = "Looked back on: “ask for a break” (rest was met).";
const SHIFT: &str = "Nearer to met than on Monday 2 March 2026: competence.\n\
Not felt on Monday 2 March 2026, felt now: ";

#[test]
fn a_record_is_drawn_up_in_each_form_and_a_guess_never_stands_as_said() {
    let (journal, id) = told();
    let heard = "The client used the words “ignored”.";
    let plan = format!("Plan\n{CHOICES}\n{LOOKED_BACK}");
    let subjective = format!("{TOPIC}\n{SAID}\n{heard}\n{DID}");
    let assessment = format!("Assessment\n{NEEDS}\n{HANDS}\n{CORE}\n{GUESS}");
    let done = "Intervention: Listened.";
    let forms = [
        (RecordForm::Dap, format!("Data\n{subjective}\n{SEEN}\n{done}\n\n{assessment}\n\n{plan}")),
        (
            RecordForm::Soap,
            format!(
                "Subjective\n{subjective}\n\nObjective\n{SEEN}\n{done}\n\n{assessment}\n\n{plan}"
            ),
        ),
    ];
    for (form, expected) in forms {
        assert_eq!(drawn_up(&journal, id, &sheet(form)), format!("{SESSION}\n\n{expected}"));
    }
    let birp = drawn_up(&journal, id, &sheet(RecordForm::Birp));
    let opening = format!(
        "{SESSION}\n\nBehaviour\n{TOPIC}\n{DID}\n{CHOICES}\n\nIntervention\nListened.\n\n\
         Response\n{SAID}\n{heard}\n{SEEN}\n{NEEDS}\n{HANDS}\n{GUESS}\n{SHIFT}"
    );
    assert!(birp.starts_with(&opening), "{birp}");
    assert!(birp.ends_with(&format!(".\n\n{plan}")), "{birp}");
    let since = birp.split(SHIFT).nth(1).unwrap().lines().next().unwrap();
    assert!(!since.contains("ashamed"), "a guess is no change: {since}");
    let girp = drawn_up(&journal, id, &sheet(RecordForm::Girp));
    assert!(girp.contains("Goal\nThe client wants more of this: competence.\n\n"), "{girp}");
    let response = format!("Response\n{TOPIC}\n{DID}\n{SAID}\n{heard}\n{SEEN}\n{NEEDS}\n{HANDS}");
    assert!(girp.contains(&response), "{girp}");
}

#[test]
fn without_an_answer_the_goal_is_what_was_named_unmet_and_a_guess_is_none() {
    let (mut journal, id) = told();
    journal.take_back_answer(&need("competence"));
    let girp = RecordSheet { form: RecordForm::Girp, ..RecordSheet::default() };
    assert!(drawn_up(&journal, id, &girp).contains("Goal\nNothing was noted.\n"));
    journal.change_session(id, |session| {
        session.change_moment(MomentId([2; 8]), |it| it.mark_need(need("privacy"), Standing::Unmet))
    });
    let drawn = drawn_up(&journal, id, &girp);
    assert!(drawn.contains("Goal\nThe client wants more of this: privacy.\n"), "{drawn}");
}

#[test]
fn no_word_turns_about_what_a_record_says_beside_it() {
    let (mut journal, id) = told();
    journal.change_session(id, |session| {
        session
            .change_moment(MomentId([2; 8]), |it| it.label = Some(line("\u{202e}the\u{2067} rota")))
    });
    let sessions = oldest_first(&journal);
    let all = caught(&journal.person, &sessions);
    for form in RecordForm::ALL {
        let drawn = text(&draft(all[1], &life(&journal, id), &sheet(form)));
        assert!(!drawn.contains(['\u{202e}', '\u{2067}']), "{drawn}");
        assert!(drawn.contains("⟨U+202E⟩the⟨U+2067⟩ rota"), "{drawn}");
    }
}

#[test]
fn what_came_later_is_not_in_an_earlier_record() {
    let (journal, _) = told();
    let drawn = drawn_up(&journal, SessionId([1; 8]), &RecordSheet::default());
    assert_eq!(
        drawn,
        "Session\nMonday 2 March 2026.\n\nData\nNothing was noted.\n\nAssessment\nNeeds the client \
         named as unmet: competence.\n\nPlan\nNothing was noted."
    );
}

#[test]
fn no_word_of_a_reflection_is_in_anything_that_did_not_ask_for_it() {
    let (journal, id) = told();
    let sessions = oldest_first(&journal);
    let all = caught(&journal.person, &sessions);
    let mut written = vec![file(&journal, Reflections::Left)];
    for form in RecordForm::ALL {
        let record = drawn_up(&journal, id, &sheet(form));
        written.push(markdown(all[1], &record, form, &[]));
        written.push(record);
    }
    written.extend(Table::ALL.map(|table| csv(table, &all)));
    assert!(written.iter().all(|it| !it.contains(MARKER)));
    let taken = file(&journal, Reflections::Taken);
    assert_eq!(taken.matches(MARKER).count(), 2, "asked for by name it is there");
}
