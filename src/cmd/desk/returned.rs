//! `zhibu desk return`: a month of all units goes to the desk above, as a branch's goes to this one.

use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::json;

use super::open::{load, open};
use super::packages::package;
use crate::cmd::change::tables;
use crate::cmd::env::Env;
use crate::cmd::told::days;
use crate::desk::{Desk, Upward};
use crate::error::{Failure, Result};
use crate::package::{self, DESCRIPTION};
use crate::record::{Json, Month, SCHEMA};
use crate::render::{self, Described, Headings};
use crate::rulebook::COUNTS;
use crate::seal;
use crate::store;
use crate::words::{self, Lang};

/// Returning a month of all units.
#[derive(Args)]
pub struct Return {
    /// Month: `2026-10`, `last-month`
    month: String,
    /// Folder to write into, or file, which ends in .zip [default: this folder]
    #[arg(long, value_name = "PATH")]
    to: Option<PathBuf>,
}

/// Runs the command.
///
/// # Errors
/// A month of which nothing was taken.
pub(super) fn run(env: &Env, args: &Return) -> Result<()> {
    let period = env.period(&args.month)?;
    let month = Month::of(period.first);
    if period != month.period() {
        return Err(Failure::usage(words::not_a_month(period)).cure(words::cure_not_a_month()).into());
    }
    days::has_come(env, period)?;
    let store = open(env)?;
    let desk = load(&store)?;
    let units: Vec<_> = desk.units.leaves().filter(|unit| unit.hands_in(month, desk.since())).collect();
    let mut sums = Upward::new(units.len());
    let mut is_whole = true;
    for unit in units {
        match package(&store, &desk, unit, month)? {
            Ok(package) => sums.add(&package),
            Err(fact) => {
                fact.iter().for_each(|fact| env.ui.warn(fact));
                is_whole = false;
            }
        }
    }
    if sums.there == 0 {
        return Err(Failure::refused(words::desk_has_nothing(month)).into());
    }
    let table = sums.measures(month);
    let made = [(table.clone(), tables::bytes(&table))];
    let description = render::datapackage(&Described {
        name: &desk.settings.name,
        month,
        lang: Lang::En,
        headings: Headings::Id,
        tables: &made,
        notes: &[],
        about: &about(env, &desk, month, &sums, is_whole),
    });
    let [(_, bytes)] = made;
    let packed = package::pack(&[(tables::file(&table), bytes), (DESCRIPTION.to_owned(), description.into_bytes())]);
    let name = format!("{}-{month}-{COUNTS}.zip", desk.settings.id.value);
    let path = match &args.to {
        Some(file) if file.extension().is_some_and(|end| end.eq_ignore_ascii_case("zip")) => file.clone(),
        Some(folder) => folder.join(name),
        None => PathBuf::from(name),
    };
    let shown = words::shown(&path.display().to_string());
    if env.global.dry_run {
        env.ui.say(&words::would_write(shown));
        return Ok(());
    }
    let (folder, name) = (path.parent().unwrap_or(Path::new("")), path.file_name().unwrap_or_default());
    store::export(&env.path(folder), &[(name.to_string_lossy().into_owned(), packed)])?;
    env.ui.say(&words::desk_returned(month, sums.there, sums.of, shown));
    Ok(())
}

/// What the package says of itself: it is sealed where every unit's is, by a code made of theirs.
fn about(env: &Env, desk: &Desk, month: Month, sums: &Upward, is_whole: bool) -> Json {
    let code = sums.seals.as_ref().filter(|_| is_whole).map(|seals| seal::code(seals));
    json!({
        "branch": { "id": desk.settings.id.value.to_string(), "name": desk.settings.name },
        "period": month.to_string(),
        "as_of": env.today.to_string(),
        "edition": COUNTS,
        "schema": SCHEMA,
        "program": env!("CARGO_PKG_VERSION"),
        "rules": sums.rules,
        "units": { "there": sums.there, "of": sums.of },
        "seal": code.map(|code| json!({ "date": env.today.to_string(), "code": code, "amended": [] })),
    })
}
