//! Which period a meeting counts for: in one pass over time, each goes to the earliest period that still lacks it and
//! takes it, and no other; one that says which period it is for goes to that one.

use crate::record::{Day, Period};
use crate::rulebook::Duty;

/// How long after the end of a period a meeting can still say that it was for it.
const MONTHS: u32 = 12;

/// A period of a duty, and the last day on which it can be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Slot {
    /// The period.
    pub(super) period: Period,
    /// The last day, its grace included.
    pub(super) until: Day,
}

/// Something that was done on a day, perhaps for a period that the record names.
#[derive(Clone, Copy, Debug)]
pub(super) struct Event<T> {
    /// The day.
    pub(super) day: Day,
    /// The period the record says it was for.
    pub(super) named: Option<Period>,
    /// What it is.
    pub(super) what: T,
}

/// The counts of the periods of a duty, while what was done is shared out among them.
pub(super) trait Counts<T> {
    /// Whether a period still lacks something that was done.
    fn lacks(&self, slot: usize, what: &T) -> bool;
    /// Counts it for a period, in time or not.
    fn count(&mut self, slot: usize, what: &T, in_time: bool);
}

/// Shares out what was done, in the order of days, among the periods of a duty; which of them each was counted for.
///
/// What names its period goes first: a person knows better than the calendar.
pub(super) fn settle<T>(
    duty: &Duty,
    slots: &[Slot],
    events: &[Event<T>],
    counts: &mut impl Counts<T>,
) -> Vec<Option<usize>> {
    let own = |day: Day| {
        let at = slots.partition_point(|slot| slot.period.last < day);
        slots.get(at).filter(|slot| slot.period.first <= day).map(|_| at)
    };
    let named: Vec<_> = events.iter().map(|event| named(duty, event.day, event.named)).collect();
    let mut settled = vec![None; events.len()];
    for (at, event) in events.iter().enumerate() {
        let Some(slot) = named[at].and_then(|period| own(period.first)) else { continue };
        counts.count(slot, &event.what, event.day <= slots[slot].until);
        settled[at] = Some(slot);
    }
    for (at, event) in events.iter().enumerate().filter(|(at, _)| named[*at].is_none()) {
        let first = slots.partition_point(|slot| slot.until < event.day);
        let mut open = (first..slots.len()).take_while(|slot| slots[*slot].period.first <= event.day);
        let slot = open.find(|slot| counts.lacks(*slot, &event.what)).or_else(|| own(event.day));
        if let Some(slot) = slot {
            counts.count(slot, &event.what, true);
        }
        settled[at] = slot;
    }
    settled
}

/// The period of a duty that a record of a day names: one that had begun, and was not over for longer than a year. None
/// where it names nothing, or so long a time that it lies in no single period.
pub(super) fn named(duty: &Duty, day: Day, said: Option<Period>) -> Option<Period> {
    let said = said?;
    let period = duty.per.around(said.first);
    let is_open = period.first <= day && day <= period.last.plus_months(MONTHS);
    (said.last <= period.last && is_open).then_some(period)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{RelPath, Source, read};
    use crate::rulebook::DutyRules;

    /// How often each period was kept.
    struct Times(Vec<usize>, usize);

    impl Counts<()> for Times {
        fn lacks(&self, slot: usize, (): &()) -> bool {
            self.0[slot] < self.1
        }

        fn count(&mut self, slot: usize, (): &(), _: bool) {
            self.0[slot] += 1;
        }
    }

    /// A duty with these keys, the periods from one day to another, and days on which it was done, each perhaps with the
    /// period it names: which period each is counted for, `-` where for none.
    #[track_caller]
    fn case(keys: &str, days: &str, done: &str, expected: &str) {
        let text = format!(
            "[[duty]]\nid = \"a\"\nname = \"a\"\nkinds = [\"a\"]\nfirm = \"must\"\nfrom = 2000-01-01\n{keys}\n"
        );
        let source = Source::new(RelPath::new("rules/duties.toml").expect("a path"), text.as_str());
        let rules: DutyRules = read(&source).record.expect("duties");
        let duty = &rules.duties[0];
        let day = |text: &str| Day::parse(text).expect("a day");
        let (first, last) = days.split_once("..").expect("days");
        let mut slots = vec![];
        let mut period = duty.per.around(day(first));
        while period.first <= day(last) {
            slots.push(Slot { period, until: duty.until(period) });
            period = duty.per.around(period.last.plus(1));
        }
        let event = |text: &str| {
            let (on, named) = text.split_once('=').map_or((text, None), |(on, named)| (on, Period::parse(named)));
            Event { day: day(on), named, what: () }
        };
        let events: Vec<_> = done.split_whitespace().map(event).collect();
        let settled = settle(duty, &slots, &events, &mut Times(vec![0; slots.len()], duty.times()));
        let told = settled.into_iter().map(|slot| slot.map_or("-".to_owned(), |slot| slots[slot].period.to_string()));
        assert_eq!(told.collect::<Vec<_>>().join(" "), expected, "{keys}: {done}");
    }

    const MONTHLY: &str = "per = \"month\"\ngrace = \"10d\"";
    const QUARTERLY: &str = "per = \"quarter\"\ngrace = \"10d\"";
    const YEARLY: &str = "per = \"year\"\ngrace = \"2m\"";

    #[test]
    fn what_is_done_late_each_time_keeps_every_period() {
        // Bulletins of the month before, dues remitted after the quarter, organization life of the year before.
        case(MONTHLY, "2026-01-01..2026-04-30", "2026-02-05 2026-03-05 2026-04-05", "2026-01 2026-02 2026-03");
        case(QUARTERLY, "2026-01-01..2026-12-31", "2026-04-05 2026-07-05 2026-10-05", "2026Q1 2026Q2 2026Q3");
        case(YEARLY, "2025-01-01..2027-12-31", "2026-01-20 2027-01-20 2028-01-20", "2025 2026 2027");
    }

    #[test]
    fn one_meeting_keeps_one_period() {
        case(YEARLY, "2025-01-01..2026-12-31", "2026-02-28", "2025");
        case(YEARLY, "2025-01-01..2026-12-31", "2026-03-01", "2026");
        case(YEARLY, "2025-01-01..2026-12-31", "2026-01-20 2026-02-20", "2025 2026");
        case(YEARLY, "2026-01-01..2026-12-31", "2026-01-20", "2026");
        // A period that has what it needs takes no more.
        case(MONTHLY, "2026-01-01..2026-03-31", "2026-01-20 2026-02-05 2026-03-05", "2026-01 2026-02 2026-03");
        case(MONTHLY, "2026-01-01..2026-03-31", "2026-01-20 2026-03-05 2026-03-31", "2026-01 2026-02 2026-03");
        case(MONTHLY, "2026-01-01..2026-02-28", "2026-02-11", "2026-02");
        case(MONTHLY, "2026-01-01..2026-02-28", "2026-02-01 2026-02-02 2026-02-03", "2026-01 2026-02 2026-02");
        let twice = format!("{MONTHLY}\ntimes = 2");
        case(&twice, "2026-01-01..2026-02-28", "2026-01-20 2026-02-03 2026-02-04", "2026-01 2026-01 2026-02");
    }

    #[test]
    fn without_grace_a_meeting_is_of_its_own_period() {
        case("per = \"month\"", "2026-01-01..2026-02-28", "2026-02-01 2026-02-02", "2026-02 2026-02");
        case("per = \"month\"", "2026-02-01..2026-02-28", "2026-01-31 2026-02-28 2026-03-01", "- 2026-02 -");
        case("per = \"month\"", "2028-02-01..2028-02-29", "2028-02-29", "2028-02");
    }

    #[test]
    fn what_a_record_names_goes_first() {
        case(YEARLY, "2025-01-01..2026-12-31", "2026-01-20=2026", "2026");
        case(YEARLY, "2025-01-01..2026-12-31", "2026-01-10 2026-01-20=2025", "2026 2025");
        // Later than its grace, but for that year all the same.
        case(YEARLY, "2025-01-01..2026-12-31", "2026-03-15=2025", "2025");
        case(YEARLY, "2025-01-01..2026-12-31", "2026-12-31=2025", "2025");
        // What had not begun, or was over for more than a year, or is longer than a period of the duty, is not named.
        case(YEARLY, "2025-01-01..2026-12-31", "2025-11-05=2026", "2025");
        case(YEARLY, "2024-01-01..2026-12-31", "2026-03-05=2024", "2026");
        case(MONTHLY, "2026-01-01..2026-02-28", "2026-02-05=2026", "2026-01");
        case(YEARLY, "2025-01-01..2026-12-31", "2026-04-05=2025Q4", "2025");
        // A period that is not looked at takes what names it.
        case(MONTHLY, "2026-03-01..2026-03-31", "2026-03-05=2026-02", "-");
    }
}
