//! `zhibu seal`: a month is closed.

use clap::Args;

use super::anew;
use crate::branch::{Branch, Change, What, seal_path};
use crate::cmd::change::Decision;
use crate::cmd::change::tables;
use crate::cmd::env::Env;
use crate::cmd::told::days;
use crate::cmd::told::findings::findings;
use crate::error::{Failure, Fault, Result, Severity};
use crate::git::Git;
use crate::reckon::scored_periods;
use crate::record::{Day, MemberId, Month, Period, Value, write_pairs};
use crate::seal::{self, Made, Months};
use crate::store::{Query, Store};
use crate::words::{self, Lang, Text};

/// Closing a month.
#[derive(Args)]
pub struct Seal {
    /// The month: `2026-10`, `last-month`; with --amend any period, of which the months are sealed anew that are not as they were
    month: String,
    /// Who closes it
    #[arg(long, value_name = "WHO")]
    by: Option<String>,
}

/// Runs the command.
///
/// # Errors
/// A month that cannot be closed yet, with every reason.
pub(in crate::cmd) fn run(env: &Env, args: &Seal) -> Result<()> {
    let period = env.period(&args.month)?;
    if env.global.amend.is_some() {
        return anew::anew(env, period);
    }
    let month = one_month(period)?;
    if month.last() >= env.today {
        return Err(Failure::refused(words::month_not_over(month, month.last())).into());
    }
    // A list of points stands in the file of the last month of its period, which is a year at the longest.
    let year = Period { first: month.first(), last: Period::year_of(month.first()).last };
    env.change(&Query::everything().and(Query::sealed(year)), |branch, store| {
        if let Some(seal) = branch.seals.get(&month) {
            let fact = words::sealed_already(month, seal.date.value, seal::code(&seal.source.text));
            return Err(Failure::refused(fact).cure(words::cure_sealed_already(month)).into());
        }
        days::was_kept(branch, month.period())?;
        let by = args.by.as_deref().map(|by| branch.find_member(by, env.today)).transpose()?;
        let months = Months::of(branch, month.period());
        let made = months.made(month, month.last().plus(1));
        let mut reasons = unclosed(env, branch, month);
        reasons.extend(wrong(env, store, &months, month)?);
        reasons.extend(uncommitted(env, store, branch, &made));
        if !reasons.is_empty() {
            return Err(Failure::of(reasons).into());
        }
        let tables = tables::digests(store, month, env.today)?;
        let text = text(env.file_lang(branch), month, env.today, by.map(|(id, _)| id), &made, &tables);
        let subject = words::sealed(month, seal::code(&text));
        let said = words::with_files(&subject, made.files.len());
        Ok(Decision { change: Change::new(subject, seal_path(month), What::Create(text)), said })
    })
}

/// The month a period is.
///
/// # Errors
/// A period that is none.
pub(in crate::cmd) fn one_month(period: Period) -> Result<Month> {
    let month = Month::of(period.first);
    match month.period() == period {
        true => Ok(month),
        false => Err(Failure::usage(words::one_month_needed(period)).into()),
    }
}

/// Why the points of a month are not settled: its scored period is not closed, or somebody waits for an answer.
fn unclosed(env: &Env, branch: &Branch, month: Month) -> Vec<Fault> {
    let refused = |fact: Text| Fault::new("refused", fact);
    let mut reasons = Vec::new();
    for scored in scored_periods(branch, month.period()) {
        let posting = branch.posting(scored.days).map(|(_, _, posting)| posting);
        reasons.extend(match posting {
            _ if scored.days.last >= env.today => {
                Some(refused(words::seal_period_not_over(scored.days, scored.days.last)))
            }
            None => Some(refused(words::not_posted(scored.days)).cure(words::cure_not_posted(scored.days))),
            Some(posting) if posting.closed.is_none() => {
                Some(refused(words::seal_not_closed(scored.days)).cure(words::cure_seal_not_closed(scored.days)))
            }
            Some(_) => None,
        });
    }
    let open = branch.objections().map(|(_, _, objection)| objection);
    let open: Vec<_> = open
        .filter(|objection| objection.is_open() && objection.period.value.meets(month.period()))
        .map(|objection| words::name_and_id(branch.name(&objection.member), objection.id.as_str()))
        .collect();
    if !open.is_empty() {
        reasons.push(refused(words::objections_open(month, Text::list(open))).cure(words::cure_objections_open()));
    }
    reasons
}

/// What contradicts itself in the records of a month, but for what an earlier seal finds in them.
fn wrong(env: &Env, store: &Store, months: &Months<'_>, month: Month) -> Result<Vec<Fault>> {
    let (_, found) = findings(env, store)?;
    let concerns = |finding: &Fault| {
        let place = finding.place.as_ref();
        place.is_some_and(|place| months.concerns(month, month.last().plus(1), &place.file, place.line))
    };
    let errors = found.open.into_iter().filter(|finding| finding.severity == Severity::Error);
    Ok(errors.filter(|finding| finding.code != "seal-broken" && concerns(finding)).collect())
}

/// Files that git does not have as they are, where git keeps the records: it could prove nothing of them.
fn uncommitted(env: &Env, store: &Store, branch: &Branch, made: &Made) -> Option<Fault> {
    if env.global.no_commit || !branch.settings.commits() {
        return None;
    }
    let paths: Vec<_> = made.files.keys().cloned().collect();
    let files = Git::find(store.root()).ok()?.uncommitted_of(&paths);
    let told = Text::list(files.iter().map(|path| Text::same(path.to_string())));
    let fault = Fault::new("refused", words::seal_not_committed(told));
    (!files.is_empty()).then(|| fault.cure(words::cure_seal_not_committed()))
}

/// The file of a seal.
fn text(lang: Lang, month: Month, day: Day, by: Option<&MemberId>, made: &Made, tables: &[(String, String)]) -> String {
    let mut pairs = vec![("date", Value::Day(day)), ("known", Value::Day(month.last()))];
    pairs.extend(by.map(|by| ("by", Value::text(by))));
    pairs.push(("program", Value::text(env!("CARGO_PKG_VERSION"))));
    pairs.extend(tables::pairs(made, tables));
    format!("{}\n{}", words::comment_seal(month).get(lang), write_pairs(&pairs))
}
