//! What the rules say that can never come about: it hinders no figure, and is told all the same.

use super::super::{Item, Kind, Rulebook, State};
use super::found::Faults;
use crate::error::{Fault, Severity};
use crate::record::KindId;
use crate::words;

impl Rulebook {
    /// What is in the rules and can never come about. Figures are reckoned all the same.
    pub fn doubts(&self) -> Vec<Fault> {
        let nobody = |id: &KindId| self.kind(id).filter(|kind| kind.standings.is_empty() && kind.posts.is_empty());
        let mut found = Vec::new();
        if let Some((source, rules)) = &self.points {
            let mut faults = Faults::of(source);
            rules.items.iter().for_each(|item| absent(&mut faults, item, &nobody));
            rules.items.iter().for_each(|item| veto(&mut faults, item));
            found.append(&mut faults.found);
        }
        if let Some((source, rules)) = &self.meetings {
            let mut faults = Faults::of(source);
            for rule in rules.votes.iter().filter(|rule| rule.voters.is_empty()) {
                for (at, kind) in rule.kinds.iter().filter_map(|at| Some((at, nobody(&at.value)?))) {
                    let (fact, cure) = (words::nobody_votes(kind.name()), words::cure_nobody_due(kind.key()));
                    faults.add("rule-vote", &at.span, fact, cure);
                }
            }
            found.append(&mut faults.found);
        }
        found.into_iter().map(|fault| Fault { severity: Severity::Note, ..fault }).collect()
    }
}

/// Points for being absent where nobody is due.
fn absent<'r>(faults: &mut Faults<'_>, item: &Item, nobody: &impl Fn(&KindId) -> Option<&'r Kind>) {
    let Some(by) = &item.attendance else { return };
    let missing = |state: &&State| matches!(state, State::Absent | State::Excused | State::MadeUp);
    let Some(state) = by.states.iter().find(missing).filter(|_| by.states.iter().all(|state| missing(&state))) else {
        return;
    };
    for (at, kind) in by.kinds.iter().filter_map(|at| Some((at, nobody(&at.value)?))) {
        let fact = words::nobody_absent(kind.name(), words::state(state.id()));
        faults.add("rule-earned", &at.span, fact, words::cure_nobody_due(kind.key()));
    }
}

/// A veto that has points of its own, which it takes with all others.
fn veto(faults: &mut Faults<'_>, item: &Item) {
    let points = item.points.as_ref().map(|points| &points.span);
    let points = points.or_else(|| item.range.as_ref().map(|range| &range.span));
    if let Some(span) = points.filter(|_| item.is_veto()) {
        faults.add("rule-points", span, words::veto_with_points(item.name()), words::cure_veto_with_points());
    }
}
