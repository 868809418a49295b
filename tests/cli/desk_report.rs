//! `zhibu desk report`: three branches hand in, one does not, and the desk sums up.

use std::collections::BTreeMap;

use insta::assert_snapshot;

use super::desk::{called, desk, hands_in};
use super::sandbox::Sandbox;
use super::sealed::{closed, on, plain, sealed};

/// A desk of four units: two handed in by the same rules, one by others and in counts, one not at all.
fn busy() -> Sandbox {
    let desk = desk();
    desk.write("desk/units.csv", desk.read("desk/units.csv") + "east,城东所,分局,,,\n");
    let south = called(sealed(), "south", "站南派出所党支部");
    hands_in(&south, &desk, "south.zip", "return 2026-10 --edition full");
    let west = called(closed(), "west", "城西派出所党支部");
    on(&west, "2026-10-28", "meeting log group -g 综合 --absent 李敏:duty --topic 学习");
    hands_in(&west, &desk, "west.zip", "return 2026-10");
    let north = called(closed(), "north", "站北派出所党支部");
    for rules in ["meetings", "duties", "points", "dues"] {
        let path = format!("rules/{rules}.toml");
        north.write(&path, north.read(&path) + "# ours\n");
    }
    hands_in(&north, &desk, "north.zip", "return 2026-10");
    hands_in(&north, &desk, "north-11.zip", "return 2026-11");
    let told = desk.at_desk("desk take ../in");
    assert!(told.contains("took 4 returns"), "{told}");
    desk
}

#[test]
fn what_was_handed_in_is_summed_up_and_what_was_not_is_said() {
    let desk = busy();
    assert_snapshot!(desk.at_desk("desk report attendance -p 2026-10"), @"
    unit              expected  attended  rate (%)  returns  notes
    ────────────────  ────────  ────────  ────────  ───────  ─────────────────────────────────
    站南所                   9         8      88.9  1/1
    站北派出所党支部         9         8      88.9  1/1      not sealed; other rules than most
    城西所                  12        10      83.3  1/1      not sealed
    城东所                                          0/1      not handed in
    分局                    30        26      86.7  3/4      not sealed; other rules than most

    3 of 4 units handed in everything

    not handed in and not counted: 城东所 (2026-10)
    ");
    assert_snapshot!(desk.at_desk("desk report bands -p 2026-10"), @"
    unit              kind  people  returns  notes
    ────────────────  ────  ──────  ───────  ─────────────────────────────────
    站南所            pass       6  1/1
    站北派出所党支部  pass       6  1/1      not sealed; other rules than most
    城西所            pass       6  1/1      not sealed
    城东所                          0/1      not handed in
    分局              pass      18  3/4      not sealed; other rules than most

    3 of 4 units handed in everything

    not handed in and not counted: 城东所 (2026-10)
    ");
    assert_snapshot!(desk.at_desk("desk report development -p 2026-10"), @"
    unit              kind          people  returns  notes
    ────────────────  ────────────  ──────  ───────  ─────────────────────────────────────────────
    站南所            full               6  1/1
    站南所            probationary      <3  1/1      numbers below 3 people are masked
    站南所            staff             <3  1/1      numbers below 3 people are masked
    站北派出所党支部  full               6  1/1      not sealed
    站北派出所党支部  probationary      <3  1/1      not sealed; numbers below 3 people are masked
    站北派出所党支部  staff             <3  1/1      not sealed; numbers below 3 people are masked
    城西所            full               6  1/1      not sealed
    城西所            probationary      <3  1/1      not sealed; numbers below 3 people are masked
    城西所            staff             <3  1/1      not sealed; numbers below 3 people are masked
    城东所                                  0/1      not handed in
    分局              full              18  3/4      not sealed
    分局              probationary       3  3/4      not sealed
    分局              staff              3  3/4      not sealed

    3 of 4 units handed in everything

    not handed in and not counted: 城东所 (2026-10)
    ");
    assert_snapshot!(desk.at_desk("desk report problems -p 2026-10..2026-11"), @"
    unit              found  closed  open at the end  overdue  returns  notes
    ────────────────  ─────  ──────  ───────────────  ───────  ───────  ─────────────
    站南所                1       0                1        0  1/1
    站北派出所党支部      1       0                1        0  1/1      not sealed
    城西所                1       0                1        0  1/1      not sealed
    城东所                                                     0/1      not handed in
    分局                  3       0                3        0  3/4      not sealed

    3 of 4 units handed in everything

    not handed in and not counted: 城东所 (2026-10)
    --- stderr
    2026-10..2026-11 is not over: it is counted until 2026-10
    ");
    assert_snapshot!(desk.at_desk("desk report problems -p 2026-10..2026-11 --by month"), @"
    month    found  closed  open at the end  overdue  returns  notes
    ───────  ─────  ──────  ───────────────  ───────  ───────  ──────────
    2026-10      3       0                3        0  3/4      not sealed

    3 of 4 units handed in everything

    not handed in and not counted: 城东所 (2026-10)
    --- stderr
    2026-10..2026-11 is not over: it is counted until 2026-10
    ");
    assert_snapshot!(plain(&desk.chinese_once("-C desk desk report dues -p 2026-10")), @"
    单位              应交  实交  上报份数  说明
    ────────────────  ────  ────  ────────  ──────────────────────
    站南所            0.00  0.00  1/1
    站北派出所党支部  0.00  0.00  1/1       未封存；规则与多数不同
    城西所            0.00  0.00  1/1       未封存
    城东所                        0/1       未报送
    分局              0.00  0.00  3/4       未封存；规则与多数不同

    4 个单位中 3 个报齐

    没有报送、没有计入的：城东所（2026-10）
    ");
    assert_snapshot!(desk.at_desk("desk report rhythm -p 2026-10 --format csv"), @"
    unit_id,unit_name,meetings_held,meetings_linked,linked_rate,returns_in,beside
    south,站南所,2,0,0.0,1/1,
    north,站北派出所党支部,2,0,0.0,1/1,not sealed; other rules than most
    west,城西所,3,0,0.0,1/1,not sealed
    east,城东所,,,,0/1,not handed in
    ");
    assert_snapshot!(desk.at_desk("desk report duties --by month --format md"), @"
    | month   | owed | kept | kept (%) | in time | in time (%) | returns | notes                             |
    | ------- | ---: | ---: | -------: | ------: | ----------: | ------- | --------------------------------- |
    | 2026-10 |    0 |    0 |          |       0 |             | 3/4     | not sealed; other rules than most |

    3 of 4 units handed in everything

    not handed in and not counted: 城东所 (2026-10)
    ");
    assert_snapshot!(desk.at_desk("desk report duties -p 2027"), @"
    --- stderr
    error: 2027 has not begun
    --- exit Some(1)
    ");
}

/// The desk's figures are those of the measures, line by line, and every line is where it is said to be.
#[test]
fn every_figure_leads_back_to_the_lines_it_is_made_of() {
    let desk = busy();
    let lines = desk.at_desk("desk report attendance -p 2026-10 --explain --format csv");
    let mut sums: BTreeMap<String, (u32, u32)> = BTreeMap::new();
    for line in lines.lines().skip(1) {
        let cells: Vec<_> = line.split(',').collect();
        let (file, number) = cells[9].split_once(':').unwrap();
        let text = desk.read(&format!("desk/{file}"));
        let there = text.lines().nth(number.parse::<usize>().unwrap() - 1).unwrap();
        let told: Vec<_> = there.split(',').collect();
        assert_eq!((told[1], told[3], told[4]), ("attendance", cells[5], cells[6]), "{line}");
        assert_eq!((told[5], told[6]), (cells[7], cells[8]), "{line}");
        let sum = sums.entry(cells[0].to_owned()).or_default();
        *sum = (sum.0 + told[5].parse::<u32>().unwrap(), sum.1 + told[6].parse::<u32>().unwrap());
    }
    assert_eq!(sums.len(), 3);
    let report = desk.at_desk("desk report attendance -p 2026-10 --format csv");
    for (unit, (part, whole)) in sums {
        let row = report.lines().find(|row| row.starts_with(&unit)).unwrap();
        let cells: Vec<_> = row.split(',').collect();
        assert_eq!((cells[2], cells[3]), (&*whole.to_string(), &*part.to_string()), "{row}");
    }
}

#[test]
fn a_package_that_is_not_as_it_was_taken_is_not_counted() {
    let desk = busy();
    let before = desk.at_desk("desk report rhythm -p 2026-10");
    let path = "desk/returns/west/2026-10-counts/measures.csv";
    let whole = desk.read(path);
    desk.write(path, whole.replace("meetings,,theme-day,1", "meetings,,theme-day,9"));
    assert_ne!(desk.read(path), whole);
    assert_snapshot!(desk.at_desk("desk report rhythm -p 2026-10"), @"
    unit              meetings  served work  served (%)  returns  notes
    ────────────────  ────────  ───────────  ──────────  ───────  ─────────────────────────────────
    站南所                   2            0         0.0  1/1      other rules than most
    站北派出所党支部         2            0         0.0  1/1      not sealed; other rules than most
    城西所                                               0/1      not handed in
    城东所                                               0/1      not handed in
    分局                     4            0         0.0  2/4      not sealed; other rules than most

    2 of 4 units handed in everything

    not handed in and not counted: 城东所 (2026-10); 城西所 (2026-10)
    --- stderr
    warning: returns/west/2026-10-counts is not as it was taken and is not counted; restore it from git: git checkout -- returns
    ");
    desk.write(path, whole);
    assert_eq!(desk.at_desk("desk report rhythm -p 2026-10"), before);
}

#[test]
fn a_bulletin_says_who_handed_in_and_who_did_not() {
    let desk = busy();
    assert_snapshot!(desk.at_desk("desk bulletin -p 2026-10"), @"
    政治处: bulletin of 2026-10
      handed in everything  3/4

    unit              owed  kept  in time  returns  notes
    ────────────────  ────  ────  ───────  ───────  ─────────────────────────────────
    站南所               0     0        0  1/1
    站北派出所党支部     0     0        0  1/1      not sealed; other rules than most
    城西所               0     0        0  1/1      not sealed
    城东所                                 0/1      not handed in
    分局                 0     0        0  3/4      not sealed; other rules than most

    unit              expected  attended  rate (%)  returns  notes
    ────────────────  ────────  ────────  ────────  ───────  ─────────────────────────────────
    站南所                   9         8      88.9  1/1
    站北派出所党支部         9         8      88.9  1/1      not sealed; other rules than most
    城西所                  12        10      83.3  1/1      not sealed
    城东所                                          0/1      not handed in
    分局                    30        26      86.7  3/4      not sealed; other rules than most

    unit              meetings  served work  served (%)  returns  notes
    ────────────────  ────────  ───────────  ──────────  ───────  ─────────────────────────────────
    站南所                   2            0         0.0  1/1
    站北派出所党支部         2            0         0.0  1/1      not sealed; other rules than most
    城西所                   3            0         0.0  1/1      not sealed
    城东所                                               0/1      not handed in
    分局                     7            0         0.0  3/4      not sealed; other rules than most

    unit              found  closed  open at the end  overdue  returns  notes
    ────────────────  ─────  ──────  ───────────────  ───────  ───────  ─────────────
    站南所                1       0                1        0  1/1
    站北派出所党支部      1       0                1        0  1/1      not sealed
    城西所                1       0                1        0  1/1      not sealed
    城东所                                                     0/1      not handed in
    分局                  3       0                3        0  3/4      not sealed

    unit              approved  paid  returns  notes
    ────────────────  ────────  ────  ───────  ─────────────────────────────────
    站南所                0.00  0.00  1/1
    站北派出所党支部      0.00  0.00  1/1      not sealed; other rules than most
    城西所                0.00  0.00  1/1      not sealed
    城东所                            0/1      not handed in
    分局                  0.00  0.00  3/4      not sealed; other rules than most

    unit              above  month    due         days over  state          taken
    ────────────────  ─────  ───────  ──────────  ─────────  ─────────────  ──────────
    站北派出所党支部  分局   2026-10  2026-11-08         15  not sealed     2026-11-23
    城西所            分局   2026-10  2026-11-05         18  not sealed     2026-11-23
    城东所            分局   2026-10  2026-11-05         18  not handed in
    ");
    let page = desk.at_desk("desk bulletin -p 2026-10 --format html --lang zh");
    for part in ["<h1>政治处 2026-10 通报</h1>", "城东所", "未报送"] {
        assert!(page.contains(part), "{part}");
    }
}

/// A desk above takes the package of a desk as desks take those of branches, and says what is missing below.
#[test]
fn pages_lead_from_a_period_to_its_months_and_units() {
    let desk = busy();
    assert_snapshot!(desk.at_desk("desk site -p 2026-10 --out ../site"), @"
    --- stderr
    wrote 9 pages to ../site
    ");
    let files = desk.files().into_iter();
    let pages =
        files.filter_map(|(path, _)| path.strip_prefix(desk.root().join("site")).ok()?.to_str().map(str::to_owned));
    let pages: Vec<_> = pages.filter(|path| path.ends_with(".html")).map(|path| format!("site/{path}")).collect();
    assert_snapshot!(pages.join("\n"), @"
    site/index.html
    site/missing.html
    site/months/2026-10.html
    site/months.html
    site/units/east.html
    site/units/north.html
    site/units/south.html
    site/units/west.html
    site/units.html
    ");
    for page in &pages {
        let text = desk.read(page);
        let folder = desk.root().join(page).parent().unwrap().to_owned();
        for link in text.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            let leads_out = ["#", "data:"].iter().any(|begin| link.starts_with(begin));
            assert!(leads_out || folder.join(link).is_file(), "{page}: {link}");
        }
        for name in ["孙磊", "李敏", "徐浩"] {
            assert!(!text.contains(name), "{page}: {name}");
        }
    }
    assert!(desk.read("site/months/2026-10.html").contains("href=\"../units/south.html\""));
    assert!(desk.read("site/units/west.html").contains("83.3"));
    assert!(desk.read("site/missing.html").contains("城东所"));
    // Written again it is the same, and what is no page any more goes.
    desk.write("desk/units.csv", desk.read("desk/units.csv").replace("east,城东所,分局,,,\n", ""));
    assert_snapshot!(desk.at_desk("desk site -p 2026-10 --out ../site --lang zh"), @"
    --- stderr
    已写出 8 个网页到 ../site；删去不再有的 1 个
    ");
    assert!(!desk.root().join("site/units/east.html").exists());
}

#[test]
fn a_desk_is_a_unit_of_the_desk_above() {
    let desk = busy();
    let id = desk.read("desk/desk.toml").lines().find_map(|line| line.strip_prefix("id = ")).unwrap().to_owned();
    desk.write("offices.csv", format!("unit,name\n{},分局政治处\n", id.trim_matches('"')));
    desk.does(&["desk init city --units offices.csv --name 市局 --since 2026-10"]);
    assert_snapshot!(desk.at_desk("desk return 2026-10 --to ../up/2026-10.zip"), @"
    --- stderr
    wrote the return of 2026-10 to ../up/2026-10.zip: figures of 3 of 4 units
    ");
    assert_snapshot!(plain(&desk.run("return verify up/2026-10.zip")), @"
    item          state                         found
    ────────────  ────────────────────────────  ──────────────────────────────────────────────────────────────────────────────────────
    whole         proven                        2 files, as they are described
    seal          not provable from this alone  2026-10 is not sealed: its figures may still change
    measures.csv  not provable from this alone  there is no seal to compare it with
    records       not provable from this alone  that the figures follow from the records: zhibu verify 2026-10 proves it at the branch
    sender        not provable from this alone  who sent it: the file is not signed, compare the code with theirs
    --- stderr
    政治处 (id vackckxmzzm4yj96), 2026-10, counts
    ");
    assert_snapshot!(desk.at_desk("desk return 2026-09"), @"
    --- stderr
    error: nothing was taken for 2026-09 yet
    --- exit Some(1)
    ");
    let at_city = |line: &str| plain(&desk.run(&format!("-C city {line}")));
    assert_snapshot!(at_city("desk take ../up"), @"
    Returns taken

    file               unit        month    edition  result  state
    ─────────────────  ──────────  ───────  ───────  ──────  ──────────
    ../up/2026-10.zip  分局政治处  2026-10  counts   taken   not sealed
    --- stderr
    took the return of 分局政治处 for 2026-10 (counts)
    ");
    assert_snapshot!(at_city("desk report attendance -p 2026-10"), @"
    unit        expected  attended  rate (%)  returns  notes
    ──────────  ────────  ────────  ────────  ───────  ─────────────────────────────────────────────
    分局政治处        30        26      86.7  1/1      3 of 4 units handed in everything; not sealed

    1 of 1 units handed in everything
    ");
    assert_snapshot!(at_city("desk report problems -p 2026-10 --explain"), @"
    unit        month    figure          numerator  from
    ──────────  ───────  ──────────────  ─────────  ──────────────────────────────────────────────────────
    分局政治处  2026-10  problems found          3  returns/vackckxmzzm4yj96/2026-10-counts/measures.csv:5
    分局政治处  2026-10  problems open           3  returns/vackckxmzzm4yj96/2026-10-counts/measures.csv:6
    ");
    // Once the last unit has handed in, and all of them sealed, the desk's month is as good as sealed.
    desk.write("desk/units.csv", "unit,name\nsouth,站南所\n");
    desk.at_desk("desk return 2026-10 --to ../up/again.zip");
    assert_snapshot!(at_city("desk take ../up/again.zip"), @"
    Returns taken

    file             unit        month    edition  result                 state
    ───────────────  ──────────  ───────  ───────  ─────────────────────  ──────
    ../up/again.zip  分局政治处  2026-10  counts   taken as a correction  sealed

    unit        month    figure                               kind          was     now
    ──────────  ───────  ───────────────────────────────────  ────────────  ──────  ─────
    分局政治处  2026-10  attendance of those due              group         8/12    2/3
    分局政治处  2026-10  attendance of those due              theme-day     18/18   6/6
    分局政治处  2026-10  awards and deductions by hand        commended     3       1
    分局政治处  2026-10  problems found                                     3       1
    分局政治处  2026-10  problems open                                      3       1
    分局政治处  2026-10  meetings that served a line of work  group         0/4     0/1
    分局政治处  2026-10  meetings that served a line of work  theme-day     0/3     0/1
    分局政治处  2026-10  meetings                             group         4       1
    分局政治处  2026-10  meetings                             theme-day     3       1
    分局政治处  2026-10  people                               full          18      6
    分局政治处  2026-10  people                               probationary  3       1
    分局政治处  2026-10  people                               staff         3       1
    分局政治处  2026-10  points                                             1146.5  380.5
    分局政治处  2026-10  people scored                        pass          18      6
    分局政治处  2026-10  hours of study                       collective    9       3
    --- stderr
    took the return of 分局政治处 for 2026-10 (counts)
    ");
    assert_eq!(at_city("desk due"), "--- stderr\neverything due was handed in\n");
}

#[test]
fn a_lake_has_every_measure_with_its_unit() {
    let desk = busy();
    assert_snapshot!(desk.at_desk("desk lake --out ../lake"), @"
    --- stderr
    wrote 4 returns as 4 files to ../lake
    ");
    let plainly = |file: &str| desk.read(&format!("lake/{file}")).replace("\r\n", "\n");
    assert_snapshot!(plainly("units.csv"), @"
    unit_id,unit_name,above_id
    south,站南所,office
    north,站北派出所党支部,office
    west,城西所,office
    office,分局,
    east,城东所,office
    ");
    assert_snapshot!(plain(&plainly("packages-2026.csv")), @"
    unit_id,period,edition,taken_on,as_of,return_state,seal,schema,program
    north,2026-10,counts,2026-11-23,2026-11-23,unsealed,,2,0.1.0
    north,2026-11,counts,2026-11-23,2026-11-23,open-month,,2,0.1.0
    south,2026-10,full,2026-11-23,2026-11-12,sealed,SEAL-SEAL-SEAL-SEAL,2,0.1.0
    west,2026-10,counts,2026-11-23,2026-11-23,unsealed,,2,0.1.0
    ");
    let measures = plainly("measures-2026.csv");
    assert_eq!(measures.lines().next(), Some("unit_id,period,figure,group,kind,numerator,denominator,unit,nature"));
    let units: Vec<_> = measures.lines().skip(1).map(|line| line.split(',').next().unwrap()).collect();
    assert!(units.is_sorted());
    let lines = |path: &str| desk.read(&format!("desk/returns/{path}/measures.csv")).lines().count() - 1;
    let all = ["north/2026-10-counts", "north/2026-11-counts", "south/2026-10-full", "west/2026-10-counts"];
    assert_eq!(units.len(), all.map(lines).into_iter().sum::<usize>());
    let digest = zhibu::record::sha256(desk.read("lake/measures-2026.csv").as_bytes());
    assert!(plainly("datapackage.json").contains(&digest));
}
