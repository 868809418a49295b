//! `zhibu desk`: units hand in, one desk takes what is sound, and urges for the rest.

use std::collections::BTreeMap;
use std::fs;

use insta::assert_snapshot;
use zhibu::package::{files, pack};

use super::sandbox::Sandbox;
use super::sealed::{closed, on, plain, sealed};

/// The id that every sandbox has.
const SAME: &str = "xth3a325vfbea5dp";

/// A branch by an id and a name of its own.
pub(crate) fn called(branch: Sandbox, id: &str, name: &str) -> Sandbox {
    let settings = branch.read("zhibu.toml").replace(SAME, id).replace("站南派出所党支部", name);
    assert!(settings.contains(id));
    branch.write("zhibu.toml", settings);
    branch.git(&["commit", "--quiet", "--all", "--message", "own id"]);
    branch
}

/// A desk of three units below an office, to which returns are due by the 5th.
pub(crate) fn desk() -> Sandbox {
    let desk = Sandbox::empty();
    desk.write(
        "units.csv",
        "编号,名称,上级,报送日\nsouth,站南所,分局,\nnorth,站北派出所党支部,office,8\nwest,城西所,office,\noffice,分局,,\n",
    );
    desk.does(&["desk init desk --units units.csv --name 政治处 --since 2026-10 --due-day 5"]);
    desk
}

/// Writes a return of a branch into the desk's inbox.
pub(crate) fn hands_in(branch: &Sandbox, desk: &Sandbox, file: &str, line: &str) {
    branch.does(&[&format!("{line} --to {}", desk.root().join("in").join(file).display())]);
}

impl Sandbox {
    /// Runs a line in the desk.
    pub(crate) fn at_desk(&self, line: &str) -> String {
        plain(&self.run(&format!("-C desk {line}")))
    }

    /// Runs a line in the desk that has to be refused: nothing is written.
    #[track_caller]
    fn desk_refuses(&self, line: &str) -> String {
        plain(&self.refused(&format!("-C desk {line}")))
    }
}

/// Writes a return anew after its files were changed.
fn forge(desk: &Sandbox, from: &str, to: &str, change: impl FnOnce(&mut BTreeMap<String, Vec<u8>>)) {
    let folder = desk.root().join("in");
    let mut files = files(&fs::read(folder.join(from)).unwrap()).unwrap();
    change(&mut files);
    fs::write(folder.join(to), pack(&files.into_iter().collect::<Vec<_>>())).unwrap();
}

/// Changes what a return says of itself, and nothing else.
fn says(desk: &Sandbox, from: &str, to: &str, old: &str, new: &str) {
    forge(desk, from, to, |files| {
        let text = String::from_utf8(files["datapackage.json"].clone()).unwrap();
        assert!(text.contains(old), "{old}");
        files.insert("datapackage.json".into(), text.replace(old, new).into_bytes());
    });
}

#[test]
fn a_desk_is_made_of_a_table_of_units() {
    let desk = desk();
    assert_snapshot!(desk.read("desk/desk.toml"), @r#"
    # A superior's desk: the units are in units.csv, the returns in returns, what was taken when in taken
    name = "政治处"
    id = "vackckxmzzm4yj96"
    schema = 2
    lang = "en"
    # The first day of the first month that is handed in
    since = 2026-10-01
    # Returns are due by this day of the next month; units.csv can say otherwise
    due-day = 5

    [git]
    # each changing command is one commit
    commit = true
    "#);
    assert_snapshot!(desk.read("desk/units.csv").trim_start_matches('\u{feff}').replace("\r\n", "\n"), @"
    unit,name,above,due-day,since,until
    south,站南所,office,,,
    north,站北派出所党支部,office,8,,
    west,城西所,office,,,
    office,分局,,,,
    ");
    assert!(desk.at_desk("desk due --format csv").lines().count() == 4);
    desk.write("bad.csv", "unit,name,above,due-day\nsouth,站南所,分局,31\nA B,站北所,,\nsouth,又是,,\nx,,,\n");
    assert_snapshot!(desk.refused("desk init other --units bad.csv"), @"
    --- stderr
    bad.csv:2:1: `31` is not a day from 1 to 28
    bad.csv:3:1: `A B` is not a unit's id
    help: copy `id` from the branch's zhibu.toml; for a unit that only stands above others, choose lower-case letters and digits
    bad.csv:5:1: the unit has no name
    --- exit Some(1)
    ");
    assert_snapshot!(desk.refused("desk init desk --units units.csv"), @"
    --- stderr
    error: there is a desk in $DIR/desk already
    --- exit Some(1)
    ");
    assert_snapshot!(desk.refused("desk due"), @"
    --- stderr
    error: no desk.toml in `$DIR` or above it
    help: make one with `zhibu desk init`, or name its folder with -C
    --- exit Some(1)
    ");
    assert_snapshot!(desk.desk_refuses("status"), @"
    --- stderr
    error: no zhibu.toml in `$DIR/desk` or above it
    help: this is a superior's desk: use the commands of `zhibu desk`
    --- exit Some(1)
    ");
}

#[test]
fn who_has_not_handed_in_is_told_since_when() {
    let (desk, south) = (desk(), called(sealed(), "south", "站南派出所党支部"));
    hands_in(&south, &desk, "south.zip", "return 2026-10");
    let north = called(closed(), "north", "站北派出所党支部");
    hands_in(&north, &desk, "north.zip", "return 2026-10");
    assert_snapshot!(desk.at_desk("desk take ../in"), @"
    Returns taken

    file             unit              month    edition  result  state
    ───────────────  ────────────────  ───────  ───────  ──────  ──────────
    ../in/north.zip  站北派出所党支部  2026-10  counts   taken   not sealed
    ../in/south.zip  站南所            2026-10  counts   taken   sealed
    --- stderr
    took 2 returns
    ");
    assert_eq!(desk.git(&["-C", "desk", "status", "--short"]), "");
    assert_snapshot!(desk.git(&["-C", "desk", "log", "--format=%s%n%b"]), @"
    took 2 returns
    Zhibu-Command: desk take

    begin the desk of 政治处
    Zhibu-Command: desk init
    ");
    assert_snapshot!(desk.at_desk("desk due"), @"
    unit              above  month    due         days over  state          taken
    ────────────────  ─────  ───────  ──────────  ─────────  ─────────────  ──────────
    站北派出所党支部  分局   2026-10  2026-11-08         15  not sealed     2026-11-23
    城西所            分局   2026-10  2026-11-05         18  not handed in
    ");
    assert_snapshot!(plain(&desk.chinese_once("-C desk desk due --letter ../letters")), @"
    --- stderr
    写了 2 封提醒，在 ../letters
    ");
    assert!(!desk.root().join("letters/south.txt").exists(), "a unit that has handed in gets no letter");
    assert_snapshot!(desk.read("letters/west.txt"), @"
    Reminder: monthly returns

    To 城西所:

    The return for 2026-10 was due by 2026-11-05. It has not arrived and is 18 days late.

    How: run zhibu return 2026-10 and send the file it writes.

    政治处
    2026-11-23
    ");
    assert_snapshot!(desk.at_desk("desk due --letter ../letters --lang zh"), @"
    --- stderr
    写了 2 封提醒，在 ../letters
    ");
    assert_snapshot!(desk.read("letters/north.txt"), @"
    关于报送月度数据的提醒

    站北派出所党支部：

    2026年10月的数据报送时还没有封存，请封存以后再报一次。

    报送办法：zhibu return 2026-10，把写出的文件发来。

    政治处
    2026年11月23日
    ");
}

#[test]
fn what_is_not_sound_is_told_and_not_taken_and_the_rest_is() {
    let (desk, south) = (desk(), called(sealed(), "south", "站南派出所党支部"));
    hands_in(&south, &desk, "a-good.zip", "return 2026-10 --edition full");
    hands_in(&south, &desk, "b.zip", "return 2026-11");
    let whole = fs::read(desk.root().join("in/a-good.zip")).unwrap();
    desk.write("in/cut.zip", &whole[..whole.len() / 2]);
    forge(&desk, "a-good.zip", "changed.zip", |files| files.get_mut("points.csv").unwrap().push(b'\n'));
    says(&desk, "b.zip", "newer.zip", "\"schema\": 2", "\"schema\": 99");
    says(&desk, "b.zip", "stranger.zip", "\"id\": \"south\"", "\"id\": \"east\"");
    says(&desk, "b.zip", "another.zip", "\"id\": \"south\"", "\"id\": \"west\"");
    says(&desk, "b.zip", "upper.zip", "\"id\": \"south\"", "\"id\": \"office\"");
    says(&desk, "b.zip", "nobody.zip", "\"id\": \"south\"", "\"id\": null");
    says(&desk, "b.zip", "future.zip", "\"period\": \"2026-11\"", "\"period\": \"2027-01\"");
    let bomb = vec![("measures.csv".to_owned(), vec![b'0'; 65 * 1024 * 1024])];
    fs::write(desk.root().join("in/bomb.zip"), pack(&bomb)).unwrap();
    hands_in(&south, &desk, "bare.zip", "return 2026-11 --edition notice");
    desk.write("in/note.txt", "not a return");
    assert_snapshot!(desk.at_desk("desk take ../in"), @"
    Returns taken

    file              unit    month    edition  result  state
    ────────────────  ──────  ───────  ───────  ──────  ───────────────────────────────────
    ../in/a-good.zip  站南所  2026-10  full     taken   sealed
    ../in/b.zip       站南所  2026-11  counts   taken   handed in before the month was over
    --- stderr
    took 2 returns
    error: ../in/another.zip: it calls itself `站南派出所党支部`, but west is `城西所` in units.csv
    help: if the unit was renamed, change units.csv; if somebody copied the records of another branch, have them begin with `zhibu init`
    error: ../in/bare.zip: it has no measures.csv, so no figures to add up
    help: have it returned again with `zhibu return 2026-11`, or add the table measures to the edition in rules/editions.toml
    error: ../in/bomb.zip: it unpacks to more than 64 MB, and was not read
    help: `zhibu return` writes no such file: ask who sent it
    error: ../in/changed.zip: it is not what it says it is (whole: points.csv was changed; points.csv: not as it was sealed: it was changed, or the program reckons otherwise now (zhibu verify at the branch tells which))
    help: have it sent again; to look closer: zhibu return verify FILE
    error: ../in/cut.zip: this is no whole zip file
    help: it may be cut off: have it sent once more
    error: ../in/future.zip: its figures of 2027-01 are of a day to come
    help: compare the clocks of both machines
    error: ../in/newer.zip: a newer zhibu wrote this (version 99, this program knows up to 2): get a newer zhibu
    error: ../in/nobody.zip: the records of `站南派出所党支部` have no id, so the unit is unknown
    help: have them run `zhibu upgrade` and return the month again
    error: ../in/stranger.zip: units.csv has no unit `站南派出所党支部` (id east)
    help: if it is a unit of yours, add a row to units.csv: east,站南派出所党支部
    error: ../in/upper.zip: `分局` stands above other units, which hand in its figures
    help: if it hands in figures of its own, give the unit above another id in units.csv and put this one below it
    --- exit Some(1)
    ");
    assert_eq!(desk.read("desk/taken/2026.csv").lines().count(), 3, "two returns under the headings");
    assert_eq!(
        desk.read("desk/returns/south/2026-10-full/points.csv").into_bytes(),
        files(&whole).unwrap()["points.csv"],
        "what is taken is what was handed in"
    );
    fs::create_dir(desk.root().join("empty")).unwrap();
    assert_snapshot!(desk.desk_refuses("desk take ../empty"), @"
    --- stderr
    error: no .zip file in `../empty`
    --- exit Some(1)
    ");
    assert_snapshot!(desk.desk_refuses("desk take ../nowhere.zip"), @"
    --- stderr
    error: ../nowhere.zip: failed to read `desk/../nowhere.zip`: it is not there
    --- exit Some(1)
    ");
}

#[test]
fn of_many_returns_of_one_month_none_is_taken_and_of_alike_ones_one() {
    let (desk, south) = (desk(), called(closed(), "south", "站南派出所党支部"));
    hands_in(&south, &desk, "a.zip", "return 2026-10");
    fs::copy(desk.root().join("in/a.zip"), desk.root().join("in/b.zip")).unwrap();
    assert_snapshot!(desk.at_desk("desk take ../in"), @"
    Returns taken

    file         unit    month    edition  result                state
    ───────────  ──────  ───────  ───────  ────────────────────  ──────────
    ../in/a.zip  站南所  2026-10  counts   taken                 not sealed
    ../in/b.zip  站南所  2026-10  counts   same as another file  not sealed
    --- stderr
    took the return of 站南所 for 2026-10 (counts)
    ");
    assert_snapshot!(desk.at_desk("desk take ../in/a.zip"), @"
    Returns taken

    file         unit    month    edition  result        state
    ───────────  ──────  ───────  ───────  ────────────  ──────────
    ../in/a.zip  站南所  2026-10  counts   taken before  not sealed
    --- stderr
    no new returns
    ");
    for number in 0..1000 {
        let program = format!("\"program\": \"0.1.{number}\"");
        says(&desk, "a.zip", &format!("many-{number:03}.zip"), "\"program\": \"0.1.0\"", &program);
    }
    let before = desk.files();
    let told = desk.at_desk("desk take ../in");
    assert_snapshot!(told, @"
    --- stderr
    error: there are 1002 different returns of `站南所` for 2026-10: ../in/a.zip, ../in/b.zip, ../in/many-000.zip and 999 more
    help: ask which one holds, and take that one alone
    --- exit Some(1)
    ");
    assert!(desk.files() == before, "nothing is taken");
}

#[test]
fn a_second_return_is_a_correction_and_an_older_one_is_refused() {
    let (desk, south) = (desk(), called(closed(), "south", "站南派出所党支部"));
    hands_in(&south, &desk, "open.zip", "return 2026-10 --edition full");
    on(&south, "2026-11-12", "seal 2026-10 --by 李敏");
    hands_in(&south, &desk, "sealed.zip", "return 2026-10 --edition full");
    on(&south, "2026-11-20", "points award 孙磊 good-deed 1 --on 10-06 --amend 十月漏记");
    hands_in(&south, &desk, "amended.zip", "return 2026-10 --edition full");
    desk.at_desk("desk take ../in/open.zip");
    assert_snapshot!(desk.at_desk("desk take ../in/sealed.zip"), @"
    Returns taken

    file              unit    month    edition  result                 state
    ────────────────  ──────  ───────  ───────  ─────────────────────  ──────
    ../in/sealed.zip  站南所  2026-10  full     taken as a correction  sealed
    --- stderr
    took the return of 站南所 for 2026-10 (full)
    ");
    assert_snapshot!(desk.desk_refuses("desk take ../in/open.zip"), @"
    --- stderr
    error: ../in/open.zip: it is older than the return of `站南所` for 2026-10 taken on 2026-11-23
    help: there is nothing to take; for a correction have the month returned again
    --- exit Some(1)
    ");
    assert_snapshot!(desk.at_desk("desk take ../in/amended.zip --dry-run"), @"
    Returns taken

    file               unit    month    edition  result                 state
    ─────────────────  ──────  ───────  ───────  ─────────────────────  ──────
    ../in/amended.zip  站南所  2026-10  full     taken as a correction  sealed

    unit    month    figure                         group     kind       was  now
    ──────  ───────  ─────────────────────────────  ────────  ─────────  ───  ───
    站南所  2026-10  awards and deductions by hand  criminal  good-deed       1
    站南所  2026-10  points                         criminal             195  196
    --- stderr
    would take 1 return; nothing was written
    ");
    assert_snapshot!(desk.at_desk("desk take ../in/amended.zip"), @"
    Returns taken

    file               unit    month    edition  result                 state
    ─────────────────  ──────  ───────  ───────  ─────────────────────  ──────
    ../in/amended.zip  站南所  2026-10  full     taken as a correction  sealed

    unit    month    figure                         group     kind       was  now
    ──────  ───────  ─────────────────────────────  ────────  ─────────  ───  ───
    站南所  2026-10  awards and deductions by hand  criminal  good-deed       1
    站南所  2026-10  points                         criminal             195  196
    --- stderr
    took the return of 站南所 for 2026-10 (full)
    ");
    assert_snapshot!(desk.desk_refuses("desk take ../in/sealed.zip"), @"
    --- stderr
    error: ../in/sealed.zip: it is older than the return of `站南所` for 2026-10 taken on 2026-11-23
    help: there is nothing to take; for a correction have the month returned again
    --- exit Some(1)
    ");
    assert_eq!(desk.read("desk/taken/2026.csv").lines().count(), 4);
    // A seal that knows nothing of the one that was taken.
    hands_in(&south, &desk, "counts.zip", "return 2026-10");
    says(&desk, "counts.zip", "anew.zip", "\"code\": \"", "\"code\": \"X");
    desk.at_desk("desk take ../in/counts.zip");
    let told = desk.at_desk("desk take ../in/anew.zip");
    assert!(
        told.contains("warning: the seal of `站南所` for 2026-10 was not amended from the one taken before"),
        "{told}"
    );
}
