//! Reads the whole directory, for `check`.

use std::collections::BTreeMap;

use super::{Loaded, Store, Want};
use crate::error::{Fault, Result};
use crate::record::{Day, Period, RelPath};

/// Everything there is in a directory.
#[derive(Debug)]
pub struct Survey {
    /// The records that could be read, and what is wrong with the others.
    pub loaded: Loaded,
    /// Every file where records, rules and evidence stand, in order.
    pub files: Vec<RelPath>,
    /// The digests of the files that are named as evidence; none for a file that is not there.
    pub digests: BTreeMap<RelPath, Option<String>>,
}

/// Where files of the directory stand, besides its root.
const FOLDERS: [&str; 12] = [
    "appraisals",
    "dues",
    "evidence",
    "figures",
    "groups",
    "issues",
    "meetings",
    "members",
    "points",
    "rules",
    "study",
    "talks",
];

impl Store {
    /// Reads everything.
    ///
    /// # Errors
    /// A newer `schema` than this program knows, or a folder that cannot be listed.
    pub fn survey(&self) -> Result<Survey> {
        let all = Day::new(1900, 1, 1).zip(Day::new(2199, 12, 31)).and_then(|(first, last)| Period::new(first, last));
        let all = all.unwrap_or_else(|| unreachable!("the calendar has days"));
        let want = Want::roll()
            .meetings(all)
            .points(all)
            .appraisals(all)
            .study(all)
            .talks(all)
            .issues(all)
            .dues(all)
            .assessment(all)
            .duties(Day::LAST);
        let (loaded, listed) = rayon::join(|| self.gather(&want), || self.list_all());
        let (mut loaded, (mut files, faults)) = (loaded?, listed?);
        loaded.faults.extend(faults);
        files.sort();
        let mut digests = BTreeMap::new();
        for (_, evidence) in loaded.branch.evidence() {
            let Some(path) = RelPath::new(&evidence.file).filter(|path| path.as_str().starts_with("evidence/")) else {
                continue;
            };
            // A file that leads out or cannot be read is as good as none.
            let digest = self.sha256(&path).unwrap_or_default();
            digests.insert(path, digest);
        }
        Ok(Survey { loaded, files, digests })
    }

    /// Every file where records, rules and evidence stand, and faults for names that cannot be used.
    fn list_all(&self) -> Result<(Vec<RelPath>, Vec<Fault>)> {
        let (mut files, mut faults) = self.list("")?;
        for folder in FOLDERS {
            self.list_below(folder, &mut files, &mut faults)?;
        }
        Ok((files, faults))
    }

    /// Adds the files of a folder and of those in it.
    fn list_below(&self, folder: &str, files: &mut Vec<RelPath>, faults: &mut Vec<Fault>) -> Result<()> {
        let (found, odd) = self.list(folder)?;
        files.extend(found);
        faults.extend(odd);
        for name in self.folders(folder)? {
            let below = format!("{folder}/{name}");
            if RelPath::new(&below).is_some() {
                self.list_below(&below, files, faults)?;
            }
        }
        Ok(())
    }
}
