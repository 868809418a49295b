//! What the record of a meeting leaves open.

use super::context::Context;
use super::meetings::{each, each_seated};
use crate::branch::Filed;
use crate::error::Fault;
use crate::record::{Meeting, MemberId};
use crate::rulebook::Need;
use crate::words::{self, Text};

/// How many names stand in a line before the others are only counted.
const NAMED: usize = 6;

/// Absences without a reason.
pub(super) fn absent_without_reason(context: &Context<'_>) -> Vec<Fault> {
    each(context, |meeting, tell| {
        let needs_none = |id: &MemberId| is_exempt(context, meeting, id);
        let unsaid = meeting.absent.iter().filter(|absence| absence.reason.is_none());
        for absence in unsaid.filter(|absence| !needs_none(&absence.member)) {
            let fault =
                Fault::new("absent-without-reason", words::no_reason_given(context.branch.name(&absence.member)));
            let cure = words::cure_no_reason_given(meeting.source.path.stem(), absence.member.as_str());
            tell(&absence.span, fault.cure(cure));
        }
    })
}

/// Whether attendance at a meeting was no duty of somebody.
fn is_exempt(context: &Context<'_>, meeting: &Filed<Meeting>, id: &MemberId) -> bool {
    let member = context.branch.members.get(id);
    member.is_some_and(|member| context.branch.is_exempt_at(member, meeting))
}

/// People who were due, and nobody wrote whether they came.
pub(super) fn open_seats(context: &Context<'_>) -> Vec<Fault> {
    each_seated(context, |meeting, seats, tell| {
        let open: Vec<_> = seats.open.iter().filter(|id| !is_exempt(context, meeting, id)).collect();
        if open.is_empty() {
            return;
        }
        let names = Text::list(open.iter().take(NAMED).map(|id| context.branch.name(id)));
        let fact = match open.len() {
            0..=NAMED => words::open_seats(names),
            number => words::many_open_seats(names, number),
        };
        let cure = words::cure_open_seats(meeting.source.path.stem());
        tell(&meeting.date.span, Fault::new("open-seats", fact).cure(cure));
    })
}

/// Records without what their kind needs.
pub(super) fn record_thin(context: &Context<'_>) -> Vec<Fault> {
    each(context, |meeting, tell| {
        let Some(kind) = context.branch.rules.kind(&meeting.kind) else { return };
        let missing: Vec<_> = kind.needs.iter().filter(|need| !says(meeting, need.value)).collect();
        if !missing.is_empty() {
            let missing = Text::list(missing.into_iter().map(|need| words::needed(need.key())));
            let fault = Fault::new("record-thin", words::record_thin(missing));
            tell(&meeting.kind.span, fault.cure(words::cure_record_thin(meeting.source.path.stem())));
        }
    })
}

/// Whether the record of a meeting says something.
fn says(meeting: &Meeting, need: Need) -> bool {
    let text = |text: &Option<String>| text.as_ref().is_some_and(|text| !text.trim().is_empty());
    match need {
        Need::Chair => meeting.chair.is_some(),
        Need::Evidence => !meeting.evidence.is_empty(),
        Need::Lecturer => meeting.lecturer.is_some(),
        Need::Minutes => text(&meeting.minutes),
        Need::Place => text(&meeting.place),
        Need::Recorder => meeting.recorder.is_some(),
        Need::Time => meeting.time.is_some(),
        Need::Topics => meeting.topics.iter().any(|topic| !topic.trim().is_empty()),
    }
}
