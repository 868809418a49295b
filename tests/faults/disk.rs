//! A disk that is full.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::driver::command;
use super::records::{Records, all, assert_tidy, fresh, lay_out, without_next};

/// A file system of 64 KiB, until it is dropped.
struct SmallDisk(PathBuf);

impl SmallDisk {
    /// None where this machine does not let us mount one.
    fn mount(at: &Path) -> Option<Self> {
        let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", "size=64k", "tmpfs"]).arg(at).output().ok()?;
        mounted.status.success().then(|| Self(at.to_owned()))
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).output();
    }
}

fn new_records() -> Records {
    let calm = fresh();
    let branch = calm.path().join("branch");
    assert!(command("several", &branch).output().unwrap().status.success());
    all(&branch)
}

#[test]
fn a_full_disk_leaves_the_records_old() {
    let (mut refused, mut done) = (0, 0);
    for free in 0..15 {
        let dir = tempfile::tempdir().unwrap();
        let Some(disk) = SmallDisk::mount(dir.path()) else { return limited_files_leave_the_records_old() };
        lay_out(&disk.0);
        let branch = disk.0.join("branch");
        let old = all(&branch);
        fill(&disk.0.join("filler"), free);
        let run = command("several", &branch).output().unwrap();
        match run.status.success() {
            true => done += 1,
            false => {
                refused += 1;
                assert!(String::from_utf8_lossy(&run.stderr).contains("the disk is full"), "{run:?}");
                assert_eq!(all(&branch), old, "with {free} free pages");
            }
        }
        fs::remove_file(disk.0.join("filler")).unwrap();
        assert!(command("next", &branch).output().unwrap().status.success());
        assert_eq!(without_next(&branch), if run.status.success() { new_records() } else { old });
        assert_tidy(&branch);
    }
    assert!(refused > 0 && done > 0, "{refused} refused, {done} done");
}

/// Fills the disk but for some pages.
fn fill(filler: &Path, free: usize) {
    let mut size = 64 * 1024;
    while fs::write(filler, vec![0; size]).is_err() {
        size -= 4096;
    }
    fs::write(filler, vec![0; size.saturating_sub(free * 4096)]).unwrap();
}

/// The same where no disk can be mounted: no file may grow beyond a limit.
#[test]
fn limited_files_leave_the_records_old() {
    let dir = fresh();
    let branch = dir.path().join("branch");
    fs::write(dir.path().join("picture"), vec![7; 64 * 1024]).unwrap();
    let old = all(&branch);
    let plain = command("several", &branch);
    let mut limited = Command::new("sh");
    limited
        .args(["-c", "trap '' XFSZ; ulimit -f 16; exec \"$0\" \"$@\""])
        .arg(plain.get_program())
        .args(plain.get_args());
    limited.envs(plain.get_envs().filter_map(|(name, value)| Some((name, value?))));
    let run = limited.output().unwrap();
    assert!(!run.status.success());
    assert!(String::from_utf8_lossy(&run.stderr).contains("failed to copy"), "{run:?}");
    assert_eq!(all(&branch), old);
    assert!(command("next", &branch).output().unwrap().status.success());
    assert_eq!(without_next(&branch), old);
    assert_tidy(&branch);
}
