//! What a row has otherwise than the file of a person.

use super::says::Says;
use crate::branch::{Edit, Filed, Step, is_same_name};
use crate::cmd::import::plan::Difference;
use crate::cmd::import::rows::Rows;
use crate::record::{Day, LEFT, Member, PostId, StandingId, Value};
use crate::words::{self, Text};

/// A person who is recorded.
pub(super) struct Old<'a> {
    pub(super) rows: &'a Rows<'a>,
    pub(super) member: &'a Filed<Member>,
}

/// A field that a row has otherwise, with the edit that takes it, and the day of what is put behind the rest; no edit
/// where the file has to be edited by a person.
pub(super) struct Found {
    pub(super) difference: Difference,
    pub(super) edit: Option<(Option<Day>, Edit)>,
}

impl Old<'_> {
    pub(super) fn differences(&self, says: &Says) -> Vec<Found> {
        let mut found = Vec::new();
        if !self.member.names().any(|name| is_same_name(&says.name, name)) {
            let edit = Edit::Set(vec![], "name", Value::text(&says.name));
            let old = Text::same(words::shown(&self.member.name));
            self.put(&mut found, "name", Some(old), Text::same(words::shown(&says.name)), Some((None, edit)));
        }
        let number = self.member.number.as_ref().map(|number| &number.value);
        if let Some(new) = says.number.as_ref().filter(|new| Some(*new) != number) {
            let old = number.map(|number| Text::same(words::shown(number)));
            let edit = Edit::Set(vec![], "number", Value::text(new));
            self.put(&mut found, "number", old, Text::same(words::shown(new)), Some((None, edit)));
        }
        self.standing(says, &mut found);
        self.left(says, &mut found);
        self.group(says, &mut found);
        for post in &says.posts {
            self.post(says, post, &mut found);
        }
        if let Some(class) = &says.class {
            let is = self.rows.branch.class_on(self.member, self.last_day(says));
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

    /// The last day here, as far as it is known; today for those who are here.
    fn last_day(&self, says: &Says) -> Day {
        let last = self.member.standings.last().filter(|last| last.is.as_str() == LEFT).map(|last| last.from.value);
        says.left.or(last).map_or(self.rows.env.today, |left| left.minus(1)).min(self.rows.env.today)
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
        for (from, standing) in says.spells() {
            self.spell(from, &standing, found);
        }
        match (&says.standing, says.from) {
            (Some(standing), None) if says.since.is_empty() => {
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
            _ => {}
        }
        let here = self.member.here.as_ref().map(|here| here.value);
        if let Some(new) = says.here.filter(|new| Some(*new) != here) {
            let edit = Edit::Set(vec![], "here", Value::Day(new));
            self.put(found, "here", here.and_then(day), Text::same(new.to_string()), Some((None, edit)));
        }
    }

    /// A standing from a day on: recorded so, from another day, or not at all. Somebody who had left by then has come
    /// again, and the first day of an earlier time stays.
    fn spell(&self, from: Day, standing: &StandingId, found: &mut Vec<Found>) {
        let branch = self.rows.branch;
        let standings = &self.member.standings;
        let of: Vec<_> = standings.iter().enumerate().filter(|(_, one)| *standing == one.is.value).collect();
        let had_left = |one: Day| {
            let between = |left: Day| one.min(from) < left && left <= one.max(from);
            standings.iter().any(|at| at.is.as_str() == LEFT && between(at.from.value))
        };
        match of[..] {
            _ if of.iter().any(|(_, one)| one.from.value == from) => {}
            [(at, one)] if !had_left(one.from.value) => {
                let old = Some(Text::same(one.from.value.to_string()));
                self.put(found, "from", old, Text::same(from.to_string()), self.moved(at, from));
            }
            _ => {
                let old = self.member.standing_on(from).map(|id| branch.standing_name(id));
                let block = vec![("is", Value::text(standing)), ("from", Value::Day(from))];
                let new = words::named_since(branch.standing_name(standing), from);
                self.put(found, "standing", old, new, self.behind(from, block));
            }
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
        if of_post
            .clone()
            .any(|one| says.post_from.is_none_or(|from| one.from.as_ref().map(|own| own.value) == Some(from)))
        {
            return;
        }
        // Of a post whose first day was not known this is it.
        let unknown = self.member.posts.iter().position(|one| one.id.value == *post && one.from.is_none());
        let edit = says.post_from.map(|from| match unknown {
            Some(at) => (None, Edit::Set(vec![Step::Key("post"), Step::Item(at)], "from", Value::Day(from))),
            None => (Some(from), Edit::Append("post", vec![("id", Value::text(post)), ("from", Value::Day(from))])),
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
