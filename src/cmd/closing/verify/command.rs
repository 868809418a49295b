//! `zhibu verify`: closed months are proven to be as they were.

use clap::Args;

use super::differing::differing;
use super::explain::Looking;
use super::looked::Looked;
use crate::cmd::closing::seal::one_month;
use crate::cmd::closing::versions::{Versions, removed_in};
use crate::cmd::env::Env;
use crate::cmd::past::commits::NoPast;
use crate::cmd::typed::inside;
use crate::error::{Failure, Fault, Result};
use crate::git::Logged;
use crate::record::{Month, Period};
use crate::report::{self, Verified};
use crate::seal::{self, Months};
use crate::store::{Query, Store};
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
    let versions = Versions::of(&store).map_err(NoPast::told);
    let meant = |month: &Month| periods.is_empty() || periods.iter().any(|period| period.meets(month.period()));
    let sealed: Vec<_> = store.sealed_months()?.into_iter().filter(meant).collect();
    let removed = versions.as_ref().map(|versions| versions.removed(&store)).unwrap_or_default();
    let removed: Vec<_> = removed.into_iter().filter(|(month, _)| meant(month)).collect();
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
        // All that can be read: a line in the file of another month counts for this one, as `check` has it.
        let survey = store.survey()?;
        // What cannot be read hinders nobody where it is of other months.
        if !survey.loaded.faults.is_empty() || !survey.loaded.branch.rules.figure_faults().is_empty() {
            store.load(&Query::sealed(days))?;
        }
        let branch = &survey.loaded.branch;
        let months = Months::of(branch, days);
        let (months, digests, versions) = (&months, &survey.digests, versions.as_ref());
        let looking = Looking { store: &store, branch, months, digests, versions };
        let seals = branch.seals.iter().filter(|(month, _)| sealed.contains(month));
        for (month, seal) in seals {
            let mut looked = looking.at(*month, seal);
            if looked.broken.is_empty() && env.global.format == Format::Text {
                looked.differing = differing(&looking, *month, seal)?;
            }
            found.push(looked);
        }
    }
    found.sort_by_key(|looked| looked.verified.month);
    tell(env, &found)
}

/// Tells what was found.
fn tell(env: &Env, found: &[Looked]) -> Result<u8> {
    let count = |verdict: &str| found.iter().filter(|looked| looked.verified.verdict == verdict).count();
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
        found.iter().flat_map(|looked| &looked.differing).for_each(|line| env.ui.say(line));
    }
    let (broken, unproven) = (count("broken"), count("unproven"));
    env.ui.say(&match (found.len(), broken, unproven) {
        (0, ..) => words::none_sealed(),
        (all, 0, 0) => words::all_verified(months_of(all)),
        (all, 0, unproven) => words::some_unproven(unproven, months_of(all)),
        (all, broken, _) => words::some_broken(broken, months_of(all)),
    });
    let mut unproven: Vec<_> = found.iter().filter_map(|looked| looked.unproven.as_ref()).collect();
    unproven.dedup();
    for (why, cure) in unproven {
        env.ui.warn(&words::seal_unproven(why));
        cure.iter().for_each(|cure| env.ui.help(cure));
    }
    for looked in found.iter().filter(|looked| !looked.broken.is_empty()) {
        let mended = looked.broken.iter().filter_map(|(fault, _)| fault.cure.clone());
        let right = looked.broken.iter().any(|(fault, _)| fault.cure.is_none());
        let right = right.then(|| words::cure_changed(looked.verified.month));
        mended.chain(right).for_each(|cure| env.ui.help(&cure));
    }
    Ok(u8::from(found.iter().any(|looked| ["broken", "unproven"].contains(&looked.verified.verdict))))
}

/// So many months.
fn months_of(number: usize) -> Text {
    words::count(number, "个月", "month", "months")
}

/// Prints what a file says of a month.
fn held(env: &Env, store: &Store, periods: &[Period], typed: &str) -> Result<()> {
    let [period] = periods else { return Err(Failure::usage(words::held_needs_month()).into()) };
    let month = one_month(*period)?;
    let path = inside(env, store, typed)?;
    let none = || Failure::usage(words::holds_no_month(words::shown(typed)));
    let path = path.ok_or_else(none)?;
    let seal = store.load(&Query::roll().seals(*period))?.seals.remove(&month);
    let day = seal.map_or(month.last().plus(1), |seal| seal.known());
    let source = store.read(&path)?.ok_or_else(none)?;
    env.ui.answer(&seal::says(&path, &source.text, month, day).ok_or_else(none)?)
}

/// A month whose seal was removed.
fn gone(month: Month, commit: &Logged) -> Looked {
    let fault = removed_in(month, commit);
    let verified = Verified {
        month,
        date: None,
        by: None,
        code: None,
        amended: 0,
        verdict: "broken",
        commit: Some(commit.short().to_owned()),
        details: vec![fault.fact.clone()],
    };
    Looked { verified, broken: vec![(fault, vec![])], unproven: None, differing: vec![] }
}
