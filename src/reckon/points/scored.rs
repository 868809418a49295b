//! The periods that are scored, each under its scheme.

use crate::branch::Branch;
use crate::record::{Day, Period};
use crate::rulebook::Scheme;

/// A scored period, as far as its scheme holds in it.
#[derive(Clone, Copy, Debug)]
pub struct Scored<'a> {
    /// Its days, those to come too.
    pub days: Period,
    /// The scheme.
    pub scheme: &'a Scheme,
    /// Whether the scheme takes it over in the middle from one of the same sort; it gives no second base then.
    pub taken_over: bool,
}

/// The scored periods that touch some days, in order. The first of them may have begun before those days, and the last
/// may end after them.
pub fn scored_periods(branch: &Branch, within: Period) -> Vec<Scored<'_>> {
    let mut schemes: Vec<_> = branch.rules.schemes().collect();
    schemes.sort_by_key(|scheme| scheme.from.value);
    let mut periods = Vec::new();
    for (at, scheme) in schemes.iter().enumerate() {
        let last = scheme.until.as_ref().map_or(Day::LAST, |until| until.value);
        let Some(held) = Period::new(scheme.from.value, last) else { continue };
        let Some(looked) = held.common(within) else { continue };
        let mut day = looked.first;
        while day <= looked.last {
            let whole = scheme.period.around(day);
            let before = at.checked_sub(1).map(|at| schemes[at]);
            let follows =
                |day: Day| before.is_some_and(|before| before.period == scheme.period && before.holds(day.minus(1)));
            if let Some(days) = whole.common(held) {
                let taken_over = days.first == scheme.from.value && days.first != whole.first && follows(days.first);
                periods.push(Scored { days, scheme, taken_over });
            }
            if whole.last >= looked.last {
                break;
            }
            day = whole.last.plus(1);
        }
    }
    periods
}
