//! Every form of file: its name, where such files stand, and what may be written in them.

use std::sync::LazyLock;

use super::key::Key;
use super::kinds::kinds;
#[cfg(test)]
use super::swaps::Swaps;
use crate::record::{
    Acceptances, Agendas, Appraisals, DuesLedger, Exports, Figures, Group, GroupId, Issue, Json, Ledger, Meeting,
    Member, MemberId, Month, Plan, Requests, Seal, Settings, Shape, StudyLedger, TalkLedger, Tasks, Visits, schema,
};
use crate::rulebook::{
    AppraisalRules, AssessmentRules, BranchRules, DuesRules, DutyRules, EditionRules, HolidayRules, MeetingRules,
    PointsRules, StepRules, StudyRules, TalkRules,
};

/// A form of file.
#[derive(Clone, Copy, Debug)]
pub struct Form {
    /// Its name: `member`, `rules/points`.
    pub name: &'static str,
    /// Where such files stand, `*` for any part of a name.
    pub files: &'static str,
    /// The folder they stand in, or below; none of the directory itself.
    pub folder: &'static str,
    /// What names them in it: `MONTH`.
    pub named: &'static str,
    /// The type that reads them.
    pub reads: &'static str,
    /// Whether such a file has a record on each line.
    pub is_ledger: bool,
    /// What may be written in them, as JSON Schema says it.
    pub schema: fn() -> Json,
}

macro_rules! forms {
    (
        single { $(
            $(#[doc = $_1:literal])+
            $_2:ident: $_3:ident = $single_type:ident in $_4:ty, $single_form:literal, $single_file:literal, $_5:ident $(, $single_ledger:ident)?;
        )* }
        rules { $($rules:ident, $rules_form:literal, $rules_file:literal;)* }
        keyed { $(
            $(#[doc = $_6:literal])+
            $(#[cfg($cfg:meta)])?
            $_7:ident: $_8:ident($key:ty) = $keyed_type:ident in $_9:ty, $keyed_form:literal, $keyed_folder:literal, $_10:ident $(, $keyed_ledger:ident)?;
        )* }
        dated { $(
            $(#[doc = $_11:literal])+
            $_12:ident: $_13:ident = $dated_type:ident in $_14:ty, $dated_form:literal, $dated_folder:literal, $stem:literal;
        )* }
    ) => {
        /// Every form of file, in the order of the alphabet.
        pub static FORMS: LazyLock<Vec<Form>> = LazyLock::new(|| {
            let mut forms = vec![
                $(Form::of::<$single_type>($single_form, $single_file, "", $single_file).ledger(&[$(stringify!($single_ledger))?]),)*
                $(Form::of::<$rules>($rules_form, $rules_file, "", $rules_file),)*
                $(Form::of::<$dated_type>($dated_form, concat!($dated_folder, "/*/*.toml"), $dated_folder, concat!("YEAR/", $stem)),)*
            ];
            $($(#[cfg($cfg)])? {
                let form = Form::of::<$keyed_type>($keyed_form, concat!($keyed_folder, "/*.toml"), $keyed_folder, <$key as Key>::NAME);
                forms.push(form.ledger(&[$(stringify!($keyed_ledger))?]));
            })*
            forms.sort_by_key(|form| form.name);
            forms
        });
    };
}

kinds!(forms);

impl Form {
    fn of<T: Shape>(name: &'static str, files: &'static str, folder: &'static str, named: &'static str) -> Self {
        Self { name, files, folder, named, reads: T::TABLE.name, is_ledger: false, schema: || schema(T::TABLE) }
    }

    fn ledger(self, is_ledger: &[&str]) -> Self {
        Self { is_ledger: !is_ledger.is_empty(), ..self }
    }

    /// Where such files stand, as they are described: `points/MONTH.toml`.
    pub fn stands(&self) -> String {
        match self.folder {
            "" => self.named.to_owned(),
            folder => format!("{folder}/{}.toml", self.named),
        }
    }

    /// Whether a path is one of its files.
    pub fn is_of(&self, path: &str) -> bool {
        let fits = |(pattern, part): (&str, &str)| match pattern.split_once('*') {
            Some((begin, end)) => part.starts_with(begin) && part[begin.len()..].ends_with(end),
            None => pattern == part,
        };
        self.files.split('/').count() == path.split('/').count() && self.files.split('/').zip(path.split('/')).all(fits)
    }
}
