//! `zhibu-NAME` on the PATH is a command.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::Output;

use crate::sandbox::Sandbox;

/// A folder with programs, and a branch.
fn with(programs: &[(&str, &str)]) -> Sandbox {
    let branch = Sandbox::branch();
    for (name, text) in programs {
        branch.write(&format!("bin/{name}"), format!("#!/bin/sh\n{text}\n"));
        fs::set_permissions(branch.root().join("bin").join(name), fs::Permissions::from_mode(0o755)).unwrap();
    }
    branch
}

/// What a call does where the folder is on the PATH.
fn call(branch: &Sandbox, words: &[&str]) -> Output {
    let path = format!("{}:{}", branch.root().join("bin").display(), std::env::var("PATH").unwrap());
    branch.command(words).env("PATH", path).output().unwrap()
}

#[test]
fn a_program_on_the_path_is_a_command() {
    let branch = with(&[(
        "zhibu-hello",
        "echo \"$ZHIBU_DIR $ZHIBU_LANG\" \"$@\"; \"$ZHIBU\" -V | cut -d\" \" -f1,2 >&2; exit 7",
    )]);
    let told = branch.told(&call(&branch, &["--lang", "zh", "-C", "members", "hello", "--on", "a b"]));
    let told = told.replace(env!("CARGO_PKG_VERSION"), "VERSION");
    insta::assert_snapshot!(told, @"
    $DIR zh --on a b
    --- stderr
    zhibu VERSION
    --- exit Some(7)
    ");
}

#[test]
fn a_command_of_the_program_wins() {
    let branch = with(&[("zhibu-group", "echo never"), ("zhibu-..", "echo never"), ("zhibu-x", "echo x")]);
    assert_eq!(branch.told(&call(&branch, &["group", "list"])), branch.run("group list"));
    assert_eq!(branch.told(&call(&branch, &["grop"])), branch.run("grop"));
    assert_eq!(branch.told(&call(&branch, &[".."])), branch.run(".."));
    fs::set_permissions(branch.root().join("bin/zhibu-x"), fs::Permissions::from_mode(0o644)).unwrap();
    assert_eq!(branch.told(&call(&branch, &["x"])), branch.run("x"));
}

#[test]
fn they_are_offered_like_any_other() {
    let branch = with(&[("zhibu-hello", "true"), ("zhibu-group", "true")]);
    insta::assert_snapshot!(branch.told(&call(&branch, &["helo"])), @"
    --- stderr
    error: `zhibu` has no command `helo`
    help: did you mean `hello`?
    --- exit Some(2)
    ");
    let tab = |words: &[&str]| {
        let path = format!("{}:{}", branch.root().join("bin").display(), std::env::var("PATH").unwrap());
        let words = [&["--", "zhibu"], words].concat();
        branch.told(&branch.command(&words).env("PATH", path).env("COMPLETE", "fish").output().unwrap())
    };
    insta::assert_snapshot!(tab(&["hell"]), @"hello	Runs zhibu-hello");
    insta::assert_snapshot!(tab(&["gro"]), @"group	Keep the groups of the branch");
    assert_eq!(tab(&["member", "hel"]), "");
}

#[test]
fn the_whole_help_lists_them() {
    let branch = with(&[("zhibu-hello", "true"), ("zhibu-b.txt", "true")]);
    let help = branch.told(&call(&branch, &["--help"]));
    assert!(
        help.contains("\nFound on the PATH:\n  hello  Runs zhibu-hello\n\nOptions:")
            || help.contains("\nFound on the PATH:\n  hello  Runs zhibu-hello\n\n"),
        "{help}"
    );
    assert!(!branch.told(&call(&branch, &["-h"])).contains("zhibu-hello"));
}

#[test]
fn one_that_cannot_run_is_told() {
    let branch = with(&[]);
    branch.write("bin/zhibu-broken", "#!/no/such/shell\n");
    fs::set_permissions(branch.root().join("bin/zhibu-broken"), fs::Permissions::from_mode(0o755)).unwrap();
    insta::assert_snapshot!(branch.told(&call(&branch, &["broken"])), @"
    --- stderr
    error: cannot run $DIR/bin/zhibu-broken: No such file or directory (os error 2)
    --- exit Some(1)
    ");
}
