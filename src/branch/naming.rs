//! Finding one of many by what a person typed.

use super::pinyin::{Typed, is_pinyin_of};
use super::same::name_key;
use crate::error::{Failure, Fault};
use crate::record::{folded, nearest};
use crate::words::{self, Text};

/// One of those among which a name is looked for.
pub(super) struct Candidate<'a, T> {
    /// What is found.
    pub what: T,
    /// Its id.
    pub id: &'a str,
    /// Its names.
    pub names: Vec<&'a str>,
    /// The names it bore before: what bears a name now is meant rather than what bore it.
    pub once: Vec<&'a str>,
}

/// One way in which a candidate can be what was typed.
type Level<'l, 'a, T> = &'l dyn Fn(&Candidate<'a, T>) -> bool;

/// The one that was meant: by its id, else its name, the name it bore before, its whole pinyin, its initials, or an
/// unambiguous part of any of them. The first of these that fits any decides.
///
/// # Errors
/// Nothing of that name, with the nearest; or several, with their ids. Exit 2.
pub(super) fn find<'a, T>(noun: Text, typed: &str, candidates: Vec<Candidate<'a, T>>) -> Result<T, Failure> {
    find_shown(noun, typed, candidates, &Candidate::shown)
}

/// The same, with how one of several is shown.
///
/// # Errors
/// As [`find`].
pub(super) fn find_shown<'a, T>(
    noun: Text,
    typed: &str,
    candidates: Vec<Candidate<'a, T>>,
    shown: &dyn Fn(&Candidate<'a, T>) -> Text,
) -> Result<T, Failure> {
    let typed = folded(typed);
    let key = name_key(&typed);
    let pinyin = typed.to_lowercase().replace(['-', ' ', '\''], "");
    let named = |names: &[&str]| names.iter().any(|name| name_key(name) == key);
    let spelled = |names: &[&str], how| names.iter().any(|name| is_pinyin_of(&pinyin, name, how));
    let has = |text: &str| name_key(text).contains(&key);
    let part = |names: &[&str]| names.iter().any(|name| has(name)) || spelled(names, Typed::Begin);
    let levels: [Level<'_, 'a, T>; 7] = [
        &|candidate| candidate.id == typed,
        &|candidate| named(&candidate.names),
        &|candidate| named(&candidate.once),
        &|candidate| spelled(&candidate.names, Typed::Whole),
        &|candidate| spelled(&candidate.names, Typed::Initials),
        &|candidate| has(candidate.id) || part(&candidate.names),
        &|candidate| spelled(&candidate.once, Typed::Initials) || part(&candidate.once),
    ];
    let fitting = levels.iter().map(|level| candidates.iter().filter(|one| level(one)).count());
    let level = fitting.into_iter().zip(levels).find(|(count, _)| *count > 0 && !key.is_empty());
    match level {
        Some((1, level)) => {
            let found = candidates.into_iter().find(|candidate| level(candidate));
            Ok(found.unwrap_or_else(|| unreachable!("one fits")).what)
        }
        Some((_, level)) => {
            let several = candidates.iter().filter(|one| level(one)).take(12).map(shown);
            let fault = Fault::new("several", words::several_such(noun, words::shown(&typed)));
            Err(Failure { faults: vec![fault.cure(words::cure_several(Text::list(several)))], exit: 2 })
        }
        None => {
            let known = candidates.iter().flat_map(|one| std::iter::once(one.id).chain(one.names.iter().copied()));
            let near = nearest(&typed, known).map(|near| {
                match candidates.iter().find(|one| one.id == near || one.names.contains(&near)) {
                    Some(one) if one.names.first().is_some_and(|name| *name != one.id) => {
                        words::did_you_mean_named(one.id, words::shown(one.names[0]))
                    }
                    _ => words::did_you_mean(near),
                }
            });
            let all = || Text::list(candidates.iter().map(shown));
            let cure = near.or_else(|| (1..=20).contains(&candidates.len()).then(|| words::cure_known(all())));
            let failure = Failure::usage(words::no_such(noun, words::shown(&typed)));
            Err(match cure {
                Some(cure) => failure.cure(cure),
                None => failure,
            })
        }
    }
}

impl<'a, T> Candidate<'a, T> {
    /// One that always bore the names it bears.
    pub(super) fn of(what: T, id: &'a str, names: Vec<&'a str>) -> Self {
        Self { what, id, names, once: vec![] }
    }

    /// The id and the name beside it.
    fn shown(&self) -> Text {
        match self.names.first().filter(|name| **name != self.id) {
            Some(name) => Text::same(format!("{} ({})", self.id, words::shown(name))),
            None => Text::same(self.id),
        }
    }
}

/// In which way something may be what somebody began to type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Begun<'a> {
    /// Its id begins so, or nothing is typed yet.
    Id,
    /// This name of it has that in it.
    Name(&'a str),
    /// A name of it is spelled so: in initials, or in pinyin that may go on.
    Spelled,
}

/// In which way something may be meant by one who has begun to type; none where it cannot be.
pub fn begun<'a>(typed: &str, id: &str, names: impl IntoIterator<Item = &'a str>) -> Option<Begun<'a>> {
    let typed = folded(typed).to_lowercase();
    if id.to_lowercase().starts_with(&typed) {
        return Some(Begun::Id);
    }
    let pinyin = typed.replace(['-', ' ', '\''], "");
    let names: Vec<_> = names.into_iter().collect();
    let named = names.iter().find(|name| name.to_lowercase().contains(&typed)).map(|name| Begun::Name(name));
    let ways = [Typed::Initials, Typed::Begin];
    let spelled = || names.iter().any(|name| ways.iter().any(|way| is_pinyin_of(&pinyin, name, *way)));
    named.or_else(|| spelled().then_some(Begun::Spelled))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;

    fn people() -> Vec<Candidate<'static, usize>> {
        let people = [
            ("zhao-gang", "赵刚"),
            ("wang-fang", "王芳"),
            ("wang-fang-2", "王芳"),
            ("sun-lei", "孙磊"),
            ("song-li", "宋丽"),
            ("wang-xiaoming", "王小明"),
        ];
        let candidate = |(what, (id, name)): (usize, (&'static str, &'static str))| Candidate::of(what, id, vec![name]);
        people.into_iter().enumerate().map(candidate).collect()
    }

    #[track_caller]
    fn one(typed: &str, expected: usize) {
        let found = find(Text::new("成员", "member"), typed, people());
        assert_eq!(found.map_err(|failure| failure.to_string()), Ok(expected), "{typed}");
    }

    #[track_caller]
    fn none(typed: &str, fact: &str, cure: Option<&str>) {
        let failure = find(Text::new("成员", "member"), typed, people()).expect_err("nobody");
        let fault = &failure.faults[0];
        assert_eq!(fault.fact.get(Lang::En), fact);
        assert_eq!(fault.cure.as_ref().map(|cure| cure.get(Lang::En)), cure);
        assert_eq!(failure.exit, 2);
    }

    #[test]
    fn people_are_found_as_they_are_typed() {
        one("zhao-gang", 0);
        one("赵刚", 0);
        one("zhaogang", 0);
        one("ZhaoGang", 0);
        one("zhao gang", 0);
        one("zg", 0);
        one("ｚｇ", 0);
        one("wang-fang", 1);
        one("wang-fang-2", 2);
        one("wxm", 5);
        one("小明", 5);
        one("xiaom", 5);
        one("sunl", 3);
        one(" 孙磊 ", 3);
    }

    #[test]
    fn what_bore_a_name_is_found_where_nothing_bears_it() {
        let mut all = people();
        all[3].once = vec!["赵刚", "孙雷鸣"];
        for (typed, expected) in [("赵刚", 0), ("zg", 0), ("孙雷鸣", 3), ("sunleiming", 3), ("slm", 3), ("雷鸣", 3)]
        {
            let all = all
                .iter()
                .map(|one| Candidate { once: one.once.clone(), ..Candidate::of(one.what, one.id, one.names.clone()) });
            let found = find(Text::new("成员", "member"), typed, all.collect());
            assert_eq!(found.map_err(|failure| failure.to_string()), Ok(expected), "{typed}");
        }
    }

    #[test]
    fn a_name_may_go_on_as_it_was_begun() {
        let case = |typed: &str, expected| assert_eq!(begun(typed, "zhao-gang", ["赵刚"]), expected, "{typed}");
        case("", Some(Begun::Id));
        case("zh", Some(Begun::Id));
        case("ＺＨ", Some(Begun::Id));
        case("刚", Some(Begun::Name("赵刚")));
        case("zg", Some(Begun::Spelled));
        case("zhaog", Some(Begun::Spelled));
        case("gang", None);
        case("赵强", None);
    }

    #[test]
    fn namesakes_are_never_mixed_up() {
        let choices = Some("write the id: wang-fang (王芳), wang-fang-2 (王芳)");
        none("王芳", "`王芳` is more than one member", choices);
        none("wf", "`wf` is more than one member", choices);
        none("wangfang", "`wangfang` is more than one member", choices);
        none("sl", "`sl` is more than one member", Some("write the id: sun-lei (孙磊), song-li (宋丽)"));
    }

    #[test]
    fn a_name_nobody_has_brings_the_nearest() {
        none("sun-lai", "no member `sun-lai`", Some("did you mean `sun-lei` (孙磊)?"));
        let all = "there are: zhao-gang (赵刚), wang-fang (王芳), wang-fang-2 (王芳), sun-lei (孙磊), song-li (宋丽), wang-xiaoming (王小明)";
        none("周杰", "no member `周杰`", Some(all));
        none("", "no member ``", Some(all));
        none("\u{1b}[31m", "no member `\\u{1b}[31m`", Some(all));
    }
}
