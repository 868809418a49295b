//! Edits change what they mean and nothing else.

use proptest::prelude::*;
use similar::{ChangeTag, TextDiff};
use toml::{Table, Value as Toml};
use zhibu::branch::{Edit, Step};
use zhibu::record::Value;
use zhibu::store::apply;

use super::mangled::mangled;

fn parse(text: &str) -> Table {
    text.parse().unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// How many lines an edit took and gave; blank ones are not counted.
fn lines(old: &str, new: &str) -> (usize, usize) {
    let diff = TextDiff::from_lines(old, new);
    let meant = |change: &similar::Change<&str>| !change.value().trim().is_empty();
    let count = |tag| diff.iter_all_changes().filter(|change| change.tag() == tag && meant(change)).count();
    (count(ChangeTag::Delete), count(ChangeTag::Insert))
}

/// The comments of a text, in order.
fn comments(text: &str) -> Vec<&str> {
    text.lines().filter_map(|line| line.find("# c").or(line.find("# own")).map(|at| line[at..].trim_end())).collect()
}

/// Makes an edit; the text keeps its mark, its line ends and all but `lost` comments.
#[track_caller]
fn edited(text: &str, edit: &Edit, lost: usize) -> String {
    let new = apply(text, std::slice::from_ref(edit)).unwrap_or_else(|error| panic!("{error}: {edit:?}\n{text}"));
    assert_eq!(new.starts_with('\u{feff}'), text.starts_with('\u{feff}'));
    if text.contains("\r\n") {
        assert_eq!(new.matches('\n').count(), new.matches("\r\n").count(), "a line end is not the file's:\n{new}");
    }
    let (before, after) = (comments(text), comments(&new));
    let kept = before.iter().filter(|comment| after.contains(comment)).count();
    assert!(before.len() - kept <= lost, "a comment is lost:\n{text}\n---\n{new}");
    new
}

fn list<'t>(table: &'t Table, key: &str) -> &'t Vec<Toml> {
    table[key].as_array().unwrap()
}

fn item(key: &str) -> Value {
    match key {
        "present" => Value::text("new"),
        _ => Value::Line(vec![("id", Value::text("new")), ("note", Value::text("新"))]),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: crate::cases(600), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn setting_a_value_changes_its_line(file in mangled()) {
        let new = edited(&file.text, &Edit::Set(vec![], "name", Value::text("李敏")), 0);
        prop_assert_eq!(lines(&file.text, &new), (1, 1));
        let mut wanted = parse(&file.text);
        wanted.insert("name".into(), "李敏".into());
        prop_assert_eq!(format!("{wanted:?}"), format!("{:?}", parse(&new)));
        let same = edited(&file.text, &Edit::Set(vec![], "name", Value::text("赵刚 # = ] }")), 0);
        prop_assert_eq!(&same, &file.text);
    }

    #[test]
    fn a_new_key_adds_a_line_and_goes_without_a_trace(file in mangled(), at in 0_usize..4) {
        let way = if at < file.posts { vec![Step::Key("post"), Step::Item(at)] } else { vec![] };
        let new = edited(&file.text, &Edit::Set(way.clone(), "note", Value::text("新")), 0);
        let (took, gave) = lines(&file.text, &new);
        // A last line without a line end gets one.
        prop_assert!(took <= usize::from(!file.text.ends_with('\n')) && gave == took + 1, "{}", new);
        let root = parse(&new);
        let table = if way.is_empty() { &root } else { list(&root, "post")[at].as_table().unwrap() };
        prop_assert_eq!(&table["note"], &Toml::from("新"));
        prop_assert_eq!(edited(&new, &Edit::Unset(way, "note"), 0), file.text);
    }

    #[test]
    fn a_new_key_between_braces_changes_its_table(file in mangled(), at in 0_usize..4) {
        let way = if at < file.entries { vec![Step::Key("entries"), Step::Item(at)] } else { vec![Step::Key("votes")] };
        let new = edited(&file.text, &Edit::Set(way.clone(), "struck", Value::text("错")), 0);
        prop_assert!(lines(&file.text, &new) <= (1, 1), "{}", new);
        let back = edited(&new, &Edit::Unset(way, "struck"), 0);
        // Between empty braces the blank is gone.
        prop_assert_eq!(back.replace("{}", "{ }"), file.text);
    }

    #[test]
    fn an_item_changes_its_line_and_goes_without_a_trace(file in mangled(), at in 0_usize..5, ledger: bool) {
        let (key, count) = if ledger { ("entries", file.entries) } else { ("present", file.present) };
        let at = (at < count).then_some(at);
        let new = edited(&file.text, &Edit::Insert(vec![], key, at, item(key)), 0);
        let (took, gave) = lines(&file.text, &new);
        prop_assert!(took <= 1 && gave <= if count == 0 { 3 } else { 2 }, "{}", new);
        let (before, after) = (parse(&file.text), parse(&new));
        let mut rest = list(&after, key).clone();
        let put = rest.remove(at.unwrap_or(count));
        prop_assert!(put == Toml::from("new") || put["id"] == Toml::from("new"));
        prop_assert_eq!(&rest, list(&before, key));
        let back = edited(&new, &Edit::Remove(vec![], key, at.unwrap_or(count)), 0);
        if count > 0 {
            prop_assert_eq!(back, file.text);
        }
    }

    #[test]
    fn a_removed_item_takes_its_line_alone(file in mangled(), at in 0_usize..3, ledger: bool) {
        let (key, count) = if ledger { ("entries", file.entries) } else { ("present", file.present) };
        // Of an empty list nothing can be removed.
        let Some(at) = at.checked_rem(count) else { return Ok(()) };
        let new = edited(&file.text, &Edit::Remove(vec![], key, at), 1);
        let (took, gave) = lines(&file.text, &new);
        prop_assert!(took <= 2 && gave <= took, "{}", new);
        let mut wanted = list(&parse(&file.text), key).clone();
        wanted.remove(at);
        prop_assert_eq!(list(&parse(&new), key).clone(), wanted);
    }

    #[test]
    fn a_block_comes_and_goes_without_a_trace(file in mangled()) {
        let new = edited(&file.text, &Edit::Append("post", vec![("id", Value::text("new")), ("from", Value::Int(1))]), 0);
        let (took, gave) = lines(&file.text, &new);
        prop_assert!(took <= usize::from(!file.text.ends_with('\n')) && gave <= took + 4, "{}", new);
        prop_assert_eq!(list(&parse(&new), "post").len(), file.posts + 1);
        let back = edited(&new, &Edit::Remove(vec![], "post", file.posts), 0);
        // A blank line that was there already stands for the one a new block brings along.
        let ends_blank = file.text.replace('\r', "").ends_with("\n\n");
        if file.posts > 0 || !ends_blank {
            prop_assert_eq!(back, file.text);
        }
    }

    #[test]
    fn several_edits_are_made_one_after_the_other(file in mangled()) {
        let edits = [
            Edit::Insert(vec![], "present", None, Value::text("a")),
            Edit::Insert(vec![], "present", None, Value::text("b")),
            Edit::Set(vec![], "time", Value::text("19:30")),
            Edit::Append("post", vec![("id", Value::text("c"))]),
        ];
        let together = apply(&file.text, &edits).unwrap();
        let apart = edits.iter().fold(file.text, |text, edit| apply(&text, std::slice::from_ref(edit)).unwrap());
        prop_assert_eq!(parse(&together).len(), parse(&apart).len());
        prop_assert_eq!(together, apart);
    }

    #[test]
    fn items_put_in_together_stand_as_if_put_in_one_by_one(file in mangled(), ledger: bool, gaps in prop::collection::vec(0_usize..3, 1..5)) {
        let (key, count) = if ledger { ("entries", file.entries) } else { ("present", file.present) };
        let mut at = 0;
        let edits: Vec<_> = gaps.iter().enumerate().map(|(before, gap)| {
            at += gap;
            let place = (at <= count).then_some(at + before);
            Edit::Insert(vec![], key, place, item(key))
        }).collect();
        let together = apply(&file.text, &edits).unwrap();
        let apart = edits.iter().fold(file.text, |text, edit| apply(&text, std::slice::from_ref(edit)).unwrap());
        prop_assert_eq!(together, apart);
    }

    #[test]
    fn no_text_makes_an_edit_panic(text in "[\\[\\]{}=,.#\"'ab1 \n\r\u{feff}-]{0,40}", at in 0_usize..3) {
        for way in [vec![], vec![Step::Key("a")], vec![Step::Key("a"), Step::Item(at)]] {
            let edits = [
                Edit::Set(way.clone(), "b", Value::Int(1)),
                Edit::Unset(way.clone(), "b"),
                Edit::Insert(way.clone(), "b", Some(at), Value::Int(1)),
                Edit::Insert(way.clone(), "b", None, Value::Line(vec![])),
                Edit::Remove(way, "b", at),
                Edit::Append("b", vec![]),
            ];
            for edit in edits {
                if let Ok(new) = apply(&text, &[edit]) {
                    parse(&new);
                }
            }
        }
    }
}
