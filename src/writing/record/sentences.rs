//! The sentences of a record: who said what, what was seen, what was guessed; each `None` where there is nothing to say.
//! Never writes a guess as said.

use super::need_names;
use crate::domain::{
    About, Choice, EffectKind, Felt, Hands, Item, KnownBy, Moment, NeedMark, NeedWord, Standing,
};
use crate::i18n::{fill, inside, more};
use crate::insight::timeline::Shift;
use crate::order;
use crate::writing::Caught;
use crate::writing::words::{
    about_text, area_text, feeling_inside, full_day_text, item_text, join_text, need_inside,
    one_of, standing_place,
};

pub(super) struct Sentences<'a> {
    pub caught: Caught<'a>,
}

impl Sentences<'_> {
    fn moments(&self) -> impl Iterator<Item = &Moment> {
        self.caught.moments.iter().map(|moment| &**moment)
    }

    fn all<'a, T>(
        &'a self,
        of: impl Fn(&'a Moment, &'a Item) -> Option<T> + 'a,
    ) -> impl Iterator<Item = T> {
        let of_moment = move |moment: &'a Moment| {
            moment.items.iter().filter_map(|item| of(moment, item)).collect::<Vec<_>>()
        };
        self.moments().flat_map(of_moment)
    }

    /// What the moments are called, and the area of life of each.
    pub fn topics(&self) -> Option<String> {
        let topic = |moment: &Moment| {
            let label = moment.label.as_ref().map(|label| quoted(label.as_str()));
            let area = moment.area.as_ref().map(|area| inside(&area_text(area)));
            match (label, area) {
                (Some(label), Some(area)) => Some(noted(label, &[area])),
                (label, area) => label.or(area),
            }
        };
        say("topics", more().written.topics, self.moments().filter_map(topic))
    }

    pub fn felt(&self, known_by: KnownBy) -> Option<String> {
        let written = &more().written;
        let template = match known_by {
            KnownBy::Said => written.felt_said,
            KnownBy::Seen => written.felt_seen,
            KnownBy::Guessed => written.felt_guessed,
            KnownBy::Confirmed => written.felt_confirmed,
        };
        let felt = self.all(|moment, item| match item {
            Item::Felt(felt) if felt.known_by == known_by => Some(self.felt_text(moment, felt)),
            _ => None,
        });
        say("feelings", template, felt)
    }

    /// "frustrated (4 of 5, about “the rota”)".
    fn felt_text(&self, moment: &Moment, felt: &Felt) -> String {
        let person = Some(self.caught.person);
        let strength = felt
            .strength
            .map(|it| fill(more().written.strength, &[("strength", &it.get().to_string())]));
        let about = match felt.about {
            About::Item(id) => moment.item(id).map(|item| about_text(item, person)),
            About::Moment => None,
        };
        let notes: Vec<String> = [strength, about].into_iter().flatten().collect();
        noted(feeling_inside(&felt.feeling, person), &notes)
    }

    pub fn heard(&self) -> Option<String> {
        let heard = self.all(|_, item| match item {
            Item::Heard(heard) => {
                let words = item_text(item, Some(self.caught.person));
                let is_known = heard.judgement.known().is_some();
                Some(quoted(&if is_known { inside(&words) } else { words }))
            }
            _ => None,
        });
        say("heard", more().written.used_words, heard)
    }

    pub fn behaviours(&self) -> Option<String> {
        let did = self.all(|_, item| match item {
            Item::Behaviour(behaviour) => Some(quoted(behaviour.text.as_str())),
            _ => None,
        });
        say("behaviours", more().written.did, did)
    }

    /// What was said by how it stands, then what was agreed to, seen and guessed.
    pub fn needs(&self) -> Vec<String> {
        let written = &more().written;
        let said = [
            (written.said_unmet, Standing::Unmet),
            (written.said_partly, Standing::Partly),
            (written.said_met, Standing::Met),
            (written.said_open, Standing::NotSaid),
        ];
        let said = said.map(|(template, standing)| {
            let marks =
                self.marks(move |mark| mark.known_by == KnownBy::Said && mark.standing == standing);
            say("needs", template, marks.map(|(moment, mark)| self.need_text(moment, mark, false)))
        });
        let others = [
            (written.needs_confirmed, KnownBy::Confirmed),
            (written.needs_seen, KnownBy::Seen),
            (written.needs_guessed, KnownBy::Guessed),
        ];
        let others = others.map(|(template, known_by)| {
            let marks = self.marks(move |mark| mark.known_by == known_by);
            say("needs", template, marks.map(|(moment, mark)| self.need_text(moment, mark, true)))
        });
        said.into_iter().chain(others).flatten().collect()
    }

    fn marks<'a>(
        &'a self,
        is_one: impl Fn(&NeedMark) -> bool + 'a,
    ) -> impl Iterator<Item = (&'a Moment, &'a NeedMark)> {
        self.all(move |moment, item| match item {
            Item::Need(mark) if is_one(mark) => Some((moment, mark)),
            _ => None,
        })
    }

    /// "competence (unmet, work)".
    fn need_text(&self, moment: &Moment, mark: &NeedMark, with_standing: bool) -> String {
        let standing = (with_standing && mark.standing != Standing::NotSaid)
            .then(|| standing_text(mark.standing).to_string());
        let area = moment.area.as_ref().map(|area| inside(&area_text(area)));
        let notes: Vec<String> = [standing, area].into_iter().flatten().collect();
        noted(need_inside(&mark.need, Some(self.caught.person)), &notes)
    }

    /// In whose hands things are; of a need that is only guessed, nothing.
    pub fn hands(&self) -> Vec<String> {
        let written = &more().written;
        let templates = [written.hands_mine, written.hands_influence, written.hands_not_mine];
        let told = Hands::ALL.into_iter().zip(templates).map(|(hands, template)| {
            let of_needs = self
                .marks(move |mark| mark.hands == Some(hands) && mark.known_by != KnownBy::Guessed);
            let needs = of_needs.map(|(moment, mark)| self.need_text(moment, mark, false));
            let around = self.moments().filter(|moment| moment.hands == Some(hands));
            say("what", template, needs.chain(around.map(circumstances)))
        });
        told.flatten().collect()
    }

    /// What the client named as unmet most often in this session: one, or those that are equal.
    pub fn most_unmet(&self) -> Vec<NeedWord> {
        let unmet = self.marks(|mark| {
            mark.standing == Standing::Unmet
                && matches!(mark.known_by, KnownBy::Said | KnownBy::Confirmed)
        });
        let mut counted: Vec<(NeedWord, usize)> = Vec::new();
        for (_, mark) in unmet {
            match counted.iter_mut().find(|(need, _)| *need == mark.need) {
                Some((_, count)) => *count += 1,
                None => counted.push((mark.need.clone(), 1)),
            }
        }
        order::sort_by_key(&mut counted, |(_, count)| std::cmp::Reverse(*count));
        let most = counted.first().map_or(0, |(_, count)| *count);
        counted.into_iter().filter(|(_, count)| *count == most).map(|(need, _)| need).collect()
    }

    pub fn named(&self, needs: &[NeedWord], template: &'static str) -> Option<String> {
        let names = need_names(needs, self.caught.person);
        (!needs.is_empty()).then(|| fill(template, &[("needs", &names)]))
    }

    /// With the needs that each serves and costs.
    pub fn choices(&self) -> Option<String> {
        let written = &more().written;
        let choices = self.all(|_, item| match item {
            Item::Choice(choice) => {
                let serves = self.affected(choice, EffectKind::Serves, written.serves);
                let costs = self.affected(choice, EffectKind::Costs, written.costs);
                let notes: Vec<String> = [serves, costs].into_iter().flatten().collect();
                Some(noted(quoted(choice.text.as_str()), &notes))
            }
            _ => None,
        });
        say("choices", written.choices, choices)
    }

    fn affected(
        &self,
        choice: &Choice,
        kind: EffectKind,
        template: &'static str,
    ) -> Option<String> {
        let of_kind = choice.effects.iter().filter(|effect| effect.kind == kind);
        let needs: Vec<NeedWord> = of_kind.map(|effect| effect.need.clone()).collect();
        self.named(&needs, template)
    }

    /// How choices turned out, where someone looked back.
    pub fn looked_back(&self) -> Option<String> {
        let written = &more().written;
        let turned_out = |choice: &Choice| {
            let said = choice.effects.iter().filter(|it| it.turned_out != Standing::NotSaid);
            let told = said.map(|effect| {
                let need = need_inside(&effect.need, Some(self.caught.person));
                let standing = standing_text(effect.turned_out);
                fill(written.turned_out, &[("need", &need), ("standing", standing)])
            });
            let told: Vec<String> = told.collect();
            (!told.is_empty()).then(|| noted(quoted(choice.text.as_str()), &told))
        };
        let told = self.all(|_, item| match item {
            Item::Choice(choice) => turned_out(choice),
            _ => None,
        });
        say("choices", written.looked_back, told)
    }

    /// What is different since the session before.
    pub fn shift(&self, shift: &Shift) -> Vec<String> {
        let written = &more().written;
        let day = full_day_text(shift.from);
        let needs = [
            (written.more_met, &shift.more_met),
            (written.less_met, &shift.less_met),
            (written.still_unmet, &shift.still_unmet),
            (written.newly_named, &shift.newly_named),
        ];
        let told = needs.into_iter().filter(|(_, needs)| !needs.is_empty());
        let mut lines: Vec<String> = told
            .map(|(template, needs)| {
                let needs = need_names(needs, self.caught.person);
                fill(template, &[("day", &day), ("needs", &needs)])
            })
            .collect();
        let felt = shift.newly_felt.iter().map(|it| feeling_inside(it, Some(self.caught.person)));
        let felt: Vec<String> = felt.collect();
        if !felt.is_empty() {
            let values = [("day", &*day), ("feelings", &*join_text(felt))];
            lines.push(fill(written.newly_felt, &values));
        }
        lines
    }
}

/// One sentence from a list; what is named twice is said once.
fn say(
    place: &'static str,
    template: &'static str,
    parts: impl Iterator<Item = String>,
) -> Option<String> {
    let mut once: Vec<String> = Vec::new();
    for part in parts {
        if !once.contains(&part) {
            once.push(part);
        }
    }
    (!once.is_empty()).then(|| fill(template, &[(place, &join_text(once))]))
}

fn circumstances(moment: &Moment) -> String {
    let written = &more().written;
    match &moment.label {
        Some(label) => fill(written.circumstances_of, &[("moment", &quoted(label.as_str()))]),
        None => written.circumstances.to_string(),
    }
}

fn quoted(words: &str) -> String {
    fill(more().written.quoted, &[("words", words)])
}

/// "rest (unmet, work)"; alone where there is nothing to add.
fn noted(what: String, notes: &[String]) -> String {
    if notes.is_empty() {
        return what;
    }
    let note = notes.join(", ");
    fill(more().written.with_note, &[("what", &what), ("note", &note)])
}

fn standing_text(standing: Standing) -> &'static str {
    one_of(more().written.standings, standing_place(standing))
}
