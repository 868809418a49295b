//! `zhibu dues`: what each is to pay a month, what was paid, and who is in arrears.

use std::collections::BTreeMap;

use clap::{Args, Subcommand};

use super::lines::{Striking, list, needs_rules};
use crate::branch::{Branch, Change, dues_path};
use crate::cmd::change::Decision;
use crate::cmd::change::ledger::{self, Ids, Placed};
use crate::cmd::env::Env;
use crate::cmd::typed::{LeftOut, Meant, anybody, each, people_but, recorded_by};
use crate::error::{Failure, Result};
use crate::reckon::{self, DuesBook};
use crate::record::{Approved, At, Day, MemberId, Month, Payment, Period, Span, Yuan, parse_period, plain_number};
use crate::report;
use crate::rulebook::Rate;
use crate::store::Query;
use crate::words::{self, Text};

/// What can be done with dues.
#[derive(Subcommand)]
pub enum Dues {
    /// Record what somebody is to pay a month, as it was approved
    Set(Set),
    /// Record that dues were paid
    Pay(Pay),
    /// List approved amounts and payments
    List(List),
    /// Show who is in arrears, and for how many months
    Arrears(Arrears),
    /// Strike an amount or a payment: it stays in its file, but counts no more
    Remove(Remove),
}

/// Approving an amount.
#[derive(Args)]
pub struct Set {
    /// Who: people, groups or classes with commas between them, or `all`
    who: String,
    #[command(flatten)]
    left_out: LeftOut,
    /// The amount a month: `45.50`; reckoned from the pay where it is not said
    #[arg(value_name = "AMOUNT")]
    amount: Option<String>,
    /// The first month; this month where it is not said
    #[arg(long, value_name = "MONTH")]
    from: Option<String>,
    /// The pay by which the amount is reckoned or checked; it is not recorded
    #[arg(long, value_name = "AMOUNT")]
    base: Option<String>,
    /// The rate of the rules; their default where it is not said
    #[arg(long, value_name = "RATE", requires = "base")]
    rate: Option<String>,
    /// A note; needed where an amount that is fixed for the year changes
    #[arg(long, allow_hyphen_values = true)]
    note: Option<String>,
    /// Who recorded it
    #[arg(long, value_name = "WHO")]
    by: Option<String>,
}

/// Paying dues.
#[derive(Args)]
pub struct Pay {
    /// Who: people, groups or classes with commas between them, or `all`
    who: String,
    #[command(flatten)]
    left_out: LeftOut,
    /// The months they are for: `2026-11`, `2026-09..2026-11`; that of the day where none is said
    #[arg(value_name = "MONTH")]
    months: Vec<String>,
    /// The day it was paid; today where it is not said
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    /// The amount for each month; what is still owed of the approved amount where it is not said
    #[arg(long, value_name = "AMOUNT")]
    amount: Option<String>,
    /// A note
    #[arg(long, allow_hyphen_values = true)]
    note: Option<String>,
    /// Who collected it
    #[arg(long, value_name = "WHO")]
    by: Option<String>,
}

/// Listing dues.
#[derive(Args)]
pub struct List {
    /// Only those of somebody
    who: Option<String>,
    /// The period; this year where it is not said
    #[arg(short, long)]
    period: Option<String>,
}

/// Showing arrears.
#[derive(Args)]
pub struct Arrears {
    /// The day; today where it is not said
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
}

/// Striking a line.
#[derive(Args)]
pub struct Remove {
    /// The id of the line, as `dues list` shows it
    id: String,
    #[command(flatten)]
    striking: Striking,
}

/// Runs the command.
///
/// # Errors
/// Whatever it refuses.
pub(in crate::cmd) fn run(env: &Env, command: &Dues) -> Result<()> {
    match command {
        Dues::Set(args) => set(env, args),
        Dues::Pay(args) => pay(env, args),
        Dues::List(args) => {
            let period = env.period(args.period.as_deref().unwrap_or("this-year"))?;
            list(env, args.who.as_deref(), period, &Query::roll().dues(period), report::dues_list)
        }
        Dues::Arrears(args) => {
            let day = env.day_or_today(args.on.as_deref())?;
            let branch = env.load(&reckon::arrears_query(day))?;
            has_rules(&branch)?;
            env.ui.table(&report::dues_arrears(&branch, day))?;
            let without = report::without_dues(&branch, day);
            if !without.is_empty() {
                env.ui.say(&words::no_amounts(Month::of(day), Text::list(without)));
            }
            Ok(())
        }
        Dues::Remove(args) => remove(env, args),
    }
}

/// Refuses where the rules of dues are not there.
fn has_rules(branch: &Branch) -> Result<()> {
    needs_rules(&branch.rules.dues, "rules/dues.toml")
}

/// An amount as a person types it.
fn amount(typed: &str) -> Result<Yuan> {
    Yuan::parse(&plain_number(typed, &["元"]))
        .ok_or_else(|| Failure::usage(words::bad_amount(words::shown(typed))).into())
}

/// The whole months a person means.
fn months(env: &Env, typed: &str) -> Result<Vec<Month>> {
    let period = parse_period(typed, env.today);
    let whole = period.filter(|days| Period::months(Month::of(days.first), Month::of(days.last)) == Some(*days));
    let whole =
        whole.ok_or_else(|| Failure::usage(words::not_months(words::shown(typed))).cure(words::cure_months()))?;
    Ok(whole.each_month().collect())
}

/// One month.
fn month(env: &Env, typed: Option<&str>) -> Result<Month> {
    match months(env, typed.unwrap_or("this-month"))?[..] {
        [month] => Ok(month),
        _ => {
            let fact = words::not_months(words::shown(typed.unwrap_or_default()));
            Err(Failure::usage(fact).cure(words::cure_months()).into())
        }
    }
}

/// What is to be paid of a pay, by the rate of a day.
fn by_the_table(branch: &Branch, args: &Set, day: Day) -> Result<Option<Yuan>> {
    let Some(base) = args.base.as_deref().map(amount).transpose()? else { return Ok(None) };
    has_rules(branch)?;
    let rate: &Rate = match &args.rate {
        Some(rate) => branch.find_rate(rate, day)?,
        None => branch.rules.default_rate(day).ok_or_else(|| Failure::usage(words::rate_needed()))?,
    };
    Ok(rate.of(base))
}

fn set(env: &Env, args: &Set) -> Result<()> {
    let month = month(env, args.from.as_deref())?;
    let year = Period::year_of(month.first());
    env.change(&Query::roll().dues(year), |branch, _| {
        let table = by_the_table(branch, args, month.first())?;
        let typed = args.amount.as_deref().map(amount).transpose()?;
        let amount = typed.or(table).ok_or_else(|| Failure::usage(words::dues_what()))?;
        let people = people_but(branch, std::slice::from_ref(&args.who), &args.left_out, month.last())?;
        let by = recorded_by(branch, args.by.as_deref(), env.today)?;
        let book = DuesBook::of(branch);
        let (mut ids, mut lines) = (Ids::of(env, &branch.dues), Vec::new());
        for person in &people {
            may_be_set(branch, &book, person, month, args)?;
            lines.push(Approved {
                id: At::new(ids.fresh()),
                member: At::new(person.clone()),
                from: At::new(month),
                amount: At::new(amount),
                note: args.note.clone(),
                by: by.clone(),
                struck: None,
                span: Span::default(),
            });
        }
        let names = Text::list(people.iter().map(|id| branch.name(id)));
        let subject = words::dues_set(names, amount, month);
        let said = match table.filter(|table| *table != amount) {
            Some(table) => words::by_the_table(&subject, table),
            None => subject.clone(),
        };
        let file = ledger::write(dues_path(month.year()), &branch.dues, lines);
        Ok(Decision { change: Change { subject, why: args.note.clone(), files: vec![file] }, said })
    })
}

/// Refuses an amount for a month that has one, and one that changes within a year where that takes a reason.
fn may_be_set(branch: &Branch, book: &DuesBook<'_>, who: &MemberId, month: Month, args: &Set) -> Result<()> {
    let Some(old) = book.dues(who, month).approved else { return Ok(()) };
    let amount = old.amount.value;
    if old.from.value == month {
        let fact = words::dues_set_already(branch.name(who), month, amount);
        return Err(Failure::refused(fact).cure(words::cure_dues_set(&old.id.value)).into());
    }
    let fixed = branch.rules.dues.as_ref().is_some_and(|(_, rules)| rules.fixed_for_year == Some(true));
    if fixed && args.note.is_none() {
        let fact = words::dues_fixed(branch.name(who), month.year(), amount);
        return Err(Failure::refused(fact).cure(words::cure_dues_fixed()).into());
    }
    Ok(())
}

fn pay(env: &Env, args: &Pay) -> Result<()> {
    let paid = env.past_day(args.on.as_deref())?;
    let this_month = [paid_month(paid)];
    let typed = if args.months.is_empty() { &this_month[..] } else { &args.months };
    let mut all = typed
        .iter()
        .flat_map(|typed| each(typed))
        .map(|typed| months(env, typed))
        .collect::<Result<Vec<_>>>()?
        .concat();
    all.sort();
    all.dedup();
    let each = args.amount.as_deref().map(amount).transpose()?;
    let days = all.first().zip(all.last()).and_then(|(first, last)| Period::months(*first, *last));
    let days = days.unwrap_or_else(|| unreachable!("at least one month"));
    env.change(&Query::roll().dues(days), |branch, _| {
        // Who left owing pays afterwards, for the months as a member and for no others.
        let book = DuesBook::of(branch);
        let owes = |id: &MemberId| {
            let owes =
                |month: &Month| book.dues(id, *month).owed() > Yuan::ZERO || book.dues(id, *month).amount().is_none();
            branch.members.get(id).is_some_and(|member| branch.is_member_in(member, days)) && all.iter().any(owes)
        };
        let meant = Meant { can_be: &|_| true, of_many: &owes, on: days.last };
        let people = anybody(branch, std::slice::from_ref(&args.who), &args.left_out, days.first, &meant)?;
        let by = recorded_by(branch, args.by.as_deref(), paid)?;
        let mut ids = Ids::of(env, &branch.dues);
        let mut years: BTreeMap<i32, Vec<Payment>> = BTreeMap::new();
        let (mut sums, mut settled, mut beyond) = (Vec::new(), Vec::new(), Vec::new());
        for person in &people {
            beyond.extend(caught_up(branch, person, &all, paid));
            for month in &all {
                may_pay(branch, person, *month)?;
                let dues = book.dues(person, *month);
                let Some(approved) = dues.amount() else {
                    let fact = words::no_amount(branch.name(person), month);
                    return Err(Failure::refused(fact).cure(words::cure_no_amount(person, month)).into());
                };
                if dues.owed() == Yuan::ZERO && (each.is_none() || approved == Yuan::ZERO) {
                    settled.push(words::name_and_month(branch.name(person), month));
                    continue;
                }
                let sum = each.unwrap_or(dues.owed());
                if sum > dues.owed() {
                    beyond.push(words::paid_beyond(branch.name(person), month, sum.less(dues.owed())));
                }
                years.entry(month.year()).or_default().push(Payment {
                    id: At::new(ids.fresh()),
                    month: At::new(*month),
                    member: At::new(person.clone()),
                    amount: At::new(sum),
                    paid: At::new(paid),
                    by: by.clone(),
                    note: args.note.clone(),
                    struck: None,
                    span: Span::default(),
                });
                sums.push(sum);
            }
        }
        if !settled.is_empty() {
            return Err(Failure::refused(words::dues_paid_already(Text::list(settled))).into());
        }
        let files = years.into_iter().map(|(year, lines)| ledger::write(dues_path(year), &branch.dues, lines));
        let names = Text::list(people.iter().map(|id| branch.name(id)));
        let months = Text::list(all.iter().map(|month| Text::same(month.to_string())));
        let subject = match sums.iter().all(|sum| *sum == sums[0]) {
            true => words::paid_dues(names, months, sums[0], paid),
            false => words::paid_dues_in_all(names, months, sums.iter().copied().sum::<Yuan>(), paid),
        };
        let said = if beyond.is_empty() { subject.clone() } else { words::with_details(&subject, Text::list(beyond)) };
        Ok(Decision { change: Change { subject, why: args.note.clone(), files: files.collect() }, said })
    })
}

/// Says that somebody pays for more months in arrears at once than the rules have.
fn caught_up(branch: &Branch, who: &MemberId, months: &[Month], paid: Day) -> Option<Text> {
    let (_, rules) = branch.rules.dues.as_ref()?;
    let most = rules.catch_up.as_ref()?.value;
    let late = months.iter().filter(|month| branch.dues_due(**month) < paid).count();
    (i64::try_from(late).is_ok_and(|late| most < late)).then(|| words::caught_up(branch.name(who), late, most))
}

/// Refuses dues of a month in which somebody was no member.
fn may_pay(branch: &Branch, who: &MemberId, month: Month) -> Result<()> {
    match branch.members.get(who).is_none_or(|member| branch.is_member_in(member, month.period())) {
        true => Ok(()),
        false => Err(Failure::refused(words::payer_no_member(branch.name(who), month)).into()),
    }
}

/// The month a day lies in, as a person types it.
fn paid_month(day: Day) -> String {
    Month::of(day).to_string()
}

fn remove(env: &Env, args: &Remove) -> Result<()> {
    let period = args.striking.period(env)?;
    env.change_if_sure(args.striking.yes, &Query::roll().dues(period), |branch, _| {
        let (id, why) = (&args.id, &args.striking.why);
        if let Some(approved) = Placed::<Approved>::find(&branch.dues, id) {
            let Approved { member, from, amount, .. } = approved.line;
            let title = words::dues_title(from.value, branch.name(member), words::dues_approved(), amount.value);
            return approved.strike(title, why);
        }
        if let Some(payment) = Placed::<Payment>::find(&branch.dues, id) {
            let Payment { member, month, amount, .. } = payment.line;
            let title = words::dues_title(month.value, branch.name(member), words::dues_paid(), amount.value);
            return payment.strike(title, why);
        }
        Err(Failure::usage(words::no_dues(words::shown(id), period)).cure(words::cure_no_dues()).into())
    })
}
