//! How firm a rule is.

use crate::error::Severity;
use crate::record::choice;

/// How firm a rule is: a miss of the one is an offence, a miss of the other is for a person to judge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Firm {
    /// It has to be kept.
    Must,
    /// It is kept as a rule (一般).
    AsARule,
}

impl Firm {
    /// Its id, as the rules write it.
    pub fn id(self) -> &'static str {
        Severity::from(self).id()
    }
}

impl From<Firm> for Severity {
    fn from(firm: Firm) -> Self {
        match firm {
            Firm::Must => Self::Must,
            Firm::AsARule => Self::AsARule,
        }
    }
}

choice! { Firm: [("must", Self::Must), ("as-a-rule", Self::AsARule)] }
