//! The people and the groups of a day.

use std::collections::BTreeMap;

use super::development;
use super::page::Page;
use super::table::{Cell, ColumnKind, Table};
use crate::branch::{Branch, Filed};
use crate::record::{Day, GroupId, Member, MemberId, Period};
use crate::words::{self, Text};

/// Everybody who was with the branch on some day of a period until a day, as they were on their last day in it.
pub fn members(branch: &Branch, period: Period, until: Day) -> Table {
    let period = Period { last: period.last.min(until), ..period };
    let rows = branch.members.iter().filter_map(|(id, member)| {
        let day = branch.last_there(member, period)?;
        Some(row(branch, id, member, day))
    });
    table(rows.collect())
}

/// Those who are with the branch on a day, and wanted.
pub fn members_on(branch: &Branch, day: Day, wanted: impl Fn(&Member) -> bool) -> Table {
    let people = branch.people_on(day).filter(|(_, member)| wanted(member));
    table(people.map(|(id, member)| row(branch, id, member, day)).collect())
}

fn table(rows: Vec<Vec<Cell>>) -> Table {
    let columns = ["member", "name", "standing", "group", "posts", "class"];
    let kinds = columns.map(|id| match id {
        "member" => (id, ColumnKind::Id),
        "posts" => (id, ColumnKind::List),
        _ => (id, ColumnKind::Text),
    });
    Table::new("members", &kinds, rows)
}

fn row(branch: &Branch, id: &MemberId, member: &Member, day: Day) -> Vec<Cell> {
    vec![
        Text::same(id.as_str()).into(),
        Text::same(member.name_on(day)).into(),
        member.standing_on(day).map(|id| Cell::code(id, branch.standing_name(id))).into(),
        member.group_on(day).map(|id| Cell::code(id, branch.group_name_on(id, day))).into(),
        posts(branch, member, day),
        branch.class_on(member, day).map(|class| Cell::code(&class.id.value, class.name())).into(),
    ]
}

/// The posts held on a day, in the order of the rules.
fn posts(branch: &Branch, member: &Member, day: Day) -> Cell {
    let held: Vec<_> = branch.posts_on(member, day).collect();
    let posts = branch.rules.posts().filter(|post| held.contains(&&post.id.value));
    Cell::codes(posts.map(|post| (&post.id.value, post.name())))
}

/// The groups there are on a day, with who is in them.
pub fn groups_on(branch: &Branch, day: Day) -> Table {
    let mut people: BTreeMap<&GroupId, Vec<(&MemberId, &Member)>> = BTreeMap::new();
    for (id, member) in branch.people_on(day) {
        if let Some(group) = member.group_on(day) {
            people.entry(group).or_default().push((id, member));
        }
    }
    let rows = branch.groups_on(day).map(|(id, group)| {
        let within = people.remove(id).unwrap_or_default();
        let members = within.iter().filter(|(_, member)| branch.is_member(member, day)).count();
        let leaders =
            within.iter().filter(|(_, member)| branch.posts_on(member, day).any(|held| branch.is_of_group(held)));
        vec![
            Text::same(id.as_str()).into(),
            Text::same(group.name_on(day)).into(),
            group.from.value.into(),
            Cell::codes(leaders.map(|(id, _)| (*id, branch.name_on(id, day)))),
            members.into(),
        ]
    });
    let columns = [
        ("id", ColumnKind::Id),
        ("group_name", ColumnKind::Text),
        ("since", ColumnKind::Day),
        ("leaders", ColumnKind::List),
        ("members", ColumnKind::Integer),
    ];
    Table::new("groups", &columns, rows.collect())
}

/// What a person is and was.
pub fn member_history(branch: &Branch, id: &MemberId, member: &Filed<Member>, today: Day) -> Page {
    let mut page = Page::new(Text::same(member.name.as_str()));
    page.field("member", Text::same(id.as_str()));
    page.field("name", Text::same(member.name.as_str()));
    let former = member.former.iter().map(|one| words::name_until(words::shown(&one.name), one.until.value));
    page.field("former", Cell::list(former));
    page.field("staff_number", member.number.as_ref().map(|number| Text::same(words::shown(number))));
    page.field("standing", member.standing_on(today).map(|standing| branch.standing_name(standing)));
    page.field("group", member.group_on(today).map(|group| branch.group_name_on(group, today)));
    page.field("posts", posts(branch, member, today));
    page.field("class", branch.class_on(member, today).map(|class| class.name()));
    page.field("note", member.note.as_deref().map(Text::same));

    // Since when, until when, what, and a note.
    type Event<'e> = (Option<Day>, Option<Day>, Text, Option<&'e str>);
    let mut events: Vec<Event<'_>> = Vec::new();
    events.extend(member.standings.iter().map(|since| {
        let note = since.reason.as_deref().or(since.note.as_deref());
        (Some(since.from.value), None, branch.standing_name(&since.is), note)
    }));
    let until = |until: &Option<crate::record::At<Day>>| until.as_ref().map(|day| day.value);
    events.extend(
        member
            .groups
            .iter()
            .map(|since| (Some(since.from.value), until(&since.until), branch.group_name(&since.id), None)),
    );
    events.extend(member.posts.iter().map(|since| {
        let name = branch.rules.post(&since.id).map_or_else(|| Text::same(since.id.as_str()), |post| post.name());
        (since.from.as_ref().map(|from| from.value), branch.post_end(member, since), name, None)
    }));
    events.extend(member.classes.iter().map(|since| {
        let name = branch.rules.class(&since.id).map_or_else(|| Text::same(since.id.as_str()), |class| class.name());
        (Some(since.from.value), until(&since.until), name, None)
    }));
    events.extend(member.here.as_ref().map(|here| (Some(here.value), None, words::came_here(), None)));
    events.sort();
    let rows = events.into_iter().map(|(from, until, what, note)| {
        let note = note.map(Text::same).or_else(|| from.is_none().then(words::first_day_unknown));
        vec![from.into(), until.into(), what.into(), note.into()]
    });
    let columns = [
        ("since", ColumnKind::Day),
        ("until", ColumnKind::Day),
        ("what", ColumnKind::Text),
        ("note", ColumnKind::Text),
    ];
    page.tables.push(Table::new("history", &columns, rows.collect()));
    page.tables.extend(development::steps(branch, member, today));
    page
}
