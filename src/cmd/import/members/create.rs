//! The files of new people.

use std::collections::{BTreeMap, BTreeSet};

use super::says::Says;
use crate::branch::{FileChange, What, is_same_name, member_path, slug, unique};
use crate::cmd::change::keep::past_ids;
use crate::cmd::import::plan::Plan;
use crate::cmd::import::rows::{Problem, Rows, refused};
use crate::cmd::people::erasure::was_had;
use crate::record::{Day, LEFT, MemberId, StandingId, Value, write_block, write_pairs};
use crate::words::{self, Text};

/// New people, in an order that is not that of the rows, since ids are made of the names.
pub(super) fn create(rows: &Rows<'_>, new: BTreeMap<String, Vec<Says>>, plan: &mut Plan) {
    let branch = rows.branch;
    let (mut people, mut in_group, mut with_post, mut with_class) = (0, 0, 0, 0);
    let mut taken: BTreeSet<_> =
        new.values().flatten().filter_map(|says| says.id.as_ref()).map(MemberId::to_string).collect();
    let had = if new.is_empty() { BTreeSet::new() } else { past_ids(rows.env, "members") };
    taken.extend(had.iter().cloned());
    for (_, mut spells) in new {
        spells.sort_by_key(|says| (says.spells().first().map(|one| one.0), says.row));
        if let Some(id) = spells[0].id.as_ref().filter(|id| had.contains(id.as_str())) {
            let fact = was_had(rows.env, id);
            spells.iter().for_each(|says| plan.unmatched(says.row, refused(fact.clone(), words::cure_id_again())));
            continue;
        }
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
                people += 1;
                in_group += usize::from(spells.iter().any(|says| says.group.is_some()));
                with_post += usize::from(spells.iter().any(|says| !says.posts.is_empty()));
                with_class += usize::from(spells.iter().any(|says| says.class.is_some()));
                for says in &spells {
                    plan.added_with(says.row, title(rows, plan, &id, says), says.told.clone());
                    plan.origins.file(&member_path(&id), says.row);
                }
                plan.files.push(FileChange { path: member_path(&id), what: What::Create(text) });
            }
        }
    }
    plan.sums = (people > 0).then(|| words::of_new_people(people, in_group, with_post, with_class));
}

/// What a row says of a new person: all that is written.
fn title(rows: &Rows<'_>, plan: &Plan, id: &MemberId, says: &Says) -> Text {
    let branch = rows.branch;
    let spells = says.spells().into_iter().map(|(from, is)| words::named_since(branch.standing_name(&is), from));
    let mut parts = vec![words::new_person(words::shown(&says.name), id, Text::list(spells))];
    parts.extend(says.number.as_ref().map(|number| words::number_beside(words::shown(number))));
    parts.extend(says.here.map(words::here_since));
    if let Some(group) = &says.group {
        let name = plan.group_name(branch, group);
        parts.push(words::in_group_since(name, group_since(rows, says).unwrap_or(rows.env.today)));
    }
    parts.extend(says.posts.iter().map(|post| match says.post_from {
        Some(from) => words::named_since(branch.post_name(post), from),
        None => words::post_without_day(branch.post_name(post)),
    }));
    parts.extend(says.class.as_ref().and_then(|id| branch.rules.class(id)).map(|class| class.name()));
    parts.extend(says.left.map(words::left_on));
    parts.extend(says.note.as_ref().map(|note| words::note_beside(words::shown(note))));
    Text::clauses(parts)
}

/// Since when somebody is in the group.
fn group_since(rows: &Rows<'_>, says: &Says) -> Option<Day> {
    let group = says.group.as_ref()?;
    let here = says.first_here()?;
    let began = rows.branch.groups.get(group).map_or(here, |group| group.from.value);
    Some(says.group_from.unwrap_or_else(|| here.max(began)))
}

/// The file of a new person, who came once or several times.
fn text(rows: &Rows<'_>, rows_of: &[Says]) -> Result<String, (usize, Problem)> {
    let name = &rows_of[0].name;
    let mut text = write_pairs(&[("name", Value::text(name))]);
    if let Some(number) = rows_of.iter().find_map(|says| says.number.as_ref()) {
        text += &write_pairs(&[("number", Value::text(number))]);
    }
    if let Some(here) = rows_of[0].here {
        text += &write_pairs(&[("here", Value::Day(here))]);
    }
    if let Some(note) = rows_of.iter().find_map(|says| says.note.as_ref()) {
        text += &write_pairs(&[("note", Value::text(note))]);
    }
    let (mut standings, mut others) = (String::new(), String::new());
    // What the person was last, since when, and until when.
    let mut last: Option<(StandingId, Day, Option<Day>)> = None;
    let mut group = None;
    for says in rows_of {
        let fail = |fact, cure| Err((says.row, refused(fact, cure)));
        let shown = || words::shown(name);
        if !is_same_name(&says.name, name) {
            return fail(words::two_names(shown(), words::shown(&says.name)), words::cure_id_column());
        }
        if says.standing.is_none() {
            return fail(words::what_standing(shown()), words::cure_what_standing());
        }
        let spells = says.spells();
        let Some(first) = spells.first().map(|one| one.0) else {
            return fail(words::since_when(shown()), words::cure_since_when());
        };
        for (from, is) in &spells {
            if let Some((before, since, left)) = &last {
                // Who changes what they are without a gap has not left; who comes back as what they were has.
                let is_change = before != is && left.is_none_or(|left| left == *from);
                let comes_back = left.is_some_and(|left| left < *from);
                if *from <= *since || !is_change && !comes_back {
                    return fail(words::came_before_left(shown(), from), words::cure_came_before_left());
                }
                if let Some(left) = left.filter(|_| !is_change) {
                    standings += &leaving(left, rows_of.iter().find(|says| says.left == Some(left)));
                }
            }
            standings += &write_block("standing", &[("is", Value::text(is)), ("from", Value::Day(*from))]);
            last = Some((is.clone(), *from, None));
        }
        if let Some(last) = &mut last {
            last.2 = says.left;
        }
        if let Some(id) = says.group.as_ref().filter(|id| group != Some(*id)) {
            let since = group_since(rows, says).unwrap_or(first);
            others += &write_block("group", &[("id", Value::text(id)), ("from", Value::Day(since))]);
            group = Some(id);
        }
        for post in &says.posts {
            if let Some(since) = says.post_from.filter(|since| *since < first) {
                return Err((says.row, Problem::of(words::had_not_joined(shown(), since))));
            }
            // Of a post whose first day nobody states none is written: it is not known.
            let mut block = vec![("id", Value::text(post))];
            block.extend(says.post_from.map(|from| ("from", Value::Day(from))));
            others += &write_block("post", &block);
        }
        if let Some(class) = &says.class {
            let from = says.first_here().unwrap_or(first);
            others += &write_block("class", &[("id", Value::text(class)), ("from", Value::Day(from))]);
        }
    }
    if let Some(left) = last.and_then(|last| last.2) {
        standings += &leaving(left, rows_of.iter().find(|says| says.left == Some(left)));
    }
    Ok(text + &standings + &others)
}

/// The block that says that somebody left, and why.
fn leaving(left: Day, says: Option<&Says>) -> String {
    let mut block = vec![("is", Value::text(LEFT)), ("from", Value::Day(left))];
    block.extend(says.and_then(|says| says.left_reason.as_ref()).map(|why| ("reason", Value::text(why))));
    write_block("standing", &block)
}
