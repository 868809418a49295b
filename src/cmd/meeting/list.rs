//! `zhibu meeting list` and `show`.

use std::mem::ManuallyDrop;

use clap::Args;

use crate::branch::Filed;
use crate::cmd::env::Env;
use crate::cmd::told::counted;
use crate::cmd::typed::tell_record;
use crate::error::Result;
use crate::reckon;
use crate::record::Meeting;
use crate::report;

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
    let (branch, is_counted) = counted::meetings(env, &env.store()?, period)?;
    let branch = ManuallyDrop::new(branch);
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

/// Shows a meeting.
pub(super) fn show(env: &Env, args: &Show) -> Result<()> {
    tell_record(env, &args.meeting, |branch, meeting| env.ui.page(&report::record_book(branch, meeting)))
}
