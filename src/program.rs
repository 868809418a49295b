//! Other programs: `zhibu-NAME` on the PATH, which is a command of this one, and the editor that somebody likes.
//!
//! Where a program is to be found is given: nothing here reads the environment.

use std::ffi::{OsStr, OsString};
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};
#[cfg(unix)]
use std::{io::Write, process::Stdio, sync::Arc};

/// What the name of a program begins with that is a command of this one.
const PREFIX: &str = "zhibu-";

/// Where programs are looked for.
pub struct Places {
    /// The folders, the first first.
    pub folders: Vec<PathBuf>,
    /// What the name of a program may end in, such as `.exe`; the first first.
    pub suffixes: Vec<String>,
}

impl Places {
    /// The first program of a name; none where there is no such program.
    fn find(&self, name: &str) -> Option<PathBuf> {
        let files = |folder: &PathBuf| {
            let folder = folder.clone();
            self.suffixes.iter().map(move |suffix| folder.join(format!("{name}{suffix}")))
        };
        self.folders.iter().flat_map(files).find(|path| can_run(path))
    }
}

/// The program that answers to a name as a command; none where there is no such program.
pub fn find(name: &str, places: &Places) -> Option<PathBuf> {
    // A name is no way to a program elsewhere.
    is_name(name).then(|| places.find(&format!("{PREFIX}{name}")))?
}

/// The names of all such programs, in order.
pub fn all(places: &Places) -> Vec<String> {
    let entries = places.folders.iter().filter_map(|folder| std::fs::read_dir(folder).ok()).flatten().flatten();
    let name = |entry: std::fs::DirEntry| {
        let file = entry.file_name().into_string().ok()?;
        let name = file.strip_prefix(PREFIX)?;
        let name = places.suffixes.iter().find_map(|suffix| name.strip_suffix(suffix.as_str()))?.to_owned();
        (is_name(&name) && can_run(&entry.path())).then_some(name)
    };
    let mut names: Vec<_> = entries.filter_map(name).collect();
    names.sort();
    names.dedup();
    names
}

/// Runs a program in place of this one, with words and what it is told by its environment; its exit code.
///
/// # Errors
/// A program that cannot be run.
pub fn run(program: &Path, words: &[OsString], told: &[(&str, OsString)]) -> io::Result<u8> {
    let mut command = Command::new(program);
    command.args(words).envs(told.iter().map(|(name, value)| (name, value)));
    become_it(command)
}

/// A program in which a long text is read, such as `less`.
pub struct Pager {
    /// The line by which it is called.
    pub line: OsString,
    /// What it is told by its environment.
    pub told: Vec<(&'static str, &'static str)>,
}

impl Pager {
    /// Shows a text until somebody has read it; whether the program could be run.
    #[cfg(unix)]
    pub fn shows(&self, text: &str) -> bool {
        let mut command = Command::new("sh");
        command.arg("-c").arg(&self.line).envs(self.told.iter().copied()).stdin(Stdio::piped());
        // Ctrl-C is for the pager: whoever started it waits for its end.
        let Ok(deaf) = signal_hook::flag::register(signal_hook::consts::SIGINT, Arc::default()) else { return false };
        let shown = command.spawn().and_then(|mut child| {
            // Whoever has read enough takes no more.
            let _ = child.stdin.take().map(|mut stdin| stdin.write_all(text.as_bytes()));
            child.wait()
        });
        signal_hook::low_level::unregister(deaf);
        // By these numbers a shell tells that there is no such program, or none that can be run.
        shown.is_ok_and(|ended| !matches!(ended.code(), Some(126 | 127)))
    }

    /// Nothing: consoles that have no shell are scrolled.
    #[cfg(not(unix))]
    pub fn shows(&self, _text: &str) -> bool {
        false
    }
}

/// Opens a file in the editor of a line such as `vim` or `code --wait`, and waits for its end.
///
/// # Errors
/// An editor that cannot be run.
#[cfg(unix)]
pub fn edit(editor: &OsStr, file: &Path, _: &Places) -> io::Result<ExitStatus> {
    // As git does it: the line is one of the shell's, which knows quotes.
    let mut line = editor.to_owned();
    line.push(" \"$@\"");
    Command::new("sh").arg("-c").arg(line).arg(editor).arg(file).status()
}

/// Opens a file in the editor of a line such as `notepad` or `"C:\My Programs\code.cmd" --wait`, and waits for its end.
///
/// # Errors
/// An editor that cannot be run.
#[cfg(not(unix))]
pub fn edit(editor: &OsStr, file: &Path, places: &Places) -> io::Result<ExitStatus> {
    // A path with spaces may stand there without quotes.
    if Path::new(editor).is_file() {
        return Command::new(editor).arg(file).status();
    }
    let mut words = winsplit::split(&editor.to_string_lossy()).into_iter();
    let program = words.next().unwrap_or_default();
    // The system itself looks for `.exe` alone.
    let program = places.find(&program).unwrap_or_else(|| program.into());
    Command::new(program).args(words).arg(file).status()
}

/// Whether a word may be the name of a command.
fn is_name(name: &str) -> bool {
    let right = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    !name.is_empty() && !name.starts_with('-') && name.chars().all(right)
}

#[cfg(unix)]
fn can_run(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;

    std::fs::metadata(path).is_ok_and(|found| found.is_file() && found.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn can_run(path: &Path) -> bool {
    path.is_file()
}

/// The program takes the place of this one: signals and the terminal are its own.
#[cfg(unix)]
fn become_it(mut command: Command) -> io::Result<u8> {
    use std::os::unix::process::CommandExt;

    Err(command.exec())
}

#[cfg(not(unix))]
fn become_it(mut command: Command) -> io::Result<u8> {
    let code = command.status()?.code().unwrap_or(1);
    Ok(u8::try_from(code).unwrap_or(1))
}
