//! The examples are what their scripts make, and every report of them holds together.

#![allow(clippy::unwrap_used)]

mod owed;
mod schemes;
mod wanted;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const BINARY: &str = env!("CARGO_BIN_EXE_zhibu");

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn zhibu(example: &Path, words: &[&str]) -> Output {
    let output = Command::new(BINARY)
        .arg("-C")
        .arg(example)
        .args(words)
        .env_clear()
        .env("ZHIBU_TODAY", "2026-11-23")
        .output()
        .unwrap();
    assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
    output
}

/// The rows of a table.
#[track_caller]
fn json(example: &Path, words: &[&str]) -> Vec<serde_json::Value> {
    serde_json::from_slice(&zhibu(example, &[words, &["--format", "json"]].concat()).stdout).unwrap()
}

/// Every file below a folder but the working files, by its path.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap().map(Result::unwrap) {
            let path = entry.path();
            match path.is_dir() {
                true if entry.file_name() != ".zhibu" => folders.push(path),
                true => {}
                false => drop(found.insert(path.strip_prefix(folder).unwrap().to_owned(), fs::read(&path).unwrap())),
            }
        }
    }
    found
}

#[track_caller]
fn is_made_by_its_script(name: &str) {
    let folder = tempfile::tempdir().unwrap();
    let made = folder.path().join(name);
    let binary = Path::new(BINARY).parent().unwrap();
    let path = format!("{}:{}", binary.display(), std::env::var("PATH").unwrap());
    let script = root().join("examples").join(format!("{name}.sh"));
    let output = Command::new("bash").arg(script).arg(&made).env_clear().env("PATH", path).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let (shipped, made) = (files(&root().join("examples").join(name)), files(&made));
    assert_eq!(shipped.keys().collect::<Vec<_>>(), made.keys().collect::<Vec<_>>());
    for (path, bytes) in &shipped {
        assert!(made[path] == *bytes, "{} is not what the script makes", path.display());
    }
}

#[test]
fn zhannan_is_made_by_its_script() {
    is_made_by_its_script("zhannan");
}

#[test]
fn club_is_made_by_its_script() {
    is_made_by_its_script("club");
}

#[test]
fn nothing_is_wrong_in_zhannan_and_club_but_what_was_accepted() {
    for (name, accepted) in [("zhannan", &["step-overdue", "duty-missed"][..]), ("club", &["open-seats"])] {
        let example = root().join("examples").join(name);
        assert_eq!(json(&example, &["check"]), Vec::<serde_json::Value>::new(), "{name}");
        let told = json(&example, &["check", "--accepted"]);
        assert_eq!(told.iter().map(|one| one["code"].as_str().unwrap()).collect::<Vec<_>>(), accepted, "{name}");
    }
}

#[test]
fn zhannan_has_27_members_and_6_staff() {
    for day in ["2026-01-31", "2026-11-23"] {
        let example = root().join("examples/zhannan");
        let output = zhibu(&example, &["member", "list", "--on", day, "--format", "json"]);
        let people: Vec<serde_json::Value> = serde_json::from_slice(&output.stdout).unwrap();
        let members = people.iter().filter(|person| !person["class"].is_null()).count();
        assert_eq!((members, people.len() - members), (27, 6), "on {day}");
    }
}

#[test]
fn an_explanation_adds_up_to_the_total_for_everybody_in_every_month() {
    for (name, months) in [("zhannan", 1..=11), ("club", 9..=11)] {
        let example = root().join("examples").join(name);
        for month in months {
            let month = format!("2026-{month:02}");
            let points = zhibu(&example, &["export", "--month", &month, "--table", "points", "--lang", "en"]).stdout;
            let detail =
                zhibu(&example, &["export", "--month", &month, "--table", "points_detail", "--lang", "en"]).stdout;
            let mut sums: BTreeMap<String, f64> = BTreeMap::new();
            for row in csv::Reader::from_reader(&detail[..]).deserialize::<BTreeMap<String, String>>() {
                let row = row.unwrap();
                *sums.entry(row["member"].clone()).or_default() += row["counted"].parse::<f64>().unwrap();
            }
            let mut rows = 0;
            for row in csv::Reader::from_reader(&points[..]).deserialize::<BTreeMap<String, String>>() {
                let row = row.unwrap();
                let number = |key: &str| row[key].parse::<f64>().unwrap();
                let sum = sums.get(&row["member"]).copied().unwrap_or_default();
                assert_eq!(sum, number("total"), "{name} {month} {}", row["member"]);
                let parts = number("earned") + number("deducted") + number("cut");
                let base = row["base"].parse().unwrap_or(0.0);
                assert_eq!(base + parts, number("total"), "{name} {month} {}", row["member"]);
                rows += 1;
            }
            assert!(rows > 0, "{name} {month}");
        }
    }
}

#[test]
fn the_lines_of_an_explanation_add_up_to_the_total_for_everybody_in_every_month() {
    for (name, months) in [("zhannan", 1..=11), ("club", 9..=11)] {
        let example = root().join("examples").join(name);
        for month in months {
            let period = format!("2026-{month:02}");
            let totals = json(&example, &["points", "total", "--period", &period]);
            assert!(!totals.is_empty(), "{name} {period}");
            for row in totals {
                let member = row["member"].as_str().unwrap();
                let lines = json(&example, &["points", "explain", member, "--period", &period]);
                let counted = |line: &serde_json::Value| line["counted"].as_f64().unwrap();
                let sum: f64 = lines.iter().map(counted).sum();
                assert_eq!(sum, row["total"].as_f64().unwrap(), "{name} {period} {member}");
            }
        }
    }
}

#[test]
fn the_tables_of_zhannan_have_a_row_for_each_record() {
    let example = root().join("examples/zhannan");
    let rows = |month: &str, table: &str| {
        let csv = zhibu(&example, &["export", "--month", month, "--table", table, "--lang", "en"]).stdout;
        let mut reader = csv::Reader::from_reader(&csv[..]);
        let headings = reader.headers().unwrap().iter().collect::<Vec<_>>().join(",");
        (headings, reader.records().map(Result::unwrap).count())
    };
    for month in 1..=11 {
        let month = format!("2026-{month:02}");
        let held = json(&example, &["meeting", "list", "--period", &month]).len();
        let (headings, meetings) = rows(&month, "meetings");
        assert_eq!(
            headings,
            "meeting,date,kind,kind_name,group,group_name,time,place,chair,recorder,due,present,late,made_up,excused,\
             absent,exempt,open,rate,topics,links,decisions,attended,not_due,sittings"
        );
        assert_eq!(meetings, held, "{month}");
        assert!(held >= 5, "{month}: a committee, three groups and a theme day");
        let (headings, members) = rows(&month, "members");
        assert_eq!(headings, "member,name,standing,group,posts,class");
        assert_eq!(members, 33, "{month}");
        let (headings, seats) = rows(&month, "attendance");
        assert_eq!(headings, "meeting,date,kind,group,member,name,state,reason,made_up,note,was_due,sitting_date");
        assert!(seats >= 5 + 27 + 27, "{month}: {seats}");
        let (headings, scored) = rows(&month, "points");
        assert_eq!(
            headings,
            "member,name,group,standing,class,base,carried,earned,deducted,cut,total,year_total,band,lacks"
        );
        assert_eq!(scored, json(&example, &["points", "total", "--period", &month]).len(), "{month}");
    }
}

#[test]
fn the_same_records_give_the_same_bytes_and_the_package_describes_them() {
    let folder = tempfile::tempdir().unwrap();
    let example = root().join("examples/zhannan");
    let exported = |name: &str| {
        let out = folder.path().join(name);
        zhibu(&example, &["export", "--month", "2026-10", "--out", out.to_str().unwrap()]);
        files(&out)
    };
    let once = exported("once");
    assert_eq!(once, exported("twice"));
    assert_eq!(once.len(), zhibu::report::MonthTable::asked(None).len() + 1);
    let package: serde_json::Value = serde_json::from_slice(&once[Path::new("datapackage.json")]).unwrap();
    for resource in package["resources"].as_array().unwrap() {
        let bytes = &once[Path::new(resource["path"].as_str().unwrap())];
        assert_eq!(resource["bytes"], bytes.len());
        assert!(bytes.starts_with("\u{feff}".as_bytes()), "Excel knows UTF-8 by the mark");
        let mut reader = csv::Reader::from_reader(&bytes[3..]);
        let headings: Vec<_> = reader.headers().unwrap().iter().map(str::to_owned).collect();
        let fields = resource["schema"]["fields"].as_array().unwrap();
        let titles: Vec<_> = fields.iter().map(|field| field["title"].as_str().unwrap()).collect();
        assert_eq!(headings, titles);
        let is_id = |name: &str| name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
        assert!(fields.iter().all(|field| is_id(field["name"].as_str().unwrap())), "names are ids in any language");
        let mut unique = headings.clone();
        unique.sort();
        unique.dedup();
        assert_eq!(unique.len(), headings.len(), "every heading of {} is another", resource["path"]);
        // The example has no talks and no tasks in that month.
        let is_empty = ["talks.csv", "tasks.csv"].contains(&resource["path"].as_str().unwrap());
        assert!(reader.records().count() > 0 || is_empty);
    }
}

#[test]
fn an_empty_month_has_headings_and_no_rows() {
    let example = root().join("examples/zhannan");
    for table in ["meetings", "attendance"] {
        let output = zhibu(&example, &["export", "--month", "2025-12", "--table", table, "--lang", "en"]);
        assert_eq!(String::from_utf8(output.stdout).unwrap().lines().count(), 1, "{table}");
    }
}

/// Every figure of a scheme that is none of the example's own, counted here from attendance, study and awards alone.
#[test]
fn other_schemes_reckon_the_year_as_an_independent_count_does() {
    let example = root().join("examples/zhannan");
    let mut rows = Vec::new();
    for month in 1..=11 {
        let month = format!("2026-{month:02}");
        let csv =
            zhibu(&example, &["--lang", "en", "export", "--month", &month, "--table", "attendance", "--out", "-"]);
        let text = String::from_utf8(csv.stdout).unwrap();
        rows.extend(text.lines().skip(1).map(|line| line.split(',').map(str::to_owned).collect::<Vec<_>>()));
    }
    let life = ["general", "committee", "group", "lesson", "theme-day", "organization-life", "appraisal"];
    let times = |who: &str, kinds: &[&str], states: &[&str]| {
        let meant = |row: &&Vec<String>| row[4] == who && kinds.contains(&&*row[2]) && states.contains(&&*row[6]);
        rows.iter().filter(meant).count() as f64
    };
    let trained = |who: &str| {
        let rows = json(&example, &["study", "list", who, "-p", "2026"]);
        rows.iter().filter(|row| row["kind"] == "training" && row["struck"].is_null()).count() as f64
    };
    let lectures = |who: &str| {
        let held = json(&example, &["report", "meetings", "-p", "2026"]);
        let shown = |row: &&serde_json::Value| {
            let id = row["meeting"].as_str().unwrap();
            let path = example.join("meetings/2026").join(format!("{id}.toml"));
            let kind = ["lesson", "lecture"].contains(&row["kind"].as_str().unwrap());
            kind && fs::read_to_string(path).unwrap().contains(&format!("lecturer = \"{who}\""))
        };
        held.iter().filter(shown).count() as f64
    };
    let total = |scheme: &str, who: &str| {
        let rules = format!("../schemes/{scheme}");
        let rows = json(&example, &["points", "compare", "--rules", &rules, "-p", "2026"]);
        rows.iter().find(|row| row["member"] == who).unwrap()["other_total"].as_f64().unwrap()
    };
    for who in ["gao-jie", "hu-wei", "huang-tao"] {
        let there = times(who, &life, &["present", "late", "made-up"]);
        let missing = times(who, &life, &["absent"]);
        assert_eq!(total("office", who), 60.0 + there - missing + trained(who), "{who}");
        let reward = 2.0 * times(who, &["volunteer"], &["present", "late"]) + 3.0 * lectures(who);
        let missing = missing + times(who, &["warning"], &["absent"]);
        assert_eq!(total("vanguard", who), 80.0 + f64::min(reward, 20.0) - f64::min(2.0 * missing, 16.0), "{who}");
    }
    for scheme in ["office", "vanguard", "street", "quota"] {
        let output = zhibu(&example, &["--lang", "en", "rules", "check", &format!("../schemes/{scheme}")]);
        assert!(output.stdout.is_empty(), "{scheme}");
    }
}

/// The measures of the months are what the reports of the year say, once each.
#[test]
fn measures_add_up_to_the_year() {
    let example = root().join("examples/zhannan");
    let mut sums: BTreeMap<String, (f64, f64)> = BTreeMap::new();
    for month in 1..=11 {
        let month = format!("2026-{month:02}");
        let table = zhibu(&example, &["--lang", "en", "export", "--month", &month, "--table", "measures"]);
        for row in csv::Reader::from_reader(&table.stdout[..]).records() {
            let row = row.unwrap();
            let number = |at: usize| row[at].parse::<f64>().unwrap_or(0.0);
            if &row[8] == "flow" {
                let sum = sums.entry(row[1].to_owned()).or_default();
                *sum = (sum.0 + number(5), sum.1 + number(6));
            }
        }
    }
    // Nothing paid is null.
    let sum = |rows: &[serde_json::Value], key: &str| rows.iter().filter_map(|row| row[key].as_f64()).sum::<f64>();
    let attended = json(&example, &["report", "attendance", "--period", "2026", "--by", "kind"]);
    let bound = sum(&attended, "due") - sum(&attended, "exempt");
    assert_eq!(sums["attendance"], (sum(&attended, "attended"), bound));
    let mut duties = json(&example, &["report", "duties", "--period", "2026"]);
    duties.retain(|row| row["duty_state"] != "open" && row["until"].as_str().unwrap() <= "2026-11-30");
    assert!(duties.len() > 50);
    assert_eq!(sums["duties_kept"], (sum(&duties, "done"), sum(&duties, "times")));
    let mut dues = json(&example, &["report", "dues", "--period", "2026"]);
    dues.retain(|row| row["month"].as_str().unwrap() <= "2026-11" && !row["due_amount"].is_null());
    assert_eq!(sums["dues_paid"], (sum(&dues, "paid_amount"), sum(&dues, "due_amount")));
}
