//! `zhibu meeting attend`.

use clap::Args;

use super::roll::Roll;
use crate::branch::{Branch, Change, Filed, What};
use crate::cmd::change::Decision;
use crate::cmd::change::sound::sound;
use crate::cmd::env::Env;
use crate::cmd::typed::{COLONS, LeftOut, Meant, absences, anybody, change_meeting, people_among};
use crate::error::{Failure, Result};
use crate::record::{Day, Meeting, MemberId, Value};
use crate::words::{self, Text};

/// Changing who was there.
#[derive(Args)]
pub struct Attend {
    /// The meeting: its id, its day, or a part of the id
    meeting: String,
    #[command(flatten)]
    states: States,
}

/// The new states, at least one.
#[derive(Args)]
#[group(required = true, multiple = true)]
struct States {
    /// Who was there after all
    #[arg(long, value_name = "WHO")]
    present: Vec<String>,
    /// Who came late
    #[arg(long, value_name = "WHO")]
    late: Vec<String>,
    /// Who was missing, why, and a note
    #[arg(long, value_name = "WHO[:REASON[:NOTE]]")]
    absent: Vec<String>,
    /// Who made up for the absence, and when; today where no day is said
    #[arg(long, value_name = "WHO[:DATE]")]
    made_up: Vec<String>,
    /// Take somebody out of the record: nothing is written of them then
    #[arg(long, value_name = "WHO")]
    take_out: Vec<String>,
}

/// Runs the command.
pub(super) fn run(env: &Env, args: &Attend) -> Result<()> {
    change_meeting(env, &args.meeting, |branch, store, meeting| {
        sound(env, store, decide(env, &args.states, branch, meeting)?)
    })
}

fn decide(env: &Env, args: &States, branch: &Branch, meeting: &Filed<Meeting>) -> Result<Decision> {
    let day = meeting.date.value;
    let due = branch.due_at(meeting);
    let is_due = |id: &MemberId| due.contains(&id);
    let is_exempt = |id: &MemberId| branch.members.get(id).is_some_and(|member| branch.is_exempt_at(member, meeting));
    let meant = Meant { can_be: &is_due, of_many: &|id| is_due(id) && !is_exempt(id), on: day };
    let mut list = Roll::of(meeting);
    let mut said = Vec::new();
    for member in people_among(branch, &args.present, day, &meant)? {
        not_at_further(branch, meeting, &member)?;
        list.put(&member, "present", Value::text(&member));
        said.push(instead(branch, meeting, &member, words::now_present(branch.name(&member))));
    }
    for member in people_among(branch, &args.late, day, &meant)? {
        not_at_further(branch, meeting, &member)?;
        list.put(&member, "late", Value::text(&member));
        said.push(instead(branch, meeting, &member, words::now_late(branch.name(&member))));
    }
    for absent in absences(branch, &args.absent, day, &meant)? {
        list.put(&absent.member, "absent", absent.line());
        let name = branch.name(&absent.member);
        let missing = match &absent.reason {
            Some(reason) => words::who_and_why(name, branch.reason_name(reason)),
            None => name,
        };
        said.push(if is_exempt(&absent.member) { words::now_exempt(missing) } else { words::now_absent(missing) });
    }
    for word in &args.made_up {
        let (who, on) = word.split_once(COLONS).map_or((word.as_str(), None), |(who, on)| (who, Some(on)));
        let on = env.past_day(on)?;
        for member in people_among(branch, &[who.to_owned()], day, &meant)? {
            made_up(branch, meeting, &mut list, &member, on)?;
            said.push(words::now_made_up(branch.name(&member), on));
        }
    }
    let taken_out = {
        let is_listed = |id: &MemberId| list.has(id);
        let meant = Meant { can_be: &|_| true, of_many: &is_listed, on: day };
        anybody(branch, &args.take_out, &LeftOut::default(), day, &meant)?
    };
    for member in taken_out {
        if !list.has(&member) {
            let fact = words::not_in_record(branch.name(&member), branch.title(meeting));
            return Err(Failure::refused(fact).into());
        }
        list.take_out(&member);
        said.push(instead(branch, meeting, &member, words::now_taken_out(branch.name(&member))));
    }
    let kind = branch.rules.kind(&meeting.kind);
    if let Some(kind) = kind.filter(|kind| kind.has_due())
        && let Some(stray) = list.moved().find(|id| !due.contains(id))
    {
        let fact = words::was_not_due(branch.name(stray), kind.name(), day);
        return Err(Failure::refused(fact).cure(words::cure_was_not_due()).into());
    }
    let subject = words::attended(branch.title(meeting), Text::clauses(said));
    let change = Change::new(subject.clone(), meeting.source.path.clone(), What::Edit(list.edits()));
    Ok(Decision { change, said: subject })
}

/// Refuses to say that somebody was at the first sitting who was at a further one.
fn not_at_further(branch: &Branch, meeting: &Filed<Meeting>, member: &MemberId) -> Result<()> {
    let at = meeting.sittings.iter().position(|sitting| sitting.came().any(|at| at.value == *member));
    let Some(at) = at else { return Ok(()) };
    let fact = words::was_at_sitting(branch.name(member), meeting.sittings[at].date.value);
    Err(Failure::refused(fact).cure(words::cure_was_at_sitting(meeting.source.path.stem(), at + 2)).into())
}

/// What is said of somebody who came after all: with what the record said of the absence, which goes.
pub(super) fn instead(branch: &Branch, meeting: &Meeting, member: &MemberId, said: Text) -> Text {
    let Some(absence) = meeting.absent.iter().find(|absence| absence.member.value == *member) else { return said };
    let reason = absence.reason.as_ref().map(|reason| branch.reason_name(reason));
    let note = absence.note.as_deref().map(|note| Text::same(words::shown(note)));
    let made_up = absence.made_up.as_ref().map(|day| words::made_up_on(day.value));
    let gone: Vec<_> = reason.into_iter().chain(note).chain(made_up).collect();
    if gone.is_empty() { said } else { words::instead_of(said, Text::list(gone)) }
}

/// Records that an absence was made up for; only an absence can be, and not before the meeting.
fn made_up(branch: &Branch, meeting: &Filed<Meeting>, list: &mut Roll, member: &MemberId, on: Day) -> Result<()> {
    if on < meeting.date.value {
        return Err(Failure::refused(words::made_up_before(on, branch.title(meeting))).into());
    }
    if list.has(member) && !list.is_absent(member) {
        return Err(Failure::refused(words::was_there(branch.name(member), branch.title(meeting))).into());
    }
    let line = Value::Line(vec![("member", Value::text(member)), ("made-up", Value::Day(on))]);
    list.put(member, "absent", line);
    Ok(())
}
