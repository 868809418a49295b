//! `zhibu return`: a month goes to the superior as one file, and such a file is proven.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use super::about::about;
use super::edition::{self, Receipt};
use crate::branch::{Branch, Filed, seal_path};
use crate::cmd::change::tables;
use crate::cmd::env::Env;
use crate::cmd::told::days;
use crate::error::{Failure, Result};
use crate::package::{self, DESCRIPTION, Proof, SEAL, State};
use crate::record::{Month, Seal, sha256};
use crate::render::{self, Described, Headings};
use crate::report::{Cell, ColumnKind, MonthTable, Table};
use crate::rulebook::{COUNTS, Edition, FULL};
use crate::seal::Months;
use crate::store::{self, Query, Store};
use crate::words::{self, Lang, Text};

/// The most bytes of a file that is proven.
const LIMIT: u64 = 64 * 1024 * 1024;

/// Returning a month, or proving what was returned.
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Return {
    /// The month: `2026-10`, `last-month`
    #[arg(required = true)]
    month: Option<String>,
    /// How much of it: `counts`, `full`, or an edition of `rules/editions.toml` such as `masked`
    #[arg(short, long, default_value = COUNTS, value_name = "EDITION")]
    edition: String,
    /// The folder to write into, or the file, which ends in .zip; this folder where it is not said
    #[arg(long, value_name = "PATH")]
    to: Option<PathBuf>,
    /// Who gets it: noted in exports.toml; the superior where it is not said
    #[arg(long = "for", value_name = "WHOM")]
    whom: Option<String>,
    /// What is done with a return
    #[command(subcommand)]
    command: Option<Verb>,
}

/// What is done with a return.
#[derive(Subcommand)]
enum Verb {
    /// Prove a return without the records it came from
    Verify(Verify),
}

/// Proving a return.
#[derive(Args)]
struct Verify {
    /// The file
    file: PathBuf,
}

/// Runs the command; its exit code tells whether a return is not what it says.
///
/// # Errors
/// A month that has not begun, lies before the records begin, or is not as it was sealed, or a file that is no return.
pub(in crate::cmd) fn run(env: &Env, args: &Return) -> Result<u8> {
    match &args.command {
        Some(Verb::Verify(args)) => verify(env, args),
        None => send(env, args).map(|()| 0),
    }
}

fn send(env: &Env, args: &Return) -> Result<()> {
    let period = env.period(args.month.as_deref().unwrap_or_default())?;
    let month = Month::of(period.first);
    if period != month.period() {
        return Err(Failure::usage(words::not_a_month(period)).cure(words::cure_not_a_month()).into());
    }
    days::has_come(env, period)?;
    let store = env.store()?;
    let sealed = sealed(&store, month)?;
    // What is sealed is returned as it was when it was sealed or amended.
    let day = sealed.as_ref().map_or(env.today, |seal| seal.last_made());
    let mut branch = store.load(&tables::query(&MonthTable::asked(None), period, day).editions().seals(period))?;
    days::was_kept(&branch, period)?;
    if days::is_empty(&branch, period) {
        days::tell_empty(env, &branch, period);
    }
    let edition = edition::find(&branch, &args.edition)?;
    let names = edition::tables(&branch, edition.as_ref(), None, day)?;
    let mask = edition.as_ref().filter(|edition| edition.is_masked()).map(|_| branch.mask(period.last));
    let table = |name: &MonthTable| {
        let table = edition::given(*name, name.table(&branch, period, day), edition.as_ref(), mask.as_ref());
        let bytes = tables::bytes(&table);
        (table, bytes)
    };
    let made: Vec<_> = names.iter().map(table).collect();
    let description = render::datapackage(&Described {
        name: &branch.settings.name,
        month,
        lang: Lang::En,
        headings: Headings::Id,
        tables: &made,
        notes: &[],
        about: &about(&store, &branch, month, edition.as_ref(), Some(day))?,
    });
    let is_full = edition.is_none();
    let mut files: Vec<_> = made.into_iter().map(|(table, bytes)| (tables::file(&table), bytes)).collect();
    files.push((DESCRIPTION.to_owned(), description.into_bytes()));
    // It names the files of people: it goes only where the people go.
    if let (true, Some(seal)) = (is_full, &sealed) {
        files.push((SEAL.to_owned(), seal.source.text.as_bytes().to_vec()));
    }
    let bytes = package::pack(&files);
    let path = args.path(&branch, month, edition.as_ref());
    if env.global.dry_run {
        env.ui.say(&words::would_write(path.display().to_string()));
        return Ok(());
    }
    let (folder, name) = (path.parent().unwrap_or(Path::new("")), path.file_name().unwrap_or_default());
    let (path, folder) = (env.path_out(&path)?, env.path_out(folder)?);
    store::export(&folder, &[(name.to_string_lossy().into_owned(), bytes.clone())])?;
    env.ui.say(&words::returned(month, path.display().to_string()));
    if sealed.is_none() {
        env.ui.warn(&words::returned_open(month));
    }
    if branch.settings.id.is_none() {
        env.ui.warn(&words::returned_without_id());
    }
    let whom = words::the_superior().get(env.file_lang(&branch)).to_owned();
    let receipt = Receipt {
        to: args.whom.as_deref().unwrap_or(&whom),
        month,
        edition: &args.edition,
        table: None,
        note: None,
        by: None,
    };
    edition::note(env, &receipt, sha256(&bytes))
}

impl Return {
    /// The file to write.
    fn path(&self, branch: &Branch, month: Month, edition: Option<&Edition>) -> PathBuf {
        let id = branch.settings.id.as_ref().map_or("return", |id| id.as_str());
        let name = format!("{id}-{month}-{}.zip", edition.map_or(FULL, Edition::key));
        match &self.to {
            Some(file) if file.extension().is_some_and(|end| end.eq_ignore_ascii_case("zip")) => file.clone(),
            Some(folder) => folder.join(name),
            None => PathBuf::from(name),
        }
    }
}

/// The seal of a month, where there is one.
///
/// # Errors
/// A month that is not as its seal says.
fn sealed(store: &Store, month: Month) -> Result<Option<Filed<Seal>>> {
    if !store.sealed_months()?.contains(&month) {
        return Ok(None);
    }
    let mut branch = store.load(&Query::sealed(month.period()))?;
    let Some(seal) = branch.seals.remove(&month) else { return Ok(None) };
    let breaks = Months::of(&branch, month.period()).breaks(month, &seal);
    if !breaks.is_empty() {
        let fact = words::return_of_broken(month, seal_path(month));
        return Err(Failure::refused(fact).cure(words::cure_return_of_broken(month)).into());
    }
    Ok(Some(seal))
}

fn verify(env: &Env, args: &Verify) -> Result<u8> {
    let path = env.path(&args.file);
    let bytes = store::read_bytes_outside(&path, LIMIT)?;
    let (about, proofs) = package::prove(&package::files(&bytes)?)?;
    let id = about.branch.as_deref().map_or_else(words::none_given, |id| Text::same(words::shown(id)));
    let whose = words::return_of(words::shown(&about.name), id, about.month, words::shown(&about.edition));
    env.ui.say(&whose);
    let columns =
        [("doctor_item", ColumnKind::Text), ("doctor_state", ColumnKind::Text), ("doctor_found", ColumnKind::Text)];
    let row = |proof: &Proof| {
        let state = Cell::code(proof.state.id(), words::proof_state(proof.state.id()));
        vec![proof.item.clone().into(), state, proof.found.clone().into()]
    };
    env.ui.table(&Table::new("proof", &columns, proofs.iter().map(row).collect()))?;
    Ok(u8::from(proofs.iter().any(|proof| proof.state == State::Broken)))
}
