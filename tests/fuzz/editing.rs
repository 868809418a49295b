//! An edit of any text changes what it means, or is refused.

use fastrand::Rng;
use toml::Table;
use zhibu::branch::{Edit, Step};
use zhibu::record::Value;
use zhibu::store::apply;

use crate::corpus::{any, by_another, each, mangled};

/// A list of tables of the text, and a place in it, which need not be there.
fn some_list(dice: &mut Rng, table: &Table) -> Option<(&'static str, usize)> {
    let lists = ["entries", "posts", "post", "group", "standing", "present", "absent", "item", "kind", "decision"];
    let there: Vec<_> = lists.into_iter().filter(|key| table.get(*key).is_some_and(toml::Value::is_array)).collect();
    let key = *dice.choice(&there)?;
    Some((key, dice.usize(0..table[key].as_array().map_or(0, Vec::len) + 1)))
}

#[test]
fn a_key_that_is_set_is_there_and_goes_again() {
    each(2000, |dice| {
        let (_, text) = any(dice);
        let text = mangled(dice, text);
        let set = Edit::Set(vec![], "fuzzed", Value::text("新 \"#"));
        let Ok(new) = apply(&text, &[set]) else { return };
        let Some(wanted) = by_another(&text) else { return };
        let mut wanted = wanted.unwrap_or_else(|error| panic!("edited, and is no TOML: {error}\n{text}"));
        let before = format!("{wanted:?}");
        wanted.insert("fuzzed".into(), "新 \"#".into());
        let there: Table = new.parse().unwrap_or_else(|error| panic!("{error}\n{text}\n---\n{new}"));
        assert_eq!(format!("{there:?}"), format!("{wanted:?}"), "{text}\n---\n{new}");
        let back = apply(&new, &[Edit::Unset(vec![], "fuzzed")]).unwrap();
        let back: Table = back.parse().unwrap();
        assert_eq!(format!("{back:?}"), before, "{text}\n---\n{new}");
    });
}

#[test]
fn an_edit_of_a_list_leaves_toml() {
    each(2000, |dice| {
        let (_, text) = any(dice);
        let text = mangled(dice, text);
        let table = text.parse().unwrap_or_default();
        let Some((key, at)) = some_list(dice, &table) else { return };
        let line = || Value::Line(vec![("id", Value::text("新")), ("note", Value::Int(1))]);
        let edit = match dice.usize(0..5) {
            0 => Edit::Insert(vec![], key, Some(at), line()),
            1 => Edit::Insert(vec![], key, None, line()),
            2 => Edit::Remove(vec![], key, at),
            3 => Edit::Set(vec![Step::Key(key), Step::Item(at)], "note", Value::text("x")),
            _ => Edit::Append(key, vec![("id", Value::text("新"))]),
        };
        if let Ok(new) = apply(&text, std::slice::from_ref(&edit)) {
            let Some(there) = by_another(&new) else { return };
            let there = there.unwrap_or_else(|error| panic!("{error}: {edit:?}\n{text}\n---\n{new}"));
            let rest = |table: &Table| {
                let mut rest = table.clone();
                rest.remove(key);
                format!("{rest:?}")
            };
            assert_eq!(rest(&there), rest(&table), "{edit:?} changes more than {key}\n{text}\n---\n{new}");
        }
    });
}
