//! Whether somebody is one of those whom a rule is about, by standing and class.

use super::Branch;
use crate::record::{At, ClassId, Day, Member, StandingId};
use crate::words::{self, Text};

impl Branch {
    /// What keeps a person on a day from being one of these standings and none of those classes: the standing or the class
    /// that does not fit. Any standing fits where none is named.
    pub fn unfit(
        &self,
        member: &Member,
        standings: &[At<StandingId>],
        without: &[At<ClassId>],
        day: Day,
    ) -> Option<Text> {
        let standing = member.standing_on(day);
        if !standings.is_empty() && !standings.iter().any(|at| Some(&at.value) == standing) {
            return Some(standing.map_or_else(words::left_standing, |standing| self.standing_name(standing)));
        }
        let class = self.class_on(member, day)?;
        without.iter().any(|at| at.value == class.id.value).then(|| class.name())
    }
}
