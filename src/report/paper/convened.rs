//! What is printed of a meeting before it is held: the notice for the board, and the agenda for the one who leads it.

use super::{Form, Paper, day};
use crate::branch::Branch;
use crate::reckon::Session;
use crate::record::{Agenda, Day};
use crate::report::table::{Cell, ColumnKind, Table};
use crate::report::{agendas, issues, tasks};
use crate::words::{self, Text};

const FIELDS: &[&str] = &["kind_name", "group_name", "date", "time", "place", "chair", "recorder", "topics", "due"];

const SITTINGS: &[&str] = &["sitting", "date", "time", "place"];

/// The notice of a meeting.
pub const NOTICE_FORM: Form =
    Form { name: "notice", fields: FIELDS, rows: &[("agenda", &["topic"]), ("sittings", SITTINGS)] };

/// The agenda of a meeting.
pub const AGENDA_FORM: Form = Form {
    name: "agenda",
    fields: FIELDS,
    rows: &[
        ("agenda", &["topic"]),
        ("sittings", SITTINGS),
        (tasks::TOLD, tasks::COLUMNS),
        (issues::TOLD, issues::COLUMNS),
        (agendas::PREPARE, agendas::COLUMNS),
    ],
};

/// The notice of a planned meeting.
pub fn notice(branch: &Branch, agenda: &Agenda, today: Day) -> Paper {
    of(branch, agenda, NOTICE_FORM, words::paper_notice(branch.kind_name(&agenda.kind)), today)
}

/// The agenda of a planned meeting: with what became of what those before it decided and found, as it stands today.
pub fn agenda_paper(branch: &Branch, agenda: &Agenda, today: Day) -> Paper {
    let mut paper = of(branch, agenda, AGENDA_FORM, words::paper_agenda(branch.kind_name(&agenda.kind)), today);
    let session = Session::planned(agenda);
    paper.tables.extend(tasks::told_in(branch, &session, today));
    paper.tables.extend(issues::told_in(branch, &session, today));
    paper.tables.push(agendas::preparations(branch, agenda));
    paper
}

fn of(branch: &Branch, agenda: &Agenda, form: Form, title: Text, today: Day) -> Paper {
    let (on, group) = (agenda.date.value, agenda.group.as_deref());
    let mut paper = Paper::new(form, title, branch, today);
    let kind = branch.rules.kind(&agenda.kind);
    let holder = |posts| branch.holder(posts, group, on, &|_| true);
    let chair = agenda.chair.as_deref().or_else(|| kind.and_then(|kind| holder(&kind.chair)));
    let recorder = kind.and_then(|kind| holder(&kind.recorder));
    paper.field("kind_name", branch.kind_name(&agenda.kind));
    paper.field("group_name", group.map(|group| branch.group_name_on(group, on)));
    paper.field("date", day(on));
    paper.field("time", agenda.time.as_ref().map(|time| Text::same(time.to_string())));
    paper.field("place", agenda.place.as_deref().map(Text::same));
    paper.field("chair", chair.map(|id| branch.name_on(id, on)));
    paper.field("recorder", recorder.map(|id| branch.name_on(id, on)));
    paper.field("topics", Cell::list(agenda.topics.iter().map(Text::same)));
    let due = kind.map_or(0, |kind| branch.due(kind, group, on).count());
    paper.field("due", Some(due).filter(|due| *due > 0));
    let topics = agenda.topics.iter().map(|topic| vec![Text::same(topic).into()]).collect();
    paper.tables.push(Table::new("agenda", &[("topic", ColumnKind::Text)], topics));
    let further = agenda.sittings.iter().zip(2_usize..).map(|(sitting, number)| {
        vec![
            number.into(),
            day(sitting.date.value).into(),
            sitting.time.as_ref().map(|time| Text::same(time.to_string())).into(),
            sitting.place.as_deref().map(Text::same).into(),
        ]
    });
    let columns: Vec<_> = SITTINGS.iter().map(|id| (*id, ColumnKind::Text)).collect();
    paper.tables.push(Table::new("sittings", &columns, further.collect()));
    paper
}
