//! Months that were sealed and are no longer as they were are sealed anew.

use crate::branch::Change;
use crate::cmd::change::Decision;
use crate::cmd::change::amend::{amended, entry, reason, what};
use crate::cmd::env::Env;
use crate::error::{Failure, Result};
use crate::record::{Month, Period};
use crate::seal::{self, Months};
use crate::store::Query;
use crate::words::{self, Text};

/// Seals the months of a period anew that are not as they were sealed: what was changed by hand is written down with the
/// reason.
///
/// # Errors
/// Nothing of the period is sealed, or all of it is as it was.
pub(in crate::cmd) fn anew(env: &Env, period: Period) -> Result<()> {
    let why = reason(env)?.unwrap_or_default().to_owned();
    env.change(&Query::everything().and(Query::sealed(period)), |branch, store| {
        let meant: Vec<_> = branch.seals.iter().filter(|(month, _)| period.meets(month.period())).collect();
        if meant.is_empty() {
            let month = Month::of(period.first);
            return Err(Failure::refused(words::not_sealed(period)).cure(words::cure_not_sealed(month)).into());
        }
        let months = Months::of(branch, period);
        let lang = env.file_lang(branch);
        let command = env.command();
        let (mut files, mut named) = (vec![], vec![]);
        for (month, seal) in meant {
            let breaks = months.breaks(*month, seal);
            if breaks.is_empty() {
                continue;
            }
            let made = months.made(*month, seal.known());
            let what = words::sealed_anew(what(&breaks));
            let entry = entry(env.today, &why, what.get(lang), command, seal::code(&seal.source.text));
            files.push(amended(store, &[], *month, seal, &made, env.today, entry)?);
            named.push(Text::same(month.to_string()));
        }
        if files.is_empty() {
            return Err(Failure::refused(words::nothing_to_amend(period)).into());
        }
        let subject = words::sealed_anew_months(Text::list(named));
        let change = Change { subject: subject.clone(), why: Some(why.clone()), files };
        Ok(Decision { change, said: subject })
    })
}
