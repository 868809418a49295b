//! What superiors ask for, and what it costs: the burden as numbers.

use std::collections::BTreeMap;

use crate::branch::Branch;
use crate::record::{Day, Period, Request, Score};

/// How a request stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// Delivered in time, or without a day by which.
    InTime,
    /// Delivered after its last day.
    Late,
    /// Not delivered, and still in time.
    Open,
    /// Not delivered after its last day.
    Overdue,
}

impl Delivery {
    /// Its id.
    pub fn id(self) -> &'static str {
        match self {
            Self::InTime => "in-time",
            Self::Late => "late",
            Self::Open => "open",
            Self::Overdue => "overdue",
        }
    }
}

impl Request {
    /// The day it was delivered, as far as that was by the end of a day.
    pub fn delivered_by(&self, day: Day) -> Option<Day> {
        self.delivered.as_ref().map(|delivered| delivered.value).filter(|delivered| *delivered <= day)
    }

    /// By how many days it was delivered late, or is late on a day; none or below where it is in time.
    pub fn late(&self, day: Day) -> i64 {
        let until = self.until.as_ref().map(|until| until.value);
        until.map_or(0, |until| self.delivered_by(day).unwrap_or(day).since(until))
    }

    /// How it stands on a day.
    pub fn delivery(&self, day: Day) -> Delivery {
        match (self.delivered_by(day), self.late(day) > 0) {
            (Some(_), false) => Delivery::InTime,
            (Some(_), true) => Delivery::Late,
            (None, false) => Delivery::Open,
            (None, true) => Delivery::Overdue,
        }
    }
}

/// The burden of some requests.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Burden {
    /// How many there were.
    pub asked: usize,
    /// How many were delivered in time.
    pub in_time: usize,
    /// How many were delivered late.
    pub late: usize,
    /// How many are not delivered, be they in time or not.
    pub open: usize,
    /// How many of these are over their last day.
    pub overdue: usize,
    /// The hours they took, as far as somebody wrote them down.
    pub hours: Score,
    /// Of how many the hours are written down.
    pub timed: usize,
}

impl Burden {
    /// Adds a request as it stands on a day.
    fn add(&mut self, request: &Request, day: Day) {
        self.asked += 1;
        match request.delivery(day) {
            Delivery::InTime => self.in_time += 1,
            Delivery::Late => self.late += 1,
            Delivery::Open => self.open += 1,
            Delivery::Overdue => {
                self.open += 1;
                self.overdue += 1;
            }
        }
        if let Some(hours) = request.hours.filter(|_| request.delivered_by(day).is_some()) {
            self.hours += hours.score();
            self.timed += 1;
        }
    }
}

/// The requests of a period that count, by the day they were asked for, then id.
pub fn asked_in(branch: &Branch, period: Period) -> Vec<&Request> {
    let asked = branch.asked().map(|(_, request)| request);
    let counting = asked.filter(|request| request.struck.is_none() && period.contains(request.date.value));
    let mut requests: Vec<_> = counting.collect();
    requests.sort_by_key(|request| (request.date.value, request.id.as_str()));
    requests
}

/// What some requests come to on a day.
pub fn burden<'a>(requests: impl IntoIterator<Item = &'a Request>, day: Day) -> Burden {
    let mut burden = Burden::default();
    requests.into_iter().for_each(|request| burden.add(request, day));
    burden
}

/// What some requests come to on a day, by a text of each.
pub fn burden_by<'a>(
    requests: &[&'a Request],
    day: Day,
    text: impl Fn(&'a Request) -> Option<&'a str>,
) -> BTreeMap<Option<&'a str>, Burden> {
    let mut burdens: BTreeMap<_, Burden> = BTreeMap::new();
    for request in requests {
        burdens.entry(text(request)).or_default().add(request, day);
    }
    burdens
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{RelPath, Requests, Source, read};

    /// A request with these keys on a day: its state, and how late.
    #[track_caller]
    fn case(keys: &str, day: &str, expected: (&str, i64)) {
        let text = format!("entries = [{{ id = \"aaaaaa\", date = 2028-02-01, what = \"a\", asker = \"b\"{keys} }}]\n");
        let source = Source::new(RelPath::new("requests/2028.toml").expect("a path"), text.as_str());
        let requests: Requests = read(&source).record.expect("requests");
        let (request, day) = (&requests.entries[0], Day::parse(day).expect("a day"));
        assert_eq!((request.delivery(day).id(), request.late(day)), expected, "{keys} on {day}");
    }

    #[test]
    fn a_request_is_in_time_until_the_end_of_its_last_day() {
        let until = ", until = 2028-02-29";
        case(until, "2028-02-28", ("open", -1));
        case(until, "2028-02-29", ("open", 0));
        case(until, "2028-03-01", ("overdue", 1));
        case(", until = 2028-02-29, delivered = 2028-02-28", "2028-03-05", ("in-time", -1));
        case(", until = 2028-02-29, delivered = 2028-02-29", "2028-03-05", ("in-time", 0));
        case(", until = 2028-02-29, delivered = 2028-03-01", "2028-03-05", ("late", 1));
        case(", until = 2028-02-29, delivered = 2028-03-01", "2028-02-29", ("open", 0));
        case(", until = 2028-02-29, delivered = 2028-03-02", "2028-03-01", ("overdue", 1));
        case("", "2199-12-31", ("open", 0));
        case(", delivered = 2028-12-31", "2029-01-01", ("in-time", 0));
    }
}
