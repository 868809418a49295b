//! No files of a layer that name each other in a circle.
//!
//! A face only hands names on: whoever takes one from it takes it from the file that defines it.

use std::collections::{BTreeMap, BTreeSet};

use crate::source::{File, files};

/// Files that name others: from each to each, with the names by which they are tied.
type Ties<'a> = BTreeMap<&'a str, BTreeMap<&'a str, BTreeSet<String>>>;

/// The modules of a crate, each with its file and with the names that it takes from elsewhere.
struct House<'a> {
    modules: BTreeMap<Vec<String>, Module<'a>>,
}

/// A module.
struct Module<'a> {
    /// Its file.
    file: &'a str,
    /// Its code on one line, without the `use` statements and without its tests.
    code: String,
    /// What it defines.
    defines: BTreeSet<String>,
    /// What it calls something, and the path of it.
    names: BTreeMap<String, Path>,
    /// Whatever is in these modules bears its name here, too.
    all_of: Vec<Path>,
}

/// A path from the root of the crate.
#[derive(Clone)]
struct Path {
    segments: Vec<String>,
    /// Whether the name is only handed on.
    is_handed_on: bool,
}

impl<'a> House<'a> {
    fn of(files: &'a [File]) -> Self {
        let homes: BTreeMap<_, _> = files.iter().map(|file| (module(&file.path), file)).collect();
        let is_module = |path: &[String]| homes.contains_key(path);
        let modules = homes.iter().map(|(home, file)| {
            let (code, uses) = parted(&untested(file));
            let mut module =
                Module { file: &file.path, defines: defined(&code), code, names: BTreeMap::new(), all_of: vec![] };
            for (statement, is_handed_on) in uses {
                for (words, name) in leaves(&statement) {
                    let Some(segments) = from_root(home, &words, &is_module) else { continue };
                    let path = Path { segments, is_handed_on };
                    match name.as_str() {
                        "*" => module.all_of.push(path),
                        _ => drop(module.names.insert(name, path)),
                    }
                }
            }
            (home.clone(), module)
        });
        Self { modules: modules.collect() }
    }

    /// The file that defines what a path leads to; none for a module as such.
    fn definer(&self, path: &[String]) -> Option<&'a str> {
        self.definer_within(path, 8)
    }

    fn definer_within(&self, path: &[String], steps: usize) -> Option<&'a str> {
        let mut home = vec![];
        for (at, word) in path.iter().enumerate() {
            let here = self.modules.get(&home);
            let deeper = [&home[..], std::slice::from_ref(word)].concat();
            let handed = here.and_then(|module| module.names.get(word)).filter(|_| steps > 0);
            // A module and what it is for may bear one name.
            if self.modules.contains_key(&deeper) && (at + 1 < path.len() || handed.is_none()) {
                home = deeper;
                continue;
            }
            let rest = &path[at + 1..];
            if let Some(handed) = handed {
                return self.definer_within(&[&handed.segments[..], rest].concat(), steps - 1);
            }
            let here = here?;
            let of_all = here
                .all_of
                .iter()
                .find(|all| self.modules.get(&all.segments).is_some_and(|of| of.defines.contains(word)));
            let home = of_all.and_then(|all| self.modules.get(&all.segments)).unwrap_or(here);
            return Some(home.file);
        }
        None
    }

    /// Which files of a layer name which others of it.
    fn ties(&self) -> Ties<'a> {
        let mut ties = Ties::new();
        for (home, module) in &self.modules {
            for path in self.named(home, module) {
                if let Some(other) = self.definer(&path).filter(|other| *other != module.file)
                    && layer(other) == layer(module.file)
                {
                    let names = ties.entry(module.file).or_default().entry(other).or_default();
                    names.extend(path.last().cloned());
                }
            }
        }
        ties
    }

    /// The paths a module needs: those it takes names from, but for what it hands on, and those within its code.
    fn named(&self, home: &[String], module: &Module<'_>) -> Vec<Vec<String>> {
        let is_module = |path: &[String]| self.modules.contains_key(path);
        let taken = module.names.values().filter(|path| !path.is_handed_on).map(|path| path.segments.clone());
        let mut named: Vec<_> = taken.collect();
        for words in chains(&module.code) {
            let first = words.first().map(String::as_str).unwrap_or_default();
            let known = module.names.get(first).filter(|path| is_module(&path.segments));
            named.extend(match known {
                Some(path) => Some([&path.segments[..], &words[1..]].concat()),
                None => from_root(home, &words, &is_module),
            });
        }
        named
    }
}

/// The names that code defines, as items or as sentences.
fn defined(code: &str) -> BTreeSet<String> {
    let words: Vec<_> = code.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
    let kinds = ["fn", "struct", "enum", "trait", "type", "const", "static"];
    let items = words.windows(2).filter(|pair| kinds.contains(&pair[0])).map(|pair| pair[1].to_owned());
    let before = |at: usize| code[..at].rsplit(' ').next().unwrap_or_default().to_owned();
    let sentences = code.match_indices('(').map(|(at, _)| before(at)).filter(|_| code.contains("sentences!"));
    items.chain(sentences).filter(|name| !name.is_empty()).collect()
}

/// The layer of a file.
fn layer(path: &str) -> &str {
    path.split('/').next().unwrap_or_default().trim_end_matches(".rs")
}

/// The module a file is, from the root of the crate.
fn module(path: &str) -> Vec<String> {
    let path = path.trim_end_matches(".rs").trim_end_matches("/mod");
    if path == "lib" { vec![] } else { path.split('/').map(str::to_owned).collect() }
}

/// The code of a file on one line, up to its tests, which stand last.
fn untested(file: &File) -> String {
    let code = file.joined();
    let ends = ["#[cfg(test)] mod tests {", "#[cfg(all(test,"].into_iter().filter_map(|begin| code.find(begin));
    code[..ends.min().unwrap_or(code.len())].to_owned()
}

/// The code without its `use` statements, and these, each with whether it hands on.
fn parted(code: &str) -> (String, Vec<(String, bool)>) {
    let (mut rest, mut uses, mut done) = (String::new(), vec![], 0);
    for (at, word) in code.match_indices("use ") {
        let before = code[..at].trim_end();
        let is_first = before.is_empty() || before.ends_with([';', '{', '}', ']', ')']) || before.ends_with("pub");
        if at < done || !is_first {
            continue;
        }
        let Some(end) = code[at..].find(';').map(|end| at + end) else { continue };
        rest += &code[done..at];
        uses.push((code[at + word.len()..end].to_owned(), before.ends_with("pub") || before.ends_with(')')));
        done = end + 1;
    }
    (rest + &code[done..], uses)
}

/// Each path of a `use` statement with the name it gets: `a::{B, c as d}` gives `a::B` as `B` and `a::c` as `d`.
fn leaves(statement: &str) -> Vec<(Vec<String>, String)> {
    let statement = statement.trim();
    if let Some((before, group)) = statement.split_once('{') {
        let before: Vec<_> = split(before);
        let group = group.trim_end().strip_suffix('}').unwrap_or(group);
        let below = items(group).into_iter().flat_map(leaves);
        return below.map(|(path, name)| leaf([before.clone(), path].concat(), name)).collect();
    }
    let (path, name) = statement.split_once(" as ").unwrap_or((statement, ""));
    let path = split(path);
    let name = if name.is_empty() { path.last().cloned().unwrap_or_default() } else { name.trim().to_owned() };
    vec![leaf(path, name)]
}

/// A path whose end may be `self`, or everything.
fn leaf(mut path: Vec<String>, mut name: String) -> (Vec<String>, String) {
    if path.len() > 1 && path.last().is_some_and(|last| last == "self" || last == "*") {
        let last = path.pop();
        if name == "self" {
            name = path.last().cloned().unwrap_or_default();
        }
        debug_assert!(last.is_some());
    }
    (path, name)
}

fn split(path: &str) -> Vec<String> {
    path.split("::").map(|word| word.trim().to_owned()).filter(|word| !word.is_empty()).collect()
}

/// The items of a group, which may have groups of their own.
fn items(group: &str) -> Vec<&str> {
    let (mut depth, mut start, mut items) = (0, 0, vec![]);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                items.push(&group[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    items.push(&group[start..]);
    items.into_iter().filter(|item| !item.trim().is_empty()).collect()
}

/// A path of a module as one from the root; none where it begins with what is neither near nor ours.
fn from_root(home: &[String], words: &[String], is_module: &dyn Fn(&[String]) -> bool) -> Option<Vec<String>> {
    let up = words.iter().take_while(|word| *word == "super").count();
    let first = words.first()?.as_str();
    match first {
        "crate" => Some(words[1..].to_vec()),
        "self" => Some([home, &words[1..]].concat()),
        "super" => Some([home.get(..home.len().checked_sub(up)?)?, &words[up..]].concat()),
        _ => {
            let child = [home, &words[..1]].concat();
            is_module(&child).then(|| [home, words].concat())
        }
    }
}

/// The paths within code: words with `::` between them.
fn chains(code: &str) -> Vec<Vec<String>> {
    let is_word = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    let words = code.split(|c: char| !is_word(c)).filter(|word| word.contains("::") && !word.starts_with(':'));
    words.map(split).filter(|words| words.len() > 1).collect()
}

/// The circles: of each, which of its files names which, and by what.
fn circles(ties: &Ties<'_>) -> Vec<Vec<String>> {
    let reached = |from: &str| {
        let (mut seen, mut next) = (BTreeSet::new(), vec![from]);
        while let Some(file) = next.pop() {
            for other in ties.get(file).into_iter().flat_map(BTreeMap::keys) {
                if seen.insert(*other) {
                    next.push(other);
                }
            }
        }
        seen
    };
    let reach: BTreeMap<&str, BTreeSet<&str>> = ties.keys().map(|file| (*file, reached(file))).collect();
    let both = |one: &str, other: &str| {
        let has = |from: &str, to: &str| reach.get(from).is_some_and(|reach| reach.contains(to));
        has(one, other) && has(other, one)
    };
    let (mut told, mut circles) = (BTreeSet::new(), vec![]);
    for file in ties.keys().filter(|file| both(file, file)) {
        if told.insert(*file) {
            let members: Vec<_> = ties.keys().filter(|other| both(file, other)).copied().collect();
            told.extend(&members);
            let arrows = members.iter().flat_map(|from| ties[from].iter().map(move |(to, names)| (*from, *to, names)));
            let within = arrows.filter(|(_, to, _)| members.contains(to));
            circles.push(within.map(|(from, to, names)| format!("src/{from} -> src/{to}: {names:?}")).collect());
        }
    }
    circles
}

#[test]
fn no_files_of_a_layer_are_a_circle() {
    let files = files();
    let ties = House::of(&files).ties();
    let circles = circles(&ties);
    assert!(circles.is_empty(), "{circles:#?}");
}

#[test]
fn a_circle_is_found_however_it_is_tied() {
    let file = |path: &str, text: &str| File { path: path.into(), text: text.into() };
    let face =
        file("store/mod.rs", "mod edit;\nmod lock;\npub(crate) use edit::edit;\npub use lock::{Lock, held as kept};");
    let found = |edit: &str, lock: &str| {
        let files = [
            file("lib.rs", "mod store;"),
            file("store/mod.rs", &face.text),
            file("store/edit.rs", edit),
            file("store/lock.rs", lock),
        ];
        circles(&House::of(&files).ties()).len()
    };
    let lock = "pub struct Lock; pub fn held() {}";
    assert_eq!(found("pub fn edit() {}", lock), 0);
    assert_eq!(found("use super::Lock; pub fn edit() {}", lock), 0, "a face is no circle");
    assert_eq!(found("use super::{Lock, edit};", lock), 0, "nor is a name of its own");
    // One way by the face, by a whole path, by a module, by another name; the other way at once.
    for edit in [
        "use super::Lock;",
        "use crate::store::{self, Lock as Bolt};",
        "fn f() { super::kept(); }",
        "use super::lock; fn f() { lock::held(); }",
        "use crate::store; fn f() { store::lock::held(); }",
        "use crate::{\n    branch,\n    store::{lock::{Lock}},\n};",
    ] {
        assert_eq!(found(edit, "fn held() { super::edit::edit(); }"), 1, "{edit}");
    }
    let alone =
        [file("lib.rs", ""), file("ui.rs", "mod bar; fn f() { bar::g(); }"), file("ui/bar.rs", "use super::f;")];
    assert_eq!(circles(&House::of(&alone).ties()).len(), 1, "a face that defines something");
    let tests = "fn g() {}\n#[cfg(test)]\nmod tests { use super::super::f; }";
    let tested = [file("lib.rs", ""), file("ui.rs", "mod bar; fn f() { bar::g(); }"), file("ui/bar.rs", tests)];
    assert_eq!(circles(&House::of(&tested).ties()).len(), 0, "tests may look up");
}
