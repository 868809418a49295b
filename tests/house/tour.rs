//! The tour in `lib.rs` leads through the house as it is.

use std::collections::BTreeSet;

use zhibu::branch::{FORMS, FileKind};
use zhibu::record::RelPath;

use crate::source::files;

/// The lines of the tour.
fn tour() -> Vec<String> {
    let lib = files().into_iter().find(|file| file.path == "lib.rs").expect("lib.rs");
    lib.text.lines().filter_map(|line| line.strip_prefix("//!")).map(|line| line.trim().to_owned()).collect()
}

/// The cells of each row of the table under a heading.
fn rows(heading: &str) -> Vec<Vec<String>> {
    let tour = tour();
    let lines = tour.iter().skip_while(|line| !line.starts_with(heading)).skip_while(|line| !line.starts_with('|'));
    let lines = lines.take_while(|line| line.starts_with('|')).skip(2);
    lines.map(|line| line.split('|').skip(1).map(|cell| cell.trim().to_owned()).collect()).collect()
}

#[test]
fn the_tour_visits_every_layer() {
    let lib = files().into_iter().find(|file| file.path == "lib.rs").expect("lib.rs");
    let modules: BTreeSet<_> =
        lib.code().filter_map(|(_, line)| Some(line.strip_prefix("pub mod ")?.strip_suffix(';')?.to_owned())).collect();
    let visited: Vec<_> = rows("# The layers").iter().map(|cells| cells[0].replace(['[', ']', '`'], "")).collect();
    assert_eq!(visited.iter().cloned().collect::<BTreeSet<_>>(), modules);
    assert_eq!(visited.len(), modules.len(), "a layer is visited twice");
}

#[test]
fn the_tour_visits_every_room_of_the_commands() {
    let rooms: BTreeSet<_> = files()
        .iter()
        .filter_map(|file| file.path.strip_prefix("cmd/")?.split_once('/').map(|(room, _)| room.to_owned()))
        .collect();
    let cells = rows("# The rooms of the commands")
        .iter()
        .map(|cells| cells[0].clone())
        .collect::<Vec<_>>()
        .join(", ")
        .replace('`', "");
    let visited: BTreeSet<_> = cells.split(", ").map(str::to_owned).collect();
    assert_eq!(visited, rooms);
}

#[test]
fn the_tour_names_every_kind_of_file_with_what_reads_it() {
    let rows = rows("# The files");
    for form in FORMS.iter() {
        let (stands, reads) = (format!("`{}`", form.stands()), format!("::{}`", form.reads));
        let row = rows.iter().find(|cells| cells[0].contains(&stands));
        let row = row.unwrap_or_else(|| panic!("{stands} is not in the tour"));
        assert!(row[1].contains(&reads), "{stands} is read by {}: {}", form.reads, row[1]);
        let real = form.stands().replace("ID", "a").replace("YEAR", "2026").replace("MONTH", "2026-11");
        let real = real.replace("DATE-a", "2026-11-05-k7p2m4").replace("DATE-KIND[-GROUP][-N]", "2026-11-05-group-a");
        let real = RelPath::new(&real).expect("a path");
        assert!(FileKind::of(&real).is_some() && form.is_of(real.as_str()), "{real} is no {}", form.name);
    }
}
