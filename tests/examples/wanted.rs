//! What a report needs stands beside it: it says the same when nothing but that is read as when everything is.

use std::fs;
use std::path::Path;

use clap::ValueEnum;
use zhibu::branch::{Branch, Query};
use zhibu::reckon;
use zhibu::record::{Day, Period};
use zhibu::render;
use zhibu::report::{
    self, Asked, By, Extent, MonthTable, ReportName, Sound, TalkMatrix, assessment_query, site_query, status_query,
    talk_matrix_query,
};
use zhibu::store::Store;
use zhibu::words::Lang;

use super::root;

/// The files of rules that a branch need not have.
const OPTIONAL: [&str; 10] =
    ["accepted", "appraisal", "assessment", "dues", "duties", "editions", "holidays", "steps", "study", "talks"];

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let to = to.join(entry.file_name());
        match entry.path().is_dir() {
            true => copy(&entry.path(), &to),
            false => drop(fs::copy(entry.path(), to).unwrap()),
        }
    }
}

/// A directory whose reports are asked for.
struct Records {
    store: Store,
    whole: Branch,
}

impl Records {
    fn of(dir: &Path) -> Self {
        let store = Store::find(dir).unwrap();
        let whole = store.load(&Query::everything()).unwrap();
        Self { store, whole }
    }

    /// Asks for the same of what its want reads and of everything.
    fn compare(&self, what: &str, query: &Query, say: impl Fn(&Branch) -> String) {
        let own = self.store.load(query).unwrap();
        let (own, whole) = (say(&own), say(&self.whole));
        if own != whole {
            let differs =
                own.bytes().zip(whole.bytes()).position(|(a, b)| a != b).unwrap_or(own.len().min(whole.len()));
            let around = |text: &str| {
                String::from_utf8_lossy(&text.as_bytes()[differs.saturating_sub(300)..text.len().min(differs + 300)])
                    .into_owned()
            };
            panic!("{what}: by its want\n{}\nof everything\n{}", around(&own), around(&whole));
        }
    }

    /// What is asked on a day: what is owed, the status, every report of a period, the tables of a month, and the rest.
    fn on(&self, today: Day, periods: &[Period]) {
        let window = Period { first: today, last: today.plus(30) };
        self.compare(&format!("due on {today}"), &reckon::due_query(window), |branch| {
            format!("{:?}", report::due(branch, window, Extent::All))
        });
        self.compare(&format!("status on {today}"), &status_query(window), |branch| {
            format!("{:?}", report::status(branch, window, Extent::All, Sound::ALL))
        });
        self.compare(&format!("arrears on {today}"), &reckon::arrears_query(today), |branch| {
            format!("{:?}", report::dues_arrears(branch, today))
        });
        for period in periods.iter().copied() {
            for name in ReportName::value_variants() {
                for extent in [Extent::All, Extent::Brief] {
                    let asked = Asked { period, today, campaign: None, attendance: By::Kind, requests: None, extent };
                    let what = format!("report {name:?} of {period} on {today}, {extent:?}");
                    self.compare(&what, &name.query(period, today), |branch| {
                        format!("{:?}", name.table(branch, &asked))
                    });
                }
            }
            for table in MonthTable::value_variants() {
                let what = format!("table {table:?} of {period} on {today}");
                self.compare(&what, &table.query(period, today), |branch| {
                    format!("{:?}", table.table(branch, period, today))
                });
            }
            self.compare(&format!("talk matrix of {period} on {today}"), &talk_matrix_query(period, today), |branch| {
                let matrix = TalkMatrix::of(branch, period, period.last.min(today));
                format!("{:?} {:?}", matrix.people(), matrix.page())
            });
            self.compare(&format!("assessment of {period} on {today}"), &assessment_query(period), |branch| {
                format!("{:?}", report::assessment(branch, period, today, None))
            });
        }
    }
}

#[test]
fn every_report_says_the_same_by_its_own_query() {
    let records = Records::of(&root().join("examples/zhannan"));
    let year = Period::year(2026).unwrap();
    for today in ["2026-03-05", "2026-11-30", "2027-02-01", "2027-04-01"] {
        records.on(day(today), &[Period::month_of(day("2026-02-01"))]);
    }
    records.on(day("2026-11-30"), &[year, Period::month_of(day("2026-11-01"))]);
    for today in ["2026-11-30", "2027-03-31"] {
        let query = site_query(Period { first: year.first, last: day("2026-03-31") }, day(today));
        records.compare(&format!("site on {today}"), &query, |branch| {
            format!("{:?}", report::site(branch, None, Period { last: day("2026-03-31"), ..year }, day(today)))
        });
    }
}

#[test]
fn data_has_null_for_none_in_every_report() {
    for example in ["zhannan", "club"] {
        let branch = Records::of(&root().join("examples").join(example)).whole;
        let (today, year) = (day("2026-11-30"), Period::year(2026).unwrap());
        let window = Period { first: today, last: today.plus(30) };
        let by =
            |attendance| Asked { period: year, today, campaign: None, attendance, requests: None, extent: Extent::All };
        let mut tables = vec![report::due(&branch, window, Extent::All), report::dues_arrears(&branch, today)];
        tables.extend(report::status(&branch, window, Extent::All, report::Sound::ALL).tables);
        tables.extend(ReportName::value_variants().iter().map(|name| name.table(&branch, &by(By::Group))));
        tables.extend([By::Member, By::Kind].map(|by_whom| ReportName::Attendance.table(&branch, &by(by_whom))));
        tables.extend(MonthTable::value_variants().iter().map(|table| table.table(&branch, year, today)));
        tables.push(report::assessment(&branch, year, today, None));
        let only = report::Only { category: None, entry: None };
        tables.extend(branch.members.keys().map(|id| report::explain(&branch, year, today, id, &only)));
        for table in tables {
            for lang in [Lang::Zh, Lang::En] {
                let json = render::json(&table, lang);
                assert!(!json.contains(r#":"""#) && !json.contains(r#"[""]"#), "{}: {json}", table.id);
            }
        }
    }
}

#[test]
fn no_report_guesses_what_another_reads() {
    for name in OPTIONAL {
        let dir = tempfile::tempdir().unwrap();
        copy(&root().join("examples/zhannan"), dir.path());
        fs::remove_file(dir.path().join(format!("rules/{name}.toml"))).unwrap();
        let records = Records::of(dir.path());
        records.on(day("2027-03-31"), &[Period::month_of(day("2026-11-01"))]);
    }
}
