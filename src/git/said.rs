//! The commits that this program made, and what a commit is by its name.

use super::{COMMAND, Git, Logged, UNDOES};
use crate::record::Day;
use crate::words::{self, Text};

/// A commit that this program made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Its whole name.
    pub id: String,
    /// Who wrote it, by name.
    pub author: String,
    /// The same by address.
    pub email: String,
    /// Day, time and zone at which it was written: `2026-11-05 19:30:00 +0800`.
    pub written: String,
    /// The first line of what was said with it.
    pub subject: String,
    /// The command: `points award`.
    pub command: String,
    /// The whole name of the commit that it takes back, where it does.
    pub undoes: Option<String>,
}

/// What the commits are asked for: name, author, address, moment, and all that was said.
const FORMAT: &str = "--format=%H%x00%aN%x00%ae%x00%ai%x00%B";

impl Said {
    /// The day on which it was written; none where the calendar has no such day.
    pub fn day(&self) -> Option<Day> {
        Day::parse(self.written.get(..10)?)
    }

    /// What was said of a commit; none where this program did not make it.
    fn of(id: &str, author: &str, email: &str, written: &str, message: &str) -> Option<Self> {
        let (subject, rest) = message.trim_end().split_once("\n\n")?;
        let end = rest.rsplit("\n\n").next()?;
        let trailer = |name: &str| {
            end.lines()
                .find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
                .map(|value| value.trim().to_owned())
        };
        Some(Self {
            id: id.to_owned(),
            author: author.to_owned(),
            email: email.to_owned(),
            written: written.to_owned(),
            subject: subject.replace('\n', " "),
            command: trailer(COMMAND)?,
            undoes: trailer(UNDOES),
        })
    }
}

impl Git {
    /// The commits that this program made below the directory, up to the one that is checked out; the last first.
    ///
    /// # Errors
    /// What git says, where it fails.
    pub fn said(&self) -> Result<Vec<Said>, Text> {
        let grep = format!("--grep=^{COMMAND}: ");
        let mut words = vec!["-c", "mailmap.file=", "-c", "mailmap.blob=", "-c", "log.follow=false"];
        words.extend(["log", "-z", "--full-history", "--author-date-order", "--no-color", "--no-notes"]);
        words.extend(["--no-show-signature", "--encoding=UTF-8", "--basic-regexp", &grep, FORMAT, "HEAD", "--", "."]);
        let output = self.run(&words, None).ok_or_else(words::git_gone)?;
        if !output.status.success() {
            return Err(words::git_says(String::from_utf8_lossy(&output.stderr).trim()));
        }
        let answer = String::from_utf8_lossy(&output.stdout).into_owned();
        let parts: Vec<_> = answer.split('\0').collect();
        let said = parts.chunks_exact(5).filter_map(|one| Said::of(one[0], one[1], one[2], one[3], one[4]));
        Ok(said.collect())
    }

    /// The commits of one command of this program that touched a folder, in a range of commits.
    ///
    /// # Errors
    /// What git says, where it fails.
    pub fn made(&self, command: &str, range: &str, folder: &str) -> Result<Vec<Logged>, Text> {
        let grep = format!("--grep=^{COMMAND}: {command}$");
        self.read_log(&["--no-renames", "--basic-regexp", &grep, range], &[folder])
    }

    /// The address under which commits are made here, where there is one.
    pub fn own_email(&self) -> Option<String> {
        Some(self.identity()?.rsplit_once('<')?.1.split_once('>')?.0.to_owned())
    }

    /// The whole name of a commit by a name that a person gave; none where there is no such commit, or several.
    pub fn resolve(&self, typed: &str) -> Option<String> {
        let name = format!("{typed}^{{commit}}");
        let output = self.run(&["rev-parse", "--verify", "--quiet", "--end-of-options", &name], None)?;
        let id = String::from_utf8(output.stdout).ok()?.trim().to_owned();
        (output.status.success() && !id.is_empty()).then_some(id)
    }

    /// Whether a commit is among those up to the one that is checked out.
    pub fn is_past(&self, commit: &str) -> bool {
        let output = self.run(&["merge-base", "--is-ancestor", commit, "HEAD"], None);
        output.is_some_and(|output| output.status.success())
    }

    /// Whether others may have a commit, on a branch of another repository or another branch of this one; none where git
    /// cannot tell.
    pub fn is_elsewhere(&self, commit: &str) -> Option<bool> {
        let own = self.run(&["symbolic-ref", "--quiet", "HEAD"], None)?;
        let words = ["for-each-ref", "--format=%(refname)", "--contains", commit, "refs/heads", "refs/remotes"];
        let refs = self.run(&words, None).filter(|output| output.status.success())?;
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
        let own = text(&own.stdout);
        Some(text(&refs.stdout).lines().any(|name| name != own))
    }

    /// One commit with the files it touched, one that was moved as one that went and one that came.
    ///
    /// # Errors
    /// What git says, where it fails.
    pub fn logged(&self, commit: &str) -> Result<Logged, Text> {
        let log = self.read_log(&["--no-renames", "-1", commit], &["."])?;
        // One that touches nothing here is not among them.
        let whole = || self.read_log(&["--no-renames", "-1", commit], &[]);
        log.into_iter()
            .find(|one| one.id == commit)
            .map_or_else(|| whole()?.pop().map(|one| Logged { files: vec![], ..one }).ok_or_else(words::git_gone), Ok)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_this_program_said_is_its_own() {
        let said = |message| Said::of("1", "李敏", "a@b", "2026-11-05 19:30:00 +0800", message);
        let found = said("题目\n\n原因\n\nZhibu-Command: points award\n").expect("a command");
        assert_eq!((found.subject.as_str(), found.command.as_str(), found.undoes), ("题目", "points award", None));
        let undone = said("撤销\n\nSigned-off-by: x\nZhibu-Command: undo\nZhibu-Undoes: abc").expect("a command");
        assert_eq!(undone.undoes.as_deref(), Some("abc"));
        assert_eq!(undone.day(), Day::new(2026, 11, 5));
        for other in
            ["subject\n", "subject\n\nZhibu-Command: x\n\nmore\n", "Zhibu-Command: x", "a\n\nx Zhibu-Command: x"]
        {
            assert_eq!(said(other), None, "{other}");
        }
    }
}
