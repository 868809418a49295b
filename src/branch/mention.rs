//! Who is named in a text, by name or by id.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::Branch;
use super::finder::Finder;
use super::same::name_key;
use super::spelled::latin;
use crate::record::MemberId;

/// Finds the people of a branch in texts.
pub struct Mentions(Finder<Mention>);

/// Somebody who is named in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mention {
    /// By a name, which several may bear.
    Name(Vec<MemberId>),
    /// By the id.
    Id(MemberId),
}

impl Mentions {
    /// Finds all people of a branch; nobody is found in the name or the id of somebody else.
    pub fn of(branch: &Branch) -> Self {
        let mut by_name: BTreeMap<String, Vec<MemberId>> = BTreeMap::new();
        for (id, member) in branch.members.iter() {
            for key in member.names().map(|name| name_key(name)).collect::<BTreeSet<_>>() {
                by_name.entry(key).or_default().push(id.clone());
            }
        }
        let names: Vec<_> = branch.members.values().flat_map(|member| member.names()).collect();
        let bearers = |name: &str| by_name.get(&name_key(name)).cloned().unwrap_or_default();
        // What is read alike may be any of them.
        let mut by_sound: BTreeMap<String, BTreeSet<MemberId>> = BTreeMap::new();
        for name in &names {
            for word in latin(name) {
                by_sound.entry(word).or_default().extend(bearers(name));
            }
        }
        let sounds = by_sound.into_iter().map(|(word, ids)| (word, Mention::Name(ids.into_iter().collect())));
        let names = names.into_iter().map(|name| (name.value.clone(), Mention::Name(bearers(name))));
        let ids = branch.members.keys().map(|id| (id.to_string(), Mention::Id(id.clone())));
        Self(Finder::exact(names.chain(ids).chain(sounds), |c| c.is_ascii_alphanumeric() || c == '-' || c == '_'))
    }

    /// Everybody named in a text, with where.
    pub fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (Range<usize>, &'a Mention)> {
        self.0.find(text)
    }

    /// A text with something else in the place of those who are named, where something is given for them.
    pub fn replace<'t>(&self, text: &'t str, with: impl FnMut(&Mention) -> Option<String>) -> Cow<'t, str> {
        self.0.replace(text, with)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::branch::Filed;
    use crate::record::{Member, RelPath, Source, read};
    use crate::rulebook::Rulebook;

    fn mentions() -> Mentions {
        let people = [
            ("zhao-gang", "赵刚"),
            ("zhao-gang-2", "赵刚"),
            ("zhao-gangqiang", "赵刚强"),
            ("ann", "Ann"),
            ("ma", "马龙"),
            ("ma-2", "⻢\u{200b}⻰"),
        ];
        let people = people.map(|(id, name)| {
            let path = RelPath::new(&format!("members/{id}.toml")).expect("a path");
            let source = Source::new(path, format!("name = \"{name}\"\n"));
            let member = read::<Member>(&source).record.expect("a person");
            (MemberId::new(id).expect("an id"), Filed::new(source, member))
        });
        let settings = Source::new(RelPath::new("zhibu.toml").expect("a path"), "name = \"x\"\nschema = 1\n");
        let record = read(&settings).record.expect("settings");
        let mut branch = Branch::new(Filed::new(settings, record), Rulebook::default());
        branch.members = people.into_iter().collect();
        Mentions::of(&branch)
    }

    #[test]
    fn people_are_found_as_whole_words() {
        let told = |text: &str| {
            let with = |mention: &Mention| match mention {
                Mention::Name(who) => Some(format!("<{}>", who.len())),
                Mention::Id(id) => Some(format!("[{id}]")),
            };
            mentions().replace(text, with).into_owned()
        };
        for (text, expected) in [
            ("赵刚强和赵刚谈话", "<1>和<2>谈话"),
            ("who = \"zhao-gang\"", "who = \"[zhao-gang]\""),
            ("zhao-gang-2.toml:7", "[zhao-gang-2].toml:7"),
            ("zhao-gang-3, xzhao-gang, zhao-gangs", "zhao-gang-3, xzhao-gang, zhao-gangs"),
            ("members/zhao-gangqiang.toml", "members/[zhao-gangqiang].toml"),
            ("Ann's planner; ann; Anna", "<1>'s planner; [ann]; Anna"),
            ("趙剛、赵\u{200b}刚 强、赵　刚", "<2>、<1>、<2>"),
            ("Zhao Gang, ZHAO GANG, zhao gang", "<2>, <2>, <2>"),
            ("马龙", "<2>"),
            ("", ""),
            ("无人", "无人"),
        ] {
            assert_eq!(told(text), expected, "{text}");
        }
    }
}
