//! Programs of the machine that tests need.

use std::fs::File;
use std::io::Write;

/// Whether a program that a test needs is missing. `tests/run` installs what it can, and says where tests that could not
/// run are to be noted; without that place the test fails.
pub(crate) fn is_missing(program: &str) -> bool {
    let path = std::env::var_os("PATH").expect("a PATH");
    if std::env::split_paths(&path).any(|folder| folder.join(program).is_file()) {
        return false;
    }
    let notes = std::env::var_os("ZHIBU_TESTS_NOT_RUN");
    let notes = notes.unwrap_or_else(|| panic!("{program} is not installed: run the tests with `bash tests/run`"));
    let mut notes = File::options().append(true).create(true).open(notes).expect("a place for notes");
    let thread = std::thread::current();
    let test = thread.name().expect("a test has a name");
    writeln!(notes, "{} {test}: needs {program}", env!("CARGO_CRATE_NAME")).expect("a note");
    true
}
