//! `zhibu export`: the month's tables as files, or as one workbook.

use std::path::{Path, PathBuf};

use clap::Args;

use super::about::about;
use super::edition::{self, Receipt};
use crate::branch::{Branch, Mask};
use crate::cmd::change::tables;
use crate::cmd::env::Env;
use crate::cmd::told::{days, notes};
use crate::error::{Failure, Result};
use crate::record::{Day, Month, Period, sha256};
use crate::render::{self, Described, Headings, Sheets};
use crate::report::{self, MonthTable, Table};
use crate::rulebook::{Edition, FULL};
use crate::store::{self};
use crate::ui::Format;
use crate::words::{self, Text};

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
    table: Option<MonthTable>,
    /// How much of it: `full`, or an edition of `rules/editions.toml` such as `masked` or `notice`
    #[arg(short, long, default_value = FULL, value_name = "EDITION")]
    edition: String,
    /// What the columns are called: by id, in Chinese or in English; as the language has it where it is not said
    #[arg(long, value_name = "LANG")]
    headings: Option<Headings>,
    /// Who gets it: noted in exports.toml, with the edition and the digest
    #[arg(long, value_name = "WHOM")]
    to: Option<String>,
    /// What it is for
    #[arg(long, requires = "to", allow_hyphen_values = true)]
    note: Option<String>,
    /// Who gives it
    #[arg(long, value_name = "WHO", requires = "to")]
    by: Option<String>,
}

/// Runs the command.
///
/// # Errors
/// Whatever is wrong with the records, or with the folder.
pub(in crate::cmd) fn run(env: &Env, args: &Export) -> Result<()> {
    let period = env.period(&args.month)?;
    let month = Month::of(period.first);
    if period != month.period() {
        return Err(Failure::usage(words::not_a_month(period)).cure(words::cure_not_a_month()).into());
    }
    let to_standard_output = args.out.as_os_str() == "-";
    days::has_come(env, period)?;
    let is_workbook = match env.global.format {
        Format::Text if args.is_file() => true,
        Format::Text | Format::Csv => false,
        Format::Xlsx => true,
        Format::Json | Format::Md | Format::Html => {
            return Err(Failure::usage(words::export_format()).cure(words::cure_export_format()).into());
        }
    };
    if is_workbook && args.headings.is_some() {
        return Err(Failure::usage(words::headings_of_csv()).cure(words::cure_headings_of_csv()).into());
    }
    if !is_workbook && to_standard_output && args.table.is_none() {
        return Err(Failure::usage(words::table_needed()).cure(words::cure_table_needed()).into());
    }
    let names = MonthTable::asked(args.table);
    let mut branch = env.load(&tables::query(&names, period, env.today).editions())?;
    if names.len() > 1 && days::is_empty(&branch, period) {
        days::tell_empty(env, &branch, period);
    }
    let edition = edition::find(&branch, &args.edition)?;
    let names = edition::tables(&branch, edition.as_ref(), args.table, env.today)?;
    let mask = edition.as_ref().filter(|edition| edition.is_masked()).map(|_| branch.mask(period.last));
    let exported = Exported { branch: &branch, month, names, edition, mask, to_standard_output };
    let digest = if is_workbook { exported.workbook(env, args)? } else { exported.csv(env, args)? };
    if exported.mask.is_some() {
        env.ui.say(&words::export_masked());
    }
    match &args.to {
        Some(to) => edition::note(env, &args.receipt(to, month), digest),
        None => Ok(()),
    }
}

/// What is exported.
struct Exported<'a> {
    branch: &'a Branch,
    month: Month,
    /// The tables there are, the first first.
    names: Vec<MonthTable>,
    /// The edition; everything where it is none.
    edition: Option<Edition>,
    /// What hides the names.
    mask: Option<Mask>,
    to_standard_output: bool,
}

impl Exported<'_> {
    /// A table as the edition has it, with what is said under it.
    fn table(&self, name: MonthTable, today: Day, notes: Vec<Text>) -> Table {
        let mut table = name.table(self.branch, self.month.period(), today);
        table.notes.extend(notes);
        edition::given(name, table, self.edition.as_ref(), self.mask.as_ref())
    }

    /// Writes tables as CSV, with the data package; its digest, or that of the one table.
    fn csv(&self, env: &Env, args: &Export) -> Result<String> {
        let lang = env.file_lang(self.branch);
        let headings = args.headings.unwrap_or(Headings::of(lang));
        let table = |name: &MonthTable| self.table(*name, env.today, vec![]);
        if let Some(name) = args.table.filter(|_| self.to_standard_output) {
            let bytes = render::csv_headed(&table(&name), lang, headings, false);
            env.ui.answer_bytes(&bytes)?;
            notes::under_written(env, self.month.period()).iter().for_each(|note| env.ui.say(note));
            return Ok(sha256(&bytes));
        }
        let tables: Vec<(Table, Vec<u8>)> = self
            .names
            .iter()
            .map(|name| {
                let table = table(name);
                let bytes = render::csv_headed(&table, lang, headings, self.branch.settings.bom());
                (table, bytes)
            })
            .collect();
        let notes = notes::under_list(&env.store()?, self.month.period())?;
        let notes: Vec<_> =
            notes.iter().map(|note| self.mask.as_ref().map_or_else(|| note.clone(), |mask| mask.text(note))).collect();
        let package = render::datapackage(&Described {
            name: &self.branch.settings.name,
            month: self.month,
            lang,
            headings,
            tables: &tables,
            notes: &notes,
            about: &about(&env.store()?, self.branch, self.month, self.edition.as_ref(), None)?,
        });
        let digest = sha256(package.as_bytes());
        let mut files: Vec<(String, Vec<u8>)> =
            tables.into_iter().map(|(table, bytes)| (format!("{}.csv", table.id), bytes)).collect();
        files.push(("datapackage.json".into(), package.into_bytes()));
        let said = words::exported(self.month, files.len(), args.out.display().to_string());
        write(env, &args.out, self.month.period(), &files, said).map(|()| digest)
    }

    /// Writes tables as a workbook, the month in numbers and its charts first; its digest.
    fn workbook(&self, env: &Env, args: &Export) -> Result<String> {
        let (month, period) = (self.month, self.month.period());
        let mut names = self.names.clone();
        names.sort_by_key(|name| *name != MonthTable::Summary);
        let lang = env.file_lang(self.branch);
        let mut notes = notes::notes(&env.store()?, period)?;
        let tables: Vec<_> =
            names.iter().map(|name| self.table(*name, env.today, std::mem::take(&mut notes))).collect();
        // The charts draw more tables than some editions have.
        let has_charts = self.edition.as_ref().is_none_or(|edition| edition.tables.is_empty());
        let is_summed_up = has_charts && names.first() == Some(&MonthTable::Summary);
        let charts = if is_summed_up { report::charts(self.branch, period, env.today) } else { vec![] };
        let title = Some(Text::same(format!("{} {month}", self.branch.settings.name)));
        let sheets = Sheets { title, tables: &tables, charts: &charts };
        let bytes = render::workbook(&sheets, lang)?;
        let digest = sha256(&bytes);
        if self.to_standard_output {
            return env.ui.workbook(&bytes).map(|()| digest);
        }
        let path = if args.is_file() { args.out.clone() } else { args.out.join(format!("{month}.xlsx")) };
        let folder = path.parent().unwrap_or(Path::new("."));
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let said = words::exported_file(month, path.display().to_string());
        write(env, folder, period, &[(name, bytes)], said).map(|()| digest)
    }
}

impl Export {
    /// Whether what it is written to is a workbook.
    fn is_file(&self) -> bool {
        self.out.extension().is_some_and(|end| end.eq_ignore_ascii_case("xlsx"))
    }

    /// What is noted of it.
    fn receipt<'a>(&'a self, to: &'a str, month: Month) -> Receipt<'a> {
        Receipt {
            to,
            month,
            edition: &self.edition,
            table: self.table,
            note: self.note.as_deref(),
            by: self.by.as_deref(),
        }
    }
}

/// Writes files into a folder, and says so.
fn write(env: &Env, folder: &Path, period: Period, files: &[(String, Vec<u8>)], said: Text) -> Result<()> {
    if env.global.dry_run {
        files.iter().for_each(|(name, _)| env.ui.say(&words::would_write(folder.join(name).display().to_string())));
        return Ok(());
    }
    files.iter().try_for_each(|(name, _)| env.path_out(&folder.join(name)).map(drop))?;
    store::export(&env.path_out(folder)?, files)?;
    env.ui.say(&said);
    notes::under_written(env, period).iter().for_each(|seal| env.ui.say(seal));
    Ok(())
}
