//! Every changing command of the program, struck at each of its calls.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use tempfile::TempDir;

use super::programs::is_missing;
use super::records::{Records, all, assert_tidy};
use super::sweep::{ALL, Blow, Outcome, Sweep};

const BINARY: &str = env!("CARGO_BIN_EXE_zhibu");

/// The program with words, in the records of a folder.
fn zhibu(dir: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(BINARY);
    command.args(words).current_dir(dir.join("branch")).env_clear();
    command.env("ZHIBU_TODAY", "2026-11-23").env("ZHIBU_SEED", "9").env("LANG", "en_US.UTF-8");
    command
}

fn does(dir: &Path, words: &[&str]) {
    let output = zhibu(dir, words).env("ZHIBU_SEED", "7").output().unwrap();
    assert!(output.status.success(), "{words:?}: {output:?}");
}

/// A small branch, made once and copied.
fn template() -> &'static Path {
    static TEMPLATE: OnceLock<TempDir> = OnceLock::new();
    let made = TEMPLATE.get_or_init(|| {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("branch")).unwrap();
        fs::write(dir.path().join("picture.png"), "not really a picture").unwrap();
        fs::write(dir.path().join("facts.txt"), "11-20\nmeeting log lesson\ntalk log 赵刚 孙磊\n").unwrap();
        for (file, text) in TABLES {
            fs::write(dir.path().join(file), text).unwrap();
        }
        fs::write(dir.path().join("group.toml"), "name = \"空的小组\"\nfrom = 2024-01-01\nnote = \"x\"\n").unwrap();
        fs::write(dir.path().join("minutes.txt"), "一、学习\n二、讨论\n").unwrap();
        for words in [
            &["init", "--name", "站南", "--no-commit"][..],
            &["group", "add", "刑侦党小组", "--id", "criminal", "--from", "2024-01-01"],
            &["group", "add", "空的小组", "--id", "empty", "--from", "2024-01-01"],
            &["member", "add", "赵刚", "-s", "full", "--from", "2010-01-01", "-g", "criminal"],
            &["member", "post", "赵刚", "secretary", "--from", "2024-06-20"],
            &["member", "add", "孙磊", "-s", "full", "--from", "2012-01-01", "-g", "criminal"],
            &["member", "add", "周杰", "-s", "full", "--from", "2011-01-01", "-g", "criminal"],
            &["member", "leave", "周杰", "--reason", "调出", "--from", "2025-06-01"],
            &["member", "add", "许诺", "-s", "probationary", "--from", "2026-01-01"],
            &["meeting", "log", "group", "-g", "criminal", "--on", "2026-11-05", "--absent", "孙磊:duty"],
            &["meeting", "log", "theme-day", "--on", "2026-11-04"],
            &["points", "award", "孙磊", "good-deed", "1", "--on", "2026-11-06"],
        ] {
            does(dir.path(), words);
        }
        // Somebody confirms good deeds that people declare.
        let rules = dir.path().join("branch/rules/points.toml");
        let text = fs::read_to_string(&rules).unwrap();
        fs::write(&rules, text.replace("id = \"good-deed\"\n", "id = \"good-deed\"\nconfirm = [\"secretary\"]\n"))
            .unwrap();
        let settings = dir.path().join("branch/zhibu.toml");
        let text = fs::read_to_string(&settings).unwrap();
        let text = text.replace("since = 2026-11-23", "since = 2026-08-01");
        // Without an id there is something to upgrade.
        let has_id = |line: &&str| line.starts_with("id = ");
        let text = text.lines().filter(|line| !has_id(line)).map(|line| format!("{line}\n")).collect::<String>();
        fs::write(&settings, text).unwrap();
        // Each with a seed of its own, since an id is meant to be one of a kind.
        for (seed, words) in
            ["11", "12", "13", "14", "15", "16", "17", "18", "19", "20", "26", "28", "29", "30"].iter().zip([
                &["points", "post", "2026-09", "--until", "2026-12-01"][..],
                &["points", "object", "孙磊", "--period", "2026-09", "--why", "少记"],
                &["study", "log", "孙磊", "2"],
                &["dues", "set", "孙磊", "40", "--from", "2026-01"],
                &["issue", "open", "台账不全", "--owner", "孙磊", "--deadline", "2026-12-01"],
                &["appraisal", "record", "孙磊", "qualified", "--for", "2025", "--on", "2026-01-15"],
                &["accept", "group-leaderless", "groups/criminal.toml", "--why", "待推选"],
                &["plan", "add", "半年总结", "2026-12-20"],
                &["request", "log", "党员名册", "--from", "分局"],
                &["talk", "log", "赵刚", "孙磊", "--on", "2026-11-20"],
                &["meeting", "decide", "2026-11-04", "调整班次", "--owner", "孙磊", "--until", "2026-12-01"],
                &["meeting", "plan", "lesson", "--on", "2026-12-18", "--prepares", "赵刚:初稿"],
                &["visit", "log", "街道党工委", "--kind", "观摩"],
                &["points", "declare", "孙磊", "good-deed", "2", "--on", "2026-11-09"],
            ])
        {
            let output = zhibu(dir.path(), words).env("ZHIBU_SEED", seed).output().unwrap();
            assert!(output.status.success(), "{words:?}: {output:?}");
        }
        for (seed, day, words) in [
            ("21", "2026-10-02", &["points", "post", "2026-08", "--until", "2026-10-07"][..]),
            ("22", "2026-11-01", &["issue", "open", "签到不全", "--owner", "赵刚", "--deadline", "2026-12-01"]),
            ("23", "2026-11-02", &["issue", "close", "签到", "--by", "孙磊"]),
            ("24", "2026-11-03", &["study", "log", "孙磊", "3", "--on", "2025-12-08"]),
            ("27", "2026-11-03", &["study", "log", "孙磊", "3", "--on", "2025-11-10"]),
            ("25", "2026-11-03", &["seal", "2025-12"]),
        ] {
            let output = zhibu(dir.path(), words).env("ZHIBU_SEED", seed).env("ZHIBU_TODAY", day).output().unwrap();
            assert!(output.status.success(), "{words:?}: {output:?}");
        }
        dir
    });
    made.path()
}

fn fresh() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    let copied = Command::new("cp").arg("-r").arg(template().join(".")).arg(dir.path()).status().unwrap();
    assert!(copied.success());
    dir
}

/// Where the plain command that comes after writes.
const NEXT: &str = "points/2026-01.toml";

fn next(dir: &Path) -> Command {
    let mut command = zhibu(dir, &["points", "award", "赵刚", "good-deed", "1", "--on", "2026-01-05", "--no-commit"]);
    command.env("ZHIBU_SEED", "8");
    command
}

/// What the records say, but for what the next command writes.
fn records(dir: &Path) -> Records {
    let mut records = all(&dir.join("branch"));
    records.remove(NEXT);
    records
}

/// Strikes a command at every call, with errors and with kills; the records are old or new, whole, and without contradictions.
#[track_caller]
fn survives(words: &[&str]) {
    if is_missing("strace") {
        return;
    }
    let calm = fresh();
    let old = records(calm.path());
    let done = zhibu(calm.path(), words).output().unwrap();
    assert!(done.status.success(), "{words:?}: {done:?}");
    let new = records(calm.path());
    assert_ne!(old, new, "{words:?} writes");
    let sweep = Sweep {
        prepare: &fresh,
        command: &|dir| zhibu(dir, words),
        next: &next,
        after_blow: &|dir, outcome| judge(&records(dir), &old, &new, outcome),
        after_next: &|dir, outcome| {
            let now = records(dir);
            assert!(now == old || now == new, "neither old nor new after {outcome}: {now:?}");
            assert_tidy(&dir.join("branch"));
            assert_no_error(dir, format!("after {outcome}"));
        },
    };
    let struck = sweep.run(&[(ALL, Blow::Error("EIO")), (ALL, Blow::Kill)]);
    assert!(struck > 20, "only {struck} calls were struck");
}

/// Nothing in the records contradicts itself; that the branch is small is no matter.
#[track_caller]
fn assert_no_error(dir: &Path, when: impl std::fmt::Display) {
    let check = zhibu(dir, &["check", "--format", "json"]).output().unwrap();
    let found = String::from_utf8_lossy(&check.stdout);
    let is_wrong = |one: &str| one.contains(r#""severity":"error""#);
    assert!(found.starts_with('[') && !found.split(r#"{"code":"#).any(is_wrong), "check {when}: {found}");
}

fn judge(now: &Records, old: &Records, new: &Records, outcome: &Outcome) {
    assert!(!outcome.stderr.contains("panicked"), "{outcome}");
    if outcome.killed {
        for (path, text) in now {
            assert!(old.get(path) == Some(text) || new.get(path) == Some(text), "{path} is torn after {outcome}");
        }
    } else if outcome.success {
        assert_eq!(now, new, "{outcome}");
    } else if !outcome.speech {
        assert_eq!(now, old, "{outcome}");
        let told = outcome.stderr.lines().filter(|line| line.contains("failed to ")).count();
        assert_eq!(told, 1, "not one clear message: {outcome}");
    }
}

/// A test for each command.
macro_rules! survive {
    ($($name:ident: $words:expr;)*) => {
        /// The calls that are struck.
        const STRUCK: &[&[&str]] = &[$(&$words),*];

        $(
            #[test]
            fn $name() {
                survives(&$words);
            }
        )*
    };
}

survive! {
    export_noted: ["export", "--month", "2026-10", "--out", "../out", "--to", "分局", "--edition", "notice", "--no-commit"];
    return_noted: ["return", "2026-10", "--edition", "full", "--to", "../return.zip", "--no-commit"];
    upgrade: ["upgrade", "--no-commit"];
    edit: ["edit", "groups/empty.toml", "--from", "../group.toml", "--no-commit"];
    group_add: ["group", "add", "综合党小组", "--id", "office", "--no-commit"];
    group_close: ["group", "close", "empty", "--no-commit"];
    group_edit: ["group", "edit", "empty", "--note", "x", "--no-commit"];
    log: ["log", "../facts.txt", "--no-commit"];
    meeting_sitting: ["meeting", "sitting", "2026-11-05", "--on", "11-12", "--present", "孙磊", "--no-commit"];
    meeting_prepared: ["meeting", "prepared", "2026-12-18", "初稿", "--no-commit"];
    meeting_cancel: ["meeting", "cancel", "2026-12-18", "--why", "并会", "--yes", "--no-commit"];
    meeting_plan: ["meeting", "plan", "committee", "--on", "2026-12-20", "--topic", "总结", "--no-commit"];
    meeting_attend: ["meeting", "attend", "2026-11-05", "--made-up", "孙磊:11-20", "--no-commit"];
    meeting_decide: ["meeting", "decide", "2026-11-05", "同意", "--votes", "1,0,0", "--no-commit"];
    meeting_elect: ["meeting", "elect", "2026-11-05", "孙磊:deputy:1,0,0", "--kind", "ordinary", "--no-commit"];
    meeting_edit: ["meeting", "edit", "2026-11-05", "--place", "二楼", "--evidence", "../picture.png", "--no-commit"];
    meeting_refile: ["meeting", "edit", "2026-11-05", "--on", "2026-11-06", "--place", "二楼", "--no-commit"];
    import_attendance: ["import", "attendance", "../roll.csv", "--yes", "--no-commit"];
    import_dues: ["import", "dues", "../dues.csv", "--yes", "--no-commit"];
    import_groups: ["import", "groups", "../groups.csv", "--yes", "--no-commit"];
    import_meetings: ["import", "meetings", "../meetings.csv", "--yes", "--no-commit"];
    import_members: ["import", "members", "../people.csv", "--yes", "--no-commit"];
    import_points: ["import", "points", "../points.csv", "--yes", "--changed", "take", "--no-commit"];
    import_study: ["import", "study", "../study.csv", "--yes", "--no-commit"];
    meeting_log: ["meeting", "log", "theme-day", "--absent", "孙磊:ill", "--no-commit"];
    meeting_log_with_evidence:
        ["meeting", "log", "lesson", "--minutes", "../minutes.txt", "--evidence", "../picture.png", "--no-commit"];
    meeting_remove: ["meeting", "remove", "2026-11-05", "--why", "重复", "--yes", "--no-commit"];
    member_add: ["member", "add", "王芳", "-s", "full", "--from", "2026-11-01", "-g", "criminal", "--no-commit"];
    member_edit: ["member", "edit", "孙磊", "--note", "x", "--class", "elder", "--no-commit"];
    member_erase: ["member", "erase", "周杰", "--why", "本人申请", "--yes", "--no-commit"];
    member_leave: ["member", "leave", "孙磊", "--reason", "调出", "--no-commit"];
    member_move: ["member", "move", "孙磊", "empty", "--no-commit"];
    member_post: ["member", "post", "孙磊", "deputy", "--no-commit"];
    member_post_end: ["member", "post", "赵刚", "secretary", "--until", "2026-11-22", "--no-commit"];
    member_step: ["member", "step", "许诺", "conversion-application", "--note", "x", "--no-commit"];
    member_standing: ["member", "standing", "许诺", "full", "--no-commit"];
    points_award: ["points", "award", "孙磊,许诺", "good-deed", "1", "--no-commit"];
    points_award_in_a_new_month: ["points", "award", "孙磊", "good-deed", "1", "--on", "2026-10-06", "--no-commit"];
    points_declare: ["points", "declare", "孙磊", "good-deed", "1", "--on", "2026-11-10", "--no-commit"];
    points_confirm: ["points", "confirm", DECLARED, "--by", "赵刚", "--no-commit"];
    points_deduct: ["points", "deduct", "孙磊", "late-materials", "--no-commit"];
    appraisal_record: ["appraisal", "record", "赵刚", "qualified", "--for", "2025", "--on", "2026-01-15", "--no-commit"];
    appraisal_remove: ["appraisal", "remove", APPRAISAL, "--why", "登错", "--for", "2025", "--yes", "--no-commit"];
    assessment_record: ["assessment", "record", "cases", "2", "--member", "孙磊", "--no-commit"];
    dues_pay: ["dues", "pay", "孙磊", "2026-11", "--no-commit"];
    dues_set: ["dues", "set", "赵刚", "50", "--no-commit"];
    exemplar_confirm: ["exemplar", "confirm", "赵刚", "--meeting", "2026-11-05", "-p", "2026-10", "--why", "x", "--no-commit"];
    issue_close: ["issue", "close", "台账", "--by", "赵刚", "--no-commit"];
    issue_open_with_evidence:
        ["issue", "open", "记录太简单", "--owner", "赵刚", "--deadline", "2026-12-01", "--evidence", "../picture.png", "--no-commit"];
    issue_open: ["issue", "open", "记录太简单", "--owner", "赵刚", "--deadline", "2026-12-01", "--no-commit"];
    issue_update: ["issue", "update", "台账", "--progress", "补了一半", "--evidence", "../picture.png", "--no-commit"];
    points_correct: ["points", "correct", OBJECTION, "correction", "1", "--no-commit"];
    points_object: ["points", "object", "赵刚", "--period", "2026-09", "--why", "多记", "--no-commit"];
    points_post: ["points", "post", "2026-10", "--no-commit"];
    points_post_again: ["points", "post", "2026-09", "--again", "补记", "--no-commit"];
    study_attach: ["study", "attach", STUDY, "../minutes.txt", "--no-commit"];
    accept: ["accept", "group-small", "groups/empty.toml", "--why", "刚成立", "--no-commit"];
    accept_revoke: ["accept", "--revoke", ACCEPTANCE, "--why", "已编入三人", "--no-commit"];
    plan_add: ["plan", "add", "党小组会", "2026-12..2027-02", "--each", "month", "--kind", "group", "-g", "criminal", "--no-commit"];
    plan_done: ["plan", "done", "半年总结", "--no-commit"];
    plan_edit: ["plan", "edit", "半年总结", "--when", "2026-12-15", "--no-commit"];
    plan_remove: ["plan", "remove", "半年总结", "--why", "取消", "--yes", "--no-commit"];
    print_template: ["print", "template", "record", "--no-commit"];
    request_deliver: ["request", "deliver", "名册", "--hours", "2", "--no-commit"];
    request_log: ["request", "log", "活动照片", "--from", "街道", "--until", "2026-12-01", "--no-commit"];
    meeting_decide_task:
        ["meeting", "decide", "2026-11-05", "整改", "--owner", "赵刚", "--until", "2026-12-10", "--no-commit"];
    visit_log: ["visit", "log", "分局政治处", "--kind", "检查", "--order", "孙磊:2026-12-10:补全签到", "--no-commit"];
    visit_edit: ["visit", "edit", "街道", "--said", "记录规范", "--no-commit"];
    visit_remove: ["visit", "remove", "街道", "--why", "记错", "--yes", "--no-commit"];
    task_done: ["task", "done", "班次", "--report", "已排定", "--no-commit"];
    task_edit: ["task", "edit", "班次", "--until", "2026-12-10", "--no-commit"];
    task_remove: ["task", "remove", "班次", "--why", "取消", "--yes", "--no-commit"];
    request_remove: ["request", "remove", "名册", "--why", "不用报了", "--yes", "--no-commit"];
    seal: ["seal", "2025-11", "--by", "赵刚", "--no-commit"];
    seal_amended: ["study", "log", "孙磊", "2", "--on", "2025-12-09", "--amend", "补记", "--no-commit"];
    study_log: ["study", "log", "赵刚,孙磊", "3", "--no-commit"];
    study_log_with_reflection: ["study", "log", "赵刚", "3", "--reflection", "../minutes.txt", "--no-commit"];
    talk_log: ["talk", "log", "孙磊", "赵刚,许诺", "--on", "2026-11-22", "--no-commit"];
    talk_remove: ["talk", "remove", TALK, "--why", "登错", "--yes", "--no-commit"];
    dues_remove: ["dues", "remove", AMOUNT, "--why", "登错", "--yes", "--no-commit"];
    issue_remove: ["issue", "remove", "台账", "--why", "重复", "--yes", "--no-commit"];
    issue_reopen: ["issue", "reopen", "签到", "--deadline", "2026-12-20", "--why", "又缺了", "--no-commit"];
    points_close: ["points", "close", "2026-08", "--no-commit"];
    study_remove: ["study", "remove", STUDY, "--why", "登错", "--yes", "--no-commit"];
    points_remove: ["points", "remove", ENTRY, "--why", "登错", "--yes", "--no-commit"];
}

/// Tables to import.
const TABLES: &[(&str, &str)] = &[
    ("dues.csv", "姓名,月份,金额,交纳日期\n孙磊,2026-01,40,2026-01-20\n孙磊,2026-02,40,2026-02-20\n"),
    ("groups.csv", "名称,成立日期\n治安党小组,2026-01-01\n内勤党小组,2026-01-01\n"),
    ("meetings.csv", "日期,种类,地点,议题\n2026-11-12,支委会,会议室,研究\n2026-11-19,支委会,会议室,研究\n"),
    ("people.csv", "姓名,身份,加入日期\n周洋,群众,2026-03-01\n吴迪,群众,2026-04-01\n"),
    ("points.csv", "日期,姓名,积分项,分值\n2026-11-06,孙磊,好人好事,2\n2026-11-07,孙磊,好人好事,1\n"),
    (
        "roll.csv",
        "日期,种类,小组,姓名,状态\n2026-11-05,党小组会,criminal,许诺,列席\n2026-11-12,党小组会,criminal,赵刚,出席\n",
    ),
    ("study.csv", "日期,姓名,学时\n2026-11-02,孙磊,2\n2026-10-02,赵刚,2\n"),
];

/// The id of the award in the template; the seed makes it.
const ENTRY: &str = "2gzrdf";

/// The id of what was declared in it.
const DECLARED: &str = "wf5fcy";

/// The id of its objection.
const OBJECTION: &str = "pkb9xh";

/// The id of its hours of study.
const STUDY: &str = "2gxqmy";

/// The id of its talk.
const TALK: &str = "etvap4";

/// The id of its acceptance.
const ACCEPTANCE: &str = "736aja";

/// The id of its appraisal.
const APPRAISAL: &str = "5jntmt";

/// The id of its approved amount of dues.
const AMOUNT: &str = "a9gu4n";

/// The commands that write nothing in the records; `desk`, `init`, `resolve` and `undo` have sweeps of their own, and
/// `sync` leaves the files to git.
const READING: &[&str] = &[
    "appraisal list",
    "assessment explain",
    "assessment show",
    "audit",
    "check",
    "completion",
    "desk bulletin",
    "desk due",
    "desk init",
    "desk lake",
    "desk report",
    "desk return",
    "desk site",
    "desk take",
    "doctor",
    "due",
    "dues arrears",
    "dues list",
    "exemplar list",
    "exemplar propose",
    "export",
    "group list",
    "group show",
    "help",
    "history",
    "init",
    "issue list",
    "issue show",
    "man",
    "meeting list",
    "meeting show",
    "member development",
    "member list",
    "member show",
    "plan list",
    "points compare",
    "points explain",
    "points list",
    "points objections",
    "points total",
    "meeting plans",
    "print agenda",
    "print dues",
    "print inspection",
    "print notice",
    "print posted",
    "print problems",
    "print record",
    "print sign-in",
    "report",
    "request list",
    "task list",
    "visit list",
    "visit show",
    "resolve",
    "return verify",
    "rules check",
    "rules show",
    "site",
    "status",
    "schema",
    "study list",
    "study total",
    "sync",
    "talk list",
    "talk matrix",
    "undo",
    "verify",
];

#[test]
fn every_command_that_writes_is_struck() {
    let mut command = zhibu::cmd::command();
    command.build();
    let verbs = |noun: &clap::Command| -> Vec<String> {
        let verbs: Vec<_> =
            noun.get_subcommands().map(|verb| format!("{} {}", noun.get_name(), verb.get_name())).collect();
        if verbs.is_empty() { vec![noun.get_name().to_owned()] } else { verbs }
    };
    let all: Vec<_> = command.get_subcommands().flat_map(verbs).collect();
    let missing: Vec<_> = READING.iter().filter(|path| !all.iter().any(|known| known == *path)).collect();
    assert!(missing.is_empty(), "no such commands: {missing:?}");
    let is_struck = |path: &String| STRUCK.iter().any(|words| words.join(" ").starts_with(&format!("{path} ")));
    let spared: Vec<_> = all.iter().filter(|path| !READING.contains(&path.as_str()) && !is_struck(path)).collect();
    assert!(spared.is_empty(), "written by none of the calls that are struck: {spared:?}");
}

/// A command that takes back another, which git has; what git itself writes is struck as well, but nothing that is only
/// read.
#[test]
fn undo() {
    if is_missing("strace") {
        return;
    }
    let kept = |dir: &Path| {
        let mut kept = records(dir);
        kept.retain(|path, _| !path.starts_with(".git/"));
        kept
    };
    let git = |command: &mut Command, dir: &Path| {
        command.env("PATH", std::env::var("PATH").unwrap()).env("HOME", dir).env("GIT_CONFIG_NOSYSTEM", "1");
        for who in ["AUTHOR", "COMMITTER"] {
            command.env(format!("GIT_{who}_NAME"), "李敏").env(format!("GIT_{who}_EMAIL"), "li-min@example.org");
        }
        command.current_dir(dir.join("branch"));
    };
    let does = |dir: &Path, mut command: Command| {
        git(&mut command, dir);
        let output = command.output().unwrap();
        assert!(output.status.success(), "{command:?}: {output:?}");
    };
    let committed = fresh();
    for words in [&["init", "--quiet"][..], &["add", "."], &["commit", "--quiet", "--message", "x"]] {
        let mut command = Command::new("git");
        command.args(words);
        does(committed.path(), command);
    }
    let old = kept(committed.path());
    let logged = ["meeting", "log", "lesson", "--minutes", "../minutes.txt", "--evidence", "../picture.png"];
    does(committed.path(), zhibu(committed.path(), &logged));
    let new = kept(committed.path());
    let prepare = || {
        let dir = tempfile::tempdir().unwrap();
        let from = committed.path().join(".");
        assert!(Command::new("cp").arg("-r").arg(from).arg(dir.path()).status().unwrap().success());
        dir
    };
    let sweep = Sweep {
        prepare: &prepare,
        command: &|dir| {
            let mut command = zhibu(dir, &["undo"]);
            git(&mut command, dir);
            command
        },
        next: &next,
        after_blow: &|dir, outcome| {
            let now = kept(dir);
            assert!(!outcome.stderr.contains("panicked"), "{outcome}");
            if outcome.killed {
                for (path, text) in &now {
                    assert!(
                        old.get(path) == Some(text) || new.get(path) == Some(text),
                        "{path} is torn after {outcome}"
                    );
                }
            } else if !outcome.speech {
                assert!(now == if outcome.success { old.clone() } else { new.clone() }, "{outcome}");
                assert!(!outcome.stderr.is_empty(), "{outcome}");
            }
        },
        after_next: &|dir, outcome| {
            let now = kept(dir);
            assert!(now == old || now == new, "neither old nor new after {outcome}: {now:?}");
            assert_tidy(&dir.join("branch"));
            // A git that is killed between its commit and its index still has there what the commit took out, and its lock.
            let _ = fs::remove_file(dir.join("branch/.git/index.lock"));
            let mut reset = Command::new("git");
            reset.args(["reset", "--quiet"]);
            does(dir, reset);
            assert_no_error(dir, format!("after {outcome}"));
        },
    };
    // A git that is killed leaves its lock, for which every later commit waits some seconds.
    let moves = |name: &str| ["fsync", "rename", "unlink"].contains(&name);
    let struck = sweep.run(&[(&|name| name != "openat", Blow::Error("EIO")), (&moves, Blow::Kill)]);
    assert!(struck > 20, "only {struck} calls were struck");
}

/// A new directory is made whole or not at all.
#[test]
fn init() {
    if is_missing("strace") {
        return;
    }
    let empty = || {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("branch")).unwrap();
        dir
    };
    let init = ["init", "--name", "站南", "--no-commit"];
    let calm = empty();
    does(calm.path(), &init);
    let new = all(&calm.path().join("branch"));
    let again = |dir: &Path| {
        let mut shell = Command::new("sh");
        shell.args(["-c", "\"$0\" init --name 站南 --no-commit 2> /dev/null; \"$0\" member list", BINARY]);
        shell.current_dir(dir.join("branch")).env_clear().env("PATH", std::env::var("PATH").unwrap());
        shell.env("ZHIBU_TODAY", "2026-11-23").env("ZHIBU_SEED", "7");
        shell
    };
    let sweep = Sweep {
        prepare: &empty,
        command: &|dir| {
            let mut command = zhibu(dir, &init);
            command.env("ZHIBU_SEED", "7");
            command
        },
        next: &again,
        after_blow: &|dir, outcome| {
            let now = all(&dir.join("branch"));
            assert!(!outcome.stderr.contains("panicked"), "{outcome}");
            if !outcome.killed && !outcome.success && !outcome.speech {
                assert_eq!(now, Records::new(), "{outcome}");
            }
        },
        after_next: &|dir, outcome| assert_eq!(all(&dir.join("branch")), new, "{outcome}"),
    };
    let struck = sweep.run(&[(ALL, Blow::Error("EIO")), (ALL, Blow::Kill)]);
    assert!(struck > 20, "only {struck} calls were struck");
}

/// An exported file is whole, old or new.
#[track_caller]
fn exports_whole(words: &[&str], files: usize) {
    if is_missing("strace") {
        return;
    }
    let exported = |dir: &Path| {
        let out = dir.join("out");
        let mut files = if out.exists() { all(&out) } else { Records::new() };
        files.retain(|path, _| !path.starts_with('.'));
        files
    };
    let calm = fresh();
    does(calm.path(), words);
    let new = exported(calm.path());
    assert_eq!(new.len(), files);
    let sweep = Sweep {
        prepare: &fresh,
        command: &|dir| zhibu(dir, words),
        next: &|dir| zhibu(dir, words),
        after_blow: &|dir, outcome| {
            assert!(!outcome.stderr.contains("panicked"), "{outcome}");
            for (path, bytes) in exported(dir) {
                assert!(new[&path] == bytes, "{path} is torn after {outcome}");
            }
        },
        after_next: &|dir, outcome| assert_eq!(exported(dir), new, "{outcome}"),
    };
    let struck = sweep.run(&[(ALL, Blow::Error("ENOSPC")), (ALL, Blow::Kill)]);
    assert!(struck > 5 * files, "only {struck} calls were struck");
}

#[test]
fn export() {
    exports_whole(
        &["export", "--month", "2026-11", "--out", "../out"],
        zhibu::report::MonthTable::asked(None).len() + 1,
    );
}

#[test]
fn export_workbook() {
    exports_whole(&["export", "--month", "2026-11", "--format", "xlsx", "--out", "../out/november.xlsx"], 1);
}

/// A site is whole, page by page, old or new; what a blow leaves half done the next run completes.
#[test]
fn site() {
    if is_missing("strace") {
        return;
    }
    let words = ["site", "--out", "../out", "--period", "2026-11"];
    let pages = |dir: &Path| {
        let out = dir.join("out");
        let mut files = if out.exists() { all(&out) } else { Records::new() };
        files.retain(|path, _| path.ends_with(".html"));
        files
    };
    let calm = fresh();
    does(calm.path(), &words);
    let new = pages(calm.path());
    assert!(new.len() > 10);
    let sweep = Sweep {
        prepare: &fresh,
        command: &|dir| zhibu(dir, &words),
        next: &|dir| zhibu(dir, &words),
        after_blow: &|dir, outcome| {
            assert!(!outcome.stderr.contains("panicked"), "{outcome}");
            for (path, bytes) in pages(dir) {
                assert!(new[&path] == bytes, "{path} is torn after {outcome}");
            }
        },
        after_next: &|dir, outcome| {
            assert_eq!(pages(dir), new, "{outcome}");
            let left = all(&dir.join("out"));
            let left: Vec<_> = left.keys().filter(|path| path.ends_with(".zhibu")).collect();
            assert!(left.is_empty(), "{left:?} {outcome}");
        },
    };
    let struck = sweep.run(&[(ALL, Blow::Error("ENOSPC")), (ALL, Blow::Kill)]);
    assert!(struck > 20, "only {struck} calls were struck");
}

#[test]
fn print_to_a_file() {
    exports_whole(&["print", "dues", "--period", "2026-11", "--out", "../out/dues.html"], 1);
}

/// So many commands at once, each of which has to do its work.
fn at_once(dir: &Path, commands: impl Iterator<Item = Vec<String>>) {
    let start = |words: Vec<String>| {
        let words: Vec<_> = words.iter().map(String::as_str).collect();
        let mut command = zhibu(dir, &words);
        command.env_remove("ZHIBU_SEED").env("PATH", std::env::var("PATH").unwrap());
        command.env("GIT_CONFIG_NOSYSTEM", "1").env("HOME", dir);
        for who in ["AUTHOR", "COMMITTER"] {
            command.env(format!("GIT_{who}_NAME"), "李敏").env(format!("GIT_{who}_EMAIL"), "li-min@example.org");
        }
        command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
    };
    let running: Vec<_> = commands.map(start).collect();
    for command in running {
        let output = command.wait_with_output().unwrap();
        assert!(output.status.success(), "{output:?}");
        let said = String::from_utf8_lossy(&output.stderr);
        let warns = |line: &str| line.starts_with("warning:") && !line.contains("waiting for another command");
        assert!(!said.lines().any(warns), "{said}");
    }
}

#[test]
fn forty_awards_at_once_are_forty_lines_and_forty_commits() {
    let dir = fresh();
    let git = |words: &[&str]| {
        let output = Command::new("git").args(words).current_dir(dir.path().join("branch")).output().unwrap();
        assert!(output.status.success(), "{words:?}: {output:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    git(&["init", "--quiet"]);
    git(&["add", "."]);
    git(&["-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "--quiet", "--message", "begin"]);
    let words =
        |n| ["points", "award", "孙磊", "good-deed", "1", "--note", &format!("n{n}")].map(str::to_owned).to_vec();
    at_once(dir.path(), (0..40).map(words));
    let ledger = String::from_utf8(all(&dir.path().join("branch"))["points/2026-11.toml"].clone()).unwrap();
    for n in 0..40 {
        assert_eq!(ledger.matches(&format!("note = \"n{n}\" ")).count(), 1, "n{n}");
    }
    assert_eq!(git(&["rev-list", "--count", "HEAD"]).trim(), "41");
    assert_eq!(git(&["status", "--porcelain", "--", "points/2026-11.toml"]), "");
    assert_no_error(dir.path(), "after all");
}

#[test]
fn forty_namesakes_at_once_are_forty_people() {
    let dir = fresh();
    let words = |_| ["member", "add", "王伟", "-s", "staff", "--no-commit"].map(str::to_owned).to_vec();
    at_once(dir.path(), (0..40).map(words));
    let people = all(&dir.path().join("branch")).into_keys().filter(|path| path.starts_with("members/wang-wei"));
    assert_eq!(people.count(), 40);
    assert_no_error(dir.path(), "after all");
}

#[test]
fn forty_meetings_at_once_are_forty_files() {
    let dir = fresh();
    let words = |_| ["meeting", "log", "volunteer", "--present", "孙磊", "--no-commit"].map(str::to_owned).to_vec();
    at_once(dir.path(), (0..40).map(words));
    let meetings = all(&dir.path().join("branch"))
        .into_keys()
        .filter(|path| path.starts_with("meetings/2026/2026-11-23-volunteer"));
    assert_eq!(meetings.count(), 40);
    assert_no_error(dir.path(), "after all");
}

#[test]
fn a_file_that_may_not_grow_says_so_in_both_languages() {
    let dir = fresh();
    fs::write(dir.path().join("large.png"), vec![7; 256 * 1024]).unwrap();
    let old = records(dir.path());
    for (lang, said) in [("en", "the file is too large"), ("zh", "文件过大")] {
        let script = "trap '' XFSZ; ulimit -f 64; exec \"$0\" \"$@\"";
        let mut limited = Command::new("sh");
        limited.args(["-c", script, BINARY, "--lang", lang, "meeting", "log", "lesson", "--no-commit", "--evidence"]);
        limited.arg("../large.png").current_dir(dir.path().join("branch")).env_clear();
        let output =
            limited.env("ZHIBU_TODAY", "2026-11-23").env("PATH", std::env::var("PATH").unwrap()).output().unwrap();
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert!(!output.status.success() && stderr.contains(said), "{stderr}");
        assert_eq!(records(dir.path()), old);
    }
}
