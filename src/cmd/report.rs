//! `zhibu report`: a period summed up.

use clap::{Args, ValueEnum};

use super::env::Env;
use crate::error::Result;
use crate::record::Period;
use crate::report::{self, By};
use crate::rulebook::owed_from;
use crate::store::Want;
use crate::ui::Format;

/// Summing up a period.
#[derive(Args)]
pub struct Report {
    /// Which report
    name: Name,
    /// The period: `2026-11`, `2026Q4`, `2026`, `last-month` …; this month where it is not said
    #[arg(short, long)]
    period: Option<String>,
    /// By what attendance is summed up
    #[arg(long, default_value = "member")]
    by: By,
}

/// The reports.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Name {
    /// The people of the period
    Members,
    /// The meetings held
    Meetings,
    /// Who attended how often
    Attendance,
    /// What everybody's points come to
    Points,
    /// Which lines of work the records served
    Links,
    /// The bulletin: the situation, problems by kind, who is under the line, what came of last time
    Bulletin,
    /// The duties, and how often each was done
    Duties,
    /// The rhythm: what was held week by week, the pauses, how regularly
    Rhythm,
    /// The hours of study, a record a line
    Study,
    /// The talks, a record a line
    Talks,
    /// The dues of every member, month by month
    Dues,
    /// The problems that were open
    Issues,
}

/// Runs the command.
///
/// # Errors
/// Whatever is wrong with the records.
pub(super) fn run(env: &Env, args: &Report) -> Result<()> {
    let period = env.period(args.period.as_deref().unwrap_or("this-month"))?;
    let want = match args.name {
        Name::Members => Want::roll(),
        Name::Meetings | Name::Attendance => Want::roll().meetings(period),
        Name::Points => Want::roll().scored(period),
        Name::Links => Want::roll().meetings(period).points(period),
        // A scored period is a year at the longest.
        Name::Bulletin => {
            Want::roll().scored(period).back_to(Period::year_of(Period::year_of(period.first).first.minus(1)).first)
        }
        Name::Duties => {
            Want::roll().duties(period.last).meetings(period).study(Period { first: owed_from(period.first), ..period })
        }
        Name::Rhythm => Want::roll().duties(period.last).meetings(period),
        Name::Study => Want::roll().study(period),
        Name::Talks => Want::roll().talks(period),
        Name::Dues => Want::roll().dues(period),
        Name::Issues => Want::roll().issues(period),
    };
    let branch = env.load(&want)?;
    let for_data = matches!(env.global.format, Format::Csv | Format::Json);
    env.ui.table(&match args.name {
        Name::Members => report::members(&branch, period),
        Name::Meetings if for_data => report::meetings(&branch, period),
        Name::Meetings => report::meetings_brief(&branch, branch.held()),
        Name::Attendance => report::attendance(&branch, period, args.by),
        Name::Points => report::points(&branch, period),
        Name::Links => report::links(&branch, period),
        Name::Bulletin => report::bulletin(&branch, period),
        Name::Duties => report::duties(&branch, period, env.today),
        Name::Rhythm => report::rhythm(&branch, period, env.today),
        Name::Study => report::study(&branch, period),
        Name::Talks => report::talks(&branch, period),
        Name::Dues => report::dues(&branch, period, env.today),
        Name::Issues if for_data => report::issues(&branch, period, period.last.min(env.today)),
        Name::Issues => report::issues_brief(&branch, branch.issues_during(period), period.last.min(env.today)),
    })
}
