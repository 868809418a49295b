//! Whose points a change of people or groups moved: a standing, a class or a group decides who is scored and who was due.

use std::collections::{BTreeMap, BTreeSet};

use crate::branch::{Branch, Change, FileKind, What};
use crate::cmd::env::Env;
use crate::reckon::{listed, reckon, scored_periods};
use crate::record::{MemberId, Period, Score};
use crate::seal;
use crate::store::{Query, Store};
use crate::words::{self, Text};

/// How many totals are told one by one.
const TOLD: usize = 6;

/// Everybody's totals by scored period.
type Totals = BTreeMap<(MemberId, Period), Score>;

/// The totals that a change which is not written yet may move.
pub(super) struct Before {
    days: Period,
    totals: Totals,
}

/// The totals before a change that is not written yet; none where it changes nobody's past.
pub(super) fn before(env: &Env, store: &Store, change: &Change) -> Option<Before> {
    let is_of_people = |file: &&crate::branch::FileChange| {
        let kind = FileKind::of(&file.path);
        matches!(kind, Some(FileKind::Member(_) | FileKind::Group(_)))
            && matches!(file.what, What::Edit(_) | What::Write(_))
    };
    change.files.iter().find(is_of_people)?;
    let planned = store.preview(change).ok()?;
    let since = planned.iter().filter_map(|one| seal::since(&one.path, one.old.as_deref(), one.new.as_deref())).min();
    let days = Period::new(since?, env.today)?;
    let branch = store.load(&Query::roll().scored(days)).ok()?;
    Some(Before { days, totals: totals(&branch, days) })
}

/// Says whose totals the change moved, now that it is written. Nothing is said where they cannot be reckoned, which
/// `check` tells.
pub(super) fn tell(env: &Env, store: &Store, before: &Before) {
    let Ok(branch) = store.load(&Query::roll().scored(before.days)) else { return };
    let after = totals(&branch, before.days);
    let all: BTreeSet<_> = before.totals.keys().chain(after.keys()).collect();
    let shown = |total: Option<&Score>| total.map_or_else(words::not_counted, |total| Text::same(total.to_string()));
    // Who is not scored and who has nothing are told apart only where there is something.
    let differs = |key: &&(MemberId, Period)| {
        let of = |totals: &Totals| totals.get(*key).copied().unwrap_or_default();
        of(&before.totals) != of(&after)
    };
    let moved = all.into_iter().filter(differs);
    let moved: Vec<_> = moved
        .map(|key| {
            let (old, new) = (before.totals.get(key), after.get(key));
            words::total_moved(branch.name(&key.0), key.1, shown(old), shown(new))
        })
        .collect();
    if !moved.is_empty() {
        let more = moved.len().saturating_sub(TOLD);
        let told = moved.into_iter().take(TOLD).chain((more > 0).then(|| words::more_moved(more)));
        env.ui.say(&words::totals_moved(Text::clauses(told)));
    }
}

/// What everybody's points come to in the scored periods that some days touch, until the last of them.
fn totals(branch: &Branch, days: Period) -> Totals {
    let scored: Vec<_> = scored_periods(branch, days).into_iter().map(|scored| scored.days).collect();
    let Some(first) = scored.first() else { return Totals::new() };
    let accounts = reckon(branch, Period { first: first.first.min(days.first), last: days.last }, days.last);
    let of_period = |period: &Period| {
        let total = |account: &crate::reckon::Account<'_>| ((account.member.clone(), *period), account.total(*period));
        listed(branch, &accounts, *period).map(total).collect::<Vec<_>>()
    };
    scored.iter().flat_map(of_period).collect()
}
