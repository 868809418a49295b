//! `zhibu import members`: people, with the days they came, changed and left.

mod create;
mod groups;
mod old;
mod says;

use std::collections::{BTreeMap, BTreeSet};

use self::create::create;
use self::old::Old;
use self::says::Says;
use super::plan::Plan;
use super::rows::{Problem, Rows, refused};
use crate::branch::{Edit, FileChange, What, is_same_name, member_path, name_key};
use crate::record::{Day, GroupId, MemberId};
use crate::words::{self, Text};

/// The fields a row may have.
pub(super) const FIELDS: &[&str] = &[
    "member",
    "number",
    "name",
    "standing",
    "from",
    "here",
    "since-applicant",
    "since-activist",
    "since-candidate",
    "since-probationary",
    "since-full",
    "left",
    "left-reason",
    "group",
    "group-from",
    "post",
    "post-from",
    "class",
    "note",
];

/// What would come of it.
pub(super) fn plan(rows: &Rows<'_>, take: bool) -> Plan {
    let branch = rows.branch;
    let mut plan = Plan::among(branch.members.len(), take);
    if rows.options.make_groups {
        plan.made_groups = groups::new_groups(rows);
    }
    let mut said = Vec::new();
    for line in rows.lines() {
        match Says::read(rows, line, &mut plan) {
            Ok(says) => said.push(says),
            Err(problem) => plan.unmatched(line.number(), problem),
        }
    }
    groups::make(&said, &mut plan);
    let mut by_name: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut without_number = BTreeSet::new();
    for says in &said {
        by_name.entry(name_key(&says.name)).or_default().push(says.row);
        if says.number.is_none() {
            without_number.insert(name_key(&says.name));
        }
    }
    let mut by_number: BTreeMap<&str, Vec<&Says>> = BTreeMap::new();
    for says in &said {
        if let Some(number) = &says.number {
            by_number.entry(number).or_default().push(says);
        }
    }
    let of_several = by_number.into_iter().filter(|(_, of)| of.iter().any(|one| !is_same_name(&one.name, &of[0].name)));
    let of_several: BTreeMap<_, _> =
        of_several.map(|(number, of)| (number.to_owned(), of.iter().map(|one| one.row).collect::<Vec<_>>())).collect();
    // The group a row names tells namesakes apart.
    let in_group = |namesakes: &[&'_ MemberId], group: &Option<GroupId>| {
        let is_in = |id: &&&MemberId| {
            let last = branch.members.get(**id).and_then(|one| one.groups.last());
            last.is_some_and(|last| Some(&last.id.value) == group.as_ref())
        };
        let mut fitting = namesakes.iter().filter(is_in);
        let first = fitting.next().filter(|_| fitting.next().is_none())?;
        branch.members.get_key_value(*first).map(|(id, _)| id)
    };
    let several = by_name.iter().filter(|(_, of)| of.len() > 1).map(|(name, of)| (name.as_str(), words::rows(of)));
    let several: BTreeMap<_, _> = several.collect();
    // Several rows of one person are several times with the branch; they bear the id of the person.
    let mut new: BTreeMap<String, Vec<Says>> = BTreeMap::new();
    let mut edits: BTreeMap<MemberId, Vec<(Option<Day>, Edit)>> = BTreeMap::new();
    for says in said {
        let namesakes = rows.names.namesakes(&says.name);
        if let Some((number, of)) = says.number.as_deref().and_then(|number| of_several.get_key_value(number)) {
            plan.unmatched(says.row, Problem::of(words::number_of_several(words::shown(number), words::rows(of))));
            continue;
        }
        // The number by which the office knows somebody says who it is, and the name must not speak against it.
        let numbered = says.number.as_deref().map_or(&[][..], |number| rows.names.of_number(number));
        if let ([only], None) = (numbered, &says.id)
            && !namesakes.contains(only)
        {
            let fact = words::another_name(says.number.as_deref().unwrap_or_default(), words::shown(&says.name));
            plan.unmatched(says.row, refused(fact, words::cure_another_number(branch.id_and_name(only))));
            continue;
        }
        let known = match (&says.id, &namesakes[..], several.get(name_key(&says.name).as_str())) {
            (None, _, _) if numbered.len() == 1 => Some(numbered[0]),
            (Some(id), _, _) => branch.members.get_key_value(id).map(|(id, _)| id),
            // New namesakes whom the office itself tells apart are different people.
            (None, [], Some(_)) if !without_number.contains(&name_key(&says.name)) => None,
            (None, _, Some(of)) => {
                let fact = words::namesakes_in_rows(words::shown(&says.name), of.clone());
                plan.unmatched(says.row, refused(fact, words::cure_id_column()));
                continue;
            }
            (None, [], _) => None,
            (None, [only], _) => Some(*only),
            (None, several, _) if in_group(several, &says.group).is_some() => in_group(several, &says.group),
            (None, several, _) => {
                let ids = Text::list(several.iter().map(|id| branch.id_and_name(id)));
                let fact = words::several_such(words::noun_member(), words::shown(&says.name));
                plan.unmatched(says.row, refused(fact, words::cure_namesakes(ids)));
                continue;
            }
        };
        let Some(id) = known else {
            let number = says.number.as_deref().unwrap_or_default();
            new.entry(says.id.as_ref().map_or_else(|| format!("={} {number}", says.name), MemberId::to_string))
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
                plan.origins.file(&member_path(id), says.row);
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
