//! Which repository keeps the records of a directory, and whether git will work in it.

use std::path::{Path, PathBuf};

use super::{Git, Keeps, MARKERS, run};
use crate::words::{self, Text};

/// Why no repository keeps the records of a directory.
#[derive(Debug)]
pub enum NoGit {
    /// The program is not there.
    NotInstalled,
    /// The directory lies in none.
    NoRepository,
    /// The one it lies in is kept for something else: its folder.
    Foreign(PathBuf),
    /// The one that begins in it does not have the records yet.
    Unbegun,
    /// The one it lies in belongs to another user, and git does not read it: its folder.
    Owned(PathBuf),
    /// Git will not read the one it lies in.
    Refuses(Text),
}

/// The repository that keeps the records, or why none does.
pub type Found = Result<Git, NoGit>;

/// The file without which a repository does not keep the records.
const MARKER: &str = "zhibu.toml";

impl Git {
    /// The repository that keeps the records of a directory: the one it lies in, if that has its `zhibu.toml`.
    ///
    /// # Errors
    /// Why none does.
    pub fn find(directory: &Path) -> Result<Self, NoGit> {
        Self::keeper(directory, MARKER)
    }

    /// The repository that keeps a directory: the one it lies in, if that has the file that makes it what it is.
    ///
    /// # Errors
    /// Why none does.
    pub fn keeper(directory: &Path, marker: &str) -> Result<Self, NoGit> {
        let git = Self::look(directory, Keeps::Nothing, marker)?;
        if git.keeps_marker || git.is_committed(marker) {
            return Ok(git);
        }
        Err(if git.is_own() { NoGit::Unbegun } else { NoGit::Foreign(git.top) })
    }

    /// The repository a directory lies in, whatever it is kept for.
    ///
    /// # Errors
    /// Why it lies in none.
    pub fn around(directory: &Path) -> Result<Self, NoGit> {
        Self::look(directory, Keeps::Nothing, MARKER)
    }

    /// The repository whose hook is running.
    ///
    /// # Errors
    /// Why there is none.
    pub fn of_hook(directory: &Path) -> Result<Self, NoGit> {
        Self::look(directory, Keeps::Variables, MARKER)
    }

    fn look(directory: &Path, keeps: Keeps, marker: &str) -> Result<Self, NoGit> {
        let mut words = vec!["rev-parse", "--is-inside-work-tree", "--show-cdup", "--show-prefix"];
        words.extend(["--git-path", "HEAD", "--git-path", "info/attributes"]);
        words.extend(MARKERS.iter().flat_map(|(name, _)| ["--git-path", name]));
        // Last, since it fails where the file is not known.
        let marker = format!(":./{marker}");
        words.push(&marker);
        let output = run(directory, keeps, &words, None).ok_or(NoGit::NotInstalled)?;
        let answer = String::from_utf8_lossy(&output.stdout).into_owned();
        let mut lines = answer.lines();
        let (up, prefix) = match (lines.next(), lines.next(), lines.next()) {
            (Some("true"), Some(up), Some(prefix)) => (up, prefix.to_owned()),
            (Some("false"), ..) => return Err(NoGit::NoRepository),
            _ => {
                let said = String::from_utf8_lossy(&output.stderr).trim().to_owned();
                return Err(none(directory, &said));
            }
        };
        let top = up.split('/').filter(|part| *part == "..").fold(absolute(directory), |mut top, _| {
            top.pop();
            top
        });
        if let Some(own) = nearest(directory).filter(|own| own.starts_with(&top) && *own != top) {
            return Err(NoGit::Refuses(words::git_broken(own.join(".git").display().to_string())));
        }
        let mut path = || lines.next().map(|line| directory.join(line)).ok_or(NoGit::NoRepository);
        let (head, attributes) = (path()?, path()?);
        let markers = MARKERS.iter().map(|(_, what)| Ok((path()?, *what))).collect::<Result<Vec<_>, _>>()?;
        // Git gives back what it does not know.
        let keeps_marker = lines.next().is_some_and(|name| name != marker);
        Ok(Self { directory: directory.to_owned(), top, prefix, head, markers, attributes, keeps_marker, keeps })
    }

    /// Whether the last commit has a file.
    fn is_committed(&self, path: &str) -> bool {
        let name = format!("HEAD:./{path}");
        let output = self.run(&["rev-parse", "--verify", "--quiet", &name], None);
        output.is_some_and(|output| output.status.success())
    }

    /// The folder of the repository.
    pub fn top(&self) -> &Path {
        &self.top
    }

    /// Whether the repository begins in the directory itself.
    pub fn is_own(&self) -> bool {
        self.top == absolute(&self.directory)
    }
}

/// Whether a directory lies in something that looks like a repository.
pub fn lies_in_one(directory: &Path) -> bool {
    nearest(directory).is_some()
}

/// Why git reads no repository, from what it says of one that is there.
fn none(directory: &Path, said: &str) -> NoGit {
    match nearest(directory) {
        None if said.is_empty() || said.contains("not a git repository") => NoGit::NoRepository,
        Some(own) if said.contains("not a git repository") => {
            NoGit::Refuses(words::git_broken(own.join(".git").display().to_string()))
        }
        Some(own) if said.contains("dubious ownership") => NoGit::Owned(own),
        _ if said.is_empty() => NoGit::Refuses(words::git_says_nothing()),
        _ => NoGit::Refuses(words::git_says(said)),
    }
}

/// The nearest folder, from the directory upwards, that has something called `.git`.
fn nearest(directory: &Path) -> Option<PathBuf> {
    let directory = absolute(directory);
    directory.ancestors().find(|folder| folder.join(".git").symlink_metadata().is_ok()).map(Path::to_owned)
}

fn absolute(directory: &Path) -> PathBuf {
    directory.canonicalize().unwrap_or_else(|_| directory.to_owned())
}
