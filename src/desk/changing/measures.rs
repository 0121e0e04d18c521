//! Commands on what is planned for a change, and which needs of which groups it answers.
//! Never says whether it is enough: what is left out is insight's to find.

use crate::desk::{Desk, NotChanged};
use crate::domain::moment::Line;
use crate::domain::{GroupId, Listed, Measure, MeasureId};
use crate::vocabulary::Need;

impl Desk {
    /// Adds something planned. Errors: empty, too long, full.
    pub fn add_measure(&self, raw: &str) -> Result<MeasureId, NotChanged> {
        let text = Line::parse(raw).map_err(NotChanged::Text)?;
        let id = MeasureId((self.world.draw)());
        self.with_change(|map| {
            let has_room = map.measures.len() < Self::MOST_LINES;
            if has_room {
                map.measures.push(Measure::new(id, text));
            }
            has_room.then_some(id).ok_or(NotChanged::Full)
        })?
    }

    /// Says it in other words. Errors: empty, too long; what stood there stays.
    pub fn write_measure(&self, id: MeasureId, raw: &str) -> Result<(), NotChanged> {
        let text = Line::parse(raw).map_err(NotChanged::Text)?;
        self.with_measure(id, |it| it.text = text)
    }

    /// Says that it answers a need of a group, or takes that back.
    pub fn answer_need(
        &self,
        id: MeasureId,
        group: GroupId,
        need: Listed<Need>,
        answers: bool,
    ) -> Result<(), NotChanged> {
        self.with_measure(id, |it| it.answer(group, need, answers))
    }

    fn with_measure(
        &self,
        id: MeasureId,
        change: impl FnOnce(&mut Measure),
    ) -> Result<(), NotChanged> {
        self.with_change(|map| map.measures.iter_mut().find(|it| it.id == id).map(change))?
            .ok_or(NotChanged::Gone)
    }
}
