//! `zhibu verify`: closed months are proven to be as they were.

use std::collections::BTreeSet;

use clap::Args;

use super::explain::Looking;
use super::looked::{Looked, newest_first};
use crate::branch::{FileKind, seal_path};
use crate::cmd::change::tables;
use crate::cmd::closing::seal::one_month;
use crate::cmd::env::Env;
use crate::cmd::typed::inside;
use crate::error::{Failure, Fault, Result};
use crate::git::{Git, Logged};
use crate::record::{Month, Period, Seal, read};
use crate::report::{self, Verified};
use crate::seal::{self, Months};
use crate::store::{Store, Want};
use crate::ui::Format;
use crate::words::{self, Text};

/// Proving closed months.
#[derive(Args)]
pub struct Verify {
    /// The months, or periods of which all closed months are meant; all there are where none is said
    #[arg(value_name = "MONTH")]
    months: Vec<String>,
    /// Print what a file says of the month: the text of which the seal has the digest
    #[arg(long, value_name = "FILE")]
    held: Option<String>,
}

/// Runs the command; its exit code tells whether a month is not as it was.
///
/// # Errors
/// A month that is not closed, or records that cannot be read.
pub(in crate::cmd) fn run(env: &Env, args: &Verify) -> Result<u8> {
    let store = env.store()?;
    let periods = args.months.iter().map(|typed| env.period(typed)).collect::<Result<Vec<_>>>()?;
    let git = Git::find(store.root()).ok();
    let commits = git.as_ref().map(|git| newest_first(git, None, "seals")).unwrap_or_default();
    let meant = |month: &Month| periods.is_empty() || periods.iter().any(|period| period.meets(month.period()));
    let sealed: Vec<_> = store.sealed_months()?.into_iter().filter(meant).collect();
    let removed: Vec<_> = removed(&store, &commits).into_iter().filter(|(month, _)| meant(month)).collect();
    let known = |period: &Period| {
        let mut all = sealed.iter().chain(removed.iter().map(|(month, _)| month));
        all.any(|month| period.meets(month.period()))
    };
    if let Some(period) = periods.iter().find(|period| !known(period)) {
        let month = Month::of(period.first);
        return Err(Failure::refused(words::not_sealed(*period)).cure(words::cure_not_sealed(month)).into());
    }
    if let Some(path) = &args.held {
        return held(env, &store, &periods, path).map(|()| 0);
    }
    let mut found: Vec<Looked> = removed.iter().map(|(month, commit)| gone(*month, commit)).collect();
    if let (Some(first), Some(last)) = (sealed.first(), sealed.last()) {
        let days = Period::months(*first, *last).unwrap_or(first.period());
        let branch = store.load(&Want::sealed(days))?;
        let months = Months::of(&branch, days);
        let looking = Looking { store: &store, branch: &branch, months: &months, git: git.as_ref(), commits: &commits };
        let seals = branch.seals.iter().filter(|(month, _)| sealed.contains(month));
        found.extend(seals.map(|(month, seal)| looking.at(*month, seal)));
    }
    found.sort_by_key(|looked| looked.verified.month);
    tell(env, &store, &found)
}

/// Tells what was found.
fn tell(env: &Env, store: &Store, found: &[Looked]) -> Result<u8> {
    let broken = found.iter().filter(|looked| !looked.broken.is_empty()).count();
    let months: Vec<_> = found.iter().map(|looked| looked.verified.clone()).collect();
    if env.global.format != Format::Text {
        env.ui.table(&report::verified(&months))?;
    } else {
        let brief = |one: Verified| Verified { details: vec![], ..one };
        env.ui.table(&report::verified(&months.into_iter().map(brief).collect::<Vec<_>>()))?;
        for looked in found {
            let line = |text: &Text, indent: &str| {
                env.ui.answer(&format!("{indent}{}\n", words::harmless(text.get(env.ui.lang()))))
            };
            let amendments = looked.verified.details.iter().take(looked.verified.amended);
            amendments.into_iter().try_for_each(|amendment| line(amendment, ""))?;
            for (fault, details) in &looked.broken {
                env.ui.finding(&Fault { cure: None, ..fault.clone() }, None)?;
                details.iter().try_for_each(|detail| line(detail, "  "))?;
            }
        }
        for looked in found.iter().filter(|looked| looked.broken.is_empty()) {
            differing(env, store, looked)?;
        }
    }
    env.ui.say(&match (found.len(), broken) {
        (0, _) => words::none_sealed(),
        (all, 0) => words::all_verified(months_of(all)),
        (all, broken) => words::some_broken(broken, months_of(all)),
    });
    for looked in found.iter().filter(|looked| !looked.broken.is_empty()) {
        let mended = looked.broken.iter().filter_map(|(fault, _)| fault.cure.clone());
        let right = looked.broken.iter().any(|(fault, _)| fault.cure.is_none());
        let right = right.then(|| words::cure_changed(looked.verified.month));
        mended.chain(right).for_each(|cure| env.ui.help(&cure));
    }
    Ok(u8::from(broken > 0))
}

/// So many months.
fn months_of(number: usize) -> Text {
    words::count(number, "个月", "month", "months")
}

/// Says which tables would be exported otherwise now, though the records of the month are as they were.
fn differing(env: &Env, store: &Store, looked: &Looked) -> Result<()> {
    let month = looked.verified.month;
    let Some(source) = store.read(&seal_path(month))? else { return Ok(()) };
    let Some(seal) = read::<Seal>(&source).record else { return Ok(()) };
    let day = seal.amended.iter().map(|one| one.date.value).max().unwrap_or(seal.date.value);
    let now = tables::digests(store, month, day)?;
    let differs = |(name, digest): &&(String, String)| {
        seal.tables.iter().any(|table| table.table == *name && table.sha256 != *digest)
    };
    let tables: Vec<_> = now.iter().filter(differs).map(|(name, _)| Text::same(name.as_str())).collect();
    if !tables.is_empty() {
        env.ui.say(&words::tables_differ(month, Text::list(tables)));
    }
    Ok(())
}

/// Prints what a file says of a month.
fn held(env: &Env, store: &Store, periods: &[Period], typed: &str) -> Result<()> {
    let [period] = periods else { return Err(Failure::usage(words::held_needs_month()).into()) };
    let month = one_month(*period)?;
    let path = inside(env, store, typed)?;
    let none = || Failure::usage(words::holds_no_month(words::shown(typed)));
    let path = path.ok_or_else(none)?;
    let seal = store.load(&Want::roll().seals(*period))?.seals.remove(&month);
    let day = seal.map_or(env.today, |seal| seal.date.value);
    let source = store.read(&path)?.ok_or_else(none)?;
    env.ui.answer(&seal::says(&path, &source.text, month, day).ok_or_else(none)?)
}

/// The months whose seals git knows and that have none any more, with the last commit that had it.
fn removed<'a>(store: &Store, commits: &'a [Logged]) -> Vec<(Month, &'a Logged)> {
    let mut seen = BTreeSet::new();
    let mut removed = Vec::new();
    for commit in commits {
        for path in commit.files.iter().map(|file| &file.path).filter(|path| seen.insert((*path).clone())) {
            if let Some(FileKind::Seal(month)) = FileKind::of(path).filter(|_| !store.is_there(path)) {
                let with = commits.iter().filter(|one| one.touches(path)).nth(1);
                removed.push((month, with.unwrap_or(commit)));
            }
        }
    }
    removed
}

/// A month whose seal was removed.
fn gone(month: Month, commit: &Logged) -> Looked {
    let path = seal_path(month);
    let fact = words::seal_removed(month);
    let fault = Fault::of_file("seal-broken", &path, fact.clone());
    let fault = fault.cure(words::cure_seal_removed(commit.short(), &path));
    let verified = Verified {
        month,
        date: None,
        by: None,
        code: None,
        amended: 0,
        verdict: "broken",
        commit: Some(commit.short().to_owned()),
        details: vec![fact],
    };
    Looked { verified, broken: vec![(fault, vec![])] }
}
