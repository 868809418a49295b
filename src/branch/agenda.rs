//! Meetings that are planned, as they are told.

use super::{Branch, Filed};
use crate::record::{Agenda, Agendas, Day, GroupId, KindId, Source};
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
        self.held().any(|meeting| {
            meeting.date.value == agenda.date.value
                && meeting.kind.value == agenda.kind.value
                && meeting.group.as_deref() == agenda.group.as_deref()
        })
    }

    /// A planned meeting in a few words: `2026-12-05 支委会`.
    pub fn agenda_title(&self, agenda: &Agenda) -> Text {
        self.meeting_title(agenda.date.value, self.kind_name(&agenda.kind), agenda.group.as_deref())
    }
}
