//! What is handed on: the Debian package and the package of cargo.

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::programs::is_missing;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// What a program prints, run at the root of the code.
fn printed(command: &mut Command) -> String {
    let output = command.current_dir(ROOT).output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}: {errors}");
    String::from_utf8(output.stdout).unwrap()
}

/// The Debian package, made and unpacked, with what `DEBIAN` holds of it.
struct Package {
    root: TempDir,
    listed: String,
}

impl Package {
    /// The package of a program that only calls the one that is tested: it is small.
    fn made() -> Self {
        let root = tempfile::tempdir().unwrap();
        let binary = root.path().join("zhibu");
        fs::write(&binary, format!("#!/bin/sh\nexec '{}' \"$@\"\n", env!("CARGO_BIN_EXE_zhibu"))).unwrap();
        fs::set_permissions(&binary, fs::Permissions::from_mode(0o755)).unwrap();
        let mut make = Command::new("bash");
        make.arg("packaging/deb.sh").arg(binary).arg("-Znone").env("CARGO_TARGET_DIR", root.path());
        make.env("SOURCE_DATE_EPOCH", "1795478400").env_remove("DEBFULLNAME").env_remove("DEBEMAIL");
        let file = printed(&mut make);
        let listed = printed(Command::new("dpkg-deb").arg("--contents").arg(file.trim()));
        printed(Command::new("dpkg-deb").arg("--raw-extract").arg(file.trim()).arg(root.path().join("unpacked")));
        Self { root, listed }
    }

    fn path(&self, path: &str) -> PathBuf {
        self.root.path().join("unpacked").join(path)
    }

    fn text(&self, path: &str) -> String {
        if path.ends_with(".gz") {
            return printed(Command::new("gzip").arg("-dc").arg(self.path(path)));
        }
        fs::read_to_string(self.path(path)).unwrap()
    }
}

#[test]
fn the_debian_package_holds_what_is_promised() {
    if is_missing("dpkg-deb") {
        return;
    }
    let package = Package::made();
    files(&package);
    completions(&package);
    pages(&package);
    licences(&package);
}

fn files(package: &Package) {
    assert!(package.listed.starts_with("drwxr-xr-x root/root"), "the folder of all is as everywhere");
    let wholly = |line: &&str| !line.contains("/man1/z") && !line.contains("/examples/") && !line.ends_with('/');
    let rows = package.listed.lines().filter(wholly).map(|row| {
        let cells: Vec<_> = row.split_whitespace().collect();
        format!("{} {} {}\n", cells[0], cells[1], cells[5])
    });
    let rows: String = rows.collect();
    insta::assert_snapshot!(rows, @"
    -rwxr-xr-x root/root ./usr/bin/zhibu
    -rw-r--r-- root/root ./usr/share/bash-completion/completions/zhibu
    -rw-r--r-- root/root ./usr/share/doc/zhibu/README.md
    -rw-r--r-- root/root ./usr/share/doc/zhibu/README.zh.md
    -rw-r--r-- root/root ./usr/share/doc/zhibu/changelog.Debian.gz
    -rw-r--r-- root/root ./usr/share/doc/zhibu/changelog.gz
    -rw-r--r-- root/root ./usr/share/doc/zhibu/copyright
    -rw-r--r-- root/root ./usr/share/doc/zhibu/libraries.gz
    -rw-r--r-- root/root ./usr/share/fish/vendor_completions.d/zhibu.fish
    -rw-r--r-- root/root ./usr/share/lintian/overrides/zhibu
    -rw-r--r-- root/root ./usr/share/zsh/vendor-completions/_zhibu
    ");

    let control = package.text("DEBIAN/control").replace(env!("CARGO_PKG_VERSION"), "VERSION");
    let fixed = |line: &&str| !line.starts_with("Architecture: ") && !line.starts_with("Installed-Size: ");
    insta::assert_snapshot!(control.lines().filter(fixed).collect::<Vec<_>>().join("\n"), @"
    Package: zhibu
    Version: VERSION-1
    Maintainer: the zhibu authors <zhibu@localhost>
    Recommends: git
    Section: text
    Priority: optional
    Description: keeps the records of a branch as plain text files
     Members, groups, meetings and points of a Party branch (支部), a union or a
     club are TOML files in a directory that can be read, searched and kept in git.
     One command logs a meeting; one exports the month as CSV or as a workbook.
     .
     It counts attendance, points, study, dues and what is owed by the rules of the
     branch, traces every figure to file and line, and speaks Chinese and English.
    ");
    let mut sums = Command::new("sh");
    printed(sums.args(["-c", "cd \"$0\" && md5sum --check --quiet DEBIAN/md5sums"]).arg(package.path("")));
}

fn completions(package: &Package) {
    for (shell, path) in [
        ("bash", "bash-completion/completions/zhibu"),
        ("zsh", "zsh/vendor-completions/_zhibu"),
        ("fish", "fish/vendor_completions.d/zhibu.fish"),
    ] {
        let script = printed(Command::new(env!("CARGO_BIN_EXE_zhibu")).args(["completion", shell]));
        assert_eq!(package.text(&format!("usr/share/{path}")), script, "{shell}");
    }
}

/// Every command has a page in both languages, and the pages that a page names are there.
fn pages(package: &Package) {
    let expected = names(&zhibu::cmd::command(), "zhibu");
    for (folder, name, near) in [("man/man1", "NAME", "SEE ALSO"), ("man/zh_CN/man1", "名称", "另见")] {
        let folder = format!("usr/share/{folder}");
        printed(Command::new("gunzip").arg("--recursive").arg(package.path(&folder)));
        let found = fs::read_dir(package.path(&folder)).unwrap().map(|entry| entry.unwrap().file_name());
        let found: BTreeSet<_> = found.map(|file| file.into_string().unwrap().replace(".1", "")).collect();
        assert_eq!(found, expected, "{folder}");
        for page in &found {
            let text = package.text(&format!("{folder}/{page}.1"));
            assert!(text.contains(&format!("\n.SH {name}\n")), "{folder}/{page}");
            let (_, near) = text.split_once(&format!("\n.SH {near}\n")).unwrap();
            for line in near.lines() {
                let named =
                    line.trim_end_matches(',').strip_prefix("\\fB").and_then(|rest| rest.strip_suffix("\\fR(1)"));
                assert!(expected.contains(&named.unwrap().replace("\\-", "-")), "{folder}/{page}: {line}");
            }
        }
    }
}

/// The names of the pages of a command and of those below it.
fn names(command: &clap::Command, name: &str) -> BTreeSet<String> {
    let below = command.get_subcommands().flat_map(|below| names(below, &format!("{name}-{}", below.get_name())));
    below.chain([name.to_owned()]).collect()
}

fn licences(package: &Package) {
    let license = fs::read_to_string(Path::new(ROOT).join("LICENSE")).unwrap();
    let (_, granted) = license.split_once("Permission").unwrap();
    let words = |text: &str| text.split_whitespace().filter(|word| *word != ".").collect::<Vec<_>>().join(" ");
    assert!(words(&package.text("usr/share/doc/zhibu/copyright")).ends_with(&words(granted)));

    let libraries = package.text("usr/share/doc/zhibu/libraries.gz");
    for library in ["clap 4", "similar 3", "toml-spanner 1"] {
        assert!(libraries.contains(&format!("\n{library}.")), "{library}");
    }
    // A licence that asks for more than to be handed on would have to be thought about first.
    let known =
        "0BSD MIT Apache-2.0 BSD-3-Clause BSL-1.0 CC0-1.0 MIT-0 Unicode-3.0 Unlicense Zlib AND OR WITH LLVM-exception";
    for library in libraries.split(&"=".repeat(80)).skip(1) {
        let (name, licence) = library.trim_start().lines().next().unwrap().split_once(": ").unwrap();
        let odd = licence.split([' ', '(', ')', '/']).find(|word| !known.split(' ').chain([""]).any(|it| it == *word));
        assert_eq!(odd, None, "{name} is under {licence}");
    }
}

#[test]
fn the_package_of_cargo_holds_what_a_build_needs_and_no_more() {
    let mut list = Command::new(env!("CARGO"));
    let listed = printed(list.args(["package", "--list", "--allow-dirty", "--offline", "--quiet"]));
    let (source, rest): (Vec<_>, Vec<_>) = listed.lines().partition(|path| path.starts_with("src/"));
    assert!(source.contains(&"src/main.rs") && source.contains(&"src/rulebook/template/party-branch/branch.toml"));
    // That of git is there only where there is git.
    let rest: Vec<_> = rest.into_iter().filter(|path| *path != ".cargo_vcs_info.json").collect();
    insta::assert_snapshot!(rest.join("\n"), @"
    CHANGELOG.md
    Cargo.lock
    Cargo.toml
    Cargo.toml.orig
    LICENSE
    README.md
    README.zh.md
    build.rs
    examples/EXCEL.md
    examples/EXCEL.zh.md
    examples/OFFLINE.md
    examples/OFFLINE.zh.md
    examples/README.md
    examples/RULES.md
    examples/SCALE.md
    examples/SCHEME.md
    examples/SCHEME.zh.md
    examples/SEALS.md
    ");
}

#[test]
fn the_readmes_name_scripts_that_there_are() {
    for readme in ["README.md", "README.zh.md"] {
        let text = fs::read_to_string(Path::new(ROOT).join(readme)).unwrap();
        for command in
            ["cargo install --profile dist --locked --path .", "bash packaging/deb.sh", "bash packaging/static.sh"]
        {
            assert!(text.contains(command), "{readme} does not tell {command}");
        }
        for script in text.split_whitespace().filter(|word| word.starts_with("packaging/")) {
            let script = script.trim_matches(|sign: char| !sign.is_ascii_alphanumeric());
            assert!(Path::new(ROOT).join(script).is_file(), "{readme}: {script}");
        }
    }
}
