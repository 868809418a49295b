//! A branch with ten years of commits, made by `git fast-import`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// So many commits a year: each of them a meeting, an attendance put right, an award, a payment or hours of study.
const EACH_YEAR: usize = 1_000;

/// Makes a repository of the records of a directory, whose last ten years have a commit for each thing that was done.
pub(crate) fn commits(dir: &Path) {
    let git = |words: &[&str]| {
        let mut command = Command::new("git");
        command.args(["-c", "user.name=li", "-c", "user.email=li@example.org"]).args(words).current_dir(dir);
        let first = "2016-12-31T08:00:00+0800";
        command.env("GIT_AUTHOR_DATE", first).env("GIT_COMMITTER_DATE", first);
        command
    };
    let done = |mut command: Command| assert!(command.stdout(Stdio::null()).status().expect("git").success());
    done(git(&["init", "--quiet", "--initial-branch=main"]));
    done(git(&["add", "."]));
    done(git(&["commit", "--quiet", "-m", "the rules and the people"]));
    let mut import = git(&["fast-import", "--quiet"]).stdin(Stdio::piped()).spawn().expect("git");
    import.stdin.take().expect("a pipe").write_all(stream().as_bytes()).expect("it reads");
    assert!(import.wait().expect("git").success());
    done(git(&["reset", "--quiet", "--hard"]));
}

/// The commits as `git fast-import` reads them.
fn stream() -> String {
    let mut stream = String::new();
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    let mut first = "from refs/heads/main^0\n";
    for year in 2017..=2026 {
        for number in 0..EACH_YEAR {
            let (month, day) = (number * 12 / EACH_YEAR + 1, number * 336 / EACH_YEAR % 28 + 1);
            let date = format!("{year}-{month:02}-{day:02}");
            let id = format!("{:02}{number:04}", year % 100);
            let who = number % 27;
            let path = write(&mut texts, number, &date, &id, who);
            let text = &texts[&path];
            let seconds = (year - 1970) * 31_557_600 + number * 31_536;
            let said = format!("done {id}");
            let _ = write!(
                stream,
                "commit refs/heads/main\ncommitter 李敏 <li@example.org> {seconds} +0800\ndata {}\n{said}\n{first}M 100644 inline {path}\ndata {}\n{text}\n",
                said.len(),
                text.len(),
            );
            first = "";
        }
    }
    stream
}

/// Does one thing, and tells the file it is in.
fn write(texts: &mut BTreeMap<String, String>, number: usize, date: &str, id: &str, who: usize) -> String {
    let (year, month) = (&date[..4], &date[..7]);
    let (path, list, line) = match number % 100 {
        0..7 => {
            let present: String = (1..27).map(|who| format!("  \"li-{who}\",\n")).collect();
            let text = format!(
                "kind = \"theme-day\"\ndate = {date}\ntopics = [\"学习\"]\npresent = [\n{present}]\nabsent = [\n  {{ member = \"li-0\", reason = \"duty\" }},\n]\n"
            );
            let path = format!("meetings/{year}/{date}-theme-day-{id}.toml");
            texts.insert(path.clone(), text);
            return path;
        }
        7..14 => {
            let (path, text) = texts.iter_mut().rfind(|(path, _)| path.starts_with("meetings/")).expect("a meeting");
            *text = text.replace("reason = \"duty\"", &format!("reason = \"duty\", made-up = {date}"));
            return path.clone();
        }
        14..57 => {
            let line =
                format!("id = \"a{id}\", date = {date}, member = \"li-{who}\", item = \"commended\", points = 1");
            (format!("points/{month}.toml"), "entries", line)
        }
        57..89 => {
            let line = format!(
                "id = \"d{id}\", month = \"{month}\", member = \"li-{who}\", amount = \"93.00\", paid = {date}"
            );
            (format!("dues/{year}.toml"), "payments", line)
        }
        _ => {
            let line =
                format!("id = \"s{id}\", date = {date}, member = \"li-{who}\", hours = 2, kind = \"collective\"");
            (format!("study/{month}.toml"), "entries", line)
        }
    };
    let text = texts.entry(path.clone()).or_insert_with(|| format!("{list} = [\n]\n"));
    text.truncate(text.len() - 2);
    let _ = write!(text, "  {{ {line} }},\n]\n");
    path
}
