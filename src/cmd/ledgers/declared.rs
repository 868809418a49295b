//! `zhibu points confirm`, and what can be declared at all.

use clap::Args;

use super::entry::{no_entry, title};
use super::lines::or_this_year;
use crate::branch::{Branch, Change, FileChange, What};
use crate::cmd::change::Decision;
use crate::cmd::change::ledger::Placed;
use crate::cmd::closing::posting;
use crate::cmd::env::Env;
use crate::cmd::typed::not_before;
use crate::error::{Failure, Result};
use crate::record::{Day, Entry, Value};
use crate::rulebook::Item;
use crate::store::Query;
use crate::words::{self, Text};

/// Confirming what was declared.
#[derive(Args)]
pub struct Confirm {
    /// The ids of the lines, as `points list` shows them
    #[arg(required = true, value_name = "ID")]
    ids: Vec<String>,
    /// Who confirms: a holder of one of the posts that the item names
    #[arg(long, value_name = "WHO")]
    by: String,
    /// The day; today where it is not said
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    /// The period they lie in; this year where it is not said
    #[arg(short, long)]
    period: Option<String>,
}

/// Refuses an item of which nobody can declare anything.
pub(super) fn can_be(item: &Item) -> Result<()> {
    match item.confirm.is_empty() {
        true => Err(Failure::refused(words::not_declared(item.name())).cure(words::cure_not_declared()).into()),
        false => Ok(()),
    }
}

/// Confirms lines: from then on they count.
pub(super) fn confirm(env: &Env, args: &Confirm) -> Result<()> {
    let day = env.past_day(args.on.as_deref())?;
    let period = or_this_year(env, args.period.as_deref())?;
    env.change(&Query::roll().points(period), |branch, store| {
        let (by, _) = branch.find_member(&args.by, day)?;
        let mut files: Vec<FileChange> = Vec::new();
        let mut titles = Vec::new();
        for id in &args.ids {
            let placed = Placed::<Entry>::find(&branch.ledgers, id).ok_or_else(|| no_entry(id, period))?;
            posting::open(env, store, branch, placed.line.date.value)?;
            placed.counts(|| title(branch, placed.line))?;
            let declared = waits(branch, placed.line)?;
            not_before(day, declared, words::day_of_declaration)?;
            let item = branch.find_item(placed.line.item.as_str(), placed.line.date.value)?;
            if let Some(why) = branch.bars_confirming(item, &placed.line.member, by, day) {
                return Err(Failure::refused(why).cure(words::cure_confirmer()).into());
            }
            let edits =
                vec![placed.set("confirmed", Value::Day(day)), placed.set("confirmed-by", Value::text(by.as_str()))];
            match files.iter_mut().find(|file| file.path == *placed.path) {
                Some(FileChange { what: What::Edit(all), .. }) => all.extend(edits),
                _ => files.push(FileChange { path: placed.path.clone(), what: What::Edit(edits) }),
            }
            titles.push(title(branch, placed.line));
        }
        let subject = words::confirmed(branch.name(by), Text::list(titles));
        Ok(Decision { change: Change { subject: subject.clone(), why: None, files }, said: subject })
    })
}

/// The day on which a line was declared that waits; refuses others.
fn waits(branch: &Branch, entry: &Entry) -> Result<Day> {
    match (&entry.declared, &entry.confirmed) {
        (Some(declared), None) => Ok(declared.value),
        (_, Some(day)) => Err(Failure::refused(words::confirmed_already(title(branch, entry), day.value)).into()),
        (None, None) => Err(Failure::refused(words::needs_no_confirming(title(branch, entry))).into()),
    }
}
