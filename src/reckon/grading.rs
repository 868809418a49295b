//! Who is to be graded at the yearly appraisal, and whose points wait for a grade.

use super::points::scored_periods;
use crate::branch::Branch;
use crate::record::{Day, MemberId, Period};

/// Those who are to be graded for a year: by their standing on the day of their appraisal, or else on the last day of
/// the year.
pub fn to_grade(branch: &Branch, year: i32) -> Vec<&MemberId> {
    let Some(((_, rules), last)) = branch.rules.appraisal.as_ref().zip(Day::new(year, 12, 31)) else { return vec![] };
    let appraised = branch.appraised_for(year);
    let people = branch.members.iter().filter(|(id, member)| {
        let day = appraised.get(id).map_or(last, |appraisal| appraisal.date.value);
        member.standing_on(day).is_some_and(|standing| rules.graded.iter().any(|at| at.value == *standing))
    });
    people.map(|(id, _)| id).collect()
}

/// Whose totals of a period wait for a grade, by year: of the scored years that end in it and are over by a day, and
/// into whose points the appraisal is folded.
pub fn ungraded(branch: &Branch, period: Period, on: Day) -> Vec<(i32, Vec<&MemberId>)> {
    let folded = scored_periods(branch, period).into_iter().filter(|scored| {
        let last = scored.days.last;
        scored.scheme.appraisal.is_some() && period.contains(last) && last <= on
    });
    let years = folded.map(|scored| {
        let (last, year) = (scored.days.last, scored.days.last.year());
        let appraised = branch.appraised_for(year);
        let waits = |id: &&MemberId| {
            let is_scored = branch.members.get(*id).is_some_and(|member| branch.is_scored(member, last));
            is_scored && appraised.get(*id).is_none_or(|appraisal| appraisal.grade.is_none())
        };
        (year, to_grade(branch, year).into_iter().filter(waits).collect::<Vec<_>>())
    });
    years.filter(|(_, people)| !people.is_empty()).collect()
}
