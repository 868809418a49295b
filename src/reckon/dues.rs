//! Dues: what is to be paid for a month, what was paid, and who is in arrears.

use crate::branch::Branch;
use crate::record::{Approved, Day, Member, MemberId, Month, Payment, Period, Yuan};
use crate::rulebook::ArrearsStep;

/// The dues of one person for a month.
#[derive(Clone, Debug)]
pub struct Dues<'a> {
    /// The amount that was approved; none where none was.
    pub approved: Option<&'a Approved>,
    /// The payments that count.
    pub payments: Vec<&'a Payment>,
}

impl Dues<'_> {
    /// What is to be paid.
    pub fn amount(&self) -> Option<Yuan> {
        self.approved.map(|approved| approved.amount.value)
    }

    /// What was paid.
    pub fn paid(&self) -> Yuan {
        self.payments.iter().map(|payment| payment.amount.value).sum()
    }

    /// What is still owed.
    pub fn owed(&self) -> Yuan {
        self.amount().unwrap_or_default().less(self.paid())
    }

    /// The day on which the last of it was paid.
    pub fn last_paid(&self) -> Option<Day> {
        self.payments.iter().map(|payment| payment.paid.value).max()
    }
}

/// What somebody has not paid.
#[derive(Clone, Debug)]
pub struct Arrears<'a> {
    /// Who.
    pub member: &'a MemberId,
    /// The months that are not paid in whole.
    pub months: Vec<Month>,
    /// The most of them in a row.
    pub in_a_row: usize,
    /// What is owed for all of them.
    pub owed: Yuan,
    /// What so many in a row are called.
    pub step: Option<&'a ArrearsStep>,
}

/// The days whose dues decide who is in arrears on a day: from the first day of the year before.
pub fn dues_reach(day: Day) -> Period {
    let year = Period::year_of(day);
    let before = Period::year(day.year() - 1).unwrap_or(year);
    Period { first: before.first, last: day }
}

impl Branch {
    /// The dues of a person for a month. The branch must hold the dues of its year.
    pub fn dues_of(&self, member: &MemberId, month: Month) -> Dues<'_> {
        let amounts = self.amounts().map(|(_, approved)| approved);
        let holds = |approved: &&Approved| {
            let from = approved.from.value;
            approved.struck.is_none()
                && approved.member.value == *member
                && from <= month
                && from.year() == month.year()
        };
        let payments = self.payments().map(|(_, payment)| payment);
        let counts = |payment: &&Payment| {
            payment.struck.is_none() && payment.member.value == *member && payment.month.value == month
        };
        Dues {
            approved: amounts.filter(holds).max_by_key(|approved| approved.from.value),
            payments: payments.filter(counts).collect(),
        }
    }

    /// The day by which the dues of a month are to be paid: its last where no rules say another.
    pub fn dues_due(&self, month: Month) -> Day {
        self.rules.dues.as_ref().map_or(month.last(), |(_, rules)| rules.due(month))
    }

    /// Whether a person is to pay dues for a month, as far as it has come by a day.
    pub fn pays_dues(&self, member: &Member, month: Month, day: Day) -> bool {
        self.is_member(member, month.last().min(day).max(month.first()))
    }
}

/// Who has not paid by a day what was to be paid before it, by id. The branch must hold the dues of [`dues_reach`].
pub fn arrears(branch: &Branch, day: Day) -> Vec<Arrears<'_>> {
    let mut all = Vec::new();
    for (id, member) in &branch.members {
        let (mut months, mut in_a_row, mut run, mut owed) = (vec![], 0, 0, Yuan::ZERO);
        for month in dues_reach(day).each_month().filter(|month| branch.dues_due(*month) < day) {
            let mut dues = branch.dues_of(id, month);
            dues.payments.retain(|payment| payment.paid.value <= day);
            if !branch.pays_dues(member, month, day) || dues.amount().is_some() && dues.owed() == Yuan::ZERO {
                run = 0;
            } else if dues.owed() > Yuan::ZERO {
                run += 1;
                in_a_row = in_a_row.max(run);
                owed = owed + dues.owed();
                months.push(month);
            }
        }
        if !months.is_empty() {
            let reached = |step: &&ArrearsStep| usize::try_from(step.months.value).is_ok_and(|least| least <= in_a_row);
            let step = branch.rules.arrears_steps().filter(reached).last();
            all.push(Arrears { member: id, months, in_a_row, owed, step });
        }
    }
    all
}
