//! `rules/dues.toml`: when dues are to be paid, the table of rates, and what months in arrears are called.

use super::Rulebook;
use crate::record::{At, Day, Month, Percent, Period, RateId, Yuan, shape};
use crate::words::Text;

shape! {
    /// `rules/dues.toml`.
    pub struct DuesRules {
        /// The day of the month by which dues are to be paid; its last where none is said.
        "due-day" => due_day: Option<At<i64>>,
        /// Whether an amount is fixed for the year and ends with it; else it holds until it changes.
        "fixed-for-year" => fixed_for_year: Option<bool>,
        /// How many months in arrears are paid at once as a rule; any number where none is said.
        "catch-up" => catch_up: Option<At<i64>>,
        /// Where these rules are from.
        "source" => source: Option<String>,
        /// The rates, by which an amount is reckoned or checked; one id may stand several times for different days.
        "rate" => rates: Vec<Rate>,
        /// What so many months in arrears in a row are called, from few to many.
        "arrears" => steps: Vec<ArrearsStep>,
    }
}

shape! {
    /// What those of a sort are to pay of their pay.
    pub struct Rate {
        /// Its id.
        "id" => id: At<RateId>,
        /// Its name.
        "name" => name: String,
        /// Its name in English, where it is not the same.
        "name-en" => name_en: Option<String>,
        /// Its name in Chinese, where it is not the same.
        "name-zh" => name_zh: Option<String>,
        /// Whether it is meant where no rate is said.
        "default" => default: Option<bool>,
        /// The first day on which it holds.
        "from" => from: At<Day>,
        /// The last day on which it holds.
        "until" => until: Option<At<Day>>,
        /// The bands of pay, from low to high; the last one has no end.
        "bands" => bands: At<Vec<RateBand>>,
        /// Where the rule is from.
        "source" => source: Option<String>,
    }
}

shape! {
    /// A band of pay: a share of the whole pay, or one amount for all in it.
    pub struct RateBand {
        /// The most pay of the band.
        "up-to" => up_to: Option<Yuan>,
        /// The share of the whole pay.
        "percent" => percent: Option<Percent>,
        /// The amount.
        "amount" => amount: Option<Yuan>,
    }
}

shape! {
    /// So many months in arrears in a row.
    pub struct ArrearsStep {
        /// How many.
        "months" => months: At<i64>,
        /// What that is called.
        "name" => name: String,
        /// Its name in English, where it is not the same.
        "name-en" => name_en: Option<String>,
        /// Its name in Chinese, where it is not the same.
        "name-zh" => name_zh: Option<String>,
        /// Where the rule is from.
        "source" => source: Option<String>,
    }
}

impl DuesRules {
    /// The day by which the dues of a month are to be paid.
    pub fn due(&self, month: Month) -> Day {
        let days = self.due_day.as_ref().and_then(|day| u64::try_from(day.value - 1).ok());
        days.map_or(month.last(), |days| month.first().plus(days).min(month.last()))
    }
}

impl Rulebook {
    /// Whether an amount of dues holds for its year alone.
    pub fn fixes_dues_for_year(&self) -> bool {
        self.dues.as_ref().is_some_and(|(_, rules)| rules.fixed_for_year == Some(true))
    }

    /// The days whose dues decide those of some days: all before too, where an amount holds until another is approved.
    pub fn dues_reach(&self, days: Period) -> Period {
        if self.fixes_dues_for_year() { days } else { Period { first: Day::FIRST, ..days } }
    }
}

impl Rate {
    /// Whether it holds on a day.
    pub fn holds(&self, day: Day) -> bool {
        self.from.value <= day && self.until.as_ref().is_none_or(|until| day <= until.value)
    }

    /// What is to be paid of a pay a month: the share of its band, of the whole of it.
    pub fn of(&self, pay: Yuan) -> Option<Yuan> {
        let band = self.bands.iter().find(|band| band.up_to.is_none_or(|most| pay <= most))?;
        band.amount.or_else(|| band.percent.map(|share| pay.share(share)))
    }
}

impl ArrearsStep {
    /// Its name in both languages; in the rulebook's own where it has but one.
    pub fn name(&self) -> Text {
        let name = |own: &Option<String>| own.as_ref().unwrap_or(&self.name).clone();
        Text::new(name(&self.name_zh), name(&self.name_en))
    }
}
