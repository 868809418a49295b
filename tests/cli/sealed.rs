//! Branches with a closed month, and what changes from run to run made plain.

use super::sandbox::Sandbox;

/// Runs a line on a day; it has to succeed.
#[track_caller]
pub(crate) fn on(branch: &Sandbox, day: &str, line: &str) {
    let words: Vec<_> = line.split_whitespace().collect();
    // A seed of its own for each, since an id is meant to be one of a kind.
    let seed = line.bytes().zip(1..).map(|(byte, at)| u64::from(byte) * at).sum::<u64>().to_string();
    let output = branch.command(&words).env("ZHIBU_TODAY", day).env("ZHIBU_SEED", seed).output().unwrap();
    assert!(output.status.success(), "{line}: {}", branch.told(&output));
}

/// A branch whose October was held, posted and closed; the day of all later calls is 23 November.
pub(crate) fn closed() -> Sandbox {
    let branch = Sandbox::branch();
    on(&branch, "2026-10-09", "meeting log group -g 刑侦 --absent 孙磊:duty --topic 学习");
    on(&branch, "2026-10-15", "meeting log theme-day --late 许诺 --topic 安全检查");
    on(&branch, "2026-10-20", "points award 孙磊 commended 5 --note 破案");
    on(&branch, "2026-10-21", "study log 赵刚 3 --title 党章");
    on(&branch, "2026-10-22", "dues set 孙磊 40 --from 2026-01");
    on(&branch, "2026-10-22", "dues set 赵刚 50 --from 2026-01");
    on(&branch, "2026-10-23", "dues pay 孙磊 2026-10");
    on(&branch, "2026-10-24", "issue open 台账不全 --owner 孙磊 --deadline 2026-11-30");
    on(&branch, "2026-11-02", "points post 2026-10");
    on(&branch, "2026-11-10", "points close 2026-10");
    branch
}

/// The same with October sealed on 12 November.
pub(crate) fn sealed() -> Sandbox {
    let branch = closed();
    on(&branch, "2026-11-12", "seal 2026-10 --by 李敏");
    branch
}

/// A text without what changes with the rules of the branch and the hour: digests, seals in short, commits; which files
/// of rules there are, and how many files.
pub(crate) fn plain(told: &str) -> String {
    let told: String = told.lines().filter(|line| !line.contains("\"rules/")).map(|line| format!("{line}\n")).collect();
    let mut plain = String::new();
    let mut rest = &told[..];
    while !rest.is_empty() {
        let run = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(rest.len());
        if run == 0 {
            let first = rest.chars().next().unwrap();
            plain.push(first);
            rest = &rest[first.len_utf8()..];
            continue;
        }
        let word = &rest[..run];
        let is_hex = word.chars().all(|c| matches!(c, '0'..='9' | 'a'..='f'));
        let groups: Vec<_> = word.split('-').collect();
        let is_code =
            groups.len() == 4 && groups.iter().all(|group| group.len() == 4 && group.to_uppercase() == *group);
        plain += match word.len() {
            64 if is_hex => "SHA256",
            10 if is_hex => "cccccccccc",
            19 if is_code => "SEAL-SEAL-SEAL-SEAL",
            _ => word,
        };
        rest = &rest[run..];
    }
    plain
}

impl Sandbox {
    /// Runs a line, and gives what came of it without what changes from run to run.
    pub(crate) fn plainly(&self, line: &str) -> String {
        let told = plain(&self.run(line));
        // The editions say nothing of a month.
        let rules = std::fs::read_dir(self.root().join("rules")).unwrap().count() - 1;
        told.replace(&format!("({} files", rules + 16), "(ALL files")
            .replace(&format!("（{} 个文件", rules + 16), "（ALL 个文件")
    }

    /// Replaces a part of a file by hand.
    #[track_caller]
    pub(crate) fn replace(&self, path: &str, old: &str, new: &str) {
        let text = self.read(path);
        assert!(text.contains(old), "{path} has no {old:?}: {text}");
        self.write(path, text.replacen(old, new, 1));
    }
}
