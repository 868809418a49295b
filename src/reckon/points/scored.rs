//! The periods that are scored, each under its scheme.

use crate::branch::Branch;
use crate::record::{Day, Period, Rounding, Score};
use crate::rulebook::Scheme;

/// A scored period, as far as there is a scheme for it. Where one scheme takes over from another of the same sort in
/// the middle, it is still one period.
#[derive(Clone, Copy, Debug)]
pub struct Scored<'a> {
    /// Its days, those to come too.
    pub days: Period,
    /// The scheme of its last day, by which the whole of it is judged.
    pub scheme: &'a Scheme,
}

/// Which of some scored periods, in order, a day lies in.
pub(super) fn position(scored: &[Scored<'_>], day: Day) -> Option<usize> {
    let at = scored.partition_point(|scored| scored.days.last < day);
    scored.get(at).filter(|scored| scored.days.contains(day)).map(|_| at)
}

/// An exact share as it counts on a day: as the scheme of its scored period says, in half points on a day of none.
pub(super) fn share(scored: &[Scored<'_>], exact: Score, day: Day, way: Rounding) -> Score {
    position(scored, day).map_or(exact.rounded(Score::HALF, way), |at| scored[at].scheme.share(exact, way))
}

/// The scored periods that touch some days, in order. The first of them may have begun before those days, and the last
/// may end after them.
pub fn scored_periods(branch: &Branch, within: Period) -> Vec<Scored<'_>> {
    let mut schemes: Vec<_> = branch.rules.schemes().collect();
    schemes.sort_by_key(|scheme| scheme.from.value);
    let mut periods: Vec<Scored<'_>> = Vec::new();
    for (at, scheme) in schemes.iter().enumerate() {
        let Some(looked) = held(scheme).and_then(|held| held.common(within)) else { continue };
        let mut day = looked.first;
        loop {
            let scored = around(&schemes, at, day);
            if periods.last().is_none_or(|before| before.days.last < scored.days.first) {
                periods.push(scored);
            }
            let whole = scheme.period.around(day);
            if whole.last >= looked.last {
                break;
            }
            day = whole.last.plus(1);
        }
    }
    periods
}

/// The days on which a scheme holds.
fn held(scheme: &Scheme) -> Option<Period> {
    Period::new(scheme.from.value, scheme.until.as_ref().map_or(Day::LAST, |until| until.value))
}

/// The scored period of a scheme around a day, with those parts of it that stand under schemes of the same sort.
fn around<'a>(schemes: &[&'a Scheme], at: usize, day: Day) -> Scored<'a> {
    let whole = schemes[at].period.around(day);
    let goes_on = |at: usize| {
        let next = schemes.get(at + 1);
        next.is_some_and(|next| next.period == schemes[at].period && schemes[at].holds(next.from.value.minus(1)))
    };
    let (mut first, mut last) = (at, at);
    while first > 0 && whole.first < schemes[first].from.value && goes_on(first - 1) {
        first -= 1;
    }
    while held(schemes[last]).is_some_and(|held| held.last < whole.last) && goes_on(last) {
        last += 1;
    }
    let begun = schemes[first].from.value.max(whole.first);
    let ended = held(schemes[last]).map_or(whole.last, |held| held.last.min(whole.last));
    Scored { days: Period { first: begun, last: ended }, scheme: schemes[last] }
}
