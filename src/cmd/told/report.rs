//! `zhibu report`: a period summed up.

use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::{counted, days, notes};
use crate::branch::Branch;
use crate::cmd::env::Env;
use crate::cmd::typed::campaign;
use crate::error::{Failure, Result};
use crate::render::{self, Sheets};
use crate::report::{self, Asked, BurdenBy, By, Extent, ReportName, Table};
use crate::store::{self, Query};
use crate::ui::Format;
use crate::words;

/// Summing up a period.
#[derive(Args)]
pub struct Report {
    /// Which report
    name: ReportName,
    /// The period: `2026-11`, `2026Q4`, `2026`, `last-month` …; this month where it is not said, this year for plan, campaigns, tasks, visits, inspection, requests and exports
    #[arg(short, long)]
    period: Option<String>,
    /// Only the records of a campaign, by its id, name or a part of it; its own days where no period is said
    #[arg(long, value_name = "CAMPAIGN")]
    campaign: Option<String>,
    /// By what attendance or requests are summed up; attendance by member where it is not said
    #[arg(long)]
    by: Option<SummedBy>,
    /// File to write the table to: .csv or .xlsx
    #[arg(short, long, value_name = "FILE")]
    out: Option<PathBuf>,
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
    /// Attendance month by month
    Month,
    /// Attendance quarter by quarter
    Quarter,
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
            Self::Month => Some(By::Month),
            Self::Quarter => Some(By::Quarter),
            Self::Asker | Self::Form => None,
        }
    }

    /// What it is for requests.
    fn of_requests(self) -> Option<BurdenBy> {
        match self {
            Self::Asker => Some(BurdenBy::Asker),
            Self::Form => Some(BurdenBy::Form),
            Self::Member | Self::Group | Self::Kind | Self::Month | Self::Quarter => None,
        }
    }
}

/// Runs the command.
///
/// # Errors
/// Whatever is wrong with the records.
pub(in crate::cmd) fn run(env: &Env, args: &Report) -> Result<()> {
    let file = args.out.as_deref().map(Output::of).transpose()?;
    let said = args.period.as_deref().map(|period| env.period(period)).transpose()?;
    let (period, campaign) = match args.campaign.as_deref() {
        Some(_) if !args.name.has_campaigns() => {
            return Err(Failure::usage(words::report_without_campaign()).cure(words::cure_report_campaign()).into());
        }
        // The rules say when it was; only then is it known which records are needed.
        Some(typed) => {
            let branch = env.load(&Query::roll())?;
            let campaign = campaign::find(&branch, typed)?;
            (said.unwrap_or(campaign.days(env.today)), Some(campaign.id.value.clone()))
        }
        None => (said.map_or_else(|| env.period(args.name.period()), Ok)?, None),
    };
    let by_attendance = args.by.map_or(Some(By::Member), SummedBy::of_attendance);
    let by_requests = args.by.map(SummedBy::of_requests);
    let fits = match args.name {
        ReportName::Attendance => by_attendance.is_some(),
        ReportName::Requests => by_requests != Some(None),
        _ => args.by.is_none(),
    };
    if !fits {
        return Err(Failure::usage(words::report_not_by()).cure(words::cure_report_not_by()).into());
    }
    let store = env.store()?;
    if !args.name.looks_ahead() {
        days::has_come(env, period)?;
    } else if env.today < period.first {
        env.ui.say(&words::still_to_come(period));
    }
    let progress = env.ui.progress(&words::at_report());
    let for_data = file.is_some() || matches!(env.global.format, Format::Csv | Format::Json | Format::Xlsx);
    let (branch, is_counted) = match args.name {
        // As data each meeting stands for itself.
        ReportName::Meetings if for_data => (store.load(&Query::roll().meetings(period))?, true),
        ReportName::Meetings => counted::meetings(env, &store, period)?,
        name => (store.load(&name.query(period, env.today))?, true),
    };
    let mut branch = ManuallyDrop::new(branch);
    // A meeting does what is planned whatever it was for, and points are counted for all their records.
    if let Some(campaign) = campaign.as_ref().filter(|_| !matches!(args.name, ReportName::Plan | ReportName::Points)) {
        branch.keep_campaign(campaign);
    }
    if args.name == ReportName::Requests && by_requests.flatten().is_none() && !for_data {
        let page = report::requests_page(&branch, period, env.today);
        drop(progress);
        return env.ui.page(&page);
    }
    if args.name == ReportName::Inspection && !for_data {
        let page = report::inspection_page(&branch, period, env.today);
        drop(progress);
        return env.ui.page(&page);
    }
    let asked = Asked {
        period,
        today: env.today,
        campaign: campaign.as_ref(),
        attendance: by_attendance.unwrap_or(By::Member),
        requests: by_requests.flatten(),
        extent: if for_data { Extent::All } else { Extent::Brief },
    };
    let mut table = args.name.table(&branch, &asked);
    if !is_counted {
        table = table.without_column("counted_for");
    }
    if campaign.is_some() && args.name == ReportName::Points {
        drop(progress);
        return answer(env, &branch, &table, file);
    }
    // A campaign may leave nothing of a period that has records, and without lines of work there is nothing to count.
    let says_why = args.name == ReportName::Links && branch.rules.links().next().is_none();
    if table.rows.is_empty() && !says_why && campaign.is_none() {
        days::tell_none(env, &branch, period);
    }
    table.notes.extend(notes::notes(&store, period)?);
    table.about = Some(words::of_branch_in(words::shown(&branch.settings.name), period));
    drop(progress);
    answer(env, &branch, &table, file)
}

/// A file that a table is written to.
#[derive(Clone, Copy)]
enum Output<'a> {
    Csv(&'a Path),
    Workbook(&'a Path),
}

impl<'a> Output<'a> {
    /// What it is by the end of its name.
    fn of(path: &'a Path) -> Result<Self> {
        let end = path.extension().unwrap_or_default().to_ascii_lowercase();
        match end.to_str() {
            Some("csv") => Ok(Self::Csv(path)),
            Some("xlsx") => Ok(Self::Workbook(path)),
            _ => {
                let fact = words::not_a_table_file(words::shown(&path.display().to_string()));
                Err(Failure::usage(fact).cure(words::cure_not_a_table_file()).into())
            }
        }
    }
}

/// Answers with a table, or writes it to a file as `zhibu.toml` says.
fn answer(env: &Env, branch: &Branch, table: &Table, file: Option<Output<'_>>) -> Result<()> {
    let lang = env.file_lang(branch);
    let (path, bytes) = match file {
        None => return env.ui.table(table),
        Some(Output::Csv(path)) => (path, render::csv(table, lang, branch.settings.bom())),
        Some(Output::Workbook(path)) => {
            let sheets = Sheets { title: None, tables: std::slice::from_ref(table), charts: &[] };
            (path, render::workbook(&sheets, lang)?)
        }
    };
    let name = words::shown(&path.display().to_string());
    if env.global.dry_run {
        env.ui.say(&words::would_write(name));
        return Ok(());
    }
    store::export_file(&env.path_out(path)?, &bytes)?;
    env.ui.say(&words::wrote_table(words::count(table.rows.len(), "行", "row", "rows"), name));
    Ok(())
}
