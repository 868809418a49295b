//! The sheet that those who come to a meeting sign.

use super::{Form, Paper, day};
use crate::branch::{Branch, Filed};
use crate::reckon::seats;
use crate::record::{Agenda, Day, GroupId, Meeting, MemberId};
use crate::report::table::{Cell, ColumnKind, Table};
use crate::rulebook::{Kind, State};
use crate::words::{self, Text};

/// The sheet that those who come to a meeting sign.
pub const FORM: Form = Form {
    name: "sign-in",
    fields: &["kind_name", "group_name", "date", "time", "place", "chair", "recorder", "topics", "due"],
    rows: &[("people", &["name", "group", "standing", "posts", "remark"])],
};

/// A meeting to come: what is known of it before it is held.
#[derive(Clone, Debug, Default)]
pub struct Convened {
    /// From when to when.
    pub time: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// What it is about.
    pub topics: Vec<String>,
}

impl Convened {
    /// Takes from a plan what is not said.
    pub fn fill(&mut self, agenda: &Agenda) {
        self.time = self.time.take().or_else(|| agenda.time.as_ref().map(|time| time.value.to_string()));
        self.place = self.place.take().or_else(|| agenda.place.clone());
        if self.topics.is_empty() {
            self.topics.clone_from(&agenda.topics);
        }
    }
}

/// What a sheet is of.
struct Of<'a> {
    kind: Text,
    group: Option<&'a GroupId>,
    day: Day,
    chair: Option<&'a MemberId>,
    recorder: Option<&'a MemberId>,
    convened: Convened,
    due: usize,
    people: Vec<(&'a MemberId, Option<Text>)>,
}

/// The sheet of a meeting to come: everybody who is due on the day, in the order of the roll.
pub fn sign_in_sheet(
    branch: &Branch,
    kind: &Kind,
    group: Option<&GroupId>,
    on: Day,
    convened: Convened,
    today: Day,
) -> Paper {
    let exempt = |id: &MemberId| {
        let is = branch.members.get(id).is_some_and(|member| branch.is_exempt(member, &kind.id.value, on));
        is.then(|| words::state(State::Exempt.id()))
    };
    let people: Vec<_> = branch.due(kind, group, on).map(|id| (id, exempt(id))).collect();
    let holder = |posts| branch.holder(posts, group, on, &|_| true);
    let (chair, recorder) = (holder(&kind.chair), holder(&kind.recorder));
    sheet(branch, Of { kind: kind.name(), group, day: on, chair, recorder, convened, due: people.len(), people }, today)
}

/// The sheet of a meeting that is logged already: everybody who was due, with the reason of those who were missing.
pub fn sign_in_of(branch: &Branch, meeting: &Filed<Meeting>, today: Day) -> Paper {
    let remark = |seat: &crate::reckon::Seat<'_>| {
        let reason = seat.absence.and_then(|absence| absence.reason.as_ref()).map(|reason| branch.reason_name(reason));
        let state = (!matches!(seat.state(), State::Present | State::Open)).then(|| words::state(seat.state().id()));
        let sitting = seat.sitting.map(|sitting| Text::same(sitting.date.value.to_string()));
        let parts: Vec<_> = state.into_iter().chain(reason).chain(sitting).collect();
        (!parts.is_empty()).then(|| Text::list(parts))
    };
    let seats = seats(branch, meeting);
    let people = seats.iter().map(|seat| (seat.member, remark(seat))).collect();
    let convened = Convened {
        time: meeting.time.as_ref().map(|time| time.value.to_string()),
        place: meeting.place.clone(),
        topics: meeting.topics.to_vec(),
    };
    let of = Of {
        kind: branch.kind_name(&meeting.kind),
        group: meeting.group.as_deref(),
        day: meeting.date.value,
        chair: meeting.chair.as_deref(),
        recorder: meeting.recorder.as_deref(),
        convened,
        due: seats.iter().filter(|seat| seat.due).count(),
        people,
    };
    sheet(branch, of, today)
}

fn sheet(branch: &Branch, of: Of<'_>, today: Day) -> Paper {
    let group = of.group.map(|group| branch.group_name_on(group, of.day));
    let mut paper = Paper::new(FORM, words::paper_sign_in(&of.kind), branch, today);
    let person = |id: Option<&MemberId>| Cell::from(id.map(|id| branch.name_on(id, of.day)));
    paper.field("kind_name", of.kind);
    paper.field("group_name", group);
    paper.field("date", day(of.day));
    paper.field("time", of.convened.time.map(Text::same));
    paper.field("place", of.convened.place.map(Text::same));
    paper.field("chair", person(of.chair));
    paper.field("recorder", person(of.recorder));
    paper.field("topics", Cell::list(of.convened.topics.into_iter().map(Text::same)));
    paper.field("due", of.due);
    let rows = of.people.into_iter().map(|(id, remark)| {
        let member = branch.members.get(id);
        let group = member.and_then(|member| member.group_on(of.day));
        let held: Vec<_> = member.into_iter().flat_map(|member| branch.posts_on(member, of.day)).collect();
        let posts = branch.rules.posts().filter(|post| held.contains(&&post.id.value)).map(|post| post.name());
        vec![
            branch.name_on(id, of.day).into(),
            group.map(|group| branch.group_name_on(group, of.day)).into(),
            member.and_then(|member| member.standing_on(of.day)).map(|standing| branch.standing_name(standing)).into(),
            Cell::list(posts),
            remark.into(),
        ]
    });
    let columns = FORM.rows[0].1.iter().map(|id| (*id, ColumnKind::Text)).collect::<Vec<_>>();
    paper.tables.push(Table::new("people", &columns, rows.collect()));
    paper
}
