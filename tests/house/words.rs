//! Every sentence is said somewhere.

use std::collections::{BTreeMap, BTreeSet};

use crate::source::{File, files, tests};

/// The sentences and other functions that a file of `words` gives to all.
fn given(code: &str) -> Vec<&str> {
    let (mut given, mut is_sentences) = (Vec::new(), false);
    for line in code.lines() {
        is_sentences = line.contains("sentences! {") || is_sentences && line != "}";
        let indented = line.strip_prefix("    ");
        let sentence = indented.filter(|line| is_sentences && line.starts_with(|c: char| c.is_ascii_lowercase()));
        let function = line.trim_start().strip_prefix("pub fn ");
        given.extend(sentence.or(function).and_then(|line| line.split(['(', '<']).next()));
    }
    given.retain(|name| !name.starts_with('$'));
    given
}

/// The names within code, each with what stands before it; what is in quotes is left out.
fn names(code: &str) -> Vec<(&str, &str)> {
    let quoted = code.replace("\\\\", "  ").replace("\\\"", "  ").replace("'\"'", "   ");
    let (mut names, mut at) = (Vec::new(), 0);
    for (number, piece) in quoted.split('"').enumerate() {
        if number % 2 == 0 {
            let is_word = |c: char| c.is_alphanumeric() || c == '_';
            for word in piece.split(|c| !is_word(c)).filter(|word| !word.is_empty()) {
                let start = at + word.as_ptr() as usize - piece.as_ptr() as usize;
                names.push((&code[..start], &code[start..start + word.len()]));
            }
        }
        at += piece.len() + 1;
    }
    names
}

/// The sentences that code outside of `words` may say: those it names as such or as a method, and nouns for a macro.
fn said(code: &str) -> BTreeSet<&str> {
    let group = |before: &str| {
        let open = before.rfind("words::{");
        open.is_some_and(|open| !before[open..].contains('}'))
    };
    let is_said = |before: &str, name: &str| {
        before.ends_with("::") || before.ends_with('.') || name.starts_with("noun_") || group(before)
    };
    names(code).into_iter().filter(|(before, name)| is_said(before, name)).map(|(_, name)| name).collect()
}

/// The code of a file, without its comments.
fn code(file: &File) -> String {
    file.code().map(|(_, line)| line).collect::<Vec<_>>().join("\n")
}

/// The sentences that nobody says, of the code of `words` and of all other code.
fn unsaid<'c>(words: &'c [String], others: &[String]) -> Vec<&'c str> {
    let said: BTreeSet<_> = others.iter().flat_map(|code| said(code)).collect();
    let given: Vec<_> = words.iter().flat_map(|code| given(code)).collect();
    let (mut within, mut defined) = (BTreeMap::<_, usize>::new(), BTreeMap::<_, usize>::new());
    words.iter().flat_map(|code| names(code)).for_each(|(_, name)| *within.entry(name).or_default() += 1);
    given.iter().for_each(|name| *defined.entry(*name).or_default() += 1);
    given.into_iter().filter(|name| !said.contains(name) && within[name] <= defined[name]).collect()
}

#[test]
fn every_sentence_is_said() {
    let (words, others): (Vec<_>, Vec<_>) = files().into_iter().partition(|file| file.layer() == "words");
    let language = tests().into_iter().filter(|file| file.path.starts_with("language/"));
    let words: Vec<_> = words.iter().map(code).collect();
    let others: Vec<_> = others.into_iter().chain(language).map(|file| code(&file)).collect();
    let unsaid = unsaid(&words, &others);
    assert!(unsaid.is_empty(), "nobody says {unsaid:#?}");
}

#[test]
fn a_sentence_that_nobody_says_is_found() {
    let words = "pub fn begun(text: &str) -> String {\n}\nsentences! {\n    no_day(text) { zh: \"\", en: \"\" }\n    odd(\n        a,\n    ) {}\n    noun_day() {}\n}\nfn own() {}";
    assert_eq!(given(words), ["begun", "no_day", "odd", "noun_day"]);
    let found = |other: &str| unsaid(&[words.to_owned()], &[other.to_owned()]).join(" ");
    assert_eq!(found("let begun = odd; \"words::no_day()\""), "begun no_day odd noun_day");
    assert_eq!(found("use crate::words::{self, odd};\nlet begun = words::no_day(text);\nodd();"), "begun noun_day");
    assert_eq!(found("text.begun(); finders! { noun_day; }"), "no_day odd");
    let own = format!("{words}\nfn also() {{ odd() }}");
    assert_eq!(unsaid(&[own], &[String::new()]), ["begun", "no_day", "noun_day"], "one sentence in another");
}
