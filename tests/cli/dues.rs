use insta::assert_snapshot;

use super::sandbox::Sandbox;

#[test]
fn amounts_are_approved_and_dues_paid() {
    let branch = Sandbox::branch();
    assert_snapshot!(branch.run("dues set 孙磊,赵刚 45.5 --from 2026-01 --by 李敏"), @"
    --- stderr
    孙磊, 赵刚: 45.50 a month, from 2026-01
      dues/2026.toml
    ");
    assert_snapshot!(branch.run("dues set 李敏 --base 6200 --from 2026-01"), @"
    --- stderr
    李敏: 93.00 a month, from 2026-01
      dues/2026.toml
    ");
    assert_snapshot!(branch.run("dues pay 孙磊,赵刚 --on 11-03 --by 李敏"), @"
    --- stderr
    孙磊, 赵刚 paid for 2026-11: 45.50 a month, 2026-11-03
      dues/2026.toml
    ");
    assert_snapshot!(branch.run("dues pay 李敏,孙磊 2026-09..2026-10 --note 补交"), @"
    --- stderr
    李敏, 孙磊 paid for 2026-09, 2026-10: 277.00 in all, 2026-11-23
      dues/2026.toml
    ");
    assert_snapshot!(branch.read("dues/2026.toml"), @r#"
    amounts = [
      { id = "25vfbe", member = "zhao-gang", from = "2026-01", amount = "45.50", by = "li-min" },
      { id = "a5dput", member = "li-min", from = "2026-01", amount = "93.00" },
      { id = "xth3a3", member = "sun-lei", from = "2026-01", amount = "45.50", by = "li-min" },
    ]
    payments = [
      { id = "sqcdcy", month = "2026-11", member = "zhao-gang", amount = "45.50", paid = 2026-11-03, by = "li-min" },
      { id = "uxw257", month = "2026-11", member = "sun-lei", amount = "45.50", paid = 2026-11-03, by = "li-min" },
      { id = "9ddcqy", month = "2026-09", member = "sun-lei", amount = "45.50", paid = 2026-11-23, note = "补交" },
      { id = "jhrdrc", month = "2026-10", member = "li-min", amount = "93.00", paid = 2026-11-23, note = "补交" },
      { id = "pen3bv", month = "2026-10", member = "sun-lei", amount = "45.50", paid = 2026-11-23, note = "补交" },
      { id = "r6ftbp", month = "2026-09", member = "li-min", amount = "93.00", paid = 2026-11-23, note = "补交" },
    ]
    "#);
    assert_snapshot!(branch.run("dues list 孙磊"), @"
    month    name  what      amount  paid on     by    note  id
    ───────  ────  ────────  ──────  ──────────  ────  ────  ──────
    2026-01  孙磊  approved   45.50              李敏        xth3a3
    2026-09  孙磊  paid       45.50  2026-11-23        补交  9ddcqy
    2026-10  孙磊  paid       45.50  2026-11-23        补交  pen3bv
    2026-11  孙磊  paid       45.50  2026-11-03  李敏        uxw257
    ");
    assert_snapshot!(branch.run("dues list --format csv -p 2026-11"), @"
    month,member,name,what,amount,paid,by,note,struck,id
    2026-11,zhao-gang,赵刚,paid,45.50,2026-11-03,li-min,,,sqcdcy
    2026-11,sun-lei,孙磊,paid,45.50,2026-11-03,li-min,,,uxw257
    ");
    assert_snapshot!(branch.run("report dues"), @"
    month    id           name    group         due   paid   owed  state      paid on     by    id
    ───────  ───────────  ──────  ──────────  ─────  ─────  ─────  ─────────  ──────────  ────  ──────
    2026-11  he-xiuying   何秀英  综合党小组                       no amount
    2026-11  li-min       李敏    综合党小组  93.00         93.00  open
    2026-11  sun-lei      孙磊    刑侦党小组  45.50  45.50   0.00  paid       2026-11-03  李敏  uxw257
    2026-11  wang-fang    王芳    刑侦党小组                       no amount
    2026-11  wang-fang-2  王芳    综合党小组                       no amount
    2026-11  xu-nuo       许诺    综合党小组                       no amount
    2026-11  zhao-gang    赵刚    刑侦党小组  45.50  45.50   0.00  paid       2026-11-03  李敏  sqcdcy
    ");
    assert_snapshot!(branch.run("export --month 2026-10 --table dues --lang en"), @"
    month,member,name,group,due_amount,paid_amount,owed_amount,dues_state,paid,by,note,entry
    2026-10,li-min,李敏,office,93.00,93.00,0.00,late,2026-11-23,,补交,jhrdrc
    2026-10,sun-lei,孙磊,criminal,45.50,45.50,0.00,late,2026-11-23,,补交,pen3bv
    ");
    assert_snapshot!(branch.run("report dues -p 2026-11 --format json --lang zh"), @r#"
    [
      {"month":"2026-11","member":"he-xiuying","name":"何秀英","group":"office","due_amount":null,"paid_amount":null,"owed_amount":null,"dues_state":"no-amount","paid":null,"by":null,"note":null,"entry":[]},
      {"month":"2026-11","member":"li-min","name":"李敏","group":"office","due_amount":93.0,"paid_amount":null,"owed_amount":93.0,"dues_state":"open","paid":null,"by":null,"note":null,"entry":[]},
      {"month":"2026-11","member":"sun-lei","name":"孙磊","group":"criminal","due_amount":45.5,"paid_amount":45.5,"owed_amount":0.0,"dues_state":"paid","paid":"2026-11-03","by":["li-min"],"note":null,"entry":["uxw257"]},
      {"month":"2026-11","member":"wang-fang","name":"王芳","group":"criminal","due_amount":null,"paid_amount":null,"owed_amount":null,"dues_state":"no-amount","paid":null,"by":null,"note":null,"entry":[]},
      {"month":"2026-11","member":"wang-fang-2","name":"王芳","group":"office","due_amount":null,"paid_amount":null,"owed_amount":null,"dues_state":"no-amount","paid":null,"by":null,"note":null,"entry":[]},
      {"month":"2026-11","member":"xu-nuo","name":"许诺","group":"office","due_amount":null,"paid_amount":null,"owed_amount":null,"dues_state":"no-amount","paid":null,"by":null,"note":null,"entry":[]},
      {"month":"2026-11","member":"zhao-gang","name":"赵刚","group":"criminal","due_amount":45.5,"paid_amount":45.5,"owed_amount":0.0,"dues_state":"paid","paid":"2026-11-03","by":["li-min"],"note":null,"entry":["sqcdcy"]}
    ]
    "#);
    assert_snapshot!(branch.git(&["log", "-2", "--format=%s%n%b"]), @"
    李敏, 孙磊 paid for 2026-09, 2026-10: 277.00 in all, 2026-11-23
    补交

    Zhibu-Command: dues pay

    孙磊, 赵刚 paid for 2026-11: 45.50 a month, 2026-11-03
    Zhibu-Command: dues pay
    ");
    assert_eq!(branch.run("check"), "--- stderr\nnothing is wrong\n");
}

#[test]
fn the_table_of_rates_is_a_cross_check() {
    let branch = Sandbox::branch();
    for (base, amount) in
        [("3000", "15.00"), ("3001", "30.01"), ("5000", "50.00"), ("5001", "75.02"), ("10001", "200.02")]
    {
        let told = branch.run(&format!("dues set 孙磊 --base {base} --dry-run"));
        assert!(told.contains(&format!("amount = \"{amount}\"")), "{told}");
    }
    let told = branch.run("dues set 孙磊 --base 6000 --rate 离退休 --dry-run");
    assert!(told.contains("amount = \"60.00\""), "{told}");
    assert_snapshot!(branch.run("dues set 孙磊 45.50 --base 6200"), @"
    --- stderr
    孙磊: 45.50 a month, from 2026-11; by the table of rates it would be 93.00
      dues/2026.toml
    ");
    assert!(!branch.read("dues/2026.toml").contains("6200"));
}

#[test]
fn what_cannot_be_set() {
    let branch = Sandbox::branch();
    branch.run("dues set 孙磊 45.50 --from 2026-01");
    assert_snapshot!(branch.refused("dues set 孙磊 45.50 --from 2026-01"), @"
    --- stderr
    error: 孙磊 has 45.50 a month from 2026-01 already
    help: if it is wrong, first zhibu dues remove xth3a3 --why WHY
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("dues set 孙磊 60 --from 2026-07"), @"
    --- stderr
    error: the dues of 孙磊 are 45.50 a month and fixed for 2026
    help: say why with --note
    --- exit Some(1)
    ");
    assert_snapshot!(branch.run("dues set 孙磊 60 --from 2026-07 --note 调资"), @"
    --- stderr
    孙磊: 60.00 a month, from 2026-07
      dues/2026.toml
    ");
    assert_snapshot!(branch.refused("dues set 赵刚"), @"
    --- stderr
    error: write the amount, or the pay with --base
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("dues set 赵刚 45.505"), @r#"
    --- stderr
    error: `45.505` is no amount: write "45.50", in whole fen, at most a million yuan
    --- exit Some(2)
    "#);
    assert_snapshot!(branch.refused("dues set 赵刚 -- -5"), @r#"
    --- stderr
    error: `-5` is no amount: write "45.50", in whole fen, at most a million yuan
    --- exit Some(2)
    "#);
    assert_snapshot!(branch.refused("dues set 赵刚 45 --from 2026Q1"), @"
    --- stderr
    error: `2026Q1` is not a month, or months
    help: write 2026-11, this-month or 2026-09..2026-11
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("dues set 赵刚 45 --from 2026-13"), @"
    --- stderr
    error: `2026-13` is not a month, or months
    help: write 2026-11, this-month or 2026-09..2026-11
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("dues set 赵刚 --base 6200 --rate relif"), @"
    --- stderr
    error: no rate `relif`
    help: did you mean `relief` (学生、下岗失业、领取低保的党员)?
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("dues set 赵刚 45 --rate retired"), @"
    --- stderr
    error: `zhibu dues set` needs: --base <AMOUNT>
    help: see zhibu dues set --help
    --- exit Some(2)
    ");
}

#[test]
fn what_cannot_be_paid() {
    let branch = Sandbox::branch();
    branch.run("dues set 孙磊,赵刚 45.50 --from 2026-02");
    branch.run("dues pay 孙磊");
    assert_snapshot!(branch.refused("dues pay 孙磊,赵刚"), @"
    --- stderr
    error: paid already: 孙磊 2026-11
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("dues pay 孙磊 2026-01"), @"
    --- stderr
    error: 孙磊 has no approved amount for 2026-01
    help: approve one: zhibu dues set sun-lei AMOUNT --from 2026-01
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("dues pay 李敏"), @"
    --- stderr
    error: 李敏 has no approved amount for 2026-11
    help: approve one: zhibu dues set li-min AMOUNT --from 2026-11
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("dues pay 孙磊 2025-12"), @"
    --- stderr
    error: 孙磊 has no approved amount for 2025-12
    help: approve one: zhibu dues set sun-lei AMOUNT --from 2025-12
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("dues pay 赵刚 --on 11-24"), @"
    --- stderr
    error: 2026-11-24 is yet to come
    help: log it when it has happened; write a day of last year with its year
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("dues pay 赵刚 11-05"), @"
    --- stderr
    error: `11-05` is not a month, or months
    help: write 2026-11, this-month or 2026-09..2026-11
    --- exit Some(2)
    ");
    assert_snapshot!(branch.refused("dues pay 赵刚 --amount 45,50"), @r#"
    --- stderr
    error: `45,50` is no amount: write "45.50", in whole fen, at most a million yuan
    --- exit Some(2)
    "#);
    assert!(!branch.read("dues/2026.toml").contains("2026-01"));
}

#[test]
fn a_part_is_paid_and_then_the_rest() {
    let branch = Sandbox::branch();
    branch.run("dues set 孙磊 45.50");
    branch.run("dues pay 孙磊 --amount 40 --on 11-02");
    assert!(branch.run("report dues --format csv").contains("sun-lei,孙磊,criminal,45.50,40.00,5.50,owed,2026-11-02"));
    assert_snapshot!(branch.run("dues pay 孙磊"), @"
    --- stderr
    孙磊 paid for 2026-11: 5.50 a month, 2026-11-23
      dues/2026.toml
    ");
    assert!(branch.run("report dues --format csv").contains("sun-lei,孙磊,criminal,45.50,45.50,0.00,late,2026-11-23"));
    assert!(branch.refused("dues pay 孙磊").contains("paid already"));
    assert!(branch.run("dues pay 孙磊 --amount 1000 --note 自愿多交").contains("1000.00"));
}

/// A branch that keeps its records from a day on.
fn since(day: &str) -> Sandbox {
    let branch = Sandbox::branch();
    branch.write("zhibu.toml", branch.read("zhibu.toml").replace("since = 2026-11-23", &format!("since = {day}")));
    branch
}

/// Who is in arrears on a day: months owed, in a row, sum, step, and the months without an amount.
fn arrears_on(branch: &Sandbox, day: &str) -> Vec<String> {
    let rows: Vec<serde_json::Value> =
        serde_json::from_str(&branch.run(&format!("dues arrears --on {day} --quiet --format json"))).unwrap();
    let line = |row: &serde_json::Value| {
        let cells = ["member", "months_owed", "in_a_row", "owed_amount", "months_without_amount"];
        cells.map(|cell| row[cell].to_string().replace('"', "")).join(" ")
    };
    rows.iter().map(line).collect()
}

#[test]
fn arrears_are_not_forgotten_at_new_year() {
    let branch = since("2025-01-01");
    branch.run("dues set 孙磊 45.50 --from 2025-10");
    branch.run("dues pay 孙磊 2025-10 --on 2025-10-10");
    assert_eq!(arrears_on(&branch, "2025-12-31"), ["sun-lei 2 2 91.0 []"]);
    // Nobody has approved the amount of 2026: the months go on, and are told apart.
    assert_eq!(arrears_on(&branch, "2026-03-31"), ["sun-lei 2 5 91.0 [2026-01,2026-02,2026-03]"]);
    let due = |day: &str| {
        let told = branch.run(&format!("due --on {day} --within 0d --format csv"));
        told.lines().filter(|line| line.contains("arrears")).map(str::to_owned).collect::<Vec<_>>().join("\n")
    };
    assert_snapshot!(due("2026-03-31"), @r#"2025-11-15,overdue,must,"dues in arrears for 2025-11, 2025-12: 91.00 (紧急); no amount approved for 2026-01, 2026-02, 2026-03",sun-lei,支部的做法,rules/dues.toml:60,zhibu dues pay sun-lei 2025-11 2025-12"#);
    branch.run("dues set 孙磊 50 --from 2026-01");
    assert_eq!(arrears_on(&branch, "2026-04-30"), ["sun-lei 6 6 291.0 []"]);
    // The sixth month is unpaid in whole when it is over.
    assert!(due("2026-04-30").contains("2026-04: 291.00 (紧急)"), "{}", due("2026-04-30"));
    assert!(due("2026-05-01").contains("2026-04: 291.00 (满六个月"), "{}", due("2026-05-01"));
    assert_eq!(arrears_on(&branch, "2027-02-01"), ["sun-lei 14 15 691.0 [2027-01]"]);
}

#[test]
fn who_paid_everything_owes_no_month_without_an_amount() {
    let branch = since("2025-01-01");
    branch.run("dues set 孙磊 45.50 --from 2025-11");
    branch.run("dues pay 孙磊 2025-11..2025-12 --on 2025-12-10");
    assert_eq!(arrears_on(&branch, "2026-11-23"), Vec::<String>::new());
}

#[test]
fn an_amount_lives_on_until_it_changes_unless_it_is_fixed_for_the_year() {
    let branch = since("2025-01-01");
    branch.run("dues set 孙磊 45.50 --from 2025-11");
    branch.run("dues pay 孙磊 2025-11 --on 2025-11-10");
    assert_eq!(arrears_on(&branch, "2026-01-31"), ["sun-lei 1 2 45.5 [2026-01]"]);
    let rules = branch.read("rules/dues.toml").replace("fixed-for-year = true", "fixed-for-year = false");
    branch.write("rules/dues.toml", rules);
    assert_eq!(arrears_on(&branch, "2026-01-31"), ["sun-lei 2 2 91.0 []"]);
    assert!(branch.run("dues pay 孙磊 2026-01 --on 2026-01-10").contains("45.50"));
    assert!(branch.run("report dues --period 2026-02 --format csv").contains("45.50,,45.50,owed"));
    // Before the first amount there is none.
    assert!(branch.refused("dues pay 孙磊 2025-10").contains("2025-10"));
    branch.run("dues set 孙磊 60 --from 2026-03");
    assert_eq!(arrears_on(&branch, "2026-03-31"), ["sun-lei 3 2 151.0 []"]);
    assert_eq!(branch.run("check --format csv").lines().filter(|line| line.contains("no-amount")).count(), 0);
}

#[test]
fn months_in_arrears_are_counted_from_the_day_after_the_due_day() {
    let branch = since("2025-11-01");
    branch.run("dues set 孙磊 45.50 --from 2025-11");
    branch.run("dues set 孙磊 50 --from 2026-01");
    let arrears = |day: &str| {
        let told = branch.run(&format!("dues arrears --on {day} --quiet --format csv"));
        told.lines()
            .nth(1)
            .map(|line| line.split(',').skip(3).take(4).collect::<Vec<_>>().join(" "))
            .unwrap_or_default()
    };
    assert_eq!(arrears("2025-11-15"), "");
    assert_eq!(arrears("2025-11-16"), "1 1 45.50 提醒");
    assert_eq!(arrears("2025-12-31"), "2 2 91.00 提醒");
    assert_eq!(arrears("2026-01-15"), "2 2 91.00 提醒");
    assert_eq!(arrears("2026-01-16"), "3 3 141.00 督促");
    assert_eq!(arrears("2026-03-16"), "5 5 241.00 紧急");
    assert_eq!(arrears("2026-04-15"), "5 5 241.00 紧急");
    // Six months are full when the sixth is over, and not when its dues were to be paid.
    assert_eq!(arrears("2026-04-16"), "6 6 291.00 紧急");
    assert_eq!(arrears("2026-04-30"), "6 6 291.00 紧急");
    assert_eq!(arrears("2026-05-01"), "6 6 291.00 满六个月：无正当理由的，按自行脱党处理");
    branch.run("dues pay 孙磊 2026-01 --on 2026-04-20");
    assert_eq!(arrears("2026-04-19"), "6 6 291.00 紧急");
    assert_eq!(arrears("2026-04-20"), "5 3 241.00 督促");
    branch.run("dues pay 孙磊 2025-11..2025-12 2026-02..2026-11");
    assert_eq!(arrears("2026-11-23"), "");
}

#[test]
fn who_is_in_arrears() {
    let branch = since("2026-01-01");
    branch.run("dues set 孙磊,赵刚,许诺,董立 45.50 --from 2026-02");
    branch.run("dues pay 赵刚 2026-02..2026-09");
    branch.run("member leave 许诺 --reason 调离 --from 2026-04-30");
    assert_snapshot!(branch.run("dues arrears"), @"
    id         name  group       months owed  in a row    owed  step                                    months
    ─────────  ────  ──────────  ───────────  ────────  ──────  ──────────────────────────────────────  ────────────────────────────────────────────────────────────────────────────────────────
    sun-lei    孙磊  刑侦党小组           10        10  455.00  满六个月：无正当理由的，按自行脱党处理  2026-02; 2026-03; 2026-04; 2026-05; 2026-06; 2026-07; 2026-08; 2026-09; 2026-10; 2026-11
    xu-nuo     许诺                        2         2   91.00  提醒                                    2026-02; 2026-03
    zhao-gang  赵刚  刑侦党小组            2         2   91.00  提醒                                    2026-10; 2026-11
    --- stderr
    without an approved amount for 2026-11: 何秀英, 李敏, 王芳 (刑侦党小组), 王芳 (综合党小组)
    ");
    assert_snapshot!(branch.run("dues arrears --lang zh --format md"), @"
    | 编号      | 姓名 | 小组       | 欠交月数 | 连续月数 | 欠交金额 | 提醒                                   | 欠交月份                                                                                 | 未核定金额的月份 |
    | --------- | ---- | ---------- | -------: | -------: | -------: | -------------------------------------- | ---------------------------------------------------------------------------------------- | ---------------- |
    | sun-lei   | 孙磊 | 刑侦党小组 |       10 |       10 |   455.00 | 满六个月：无正当理由的，按自行脱党处理 | 2026-02；2026-03；2026-04；2026-05；2026-06；2026-07；2026-08；2026-09；2026-10；2026-11 |                  |
    | xu-nuo    | 许诺 |            |        2 |        2 |    91.00 | 提醒                                   | 2026-02；2026-03                                                                         |                  |
    | zhao-gang | 赵刚 | 刑侦党小组 |        2 |        2 |    91.00 | 提醒                                   | 2026-10；2026-11                                                                         |                  |
    --- stderr
    2026-11 还没有核定金额：何秀英、李敏、王芳（刑侦党小组）、王芳（综合党小组）
    ");
}

#[test]
fn lines_are_struck_and_count_no_more() {
    let branch = Sandbox::branch();
    branch.run("dues set 孙磊 45.50");
    branch.run_words(&["dues", "pay", "孙磊", "--note", "现金"]);
    let ids: Vec<_> = branch
        .run("dues list --format csv")
        .lines()
        .skip(1)
        .map(|line| line.rsplit(',').next().unwrap().to_owned())
        .collect();
    assert_snapshot!(branch.run(&format!("dues remove {} --why 登错 --yes", ids[1])), @"
    --- stderr
    struck 2026-11 孙磊 paid 45.50: 登错
      dues/2026.toml
    ");
    assert!(branch.run("report dues --format csv").contains("sun-lei,孙磊,criminal,45.50,,45.50,owed"));
    assert_snapshot!(branch.run(&format!("dues remove {} --why 登错 --yes", ids[0])), @"
    --- stderr
    struck 2026-11 孙磊 approved 45.50: 登错
      dues/2026.toml
    ");
    assert_snapshot!(branch.run("dues list"), @"
    month    name  what      amount  paid on     note  struck  id
    ───────  ────  ────────  ──────  ──────────  ────  ──────  ──────
    2026-11  孙磊  approved   45.50                    登错    xth3a3
    2026-11  孙磊  paid       45.50  2026-11-23  现金  登错    25vfbe
    ");
    assert!(branch.refused(&format!("dues remove {} --why 登错 --yes", ids[0])).contains("struck already"));
    assert_snapshot!(branch.refused("dues remove zzzzzz --why 登错 --yes"), @"
    --- stderr
    error: no amount or payment `zzzzzz` in 2026
    help: zhibu dues list shows the ids; add --period for other years
    --- exit Some(2)
    ");
    assert!(branch.run("dues set 孙磊 50").contains("50.00"));
}

#[test]
fn without_rules_of_dues_the_rest_goes_on() {
    let branch = Sandbox::branch();
    branch.forget("rules/dues.toml");
    branch.run("dues set 孙磊 45.50 --from 2026-01");
    assert!(branch.run("dues set 孙磊 50 --from 2026-07").contains("50.00"));
    assert!(branch.run("dues pay 孙磊").contains("50.00"));
    assert_snapshot!(branch.refused("dues arrears"), @"
    --- stderr
    error: there is no rules/dues.toml
    help: make a new directory with zhibu init and copy the file from there
    --- exit Some(1)
    ");
    assert_snapshot!(branch.refused("dues set 赵刚 --base 6200"), @"
    --- stderr
    error: there is no rules/dues.toml
    help: make a new directory with zhibu init and copy the file from there
    --- exit Some(1)
    ");
    assert!(branch.run("export --month 2026-11 --out out").contains("exported"));
    assert_eq!(branch.run("check"), "--- stderr\nnothing is wrong\n");
}

#[test]
fn two_people_record_apart_and_merge() {
    for (first, second) in [
        (&["dues", "pay", "孙磊"][..], &["dues", "pay", "赵刚", "--note", "other"][..]),
        (&["dues", "set", "李敏", "60"], &["dues", "pay", "赵刚", "--note", "other"]),
        (&["dues", "set", "李敏", "60"], &["dues", "set", "许诺", "20", "--note", "other"]),
        (&["dues", "pay", "孙磊"], &["dues", "set", "李敏", "60"]),
    ] {
        let branch = Sandbox::branch();
        branch.run("dues set 孙磊,赵刚 45.50 --from 2026-01");
        branch.git(&["checkout", "-qb", "other"]);
        assert!(branch.command(first).env("ZHIBU_SEED", "7").output().unwrap().status.success());
        branch.git(&["checkout", "-q", "-"]);
        assert!(branch.command(second).env("ZHIBU_SEED", "8").output().unwrap().status.success());
        branch.git(&["merge", "-q", "--no-edit", "other"]);
        assert_eq!(branch.run("check"), "--- stderr\nnothing is wrong\n", "{}", branch.read("dues/2026.toml"));
        assert_eq!(branch.run("dues list --format csv").lines().count(), 5, "{}", branch.read("dues/2026.toml"));
    }
}

#[test]
fn more_months_than_the_rules_have_are_told_when_they_are_paid() {
    let branch = Sandbox::branch().since("2026-01-01");
    branch.run("dues set 孙磊,赵刚 40 --from 2026-01");
    // Of the months before the running one six are late; its own dues were to be paid by the 15th.
    let told = branch.run("dues pay 孙磊 2026-05..2026-10 --on 2026-11-10");
    assert!(!told.contains("catches up"), "{told}");
    let told = branch.run("dues pay 赵刚 2026-05..2026-11 --on 2026-11-16");
    assert!(told.contains("赵刚 catches up on 7 months at once, as a rule no more than 6"), "{told}");
    branch.write("rules/dues.toml", branch.read("rules/dues.toml").replace("catch-up = 6", "catch-up = 0"));
    assert!(branch.refused("rules check").contains("the months of a catch-up should be 1 or more"));
}
