//! How large the branch is today.

use super::context::Context;
use crate::error::Fault;
use crate::record::Source;
use crate::rulebook::BranchSize;
use crate::words::{self, Text};

/// The rule; none while somebody's file cannot be read, who may be the one that is missed.
fn rule<'a>(context: &'a Context<'_>) -> Option<(&'a Source, &'a BranchSize)> {
    let (source, rules) = context.branch.rules.branch.as_ref().filter(|_| context.knows_everybody)?;
    Some((source, rules.size.as_ref()?))
}

/// Fewer people of some standings than the least; a branch whose members are not written yet is not small.
pub(super) fn small(context: &Context<'_>) -> Vec<Fault> {
    let Some((source, rule)) = rule(context).filter(|_| context.branch.number_of_members(context.today) > 0) else {
        return vec![];
    };
    let Some(least) = &rule.least else { return vec![] };
    let counted = context.branch.people_on(context.today);
    let number = counted.filter(|(_, member)| {
        let standing = member.standing_on(context.today);
        rule.standings.iter().any(|at| Some(&at.value) == standing)
    });
    match number.count() {
        number if (number as i64) < least.value => {
            let standings = Text::list(rule.standings.iter().map(|at| context.branch.standing_name(at)));
            let fact = words::branch_small(standings, number, least.value);
            let fault = Fault::at("branch-small", source, &least.span, fact).cure(words::cure_branch_small());
            vec![fault.source(rule.source.as_deref())]
        }
        _ => vec![],
    }
}

/// More members than the most.
pub(super) fn large(context: &Context<'_>) -> Vec<Fault> {
    let Some((source, rule)) = rule(context) else { return vec![] };
    match (context.branch.number_of_members(context.today), &rule.most) {
        (number, Some(most)) if number as i64 > most.value => {
            let fact = words::branch_large(number, most.value);
            let fault = Fault::at("branch-large", source, &most.span, fact).cure(words::cure_branch_large());
            vec![fault.source(rule.source.as_deref())]
        }
        _ => vec![],
    }
}
