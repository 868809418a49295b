//! Who is named in a text, by name or by id.

use std::borrow::Cow;
use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};

use super::Branch;
use crate::record::MemberId;

/// Finds the people of a branch in texts.
pub struct Mentions {
    finder: AhoCorasick,
    /// What each pattern of the finder stands for.
    meant: Vec<Mention>,
}

/// Somebody who is named in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mention {
    /// By a name, which several may bear.
    Name(Vec<MemberId>),
    /// By the id.
    Id(MemberId),
}

impl Mentions {
    /// Finds all people of a branch; the longest name where several begin at the same place, so that nobody is found in
    /// the name of somebody else.
    pub fn of(branch: &Branch) -> Self {
        let mut patterns: Vec<(&str, Mention)> = Vec::new();
        let mut by_name: Vec<_> = branch.members.iter().map(|(id, member)| (member.name.as_str(), id)).collect();
        by_name.sort();
        for same in by_name.chunk_by(|one, other| one.0 == other.0).filter(|same| !same[0].0.is_empty()) {
            patterns.push((same[0].0, Mention::Name(same.iter().map(|(_, id)| (*id).clone()).collect())));
        }
        patterns.extend(branch.members.keys().map(|id| (id.as_str(), Mention::Id(id.clone()))));
        let (texts, meant): (Vec<_>, Vec<_>) = patterns.into_iter().unzip();
        let finder = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(texts);
        Self { finder: finder.unwrap_or_else(|_| unreachable!("names are no automaton too large")), meant }
    }

    /// Everybody named in a text, with where.
    pub fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (Range<usize>, &'a Mention)> {
        let found = self.finder.find_iter(text).filter(|found| is_word(text, &found.range()));
        found.filter_map(|found| Some((found.range(), self.meant.get(found.pattern().as_usize())?)))
    }

    /// A text with something else in the place of those who are named, where something is given for them.
    pub fn replace<'t>(&self, text: &'t str, mut with: impl FnMut(&Mention) -> Option<String>) -> Cow<'t, str> {
        let (mut new, mut at) = (String::new(), 0);
        for (range, mention) in self.find(text) {
            if let Some(with) = with(mention) {
                new += &text[at..range.start];
                new += &with;
                at = range.end;
            }
        }
        if at == 0 { Cow::Borrowed(text) } else { Cow::Owned(new + &text[at..]) }
    }
}

/// Whether letters and digits of the kind ids have are a word of their own; in Chinese, words are not set apart.
fn is_word(text: &str, range: &Range<usize>) -> bool {
    let joins = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let (before, found, after) = (&text[..range.start], &text[range.clone()], &text[range.end..]);
    let parted = |one: Option<char>, other: Option<char>| {
        !(one.is_some_and(|c| c.is_ascii_alphanumeric()) && other.is_some_and(joins))
    };
    parted(found.chars().next(), before.chars().next_back()) && parted(found.chars().next_back(), after.chars().next())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::branch::Filed;
    use crate::record::{Member, RelPath, Source, read};
    use crate::rulebook::Rulebook;

    fn mentions() -> Mentions {
        let people = [("zhao-gang", "赵刚"), ("zhao-gang-2", "赵刚"), ("zhao-gangqiang", "赵刚强"), ("ann", "Ann")];
        let people = people.map(|(id, name)| {
            let path = RelPath::new(&format!("members/{id}.toml")).expect("a path");
            let source = Source::new(path, format!("name = \"{name}\"\n"));
            let member = read::<Member>(&source).record.expect("a person");
            (MemberId::new(id).expect("an id"), Filed { record: member, source })
        });
        let settings = Source::new(RelPath::new("zhibu.toml").expect("a path"), "name = \"x\"\nschema = 1\n");
        let record = read(&settings).record.expect("settings");
        let mut branch = Branch::new(Filed { record, source: settings }, Rulebook::default());
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
            ("", ""),
            ("无人", "无人"),
        ] {
            assert_eq!(told(text), expected, "{text}");
        }
    }
}
