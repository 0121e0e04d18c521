//! Holds what Attune sees in a change against what a scenario expects: both as lines, as the README writes them.
//! Never mends an expectation: each fault is a sentence.

use attune::domain::*;
use attune::insight::change::{
    Because, Cell, Held, NeedIn, hands, left_out, questions, served, tally, threatened_in_several,
    unmarked,
};
use attune::vocabulary::Need;

use super::format::WantedChange;
use crate::scenarios::expect::{Fault, same_lines};

pub fn faults(map: Option<&ChangeMap>, wanted: Option<&WantedChange>) -> Vec<Fault> {
    let (map, wanted) = match (map, wanted) {
        (Some(map), Some(wanted)) => (map, wanted),
        (None, None) => return Vec::new(),
        _ => return vec![Err("a change and what is expected of it belong together".into())],
    };
    let say = Say(map);
    let split = hands(&map.groups);
    let lists = [
        (
            "threatened in several",
            say.needs(threatened_in_several(map)),
            &wanted.threatened_in_several,
        ),
        ("served", say.needs(served(map)), &wanted.served),
        ("left out", say.needs(left_out(map)), &wanted.left_out),
        ("mine", say.held(&split.mine), &wanted.mine),
        ("influence", say.held(&split.influence), &wanted.influence),
        ("not mine", say.held(&split.not_mine), &wanted.not_mine),
        ("not said", say.held(&split.not_said), &wanted.not_said),
        ("questions", say.questions(), &wanted.questions),
        ("people", say.people(), &wanted.people),
        ("counted", say.cells(|it| tally(it).needs), &wanted.counted),
        ("unmarked", say.cells(unmarked), &wanted.unmarked),
    ];
    lists.into_iter().map(|(what, is, wanted)| same_lines(what, is, wanted)).collect()
}

fn id(need: &Listed<Need>) -> &str {
    match need {
        Listed::Known(need) => need.id(),
        Listed::Unknown(id) => id,
    }
}

/// Says things as scenarios write them.
struct Say<'a>(&'a ChangeMap);

impl Say<'_> {
    fn names(&self, ids: &[GroupId]) -> String {
        let name = |id: &GroupId| self.0.group(*id).map_or("?", |it| it.name.as_str());
        ids.iter().map(name).collect::<Vec<_>>().join(", ")
    }

    /// "control: Nurses, Doctors"
    fn needs(&self, needs: Vec<NeedIn>) -> Vec<String> {
        needs.iter().map(|it| format!("{}: {}", id(&it.need), self.names(&it.groups))).collect()
    }

    /// "Nurses: The rota"
    fn held(&self, held: &Held) -> Vec<String> {
        let lines = held.lines.iter().map(|(group, line)| (group, line.as_str()));
        let touches = held.touches.iter().map(|(group, touch)| (group, id(&touch.need)));
        lines.chain(touches).map(|(group, it)| format!("{}: {it}", self.names(&[*group]))).collect()
    }

    /// "control: threatened, in no one's hands: Nurses, Doctors"
    fn questions(&self) -> Vec<String> {
        let lines = questions(self.0).into_iter().map(|it| {
            let because = match it.because {
                Because::Threatened { in_hand: false } => "threatened, in no one's hands".into(),
                Because::Threatened { in_hand: true } => "threatened".into(),
                Because::Judgement(judgement) => format!("heard {}", judgement.id()),
                Because::Feeling(feeling) => format!("heard {}", feeling.id()),
                Because::Counted => "counted".into(),
            };
            format!("{}: {because}: {}", it.need.id(), self.names(&it.groups))
        });
        lines.collect()
    }

    /// "Nurses: 5"
    fn people(&self) -> Vec<String> {
        let groups = self.0.groups.iter();
        let groups = groups.filter_map(|it| Some((it.name.as_str(), tally(it).people?)));
        groups.map(|(name, people)| format!("{name}: {people}")).collect()
    }

    /// "Nurses: control 5 unmet, 5 met"
    fn cells(&self, cells: impl Fn(&Group) -> Vec<Cell>) -> Vec<String> {
        let lines = self.0.groups.iter().flat_map(|group| {
            cells(group).into_iter().map(|cell| {
                let unmet = cell.unmet.map(|it| format!("{it} unmet"));
                let met = cell.met.map(|it| format!("{it} met"));
                let said: Vec<String> = unmet.into_iter().chain(met).collect();
                format!("{}: {} {}", group.name.as_str(), id(&cell.need), said.join(", "))
            })
        });
        lines.collect()
    }
}
