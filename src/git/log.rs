//! The commits up to the one that is checked out; the user's own configuration changes nothing of what git answers.

use super::{Blob, Git};
use crate::record::{Day, RelPath};
use crate::words::{self, Text};

/// A commit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logged {
    /// Its whole name.
    pub id: String,
    /// The commits it follows, of those that git has: none for the first, two and more for a merge.
    pub parents: Vec<String>,
    /// Who wrote it, by the repository's `.mailmap` where there is one.
    pub author: String,
    /// When it was written; rebases and copies keep that.
    pub written: Moment,
    /// When it got its place in this history.
    pub committed: Moment,
    /// The first line of what was said with it.
    pub subject: String,
    /// What both sides of a merge had changed, and somebody decided.
    pub settled: Vec<Settled>,
    /// The files it touched, in order; of a merge those only that are as in none of the commits it joins.
    pub files: Vec<Touched>,
}

/// A record that two sides of a merge had changed, and that somebody decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    /// Its file.
    pub path: RelPath,
    /// Its id in it.
    pub record: String,
    /// The keys that were decided; none for the record as a whole.
    pub keys: Vec<String>,
    /// The text of the file on each side.
    pub before: Vec<Option<Blob>>,
    /// Its text since.
    pub after: Option<Blob>,
}

/// A moment as a commit has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Seconds since 1970, before which they are below nothing.
    pub seconds: i64,
    /// Day, time and zone of whoever wrote it: `2026-11-05 19:30:00 +0800`.
    pub text: String,
}

impl Logged {
    /// Its name, short enough to type.
    pub fn short(&self) -> &str {
        self.id.get(..10).unwrap_or(&self.id)
    }

    /// Whether it touched a file.
    pub fn touches(&self, path: &RelPath) -> bool {
        self.files.iter().any(|file| file.path == *path || file.was.as_ref() == Some(path))
    }
}

impl Moment {
    /// The day, there; none where the calendar has no such day.
    pub fn day(&self) -> Option<Day> {
        Day::parse(self.text.get(..10)?)
    }
}

/// A file that a commit touched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Touched {
    /// Its path below the directory; the old one where it is gone.
    pub path: RelPath,
    /// The path it had before, where it has another now.
    pub was: Option<RelPath>,
    /// Its text in each of the commits before.
    pub before: Vec<Option<Blob>>,
    /// Its text now.
    pub after: Option<Blob>,
}

/// What the commits are asked for: name, parents, author, both moments, what was settled, subject.
const FORMAT: &str = "--format=%x01%H%x00%P%x00%aN%x00%at%x00%ai%x00%ct%x00%ci%x00%(trailers:key=Zhibu-Settled,valueonly,unfold,separator=%x02)%x00%s";

/// So many parts has what is told of a commit.
const PARTS: usize = 9;

impl Git {
    /// The commits up to the one that is checked out, those before another first. Where the order is open, it is by the time
    /// at which they were written.
    ///
    /// # Errors
    /// What git says, where it fails.
    pub fn log(&self) -> Result<Vec<Logged>, Text> {
        self.log_of(None, &["."])
    }

    /// The same of some files or folders alone, after a commit where one is named.
    ///
    /// # Errors
    /// What git says, where it fails.
    pub fn log_of(&self, after: Option<&str>, paths: &[&str]) -> Result<Vec<Logged>, Text> {
        let range = after.map_or_else(|| "HEAD".to_owned(), |after| format!("{after}..HEAD"));
        self.read_log(&["--find-renames=50%", "-l2000", &range], paths)
    }

    /// The same up to a commit, where a file that was moved is one that went and one that came.
    ///
    /// # Errors
    /// What git says, where it fails.
    pub fn log_unmoved(&self, until: &str, paths: &[&str]) -> Result<Vec<Logged>, Text> {
        self.read_log(&["--no-renames", until], paths)
    }

    /// Commits as they are asked for, those before another first.
    pub(super) fn read_log(&self, asked: &[&str], paths: &[&str]) -> Result<Vec<Logged>, Text> {
        let mut words = Vec::new();
        // What a user may have set, and what would change the answer.
        for set in ["log.follow=false", "mailmap.file=", "mailmap.blob=", "diff.relative=false", "log.showRoot=true"] {
            words.extend(["-c", set]);
        }
        words.extend(["log", "-z", "--raw", "--no-abbrev", "-c", "--full-history"]);
        words.extend(["--author-date-order", "--no-color", "--no-decorate", "--no-notes", "--no-show-signature"]);
        words.extend(["--encoding=UTF-8", FORMAT]);
        words.extend(asked.iter().chain(&["--"]).chain(paths));
        let output = self.run(&words, None).ok_or_else(words::git_gone)?;
        if !output.status.success() {
            return Err(words::git_says(shown(&output.stderr).trim()));
        }
        let mut commits = commits(&output.stdout, self.prefix.as_bytes());
        commits.reverse();
        self.read_settled(&mut commits);
        Ok(commits)
    }

    /// Finds the texts of what was settled, on each side and since.
    fn read_settled(&self, commits: &mut [Logged]) {
        let sides = |id: &str, at: &RelPath| ["^1", "^2", ""].map(|side| format!("{id}{side}:{}{at}\n", self.prefix));
        let asked: Vec<_> =
            commits.iter().flat_map(|one| one.settled.iter().map(|settled| sides(&one.id, &settled.path))).collect();
        if asked.is_empty() {
            return;
        }
        let output = self.run(&["cat-file", "--batch-check=%(objectname)"], Some(&asked.concat().concat()));
        let output = output.map(|output| shown(&output.stdout)).unwrap_or_default();
        let mut names = output.lines().map(|line| {
            let is_name = line.bytes().all(|byte| byte.is_ascii_hexdigit());
            is_name.then(|| Blob(line.to_owned()))
        });
        for settled in commits.iter_mut().flat_map(|one| &mut one.settled) {
            settled.before = names.by_ref().take(2).collect();
            settled.after = names.next().flatten();
        }
    }
}

/// Reads the answer of `git log`, whose parts end in a NUL.
fn commits(answer: &[u8], prefix: &[u8]) -> Vec<Logged> {
    let mut commits: Vec<Logged> = Vec::new();
    let mut parts = answer.split(|byte| *byte == 0);
    while let Some(part) = parts.next() {
        let part = part.strip_prefix(b"\n").unwrap_or(part);
        if let Some(id) = part.strip_prefix(b"\x01") {
            let mut head = vec![shown(id)];
            head.extend(parts.by_ref().take(PARTS - 1).map(shown));
            commits.extend(commit(head));
        } else if part.starts_with(b":") {
            let touched = touched(part, &mut parts, prefix);
            if let (Some(touched), Some(commit)) = (touched, commits.last_mut()) {
                commit.files.push(touched);
            }
        }
    }
    for commit in &mut commits {
        commit.files.sort_by(|one, other| one.path.cmp(&other.path));
    }
    commits
}

fn shown(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// What is told of a commit, from its parts.
fn commit(head: Vec<String>) -> Option<Logged> {
    let [id, parents, author, at, on, placed_at, placed_on, settled, subject] =
        <[String; PARTS]>::try_from(head).ok()?;
    let moment = |seconds: String, text| Moment { seconds: seconds.parse().unwrap_or(0), text };
    Some(Logged {
        id,
        parents: parents.split_whitespace().map(str::to_owned).collect(),
        author,
        written: moment(at, on),
        committed: moment(placed_at, placed_on),
        subject,
        settled: settled.split('\u{2}').filter_map(Settled::of).collect(),
        files: vec![],
    })
}

impl Settled {
    /// How it stands in a commit: the file, the record, the keys.
    pub(super) fn line(path: &RelPath, record: &str, keys: &[String]) -> String {
        format!("{path} {record} {}", if keys.is_empty() { "-".to_owned() } else { keys.join(",") })
    }

    fn of(line: &str) -> Option<Self> {
        let mut words = line.trim().rsplitn(3, ' ');
        let (keys, record, path) = (words.next()?, words.next()?, RelPath::new(words.next()?)?);
        let keys = keys.split(',').filter(|key| *key != "-").map(str::to_owned).collect();
        Some(Self { path, record: record.to_owned(), keys, before: vec![], after: None })
    }
}

/// A file from `:100644 100644 OLD NEW M` and its paths; with a colon more for each parent more. None for what is no
/// plain file below the directory.
fn touched<'a>(about: &[u8], paths: &mut impl Iterator<Item = &'a [u8]>, prefix: &[u8]) -> Option<Touched> {
    let parents = about.iter().take_while(|byte| **byte == b':').count();
    let about = String::from_utf8_lossy(&about[parents..]).into_owned();
    let words: Vec<_> = about.split(' ').collect();
    // A rename has the old path before the new one, but in a merge only the new one is told.
    let moved = parents == 1 && words.last().is_some_and(|state| state.starts_with(['R', 'C']));
    let first = paths.next()?;
    let (was, path) = if moved { (Some(first), paths.next()?) } else { (None, first) };
    let (modes, names) = words.split_at_checked(parents + 1)?;
    let blob = |(mode, name): (&&str, &&str)| mode.starts_with("100").then(|| Blob((*name).to_owned()));
    let mut texts: Vec<_> = modes.iter().zip(names).map(blob).collect();
    let after = texts.pop()?;
    let is_file = after.is_some() || texts.iter().any(Option::is_some);
    let path = below(path, prefix).filter(|_| is_file)?;
    Some(Touched { path, was: was.and_then(|was| below(was, prefix)), before: texts, after })
}

/// A path of the repository as one of the directory.
pub(super) fn below(path: &[u8], prefix: &[u8]) -> Option<RelPath> {
    RelPath::new(std::str::from_utf8(path.strip_prefix(prefix)?).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "\u{1}aa|bb|李 \"敏\"|2|2026-11-05 19:30:00 +0800|3|2026-11-06 00:00:00 +0800||subject||";

    /// Reads an answer with a bar for each NUL.
    fn read(answer: &str) -> Vec<Logged> {
        commits(answer.replace('|', "\0").as_bytes(), b"sub/")
    }

    fn blob(name: &str) -> Option<Blob> {
        Some(Blob(name.into()))
    }

    #[test]
    fn a_commit_and_its_files_are_read() {
        let files = ":100644 100644 1 2 M|sub/a b|:000000 100644 0 3 A|sub/\u{1}:|:100644 000000 4 0 D|sub/\"赵\"|";
        let log = read(&format!("{HEAD}{files}{HEAD}"));
        assert_eq!((log.len(), log[0].author.as_str(), log[0].parents.len()), (2, "李 \"敏\"", 1));
        assert_eq!((log[0].written.seconds, log[0].written.day()), (2, Day::new(2026, 11, 5)));
        let files: Vec<_> =
            log[0].files.iter().map(|file| (file.path.as_str(), &file.before[0], &file.after)).collect();
        assert_eq!(files, [("\"赵\"", &blob("4"), &None), ("a b", &blob("1"), &blob("2"))], "a name is no header");
    }

    #[test]
    fn what_was_settled_is_read_as_it_is_written() {
        let path = RelPath::new("points/2026-11.toml").expect("a path");
        let line = Settled::line(&path, "p4k7m2", &["points".to_owned(), "note".to_owned()]);
        let told = Settled::of(&line).expect("what was settled");
        assert_eq!((told.path, told.record.as_str(), told.keys.len()), (path.clone(), "p4k7m2", 2));
        let whole = Settled::of(&Settled::line(&path, "p4k7m2", &[])).expect("what was settled");
        assert_eq!(whole.keys, [""; 0]);
        assert_eq!(Settled::of("x"), None);
    }

    #[test]
    fn a_file_that_moved_has_both_paths() {
        let log = read(&format!("{HEAD}:100644 100644 1 2 R087|sub/old|sub/new|:100644 100644 1 2 R100|out|sub/in|"));
        let moved: Vec<_> =
            log[0].files.iter().map(|file| (file.path.as_str(), file.was.as_ref().map(RelPath::as_str))).collect();
        assert_eq!(moved, [("in", None), ("new", Some("old"))]);
    }

    #[test]
    fn a_merge_tells_the_text_of_each_side() {
        let log =
            read(&format!("{HEAD}::100644 000000 100644 1 0 3 MA|sub/new|::100644 100644 000000 1 2 0 DD|sub/gone|"));
        assert_eq!(log[0].files[1].before, [blob("1"), None]);
        assert_eq!((&log[0].files[0].after, &log[0].files[1].after), (&None, &blob("3")));
    }

    #[test]
    fn links_and_what_is_elsewhere_are_left_out() {
        assert_eq!(read(&format!("{HEAD}:000000 120000 0 1 A|sub/link|:000000 100644 0 1 A|elsewhere|"))[0].files, []);
    }

    #[test]
    fn a_day_outside_the_calendar_is_none() {
        let moment = |text: &str| Moment { seconds: 0, text: text.into() }.day();
        assert_eq!(moment("1970-01-01 00:00:00 +0000"), Day::new(1970, 1, 1));
        assert_eq!(moment("4096-01-01 00:00:00 +0000"), None);
        assert_eq!(moment(""), None);
    }
}
