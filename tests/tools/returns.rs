//! Returns of branches that were made up: packages as branches write them, with figures that follow from a number.

use std::fs;
use std::path::Path;

use zhibu::package::{DESCRIPTION, pack};
use zhibu::record::sha256;

/// Writes a return of each of so many branches for each month into a folder; the table of units.
pub(crate) fn made_up(folder: &Path, branches: usize, months: &[&str]) -> String {
    fs::create_dir_all(folder).unwrap();
    let mut units = "unit,name,above\noffice,分局,\n".to_owned();
    for branch in 0..branches {
        let id = format!("unit{branch:06}");
        units += &format!("{id},made-up {branch:06},office\n");
        for (at, month) in months.iter().enumerate() {
            let measures = measures(branch + at * 7, month);
            let description = description(&id, branch, month, &measures);
            let files = [("measures.csv".to_owned(), measures.into_bytes()), (DESCRIPTION.to_owned(), description)];
            fs::write(folder.join(format!("{id}-{month}.zip")), pack(&files)).unwrap();
        }
    }
    units
}

/// The measures of a month: three groups, four kinds of meetings.
fn measures(seed: usize, month: &str) -> String {
    let mut rows = "period,figure,figure_name,group,kind,numerator,denominator,unit,nature\r\n".to_owned();
    let mut add = |figure: &str, group: &str, kind: &str, part: String, whole: String, unit: &str, nature: &str| {
        rows += &format!("{month},{figure},{figure},{group},{kind},{part},{whole},{unit},{nature}\r\n");
    };
    let number = |number: usize| number.to_string();
    for (at, group) in ["criminal", "office", "order"].into_iter().enumerate() {
        add("people", group, "full", number(8 + (seed + at) % 9), String::new(), "people", "stock");
        add("scored", group, "pass", number(8 + (seed + at) % 9), String::new(), "people", "stock");
        add(
            "dues_paid",
            group,
            "",
            format!("{}.50", 300 + seed % 90),
            format!("{}.00", 400 + seed % 90),
            "money",
            "flow",
        );
        add("points", group, "", format!("{}.5", 400 + seed % 77), String::new(), "points", "flow");
        for kind in ["group", "lesson", "theme-day"] {
            add("meetings", group, kind, number(1 + seed % 2), String::new(), "times", "flow");
            add("linked", group, kind, number(seed % 2), number(1 + seed % 2), "times", "flow");
            add("attendance", group, kind, number(7 + seed % 3), number(10), "people", "flow");
        }
    }
    for duty in ["committee-monthly", "group-monthly", "theme-day-monthly"] {
        add("duties_kept", "", duty, number(1 + seed % 3), number(3), "times", "flow");
        add("duties_in_time", "", duty, number(seed % 3), number(3), "times", "flow");
    }
    add("issues_found", "", "", number(1 + seed % 4), String::new(), "pieces", "flow");
    add("issues_open", "", "", number(2 + seed % 5), String::new(), "pieces", "stock");
    rows
}

fn description(id: &str, branch: usize, month: &str, measures: &str) -> Vec<u8> {
    let description = serde_json::json!({
        "profile": "tabular-data-package",
        "name": format!("zhibu-{month}"),
        "zhibu": {
            "branch": { "id": id, "name": format!("made-up {branch:06}") },
            "period": month,
            "as_of": "2026-11-05",
            "edition": "counts",
            "schema": 2,
            "program": "0.1.0",
            "rules": { "rules/meetings.toml": "a", "rules/duties.toml": "b", "rules/dues.toml": "c" },
            "seal": { "date": "2026-11-05", "code": format!("{branch:04}-{month}"), "amended": [] },
        },
        "resources": [{ "name": "measures", "path": "measures.csv", "hash": format!("sha256:{}", sha256(measures.as_bytes())) }],
    });
    serde_json::to_vec_pretty(&description).unwrap()
}
