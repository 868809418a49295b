//! The measure: the four tables of one branch as its office has them, each in one command with one question, and how
//! many keys that takes. The page `examples/EXCEL.md` says the same numbers.

use super::offices::book;
use crate::sandbox::Sandbox;
use crate::terminal::Terminal;

/// The call, a sheet, and what is written of it.
type Case<'a> = (&'a str, Vec<u8>, &'a str, &'a str);

/// A month's sheets after public templates; all people are made up.
fn sheets() -> [Case<'static>; 4] {
    let roster = book(
        &[
            &["站南派出所党支部党员名册"],
            &[
                "序号",
                "姓名",
                "性别",
                "党籍状态",
                "加入党组织日期",
                "转为正式党员日期",
                "组织关系转入时间",
                "党小组",
                "职务",
            ],
            &["=1", "赵一", "男", "正式党员", "2015-07-01", "2016-07-01", "2021-03-01", "刑侦党小组", "书记"],
            &["=2", "钱二", "女", "正式党员", "2016.7.1", "2017.7.1", "", "", "副所长、组织委员"],
            &["=3", "孙三", "男", "预备党员", "2026年6月9日", "", "", "综合党小组", ""],
            &["合计", "3人"],
        ],
        &[(2, 7, 3, 7)],
    );
    let attendance = book(
        &[
            &["2026年10月党员考勤表"],
            &["序号", "姓名", "10.12党员大会", "10.22主题党日", "备注"],
            &["=1", "赵一", "√", "√", ""],
            &["=2", "钱二", "迟", "√", ""],
            &["=3", "孙三", "√", "假", ""],
            &["制表人：李敏"],
        ],
        &[],
    );
    let dues = book(
        &[
            &["2026年党费收缴登记表"],
            &["姓名", "9月", "10月", "合计"],
            &["赵一", "=45.5", "=45.5", "=91"],
            &["钱二", "√", "", "=60"],
            &["合计", "=105.5", "=45.5", "=151"],
        ],
        &[],
    );
    let points = book(
        &[
            &["2026年10月积分表"],
            &["姓名", "立功受奖、表彰", "破案打击", "合计"],
            &["赵一", "=5", "=0", "=5"],
            &["钱二", "", "=2", "=2"],
        ],
        &[],
    );
    [
        ("zhibu import members 1.xlsx --make-groups", roster, "members/zhao-yi.toml", "here = 2021-03-01"),
        (
            "zhibu import attendance 2.xlsx --mark 假=leave",
            attendance,
            "meetings/2026/2026-10-22-theme-day.toml",
            "reason = \"leave\"",
        ),
        (
            "zhibu import dues 3.xlsx --set paid=month-end",
            dues,
            "dues/2026.toml",
            "amount = \"60.00\", paid = 2026-09-30",
        ),
        ("zhibu import points 4.xlsx --set date=2026-10-31", points, "points/2026-10.toml", "item = \"case-solved\""),
    ]
}

#[test]
fn each_table_of_a_branch_takes_one_command_and_one_question() {
    let branch = Sandbox::empty();
    branch.run("init . --name 站南 --no-commit");
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/EXCEL.md")).unwrap();
    let mut keys = 0;
    for (number, (call, sheet, file, says)) in (1..).zip(sheets()) {
        if number == 3 {
            branch.run("dues set zhao-yi 45.50 --from 2026-01 --no-commit");
            branch.run("dues set qian-er 60 --from 2026-01 --no-commit");
        }
        branch.write(&format!("{number}.xlsx"), sheet);
        let words: Vec<_> = call.split(' ').skip(1).chain(["--no-commit"]).collect();
        let mut terminal = Terminal::of(&branch.command(&words));
        terminal.sees("import it (").sees("[y/N]").press("y\r");
        let ended = terminal.ends();
        assert_eq!(ended.exit, Some(0), "{}", ended.screen);
        assert!(branch.read(file).contains(says), "{}", branch.read(file));
        let of_call = call.chars().count() + 1 + "y\r".len();
        assert!(page.contains(&format!("| `{call}` | {of_call} |")), "{call}: {of_call} keys");
        keys += of_call;
    }
    assert!(page.contains(&format!("{keys} keys")), "{keys} keys");
    assert_eq!(branch.contradictions(), Vec::<serde_json::Value>::new());
}

#[test]
fn on_a_terminal_what_a_map_would_say_is_asked() {
    let branch = Sandbox::branch();
    branch.write("a.csv", "姓名,10.12,10.22\n孙磊,√,△\n赵刚,√,√\n");
    let call = ["import", "attendance", "a.csv", "--year", "2026", "--map", "a.toml", "--no-commit"];
    let mut terminal = Terminal::of(&branch.command(&call));
    terminal.sees("kind in all rows").press("专家").sees("> 专家讲座").press("\r");
    terminal.sees("What does `△` mean").sees("> present").press("late").sees("> late").press("\r");
    terminal.sees("import it (4 added)").press("y\r");
    assert_eq!(terminal.ends().exit, Some(0));
    let map = branch.read("a.toml");
    assert!(map.contains("kind = \"lecture\"") && map.contains("\"△\" = \"late\""), "{map}");
    let told = branch.run("import attendance a.csv --year 2026 --map a.toml --yes");
    assert!(told.contains("4 recorded already"), "{told}");
}

#[test]
fn on_a_terminal_a_column_is_chosen() {
    let branch = Sandbox::branch();
    branch.write("s.csv", "姓名,发生时,学时,学时\n孙磊,2026-11-05,2,3\n");
    let mut terminal = Terminal::of(&branch.command(&["import", "study", "s.csv", "--no-commit"]));
    terminal.sees("Which column is hours").sees("> 学时 (C)").press("\u{1b}[B").sees("> 学时 (D)").press("\r");
    terminal.sees("Which column is date").sees("> 发生时 (B)").press("\r");
    terminal.sees("import it (1 added)").press("y\r");
    assert_eq!(terminal.ends().exit, Some(0));
    assert!(branch.read("study/2026-11.toml").contains("hours = 3"));
    let mut terminal = Terminal::of(&branch.command(&["import", "study", "s.csv", "--no-commit"]));
    terminal.sees("Which column is hours").press("\u{1b}");
    assert_eq!(terminal.ends().exit, Some(1));
}
