//! Dues: what is to be paid for a month, what was paid, and who is in arrears.

use foldhash::{HashMap, HashMapExt};

use crate::branch::{Branch, Query};
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
    /// The months among and after them for which no amount was approved and nothing was paid.
    pub without_amount: Vec<Month>,
    /// The most months in a row that were not paid, those without an amount too.
    pub in_a_row: usize,
    /// What is owed for the months that have an amount.
    pub owed: Yuan,
    /// What so many in a row are called.
    pub step: Option<&'a ArrearsStep>,
}

/// The amounts and payments that count, by person: to look among those of all for each would take the product of both.
#[derive(Debug)]
pub struct DuesBook<'a> {
    /// The amounts of each, from the first month to the last.
    amounts: HashMap<&'a MemberId, Vec<&'a Approved>>,
    payments: HashMap<(&'a MemberId, Month), Vec<&'a Payment>>,
    /// Whether an amount holds for its year alone.
    is_yearly: bool,
}

impl<'a> DuesBook<'a> {
    /// What the branch holds.
    pub fn of(branch: &'a Branch) -> Self {
        Self::until(branch, Day::LAST)
    }

    /// The same, with what was paid by the end of a day.
    pub fn until(branch: &'a Branch, day: Day) -> Self {
        let is_yearly = branch.rules.fixes_dues_for_year();
        let mut book = Self { amounts: HashMap::new(), payments: HashMap::new(), is_yearly };
        for (_, approved) in branch.amounts().filter(|(_, approved)| approved.struck.is_none()) {
            book.amounts.entry(&approved.member.value).or_default().push(approved);
        }
        for amounts in book.amounts.values_mut() {
            amounts.sort_by_key(|approved| approved.from.value);
        }
        let counting = |payment: &&Payment| payment.struck.is_none() && payment.paid.value <= day;
        for payment in branch.payments().map(|(_, payment)| payment).filter(counting) {
            book.payments.entry((&payment.member.value, payment.month.value)).or_default().push(payment);
        }
        book
    }

    /// What was approved for a person for a month: the last amount set by then, which holds until another is, or until the
    /// end of its year where the rules fix it for the year.
    pub fn approved(&self, member: &MemberId, month: Month) -> Option<&'a Approved> {
        let amounts = self.amounts.get(member)?;
        let last = amounts[..amounts.partition_point(|approved| approved.from.value <= month)].last()?;
        (!self.is_yearly || last.from.value.year() == month.year()).then_some(*last)
    }

    /// The dues of a person for a month.
    pub fn dues(&self, member: &MemberId, month: Month) -> Dues<'a> {
        let payments = self.payments.get(&(member, month)).cloned().unwrap_or_default();
        Dues { approved: self.approved(member, month), payments }
    }

    /// The first month of which there is an amount or a payment.
    fn first(&self) -> Option<Month> {
        let amounts = self.amounts.values().filter_map(|amounts| Some(amounts.first()?.from.value));
        amounts.chain(self.payments.keys().map(|(_, month)| *month)).min()
    }
}

impl Branch {
    /// The day by which the dues of a month are to be paid: its last where no rules say another.
    pub fn dues_due(&self, month: Month) -> Day {
        self.rules.dues.as_ref().map_or(month.last(), |(_, rules)| rules.due(month))
    }

    /// Whether a person is to pay dues for a month, as far as it has come by a day; nobody is for one before the branch kept
    /// its records here.
    pub fn pays_dues(&self, member: &Member, month: Month, day: Day) -> bool {
        self.since().is_none_or(|since| since <= month.last())
            && self.is_member(member, month.last().min(day).max(month.first()))
    }

    /// Whether what is not paid for a month is overdue on a day: it was to be paid before it, and after the branch began to
    /// keep its records here or by an amount that was approved from that month on.
    pub fn is_dues_overdue(&self, dues: &Dues<'_>, month: Month, day: Day) -> bool {
        let due = self.dues_due(month);
        let is_kept = |since: Day| {
            let approved = dues.approved.map(|approved| approved.from.value.first());
            since <= due || approved.is_some_and(|first| Month::of(since).first() <= first)
        };
        due < day && self.since().is_none_or(is_kept)
    }
}

/// What [`arrears`] needs.
pub fn arrears_query(day: Day) -> Query {
    Query::roll().dues(Period::day(day)).owed_dues(day)
}

/// Who has not paid by a day what was to be paid before it, by id, as far back as the branch keeps its records.
///
/// A month without an approved amount does not end a run of months that are not paid: nobody knows what is owed of it, but
/// it was not paid either.
pub fn arrears(branch: &Branch, day: Day) -> Vec<Arrears<'_>> {
    let (book, mut all) = (DuesBook::until(branch, day), Vec::new());
    let first = branch.since().map(Month::of).or_else(|| book.first());
    let Some(days) = first.and_then(|first| Period::new(first.first(), day)) else { return vec![] };
    for (id, member) in &branch.members {
        let mut one =
            Arrears { member: id, months: vec![], without_amount: vec![], in_a_row: 0, owed: Yuan::ZERO, step: None };
        let (mut run, mut whole) = (0, 0);
        for month in days.each_month().filter(|month| branch.dues_due(*month) < day) {
            let dues = book.dues(id, month);
            match dues.amount() {
                _ if !branch.pays_dues(member, month, day) => run = 0,
                Some(_) if !branch.is_dues_overdue(&dues, month, day) => run = 0,
                Some(_) if dues.owed() > Yuan::ZERO => {
                    run += 1;
                    one.owed = one.owed + dues.owed();
                    one.months.push(month);
                }
                None if run > 0 && dues.payments.is_empty() => {
                    run += 1;
                    one.without_amount.push(month);
                }
                _ => run = 0,
            }
            one.in_a_row = one.in_a_row.max(run);
            whole = if month.last() < day { whole.max(run) } else { whole };
        }
        if !one.months.is_empty() {
            // The last step is a grave one: so many months have to be over, and not only their dues to be paid by now.
            let last = branch.rules.arrears_steps().last().map(|step| step.months.value);
            let reached = |step: &&ArrearsStep| {
                let run = if Some(step.months.value) == last { whole } else { one.in_a_row };
                usize::try_from(step.months.value).is_ok_and(|least| least <= run)
            };
            one.step = branch.rules.arrears_steps().filter(reached).last();
            all.push(one);
        }
    }
    all
}
