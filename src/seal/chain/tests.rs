//! Seals as they follow one another, and as they do not.

use super::*;

fn path() -> RelPath {
    RelPath::new("seals/2026-10.toml").expect("a path")
}

/// The first version of a seal.
fn first() -> String {
    let digest = "0".repeat(64);
    format!(
        "date = 2026-11-12\nby = \"li-min\"\nfiles = [\n  {{ path = \"points/2026-10.toml\", sha256 = \"{digest}\" }},\n]\nfigures = []\ntables = []\n"
    )
}

/// A version with an amendment more.
fn amended(before: &str, why: &str) -> String {
    with_was(before, why, &code(before))
}

fn with_was(before: &str, why: &str, was: &str) -> String {
    format!(
        "{before}\n[[amended]]\ndate = 2026-11-23\nwhy = \"{why}\"\nwhat = \"x\"\ncommand = \"study log\"\nwas = \"{was}\"\n"
    )
}

/// Versions that were committed one upon the other, and whether each is sound.
fn taken(versions: &[&str]) -> (Chain<'static>, Vec<bool>) {
    let mut chain = Chain::new(&|name, id| (name, id) == ("anonymous 1", "anon-1"));
    let mut before = vec![None];
    let sound = versions.iter().map(|text| {
        let is_sound = chain.take(&path(), &before, text);
        before = vec![Some((*text).to_owned())];
        is_sound
    });
    let sound = sound.collect();
    (chain, sound)
}

#[track_caller]
fn case(committed: &[&str], now: &str, expected: Option<Unsound>) {
    let last = committed.last().map(|last| (*last).to_owned());
    assert_eq!(taken(committed).0.unsound(&path(), || last, now), expected, "{now}");
}

#[test]
fn each_version_is_the_one_before_with_one_amendment_that_names_it() {
    let first = first();
    let (one, other) = (amended(&first, "a"), amended(&first, "b"));
    let both = amended(&one, "b");
    assert_eq!(taken(&[&first, &one, &both]).1, [true; 3]);
    case(&[&first, &one], &both, None);
    case(&[&first], &both, Some(Unsound::ByHand));
    // The reason rewritten: it names the version before the one it replaces.
    assert_eq!(taken(&[&first, &one, &other]).1, [true, true, false]);
    case(&[&first, &one], &other, Some(Unsound::ByHand));
    // Made anew, and the last entry cut off.
    let cut = one.replace("0000", "1111");
    case(&[&first, &one, &both], &cut, Some(Unsound::ByHand));
    case(&[&first, &one, &both, &cut], &cut, Some(Unsound::ByHand));
    // Honest on top of what is not.
    let on_top = amended(&cut, "c");
    assert_eq!(taken(&[&first, &one, &cut, &on_top]).1, [true, true, false, false]);
    // An earlier version that is put back forgets what came after it.
    case(&[&first, &one], &first, Some(Unsound::Forgets));
    // What was wrong in between and was put right says nothing.
    case(&[&first, &one, &cut], &one, None);
}

#[test]
fn an_amendment_changes_neither_the_day_nor_who_sealed() {
    let first = first();
    for (old, new) in [
        ("2026-11-12", "2026-11-10"),
        ("li-min", "zhao-gang"),
        ("by = ", "known = 2026-11-30\nby = "),
        ("2026-11-23", "2026-11-11"),
    ] {
        let other = amended(&first, "a").replacen(old, new, 1);
        assert_eq!(taken(&[&first, &other]).1, [true, false], "{new}");
    }
    let earlier = amended(&first, "a");
    let rewritten = amended(&earlier, "b").replacen("why = \"a\"", "why = \"z\"", 1);
    assert_eq!(taken(&[&first, &earlier, &rewritten]).1, [true, true, false]);
}

#[test]
fn two_who_amended_apart_are_joined_and_neither_is_dropped() {
    let first = first();
    let (ours, theirs) = (amended(&first, "a"), amended(&first, "b"));
    let joined = with_was(&ours, "b", &code(&first));
    let committed = || {
        let mut chain = taken(&[&first, &ours]).0;
        assert!(chain.take(&path(), &[Some(first.clone())], &theirs));
        chain
    };
    let sides = [Some(ours.clone()), Some(theirs.clone())];
    let mut chain = committed();
    assert!(chain.take(&path(), &sides, &joined));
    assert_eq!(chain.unsound(&path(), || None, &joined), None);
    assert!(!committed().take(&path(), &sides, &joined.replace("0000", "1111")));
    assert!(!committed().take(&path(), &sides, &with_was(&joined, "c", "x")));
    // One side alone.
    assert_eq!(committed().unsound(&path(), || None, &ours), Some(Unsound::Forgets));
}

#[test]
fn a_pseudonym_may_stand_for_a_name_after_an_erasure() {
    let first = first();
    let before = amended(&first, "孙磊漏记，孙磊");
    let erased = |why: &str| {
        let text = amended(&first, why)
            + "\n[[amended]]\ndate = 2026-11-23\nwhy = \"z\"\nwhat = \"erased the name of a person: now anonymous 1 (anon-1)\"\ncommand = \"member erase\"\n";
        format!("{text}was = \"{}\"\n", code(&before))
    };
    // The first entry's own `was` names the first version in both.
    case(&[&first, &before], &erased("anonymous 1漏记，anonymous 1"), None);
    case(&[&first, &before], &erased("anonymous 1补记，anonymous 1"), Some(Unsound::ByHand));
    case(&[&first, &before], &erased("漏记"), Some(Unsound::ByHand));
    // Nobody was ever called so.
    let forged = erased("另有原因").replace("anonymous 1", "另有原因");
    case(&[&first, &before], &forged, Some(Unsound::ByHand));
}
