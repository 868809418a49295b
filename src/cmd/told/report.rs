//! `zhibu report`: a period summed up.

use std::mem::ManuallyDrop;

use clap::{Args, ValueEnum};

use super::notes;
use crate::cmd::env::Env;
use crate::cmd::typed::begun;
use crate::cmd::typed::campaign;
use crate::error::{Failure, Result};
use crate::reckon;
use crate::record::Period;
use crate::report::{self, BurdenBy, By, PlanOnly};
use crate::rulebook::owed_from;
use crate::store::Want;
use crate::ui::Format;
use crate::words;

/// Summing up a period.
#[derive(Args)]
pub struct Report {
    /// Which report
    name: Name,
    /// The period: `2026-11`, `2026Q4`, `2026`, `last-month` …; this month where it is not said, this year for plan, campaigns, requests and exports
    #[arg(short, long)]
    period: Option<String>,
    /// Only the records of a campaign, by its id, name or a part of it; its own days where no period is said
    #[arg(long, value_name = "CAMPAIGN")]
    campaign: Option<String>,
    /// By what attendance or requests are summed up; attendance by member where it is not said
    #[arg(long)]
    by: Option<SummedBy>,
}

/// By what a report is summed up.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum SummedBy {
    /// Attendance member by member
    Member,
    /// Attendance group by group, as the members were on the day of the meeting
    Group,
    /// Attendance kind by kind
    Kind,
    /// Requests by who asked
    Asker,
    /// Requests by the form
    Form,
}

impl SummedBy {
    /// What it is for attendance.
    fn of_attendance(self) -> Option<By> {
        match self {
            Self::Member => Some(By::Member),
            Self::Group => Some(By::Group),
            Self::Kind => Some(By::Kind),
            Self::Asker | Self::Form => None,
        }
    }

    /// What it is for requests.
    fn of_requests(self) -> Option<BurdenBy> {
        match self {
            Self::Asker => Some(BurdenBy::Asker),
            Self::Form => Some(BurdenBy::Form),
            Self::Member | Self::Group | Self::Kind => None,
        }
    }
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
    /// What was planned, and what is done of it
    Plan,
    /// What became of each campaign
    Campaigns,
    /// What superiors asked for, what they got, and what it cost
    Requests,
    /// Which tables went to whom, in which edition
    Exports,
}

impl Name {
    /// The period it is of where none is said.
    fn period(self) -> &'static str {
        match self {
            Self::Plan | Self::Campaigns | Self::Requests | Self::Exports => "this-year",
            _ => "this-month",
        }
    }

    /// Whether it can be of the records of one campaign.
    fn has_campaigns(self) -> bool {
        matches!(
            self,
            Self::Meetings | Self::Attendance | Self::Points | Self::Links | Self::Study | Self::Issues | Self::Plan
        )
    }
}

/// Runs the command.
///
/// # Errors
/// Whatever is wrong with the records.
pub(in crate::cmd) fn run(env: &Env, args: &Report) -> Result<()> {
    let said = args.period.as_deref().map(|period| env.period(period)).transpose()?;
    let (period, campaign) = match args.campaign.as_deref() {
        Some(_) if !args.name.has_campaigns() => {
            return Err(Failure::usage(words::report_without_campaign()).cure(words::cure_report_campaign()).into());
        }
        // The rules say when it was; only then is it known which records are needed.
        Some(typed) => {
            let branch = env.load(&Want::roll())?;
            let campaign = campaign::find(&branch, typed)?;
            (said.unwrap_or(campaign.days(env.today)), Some(campaign.id.value.clone()))
        }
        None => (said.map_or_else(|| env.period(args.name.period()), Ok)?, None),
    };
    let by_attendance = args.by.map_or(Some(By::Member), SummedBy::of_attendance);
    let by_requests = args.by.map(SummedBy::of_requests);
    let fits = match args.name {
        Name::Attendance => by_attendance.is_some(),
        Name::Requests => by_requests != Some(None),
        _ => args.by.is_none(),
    };
    if !fits {
        return Err(Failure::usage(words::report_not_by()).cure(words::cure_report_not_by()).into());
    }
    let plan_day = reckon::plan_day(period, env.today);
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
        Name::Plan => Want::roll().plans_until(period, plan_day),
        Name::Campaigns => Want::roll().scored(period).study(period).issues(period).plans_until(period, plan_day),
        Name::Requests => Want::roll().requests(period),
        Name::Exports => Want::roll().exports().editions(),
    };
    let store = env.store()?;
    if args.name == Name::Points {
        begun(env, period);
    }
    let progress = env.ui.progress(&words::at_report());
    let mut branch = ManuallyDrop::new(store.load(&want)?);
    match &campaign {
        Some(campaign) if args.name == Name::Points => {
            let table = report::points_of_campaign(&branch, period, campaign);
            drop(progress);
            return env.ui.table(&table);
        }
        // A meeting does what is planned whatever it was for.
        Some(campaign) if args.name != Name::Plan => branch.keep_campaign(campaign),
        _ => {}
    }
    let planned = PlanOnly { period, campaign: campaign.as_ref(), open: false };
    let for_data = matches!(env.global.format, Format::Csv | Format::Json | Format::Xlsx);
    let mut table = match args.name {
        Name::Members => report::members(&branch, period),
        Name::Meetings if for_data => report::meetings(&branch, period),
        Name::Meetings => report::meetings_brief(&branch, branch.held()),
        Name::Attendance => report::attendance(&branch, period, by_attendance.unwrap_or(By::Member)),
        Name::Points => report::points(&branch, period, env.today),
        Name::Links => report::links(&branch, period),
        Name::Bulletin => report::bulletin(&branch, period, env.today),
        Name::Duties => report::duties(&branch, period, env.today),
        Name::Rhythm => report::rhythm(&branch, period, env.today),
        Name::Study => report::study(&branch, period),
        Name::Talks => report::talks(&branch, period),
        Name::Dues => report::dues(&branch, period, env.today),
        Name::Issues if for_data => report::issues(&branch, period, period.last.min(env.today)),
        Name::Issues => report::issues_brief(&branch, branch.issues_during(period), period.last.min(env.today)),
        Name::Plan if for_data => report::plan(&branch, &planned, plan_day),
        Name::Plan => report::plan_brief(&branch, &planned, plan_day),
        Name::Campaigns => report::campaigns(&branch, period, plan_day),
        Name::Exports => report::exports(&branch, period),
        Name::Requests => match by_requests.flatten() {
            Some(by) => report::requests_by(&branch, period, env.today, by),
            None if for_data => report::requests(&branch, period, env.today),
            None => {
                let page = report::requests_page(&branch, period, env.today);
                drop(progress);
                return env.ui.page(&page);
            }
        },
    };
    table.notes.extend(notes::notes(&store, period)?);
    table.about = Some(words::of_branch_in(words::shown(&branch.settings.name), period));
    drop(progress);
    env.ui.table(&table)
}
