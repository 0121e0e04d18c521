//! Reads the change of a scenario.
//! Expects nothing itself.

use std::sync::Arc;

use attune::domain::change::GroupName;
use attune::domain::person::Code;
use attune::domain::*;
use attune::insight::change::count;
use attune::vocabulary::{Feeling, Judgement, Need};

use super::format::{ChangeFile, GroupFile, MeasureFile};
use crate::scenarios::read::{day, hands, id, line, moment};

pub fn change(file: &ChangeFile) -> Result<ChangeMap, String> {
    let mut map = ChangeMap::new(ChangeId(id(b'c', 0)), day("2026-03-09")?);
    map.sentence = file.sentence.as_deref().map(line).transpose()?;
    let mut worksheets = 0;
    for group in &file.groups {
        let id = GroupId(id(b'g', map.groups.len() as u32));
        map.groups.push(Arc::new(read_group(id, group)?));
        take_all(&mut map, id, group, &mut worksheets)?;
    }
    for measure in &file.measures {
        let id = MeasureId(id(b'e', map.measures.len() as u32));
        let measure = read_measure(&map, id, measure)?;
        map.measures.push(measure);
    }
    Ok(map)
}

fn read_group(id: GroupId, file: &GroupFile) -> Result<Group, String> {
    let name = GroupName::parse(&file.name).map_err(|_| format!("group {}", file.name))?;
    let mut group = Group::new(id, name);
    for (texts, kind) in
        [(&file.threatens, TouchKind::Threatens), (&file.serves, TouchKind::Serves)]
    {
        for text in texts {
            let (word, said) = text.split_once(' ').unwrap_or((text, ""));
            group.mark(need(word)?, Some(kind));
            let said = (!said.is_empty()).then(|| hands(said)).transpose()?;
            group.touches.last_mut().ok_or("no touch")?.hands = said;
        }
    }
    for (texts, hands) in [
        (&file.mine, Hands::Mine),
        (&file.influence, Hands::Influence),
        (&file.not_mine, Hands::NotMine),
    ] {
        for text in texts {
            group.in_hands.push(InHands { text: line(text)?, hands });
        }
    }
    for id in &file.feelings {
        group.feelings.push(Listed::Known(Feeling::from_id(id).ok_or(format!("feeling {id}"))?));
    }
    for id in &file.heard {
        let judgement = Judgement::from_id(id).ok_or(format!("judgement {id}"))?;
        group.judgements.push(Listed::Known(judgement));
    }
    Ok(group)
}

pub fn need(id: &str) -> Result<Listed<Need>, String> {
    Need::from_id(id).map(Listed::Known).ok_or_else(|| format!("no such word: {id}"))
}

fn take_all(
    map: &mut ChangeMap,
    group: GroupId,
    file: &GroupFile,
    worksheets: &mut u32,
) -> Result<(), String> {
    let code = Code::parse("Worksheet").map_err(|_| "code")?;
    let person = Person::new(PersonId([2; 8]), Kind::Client, code);
    for worksheet in &file.worksheets {
        let moment = moment(MomentId(id(b'w', *worksheets)), &worksheet.moment, &person)?;
        for _ in 0..worksheet.times {
            *worksheets += 1;
            map.take(group, HandoverId(id(b'h', *worksheets)), &count([&moment].into_iter()));
        }
    }
    Ok(())
}

/// "Nurses: control"
fn read_measure(map: &ChangeMap, id: MeasureId, file: &MeasureFile) -> Result<Measure, String> {
    let mut measure = Measure::new(id, line(&file.text)?);
    for text in &file.answers {
        let (name, word) = text.split_once(": ").ok_or_else(|| format!("{text}: of whom?"))?;
        let group = map.groups.iter().find(|it| it.name.as_str() == name);
        measure.answer(group.ok_or_else(|| format!("no group {name}"))?.id, need(word)?, true);
    }
    Ok(measure)
}
