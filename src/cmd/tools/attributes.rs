//! `.gitattributes`: what git is told of the files of records.

use crate::branch::ledgers;
use crate::words::{self, Lang};

/// The lines of a directory of today: no byte is changed on the way in or out, and the lines of ledgers are joined.
fn lines() -> impl Iterator<Item = String> {
    let ledgers = ledgers().into_iter().map(|files| format!("{files} merge=union"));
    std::iter::once("* -text".to_owned()).chain(ledgers)
}

/// The file of a new directory.
pub(super) fn text(lang: Lang) -> String {
    let lines: String = lines().map(|line| format!("{line}\n")).collect();
    format!("{}\n{lines}", words::comment_attributes().get(lang))
}

/// An older file with the lines that it lacks; none where it has them all. Its own lines come last, and so are in force.
pub(super) fn completed(old: &str) -> Option<String> {
    let has = |line: &String| old.lines().any(|own| own.trim() == line);
    let lacking: String = lines().filter(|line| !has(line)).map(|line| format!("{line}\n")).collect();
    (!lacking.is_empty()).then(|| format!("{lacking}{old}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_older_file_gets_what_it_lacks() {
        let new = text(Lang::En);
        assert_eq!(completed(&new), None);
        assert_eq!(completed(&new.replace('\n', "\r\n")), None);
        let older = "# ours\npoints/*.toml merge=union\n*.md text\n";
        let completed = completed(older).expect("lines that are lacking");
        assert!(completed.starts_with("* -text\n") && completed.ends_with(older), "{completed}");
        assert_eq!(completed.matches("points/*.toml").count(), 1);
        assert_eq!(super::completed(&completed), None);
    }
}
