//! Commands of git about many files: as many commands as it takes, since a system bounds the length of one.

use super::Git;
use crate::record::RelPath;
use crate::words::Text;

/// How many characters of paths one command takes: Windows bounds a whole command to 32,767, and a character may take
/// two of its places.
pub(super) const MANY: usize = 12_000;

impl Git {
    /// What commands about some files print, together, or one without a file where there are none; none where one fails.
    pub(super) fn over(&self, words: &[&str], paths: &[RelPath]) -> Option<Vec<u8>> {
        let outputs = commands(words, paths).into_iter().map(|command| {
            let output = self.run(&command, None)?;
            output.status.success().then_some(output.stdout)
        });
        outputs.collect::<Option<Vec<_>>>().map(|all| all.concat())
    }

    /// Runs commands that change what git knows of some files.
    ///
    /// # Errors
    /// What git said where it could not.
    pub(super) fn patiently_over(&self, words: &[&str], paths: &[RelPath]) -> Result<(), Text> {
        commands(words, paths).iter().try_for_each(|command| self.patiently(command, None).map(drop))
    }
}

/// Whether the paths of some files are too much for one command.
pub(super) fn are_many(paths: &[RelPath]) -> bool {
    paths.iter().map(length).sum::<usize>() > MANY
}

/// Some words with the paths of the files that they are about.
fn commands(words: &[&str], paths: &[RelPath]) -> Vec<Vec<String>> {
    let command = |paths: &[RelPath]| {
        words.iter().map(ToString::to_string).chain(paths.iter().map(ToString::to_string)).collect()
    };
    let mut commands = Vec::new();
    let mut rest = paths;
    while are_many(rest) {
        let mut taken = 0;
        let fits = |path: &&RelPath| {
            taken += length(path);
            taken <= MANY
        };
        let (some, others) = rest.split_at(rest.iter().take_while(fits).count().max(1));
        commands.push(command(some));
        rest = others;
    }
    if commands.is_empty() || !rest.is_empty() {
        commands.push(command(rest));
    }
    commands
}

/// How many characters a path takes, with what parts it from the next.
fn length(path: &RelPath) -> usize {
    path.as_str().chars().count() + 1
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_command_takes_no_more_paths_than_fit_and_none_is_left_out() {
        let paths = |count: usize| (0..count).map(|n| RelPath::new(&format!("{n:0>119}")).unwrap()).collect::<Vec<_>>();
        for (count, lengths) in
            [(0, vec![0]), (1, vec![1]), (100, vec![100]), (101, vec![100, 1]), (200, vec![100, 100])]
        {
            let paths = paths(count);
            let commands = commands(&["ls-files", "--"], &paths);
            assert_eq!(commands.iter().map(|words| words.len() - 2).collect::<Vec<_>>(), lengths);
            assert!(commands.iter().all(|words| words[..2] == ["ls-files", "--"]));
            let said: Vec<_> = commands.iter().flat_map(|words| &words[2..]).collect();
            assert_eq!(said, paths.iter().map(RelPath::as_str).collect::<Vec<_>>());
        }
        let long = [RelPath::new(&"a".repeat(2 * MANY)).unwrap(), RelPath::new("b").unwrap()];
        assert_eq!(commands(&[], &long).len(), 2);
    }
}
