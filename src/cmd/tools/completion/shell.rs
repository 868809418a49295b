//! How each shell is answered.

use std::ffi::OsString;

use clap::ValueEnum;
use clap_complete::CompletionCandidate;
use unicode_width::UnicodeWidthStr;

/// A shell whose Tab key can be taught.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Shell {
    /// bash
    Bash,
    /// zsh
    Zsh,
    /// fish
    Fish,
    /// PowerShell
    Powershell,
}

impl Shell {
    /// What the shell has to be told once.
    pub(super) fn script(self) -> &'static str {
        match self {
            Self::Bash => include_str!("bash.sh"),
            Self::Zsh => include_str!("zsh.zsh"),
            Self::Fish => include_str!("fish.fish"),
            Self::Powershell => include_str!("powershell.ps1"),
        }
    }
}

/// What a shell wants to have answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cmd) enum Answer {
    /// What stands to be put in, for bash.
    Words,
    /// What is shown, with what each means, for bash.
    List,
    /// Words with what they mean behind a tab, for fish.
    Tabbed,
    /// The same for PowerShell, whose last word has a sign before it.
    Marked,
    /// Words with what they mean behind a colon, for zsh.
    Described,
}

impl Answer {
    /// What is wanted by a word of the scripts.
    pub(in crate::cmd) fn asked(word: &str) -> Option<Self> {
        match word {
            "bash" => Some(Self::Words),
            "bash-list" => Some(Self::List),
            "fish" => Some(Self::Tabbed),
            "powershell" => Some(Self::Marked),
            "zsh" => Some(Self::Described),
            _ => None,
        }
    }

    /// The words up to the cursor.
    pub(in crate::cmd) fn words(self, words: &[OsString]) -> Vec<OsString> {
        let mut words = words.to_vec();
        if self == Self::Marked
            && let Some(last) = words.last_mut()
        {
            *last = last.to_string_lossy().trim_start_matches('=').into();
        }
        words
    }

    /// The answer, a candidate a line.
    pub(in crate::cmd) fn text(self, typed: &str, found: &[CompletionCandidate]) -> String {
        let rows: Vec<_> = found.iter().filter_map(row).collect();
        let is_option = |value: &str| value.starts_with('-');
        // Options are offered to one who begins with a dash, or has nothing else to choose from.
        let only_options = rows.iter().all(|(value, _)| is_option(value));
        let rows = rows.iter().filter(|(value, _)| only_options || typed.starts_with('-') || !is_option(value));
        let rows: Vec<_> = rows.collect();
        let longest = rows.iter().map(|(value, _)| value.width()).max().unwrap_or_default();
        let line = |(value, help): &&(String, String)| match (self, help.as_str()) {
            (Self::Words, _) => escaped(value),
            (Self::List, help) if !help.is_empty() && rows.len() > 1 => {
                let gap = " ".repeat(longest - value.width());
                format!("{value}{gap}  {help}")
            }
            (Self::Tabbed | Self::Marked, help) if !help.is_empty() => format!("{value}\t{help}"),
            (Self::Described, help) => {
                let value = value.replace('\\', "\\\\").replace(':', "\\:");
                if help.is_empty() { value } else { format!("{value}:{}", help.replace('\\', "\\\\")) }
            }
            _ => value.clone(),
        };
        // Where several begin differently than was typed, bash would put in what they share and lose what was typed.
        if self == Self::Words && rows.len() > 1 && !shared(rows.iter().map(|(value, _)| value)).starts_with(typed) {
            return String::new();
        }
        rows.iter().map(|row| line(row) + "\n").collect()
    }
}

/// A candidate and the first line of what it means; none that a shell could not put in.
fn row(candidate: &CompletionCandidate) -> Option<(String, String)> {
    let value = candidate.get_value().to_str().filter(|value| !value.contains(char::is_control))?;
    let help = candidate.get_help().map(ToString::to_string).unwrap_or_default();
    let help = help.lines().next().unwrap_or_default().replace('\t', " ");
    Some((value.to_owned(), help))
}

/// How all of some words begin.
fn shared<'a>(words: impl Iterator<Item = &'a String>) -> &'a str {
    let both = |one: &'a str, other: &'a String| {
        let same = one.char_indices().zip(other.chars()).take_while(|((_, a), b)| a == b);
        &one[..same.last().map_or(0, |((at, c), _)| at + c.len_utf8())]
    };
    let mut words = words;
    let first = words.next().map_or("", String::as_str);
    words.fold(first, both)
}

/// A word as bash takes it: the path of a file may have spaces in it.
fn escaped(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || !c.is_ascii() || "/._-:=,+@%~".contains(c);
    let escape = |c: char| if plain(c) { c.to_string() } else { format!("\\{c}") };
    word.chars().map(escape).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(how: Answer, typed: &str, found: &[(&str, &str)]) -> String {
        let candidate = |(value, help): &(&str, &str)| {
            CompletionCandidate::new(*value).help(Some((*help).to_owned().into()).filter(|_| !help.is_empty()))
        };
        how.text(typed, &found.iter().map(candidate).collect::<Vec<_>>())
    }

    #[test]
    fn each_shell_gets_what_it_can_show() {
        let found = [("sun-lei", "孙磊"), ("song-li:", "宋丽: a\\b"), ("--on", "")];
        assert_eq!(answer(Answer::Words, "s", &found), "sun-lei\nsong-li:\n");
        assert_eq!(answer(Answer::List, "s", &found), "sun-lei   孙磊\nsong-li:  宋丽: a\\b\n");
        assert_eq!(answer(Answer::Tabbed, "s", &found), "sun-lei\t孙磊\nsong-li:\t宋丽: a\\b\n");
        assert_eq!(answer(Answer::Described, "s", &found), "sun-lei:孙磊\nsong-li\\::宋丽: a\\\\b\n");
        assert_eq!(answer(Answer::Words, "-", &[("--on", "")]), "--on\n");
        assert_eq!(answer(Answer::Words, "", &[("a b.jpg", "")]), "a\\ b.jpg\n");
    }

    #[test]
    fn what_was_typed_is_not_lost() {
        let found = [("zhao-gang", ""), ("zheng-guo", "")];
        assert_eq!(answer(Answer::Words, "zg", &found), "");
        assert_eq!(answer(Answer::List, "zg", &found), "zhao-gang\nzheng-guo\n");
        assert_eq!(answer(Answer::Words, "zh", &found), "zhao-gang\nzheng-guo\n");
    }
}
