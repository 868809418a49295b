//! Pinyin of names: ids made from them, and the ways a person may type them.

use pinyin::{ToPinyin, ToPinyinMulti};

use crate::record::is_device;

/// Surnames of two characters, with their own reading where it is not that of the characters one by one.
const COMPOUND: &[(&str, &str)] = &[
    ("欧阳", "ouyang"),
    ("司马", "sima"),
    ("上官", "shangguan"),
    ("诸葛", "zhuge"),
    ("东方", "dongfang"),
    ("皇甫", "huangfu"),
    ("尉迟", "yuchi"),
    ("公孙", "gongsun"),
    ("令狐", "linghu"),
    ("慕容", "murong"),
    ("司徒", "situ"),
    ("夏侯", "xiahou"),
    ("长孙", "zhangsun"),
    ("宇文", "yuwen"),
    ("端木", "duanmu"),
    ("百里", "baili"),
    ("呼延", "huyan"),
    ("南宫", "nangong"),
    ("独孤", "dugu"),
    ("万俟", "moqi"),
    ("澹台", "tantai"),
    ("司空", "sikong"),
    ("闻人", "wenren"),
    ("申屠", "shentu"),
    ("轩辕", "xuanyuan"),
    ("钟离", "zhongli"),
    ("赫连", "helian"),
    ("拓跋", "tuoba"),
];

/// Surnames whose reading is not the usual one of the character.
const SURNAMES: &[(char, &str)] = &[
    ('单', "shan"),
    ('仇', "qiu"),
    ('解', "xie"),
    ('曾', "zeng"),
    ('区', "ou"),
    ('任', "ren"),
    ('查', "zha"),
    ('盖', "ge"),
    ('朴', "piao"),
    ('翟', "zhai"),
    ('冼', "xian"),
    ('覃', "qin"),
    ('乐', "yue"),
    ('缪', "miao"),
    ('华', "hua"),
    ('纪', "ji"),
    ('葛', "ge"),
    ('燕', "yan"),
    ('訾', "zi"),
    ('隗', "wei"),
    ('郗', "xi"),
    ('员', "yun"),
    ('宁', "ning"),
    ('折', "she"),
    ('洗', "xian"),
    ('种', "chong"),
    ('秘', "bi"),
    ('繁', "po"),
    ('逄', "pang"),
    ('都', "du"),
    ('重', "chong"),
    ('黑', "he"),
    ('尹', "yin"),
    ('晟', "cheng"),
    ('幺', "yao"),
    ('佴', "nai"),
    ('牟', "mou"),
    ('石', "shi"),
    ('召', "shao"),
    ('那', "na"),
    ('哈', "ha"),
    ('车', "che"),
    ('贾', "jia"),
    ('薄', "bo"),
    ('柏', "bai"),
    ('藏', "zang"),
    ('尉', "wei"),
    ('万', "wan"),
    ('沈', "shen"),
    ('卜', "bu"),
    ('谌', "chen"),
    ('么', "yao"),
];

/// The usual reading of a character, `ü` written v.
fn plain(character: char) -> Option<String> {
    character.to_pinyin().map(|reading| reading.plain().replace('ü', "v"))
}

/// The surname of a name: its first character, or its first two where those are one.
pub(super) fn surname(name: &str) -> &str {
    let name = name.trim();
    let compound = COMPOUND.iter().find(|(surname, _)| name.starts_with(surname) && name.len() > surname.len());
    compound.map_or_else(|| &name[..name.chars().next().map_or(0, char::len_utf8)], |(surname, _)| surname)
}

/// The pinyin id of a name, surname apart: 王小明 → `wang-xiaoming`; none where no letter can be made of it.
pub fn slug(name: &str) -> Option<String> {
    let name = name.trim();
    let compound = COMPOUND.iter().find(|(surname, _)| name.starts_with(surname) && name.len() > surname.len());
    let (surname, given) = match compound {
        Some((surname, reading)) => ((*reading).to_owned(), &name[surname.len()..]),
        None => match name.chars().next() {
            Some(first) if plain(first).is_some() => {
                let own = SURNAMES.iter().find(|(surname, _)| *surname == first);
                let reading = own.map(|(_, reading)| (*reading).to_owned()).or_else(|| plain(first));
                (reading.unwrap_or_default(), &name[first.len_utf8()..])
            }
            _ => (String::new(), name),
        },
    };
    let mut slug = surname;
    let mut joined = false;
    for character in given.chars() {
        if let Some(reading) = plain(character) {
            if !joined && !slug.is_empty() {
                slug.push('-');
            }
            slug += &reading;
            joined = true;
        } else if character.is_ascii_alphanumeric() {
            if !joined && !slug.is_empty() {
                slug.push('-');
            }
            slug.push(character.to_ascii_lowercase());
            joined = true;
        } else {
            joined = false;
        }
    }
    slug.truncate(60);
    let slug = slug.trim_matches('-').to_owned();
    (!slug.is_empty()).then_some(slug)
}

/// An id with a number after it where it is taken: `wang-fang`, `wang-fang-2`.
pub fn unique(slug: &str, taken: impl Fn(&str) -> bool) -> String {
    let numbered = (2..).map(|number| format!("{slug}-{number}"));
    let free = std::iter::once(slug.to_owned()).chain(numbered).find(|id| !is_device(id) && !taken(id));
    free.unwrap_or_else(|| unreachable!("an endless supply of numbers"))
}

/// The id of a group by its name: of a Chinese one as few characters as tell it from those that are taken, two at least:
/// `zhi-an` for 治安党小组.
pub fn short_slug(name: &str, taken: impl Fn(&str) -> bool) -> Option<String> {
    const LEAST: usize = 2;
    let name = name.trim();
    let begins = name.char_indices().map(|(at, character)| at + character.len_utf8()).skip(LEAST - 1);
    let is_han = |character: char| plain(character).is_some();
    let short = begins.take_while(|end| name[..*end].chars().all(is_han)).filter_map(|end| slug(&name[..end]));
    let free = short.into_iter().find(|id| !is_device(id) && !taken(id));
    free.or_else(|| slug(name).map(|slug| unique(&slug, taken)))
}

/// Every reading of a character: letters and digits read as themselves, other signs as nothing.
fn readings(character: char) -> Vec<String> {
    if character.is_ascii_alphanumeric() {
        return vec![character.to_ascii_lowercase().to_string()];
    }
    let surname = SURNAMES.iter().find(|(surname, _)| *surname == character).map(|(_, reading)| (*reading).to_owned());
    let all = character.to_pinyin_multi().into_iter().flatten().map(|reading| reading.plain().replace('ü', "v"));
    let mut readings: Vec<_> = surname.into_iter().chain(all).collect();
    readings.sort();
    readings.dedup();
    readings
}

/// How much of the pinyin of a name is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Typed {
    /// All of every syllable: `zhaogang`.
    Whole,
    /// The first letter of every syllable: `zg`.
    Initials,
    /// Whole syllables from the first, the last perhaps begun: `zhaog`.
    Begin,
}

/// Whether what was typed is the pinyin of a name, in any reading of its characters.
pub(super) fn is_pinyin_of(typed: &str, name: &str, how: Typed) -> bool {
    let syllables: Vec<_> = name.chars().map(readings).filter(|readings| !readings.is_empty()).collect();
    !typed.is_empty() && matches(typed, &syllables, how)
}

fn matches(typed: &str, syllables: &[Vec<String>], how: Typed) -> bool {
    let Some((first, rest)) = syllables.split_first() else {
        return typed.is_empty();
    };
    if typed.is_empty() {
        return how == Typed::Begin;
    }
    first.iter().any(|reading| match how {
        Typed::Initials => typed.strip_prefix(&reading[..1]).is_some_and(|typed| matches(typed, rest, how)),
        Typed::Begin if reading.starts_with(typed) => true,
        Typed::Whole | Typed::Begin => {
            typed.strip_prefix(reading.as_str()).is_some_and(|typed| matches(typed, rest, how))
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::MemberId;

    #[track_caller]
    fn case(name: &str, expected: Option<&str>) {
        let slug = slug(name);
        assert_eq!(slug.as_deref(), expected, "{name}");
        assert!(slug.is_none_or(|slug| MemberId::new(&slug).is_some()), "{name}");
    }

    #[test]
    fn ids_are_the_pinyin_of_names() {
        case("赵刚", Some("zhao-gang"));
        case("王小明", Some("wang-xiaoming"));
        case("欧阳娜娜", Some("ouyang-nana"));
        case("欧阳", Some("ou-yang"));
        case("单雄信", Some("shan-xiongxin"));
        case("仇英", Some("qiu-ying"));
        case("解缙", Some("xie-jin"));
        case("曾国", Some("zeng-guo"));
        case("尉迟恭", Some("yuchi-gong"));
        case("长孙无忌", Some("zhangsun-wuji"));
        case("万俟卨", Some("moqi-xie"));
        case("任重", Some("ren-zhong"));
        case("吕布", Some("lv-bu"));
        case("阿卜杜拉·买买提", Some("a-bodula-maimaiti"));
        case("Anna Smith", Some("anna-smith"));
        case("王芳A", Some("wang-fanga"));
        case("Сковорода", None);
        case("", None);
        case("  ", None);
        case("·", None);
    }

    #[test]
    fn the_id_of_a_group_is_short() {
        let case = |name: &str, taken: &[&str], expected: Option<&str>| {
            assert_eq!(short_slug(name, |id| taken.contains(&id)).as_deref(), expected, "{name}");
        };
        case("治安党小组", &[], Some("zhi-an"));
        case("治安党小组", &["zhi-an"], Some("zhi-andang"));
        case("第一党小组", &[], Some("di-yi"));
        case("第二党小组", &["di-yi"], Some("di-er"));
        case("治安", &["zhi-an"], Some("zhi-an-2"));
        case("组", &[], Some("zu"));
        case("Basses", &["basses"], Some("basses-2"));
        case("3号楼", &[], Some("3haolou"));
        case("!", &[], None);
    }

    #[test]
    fn a_taken_id_gets_a_number() {
        let taken = ["wang-fang", "wang-fang-2"];
        assert_eq!(unique("wang-fang", |id| taken.contains(&id)), "wang-fang-3");
        assert_eq!(unique("zhao-gang", |id| taken.contains(&id)), "zhao-gang");
        assert_eq!(unique("con", |_| false), "con-2");
    }

    #[test]
    fn names_are_typed_in_pinyin() {
        let case = |typed: &str, name: &str, how, expected| {
            assert_eq!(is_pinyin_of(typed, name, how), expected, "{typed} {name}");
        };
        case("zhaogang", "赵刚", Typed::Whole, true);
        case("zhaogan", "赵刚", Typed::Whole, false);
        case("zhaogan", "赵刚", Typed::Begin, true);
        case("zhao", "赵刚", Typed::Begin, true);
        case("gang", "赵刚", Typed::Begin, false);
        case("zg", "赵刚", Typed::Initials, true);
        case("wxm", "王小明", Typed::Initials, true);
        case("wx", "王小明", Typed::Initials, false);
        case("shanxiongxin", "单雄信", Typed::Whole, true);
        case("danxiongxin", "单雄信", Typed::Whole, true);
        case("xzdxz", "刑侦党小组", Typed::Initials, true);
        case("", "赵刚", Typed::Begin, false);
    }
}
