//! The files themselves: small, and none forgotten.

use crate::source::files;

/// The longest a file gets; half of them are much shorter.
const LONGEST: usize = 600;
const MEDIAN: usize = 140;

#[test]
fn files_are_small() {
    let mut lengths: Vec<_> = files().iter().map(|file| (file.text.lines().count(), file.path.clone())).collect();
    lengths.sort();
    let (longest, path) = lengths.last().expect("files");
    assert!(*longest <= LONGEST, "src/{path} has {longest} lines");
    let (median, _) = &lengths[lengths.len() / 2];
    assert!(*median <= MEDIAN, "half of the files have more than {median} lines");
}

#[test]
fn every_file_is_a_module() {
    let files = files();
    for file in files.iter().filter(|file| !["lib.rs", "main.rs"].contains(&file.path.as_str())) {
        let module = file.path.trim_end_matches(".rs").trim_end_matches("/mod");
        let (parents, name) = match module.rsplit_once('/') {
            Some((parent, name)) => (vec![format!("{parent}/mod.rs"), format!("{parent}.rs")], name),
            None => (vec!["lib.rs".to_owned()], module),
        };
        let declared = |line: &str| {
            let line = line.trim().trim_end_matches([';', '{']).trim_end();
            line.rsplit_once("mod ").is_some_and(|(_, declared)| declared == name)
        };
        let of_parent = files.iter().filter(|other| parents.contains(&other.path));
        let known = of_parent.flat_map(|parent| parent.code()).any(|(_, line)| declared(line));
        assert!(known, "src/{} is no module: nothing compiles it", file.path);
    }
}

#[test]
fn every_file_says_what_it_is() {
    for file in files() {
        assert!(file.text.starts_with("//! "), "src/{} does not begin with what it is", file.path);
    }
}

#[test]
fn every_table_has_a_title_of_its_own() {
    let mut untitled = Vec::new();
    for file in files() {
        let code = file.joined();
        let ids = code.split("Table::new(\"").skip(1).filter_map(|rest| rest.split('"').next());
        // What a page becomes as data has no title.
        let ids = ids.filter(|id| *id != "page");
        let is_untitled = |id: &&str| zhibu::words::table_title(id).get(zhibu::words::Lang::Zh).is_ascii();
        untitled.extend(ids.filter(is_untitled).map(str::to_owned));
    }
    assert!(untitled.is_empty(), "{untitled:?}");
}
