//! The yearly appraisal of members, and the honours of the branch.

use std::collections::BTreeSet;

use super::table::{Cell, ColumnKind, Table};
use crate::branch::Branch;
use crate::reckon::{Candidate, Reason, candidates, reckon, to_grade};
use crate::record::{Day, Period};
use crate::rulebook::{ExemplarRule, Grade, ShareOf};
use crate::words::{self, Text};

/// The appraisals for a year: every member who takes part, those of whom nobody wrote too.
pub fn appraisals(branch: &Branch, year: i32) -> Table {
    use ColumnKind::{Day as Date, List, Text as Words};
    let columns = [
        ("member", ColumnKind::Id),
        ("name", Words),
        ("standing", Words),
        ("grade", Words),
        ("conclusion", Words),
        ("votes", List),
        ("date", Date),
        ("told", Date),
        ("id", ColumnKind::Id),
    ];
    let last = Day::new(year, 12, 31);
    let lines = branch.appraised_for(year);
    let takes_part = |standing: &crate::record::StandingId| {
        let rules = branch.rules.appraisal.as_ref();
        rules.is_some_and(|(_, rules)| rules.takes_part.iter().any(|at| at.value == *standing))
    };
    let rows = branch.members.iter().filter_map(|(id, member)| {
        let line = lines.get(id).copied();
        let day = line.map(|line| line.date.value).or(last)?;
        let standing = member.standing_on(day);
        (line.is_some() || standing.is_some_and(takes_part)).then(|| {
            let votes = line.iter().flat_map(|line| &line.votes);
            let votes = votes.map(|votes| words::votes_for(branch.grade_name(&votes.grade), votes.count.value));
            vec![
                Text::same(id.as_str()).into(),
                branch.member_name_on(id, day).into(),
                standing.map(|id| Cell::code(id, branch.standing_name(id))).into(),
                line.and_then(|line| line.grade.as_ref()).map(|id| Cell::code(&id.value, branch.grade_name(id))).into(),
                line.and_then(|line| line.conclusion.as_deref()).map(Text::same).into(),
                Cell::list(votes),
                line.map(|line| line.date.value).into(),
                line.and_then(|line| line.told.as_ref()).map(|day| day.value).into(),
                line.map(|line| Text::same(line.id.as_str())).into(),
            ]
        })
    });
    let table = Table::new("appraisals", &columns, rows.collect());
    shares(branch, year).into_iter().fold(table, |table, share| {
        table.note(words::share_of_grade(share.grade.name(), share.have, share.most, share.base))
    })
}

/// How many got a grade whose share is limited.
pub struct GradeShare<'a> {
    /// The grade.
    pub grade: &'a Grade,
    /// How many got it.
    pub have: usize,
    /// How many may.
    pub most: usize,
    /// Of how many that is reckoned.
    pub base: usize,
}

/// The shares of the grades of a year that are limited.
pub fn shares(branch: &Branch, year: i32) -> Vec<GradeShare<'_>> {
    let of_year = || branch.appraised().filter(|(_, one)| one.year.value == i64::from(year));
    // Those who are to be graded, and those who were all the same: a share of those graded so far would be of too few.
    let mut graded: BTreeSet<_> = to_grade(branch, year).into_iter().collect();
    graded.extend(of_year().filter(|(_, one)| one.grade.is_some()).map(|(_, one)| &one.member.value));
    let members = Day::new(year, 12, 31).map_or(0, |day| branch.number_of_members(day));
    let share_of = branch.rules.appraisal.as_ref().map(|(_, rules)| rules.share_of);
    let base = if share_of == Some(ShareOf::Members) { members } else { graded.len() };
    let limited = branch.rules.grades().filter_map(|grade| Some((grade, grade.most.as_ref()?)));
    limited
        .map(|(grade, share)| {
            let has = |one: &crate::record::Appraisal| one.grade.as_ref().is_some_and(|at| at.value == grade.id.value);
            let have = of_year().filter(|(_, one)| has(one)).count();
            GradeShare { grade, have, most: share.of_many(base), base }
        })
        .collect()
}

/// Who meets the conditions of an honour as of a day, with what speaks for and against; in the order of the roll.
pub fn proposals(branch: &Branch, rule: &ExemplarRule, period: Period, on: Day, all: bool) -> Table {
    use ColumnKind::{List, Text as Words};
    let columns = [
        ("member", ColumnKind::Id),
        ("name", Words),
        ("group", Words),
        ("meets", Words),
        ("pro", List),
        ("contra", List),
    ];
    let accounts = reckon(branch, period, on);
    let rows = candidates(branch, rule, &accounts, period).into_iter().filter(|one| all || one.is_met()).map(|one| {
        let member = branch.members.get(one.member);
        let group = member.and_then(|member| member.group_on(branch.last_there(member, period)?));
        vec![
            Text::same(one.member.as_str()).into(),
            branch.member_name_on(one.member, period.last).into(),
            group.map(|id| Cell::code(id, branch.group_name_on(id, period.last))).into(),
            Cell::code(if one.is_met() { "yes" } else { "no" }, words::yes_or_no(one.is_met())),
            Cell::list(one.pro.iter().map(|why| reason(branch, why))),
            Cell::list(one.contra.iter().map(|why| reason(branch, why))),
        ]
    });
    Table::new("proposals", &columns, rows.collect())
}

/// What speaks against a member, in one line.
pub fn against(branch: &Branch, candidate: &Candidate<'_>) -> Text {
    Text::list(candidate.contra.iter().map(|why| reason(branch, why)))
}

fn reason(branch: &Branch, reason: &Reason<'_>) -> Text {
    match reason {
        Reason::Points(period, total, least) => words::reason_points(*period, *total, *least),
        Reason::Rate(None, least) => words::reason_no_rate(*least),
        Reason::Rate(Some(rate), least) => words::reason_rate(format!("{}.{}", rate / 10, rate % 10), *least),
        Reason::Discipline(0) => words::reason_clean(),
        Reason::Discipline(times) => words::reason_discipline(*times),
        Reason::Grade(year, grade) => words::reason_grade(*year, branch.grade_name(grade)),
    }
}

/// The honours that were given for a period.
pub fn exemplars(branch: &Branch, period: Period) -> Table {
    use ColumnKind::{Day as Date, Text as Words};
    let columns = [
        ("date", Date),
        ("member", ColumnKind::Key),
        ("name", Words),
        ("honour", Words),
        ("period", Words),
        ("meeting", ColumnKind::Id),
        ("why", Words),
        ("id", ColumnKind::Id),
    ];
    let mut given: Vec<_> =
        branch.exemplars().map(|(_, one)| one).filter(|one| period.meets(one.period.value)).collect();
    given.sort_by_key(|one| (one.date.value, one.id.as_str()));
    let rows = given.into_iter().map(|one| {
        let rule = branch.rules.exemplars_on(one.date.value).find(|rule| rule.id.value == one.kind.value);
        let name = rule.map_or_else(|| Text::same(one.kind.as_str()), ExemplarRule::name);
        vec![
            one.date.value.into(),
            Text::same(one.member.as_str()).into(),
            branch.name_on(&one.member, one.date.value).into(),
            Cell::code(&one.kind.value, name),
            Text::same(one.period.value.to_string()).into(),
            Text::same(one.meeting.as_str()).into(),
            one.why.as_deref().map(Text::same).into(),
            Text::same(one.id.as_str()).into(),
        ]
    });
    Table::new("exemplars", &columns, rows.collect())
}
