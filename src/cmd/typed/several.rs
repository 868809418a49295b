//! Several people said in one word: everybody, a group, a class, all but some.

use crate::branch::{Branch, is_same_name};
use crate::record::{Day, GroupId, MemberId};
use crate::rulebook::Class;

/// Everybody.
pub(super) const SAID_TOGETHER: &str = "all";

/// Other words for everybody.
const EVERYBODY: [&str; 9] =
    [SAID_TOGETHER, "everybody", "everyone", "全体", "全体人员", "全体成员", "全员", "全部", "所有人"];

/// What stands before those who are left out.
const BUT: [&str; 5] = ["all but ", "all-but ", "all except ", "but ", "except "];

/// What parts the names of a list.
pub(super) const COMMAS: [char; 3] = [',', '，', '、'];

/// What parts a name from a reason, and that from a note.
pub(in crate::cmd) const COLONS: [char; 2] = [':', '：'];

/// The words of a list with commas.
pub(in crate::cmd) fn each(list: &str) -> impl Iterator<Item = &str> {
    list.split(COMMAS).map(str::trim).filter(|word| !word.is_empty())
}

/// Several people.
pub(super) enum Several<'a> {
    /// Everybody.
    All,
    /// A group.
    Group(&'a GroupId),
    /// A class.
    Class(&'a Class),
}

impl<'a> Several<'a> {
    /// Those whom a word names in full. A person of that name or id is meant before them.
    pub(super) fn named(branch: &'a Branch, typed: &str, day: Day) -> Option<Self> {
        if !branch.is_nobody(typed) {
            return None;
        }
        if EVERYBODY.contains(&typed.to_lowercase().as_str()) {
            return Some(Self::All);
        }
        let mut groups = branch.groups_on(day);
        let group = groups.find(|(id, group)| id.as_str() == typed || is_same_name(&group.name.value, typed));
        let is_named = |class: &&Class| class.key() == typed || class.names().iter().any(|n| is_same_name(n, typed));
        let class = || branch.rules.classes().find(is_named).map(Self::Class);
        group.map(|(id, _)| Self::Group(id)).or_else(class)
    }

    /// Those whom a word names by a part or in pinyin, where it means no person.
    pub(super) fn begun(branch: &'a Branch, typed: &str, day: Day) -> Option<Self> {
        if typed.chars().count() < 2 {
            return None;
        }
        let group = branch.find_group(typed, day).ok().map(|(id, _)| Self::Group(id));
        group.or_else(|| branch.find_class(typed).ok().map(Self::Class))
    }

    /// Those who are of it on a day, by id.
    pub(super) fn of(self, branch: &'a Branch, day: Day) -> impl Iterator<Item = &'a MemberId> {
        let people = branch.members.iter().filter(move |(_, member)| match self {
            Self::All => true,
            Self::Group(group) => member.group_on(day) == Some(group),
            Self::Class(class) => branch.class_on(member, day).is_some_and(|own| own.key() == class.key()),
        });
        people.map(|(id, _)| id)
    }
}

/// Those a word begins with, and those it leaves out of them: `除罗斌、李敏外`, `罗斌除外`, `all but luo-bin`.
pub(super) fn all_but(word: &str) -> Option<(&str, &str)> {
    let bare = |part: &'_ str| part.trim_end_matches(|c: char| c.is_whitespace() || COMMAS.contains(&c)).len();
    if let Some((before, rest)) = word.split_once('除') {
        let before = before[..bare(before)].trim_end_matches(['（', '(']);
        let rest = rest.strip_prefix('了').unwrap_or(rest).trim();
        let closed =
            |rest: &'_ str| ["以外", "之外", "外"].into_iter().find_map(|end| Some(rest.strip_suffix(end)?.len()));
        let named = closed(rest).or_else(|| closed(rest.strip_suffix(['）', ')'])?)).map_or(rest, |end| &rest[..end]);
        return match (before, named.trim()) {
            ("", "") => None,
            // 罗斌除外
            (before, "") => Some(("", before)),
            parts => Some(parts),
        };
    }
    let lower = word.to_ascii_lowercase();
    BUT.into_iter().find_map(|but| {
        let at = lower.find(but).filter(|at| *at == 0 || lower[..*at].ends_with(' '))?;
        let before = &word[..at];
        Some((before[..bare(before)].trim(), word[at + but.len()..].trim()))
    })
}

/// Whether a part of a list goes on after a comma, since it leaves out people and more of them may come.
pub(super) fn is_open(part: &str) -> bool {
    let bare = part.trim_end_matches(COMMAS);
    !bare.contains(COLONS) && all_but(bare).is_some() && !bare.trim_end_matches(['）', ')']).ends_with('外')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_but_some_is_said_in_several_ways() {
        let case = |word: &str, parts: Option<(&str, &str)>| assert_eq!(all_but(word), parts, "{word}");
        case("除罗斌外", Some(("", "罗斌")));
        case("除罗斌、李敏以外", Some(("", "罗斌、李敏")));
        case("除了罗斌", Some(("", "罗斌")));
        case("全体除罗斌外", Some(("全体", "罗斌")));
        case("全体，除罗斌外", Some(("全体", "罗斌")));
        case("刑侦（除罗斌外）", Some(("刑侦", "罗斌")));
        case("除王芳（治安）外", Some(("", "王芳（治安）")));
        case("罗斌除外", Some(("", "罗斌")));
        case("all but luo-bin, li-min", Some(("", "luo-bin, li-min")));
        case("All-but luo-bin", Some(("", "luo-bin")));
        case("criminal but luo-bin", Some(("criminal", "luo-bin")));
        case("all except luo-bin", Some(("", "luo-bin")));
        case("罗斌", None);
        case("butler", None);
        case("除外", None);
    }
}
