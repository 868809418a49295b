//! Why a figure is what it is: the steps of the reckoning, each with what cut it and by which rule.

use super::points::{item_id, what};
use super::table::{Cell, ColumnKind, Table};
use crate::branch::Branch;
use crate::reckon::{Account, Doubling, Limit, Limited, Line, Origin, reckon_one};
use crate::record::{At, ClassId, Day, EntryId, MemberId, Period, Score};
use crate::rulebook::{Class, Mark};
use crate::words::{self, Text};

/// Which lines are told; all where nothing is said.
#[derive(Clone, Copy, Debug, Default)]
pub struct Only<'a> {
    /// Those of a category.
    pub category: Option<&'a str>,
    /// The one of an award by hand.
    pub entry: Option<&'a EntryId>,
}

impl Only<'_> {
    /// Whether a line is told.
    fn tells(&self, line: &Line<'_>) -> bool {
        let category = line.origin.category();
        let entry = if let Origin::Entry(_, entry) = line.origin { Some(&entry.id.value) } else { None };
        self.category.is_none_or(|only| category == Some(only)) && self.entry.is_none_or(|only| entry == Some(only))
    }
}

/// Why a member's points of a period are what they are on a day: every line, and the total under them.
pub fn explain(branch: &Branch, period: Period, on: Day, member: &MemberId, only: &Only<'_>) -> Table {
    let is_scored = branch.members.get(member).is_some_and(|person| branch.first_scored(person, period).is_some());
    match reckon_one(branch, period, on, member) {
        Some(account) if is_scored || !account.naming(period).is_empty() => explained(branch, period, &account, only),
        _ => Table::new("explain", &COLUMNS, vec![]),
    }
}

const COLUMNS: [(&str, ColumnKind); 10] = [
    ("date", ColumnKind::Day),
    ("item", ColumnKind::Key),
    ("item_name", ColumnKind::Text),
    ("category", ColumnKind::Key),
    ("for", ColumnKind::Text),
    ("raw", ColumnKind::Points),
    ("counted", ColumnKind::Points),
    ("cut_by", ColumnKind::Text),
    ("record", ColumnKind::Place),
    ("rule", ColumnKind::Place),
];

/// The same of an account that is reckoned already.
pub(super) fn explained(branch: &Branch, period: Period, account: &Account<'_>, only: &Only<'_>) -> Table {
    let naming = account.naming(period);
    let told = || naming.iter().copied().filter(|line| only.tells(line));
    let row = |line: &Line<'_>| {
        vec![
            line.date.into(),
            item_id(line).into(),
            what(line).into(),
            line.origin.category().map(Text::same).into(),
            reason(branch, line).into(),
            line.raw.into(),
            line.counted.into(),
            cuts(line).or_else(|| unscored(branch, account, line)).into(),
            line.record.at().into(),
            line.rule.at().into(),
        ]
    };
    let mut table = Table::new("explain", &COLUMNS, told().map(row).collect());
    let raw: Score = told().map(|line| line.raw).sum();
    let counted: Score = told().map(|line| line.counted).sum();
    table.push_sum(vec![
        Cell::Empty,
        Cell::Empty,
        words::total().into(),
        Cell::Empty,
        words::total_of(branch.name_on(account.member, period.last), period).into(),
        raw.into(),
        counted.into(),
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
    ]);
    account.settles_on(period).map_or(table.clone(), |day| table.note(words::settles_on(day)))
}

/// What happened that a line is for.
fn reason(branch: &Branch, line: &Line<'_>) -> Option<Text> {
    let reason = match line.origin {
        Origin::Base => None,
        Origin::Carried(before, percent) => Some(words::percent_of(percent, before)),
        Origin::Held(_, post) => Some(branch.post_name(&post.id)),
        Origin::Rate(_, days, share) => Some(words::came_to(share.came, share.of, days)),
        Origin::Attendance(_, meeting) | Origin::Role(_, meeting, _) => Some(branch.title(meeting)),
        Origin::Study(_, study) => {
            let title = study.title.as_deref().map(Text::same);
            let hours = words::hours_of(branch.study_name(&study.kind), study.hours);
            Some(Text::join([hours].into_iter().chain(title), " · "))
        }
        Origin::Dues(_, payment) => Some(words::dues_of(branch.rules.word_dues(), payment.month.value)),
        Origin::Problem(_, issue) => Some(branch.issue_title(issue)),
        Origin::Entry(_, entry) => entry.note.as_deref().map(Text::same),
        Origin::Appraisal(appraisal, worth) => {
            let grade = appraisal.grade.as_ref().map(|grade| branch.grade_name(grade));
            let factor = worth.percent.as_ref().map(|percent| Text::same(format!("×{}%", percent.value)));
            Some(Text::join(grade.into_iter().chain(factor), " "))
        }
        Origin::Veto(_, period) => Some(words::veto_of(period)),
        Origin::Rounded(days, exact) => Some(words::settled_sum(words::all_points(), days, exact)),
        Origin::Settled(limited, days, sum) => Some(match limited {
            Limited::Item(item) => words::settled_sum(item.name(), days, sum),
            Limited::Category(category) => words::settled_sum(category.name(), days, sum),
            Limited::All => words::settled_sum(words::all_points(), days, sum),
        }),
    };
    let doubled = line.doubled.map(|doubling| {
        words::doubled(match doubling {
            Doubling::Mark(id) => branch.rules.mark(id).map_or_else(|| Text::same(id.as_str()), Mark::name),
            Doubling::Link(id) => branch.link_name(id),
        })
    });
    let parts: Vec<_> = reason.into_iter().chain(doubled).collect();
    (!parts.is_empty()).then(|| Text::join(parts, " "))
}

/// Why a line of a day counts nothing on which the person was not scored.
fn unscored(branch: &Branch, account: &Account<'_>, line: &Line<'_>) -> Option<Text> {
    let member = branch.members.get(account.member)?;
    if branch.is_scored(member, line.date) {
        if line.origin.is_waiting() {
            return Some(words::not_confirmed());
        }
        let item = line.origin.item().filter(|item| !branch.is_for(item, account.member, line.date))?;
        let class = |id: &At<ClassId>| branch.rules.class(id).map_or_else(|| Text::same(id.as_str()), Class::name);
        return Some(words::not_for_class(Text::list(item.classes.iter().map(class))));
    }
    Some(match (member.is_there(line.date), member.standing_on(line.date), branch.class_on(member, line.date)) {
        (false, ..) => words::unscored_away(),
        (true, _, Some(class)) if class.scored == Some(false) => words::unscored_by(class.name()),
        (true, Some(standing), _) => words::unscored_by(branch.standing_name(standing)),
        (true, None, _) => words::unscored_away(),
    })
}

/// What cut a line.
fn cuts(line: &Line<'_>) -> Option<Text> {
    let cuts = line.cuts.iter().map(|cut| {
        let (over, rule) = (cut.over, cut.rule.at());
        match cut.limit {
            Limit::ItemCeiling => words::cut_by_item(cut.at, over, rule),
            Limit::ItemFloor => words::held_by_item(cut.at, over, rule),
            Limit::CategoryCeiling => words::cut_by_category(cut.at, over, rule),
            Limit::CategoryFloor => words::held_by_category(cut.at, over, rule),
            Limit::Ceiling => words::cut_by_ceiling(cut.at, over, rule),
            Limit::Floor => words::cut_by_floor(cut.at, over, rule),
            Limit::Veto => words::cut_by_veto(over, rule),
        }
    });
    let cuts: Vec<_> = cuts.collect();
    (!cuts.is_empty()).then(|| Text::list(cuts))
}
