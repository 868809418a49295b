//! The lists of a meeting's file as they stand after the edits so far.

use crate::branch::{Edit, Step};
use crate::record::{At, Meeting, MemberId, Value};

/// The lists of a meeting, and the edits that make them of those in its file.
pub(in crate::cmd) struct Roll {
    lists: Vec<List>,
    edits: Vec<Edit>,
    moved: Vec<MemberId>,
}

/// A list of people: of the meeting, or of one of its further sittings.
struct List {
    sitting: Option<usize>,
    key: &'static str,
    members: Vec<MemberId>,
}

impl List {
    /// The way to its table.
    fn way(&self) -> Vec<Step> {
        self.sitting.map_or_else(Vec::new, sitting)
    }
}

/// The way to a further sitting, from 0.
pub(super) fn sitting(at: usize) -> Vec<Step> {
    vec![Step::Key("sitting"), Step::Item(at)]
}

impl Roll {
    /// Those of a meeting.
    pub(in crate::cmd) fn of(meeting: &Meeting) -> Self {
        let list = |sitting, key, people: &[At<MemberId>]| {
            let members = people.iter().map(|at| at.value.clone()).collect();
            List { sitting, key, members }
        };
        let absent = meeting.absent.iter().map(|absence| absence.member.value.clone()).collect();
        let mut lists = vec![
            list(None, "present", &meeting.present),
            list(None, "late", &meeting.late),
            List { sitting: None, key: "absent", members: absent },
            list(None, "observers", &meeting.observers),
        ];
        for (at, sitting) in meeting.sittings.iter().enumerate() {
            lists.push(list(Some(at), "present", &sitting.present));
            lists.push(list(Some(at), "late", &sitting.late));
        }
        Self { lists, edits: vec![], moved: vec![] }
    }

    /// Whether somebody is in a list.
    pub(super) fn has(&self, member: &MemberId) -> bool {
        self.lists.iter().any(|list| list.members.contains(member))
    }

    /// Whether somebody is among the absent.
    pub(super) fn is_absent(&self, member: &MemberId) -> bool {
        self.lists.iter().any(|list| list.key == "absent" && list.members.contains(member))
    }

    /// Everybody who was put into a list.
    pub(super) fn moved(&self) -> impl Iterator<Item = &MemberId> {
        self.moved.iter()
    }

    /// Takes somebody out of every list.
    pub(in crate::cmd) fn take_out(&mut self, member: &MemberId) {
        self.take_out_where(member, |_| true);
    }

    /// The edits that were made.
    pub(in crate::cmd) fn edits(self) -> Vec<Edit> {
        self.edits
    }

    /// Puts somebody into a list of the meeting, and takes them out of those they are in; the comment beside the name goes
    /// along. Of somebody who is absent already, only what is said is changed.
    pub(in crate::cmd) fn put(&mut self, member: &MemberId, key: &'static str, value: Value) {
        self.moved.push(member.clone());
        self.take_out_where(member, |list| list.sitting.is_some());
        let places: Vec<_> = self.places(member);
        let mut places = places.into_iter();
        let first = places.next();
        for (list, at) in places.rev() {
            self.remove(list, at);
        }
        match first.map(|(list, at)| (list, self.lists[list].key, at)) {
            Some((_, from, at)) if from == key => {
                let Value::Line(pairs) = value else { return };
                let new = pairs.into_iter().filter(|(key, _)| *key != "member");
                let set = |(field, value)| Edit::Set(vec![Step::Key(key), Step::Item(at)], field, value);
                self.edits.extend(new.map(set));
            }
            Some((list, from, at)) => {
                self.lists[list].members.remove(at);
                let place = self.insert(member, None, key);
                self.edits.push(Edit::Move(from, at, key, place, value));
            }
            None => {
                let place = self.insert(member, None, key);
                self.edits.push(Edit::Insert(vec![], key, place, value));
            }
        }
    }

    /// Puts somebody into a list of a further sitting. Who was at another sitting stays there too; who was absent or sat in is
    /// no longer.
    pub(super) fn put_at(&mut self, sitting: usize, member: &MemberId, key: &'static str) {
        self.moved.push(member.clone());
        self.came(member);
        let is_here = |list: &List| list.sitting == Some(sitting) && list.key == key;
        self.take_out_where(member, |list| list.sitting == Some(sitting) && list.key != key);
        if self.lists.iter().any(|list| is_here(list) && list.members.contains(member)) {
            return;
        }
        let place = self.insert(member, Some(sitting), key);
        self.edits.push(Edit::Insert(self::sitting(sitting), key, place, Value::text(member)));
    }

    /// Takes somebody who came after all out of the absent and of those who sat in.
    pub(super) fn came(&mut self, member: &MemberId) {
        self.take_out_where(member, |list| matches!(list.key, "absent" | "observers"));
    }

    /// Takes somebody out of the lists of a further sitting.
    pub(super) fn take_out_at(&mut self, sitting: usize, member: &MemberId) {
        self.take_out_where(member, |list| list.sitting == Some(sitting));
    }

    fn take_out_where(&mut self, member: &MemberId, wanted: impl Fn(&List) -> bool) {
        for (list, at) in
            self.places(member).into_iter().rev().filter(|(list, _)| wanted(&self.lists[*list])).collect::<Vec<_>>()
        {
            self.remove(list, at);
        }
    }

    fn remove(&mut self, list: usize, at: usize) {
        let list = &mut self.lists[list];
        list.members.remove(at);
        self.edits.push(Edit::Remove(list.way(), list.key, at));
    }

    /// Where somebody stands: the list, and the place in it.
    fn places(&self, member: &MemberId) -> Vec<(usize, usize)> {
        let of = |(number, list): (usize, &List)| {
            let places = list.members.iter().enumerate().filter(|(_, id)| *id == member);
            places.map(|(at, _)| (number, at)).collect::<Vec<_>>()
        };
        self.lists.iter().enumerate().flat_map(of).collect()
    }

    /// Puts somebody into a list, in the order of the ids where it is in order; the place, or none for the end.
    fn insert(&mut self, member: &MemberId, sitting: Option<usize>, key: &str) -> Option<usize> {
        let list = self.lists.iter_mut().find(|list| list.sitting == sitting && list.key == key);
        let list = &mut list.unwrap_or_else(|| unreachable!("one of the lists")).members;
        let at = list.is_sorted().then(|| list.partition_point(|id| id < member)).filter(|at| *at < list.len());
        list.insert(at.unwrap_or(list.len()), member.clone());
        at
    }
}
