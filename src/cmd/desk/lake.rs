//! `zhibu desk lake`: what was taken as a few large tables, for engines that read many rows fast and many files slowly.

use std::path::{Path, PathBuf};

use clap::Args;

use super::open::{load, open};
use super::packages::package;
use crate::cmd::env::Env;
use crate::desk::{self, Desk, Package, Unit};
use crate::error::Result;
use crate::record::{Month, Period};
use crate::render::{self, Headings, LakeFile};
use crate::report::Table;
use crate::store::{self, Store};
use crate::words::{self, Lang};

/// Writing the tables.
#[derive(Args)]
pub struct Lake {
    /// Folder to write into
    #[arg(short, long, value_name = "DIR")]
    out: PathBuf,
}

/// Runs the command.
///
/// # Errors
/// Whatever is wrong with the desk.
pub(super) fn run(env: &Env, args: &Lake) -> Result<()> {
    let store = open(env)?;
    let desk = load(&store)?;
    let folder = env.path(&args.out);
    let shown = words::shown(&args.out.display().to_string());
    let last = Month::of(env.today);
    let years = desk.since().year()..=last.year();
    if env.global.dry_run {
        env.ui.say(&words::would_write(shown));
        return Ok(());
    }
    let mut units: Vec<_> = desk.units.leaves().collect();
    units.sort_by(|one, other| one.id.cmp(&other.id));
    let mut files = vec![write(&folder, "units.csv", &desk::lake_units(&desk), std::iter::empty())?];
    let mut returns = 0;
    for year in years {
        let Some(months) = Period::year(year) else { continue };
        let months: Vec<_> = months.each_month().filter(|month| *month <= last).collect();
        let each = |tell: bool| packages(env, &store, &desk, &units, &months, tell);
        let rows = each(true).map(|package| {
            returns += 1;
            let package = package?;
            let taken = desk.latest(&package.unit.id, package.month, None);
            Ok(desk::lake_packages(taken.map(|taken| (&package, taken))))
        });
        files.push(write(&folder, &format!("packages-{year}.csv"), &desk::lake_packages(None), rows)?);
        let rows = each(false).map(|package| Ok(desk::lake_measures(Some(&package?))));
        files.push(write(&folder, &format!("measures-{year}.csv"), &desk::lake_measures(None), rows)?);
    }
    let description = render::lake(&desk.settings.name, &files);
    store::export(&folder, &[("datapackage.json".to_owned(), description.into_bytes())])?;
    env.ui.say(&words::wrote_lake(words::returns(returns), files.len() + 1, shown));
    Ok(())
}

/// The packages of some months, unit by unit, each read when it is asked for.
fn packages<'d>(
    env: &'d Env,
    store: &'d Store,
    desk: &'d Desk,
    units: &'d [&'d Unit],
    months: &'d [Month],
    tell: bool,
) -> impl Iterator<Item = Result<Package<'d>>> {
    let pairs = units.iter().flat_map(move |unit| months.iter().map(move |month| (*unit, *month)));
    pairs.filter_map(move |(unit, month)| match package(store, desk, unit, month) {
        Ok(Ok(package)) => Some(Ok(package)),
        Ok(Err(fact)) => {
            fact.iter().filter(|_| tell).for_each(|fact| env.ui.warn(fact));
            None
        }
        Err(error) => Some(Err(error)),
    })
}

/// Writes a table piece by piece; what was written.
fn write(folder: &Path, name: &str, head: &Table, rows: impl Iterator<Item = Result<Table>>) -> Result<LakeFile> {
    let bytes = |table: &Table| render::csv_headed(table, Lang::En, Headings::Id, false);
    let mut bare = head.clone();
    bare.rows.clear();
    let below = bytes(&bare).len();
    let rows = std::iter::once(Ok(bytes(head))).chain(rows.map(|rows| Ok(bytes(&rows?).split_off(below))));
    let path = folder.join(name);
    let bytes = store::export_pieces(&path, rows)?;
    Ok(LakeFile { table: head.clone(), name: name.to_owned(), bytes, sha256: store::sha256_outside(&path)? })
}
