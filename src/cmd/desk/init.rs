//! `zhibu desk init`: a desk for the units below.

use std::path::PathBuf;

use clap::Args;

use super::open::{LAST_DAY, UNITS};
use crate::cmd::env::Env;
use crate::cmd::tools::init::{self, folder_name};
use crate::cmd::typed::plain_name;
use crate::desk::Units;
use crate::error::{Failure, Result};
use crate::record::{BranchId, Month, RelPath, SCHEMA, Value};
use crate::render::{self, Headings};
use crate::sheet;
use crate::store::{self, DESK, Store};
use crate::words::{self, Lang};

/// Making a desk.
#[derive(Args)]
pub struct Init {
    /// Directory of the desk [default: this one]
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
    /// Table of the units: `unit` (the branch's id), `name`, optionally `above`, `due-day`, `since`, `until`
    #[arg(long, value_name = "FILE")]
    units: PathBuf,
    /// Name of the body whose desk it is [default: the name of the directory]
    #[arg(long)]
    name: Option<String>,
    /// First month that is handed in [default: last month]
    #[arg(long, value_name = "MONTH")]
    since: Option<String>,
    /// Day of the next month by which returns are due
    #[arg(long, value_name = "DAY", default_value_t = 10, value_parser = clap::value_parser!(i64).range(1..=LAST_DAY))]
    due_day: i64,
}

/// Runs the command.
///
/// # Errors
/// A table with rows that are wrong, or anything that stands where a file would be made.
pub(super) fn run(env: &Env, args: &Init) -> Result<()> {
    let root = args.folder.as_ref().map_or_else(|| env.records().to_owned(), |folder| env.path(folder));
    let name = args.name.clone().unwrap_or_else(|| folder_name(&root));
    plain_name(&name)?;
    let since = match &args.since {
        None => Month::of(env.today).before(),
        Some(text) => {
            let period = env.period(text)?;
            let month = Month::of(period.first);
            if period != month.period() {
                return Err(Failure::usage(words::not_a_month(period)).into());
            }
            month
        }
    };
    let file = args.units.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let units = Units::read(&store::read_bytes_outside(&env.path(&args.units), sheet::LIMIT)?, &file)?;
    let absolute = std::path::absolute(&root).unwrap_or_else(|_| root.clone());
    if Store::find_desk(&root).is_ok_and(|store| store.root() == absolute) {
        return Err(Failure::refused(words::desk_is_there(absolute.display().to_string())).into());
    }
    let place = init::place(&root, false)?;
    let lang = env.ui.lang();
    let id = BranchId::random(&mut env.random());
    let settings = format!(
        "{}\nname = {}\nid = {}\nschema = {SCHEMA}\nlang = \"{}\"\n{}\nsince = {}\n{}\ndue-day = {}\n\n[git]\n{}\ncommit = {}\n",
        words::comment_desk().get(lang),
        Value::text(&name),
        Value::text(&id),
        lang.id(),
        words::comment_desk_since().get(lang),
        since.first(),
        words::comment_due_day().get(lang),
        args.due_day,
        words::comment_commit().get(lang),
        place.commits(),
    );
    let table = render::csv_headed(&units.table(), Lang::En, Headings::Id, true);
    let table = String::from_utf8(table).unwrap_or_else(|_| unreachable!("a table is written as UTF-8"));
    let attributes = format!("{}\n* -text\ntaken/*.csv merge=union\n", words::comment_attributes().get(lang));
    let files = [(DESK, settings), (UNITS, table), (".gitattributes", attributes)];
    let files: Vec<_> = files.into_iter().filter_map(|(path, text)| Some((RelPath::new(path)?, text))).collect();
    if env.global.dry_run {
        Store::preview_new(&root, &files)?;
        files.iter().for_each(|(path, _)| env.ui.say(&words::would_write(path)));
        return Ok(());
    }
    Store::create(&root, &files)?;
    let store = Store::desk_at(absolute);
    let shown = words::shown(&name);
    env.ui.say(&words::made_desk(&shown, store.root().display().to_string(), units.leaves().count()));
    init::commit(env, &store, place, &files, lang, words::desk_began(&shown))?;
    env.ui.say(&words::desk_next_steps());
    Ok(())
}
