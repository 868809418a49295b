//! People found by what a table says of them: whole, never by a part, since nobody is there to be asked.

use std::collections::{BTreeSet, HashMap};

use super::no_name::beside;
use super::pinyin::{Typed, is_pinyin_of};
use super::same::{is_same_name, name_key};
use super::{Branch, Filed};
use crate::error::{Failure, Fault};
use crate::record::{Day, Member, MemberId, nearest};
use crate::words::{self, Text};

/// The people by their names.
pub struct NameBook<'a> {
    branch: &'a Branch,
    /// Everybody who bears or bore a name, by its [`name_key`].
    by_name: HashMap<String, Vec<&'a MemberId>>,
    /// Everybody who has a number.
    by_number: HashMap<&'a str, Vec<&'a MemberId>>,
}

impl<'a> NameBook<'a> {
    /// The names of a branch.
    pub fn of(branch: &'a Branch) -> Self {
        let mut by_name: HashMap<String, Vec<&MemberId>> = HashMap::new();
        let mut by_number: HashMap<&str, Vec<&MemberId>> = HashMap::new();
        for (id, member) in &branch.members {
            for key in member.names().map(|name| name_key(name)).collect::<BTreeSet<_>>() {
                by_name.entry(key).or_default().push(id);
            }
            if let Some(number) = &member.number {
                by_number.entry(number).or_default().push(id);
            }
        }
        Self { branch, by_name, by_number }
    }

    /// Everybody of a name, however it is written: those who bear it, else those who bore it.
    pub fn namesakes(&self, name: &str) -> Vec<&'a MemberId> {
        let key = name_key(name);
        let all = self.by_name.get(&key).map_or(&[][..], Vec::as_slice);
        let bears = |id: &&&MemberId| name_key(&self.branch.members[**id].name) == key;
        let now: Vec<_> = all.iter().filter(bears).copied().collect();
        if now.is_empty() { all.to_vec() } else { now }
    }

    /// Everybody of a number.
    pub fn of_number(&self, number: &str) -> &[&'a MemberId] {
        self.by_number.get(number).map_or(&[][..], Vec::as_slice)
    }

    /// Whether nobody is meant by what was written.
    pub fn is_nobody(&self, typed: &str) -> bool {
        self.meant(typed).is_empty()
    }

    /// The person of an id, a number, a name or its whole pinyin who was with the branch on a day; of several the only one who can
    /// be meant.
    ///
    /// # Errors
    /// Nobody, or several, with their ids; or somebody who was not there then.
    pub fn find(
        &self,
        typed: &str,
        day: Day,
        can_be: &dyn Fn(&MemberId) -> bool,
    ) -> Result<(&'a MemberId, &'a Filed<Member>), Failure> {
        let found: Vec<_> =
            self.meant(typed).into_iter().filter_map(|id| self.branch.members.get_key_value(id)).collect();
        let mut here: Vec<_> = found.iter().copied().filter(|(_, member)| member.is_there(day)).collect();
        // Of those who bear a name and those who bore it, a table of the day means the one of that day.
        let of_day = |(_, one): &(&MemberId, &Filed<Member>)| is_same_name(one.name_on(day), typed);
        if here.len() > 1 && here.iter().any(of_day) {
            here.retain(of_day);
        }
        if let ([_, _, ..], [only]) = (&here[..], &here.iter().filter(|(id, _)| can_be(id)).collect::<Vec<_>>()[..]) {
            here = vec![**only];
        }
        match (&here[..], &found[..]) {
            ([one], _) => Ok(*one),
            ([], [(id, _)]) => {
                let fact = words::not_there(self.branch.name(id), day);
                Err(Failure::refused(fact).cure(words::cure_show_member(id)))
            }
            ([], []) => Err(self.nobody(typed)),
            (several, all) => {
                let several = if several.is_empty() { all } else { several };
                let fact = words::several_such(words::noun_member(), words::shown(typed));
                let ids = several.iter().map(|(id, _)| self.branch.id_and_name(id));
                Err(Fault::new("several", fact).cure(words::cure_namesakes(Text::list(ids))).into())
            }
        }
    }

    /// Those who are meant by what was written: by its id, else the number, else the name, else the whole pinyin.
    fn meant(&self, typed: &str) -> Vec<&'a MemberId> {
        if let Some((id, _)) = MemberId::new(typed).and_then(|id| self.branch.members.get_key_value(&id)) {
            return vec![id];
        }
        let of_number = self.of_number(typed);
        if !of_number.is_empty() {
            return of_number.to_vec();
        }
        let named = |name: &str| self.by_name.get(&name_key(name)).map_or(&[][..], Vec::as_slice);
        let by_name = named(typed);
        if !by_name.is_empty() {
            return by_name.to_vec();
        }
        // `王芳（治安）` is the one of them whom this tells apart.
        if let Some((name, apart)) = beside(typed) {
            let told: Vec<_> =
                named(&name).iter().copied().filter(|id| self.branch.is_told_apart_by(id, &apart)).collect();
            if !told.is_empty() {
                return told;
            }
        }
        let pinyin = typed.to_lowercase().replace(['-', ' ', '\''], "");
        let spelled = self.by_name.iter().filter(|(name, _)| is_pinyin_of(&pinyin, name, Typed::Whole));
        let mut spelled: Vec<_> = spelled.flat_map(|(_, ids)| ids.iter().copied()).collect();
        spelled.sort();
        spelled
    }

    fn nobody(&self, typed: &str) -> Failure {
        let known = self.branch.members.iter().flat_map(|(id, member)| {
            let number = member.number.iter().map(|number| number.as_str());
            std::iter::once(id.as_str()).chain(number).chain(member.names().map(|name| name.as_str()))
        });
        let cure = nearest(typed, known).map_or_else(words::cure_list_members, words::did_you_mean);
        Failure::refused(words::no_such(words::noun_member(), words::shown(typed))).cure(cure)
    }
}
