//! Meetings that are planned, as they are told.

use super::{Branch, Filed};
use crate::record::{Agenda, Agendas, Convening, Day, GroupId, KindId, Meeting, Source};
use crate::words::Text;

impl Branch {
    /// The meetings that are planned, each that counts with its file, by year, then as they stand in it.
    pub fn agendas(&self) -> impl Iterator<Item = (&Source, &Agenda)> + Clone {
        let all = self.agenda_files.iter().flat_map(|file| file.entries.iter().map(|agenda| (&file.source, agenda)));
        all.filter(|(_, agenda)| agenda.struck.is_none())
    }

    /// The plan of a meeting of a kind and group on a day.
    pub fn agenda(&self, kind: &KindId, group: Option<&GroupId>, day: Day) -> Option<(&Filed<Agendas>, usize)> {
        let is = |one: &Agenda| {
            one.struck.is_none() && one.date.value == day && one.kind.value == *kind && one.group.as_deref() == group
        };
        self.agenda_files.iter().find_map(|file| Some((file, file.entries.iter().position(is)?)))
    }

    /// Whether a planned meeting was held: one of its kind and group on its day.
    pub fn was_held(&self, agenda: &Agenda) -> bool {
        self.held_as(agenda).is_some()
    }

    /// The meeting as which a planned one was held.
    pub fn held_as(&self, agenda: &Agenda) -> Option<&Filed<Meeting>> {
        self.held().find(|meeting| {
            meeting.date.value == agenda.date.value
                && meeting.kind.value == agenda.kind.value
                && meeting.group.as_deref() == agenda.group.as_deref()
        })
    }

    /// The further sittings of a planned meeting that are over by a day and that the record of the meeting does not have.
    pub fn sittings_not_held<'a>(&self, agenda: &'a Agenda, day: Day) -> impl Iterator<Item = &'a Convening> {
        let held = self.held_as(agenda);
        let is_there = move |date: Day| {
            held.is_none_or(|meeting| meeting.sittings.iter().any(|sitting| sitting.date.value == date))
        };
        let there: Vec<_> = agenda.sittings.iter().map(|sitting| is_there(sitting.date.value)).collect();
        let all = agenda.sittings.iter().zip(there).filter(|(_, is_there)| !is_there).map(|(sitting, _)| sitting);
        all.filter(move |sitting| sitting.date.value <= day)
    }

    /// A planned meeting in a few words: `2026-12-05 支委会`.
    pub fn agenda_title(&self, agenda: &Agenda) -> Text {
        self.meeting_title(agenda.date.value, self.kind_name(&agenda.kind), agenda.group.as_deref())
    }
}
