//! A talk that is owed, and the rule by which it is.

use crate::record::{Day, MemberId, Period, Span, TalkReasonId};
use crate::rulebook::{Each, Firm, TalkPair, TalkTrigger};
use crate::words::{self, Text};
use std::collections::BTreeSet;
use std::rc::Rc;

/// A talk that somebody owes.
#[derive(Clone, Debug)]
pub struct OwedTalk<'a> {
    /// The rule.
    pub rule: TalkRule<'a>,
    /// Who owes it.
    pub who: &'a MemberId,
    /// With whom: any of these but the person.
    pub with: Rc<BTreeSet<&'a MemberId>>,
    /// How many are still owed.
    pub times: usize,
    /// The last day on which it is in time.
    pub until: Day,
}

/// The rule by which a talk is owed.
#[derive(Clone, Copy, Debug)]
pub enum TalkRule<'a> {
    /// Some are to talk with others over and over: once or more in these days.
    Pair(&'a TalkPair, Period),
    /// Something of a day makes a talk a duty.
    Trigger(&'a TalkTrigger, Day),
}

impl<'a> TalkRule<'a> {
    /// Its id.
    pub fn id(&self) -> &str {
        match self {
            Self::Pair(pair, _) => pair.id.as_str(),
            Self::Trigger(trigger, _) => trigger.id.as_str(),
        }
    }

    /// Its name; with the day of what made the talk a duty.
    pub fn name(&self) -> Text {
        match self {
            Self::Pair(pair, _) => pair.name(),
            Self::Trigger(trigger, day) => words::of_day(trigger.name(), *day),
        }
    }

    /// The reason that the talk has to have.
    pub fn reason(&self) -> Option<&'a TalkReasonId> {
        match self {
            Self::Pair(..) => None,
            Self::Trigger(trigger, _) => trigger.reason.as_ref().map(|at| &at.value),
        }
    }

    /// Where the rule is from: regulation and article.
    pub fn source(&self) -> Option<&'a str> {
        match self {
            Self::Pair(pair, _) => pair.source.as_deref(),
            Self::Trigger(trigger, _) => trigger.source.as_deref(),
        }
    }

    /// Where it stands in `rules/talks.toml`.
    pub fn span(&self) -> &'a Span {
        match self {
            Self::Pair(pair, _) => &pair.span,
            Self::Trigger(trigger, _) => &trigger.span,
        }
    }

    /// Whether it is as much the other's as the person's.
    pub fn is_of_both(&self) -> bool {
        matches!(self, Self::Pair(pair, _) if pair.each == Each::Pair)
    }

    /// How firm it is.
    pub fn firm(&self) -> Firm {
        match self {
            Self::Pair(pair, _) => pair.firm,
            Self::Trigger(trigger, _) => trigger.firm,
        }
    }
}

impl<'a> OwedTalk<'a> {
    /// Whether a talk with somebody would settle it.
    pub fn takes(&self, other: &MemberId) -> bool {
        other != self.who && self.with.contains(other)
    }

    /// What tells it from others of its rule: the days, who owes it, and the other where it is as much the other's.
    pub fn about(&self) -> String {
        let days = match self.rule {
            TalkRule::Pair(_, days) => days.to_string(),
            TalkRule::Trigger(_, day) => day.to_string(),
        };
        let both = self.only().filter(|_| self.rule.is_of_both());
        std::iter::once(self.who).chain(both).fold(days, |about, id| format!("{about} {id}"))
    }

    /// The only one it can be with; none where there is a choice.
    pub fn only(&self) -> Option<&'a MemberId> {
        let mut others = self.with.iter().filter(|other| **other != self.who);
        others.next().filter(|_| others.next().is_none()).copied()
    }
}
