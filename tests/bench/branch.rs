//! The branches that are measured: so many members, so many years, and every sort of record in each of them.

use std::fmt::Write;
use std::fs;
use std::ops::RangeInclusive;
use std::path::Path;

/// What a branch is made of.
pub(crate) struct Size {
    /// So many members, in groups of nine.
    pub(crate) members: usize,
    /// The years of its records.
    pub(crate) years: RangeInclusive<i32>,
    /// What is kept.
    pub(crate) kept: Kept,
}

/// What a branch keeps.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kept {
    /// Meetings and awards.
    Meetings,
    /// Study, dues, problems and appraisals, too.
    Everything,
    /// All that, and study, dues and problems earn points, which they do not by the rules that `init` copies.
    EverythingEarns,
}

/// Items that study, dues and problems earn.
const EARNED: &str = r#"
[[item]]
id = "hours"
name = "学时"
category = "study"
from = 2015-01-01
points = 0.5
study = { hours = 2 }
ceiling = { month = 4 }

[[item]]
id = "dues-in-time"
name = "按时交纳党费"
category = "discipline"
from = 2015-01-01
points = 1
dues = "in-time"

[[item]]
id = "mended"
name = "按期整改问题"
category = "pioneer"
from = 2015-01-01
points = 2
problem = "in-time"
ceiling = { month = 4 }
"#;

/// What is owed over and over again and was kept, so that there is nothing to find.
const DUTIES: &str = r#"
[[duty]]
id = "theme-day"
name = "主题党日"
kinds = ["theme-day"]
per = "quarter"
firm = "must"
from = 2015-01-01

[[duty]]
id = "group"
name = "党小组会"
kinds = ["group"]
per = "year"
by = "group"
firm = "as-a-rule"
from = 2015-01-01

[[term]]
id = "committee"
name = "换届"
posts = ["secretary", "deputy", "organization"]
length = "3y"
firm = "must"
from = 2015-01-01
"#;

/// Nobody owes a talk, since none is kept.
const REASONS: &str = r#"
[[reason]]
id = "regular"
name = "日常谈心谈话"
default = true
"#;

impl Size {
    /// Writes its files. Each year has 70 meetings, half of them of a group, and to each member about 19 awards; where
    /// everything is kept, twelve records of study, twelve payments and an appraisal, too, and a problem a month for
    /// each 27 members.
    pub(crate) fn write(&self, dir: &Path, rules: &[(&str, &str)]) {
        let write = |path: &str, text: &str| {
            let path = dir.join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, text).expect("a file");
        };
        write("zhibu.toml", "name = \"速度\"\nschema = 1\nlang = \"zh\"\n");
        for (name, text) in rules {
            let mut text = text.replace("from = 2026-01-01", "from = 2015-01-01");
            if *name == "duties.toml" {
                text = DUTIES.to_owned();
            }
            if *name == "study.toml" {
                // Nobody owes hours, since some branches keep none.
                text = text.split("[[owed]]").next().unwrap_or_default().to_owned();
            }
            if *name == "talks.toml" {
                text = REASONS.to_owned();
            }
            if self.kept == Kept::EverythingEarns && *name == "points.toml" {
                text += EARNED;
            }
            write(&format!("rules/{name}"), &text);
        }
        for group in 0..self.groups() {
            write(&format!("groups/group-{group}.toml"), &format!("name = \"第{group}党小组\"\nfrom = 2010-01-01\n"));
        }
        for who in 0..self.members {
            let (since, group) = ("from = 2010-01-01", self.group(who));
            // The first of each group leads it, and the three last are the committee, so that there is nothing to find.
            let post = match self.members - who {
                _ if who < self.groups() => Some("group-leader"),
                1 => Some("secretary"),
                2 => Some("deputy"),
                3 => Some("organization"),
                _ => None,
            };
            // Who leads a group has done so as long as its meetings were chaired; the term of the committee is not over.
            let first = if post == Some("group-leader") { "2010-01-01" } else { "2025-01-01" };
            let post = post.map_or(String::new(), |post| format!("\n[[post]]\nid = \"{post}\"\nfrom = {first}\n"));
            let text = format!(
                "name = \"李li-{who}\"\n\n[[standing]]\nis = \"full\"\n{since}\n\n[[group]]\nid = \"group-{group}\"\n{since}\n{post}"
            );
            write(&format!("members/li-{who}.toml"), &text);
        }
        for year in self.years.clone() {
            for number in 0..70 {
                let (path, text) = self.meeting(year, number);
                write(&path, &text);
            }
            for month in 1..=12 {
                write(&format!("points/{year}-{month:02}.toml"), &self.awards(year, month));
                if self.kept == Kept::Meetings {
                    continue;
                }
                write(&format!("study/{year}-{month:02}.toml"), &self.study(year, month));
                for number in 0..self.members.div_ceil(27) {
                    let (path, text) = self.problem(year, month, number);
                    write(&path, &text);
                }
            }
            if self.kept > Kept::Meetings {
                write(&format!("dues/{year}.toml"), &self.dues(year));
                write(&format!("appraisals/{year}.toml"), &self.appraisals(year));
            }
        }
    }

    fn groups(&self) -> usize {
        self.members.div_ceil(9)
    }

    /// The group somebody is in.
    fn group(&self, who: usize) -> usize {
        who % self.groups()
    }

    /// The file of a meeting and its text: those of a group and those of all in turn; the second is absent.
    fn meeting(&self, year: i32, number: usize) -> (String, String) {
        let (month, day) = (number % 12 + 1, number / 12 * 4 + 1);
        let group = number.is_multiple_of(2).then(|| number / 2 % self.groups());
        let (kind, suffix, line) = match group {
            Some(group) => ("group", format!("-group-{group}"), format!("group = \"group-{group}\"\n")),
            None => ("theme-day", String::new(), String::new()),
        };
        let due = (0..self.members).filter(|who| group.is_none_or(|group| self.group(*who) == group));
        let (absent, there): (Vec<_>, Vec<_>) = due.enumerate().partition(|(at, _)| *at == 1);
        let absent = absent[0].1;
        // In the order in which the program writes them.
        let mut present: Vec<_> = there.iter().map(|(_, who)| format!("  \"li-{who}\",\n")).collect();
        present.sort();
        let present = present.concat();
        let date = format!("{year}-{month:02}-{day:02}");
        let chair = group.unwrap_or(self.members - 1);
        let text = format!(
            "kind = \"{kind}\"\n{line}date = {date}\nchair = \"li-{chair}\"\ntopics = [\"学习\", \"讨论\"]\npresent = [\n{present}]\nabsent = [\n  {{ member = \"li-{absent}\", reason = \"duty\" }},\n]\n"
        );
        (format!("meetings/{year}/{date}-{kind}{suffix}.toml"), text)
    }

    /// Awards by hand: 42 a month where there are 27 members.
    fn awards(&self, year: i32, month: usize) -> String {
        let mut text = "entries = [\n".to_owned();
        for number in 0..self.members * 42 / 27 {
            let (day, who) = (number * 28 / (self.members * 42 / 27) + 1, number % self.members);
            let id = id('a', year, month, number);
            let _ = writeln!(
                text,
                "  {{ id = \"{id}\", date = {year}-{month:02}-{day:02}, member = \"li-{who}\", item = \"commended\", points = 1 }},"
            );
        }
        text + "]\n"
    }

    /// Two hours each.
    fn study(&self, year: i32, month: usize) -> String {
        let mut text = "entries = [\n".to_owned();
        for who in 0..self.members {
            let id = id('s', year, month, who);
            let _ = writeln!(
                text,
                "  {{ id = \"{id}\", date = {year}-{month:02}-19, member = \"li-{who}\", hours = 2, kind = \"collective\", title = \"月度集体学习\" }},"
            );
        }
        text + "]\n"
    }

    /// An amount each, and a payment each and month.
    fn dues(&self, year: i32) -> String {
        let mut text = "amounts = [\n".to_owned();
        for who in 0..self.members {
            let id = id('d', year, 0, who);
            let _ = writeln!(
                text,
                "  {{ id = \"{id}\", member = \"li-{who}\", from = \"{year}-01\", amount = \"93.00\" }},"
            );
        }
        text += "]\npayments = [\n";
        for month in 1..=12 {
            for who in 0..self.members {
                let id = id('d', year, month, who);
                let _ = writeln!(
                    text,
                    "  {{ id = \"{id}\", month = \"{year}-{month:02}\", member = \"li-{who}\", amount = \"93.00\", paid = {year}-{month:02}-10 }},"
                );
            }
        }
        text + "]\n"
    }

    /// A problem that somebody mends within the month.
    fn problem(&self, year: i32, month: usize, number: usize) -> (String, String) {
        let date = format!("{year}-{month:02}");
        let text = format!(
            "title = \"台账不全\"\nfound = {date}-02\nowner = \"li-{number}\"\ndeadline = {date}-25\nclosed = {date}-20\nclosed-by = \"li-{}\"\nresult = \"补齐\"\n",
            (number + 1) % self.members
        );
        (format!("issues/{year}/{date}-02-{}.toml", id('p', year, month, number)), text)
    }

    /// An appraisal each.
    fn appraisals(&self, year: i32) -> String {
        let mut text = "entries = [\n".to_owned();
        for who in 0..self.members {
            let id = id('e', year, 0, who);
            let _ = writeln!(
                text,
                "  {{ id = \"{id}\", year = {year}, date = {year}-12-20, member = \"li-{who}\", grade = \"qualified\" }},"
            );
        }
        text + "]\n"
    }
}

/// An id that no other record of its sort has; later ones come later in the alphabet.
fn id(sort: char, year: i32, month: usize, number: usize) -> String {
    let number = (year as usize % 100 * 13 + month) * 10_000 + number;
    let digit = |place: u32| char::from_digit((number / 36_usize.pow(place) % 36) as u32, 36).expect("a digit");
    std::iter::once(sort).chain((0..5).rev().map(digit)).collect()
}
