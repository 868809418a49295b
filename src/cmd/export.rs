//! `zhibu export`: the month's tables as files, or as one workbook.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::amend;
use super::env::Env;
use crate::branch::Branch;
use crate::error::{Failure, Result};
use crate::record::{Day, Month, Period, sha256};
use crate::render::{self, Sheets};
use crate::report::{self, Table};
use crate::rulebook::owed_from;
use crate::store::{self, Store, Want};
use crate::ui::Format;
use crate::words::{self, Lang, Text};

/// Writing the month's tables.
#[derive(Args)]
pub struct Export {
    /// The month: `2026-11`, `this-month`, `last-month`
    #[arg(short, long)]
    month: String,
    /// The folder to write into, or - to write one table, or the workbook, to standard output; a workbook can have a name that ends in .xlsx
    #[arg(short, long, default_value = "-", value_name = "DIR")]
    out: PathBuf,
    /// Only this table
    #[arg(short, long)]
    table: Option<TableName>,
}

/// The tables of a month.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "snake_case")]
enum TableName {
    /// The people
    Members,
    /// The meetings
    Meetings,
    /// Who was at which meeting
    Attendance,
    /// What everybody's points come to
    Points,
    /// Every line of everybody's points
    PointsDetail,
    /// The hours of study
    Study,
    /// The talks: the fact, not what was said
    Talks,
    /// The dues of every member
    Dues,
    /// The problems that were open
    Issues,
    /// The duties, and how often each was done
    Duties,
    /// The month in numbers
    Summary,
}

/// What some tables need.
fn want(tables: &[TableName], period: Period, today: Day) -> Want {
    use TableName::{Attendance, Dues, Duties, Issues, Meetings, Points, PointsDetail, Study, Summary, Talks};
    let any = |names: &[TableName]| tables.iter().any(|table| names.contains(table));
    let mut want = Want::roll();
    if any(&[Points, PointsDetail, Summary]) {
        // The meetings are among what decides the points.
        want = want.scored(period);
    } else if any(&[Meetings, Attendance]) {
        want = want.meetings(period);
    }
    if any(&[Duties]) {
        want = want.duties(period.last).study(Period { first: owed_from(period.first), ..period });
    } else if any(&[Study, Summary]) {
        want = want.study(period);
    }
    if any(&[Talks, Summary]) {
        want = want.talks(period);
    }
    if any(&[Dues, Summary]) {
        want = want.dues(period);
    }
    if any(&[Issues, Summary]) {
        want = want.issues(period);
    }
    if any(&[Summary]) {
        want = want.plans_until(period, period.last.min(today)).requests(period).seals(period);
    }
    want
}

/// A table of a period, as it is on a day.
fn table(name: TableName, branch: &Branch, period: Period, today: Day) -> Table {
    match name {
        TableName::Members => report::members(branch, period),
        TableName::Meetings => report::meetings(branch, period),
        TableName::Attendance => report::roll_calls(branch, period),
        TableName::Points => report::points(branch, period, today),
        TableName::PointsDetail => report::points_detail(branch, period, today),
        TableName::Study => report::study(branch, period),
        TableName::Talks => report::talks(branch, period),
        TableName::Dues => report::dues(branch, period, today),
        TableName::Issues => report::issues(branch, period, period.last.min(today)),
        TableName::Duties => report::duties(branch, period, today),
        TableName::Summary => report::summary(branch, period, today),
    }
}

/// The digest of each table of a month as it is exported on a day, by the name of its file: in English, without a
/// byte-order mark, so that it is the same whatever the settings are.
///
/// # Errors
/// Whatever is wrong with the records.
pub(super) fn digests(store: &Store, month: Month, today: Day) -> Result<Vec<(String, String)>> {
    let names = TableName::value_variants();
    let branch = store.load(&want(names, month.period(), today))?;
    let digest = |name: &TableName| {
        let table = table(*name, &branch, month.period(), today);
        (format!("{}.csv", table.id), sha256(&render::csv(&table, Lang::En, false)))
    };
    Ok(names.iter().map(digest).collect())
}

/// Runs the command.
///
/// # Errors
/// Whatever is wrong with the records, or with the folder.
pub(super) fn run(env: &Env, args: &Export) -> Result<()> {
    let period = env.period(&args.month)?;
    let month = Month::of(period.first);
    if period != month.period() {
        return Err(Failure::usage(words::not_a_month(period)).cure(words::cure_not_a_month()).into());
    }
    let names = args.table.map_or_else(|| TableName::value_variants().to_vec(), |name| vec![name]);
    match env.global.format {
        Format::Text | Format::Csv => csv(env, args, month, names),
        Format::Xlsx => workbook(env, args, month, names),
        Format::Json | Format::Md | Format::Html => {
            Err(Failure::usage(words::export_format()).cure(words::cure_export_format()).into())
        }
    }
}

/// Writes tables as CSV, with the data package.
fn csv(env: &Env, args: &Export, month: Month, names: Vec<TableName>) -> Result<()> {
    let (period, to_standard_output) = (month.period(), args.out.as_os_str() == "-");
    if to_standard_output && args.table.is_none() {
        return Err(Failure::usage(words::table_needed()).cure(words::cure_table_needed()).into());
    }
    let branch = env.load(&want(&names, period, env.today))?;
    let lang = env.file_lang(&branch);
    let table = |name| table(name, &branch, period, env.today);
    if let Some(name) = args.table.filter(|_| to_standard_output) {
        return env.ui.answer_bytes(&render::csv(&table(name), lang, false));
    }
    let tables: Vec<(Table, Vec<u8>)> = names
        .into_iter()
        .map(|name| {
            let table = table(name);
            let bytes = render::csv(&table, lang, branch.settings.bom());
            (table, bytes)
        })
        .collect();
    let package = render::datapackage(&branch.settings.name, month, lang, &tables);
    let mut files: Vec<(String, Vec<u8>)> =
        tables.into_iter().map(|(table, bytes)| (format!("{}.csv", table.id), bytes)).collect();
    files.push(("datapackage.json".into(), package.into_bytes()));
    let count = files.len();
    write(env, &args.out, period, &files, words::exported(month, count, args.out.display().to_string()))
}

/// Writes tables as a workbook, the month in numbers and its charts first.
fn workbook(env: &Env, args: &Export, month: Month, mut names: Vec<TableName>) -> Result<()> {
    let period = month.period();
    names.sort_by_key(|name| *name != TableName::Summary);
    let branch = env.load(&want(&names, period, env.today))?;
    let lang = env.file_lang(&branch);
    let mut tables: Vec<_> = names.iter().map(|name| table(*name, &branch, period, env.today)).collect();
    let is_summed_up = names.first() == Some(&TableName::Summary);
    let charts = if is_summed_up { report::charts(&branch, period, env.today) } else { vec![] };
    if let Some(first) = tables.first_mut() {
        first.notes.extend(amend::notes(&env.store()?, period)?);
    }
    let title = Some(Text::same(format!("{} {month}", branch.settings.name)));
    let sheets = Sheets { title, tables: &tables, charts: &charts };
    if args.out.as_os_str() == "-" {
        return env.ui.workbook(&sheets, lang);
    }
    let is_file = args.out.extension().is_some_and(|end| end.eq_ignore_ascii_case("xlsx"));
    let path = if is_file { args.out.clone() } else { args.out.join(format!("{month}.xlsx")) };
    let folder = path.parent().unwrap_or(Path::new("."));
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let said = words::exported_file(month, path.display().to_string());
    write(env, folder, period, &[(name, render::workbook(&sheets, lang)?)], said)
}

/// Writes files into a folder, and says so.
fn write(env: &Env, folder: &Path, period: Period, files: &[(String, Vec<u8>)], said: Text) -> Result<()> {
    if env.global.dry_run {
        files.iter().for_each(|(name, _)| env.ui.say(&words::would_write(folder.join(name).display().to_string())));
        return Ok(());
    }
    store::export(&env.path(folder), files)?;
    env.ui.say(&said);
    amend::under_list(&env.store()?, period)?.iter().for_each(|seal| env.ui.say(seal));
    Ok(())
}
