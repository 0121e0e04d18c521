//! A worksheet in sentences: what was marked is said again, in plain words and nothing more.
//! Knows nothing of how they are shown.

use attune::domain::moment::Line;
use attune::domain::{
    About, Code, Day, Felt, Hands, Item, ItemId, Kind, KnownBy, Listed, Moment, MomentId, Naming,
    NeedMark, OwnWord, OwnWordKind, Person, PersonId, Session, SessionId, Standing, Strength,
    WordId,
};
use attune::vocabulary::{Area, Feeling, Need};
use attune::writing::sentences::sentences;

struct Page(Session);

impl Page {
    fn new() -> Page {
        Page(Session::new(SessionId([1; 8]), 0, Day::parse("2026-11-23").expect("a day")))
    }

    fn thing(mut self, area: &str) -> Page {
        let mut moment = Moment::new(MomentId([self.0.moments.len() as u8; 8]));
        moment.area = Some(Listed::Known(Area::from_id(area).expect(area)));
        self.0.moments.push(moment.into());
        self
    }

    fn change(mut self, change: impl FnOnce(&mut Moment)) -> Page {
        let id = self.0.moments.last().expect("a thing").id;
        self.0.change_moment(id, change).expect("it is there");
        self
    }

    fn feel(self, id: &str, strength: u8, about: About) -> Page {
        self.change(|it| {
            let item = it.feel(Naming::Known(Feeling::from_id(id).expect(id)), about);
            if let Some(Item::Felt(felt)) = it.item_mut(item) {
                felt.strength = Strength::new(strength);
            }
        })
    }

    fn need(self, id: &str, standing: Standing) -> Page {
        self.mark(id, standing, |_| ())
    }

    fn mark(self, id: &str, standing: Standing, more: impl FnOnce(&mut NeedMark)) -> Page {
        self.change(|it| {
            let item = it.mark_need(Naming::Known(Need::from_id(id).expect(id)), standing);
            if let Some(Item::Need(mark)) = it.item_mut(item) {
                more(mark);
            }
        })
    }

    fn says(&self, wanted: &str) {
        assert_eq!(sentences(&self.0, &me()), wanted);
    }
}

fn me() -> Person {
    let mut me = Person::new(PersonId([0; 8]), Kind::Me, Code::parse("me").expect("a code"));
    let text = attune::domain::person::OwnText::parse("All over the place").expect("a text");
    me.own_words.push(OwnWord { id: WordId([9; 8]), text, kind: OwnWordKind::Feeling(None) });
    me
}

const FIRST: About = About::Item(ItemId(1));

#[test]
fn feelings_what_goes_short_where_and_what_is_met() {
    Page::new()
        .thing("area-work")
        .feel("frustrated", 3, About::Moment)
        .feel("ashamed", 1, FIRST)
        .need("competence", Standing::Unmet)
        .need("making-a-difference", Standing::Met)
        .says(
            "I feel frustrated and a little ashamed about it. At work, my need for competence goes short. \
             Making a difference is met.",
        );
}

#[test]
fn nothing_marked_gives_no_sentence() {
    Page::new().says("");
    Page::new().thing("area-work").says("");
}

#[test]
fn the_same_need_in_two_places_is_one_sentence() {
    Page::new()
        .thing("area-work")
        .need("control", Standing::Unmet)
        .need("rest", Standing::Unmet)
        .thing("area-family")
        .need("control", Standing::Unmet)
        .says("At work and in the family, my need for control goes short. At work, my need for rest goes short.");
}

#[test]
fn feelings_of_several_things_say_where() {
    Page::new()
        .thing("area-work")
        .feel("angry", 5, About::Moment)
        .thing("area-family")
        .feel("sad", 0, About::Moment)
        .says("At work, I feel very angry. In the family, I feel sad.");
}

#[test]
fn a_guess_stays_a_maybe_however_it_was_marked() {
    Page::new()
        .thing("area-work")
        .change(|it| {
            let id = it.feel(Naming::Own(WordId([9; 8])), About::Moment);
            if let Some(Item::Felt(Felt { known_by, .. })) = it.item_mut(id) {
                *known_by = KnownBy::Guessed;
            }
        })
        .mark("rest", Standing::Unmet, |it| it.known_by = KnownBy::Guessed)
        .says("I feel perhaps All over the place. At work, maybe I need rest.");
}

#[test]
fn hands_and_choices_come_at_the_end() {
    Page::new()
        .thing("area-work")
        .mark("control", Standing::Partly, |it| it.hands = Some(Hands::Mine))
        .mark("fairness", Standing::Unmet, |it| it.hands = Some(Hands::NotMine))
        .change(|it| {
            it.add_choice(Line::parse("Ask for an hour a week").expect("a line"));
        })
        .says(
            "At work, my need for fairness goes short. At work, my need for control is partly met. \
             Mine to choose: control. Not in my hands: fairness. What I could do: “Ask for an hour a week”.",
        );
}
