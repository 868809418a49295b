//! How git merges the records of this clone: by this program, one by one.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::{Git, Keeps, run};

/// What the way of merging is called in the settings and attributes of git.
const NAME: &str = "zhibu";

/// What stands before the lines of ours among the attributes of a clone.
const HEAD: &str = "# zhibu merges records one by one";

impl Git {
    /// The file of the attributes that hold for this clone alone, above those that are shared.
    pub fn attributes_file(&self) -> &Path {
        &self.attributes
    }

    /// The attributes of a clone with those lines by which some files below the directory are merged by this program;
    /// none where they are there.
    pub fn attributes(&self, old: &str, patterns: &BTreeSet<&str>) -> Option<String> {
        let prefix = &self.prefix;
        let lines: String =
            patterns.iter().map(|pattern| format!("{} merge={NAME}\n", quoted(prefix, pattern))).collect();
        let lines = format!("{HEAD}\n{lines}");
        if old.contains(&lines) {
            return None;
        }
        let end = if old.is_empty() || old.ends_with('\n') { "" } else { "\n" };
        Some(format!("{old}{end}{lines}"))
    }

    /// Tells git how this program merges a file. Where it is gone, git merges as it always does, so that nothing is lost.
    pub fn set_driver(&self, program: &str) -> bool {
        let program = format!("'{}'", program.replace('\'', r"'\''"));
        let driver = format!(
            "for z in {program} zhibu; do if command -v \"$z\" >/dev/null 2>&1; then exec \"$z\" merge-file %O %A %B %P; fi; done; exec git merge-file -L ours -L base -L theirs %A %O %B"
        );
        if self.driver().is_some_and(|set| set == driver) {
            return true;
        }
        let set = |key: &str, value: &str| {
            self.run(&["config", key, value], None).is_some_and(|output| output.status.success())
        };
        set(&format!("merge.{NAME}.name"), "records, one by one") && set(&driver_key(), &driver)
    }

    /// Whether git merges by this program in this clone.
    pub fn has_driver(&self) -> bool {
        self.driver().is_some()
    }

    /// How git is told to merge records.
    fn driver(&self) -> Option<String> {
        self.line(&["config", "--get", &driver_key()])
    }
}

/// The setting that says how records are merged.
fn driver_key() -> String {
    format!("merge.{NAME}.driver")
}

/// Merges files line by line, as git does, into the first one; whether nothing was left in dispute. None where git could
/// not.
pub fn merge_lines(ours: &Path, base: &Path, theirs: &Path) -> Option<bool> {
    let mut words: Vec<PathBuf> =
        ["merge-file", "-L", "ours", "-L", "base", "-L", "theirs"].map(PathBuf::from).to_vec();
    words.extend([ours, base, theirs].map(Path::to_owned));
    match run(Path::new("."), Keeps::Nothing, &words, None)?.status.code()? {
        0 => Some(true),
        1..=127 => Some(false),
        _ => None,
    }
}

/// A pattern below a folder as a line of attributes has it.
fn quoted(prefix: &str, pattern: &str) -> String {
    let plain = prefix.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/._-".contains(&byte));
    if plain {
        return format!("/{prefix}{pattern}");
    }
    let mut escaped = String::new();
    for c in prefix.chars() {
        // Once for the pattern, once for the quotes.
        match c {
            '*' | '?' | '[' => escaped.push_str("\\\\"),
            '\\' => escaped.push_str("\\\\\\"),
            '"' => escaped.push('\\'),
            _ => {}
        }
        escaped.push(c);
    }
    format!("\"/{escaped}{pattern}\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_quoted_as_git_reads_it() {
        assert_eq!(quoted("", "points/*.toml"), "/points/*.toml");
        assert_eq!(quoted("a/b-c/", "points/*.toml"), "/a/b-c/points/*.toml");
        assert_eq!(quoted("党 支部[1]/", "*.toml"), "\"/党 支部\\\\[1]/*.toml\"");
        assert_eq!(quoted("a\"\\/", "x"), "\"/a\\\"\\\\\\\\/x\"");
    }
}
