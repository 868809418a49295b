//! Lists that were posted, and that a change of the past makes untrue.

use crate::branch::Change;
use crate::cmd::env::Env;
use crate::reckon::{is_outdated, reckon};
use crate::record::{Day, Month, Period, Posting};
use crate::seal;
use crate::store::{Query, Store};
use crate::words::{self, Text};

/// The first day whose points a change that is not written yet may change; none for a change of this month, since only
/// what is over can have been posted.
pub(in crate::cmd) fn since(env: &Env, store: &Store, change: &Change) -> Option<Day> {
    let this_month = Month::of(env.today);
    let of_past = |month: Option<Month>, else_is: bool| month.map_or(else_is, |month| month < this_month);
    let mut paths = change.files.iter().map(|file| &file.path);
    if !paths.any(|path| of_past(seal::month_of(path), seal::makes_months(path))) {
        return None;
    }
    let planned = store.preview(change).ok()?;
    let since = planned.iter().filter_map(|one| seal::since(&one.path, one.old.as_deref(), one.new.as_deref())).min();
    since.filter(|day| Month::of(*day) < this_month)
}

/// Says which lists no longer hold after a change that reaches back to a day. Nothing is said where the points cannot be
/// reckoned, which `check` tells.
pub(in crate::cmd) fn tell(env: &Env, store: &Store, since: Day) {
    let Some(days) = Period::new(since, env.today) else { return };
    let Ok(branch) = store.load(&Query::roll().points(days)) else { return };
    let reaches = |posting: &Posting| days.first <= posting.period.value.last;
    let posted = branch.postings().map(|(_, _, posting)| posting).filter(|posting| reaches(posting));
    let Some(all) = posted
        .map(|posting| posting.period.value)
        .reduce(|one, other| Period { first: one.first.min(other.first), last: one.last.max(other.last) })
    else {
        return;
    };
    let Ok(branch) = store.load(&Query::roll().scored(all)) else { return };
    let accounts = reckon(&branch, all, all.last);
    let outdated = branch.postings().map(|(_, _, posting)| posting);
    let outdated = outdated.filter(|posting| reaches(posting) && is_outdated(&branch, &accounts, posting));
    let (closed, open): (Vec<_>, Vec<_>) = outdated.partition(|posting| posting.closed.is_some());
    for (postings, said) in
        [(closed, words::closed_outdated as fn(Text) -> Text), (open, words::posted_outdated as fn(Text) -> Text)]
    {
        if let Some(first) = postings.first() {
            let periods = postings.iter().map(|posting| Text::same(posting.period.value.to_string()));
            env.ui.warn(&said(Text::list(periods)));
            env.ui.help(&words::cure_posted_already(first.period.value));
        }
    }
}
