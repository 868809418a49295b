//! `zhibu meeting list` and `show`.

use std::collections::BTreeSet;
use std::mem::ManuallyDrop;

use clap::Args;

use crate::branch::{Branch, Filed, Want};
use crate::cmd::env::Env;
use crate::cmd::typed::{meeting, want_meeting};
use crate::error::{Failure, Result};
use crate::reckon;
use crate::record::{Meeting, Period};
use crate::report;
use crate::words;

/// Listing meetings.
#[derive(Args)]
pub struct List {
    /// The period: `2026-11`, `2026Q4`, `this-month` …; this month where it is not said
    #[arg(short, long)]
    period: Option<String>,
    /// Only those of a kind
    #[arg(short, long)]
    kind: Option<String>,
    /// Only those of a group
    #[arg(short, long)]
    group: Option<String>,
    /// Only those at which somebody was due or took part
    #[arg(short, long, value_name = "WHO")]
    member: Option<String>,
    /// Only those that are struck
    #[arg(long)]
    struck: bool,
}

/// Showing a meeting.
#[derive(Args)]
pub struct Show {
    /// The meeting: its id, its day, or a part of the id
    meeting: String,
}

/// Lists meetings.
pub(super) fn list(env: &Env, args: &List) -> Result<()> {
    let period = env.period(args.period.as_deref().unwrap_or("this-month"))?;
    let (branch, is_counted) = load(env, period)?;
    let kind = args.kind.as_deref().map(|kind| branch.find_kind(kind)).transpose()?;
    let group = args.group.as_deref().map(|group| branch.find_group(group, period.last)).transpose()?;
    let member = args.member.as_deref().map(|who| branch.find_member(who, period.last)).transpose()?;
    let wanted = |meeting: &Filed<Meeting>| {
        meeting.struck.is_some() == args.struck
            && kind.is_none_or(|kind| meeting.kind.value == kind.id.value)
            && group.is_none_or(|(id, _)| meeting.group.as_ref().is_some_and(|group| group.value == *id))
            && member.is_none_or(|(id, _)| reckon::seats(&branch, meeting).iter().any(|seat| seat.member == id))
    };
    let table = report::meetings_brief(&branch, period, env.today, wanted);
    env.ui.table(&if is_counted { table } else { table.without_column("counted_for") })
}

/// The meetings of a period, and whether it is known what they were counted for: that follows from earlier ones, without
/// which there is a list all the same.
fn load(env: &Env, period: Period) -> Result<(ManuallyDrop<Branch>, bool)> {
    let error = match env.load(&report::meetings_brief_want(period, env.today)) {
        Ok(branch) => return Ok((branch, true)),
        Err(error) => error,
    };
    let branch = env.load(&Want::roll().meetings(period))?;
    let faults = error.downcast_ref::<Failure>().map_or(&[][..], |failure| &failure.faults);
    let files: BTreeSet<_> = faults.iter().filter_map(|fault| fault.place.as_ref()).map(|place| &place.file).collect();
    env.ui.warn(&words::counted_for_unknown(words::some_files(&files.into_iter().collect::<Vec<_>>())));
    Ok((branch, false))
}

/// Shows a meeting.
pub(super) fn show(env: &Env, args: &Show) -> Result<()> {
    let branch = env.load(&want_meeting(env, &args.meeting))?;
    let meeting = meeting(env, &branch, &args.meeting)?;
    env.ui.page(&report::record_book(&branch, meeting))
}
