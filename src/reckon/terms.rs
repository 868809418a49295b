//! Terms of office: how long the posts of a branch have been held.

use crate::branch::Branch;
use crate::record::{Day, MemberId, Period};
use crate::rulebook;

/// A term of office that runs or has run out.
#[derive(Clone, Debug)]
pub struct Term<'a> {
    /// Its rule.
    pub rule: &'a rulebook::Term,
    /// Its days, as the rule has them.
    pub days: Period,
    /// Those who hold its posts, by id.
    pub holders: Vec<&'a MemberId>,
}

impl Term<'_> {
    /// The last day until which it may be put off, where the rule says one.
    pub fn latest(&self) -> Option<Day> {
        self.rule.latest.as_ref().map(|latest| latest.after(self.days.last, |day, _| day))
    }
}

/// The terms of a day, in the order of the rules; none of posts that nobody holds.
///
/// A term began with the holder who came first: who is elected in between serves the rest of it.
pub fn terms(branch: &Branch, day: Day) -> Vec<Term<'_>> {
    let rules = branch.rules.duties.iter().flat_map(|(_, rules)| &rules.terms).filter(|rule| rule.holds(day));
    let term = |rule: &'_ rulebook::Term| {
        let mut holders = Vec::new();
        let mut first: Option<Day> = None;
        for (id, member) in branch.people_on(day) {
            let held = branch.held_on(member, day).filter(|post| rule.posts.iter().any(|at| at.value == post.id.value));
            // Of a post that was taken anew, the last time counts.
            let mut latest = std::collections::BTreeMap::new();
            let mut holds = false;
            for post in held {
                holds = true;
                // When a term began is told by those of whom it is known.
                let Some(from) = post.from.as_ref().map(|from| from.value) else { continue };
                let known = latest.entry(&post.id.value).or_insert(from);
                *known = from.max(*known);
            }
            holders.extend(holds.then_some(id));
            if let Some(from) = latest.into_values().min() {
                first = Some(first.map_or(from, |first| first.min(from)));
            }
        }
        let first = first?;
        let days = Period::new(first, rule.length.after(first, |day, _| day).minus(1))?;
        Some((days, holders))
    };
    rules.filter_map(|rule| term(rule).map(|(days, holders)| Term { rule, days, holders })).collect()
}
