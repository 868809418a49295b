//! Dues: what is to be paid for a month, what was paid, and who is in arrears.

use foldhash::{HashMap, HashMapExt};

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

/// The amounts and payments that count, by person: to look among those of all for each would take the product of both.
#[derive(Debug)]
pub struct DuesBook<'a> {
    amounts: HashMap<(&'a MemberId, i32), Vec<&'a Approved>>,
    payments: HashMap<(&'a MemberId, Month), Vec<&'a Payment>>,
}

impl<'a> DuesBook<'a> {
    /// Those of the years that the branch holds.
    pub fn of(branch: &'a Branch) -> Self {
        let mut book = Self { amounts: HashMap::new(), payments: HashMap::new() };
        for (_, approved) in branch.amounts().filter(|(_, approved)| approved.struck.is_none()) {
            let key = (&approved.member.value, approved.from.value.year());
            book.amounts.entry(key).or_default().push(approved);
        }
        for (_, payment) in branch.payments().filter(|(_, payment)| payment.struck.is_none()) {
            book.payments.entry((&payment.member.value, payment.month.value)).or_default().push(payment);
        }
        book
    }

    /// The dues of a person for a month.
    pub fn dues(&self, member: &MemberId, month: Month) -> Dues<'a> {
        let amounts = self.amounts.get(&(member, month.year())).into_iter().flatten().copied();
        let approved = amounts.filter(|approved| approved.from.value <= month).max_by_key(|one| one.from.value);
        Dues { approved, payments: self.payments.get(&(member, month)).cloned().unwrap_or_default() }
    }
}

impl Branch {
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
    let (book, mut all) = (DuesBook::of(branch), Vec::new());
    for (id, member) in &branch.members {
        let (mut months, mut in_a_row, mut run, mut owed) = (vec![], 0, 0, Yuan::ZERO);
        for month in dues_reach(day).each_month().filter(|month| branch.dues_due(*month) < day) {
            let mut dues = book.dues(id, month);
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
