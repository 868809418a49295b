//! How large the committee is today.

use super::context::Context;
use crate::error::Fault;
use crate::record::{Source, Span};
use crate::rulebook::Committee;
use crate::words::{self, Text};

/// The rule of the committee, and how many are on it.
struct Seated<'a> {
    source: &'a Source,
    rule: &'a Committee,
    number: usize,
}

impl Seated<'_> {
    fn fault(&self, code: &'static str, span: &Span, fact: Text) -> Vec<Fault> {
        let fault = Fault::at(code, self.source, span, fact).cure(words::cure_committee());
        vec![fault.source(self.rule.source.as_deref())]
    }
}

/// The committee of today; none where the rules say nothing of one, or while somebody's file cannot be read.
fn seated<'a>(context: &'a Context<'_>) -> Option<Seated<'a>> {
    if !context.knows_everybody {
        return None;
    }
    let (source, rules) = context.branch.rules.branch.as_ref()?;
    let rule = rules.committee.as_ref()?;
    let people = context.branch.people_on(context.today);
    let on_it = people.filter(|(_, member)| {
        context.branch.posts_on(member, context.today).any(|held| rule.posts.iter().any(|post| post.value == *held))
    });
    Some(Seated { source, rule, number: on_it.count() })
}

/// How many are counted for having to have one, where they are enough.
fn enough(context: &Context<'_>, rule: &Committee) -> Option<usize> {
    let from = rule.needed_from.as_ref()?.value;
    let counted = context.branch.people_on(context.today).filter(|(_, member)| {
        let standing = member.standing_on(context.today);
        rule.standings.iter().any(|at| Some(&at.value) == standing)
    });
    let number = counted.count();
    (number as i64 >= from).then_some(number)
}

/// There has to be one, and nobody is on it.
pub(super) fn missing(context: &Context<'_>) -> Vec<Fault> {
    let Some(seated) = seated(context).filter(|seated| seated.number == 0) else { return vec![] };
    match (enough(context, seated.rule), &seated.rule.needed_from) {
        (Some(number), Some(from)) => {
            let standings = seated.rule.standings.iter().map(|standing| context.branch.standing_name(standing));
            let fact = words::committee_missing(Text::list(standings), number, from.value);
            seated.fault("committee-missing", &from.span, fact)
        }
        _ => vec![],
    }
}

/// There has to be one, and fewer are on it than the least.
pub(super) fn small(context: &Context<'_>) -> Vec<Fault> {
    let Some(seated) = seated(context).filter(|seated| seated.number > 0) else { return vec![] };
    match (enough(context, seated.rule), &seated.rule.least) {
        (Some(_), Some(least)) if (seated.number as i64) < least.value => {
            seated.fault("committee-small", &least.span, words::committee_small(seated.number, least.value))
        }
        _ => vec![],
    }
}

/// More are on it than the most.
pub(super) fn large(context: &Context<'_>) -> Vec<Fault> {
    let Some(seated) = seated(context) else { return vec![] };
    match &seated.rule.most {
        Some(most) if seated.number as i64 > most.value => {
            seated.fault("committee-large", &most.span, words::committee_large(seated.number, most.value))
        }
        _ => vec![],
    }
}
