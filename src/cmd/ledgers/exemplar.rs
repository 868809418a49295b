//! `zhibu exemplar`: who meets the conditions of an honour, and to whom the branch gave it.

use clap::{Args, Subcommand};

use crate::branch::{Change, appraisal_path};
use crate::cmd::change::Decision;
use crate::cmd::change::ledger::{self, Ids};
use crate::cmd::env::Env;
use crate::error::{Failure, Result};
use crate::reckon::{candidates, reckon};
use crate::record::{At, Exemplar as Line, MeetingName, Period, Span};
use crate::report;
use crate::store::Query;
use crate::words;

/// What can be done with honours.
#[derive(Subcommand)]
pub enum Exemplar {
    /// List who meets the conditions of an honour, with the reasons for and against
    Propose(Propose),
    /// Record that the branch gave an honour, and by which meeting
    Confirm(Confirm),
    /// List the honours that were given
    List(List),
}

/// Proposing.
#[derive(Args)]
pub struct Propose {
    /// The honour; the only one there is where it is not said
    honour: Option<String>,
    /// The period; last month where it is not said
    #[arg(short, long)]
    period: Option<String>,
    /// Those who do not meet the conditions too
    #[arg(long)]
    all: bool,
}

/// Confirming.
#[derive(Args)]
pub struct Confirm {
    /// Who
    who: String,
    /// The honour; the only one there is where it is not said
    honour: Option<String>,
    /// The meeting that decided: its id, its day, or a part of the id
    #[arg(long)]
    meeting: String,
    /// The period for which it is given; last month where it is not said
    #[arg(short, long)]
    period: Option<String>,
    /// Why, where not every condition is met
    #[arg(long, allow_hyphen_values = true)]
    why: Option<String>,
}

/// Listing honours.
#[derive(Args)]
pub struct List {
    /// The period; this year where it is not said
    #[arg(short, long)]
    period: Option<String>,
}

/// Runs the command.
///
/// # Errors
/// Whatever it refuses.
pub(in crate::cmd) fn run(env: &Env, command: &Exemplar) -> Result<()> {
    match command {
        Exemplar::Propose(args) => {
            let period = env.period(args.period.as_deref().unwrap_or("last-month"))?;
            let branch = env.load(&Query::roll().scored(period).appraisals(years(period)))?;
            let rule = branch.find_exemplar(args.honour.as_deref(), period.last)?;
            env.ui.table(&report::proposals(&branch, rule, period, env.today, args.all))
        }
        Exemplar::Confirm(args) => confirm(env, args),
        Exemplar::List(args) => {
            let period = args.period.as_deref().map_or(Ok(Period::year_of(env.today)), |typed| env.period(typed))?;
            let branch = env.load(&Query::roll().appraisals(years(period)))?;
            env.ui.table(&report::exemplars(&branch, period))
        }
    }
}

/// The years whose files may say something of a period: an honour is decided in it or in the year after, and the last
/// appraisal is of the year before.
fn years(period: Period) -> Period {
    let first = Period::year(period.first.year() - 1).unwrap_or(period).first;
    let last = Period::year(period.last.year() + 1).unwrap_or(period).last;
    Period { first, last }
}

fn confirm(env: &Env, args: &Confirm) -> Result<()> {
    let period = env.period(args.period.as_deref().unwrap_or("last-month"))?;
    let decided = Period { first: period.first, last: env.today.max(period.last) };
    let query = Query::roll().scored(decided).appraisals(years(period));
    env.change(&query, |branch, _| {
        let day = crate::record::parse_day(&args.meeting, env.today).map(|day| day.to_string());
        let meeting = branch.find_meeting(day.as_deref().unwrap_or(&args.meeting))?;
        if meeting.struck.is_some() {
            return Err(Failure::refused(words::meeting_struck(branch.title(meeting))).into());
        }
        let rule = branch.find_exemplar(args.honour.as_deref(), period.last)?;
        let (id, _) = branch.find_member(&args.who, period.last)?;
        let given = branch
            .exemplars()
            .any(|(_, one)| one.member.value == *id && one.kind.value == rule.id.value && one.period.value == period);
        if given {
            return Err(Failure::refused(words::honoured_already(branch.name(id), rule.name(), period)).into());
        }
        let accounts = reckon(branch, period, env.today);
        let candidate = candidates(branch, rule, &accounts, period).into_iter().find(|one| one.member == id);
        let against = match &candidate {
            None => Some(words::not_scored_member(branch.name(id), period)),
            Some(one) if !one.is_met() => Some(report::against(branch, one)),
            Some(_) => None,
        };
        if let Some(against) = against.filter(|_| args.why.is_none()) {
            let fact = words::conditions_not_met(branch.name(id), against);
            return Err(Failure::refused(fact).cure(words::cure_conditions_not_met()).into());
        }
        let date = meeting.date.value;
        let line = Line {
            id: At::new(Ids::of(env, &branch.appraisals).fresh()),
            date: At::new(date),
            member: At::new(id.clone()),
            kind: At::new(rule.id.value.clone()),
            period: At::new(period),
            meeting: At::new(MeetingName::new(meeting.source.path.stem())),
            why: args.why.clone(),
            struck: None,
            span: Span::default(),
        };
        let files = vec![ledger::write(appraisal_path(date.year()), &branch.appraisals, vec![line])];
        let subject = words::honoured(branch.name(id), rule.name(), period);
        Ok(Decision { change: Change { subject: subject.clone(), why: args.why.clone(), files }, said: subject })
    })
}
