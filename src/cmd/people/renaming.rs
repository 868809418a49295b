//! A new name: the right one of all days, or another one from a day on.

use crate::branch::Edit;
use crate::cmd::change::Decision;
use crate::cmd::env::Env;
use crate::error::{Failure, Result};
use crate::record::{Day, Former, RelPath, Value};
use crate::words::{self, Text};

/// A name that is to be written.
pub(super) struct Renaming<'a> {
    /// The file.
    pub(super) path: RelPath,
    /// The present name.
    pub(super) present: &'a str,
    /// The names before it.
    pub(super) former: &'a [Former],
    /// The new one.
    pub(super) name: &'a str,
    /// The first day of it; none where the present one is not right.
    pub(super) from: Option<&'a str>,
}

impl Renaming<'_> {
    /// The edits that write it. Where it holds from a day on, the name before it stays that of the days before.
    ///
    /// # Errors
    /// The name that it is already, a day that has not come, or one that is not after the last change of the name.
    pub(super) fn edits(&self, env: &Env) -> Result<Vec<Edit>> {
        let mut edits = vec![Edit::Set(vec![], "name", Value::text(self.name))];
        if let Some(from) = self.day(env)? {
            let (present, last) = (words::shown(self.present), self.former.iter().map(|one| one.until.value).max());
            if self.present == self.name {
                return Err(Failure::refused(words::has_that_name(present)).into());
            }
            if let Some(last) = last.map(|last| last.plus(1)).filter(|last| *last >= from) {
                let failure = Failure::refused(words::written_later(Text::same(present), last, from));
                return Err(failure.cure(words::cure_edit_file(&self.path)).into());
            }
            let pairs = vec![("name", Value::text(self.present)), ("until", Value::Day(from.minus(1)))];
            edits.push(Edit::Append("former", pairs));
        }
        Ok(edits)
    }

    fn day(&self, env: &Env) -> Result<Option<Day>> {
        self.from.map(|from| env.past_day(Some(from))).transpose()
    }

    /// A decision as it is said and committed where nothing but the name is changed.
    pub(super) fn said(&self, env: &Env, mut decision: Decision) -> Result<Decision> {
        let (present, name) = (words::shown(self.present), words::shown(self.name));
        match self.day(env)? {
            Some(from) => {
                decision.said = words::renamed(present, name, from);
                decision.change.subject = decision.said.clone();
            }
            None if self.present != self.name => {
                decision.said = words::with_details(&decision.said, words::name_of_all_days(present));
            }
            None => {}
        }
        Ok(decision)
    }
}
