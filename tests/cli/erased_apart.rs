//! Somebody erased in one clone and named in another: it ends in the erasure.

use super::sandbox::Sandbox;
use super::sealed::on;

/// A branch whose 孙磊 has left, what it is kept together with, and another clone.
struct Pair {
    here: Sandbox,
    there: Sandbox,
    _stick: Sandbox,
}

impl Pair {
    fn new() -> Self {
        let (here, there, stick) = (Sandbox::branch(), Sandbox::empty(), Sandbox::empty());
        here.run("meeting log 党课 --on 11-10");
        here.run("points award 孙磊 commended 5 --on 11-11 --note 孙磊破案");
        here.run("member leave 孙磊 --reason 调出 --from 2026-11-22");
        let place = stick.root().join("zhibu.git");
        here.run_words(&["sync", place.to_str().unwrap(), "--new"]);
        there.git_on("2026-11-23", &["clone", "--quiet", place.to_str().unwrap(), "."]);
        // So that both clones merge record by record.
        there.run("member edit 董立 --note 一");
        assert!(there.run("sync").contains("pushed 1 commit"));
        assert!(here.run("sync").contains("the same"));
        Self { here, there, _stick: stick }
    }

    /// What was said in the clone that merges, in which the other one's commits are already.
    fn merged(&self, there_first: bool) -> String {
        let (first, last) = if there_first { (&self.there, &self.here) } else { (&self.here, &self.there) };
        let told = first.run("sync");
        assert!(told.contains("pushed"), "{told}");
        last.run("sync")
    }

    /// Each clone as it is after both have everything.
    #[track_caller]
    fn is_erased(&self) {
        for clone in [&self.here, &self.there] {
            let told = clone.run("sync");
            assert!(!told.contains("error"), "{told}");
        }
        for clone in [&self.here, &self.there] {
            clone.run("sync");
            assert_eq!(clone.git(&["grep", "-l", "-e", "孙磊", "-e", "sun-lei", "HEAD"]), "");
            assert_eq!(clone.git(&["status", "--porcelain"]), "");
            assert_eq!(clone.contradictions(), Vec::<serde_json::Value>::new());
        }
        assert_eq!(self.here.git(&["rev-parse", "HEAD"]), self.there.git(&["rev-parse", "HEAD"]));
    }
}

const ERASE: &str = "member erase 孙磊 --why 本人申请 --yes";

#[test]
fn what_the_other_side_says_of_the_person_gets_the_pseudonym() {
    for there_first in [false, true] {
        let pair = Pair::new();
        pair.here.run(ERASE);
        pair.there.seeded("7", "talk log 赵刚 孙磊 --on 11-12");
        pair.there.seeded("8", "points award 孙磊 commended 2 --on 11-12 --note 孙磊再破案");
        pair.there.seeded("9", "member edit 孙磊 --note 孙磊去了分局");
        let told = pair.merged(there_first);
        let said = "erased on one side, so now also in what the other side recorded: anonymous 1 (anon-1) in members/anon-1.toml, points/2026-11.toml, talks/2026.toml\n";
        assert!(told.contains(said), "{told}");
        pair.is_erased();
        assert!(pair.there.read("talks/2026.toml").contains("with = \"anon-1\""));
        assert!(pair.there.read("members/anon-1.toml").contains("note = \"anonymous 1去了分局\""));
        let ledger = pair.there.read("points/2026-11.toml");
        assert!(ledger.contains("anonymous 1再破案") && ledger.contains("anonymous 1破案"), "{ledger}");
    }
}

#[test]
fn what_the_other_side_changed_in_a_meeting_stays_changed() {
    for (line, absent, present) in [
        ("meeting attend 11-10 --absent 孙磊:leave", true, false),
        ("meeting attend 11-10 --take-out 孙磊", false, false),
    ] {
        let pair = Pair::new();
        pair.here.run(ERASE);
        pair.there.run(line);
        let told = pair.merged(false);
        assert!(told.contains("2026-11-10-lesson.toml"), "{line}: {told}");
        pair.is_erased();
        let meeting = pair.here.read("meetings/2026/2026-11-10-lesson.toml");
        let is_absent = meeting.contains("{ member = \"anon-1\", reason = \"leave\" }");
        assert_eq!((is_absent, meeting.contains("\n  \"anon-1\",\n")), (absent, present), "{line}: {meeting}");
    }
}

#[test]
fn what_both_sides_changed_is_asked_under_the_pseudonym() {
    let pair = Pair::new();
    pair.here.run(ERASE);
    pair.here.run("member edit anon-1 --note 甲");
    pair.there.run("member edit 孙磊 --note 乙");
    let told = pair.merged(false);
    assert!(told.contains("anon-1") && told.contains("甲") && told.contains("乙"), "{told}");
    assert!(!told.contains("孙磊") && !told.contains("sun-lei"), "{told}");
    let told = pair.there.run("resolve anon-1 --ours");
    assert!(told.contains("the merge is finished"), "{told}");
    pair.is_erased();
    assert!(pair.here.read("members/anon-1.toml").contains("note = \"乙\""));
}

#[test]
fn a_merge_of_git_itself_is_put_right_by_the_next_sync() {
    let pair = Pair::new();
    pair.here.run(ERASE);
    pair.here.run("sync");
    pair.there.run("talk log 赵刚 孙磊 --on 11-12");
    pair.there.git(&["pull", "--no-rebase", "--no-edit", "--quiet"]);
    assert!(pair.there.read("talks/2026.toml").contains("sun-lei"));
    let told = pair.there.chinese_once("sync");
    assert!(told.contains("已抹去姓名的人员还有记录用着原来的编号，改记作 anonymous 1（anon-1）"), "{told}");
    pair.is_erased();
}

#[test]
fn a_merge_that_stopped_is_put_right_by_resolve() {
    let pair = Pair::new();
    pair.here.run(ERASE);
    pair.here.run("member edit 董立 --note 甲");
    pair.here.run("sync");
    pair.there.run("member edit 董立 --note 乙");
    pair.there.run("talk log 赵刚 孙磊 --on 11-12");
    pair.there.git(&["pull", "--no-rebase", "--no-edit", "--quiet"]);
    let told = pair.there.chinese_once("resolve --theirs");
    assert!(told.contains("一边已抹去姓名，另一边的记录也改记作 anonymous 1（anon-1）：talks/2026.toml"), "{told}");
    pair.is_erased();
}

#[test]
fn somebody_who_was_brought_back_is_named() {
    let pair = Pair::new();
    pair.here.run(ERASE);
    pair.here.run("undo --yes");
    pair.there.run("talk log 赵刚 孙磊 --on 11-12");
    let told = pair.merged(false);
    assert!(!told.contains("anon"), "{told}");
    assert!(pair.there.read("talks/2026.toml").contains("sun-lei"));
}

#[test]
fn a_newcomer_of_the_same_name_stays() {
    let pair = Pair::new();
    pair.here.run(ERASE);
    pair.there.run("member add 孙磊 -s full --from 2026-11-23 --id sun-lei-b");
    pair.there.run("talk log 赵刚 sun-lei-b --on 11-23");
    let told = pair.merged(false);
    assert!(told.contains("pushed"), "{told}");
    pair.here.run("sync");
    assert!(pair.here.read("members/sun-lei-b.toml").contains("name = \"孙磊\""));
    assert!(pair.here.read("talks/2026.toml").contains("sun-lei-b"));
    assert_eq!(pair.here.git(&["grep", "-l", "-w", "-e", "\"sun-lei\"", "HEAD"]), "");
}

#[test]
fn two_people_erased_apart_stay_two() {
    let pair = Pair::new();
    pair.here.run("member leave 许诺 --reason 调出 --from 2026-11-22");
    pair.here.run("sync");
    pair.there.run("sync");
    pair.here.run(ERASE);
    pair.there.run("member erase 许诺 --why 本人申请 --yes");
    let told = pair.merged(false);
    assert!(told.contains("anonymous 1 (anon-1), anonymous 2 (anon-2)"), "{told}");
    pair.is_erased();
    let told = pair.here.run("member list --on 2026-11-20 --format csv");
    assert!(told.contains("anon-1,anonymous 1,full") && told.contains("anon-2,anonymous 2,probationary"), "{told}");
    assert!(pair.here.read("points/2026-11.toml").contains("\"anon-1\""));
}

#[test]
fn one_person_erased_twice_is_one() {
    let pair = Pair::new();
    pair.here.run("member leave 许诺 --reason 调出 --from 2026-11-22");
    pair.here.run("sync");
    pair.there.run("sync");
    pair.here.run(ERASE);
    pair.there.run("member erase 许诺 --why 本人申请 --yes");
    pair.there.run(ERASE);
    pair.merged(false);
    pair.is_erased();
    let told = pair.here.run("member list --on 2026-11-20 --format csv");
    assert!(told.contains("anon-1,anonymous 1,full") && !told.contains("anon-2,anonymous 2,full"), "{told}");
}

#[test]
fn what_tells_the_person_from_namesakes_does_not_come_back() {
    let pair = Pair::new();
    pair.here.run(ERASE);
    pair.there.run("member edit 孙磊 --apart 高个子");
    pair.merged(false);
    pair.is_erased();
    assert_eq!(pair.here.git(&["grep", "-l", "-e", "高个子", "HEAD"]), "");
}

/// Two clones whose October is closed, and both have everything.
fn closed_pair() -> Pair {
    let pair = Pair::new();
    on(&pair.here, "2026-10-20", "points award 孙磊 commended 5 --on 10-20 --note 孙磊破案");
    on(&pair.here, "2026-10-21", "talk log 赵刚 孙磊 --on 10-21");
    on(&pair.here, "2026-11-02", "points post 2026-10");
    on(&pair.here, "2026-11-10", "points close 2026-10");
    pair.here.run("sync");
    pair.there.run("sync");
    pair
}

/// The month is proven in both clones, and amended by the erasure.
#[track_caller]
fn is_proven(pair: &Pair) {
    for clone in [&pair.here, &pair.there] {
        let told = clone.run("verify");
        assert!(told.contains("1 month verified") && !told.contains("exit"), "{told}");
        let amended = "erased the name of a person: now anonymous 1 (anon-1) (the name was erased elsewhere before this seal was shared)";
        assert!(told.contains(amended), "{told}");
        assert!(!clone.run("check").contains("seal-broken"));
    }
}

#[test]
fn a_month_that_was_sealed_meanwhile_is_amended_and_proven() {
    for there_first in [false, true] {
        let pair = closed_pair();
        pair.here.run(ERASE);
        on(&pair.there, "2026-11-22", "seal 2026-10 --by 赵刚");
        let told = pair.merged(there_first);
        assert!(told.contains("pushed") && told.contains("seals/2026-10.toml"), "{told}");
        pair.is_erased();
        is_proven(&pair);
    }
}

#[test]
fn a_seal_that_git_itself_merged_is_amended_by_the_next_sync() {
    let pair = closed_pair();
    pair.here.run(ERASE);
    pair.here.run("sync");
    on(&pair.there, "2026-11-22", "seal 2026-10 --by 赵刚");
    pair.there.git(&["pull", "--no-rebase", "--no-edit", "--quiet"]);
    assert!(pair.there.run("check").contains("seal-broken"));
    pair.there.run("sync");
    pair.is_erased();
    is_proven(&pair);
}

#[test]
fn what_was_done_by_hand_meanwhile_is_not_covered_by_the_erasure() {
    let pair = closed_pair();
    pair.here.run(ERASE);
    on(&pair.there, "2026-11-22", "seal 2026-10 --by 赵刚");
    let ledger = pair.there.read("points/2026-10.toml");
    pair.there.write("points/2026-10.toml", ledger.replace("points = 5", "points = 8"));
    pair.there.git(&["commit", "-qam", "x"]);
    pair.merged(false);
    let told = pair.there.run("verify");
    assert!(told.contains("1 of 1 month not as sealed"), "{told}");
}

#[test]
fn two_people_of_one_past_erased_apart_stay_two_where_git_itself_merges() {
    let pair = Pair::new();
    pair.here.run("member leave 许诺 --reason 调出 --from 2026-11-22");
    pair.here.run("sync");
    pair.there.run("sync");
    pair.here.run(ERASE);
    pair.here.run("sync");
    pair.there.run("member erase 许诺 --why 本人申请 --yes");
    pair.there.git(&["pull", "--no-rebase", "--no-edit", "--quiet"]);
    let told = pair.there.run("resolve");
    assert!(told.contains("anonymous 1 (anon-1), anonymous 2 (anon-2)"), "{told}");
    pair.is_erased();
    let told = pair.here.run("member list --on 2026-11-20 --format csv");
    assert!(told.contains("anon-1,anonymous 1,full") && told.contains("anon-2,anonymous 2,probationary"), "{told}");
}

#[test]
fn two_people_whom_a_merge_of_git_makes_one_are_not_pushed() {
    let pair = Pair::new();
    for person in ["张伟", "刘洋"] {
        on(&pair.here, "2026-11-20", &format!("member add {person} -s full --from 2020-01-01"));
        on(&pair.here, "2026-11-22", &format!("member leave {person} --reason 调出"));
    }
    pair.here.run("sync");
    pair.there.run("sync");
    pair.here.run("member erase 张伟 --why 本人申请 --yes");
    pair.here.run("sync");
    pair.there.run("member erase 刘洋 --why 本人申请 --yes");
    pair.there.git(&["pull", "--no-rebase", "--no-edit", "--quiet"]);
    assert_eq!(pair.there.git(&["status", "--porcelain"]), "");
    let told = pair.there.refused("sync");
    assert!(told.contains("two people were erased separately, and a merge by git itself made one of them"), "{told}");
    pair.there.git(&["reset", "--quiet", "--hard", "ORIG_HEAD"]);
    let told = pair.there.run("sync");
    assert!(told.contains("anonymous 1 (anon-1), anonymous 2 (anon-2)") && told.contains("pushed"), "{told}");
    pair.here.run("sync");
    assert_eq!(pair.here.contradictions(), Vec::<serde_json::Value>::new());
    for id in ["anon-1", "anon-2"] {
        assert!(pair.here.root().join(format!("members/{id}.toml")).exists());
    }
}
