//! What cannot be in appraisals and honours.

use std::collections::BTreeSet;

use super::context::Context;
use crate::branch::appraisal_path;
use crate::error::Fault;
use crate::reckon::ungraded;
use crate::record::{Appraisal, MemberId, Period, Source};
use crate::report::{GradeShare, shares};
use crate::words::{self, Text};

/// The grades that count, each with its file.
fn graded<'a>(context: &'a Context<'_>) -> impl Iterator<Item = (&'a Source, &'a Appraisal)> {
    context.branch.appraised().filter(|(_, appraisal)| appraisal.grade.is_some())
}

/// More members with a grade than may have it; told at the last of them.
pub(super) fn grade_share(context: &Context<'_>) -> Vec<Fault> {
    let mut years: Vec<_> =
        context.branch.appraised().filter_map(|(_, one)| i32::try_from(one.year.value).ok()).collect();
    years.sort_unstable();
    years.dedup();
    // Those whose files could not be read may be among all of whom it is a share.
    let unread = context.unread_in("members/");
    let is_over = |share: &GradeShare<'_>| {
        share.have > share.grade.most.as_ref().map_or(share.most, |most| most.of_many(share.base + unread))
    };
    let mut faults = Vec::new();
    for year in years {
        for share in shares(context.branch, year).into_iter().filter(is_over) {
            let of_share = graded(context).filter(|(_, one)| {
                one.year.value == i64::from(year)
                    && one.grade.as_ref().is_some_and(|at| at.value == share.grade.id.value)
            });
            if let Some((source, at)) = of_share.filter_map(|(source, one)| Some((source, one.grade.as_ref()?))).last()
            {
                let fact = words::share_of_grade(share.grade.name(), share.have, share.most, share.base);
                faults.push(Fault::at("grade-share", source, &at.span, fact).source(share.grade.source.as_deref()));
            }
        }
    }
    faults
}

/// Grades that the points of a year wait for, which is over.
pub(super) fn grade_missing(context: &Context<'_>) -> Vec<Fault> {
    let branch = context.branch;
    let first = branch.rules.schemes().map(|scheme| scheme.from.value).min();
    let over = first.and_then(|first| Period::new(first.max(branch.kept_from()), context.today.minus(1)));
    let waiting = over.map(|over| ungraded(branch, over, context.today)).unwrap_or_default();
    let fault = |(year, people): (i32, Vec<&MemberId>)| {
        let names = Text::list(people.iter().map(|id| branch.name(id)));
        let fault = Fault::of_file("grade-missing", &appraisal_path(year), words::grades_missing(year, names));
        fault.cure(words::cure_grades_missing(year))
    };
    waiting.into_iter().map(fault).collect()
}

/// A grade for somebody who gets none.
pub(super) fn not_graded(context: &Context<'_>) -> Vec<Fault> {
    let Some((_, rules)) = &context.branch.rules.appraisal else { return vec![] };
    let wrong = graded(context).filter_map(|(source, one)| {
        let standing = context.branch.members.get(&one.member.value)?.standing_on(one.date.value)?;
        let fact = words::not_graded(context.branch.name(&one.member), context.branch.standing_name(standing));
        let at = one.grade.as_ref()?;
        let graded = rules.graded.iter().any(|at| at.value == *standing);
        let fault = || Fault::at("not-graded", source, &at.span, fact).cure(words::cure_not_graded());
        (!graded).then(|| fault().source(rules.source.as_deref()))
    });
    wrong.collect()
}

/// Poll sheets that do not add up.
pub(super) fn poll(context: &Context<'_>) -> Vec<Fault> {
    let wrong = context.branch.appraised().filter_map(|(source, one)| {
        let ballots = one.ballots.as_ref()?;
        let sum: i64 = one.votes.iter().map(|votes| votes.count.value).sum();
        let fact = words::votes_do_not_add_up(sum, ballots.value);
        (sum != ballots.value).then(|| Fault::at("poll", source, &ballots.span, fact))
    });
    wrong.collect()
}

/// Two appraisals of one member for one year.
pub(super) fn appraised_twice(context: &Context<'_>) -> Vec<Fault> {
    let mut seen = BTreeSet::new();
    let twice = context.branch.appraised().filter(|(_, one)| !seen.insert((one.member.value.clone(), one.year.value)));
    let twice: Vec<_> = twice.collect();
    let fault = |(source, one): (&Source, &Appraisal)| {
        let fact = words::appraised_already(context.branch.name(&one.member), one.year.value.to_string());
        let cure = words::cure_appraised_already(one.id.as_str());
        Fault::at("appraised-twice", source, &one.member.span, fact).cure(cure)
    };
    twice.into_iter().map(fault).collect()
}
