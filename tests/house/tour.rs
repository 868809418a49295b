//! The tour in `lib.rs` leads through the house as it is.

use std::collections::BTreeSet;

use zhibu::branch::FileKind;
use zhibu::record::RelPath;

use crate::source::files;

/// The lines of the tour.
fn tour() -> Vec<String> {
    let lib = files().into_iter().find(|file| file.path == "lib.rs").expect("lib.rs");
    lib.text.lines().filter_map(|line| line.strip_prefix("//!")).map(|line| line.trim().to_owned()).collect()
}

/// The first cell of each row of the table under a heading.
fn rows(heading: &str) -> Vec<String> {
    let tour = tour();
    let lines = tour.iter().skip_while(|line| !line.starts_with(heading)).skip_while(|line| !line.starts_with('|'));
    let lines = lines.take_while(|line| line.starts_with('|')).skip(2);
    lines.map(|line| line.split('|').nth(1).expect("a cell").trim().to_owned()).collect()
}

#[test]
fn the_tour_visits_every_layer() {
    let lib = files().into_iter().find(|file| file.path == "lib.rs").expect("lib.rs");
    let modules: BTreeSet<_> =
        lib.code().filter_map(|(_, line)| Some(line.strip_prefix("pub mod ")?.strip_suffix(';')?.to_owned())).collect();
    let visited: Vec<_> = rows("# The layers").iter().map(|cell| cell.replace(['[', ']', '`'], "")).collect();
    assert_eq!(visited.iter().cloned().collect::<BTreeSet<_>>(), modules);
    assert_eq!(visited.len(), modules.len(), "a layer is visited twice");
}

#[test]
fn the_tour_names_every_kind_of_file() {
    let named = rows("# The files");
    for path in [
        "zhibu.toml",
        "rules/branch.toml",
        "rules/meetings.toml",
        "rules/points.toml",
        "rules/study.toml",
        "rules/talks.toml",
        "rules/dues.toml",
        "members/ID.toml",
        "groups/ID.toml",
        "meetings/YEAR/DATE-KIND[-GROUP][-N].toml",
        "points/MONTH.toml",
        "dues/YEAR.toml",
        "issues/YEAR/DATE-ID.toml",
        "plans/YEAR.toml",
        "requests/YEAR.toml",
        "seals/MONTH.toml",
        "study/MONTH.toml",
        "talks/YEAR.toml",
    ] {
        assert!(named.iter().any(|cell| cell.contains(&format!("`{path}`"))), "{path} is not in the tour");
        let real = path.replace("ID", "a").replace("YEAR", "2026").replace("MONTH", "2026-11");
        let real = real.replace("DATE-ID", "2026-11-05-k7p2m4").replace("DATE-KIND[-GROUP][-N]", "2026-11-05-group-a");
        let real = RelPath::new(&real).expect("a path");
        assert!(FileKind::of(&real).is_some(), "{real} holds no record");
    }
}
