//! `zhibu import`: tables that people have, brought into the records.

use std::cell::Cell;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use encoding_rs::Encoding;

use super::ask::Asking;
use super::changed::Changed;
use super::plan::Plan;
use super::rows::{Options, Rows};
use super::unnamed::Unnamed;
use super::{across, attendance, dues, groups, meetings, members, points, study};
use crate::branch::{Branch, Change};
use crate::cmd::change::Decision;
use crate::cmd::env::Env;
use crate::cmd::ledgers::lines::needs_rules;
use crate::error::{Failure, Result};
use crate::prompt;
use crate::record::{DateHints, DateOrder, Day, Month, Period, parse_day, written_month};
use crate::sheet::{self, Field, Kept, Mapping, Reading, Sheet};
use crate::store::{self, Query, Store};
use crate::words::{self, Lang, Text};

/// The longest file of a mapping that is read, in bytes.
const MAP_LIMIT: u64 = 1024 * 1024;

/// Importing a table.
#[derive(Args)]
pub struct Import {
    /// What its rows are
    what: What,
    /// The table: CSV, .xlsx or .xls; - reads it from standard input
    file: PathBuf,
    /// Where it is kept which column is which field: read where there is such a file, written where there is none
    #[arg(long, value_name = "FILE")]
    map: Option<PathBuf>,
    /// What a field is where a row says nothing of it: `kind=board`; may be said several times
    #[arg(long, value_name = "FIELD=VALUE")]
    set: Vec<String>,
    /// What comes first in dates like 11/5/2026
    #[arg(long, value_name = "ORDER")]
    date_order: Option<DateOrder>,
    /// What parts the columns; found out where it is not said
    #[arg(long, value_name = "SIGN")]
    delimiter: Option<char>,
    /// Encoding of a text table, such as windows-1252 [default: detected]
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
    /// Year of days without a year [default: the year in the title]
    #[arg(long, value_name = "YEAR")]
    year: Option<i32>,
    /// Month of days such as 9号 [default: the month in the title]
    #[arg(long, value_name = "MONTH")]
    month: Option<String>,
    /// Day the table was written, from which 上周五 counts
    #[arg(long, value_name = "DATE")]
    written: Option<String>,
    /// What a word or sign in a cell means: `△=late`; can be repeated
    #[arg(long, value_name = "SIGN=STATE")]
    mark: Vec<String>,
    /// The sheet of a workbook; the first where it is not said
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    /// What is done with rows that are recorded otherwise
    #[arg(long, value_name = "HOW", default_value = "leave")]
    changed: Changed,
    /// Pass over rows that cannot be matched
    #[arg(long)]
    skip_unmatched: bool,
    /// Accept names that do not look like names
    #[arg(long)]
    any_name: bool,
    /// Read a month without a day as its first day
    #[arg(long)]
    first_of_month: bool,
    /// Keep columns that are not fields in the note: `学历,籍贯`; can be repeated
    #[arg(long, value_name = "HEADING")]
    keep: Vec<String>,
    /// What those expected at a meeting were whom its row does not name [default: open]
    #[arg(long, value_name = "HOW")]
    unnamed: Option<Unnamed>,
    /// Add groups that do not exist yet
    #[arg(long)]
    make_groups: bool,
    /// Even where it changes most of the records
    #[arg(long)]
    even_most: bool,
    /// Do not ask; where nobody can be asked, what would come of it is only shown without this
    #[arg(short, long)]
    yes: bool,
}

/// What the rows of a table can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum What {
    /// People, with the days they came and left
    Members,
    /// Groups
    Groups,
    /// Meetings that were held
    Meetings,
    /// Who was at which meeting; meetings that are not recorded are made
    Attendance,
    /// Awards and deductions by hand
    Points,
    /// Hours of study
    Study,
    /// Payments of dues; approved amounts, where there is a column for the first month
    Dues,
}

impl What {
    /// Its id, as it is typed.
    fn id(self) -> &'static str {
        match self {
            Self::Members => "members",
            Self::Groups => "groups",
            Self::Meetings => "meetings",
            Self::Attendance => "attendance",
            Self::Points => "points",
            Self::Study => "study",
            Self::Dues => "dues",
        }
    }

    /// The names its sheet has in a workbook of a month.
    fn sheets(self) -> Vec<String> {
        let name = words::sheet(if self == Self::Points { "points_detail" } else { self.id() });
        name.iter().flat_map(|name| [Lang::Zh, Lang::En].map(|lang| name.get(lang).to_owned())).collect()
    }

    /// The fields its rows may have.
    fn fields(self) -> Vec<Field> {
        let ids = match self {
            Self::Members => members::FIELDS,
            Self::Groups => groups::FIELDS,
            Self::Meetings => meetings::FIELDS,
            Self::Attendance => attendance::FIELDS,
            Self::Points => points::FIELDS,
            Self::Study => study::FIELDS,
            Self::Dues => dues::FIELDS,
        };
        ids.iter().map(|id| Field { of: self.id(), id }).collect()
    }

    /// The fields they must have; of those that stand for one another, any.
    fn needed(self) -> &'static [&'static [&'static str]] {
        match self {
            Self::Members | Self::Groups => &[&["name"]],
            Self::Meetings => &[&["date"], &["kind"]],
            Self::Attendance => &[&["date"], &["kind"], &["member", "number", "name"], &["state"]],
            Self::Points => &[&["date"], &["member", "number", "name"], &["item"]],
            Self::Study => &[&["date"], &["member", "number", "name"], &["hours"]],
            Self::Dues => &[&["member", "number", "name"], &["amount"], &["from", "month"], &["from", "paid"]],
        }
    }

    /// What has to be read to import rows of some days.
    fn query(self, days: Option<Period>, today: Day) -> Query {
        let query = Query::roll();
        match (self, days) {
            (Self::Members | Self::Groups, _) => query,
            (Self::Meetings | Self::Attendance, None) => query.kinds(),
            (Self::Meetings | Self::Attendance, Some(days)) => query.meetings(days),
            (Self::Points, None) => query.scheme(),
            (Self::Points, Some(days)) => query.points(days),
            (Self::Study, days) => query.study(days.unwrap_or(Period::day(today))),
            (Self::Dues, days) => query.dues(days.unwrap_or(Period::day(today))),
        }
    }

    /// Whether two records may say of one thing something else, so that a row need not be a correction.
    fn has_several(self) -> bool {
        !matches!(self, Self::Members | Self::Groups | Self::Attendance)
    }
}

/// Runs the command.
///
/// # Errors
/// Whatever it refuses.
pub(in crate::cmd) fn run(env: &Env, args: &Import) -> Result<()> {
    if args.changed == Changed::Add && !args.what.has_several() {
        return Err(Failure::usage(words::nothing_to_add_twice()).into());
    }
    let bytes = table(env, &args.file)?;
    let progress = env.ui.progress(&words::at_import());
    let sheet = sheet::read(&bytes, reading(args, &args.what.sheets())?)?;
    drop((progress, bytes));
    let fields = args.what.fields();
    let kept = kept(env, args, &fields)?;
    let set = args.set.iter().map(|word| set(word, &fields)).collect::<Result<Vec<_>>>()?;
    let mut mapping = Mapping::find(&sheet, &fields, kept.as_ref().unwrap_or(&Kept::default()), &set)?;
    for word in &args.mark {
        let (field, sign, meant) = mark(word, &fields)?;
        mapping.mean(field, &sign, &meant);
    }
    let order = args.date_order.or(kept.as_ref().and_then(|kept| kept.date_order));
    let asking = (env.ui.can_prompt() && !args.yes).then_some(Asking { env, fields: &fields });
    if let Some(asking) = &asking {
        prompt::colour(env.ui.colours_questions());
        asking.doubts(&mut mapping)?;
    }
    let written = args.written.as_deref().map(|typed| env.past_day(Some(typed))).transpose()?;
    let mut hints = hints(env, args, &mapping, &sheet, written, order)?;
    if let Some(asking) = &asking {
        hints = asking.hints(&mapping, &sheet, hints)?;
    }
    let foot: Vec<_> = mapping.foot(&sheet).collect();
    let blank: Vec<_> = mapping.blank(&sheet).collect();
    let across = across::across(args.what.id(), &sheet, &mapping, hints)?;
    // What is to be paid a month stands beside the months, and is no part of a list of payments.
    if across.is_empty() {
        mapping.leave(&["standard"]);
    }
    let mut whole = mapping.clone();
    let (sheet, mut mapping) = match across.is_empty() {
        true => (sheet, mapping),
        false => mapping.spread(&sheet, &across, |cell| across::is_record(args.what.id(), cell))?,
    };
    if matches!(args.what, What::Meetings | What::Attendance) {
        mapping.lend("date", "time");
    }
    if let Some(asking) = &asking {
        asking.missing(&mut mapping, args.what.needed())?;
        asking.signs(&mut mapping, &sheet)?;
    }
    let unnamed = match (&asking, args.unnamed) {
        (Some(asking), None) if args.what == What::Meetings => asking.unnamed(&mapping)?,
        (_, said) => said,
    };
    if let (Some(path), None, false) = (&args.map, &kept, env.global.dry_run) {
        whole.answers(&mapping);
        let text = Kept::write(&whole, &fields, order, env.ui.lang());
        store::export_file(&env.path(path), text.as_bytes())?;
        env.ui.say(&words::map_written(words::shown(&path.display().to_string())));
    }
    if let Err(mut lacking) = mapping.require(args.what.needed(), &fields) {
        // What signs mean is asked for in the same breath.
        if mapping.is_spread && !attendance::unknown_signs(&mapping, &sheet, None).is_empty() {
            let branch = env.load(&Query::roll().kinds())?;
            let signs = attendance::unknown_signs(&mapping, &sheet, Some(&branch));
            lacking.faults.extend(attendance::sign_faults(&signs));
        }
        return Err(lacking.into());
    }
    let import = Importing { env, args, sheet, mapping, hints, written, unnamed, foot, blank };
    let query = args.what.query(import.days(), env.today);
    if args.yes || env.global.dry_run || env.ui.can_ask() {
        // What is decided anew after the question has been shown already.
        let shown = Cell::new(env.global.dry_run);
        return env.change_signed(&query, |branch, store| {
            let plan = import.plan(branch, store)?;
            if !shown.replace(true) || plan.has_unmatched() {
                import.show(&plan)?;
            }
            let (question, decision) = import.decide(plan, store)?;
            Ok((question, decision, vec![]))
        });
    }
    let store = env.store()?;
    let branch = store.load(&query)?;
    let plan = import.plan(&branch, &store)?;
    import.show(&plan)?;
    let nothing = plan.files.is_empty();
    import.decide(plan, &store)?;
    env.ui.say(&if nothing { words::nothing_changed() } else { words::only_shown() });
    Ok(())
}

/// A table that is imported.
struct Importing<'a> {
    env: &'a Env,
    args: &'a Import,
    sheet: Sheet,
    mapping: Mapping,
    hints: DateHints,
    /// The day on which it was written.
    written: Option<Day>,
    /// What those are whom the row of a meeting does not name.
    unnamed: Option<Unnamed>,
    /// The rows that are no records, each with what it begins with.
    foot: Vec<(usize, String)>,
    /// The rows that have nothing but in columns that are not read.
    blank: Vec<usize>,
}

impl Importing<'_> {
    /// The name of the file, as it may be shown.
    fn name(&self) -> String {
        let name = self.args.file.file_name().unwrap_or(self.args.file.as_os_str());
        words::shown(&name.to_string_lossy())
    }

    /// What the table was read as, and which column as which field.
    fn head(&self) -> (Text, Vec<(Text, Vec<Text>)>) {
        let head = words::table_read(self.name(), self.sheet.form.clone(), self.mapping.heading_row);
        let columns = self.mapping.columns.iter().filter(|column| !column.heading.is_empty());
        let mut parts: Vec<_> = columns
            .map(|column| {
                let field = match (&column.across, column.field) {
                    _ if column.counts => words::counts_rows(),
                    (Some(told), _) => words::one_each(told.clone()),
                    (None, Some(field)) => words::field_and_name(field.id, field.name()),
                    (None, None) => words::not_read(),
                };
                (Text::same(words::shown(&column.heading)), vec![field])
            })
            .collect();
        let fields = self.args.what.fields();
        for (id, value) in &self.mapping.set {
            let field = fields.iter().find(|field| field.id == *id);
            let name = field.map_or_else(|| Text::same(*id), |field| words::field_and_name(field.id, field.name()));
            parts.push((name, vec![words::set_for_all(words::shown(value))]));
        }
        (head, parts)
    }

    /// The days from the first to the last that the rows name.
    fn days(&self) -> Option<Period> {
        let day = |row| {
            let cell = |field| self.mapping.cell(row, field);
            let month = |field| cell(field).month(self.hints).ok().map(Month::first);
            let said = || parse_day(&cell("date").text().ok()??, self.written?);
            let day = cell("date").day(self.hints).ok().map(|(day, _)| day).or_else(said);
            if self.args.what == What::Dues { month("from").or_else(|| month("month")) } else { day }
        };
        let days: Vec<_> = self.mapping.rows(&self.sheet).filter_map(day).collect();
        Period::new(*days.iter().min()?, *days.iter().max()?)
    }

    /// What the call says of what is read.
    fn options(&self) -> Options {
        let args = self.args;
        let keep = args.keep.iter().flat_map(|word| word.split([',', '，', '、'])).map(|word| word.trim().to_owned());
        Options {
            any_name: args.any_name,
            first_of_month: args.first_of_month,
            written: self.written,
            unnamed: self.unnamed,
            keep: keep.collect(),
            make_groups: args.make_groups,
        }
    }

    /// What would come of it.
    fn plan(&self, branch: &Branch, store: &Store) -> Result<Plan> {
        let rows = Rows::of(self.env, branch, &self.sheet, &self.mapping, self.hints, self.options());
        let take = self.args.changed == Changed::Take;
        let plan: Result<Plan> = match self.args.what {
            What::Members => Ok(members::plan(&rows, take)),
            What::Groups => Ok(groups::plan(&rows, take)),
            What::Meetings => Ok(meetings::plan(&rows, store, self.args.changed)),
            What::Attendance => Ok(attendance::plan(&rows, store, take)),
            What::Points => {
                needs_rules(&branch.rules.points, "rules/points.toml")?;
                Ok(points::plan(&rows, store, self.args.changed))
            }
            What::Study => {
                needs_rules(&branch.rules.study, "rules/study.toml")?;
                Ok(study::plan(&rows, self.args.changed))
            }
            What::Dues => {
                needs_rules(&branch.rules.dues, "rules/dues.toml")?;
                Ok(dues::plan(&rows, self.args.changed))
            }
        };
        let mut plan = plan?;
        self.blank.iter().for_each(|row| plan.nothing(*row, words::nothing_in_row()));
        Ok(plan)
    }

    /// Shows what would come of it.
    fn show(&self, plan: &Plan) -> Result<()> {
        plan.show(self.env, &self.head(), &self.foot)?;
        if plan.changed > 0 && self.args.changed == Changed::Leave {
            self.env.ui.say(&words::changed_left(plan.changed));
        }
        if plan.unnamed > 0 && self.unnamed.is_none() {
            self.env.ui.say(&words::unnamed_left(plan.unnamed));
        }
        Ok(())
    }

    /// Refuses what must not be written; what is asked and decided.
    fn decide(&self, plan: Plan, store: &Store) -> Result<(Option<Text>, Decision)> {
        let args = self.args;
        if !args.skip_unmatched {
            plan.all_matched()?;
        }
        let changed = if args.changed == Changed::Take { plan.changed } else { 0 };
        if changed * 2 > plan.records && changed > FEW && !args.even_most {
            let fact = words::would_change_most(changed, plan.records);
            return Err(Failure::refused(fact).cure(words::cure_would_change_most()).into());
        }
        let what = words::import_noun(args.what.id());
        let subject = words::imported(what, self.name(), words::added_and_changed(plan.added, changed));
        let asks = !args.yes && !plan.files.is_empty();
        let question = asks.then(|| words::ask_import(words::added_and_changed(plan.added, changed)));
        let change = Change { subject: subject.clone(), why: None, files: plan.files };
        plan.origins.guard(self.env, store, &change, &self.mapping)?;
        Ok((question, Decision { change, said: subject }))
    }
}

/// So few records may always be changed.
const FEW: usize = 3;

/// The bytes of a table.
fn table(env: &Env, path: &Path) -> Result<Vec<u8>> {
    match path.as_os_str() == "-" {
        true => env.standard_input_bytes(sheet::LIMIT),
        false => store::read_bytes_outside(&env.path(path), sheet::LIMIT),
    }
}

/// How a call says the table is to be read.
fn reading<'a>(args: &'a Import, likely: &'a [String]) -> Result<Reading<'a>> {
    let delimiter = args.delimiter.map(|sign| {
        let byte = u8::try_from(sign).ok().filter(|byte| byte.is_ascii() && !matches!(byte, b'"' | b'\n' | b'\r'));
        byte.ok_or_else(|| Failure::usage(words::bad_delimiter(words::shown(&sign.to_string()))))
    });
    let encoding = args.encoding.as_deref().map(|name| {
        let encoding = Encoding::for_label(name.as_bytes());
        encoding.ok_or_else(|| Failure::usage(words::no_encoding(words::shown(name))))
    });
    let (delimiter, encoding) = (delimiter.transpose()?, encoding.transpose()?);
    Ok(Reading { delimiter, encoding, sheet: args.sheet.as_deref(), likely })
}

/// What is known of days that do not say all of themselves: what the call says, else the title, else the day of writing.
fn hints(
    env: &Env,
    args: &Import,
    mapping: &Mapping,
    sheet: &Sheet,
    written: Option<Day>,
    order: Option<DateOrder>,
) -> Result<DateHints> {
    let month = args.month.as_deref().map(|typed| {
        let month =
            written_month(typed, DateHints { year: args.year.or(Some(env.today.year())), ..DateHints::default() });
        month.map_err(|_| Failure::usage(words::not_months(words::shown(typed))).cure(words::cure_month_in_table()))
    });
    let month = month.transpose()?;
    let year = args.year.or(month.map(Month::year)).or(mapping.year(sheet)).or(written.map(Day::year));
    let month = month.or_else(|| mapping.month(sheet, year)).or(written.map(Month::of));
    Ok(DateHints { year, month, order })
}

/// What the file of a mapping says, where there is one.
fn kept(env: &Env, args: &Import, fields: &[Field]) -> Result<Option<Kept>> {
    let Some(path) = args.map.as_deref().map(|path| env.path(path)) else { return Ok(None) };
    match store::read_outside_if_there(&path, MAP_LIMIT)? {
        Some(text) => Ok(Some(Kept::parse(text.trim_start_matches('\u{feff}'), fields)?)),
        None => Ok(None),
    }
}

/// What a word of a call says that a sign in a cell means: a state, where the table has states.
fn mark(word: &str, fields: &[Field]) -> Result<(Field, String, String)> {
    let parts = word.split_once('=').map(|(sign, meant)| (sign.trim(), meant.trim()));
    let state = fields.iter().find(|field| field.id == "state");
    match (parts, state) {
        (Some((sign, meant)), Some(field)) if !sign.is_empty() && !meant.is_empty() => {
            Ok((*field, sign.to_owned(), meant.to_owned()))
        }
        _ => Err(Failure::usage(words::bad_mark(words::shown(word))).into()),
    }
}

/// What a word of a call says of a field.
fn set(word: &str, fields: &[Field]) -> Result<(Field, String)> {
    let (id, value) = word.split_once('=').map_or((word, ""), |(id, value)| (id.trim(), value.trim()));
    if value.is_empty() {
        return Err(Failure::usage(words::bad_set(words::shown(word))).into());
    }
    match sheet::field(id, fields) {
        Ok(field) => Ok((field, value.to_owned())),
        Err(failure) => Err(Failure { exit: 2, ..failure }.into()),
    }
}
