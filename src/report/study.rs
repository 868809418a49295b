//! Hours of study: each record, and what they come to.

use super::meetings::campaign;
use super::table::{Cell, ColumnKind, Table};
use crate::branch::{Branch, FileKind};
use crate::reckon::{Location, studied};
use crate::record::{MemberId, Period, Source, Study};
use crate::words::{self, Text};

/// The hours of study of a period that count, a record a line.
pub fn study(branch: &Branch, period: Period) -> Table {
    use ColumnKind::{Day, Id, Points, Text as Words};
    let columns = [
        ("date", Day),
        ("member", Id),
        ("name", Words),
        ("kind", Words),
        ("kind_name", Words),
        ("hours", Points),
        ("title", Words),
        ("reflection", Words),
        ("note", Words),
        ("by", Words),
        ("entry", Id),
    ];
    let rows =
        within(branch, period, None).into_iter().map(|(_, study)| study).filter(|study| study.struck.is_none()).map(
            |study| {
                vec![
                    study.date.value.into(),
                    Text::same(study.member.as_str()).into(),
                    branch.member_name_on(&study.member, study.date.value).into(),
                    Text::same(study.kind.as_str()).into(),
                    branch.study_name(&study.kind).into(),
                    study.hours.score().into(),
                    study.title.as_deref().map(Text::same).into(),
                    study.reflection.as_ref().map(|one| Text::same(one.file.as_str())).into(),
                    study.note.as_deref().map(Text::same).into(),
                    study.by.as_ref().map(|by| Cell::code(&by.value, branch.name_on(by, study.date.value))).into(),
                    Text::same(study.id.as_str()).into(),
                ]
            },
        );
    Table::new("study", &columns, rows.collect())
}

/// The hours of study of a period, of one person or of all, struck ones too.
pub fn study_list(branch: &Branch, period: Period, member: Option<&MemberId>) -> Table {
    use ColumnKind::{Day, Points, Text as Words};
    let columns = [
        ("date", Day),
        ("member", ColumnKind::Key),
        ("name", Words),
        ("kind", ColumnKind::Key),
        ("kind_name", Words),
        ("hours", Points),
        ("title", Words),
        ("campaign", Words),
        ("reflection", Words),
        ("note", Words),
        ("by", Words),
        ("struck", Words),
        ("id", ColumnKind::Id),
    ];
    let rows = within(branch, period, member).into_iter().map(|(source, study)| {
        vec![
            study.date.value.into(),
            Text::same(study.member.as_str()).into(),
            branch.name_on(&study.member, study.date.value).into(),
            Text::same(study.kind.as_str()).into(),
            branch.study_name(&study.kind).into(),
            study.hours.score().into(),
            study.title.as_deref().map(Text::same).into(),
            campaign(branch, study.campaign.as_ref()),
            study.reflection.as_ref().map(|one| Text::same(one.file.as_str())).into(),
            study.note.as_deref().map(Text::same).into(),
            study.by.as_ref().map(|by| Cell::code(&by.value, branch.name_on(by, study.date.value))).into(),
            study.struck.as_ref().map(|why| Text::same(why.as_str())).into(),
            // What follows from a meeting is changed there.
            Text::same(if is_attended(source) { source.path.stem() } else { study.id.as_str() }).into(),
        ]
    });
    Table::new("study", &columns, rows.collect())
}

/// Whether hours follow from who attended a meeting.
fn is_attended(source: &Source) -> bool {
    FileKind::of(&source.path) == Some(FileKind::Meeting)
}

/// The records of a period, by date, then id; those that follow from meetings behind them, by who attended.
fn within<'a>(branch: &'a Branch, period: Period, member: Option<&MemberId>) -> Vec<(&'a Source, &'a Study)> {
    let wanted = |(_, study): &(&Source, &Study)| {
        period.contains(study.date.value) && member.is_none_or(|member| study.member.value == *member)
    };
    let mut records: Vec<_> = branch.studied().filter(wanted).collect();
    records.sort_by_key(|(source, study)| {
        let is_attended = is_attended(source);
        (study.date.value, is_attended, if is_attended { study.member.as_str() } else { study.id.as_str() })
    });
    records
}

/// What everybody's hours come to in a period, and in its year against what is owed.
pub fn study_total(branch: &Branch, period: Period) -> Table {
    use ColumnKind::{Id, Place, Points, Text as Words};
    let columns = [
        ("member", Id),
        ("name", Words),
        ("group", Words),
        ("class", Words),
        ("hours", Points),
        ("year_hours", Points),
        ("owed_hours", Points),
        ("short_hours", Points),
        ("rule", Place),
    ];
    let rows = studied(branch, period).into_iter().filter_map(|studied| {
        let member = branch.members.get(studied.member)?;
        let rule = studied.owed.zip(branch.rules.study.as_ref());
        Some(vec![
            Text::same(studied.member.as_str()).into(),
            branch.member_name_on(studied.member, studied.day).into(),
            member.group_on(studied.day).map(|id| Cell::code(id, branch.group_name_on(id, studied.day))).into(),
            branch.class_on(member, studied.day).map(|class| Cell::code(&class.id.value, class.name())).into(),
            studied.hours.into(),
            studied.of_year.into(),
            studied.owed.map(|_| studied.of_rule).into(),
            studied.short().into(),
            rule.map(|(owed, (source, _))| Location::new(source, Some(&owed.span)).at()).into(),
        ])
    });
    Table::new("study_total", &columns, rows.collect()).spare(&["class", "group"]).note(words::about_owed_hours())
}
