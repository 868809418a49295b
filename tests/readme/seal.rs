//! What the READMEs and `examples/SEALS.md` say proves a sealed month, by git and the tools of every system, does.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

/// The blocks of commands in a page that speak of digests.
fn blocks(page: &str) -> Vec<String> {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(page)).unwrap();
    let blocks = text.split("```sh\n").skip(1).filter_map(|rest| rest.split("```").next());
    blocks.filter(|block| block.contains("sha256sum")).map(str::to_owned).collect()
}

/// The example branch in a repository, below its root as somebody may have it, with October sealed.
fn sealed() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/zhannan");
    assert!(Command::new("cp").arg("-r").arg(example).arg(folder.path().join("station")).status().unwrap().success());
    done(&folder, "cd .. && git init -q && git add . && git commit -qm begin");
    let close = "ZHIBU_TODAY=2026-11-20 zhibu points close 2026-10 || true";
    done(&folder, &format!("[ -f seals/2026-10.toml ] || {{ {close}; ZHIBU_TODAY=2026-11-23 zhibu seal 2026-10; }}"));
    folder
}

/// Runs a script in the records.
fn run(folder: &TempDir, script: &str) -> Output {
    let binary = Path::new(env!("CARGO_BIN_EXE_zhibu")).parent().unwrap();
    let path = format!("{}:{}", binary.display(), std::env::var("PATH").unwrap());
    let mut shell = Command::new("sh");
    shell.args(["-euc", script]).current_dir(folder.path().join("station")).env_clear();
    shell.env("PATH", path).env("HOME", folder.path()).env("LANG", "zh_CN.UTF-8").env("GIT_CONFIG_NOSYSTEM", "1");
    for who in ["AUTHOR", "COMMITTER"] {
        shell.env(format!("GIT_{who}_NAME"), "李敏").env(format!("GIT_{who}_EMAIL"), "li-min@example.org");
    }
    shell.env("ZHIBU_TODAY", "2026-12-20").env("TMPDIR", folder.path()).output().unwrap()
}

/// Runs a script that has to succeed; what it printed.
#[track_caller]
fn done(folder: &TempDir, script: &str) -> String {
    let output = run(folder, script);
    assert!(output.status.success(), "{script}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

fn seal(folder: &TempDir) -> String {
    fs::read_to_string(folder.path().join("station/seals/2026-10.toml")).unwrap()
}

/// Whether `verify` shows what is the last word of a text.
#[track_caller]
fn shows_the_seal(folder: &TempDir, printed: &str) {
    let code = printed.lines().last().unwrap();
    assert_eq!(code.len(), 19, "{printed}");
    assert!(done(folder, "zhibu verify --format csv").contains(code), "{code}");
}

#[test]
fn git_and_sha256sum_prove_a_sealed_month() {
    for page in ["README.md", "README.zh.md"] {
        let block = &blocks(page)[0];
        let folder = sealed();
        let printed = done(&folder, block);
        assert_eq!(printed.lines().count(), 1, "{page}: no word but the seal: {printed}");
        shows_the_seal(&folder, &printed);
        // Whatever comes later changes nothing of it.
        done(&folder, "zhibu member move 孙磊 office && zhibu dues pay 孙磊 2026-11 --on 2026-12-01 || true");
        assert_eq!(done(&folder, block), printed);
        // An amendment makes another seal, which is proven alike.
        done(&folder, "zhibu study log 孙磊 2 --on 2026-10-30 --amend 补记");
        let amended = done(&folder, block);
        assert_ne!(amended, printed);
        shows_the_seal(&folder, &amended);
        // What is changed by hand is found, committed or not.
        done(&folder, "echo '# x' >> study/2026-10.toml");
        let output = run(&folder, block);
        assert!(
            !output.status.success() && String::from_utf8_lossy(&output.stdout).contains("study/2026-10.toml: FAILED"),
            "{output:?}"
        );
        done(&folder, "git commit -qam x");
        assert!(!run(&folder, block).status.success());
        done(&folder, "git reset -q --hard HEAD~1; git tag good");
        assert_eq!(done(&folder, block), amended);
        // So is a record that was added, a line that is none of a file, and a reason that was rewritten, and what was
        // done behind the amendment.
        for (hand, told) in [
            (
                "cp $(ls meetings/2026/2026-10-*.toml | head -n 1) meetings/2026/2026-10-31-lesson.toml",
                "10-31-lesson.toml: added",
            ),
            ("sed -i 's/\", held/\",  held/' seals/2026-10.toml", "held"),
            ("sed -i 's/why = .*/why = \"x\"/' seals/2026-10.toml", "changed in now"),
            (
                "sed -i 's/why = .*/why = \"x\"/' seals/2026-10.toml; git commit -qam x; echo '# y' >> study/2026-10.toml; \
                 git commit -qam x; zhibu seal 2026-10 --amend z; head -n -7 seals/2026-10.toml > x; mv x seals/2026-10.toml; git commit -qam x",
                "changed in ",
            ),
        ] {
            done(&folder, hand);
            let output = run(&folder, block);
            let said = String::from_utf8_lossy(&output.stdout);
            assert!(!output.status.success() && said.contains(told), "{page}: {hand}: {output:?}");
            done(&folder, "git reset -q --hard good; git clean -qfd");
        }
    }
}

#[test]
fn both_readmes_have_the_same_proof() {
    let commands = |page: &str| -> Vec<String> {
        blocks(page)[0].lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect()
    };
    assert_eq!(commands("README.md"), commands("README.zh.md"));
}

#[test]
fn the_page_on_seals_makes_every_digest() {
    let folder = sealed();
    let (blocks, seal) = (blocks("examples/SEALS.md"), seal(&folder));
    shows_the_seal(&folder, &done(&folder, &blocks[0]));
    let figures = done(&folder, &blocks[1]);
    let digests: Vec<_> = figures.lines().filter_map(|line| line.split(' ').next()).collect();
    let (_, after) = seal.split_once("figures = [").unwrap();
    let sealed: Vec<_> = after.lines().skip(1).take(digests.len()).filter_map(|line| line.split('"').nth(3)).collect();
    assert_eq!((digests.len(), digests), (4, sealed));
    // The tables of that day are exported again from the commit of the seal.
    let again = "commit=$(git log -1 --format=%H -- seals/2026-10.toml); there=$(mktemp -d); git archive $commit | tar -x -C $there; \
                 cd $there; export ZHIBU_TODAY=$(sed -n 's/^date = //p' seals/2026-10.toml); for table in members meetings attendance points points_detail study talks dues issues duties summary; do \
                 zhibu --lang en export -m 2026-10 -t $table | sha256sum | cut -c1-64; done";
    for digest in done(&folder, again).lines() {
        assert!(seal.contains(digest), "{digest}");
    }
}
