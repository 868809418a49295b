//! The schemes that ship: what each brings to whom, line by line, against figures that were counted by hand.

use std::fs;
use std::process::{Command, Output};

use tempfile::TempDir;

use super::{BINARY, root};

/// A branch under one of the schemes.
struct Tried(TempDir);

/// One of each sort: two ordinary members, one with a post, one on probation, one of each class that is not scored.
const PEOPLE: &[&[&str]] = &[
    &["group", "add", "刑侦党小组", "--id", "criminal", "--from", "2024-01-01"],
    &["member", "add", "孙磊", "-s", "full", "--from", "2012-01-01", "-g", "criminal"],
    &["member", "add", "王芳", "-s", "full", "--from", "2014-01-01", "-g", "criminal"],
    &["member", "add", "赵刚", "-s", "full", "--from", "2010-01-01", "-g", "criminal", "--post", "secretary"],
    &["member", "add", "许诺", "-s", "probationary", "--from", "2026-02-01", "-g", "criminal"],
    &["member", "add", "董立", "-s", "staff", "--from", "2020-01-01"],
    &["member", "add", "何秀英", "-s", "full", "--from", "1990-01-01", "-g", "criminal"],
    &["member", "edit", "何秀英", "--class", "elder", "--from", "2024-01-01"],
    &["member", "add", "马俊", "-s", "full", "--from", "1995-01-01", "-g", "criminal"],
    &["member", "edit", "马俊", "--class", "mobile", "--from", "2024-01-01"],
];

impl Tried {
    fn under(scheme: &str) -> Self {
        let tried = Self(tempfile::tempdir().unwrap());
        tried.does("2026-11-23", &["init", "--name", "站南", "--no-commit"]);
        for entry in fs::read_dir(root().join("examples/schemes").join(scheme)).unwrap().map(Result::unwrap) {
            fs::copy(entry.path(), tried.0.path().join("rules").join(entry.file_name())).unwrap();
        }
        PEOPLE.iter().for_each(|words| drop(tried.does("2026-11-23", words)));
        tried
    }

    fn run(&self, day: &str, words: &[&str]) -> Output {
        let mut command = Command::new(BINARY);
        command.arg("-C").arg(self.0.path()).args(words).env_clear().env("ZHIBU_TODAY", day).env("LANG", "en");
        command.output().unwrap()
    }

    #[track_caller]
    fn does(&self, day: &str, words: &[&str]) -> String {
        let output = self.run(day, words);
        assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap()
    }

    /// Does each line on the day it begins with.
    #[track_caller]
    fn happened(&self, lines: &[&str]) {
        for line in lines {
            let (day, words) = line.split_once(' ').unwrap();
            self.does(&format!("2026-{day}"), &words.split(' ').collect::<Vec<_>>());
        }
    }

    /// What each line of somebody's year counted, and what it came to.
    #[track_caller]
    fn counted(&self, who: &str, lines: &[f64], total: f64) {
        let explained = self.does("2027-01-05", &["points", "explain", who, "-p", "2026", "--format", "json"]);
        let rows: Vec<serde_json::Value> = serde_json::from_str(&explained).unwrap();
        let counted: Vec<_> = rows.iter().map(|row| row["counted"].as_f64().unwrap()).collect();
        // Lines are shown with four decimals.
        let sum = (counted.iter().sum::<f64>() * 1_000.0).round() / 1_000.0;
        assert_eq!((&counted[..], sum), (lines, total), "{who}");
        assert_eq!(self.total(who), Some(total), "{who}");
    }

    /// What a year came to; none for who is not scored.
    fn total(&self, who: &str) -> Option<f64> {
        self.judged(who, "2026").map(|(total, _)| total)
    }

    /// What a period came to, and the band; none for who is not scored.
    fn judged(&self, who: &str, period: &str) -> Option<(f64, String)> {
        let totals = self.does("2027-01-05", &["points", "total", "-p", period, "--format", "json"]);
        let rows: Vec<serde_json::Value> = serde_json::from_str(&totals).unwrap();
        let row = rows.iter().find(|row| row["name"] == who)?;
        Some((row["total"].as_f64().unwrap(), row["band"].as_str().unwrap_or_default().to_owned()))
    }

    /// A list is posted, objected to, corrected by an entry, and closed.
    #[track_caller]
    fn is_corrected(&self, who: &str, points: &str, total: f64) {
        self.does("2027-01-05", &["points", "post", "2026", "--until", "2027-01-10"]);
        self.does("2027-01-06", &["points", "object", who, "-p", "2026", "--why", "少记"]);
        let rows = self.does("2027-01-07", &["points", "objections", "-p", "2026", "--format", "json"]);
        let rows: Vec<serde_json::Value> = serde_json::from_str(&rows).unwrap();
        self.does("2027-01-07", &["points", "correct", rows[0]["id"].as_str().unwrap(), "correction", points]);
        self.does("2027-01-11", &["points", "close", "2026"]);
        assert_eq!(self.total(who), Some(total));
        // What the made-up branch owes beside its points is no matter of the scheme.
        let found = self.run("2027-01-11", &["check"]).stdout;
        let found = String::from_utf8(found).unwrap();
        for prefix in ["[posted-", "[objection-", "[closed-", "[points-", "[rule-"] {
            assert!(!found.contains(prefix), "{found}");
        }
    }
}

#[test]
fn the_office_scheme_has_no_ceiling_a_floor_of_nothing_and_doubles_what_the_city_praised() {
    let tried = Tried::under("office");
    tried.does("2026-11-23", &["member", "add", "周海燕", "-s", "full", "--from", "1985-01-01", "-g", "criminal"]);
    tried.does("2026-11-23", &["member", "edit", "周海燕", "--class", "retired", "--from", "2024-01-01"]);
    tried.happened(&[
        "03-05 meeting log group -g 刑侦 --absent 孙磊",
        "03-12 meeting log theme-day --absent 孙磊:duty --late 王芳",
        "04-02 study log 孙磊,王芳,许诺 8 --kind training",
        "04-03 study log 孙磊 4 --kind own",
        "05-06 points award 王芳 article",
        "05-07 points award 王芳 article --mark city-award",
        "05-08 points award 王芳 micro-lecture --mark city-award",
        "06-01 points award 王芳 outside-lecture",
        "06-30 points award 王芳 away-course 3",
        "07-01 points award 赵刚 outside-lecture",
        "08-01 points deduct 许诺 criticized 10",
        "08-02 points deduct 许诺 criticized 10",
        "08-03 points deduct 许诺 criticized 10",
        "08-04 points deduct 许诺 criticized 10",
        "08-05 points deduct 许诺 criticized 10",
        "08-06 points deduct 许诺 criticized 10",
        "08-07 points deduct 许诺 criticized 10",
        "09-01 points award 许诺 article",
        "09-02 points award 何秀英,马俊,周海燕 article",
    ]);
    tried.counted("孙磊", &[60.0, -1.0, 1.0], 60.0);
    tried.counted("王芳", &[60.0, 1.0, 1.0, 1.0, 3.0, 6.0, 6.0, 5.0, 3.0], 86.0);
    tried.counted("赵刚", &[60.0, 1.0, 1.0, 5.0], 67.0);
    let deducted = [-10.0, -10.0, -10.0, -10.0, -10.0, -10.0, -3.0];
    tried.counted("许诺", &[&[60.0, 1.0, 1.0, 1.0][..], &deducted, &[3.0]].concat(), 3.0);
    for exempt in ["何秀英", "马俊", "周海燕", "董立"] {
        assert_eq!(tried.total(exempt), None, "{exempt}");
    }
    for _ in 0..20 {
        tried.does("2026-12-01", &["points", "award", "赵刚", "outside-lecture"]);
    }
    assert_eq!(tried.total("赵刚"), Some(167.0), "no ceiling");
    tried.is_corrected("孙磊", "2", 62.0);
}

#[test]
fn the_vanguard_index_deducts_sixteen_of_a_category_rewards_twenty_and_lies_between_nothing_and_a_hundred() {
    let tried = Tried::under("vanguard");
    tried.happened(&[
        "03-05 meeting log group -g 刑侦 --absent 王芳",
        "03-12 meeting log lesson --lecturer 孙磊 --absent 王芳:duty",
        "03-20 meeting log volunteer --present 孙磊 --late 赵刚",
        "04-01 points award 孙磊 commended 10",
        "04-02 points award 孙磊 commended 8",
        "05-01 points award 孙磊 correction 5",
        "05-02 points deduct 孙磊 late-materials",
        "05-03 points award 孙磊 correction 5",
        "06-01 points deduct 王芳 complaint 10",
        "06-02 points deduct 王芳 complaint 10",
        "06-03 points deduct 王芳 violation 16",
        "06-04 points deduct 王芳 violation 1",
        "06-05 points deduct 王芳 conduct 16",
        "07-01 issue open 台账不全 --owner 王芳 --deadline 2026-07-10",
        "07-11 issue close 台账 --by 赵刚",
        "08-01 points deduct 许诺 violation 16",
        "08-02 points deduct 许诺 conduct 16",
        "08-03 points deduct 许诺 complaint 16",
        "08-04 points deduct 许诺 correction 20",
        "08-05 points deduct 许诺 correction 20",
        "08-06 points deduct 许诺 late-materials",
        "08-07 points award 许诺 commended 4",
        "09-02 points award 何秀英,马俊 commended 4",
    ]);
    tried.counted("孙磊", &[80.0, 3.0, 2.0, 10.0, 5.0, 0.0, -1.0, 1.0], 100.0);
    tried.counted("王芳", &[80.0, -2.0, -10.0, -6.0, -16.0, 0.0, -16.0, -4.0], 26.0);
    tried.counted("赵刚", &[80.0, 2.0], 82.0);
    tried.counted("许诺", &[80.0, -16.0, -16.0, -16.0, -20.0, -12.0, 0.0, 4.0], 4.0);
    for exempt in ["何秀英", "马俊", "董立"] {
        assert_eq!(tried.total(exempt), None, "{exempt}");
    }
    tried.is_corrected("王芳", "-3", 23.0);
}

#[test]
fn the_street_scheme_settles_a_quarter_by_its_sums_and_rounds_it_once_to_tenths() {
    let tried = Tried::under("street");
    tried.happened(&[
        "03-05 meeting log group -g 刑侦 --absent 孙磊",
        "03-06 meeting log theme-day",
        "03-12 meeting log lesson --lecturer 赵刚",
        "03-20 study log 孙磊,王芳 4 --kind own",
        "03-21 study log 孙磊 1 --kind own",
        "03-22 points award 王芳 good-deed 0.2",
        "03-23 points award 王芳 good-deed 5",
        "03-24 points award 王芳 good-deed 5",
        "03-25 points award 王芳 good-deed 5",
        "03-26 points award 王芳 good-deed 5",
    ]);
    let judged = |who| tried.judged(who, "2026Q1");
    let is = |total: f64, band: &str| Some((total, band.to_owned()));
    // 20 − 2 + 2 × 1.5 + 5 ⁄ 3 = 22.666…
    assert_eq!(judged("孙磊"), is(22.7, "three"));
    // 20 + 3 × 1.5 + 4 ⁄ 3 + 20, of 20.2 for service: 45.833…
    assert_eq!(judged("王芳"), is(45.8, "five"));
    // Of the committee: 20 + 2 for the post + 3 × 1.2.
    assert_eq!(judged("赵刚"), is(25.6, "three"));
    // Since February: the whole base, and 3 × 1.5.
    assert_eq!(judged("许诺"), is(24.5, "three"));
    for exempt in ["何秀英", "马俊", "董立"] {
        assert_eq!(judged(exempt), None, "{exempt}");
    }
    let shown = tried.does("2027-01-05", &["points", "explain", "王芳", "-p", "2026Q1", "--format", "csv"]);
    let taken: Vec<_> = shown.lines().filter(|line| line.contains("settlement") || line.contains("rounding")).collect();
    assert!(taken[0].contains(",-0.2,") && taken[1].contains(",-0.0333,"), "{shown}");
}

#[test]
fn the_quota_scheme_sets_off_praise_and_blame_and_multiplies_before_it_rounds() {
    let tried = Tried::under("quota");
    tried.happened(&[
        "03-05 meeting log group -g 刑侦 --absent 孙磊",
        "03-06 meeting log theme-day",
        "04-02 study log 孙磊 3 --kind own",
        "04-03 study log 孙磊 4 --kind own",
        "04-04 study log 赵刚 25 --kind own",
        "05-01 points award 王芳 commended 10",
        "05-02 points award 王芳 commended 10",
        "05-03 points deduct 王芳 criticized 4",
        "05-04 points award 赵刚 commended 10",
        "05-05 points award 赵刚 commended 5",
        "12-20 appraisal record 孙磊,王芳 excellent --for 2026",
        "12-21 appraisal record 赵刚 qualified --for 2026",
        "12-22 appraisal record 许诺 --for 2026",
    ]);
    // 60 − 1 + 0.5 + 3 ⁄ 7 + 4 ⁄ 7 = 60.5, by 1.1: 66.55.
    tried.counted("孙磊", &[60.0, -1.0, 0.5, 0.4286, 0.5714, 6.05, 0.45], 67.0);
    // 60 + 2 × 0.5 + 15, of 16 when all is set off = 76, by 1.1: 83.6.
    tried.counted("王芳", &[60.0, 0.5, 0.5, 10.0, 10.0, -4.0, -1.0, 7.6, 0.4], 84.0);
    // 60 + 2 × 0.5 + 25 ⁄ 7 + 15 = 79.571…: the band is that of the points before they are rounded.
    assert_eq!(tried.judged("赵刚", "2026"), Some((80.0, "second".to_owned())));
    assert_eq!(tried.judged("王芳", "2026"), Some((84.0, "first".to_owned())));
    assert_eq!(tried.total("许诺"), Some(61.0));
    for exempt in ["何秀英", "马俊", "董立"] {
        assert_eq!(tried.total(exempt), None, "{exempt}");
    }
}
