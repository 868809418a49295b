//! Whoever reads never sees half a change, and waits for nobody.

use std::fs;
use std::path::Path;
use std::time::Duration;

use super::directory::Store;
use super::journal;
use crate::error::Result;

/// So often the records are read again while others change them.
const TIMES: usize = 100;

/// How long a reader waits before that.
const PAUSE: Duration = Duration::from_millis(5);

impl Store {
    /// Reads, and reads again where a change of several files began or ended meanwhile. While one is under way, be it
    /// that whoever makes it was stopped, its files are read as they are going to be.
    pub(super) fn steadily<T>(&self, read: impl Fn(&Self) -> Result<T>) -> Result<T> {
        if !self.is_as_on_disk() {
            return read(self);
        }
        let work = self.work();
        for _ in 1..TIMES {
            let before = moment(&work);
            let done = self.settled().and_then(|store| read(&store));
            if moment(&work) == before {
                return done;
            }
            std::thread::sleep(PAUSE);
        }
        read(self)
    }

    /// The directory as it is when the change that is under way is over.
    fn settled(&self) -> Result<Self> {
        Ok(journal::outcome(self)?.map_or_else(|| self.clone(), |files| self.as_staged(files)))
    }
}

/// What tells that a change began or ended: a journal comes and goes among the working files.
fn moment(work: &Path) -> impl PartialEq {
    (fs::metadata(work).and_then(|found| found.modified()).ok(), journal::pending(work))
}
