//! `zhibu import members`: people, with the days they came and left.

use std::collections::{BTreeMap, BTreeSet};

use super::plan::{Difference, Plan};
use super::rows::{Line, Problem, Rows, new_name, problem, refused};
use crate::branch::{Edit, FileChange, Filed, Step, What, is_same_name, member_path, name_key, slug, unique};
use crate::record::{
    ClassId, Day, GroupId, LEFT, Member, MemberId, PostId, StandingId, Value, write_block, write_pairs,
};
use crate::words::{self, Text};

/// The fields a row may have.
pub(super) const FIELDS: &[&str] = &[
    "member",
    "name",
    "standing",
    "from",
    "left",
    "left-reason",
    "group",
    "group-from",
    "post",
    "post-from",
    "class",
    "note",
];

/// What a row says.
#[derive(Debug)]
pub(super) struct Says {
    row: usize,
    id: Option<MemberId>,
    name: String,
    standing: Option<StandingId>,
    from: Option<Day>,
    left: Option<Day>,
    left_reason: Option<String>,
    group: Option<GroupId>,
    group_from: Option<Day>,
    posts: Vec<PostId>,
    post_from: Option<Day>,
    class: Option<ClassId>,
    note: Option<String>,
}

impl Says {
    fn read(rows: &Rows<'_>, line: Line<'_>) -> Result<Self, Problem> {
        let branch = rows.branch;
        let name = new_name(&line.needed(line.text("name")?, rows.field("members", "name"))?, rows.any_name)?;
        let standing = match line.text("standing")? {
            Some(text) => Some(branch.find_standing(&text).map_err(problem)?.id.value.clone()),
            None => None,
        };
        let class = match line.text("class")? {
            Some(text) => Some(branch.find_class(&text).map_err(problem)?.id.value.clone()),
            None => None,
        };
        let post = |text: &String| Ok(branch.find_post(text).map_err(problem)?.id.value.clone());
        let (from, left) = (line.day("from")?, line.day("left")?);
        if let (Some(from), Some(left)) = (from, left)
            && left <= from
        {
            return Err(Problem::of(words::left_before(from, left)));
        }
        let day = left.map_or(rows.env.today, |left| left.minus(1)).min(rows.env.today);
        Ok(Self {
            row: line.number(),
            id: line.member_id()?,
            name,
            standing,
            from,
            left,
            left_reason: line.text("left-reason")?,
            group: line.group("group", from.map_or(day, |from| from.max(day)))?,
            group_from: line.day("group-from")?,
            posts: line.list("post")?.iter().map(post).collect::<Result<_, _>>()?,
            post_from: line.day("post-from")?,
            class,
            note: line.text("note")?,
        })
    }
}

/// What would come of it.
pub(super) fn plan(rows: &Rows<'_>, take: bool) -> Plan {
    let branch = rows.branch;
    let mut plan = Plan::among(branch.members.len(), take);
    let mut said = Vec::new();
    for line in rows.lines() {
        match Says::read(rows, line) {
            Ok(says) => said.push(says),
            Err(problem) => plan.unmatched(line.number(), problem),
        }
    }
    let mut by_name: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for says in &said {
        by_name.entry(name_key(&says.name)).or_default().push(says.row);
    }
    let several = by_name.iter().filter(|(_, of)| of.len() > 1).map(|(name, of)| (name.as_str(), words::rows(of)));
    let several: BTreeMap<_, _> = several.collect();
    // Several rows of one person are several times with the branch; they bear the id of the person.
    let mut new: BTreeMap<String, Vec<Says>> = BTreeMap::new();
    let mut edits: BTreeMap<MemberId, Vec<(Option<Day>, Edit)>> = BTreeMap::new();
    for says in said {
        let namesakes = rows.names.namesakes(&says.name);
        let known = match (&says.id, namesakes, several.get(name_key(&says.name).as_str())) {
            (Some(id), _, _) => branch.members.get_key_value(id).map(|(id, _)| id),
            (None, _, Some(of)) => {
                let fact = words::namesakes_in_rows(words::shown(&says.name), of.clone());
                plan.unmatched(says.row, refused(fact, words::cure_id_column()));
                continue;
            }
            (None, [], _) => None,
            (None, [only], _) => Some(*only),
            (None, several, _) => {
                let ids = Text::list(several.iter().map(|id| branch.id_and_name(id)));
                let fact = words::several_such(words::noun_member(), words::shown(&says.name));
                plan.unmatched(says.row, refused(fact, words::cure_namesakes(ids)));
                continue;
            }
        };
        let Some(id) = known else {
            new.entry(says.id.as_ref().map_or_else(|| format!("={}", says.name), MemberId::to_string))
                .or_default()
                .push(says);
            continue;
        };
        let found = Old { rows, member: &branch.members[id] }.differences(&says);
        let title = branch.name(id);
        if found.is_empty() {
            plan.same(says.row, title);
            continue;
        }
        match found.iter().find(|found| take && found.edit.is_none()) {
            Some(stuck) => {
                let fact = words::cannot_be_taken(title, stuck.difference.told());
                plan.unmatched(says.row, refused(fact, words::cure_edit_file(member_path(id))));
            }
            None => {
                let differences: Vec<_> = found.iter().map(|found| found.difference.clone()).collect();
                plan.changed(says.row, title, &differences);
                edits.entry(id.clone()).or_default().extend(found.into_iter().filter_map(|found| found.edit));
            }
        }
    }
    if take {
        for (id, mut edits) in edits {
            // What is put behind the rest is in the order of its days.
            edits.sort_by_key(|(day, _)| *day);
            let edits = edits.into_iter().map(|(_, edit)| edit).collect();
            plan.files.push(FileChange { path: member_path(&id), what: What::Edit(edits) });
        }
    }
    create(rows, new, &mut plan);
    plan
}

/// New people, in an order that is not that of the rows, since ids are made of the names.
fn create(rows: &Rows<'_>, new: BTreeMap<String, Vec<Says>>, plan: &mut Plan) {
    let branch = rows.branch;
    let mut taken: BTreeSet<_> =
        new.values().flatten().filter_map(|says| says.id.as_ref()).map(MemberId::to_string).collect();
    for (_, mut spells) in new {
        spells.sort_by_key(|says| (says.from, says.row));
        match text(rows, &spells) {
            Err((row, problem)) => {
                plan.unmatched(row, problem);
                // All of a person or nothing.
                for other in spells.iter().filter(|says| says.row != row) {
                    plan.unmatched(other.row, Problem::of(words::goes_with_row(row)));
                }
            }
            Ok(text) => {
                let name = &spells[0].name;
                let is_taken = |id: &str| {
                    taken.contains(id) || MemberId::new(id).is_some_and(|id| branch.members.contains_key(&id))
                };
                let made = || slug(name).map(|slug| unique(&slug, is_taken)).and_then(|id| MemberId::new(&id));
                let Some(id) = spells[0].id.clone().or_else(made) else {
                    let fact = words::no_id_from_name(words::shown(name));
                    plan.unmatched(spells[0].row, refused(fact, words::cure_id_column()));
                    continue;
                };
                taken.insert(id.to_string());
                for says in &spells {
                    plan.added(says.row, title(rows, says));
                }
                plan.files.push(FileChange { path: member_path(&id), what: What::Create(text) });
            }
        }
    }
}

/// What a row says of a new person, in a few words.
fn title(rows: &Rows<'_>, says: &Says) -> Text {
    let standing = says.standing.as_ref().map_or_else(Text::default, |id| rows.branch.standing_name(id));
    let from = says.from.unwrap_or(rows.env.today);
    let came = words::added_member(words::shown(&says.name), standing, from);
    match says.left {
        Some(left) => words::came_and_left(came, left),
        None => came,
    }
}

/// The file of a new person, who came once or several times.
fn text(rows: &Rows<'_>, spells: &[Says]) -> Result<String, (usize, Problem)> {
    let branch = rows.branch;
    let name = &spells[0].name;
    let mut text = write_pairs(&[("name", Value::text(name))]);
    if let Some(note) = spells.iter().find_map(|says| says.note.as_ref()) {
        text += &write_pairs(&[("note", Value::text(note))]);
    }
    let (mut standings, mut others) = (String::new(), String::new());
    let (mut last, mut group) = (None, None);
    for says in spells {
        let fail = |fact, cure| Err((says.row, refused(fact, cure)));
        let shown = || words::shown(name);
        if !is_same_name(&says.name, name) {
            return fail(words::two_names(shown(), words::shown(&says.name)), words::cure_id_column());
        }
        let Some(standing) = &says.standing else {
            return fail(words::what_standing(shown()), words::cure_what_standing());
        };
        let Some(from) = says.from else { return fail(words::since_when(shown()), words::cure_since_when()) };
        if last.is_some_and(|last| from < last) {
            return fail(words::came_before_left(shown(), from), words::cure_came_before_left());
        }
        // Who comes back on the day of leaving has never left.
        if last == Some(from) {
            return fail(words::came_before_left(shown(), from), words::cure_came_before_left());
        }
        standings += &write_block("standing", &[("is", Value::text(standing)), ("from", Value::Day(from))]);
        if let Some(left) = says.left {
            let mut block = vec![("is", Value::text(LEFT)), ("from", Value::Day(left))];
            block.extend(says.left_reason.as_ref().map(|why| ("reason", Value::text(why))));
            standings += &write_block("standing", &block);
        }
        if let Some(id) = says.group.as_ref().filter(|id| group != Some(*id)) {
            let began = branch.groups.get(id).map_or(from, |group| group.from.value);
            let since = says.group_from.unwrap_or_else(|| from.max(began));
            others += &write_block("group", &[("id", Value::text(id)), ("from", Value::Day(since))]);
            group = Some(id);
        }
        for post in &says.posts {
            let since = says.post_from.unwrap_or(from);
            if since < from {
                return Err((says.row, Problem::of(words::had_not_joined(shown(), since))));
            }
            others += &write_block("post", &[("id", Value::text(post)), ("from", Value::Day(since))]);
        }
        if let Some(class) = &says.class {
            others += &write_block("class", &[("id", Value::text(class)), ("from", Value::Day(from))]);
        }
        last = Some(says.left.unwrap_or(Day::LAST));
    }
    Ok(text + &standings + &others)
}

/// A person who is recorded.
struct Old<'a> {
    rows: &'a Rows<'a>,
    member: &'a Filed<Member>,
}

/// A field that a row has otherwise, with the edit that takes it, and the day of what is put behind the rest; no edit
/// where the file has to be edited by a person.
struct Found {
    difference: Difference,
    edit: Option<(Option<Day>, Edit)>,
}

impl Old<'_> {
    fn differences(&self, says: &Says) -> Vec<Found> {
        let mut found = Vec::new();
        if !is_same_name(&says.name, &self.member.name) {
            let edit = Edit::Set(vec![], "name", Value::text(&says.name));
            let old = Text::same(words::shown(&self.member.name));
            self.put(&mut found, "name", Some(old), Text::same(words::shown(&says.name)), Some((None, edit)));
        }
        self.standing(says, &mut found);
        self.left(says, &mut found);
        self.group(says, &mut found);
        for post in &says.posts {
            self.post(says, post, &mut found);
        }
        if let Some(class) = &says.class {
            let is =
                self.rows.branch.class_on(self.member, says.left.map_or(self.rows.env.today, |left| left.minus(1)));
            let written = self.member.classes.iter().any(|one| one.id.value == *class);
            if !written && is.is_none_or(|is| is.id.value != *class) {
                let new =
                    self.rows.branch.rules.class(class).map_or_else(|| Text::same(class.as_str()), |one| one.name());
                self.put(&mut found, "class", is.map(|is| is.name()), new, None);
            }
        }
        if let Some(note) = says.note.as_ref().filter(|note| Some(*note) != self.member.note.as_ref()) {
            let old = self.member.note.as_deref().map(|note| Text::same(words::shown(note)));
            let edit = Edit::Set(vec![], "note", Value::text(note));
            self.put(&mut found, "note", old, Text::same(words::shown(note)), Some((None, edit)));
        }
        found
    }

    fn put(
        &self,
        found: &mut Vec<Found>,
        field: &'static str,
        old: Option<Text>,
        new: Text,
        edit: Option<(Option<Day>, Edit)>,
    ) {
        let difference = Difference { field: self.rows.field("members", field), old, new: Some(new) };
        found.push(Found { difference, edit });
    }

    /// The day of the standing at a place, moved: only where the order of the days stays as it is.
    fn moved(&self, at: usize, to: Day) -> Option<(Option<Day>, Edit)> {
        let from = |at: usize| self.member.standings.get(at).map(|one| one.from.value);
        let fits = at.checked_sub(1).and_then(from).is_none_or(|before| before < to)
            && from(at + 1).is_none_or(|after| to < after);
        fits.then(|| (None, Edit::Set(vec![Step::Key("standing"), Step::Item(at)], "from", Value::Day(to))))
    }

    /// A standing put behind the others.
    fn behind(&self, from: Day, block: Vec<(&'static str, Value)>) -> Option<(Option<Day>, Edit)> {
        let last = self.member.standings.iter().map(|one| one.from.value).max();
        last.is_none_or(|last| last < from).then_some((Some(from), Edit::Append("standing", block)))
    }

    fn standing(&self, says: &Says, found: &mut Vec<Found>) {
        let branch = self.rows.branch;
        let standings = &self.member.standings;
        let day = |day: Day| Some(Text::same(day.to_string()));
        let of: Vec<_> =
            standings.iter().enumerate().filter(|(_, one)| says.standing.as_ref() == Some(&one.is.value)).collect();
        match (&says.standing, says.from) {
            (Some(_), Some(from)) if of.iter().any(|(_, one)| one.from.value == from) => {}
            (Some(_), Some(from)) if of.len() == 1 => {
                let (at, one) = of[0];
                self.put(found, "from", day(one.from.value), Text::same(from.to_string()), self.moved(at, from));
            }
            (Some(standing), Some(from)) => {
                let old = self.member.standing_on(from).map(|id| branch.standing_name(id));
                let block = vec![("is", Value::text(standing)), ("from", Value::Day(from))];
                let new = words::named_since(branch.standing_name(standing), from);
                self.put(found, "standing", old, new, self.behind(from, block));
            }
            (Some(standing), None) => {
                let last = standings.iter().rev().find(|one| one.is.as_str() != LEFT).map(|one| &one.is.value);
                if last != Some(standing) {
                    let old = last.map(|id| branch.standing_name(id));
                    self.put(found, "standing", old, branch.standing_name(standing), None);
                }
            }
            (None, Some(from)) if standings.iter().all(|one| one.from.value != from) => {
                let first = standings.first().and_then(|one| day(one.from.value));
                self.put(found, "from", first, Text::same(from.to_string()), self.moved(0, from));
            }
            (None, _) => {}
        }
    }

    fn left(&self, says: &Says, found: &mut Vec<Found>) {
        let Some(left) = says.left else { return };
        let gone: Vec<_> =
            self.member.standings.iter().enumerate().filter(|(_, one)| one.is.as_str() == LEFT).collect();
        let new = Text::same(left.to_string());
        match (gone.iter().find(|(_, one)| one.from.value == left), &gone[..]) {
            (Some((at, one)), _) => {
                if let Some(why) = says.left_reason.as_ref().filter(|why| Some(*why) != one.reason.as_ref()) {
                    let edit = Edit::Set(vec![Step::Key("standing"), Step::Item(*at)], "reason", Value::text(why));
                    let old = one.reason.as_deref().map(|why| Text::same(words::shown(why)));
                    self.put(found, "left-reason", old, Text::same(words::shown(why)), Some((None, edit)));
                }
            }
            (None, [(at, one)]) if says.from.is_none_or(|from| from <= one.from.value) => {
                let old = Some(Text::same(one.from.value.to_string()));
                self.put(found, "left", old, new, self.moved(*at, left));
            }
            (None, _) => {
                let mut block = vec![("is", Value::text(LEFT)), ("from", Value::Day(left))];
                block.extend(says.left_reason.as_ref().map(|why| ("reason", Value::text(why))));
                self.put(found, "left", None, new, self.behind(left, block));
            }
        }
    }

    fn group(&self, says: &Says, found: &mut Vec<Found>) {
        let Some(group) = &says.group else { return };
        let branch = self.rows.branch;
        let of_group = self.member.groups.iter().filter(|one| one.id.value == *group);
        if of_group.clone().any(|one| says.group_from.is_none_or(|from| one.from.value == from)) {
            return;
        }
        let day = says.group_from.unwrap_or(self.rows.env.today);
        let old = self.member.group_on(day).map(|id| branch.group_name(id));
        let last = self.member.groups.iter().map(|one| one.from.value).max();
        let edit = says.group_from.filter(|from| last.is_none_or(|last| last < *from)).map(|from| {
            (Some(from), Edit::Append("group", vec![("id", Value::text(group)), ("from", Value::Day(from))]))
        });
        let name = branch.group_name(group);
        let new = says.group_from.map_or(name.clone(), |from| words::named_since(name, from));
        self.put(found, "group", old, new, edit);
    }

    fn post(&self, says: &Says, post: &PostId, found: &mut Vec<Found>) {
        let of_post = self.member.posts.iter().filter(|one| one.id.value == *post);
        if of_post.clone().any(|one| says.post_from.is_none_or(|from| one.from.value == from)) {
            return;
        }
        let edit = says.post_from.map(|from| {
            (Some(from), Edit::Append("post", vec![("id", Value::text(post)), ("from", Value::Day(from))]))
        });
        let name = self.rows.branch.rules.post(post).map_or_else(|| Text::same(post.as_str()), |one| one.name());
        let new = says.post_from.map_or(name.clone(), |from| words::named_since(name, from));
        let held = self
            .rows
            .branch
            .rules
            .posts()
            .filter(|rule| self.member.posts.iter().any(|one| one.id.value == rule.id.value));
        let held: Vec<_> = held.map(|rule| rule.name()).collect();
        self.put(found, "post", (!held.is_empty()).then(|| Text::list(held)), new, edit);
    }
}
