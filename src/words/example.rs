//! The examples at the foot of a command's whole help.

mod sent;

use super::Text;

/// A call and what it does.
pub struct Example {
    /// The call, as it is typed.
    pub call: Text,
    /// What it does.
    pub what: Text,
}

/// The calls are the same in both languages but for what people wrote.
type Row = (&'static str, &'static str, &'static str, &'static str);

/// Command, call, what it does in Chinese, what it does in English.
const EXAMPLES: &[Row] = &[
    (
        "",
        "zhibu init station --name 登山协会",
        "建立记录目录 station",
        "make the directory `station` for the records of a branch",
    ),
    (
        "",
        "zhibu meeting log general --absent 孙磊:duty --topic 学习章程",
        "登记今天的全体大会：除孙磊值班外，应到的都到了",
        "log today's meeting of the whole branch: everybody was there but 孙磊, who was on duty",
    ),
    (
        "",
        "zhibu export --month last-month --out exports",
        "把上月的表格导出到 exports",
        "write last month's tables to `exports`",
    ),
    (
        "init",
        "zhibu init station --name 登山协会",
        "在 station 里建立，用自带的规则",
        "make it in `station`, with the rules that come with the program",
    ),
    (
        "init",
        "zhibu init club --name 登山协会 --rulebook association",
        "用协会的规则",
        "with the rules of an association",
    ),
    (
        "log",
        "zhibu log november.txt",
        "把 november.txt 里的各行一次登记，一次提交",
        "record every line of november.txt in one commit",
    ),
    (
        "member add",
        "zhibu member add 赵刚 --standing full --from 2009-06-30 --group criminal --post secretary --post-from 2024-06-20",
        "正式成员，编入刑侦组，任负责人",
        "a full member, in the group `criminal`, the secretary",
    ),
    (
        "member add",
        "zhibu member add 周洋 --standing staff",
        "同单位的群众，从今天起",
        "one of the staff who is no member, from today",
    ),
    (
        "member move",
        "zhibu member move 赵刚 public-order --from 2026-12-01",
        "12 月 1 日起编入治安组",
        "in another group from 1 December",
    ),
    (
        "member post",
        "zhibu member post wf publicity --from 2026-12-01",
        "12 月 1 日起任宣传委员",
        "give a post from 1 December",
    ),
    (
        "member post",
        "zhibu member post wf publicity --until 2027-05-31",
        "任到 2027 年 5 月 31 日为止",
        "end it on 31 May 2027",
    ),
    (
        "member standing",
        "zhibu member standing 孙磊 full --from 2026-11-20",
        "11 月 20 日转为正式成员",
        "a full member from 20 November",
    ),
    (
        "member step",
        "zhibu member step 袁媛 talk --on 2026-07-20 --with 赵刚",
        "赵刚 7 月 20 日同申请人谈了话",
        "赵刚 talked with somebody who applied, on 20 July",
    ),
    (
        "member step",
        "zhibu member step 许诺 conversion --meeting 2026-06-22-general",
        "全体大会讨论转正；身份从预备期满那天起",
        "the general meeting decided that a probation is over; the standing is from its last day on",
    ),
    (
        "member step",
        "zhibu member step 许诺 extension --for 6m --meeting 2026-06-22-general",
        "延长预备期半年",
        "a probation made half a year longer",
    ),
    (
        "member leave",
        "zhibu member leave 孙磊 --reason 调离 --from 2026-12-01",
        "12 月 1 日起调离",
        "transferred from 1 December",
    ),
    (
        "member erase",
        "zhibu member erase 孙磊 --why 本人申请",
        "孙磊已离开，申请不再留姓名",
        "孙磊 has left, and asked for the name not to be kept",
    ),
    (
        "group add",
        "zhibu group add 刑侦组 --id criminal",
        "编号 criminal，从今天起",
        "with the id `criminal`, from today",
    ),
    (
        "meeting log",
        "zhibu meeting log group -g 刑侦 --absent 孙磊:duty:出警 --topic 学习章程 --link criminal-investigation",
        "今天的小组会：除孙磊出警外，组里的人都到了",
        "today's meeting of a group: everybody was there but 孙磊, who was on duty",
    ),
    (
        "meeting log",
        "zhibu meeting log general --on friday --time 19:30-20:40 --minutes minutes.txt --decision 接收周洋为预备成员 --votes 25,0,1",
        "周五的全体大会，带会议记录和一项表决",
        "Friday's meeting of the branch, with its minutes and a vote",
    ),
    (
        "meeting attend",
        "zhibu meeting attend 2026-11-05 --made-up 孙磊:2026-11-08",
        "孙磊 11 月 8 日补了 11 月 5 日的课",
        "孙磊 made up on 8 November for the meeting of the 5th",
    ),
    (
        "meeting attend",
        "zhibu meeting attend 2026-11-05-group-criminal --late wf --absent 孙磊:ill",
        "更正：王芳迟到，孙磊请病假",
        "put right who was late and who was ill",
    ),
    (
        "meeting plan",
        "zhibu meeting plan committee --on 2026-12-05 --time 15:00-16:00 --topic 研究年底总结 --prepares 李敏:总结初稿",
        "计划 12 月 5 日开委员会会议，李敏准备总结初稿",
        "plan the committee of 5 December, for which 李敏 prepares a draft",
    ),
    ("meeting prepared", "zhibu meeting prepared 2026-12-05 初稿", "总结初稿已经准备好", "the draft is ready"),
    (
        "meeting cancel",
        "zhibu meeting cancel 2026-12-05 --why 并入全体大会",
        "这次会不单独开了",
        "the meeting is given up",
    ),
    (
        "meeting sitting",
        "zhibu meeting sitting 2026-11-05 --on 11-07 --time 15:00-16:00 --present 孙磊,周涛",
        "第一场时值班的两个人，11 月 7 日补开一场：两人都算出席",
        "the two who were on duty met on 7 November: both count as present",
    ),
    (
        "meeting sitting",
        "zhibu meeting sitting 2026-11-05 2 --place 值班室 --late 周涛",
        "更正第二场：地点是值班室，周涛迟到",
        "correct the second sitting: where it was, and who was late",
    ),
    (
        "meeting decide",
        "zhibu meeting decide 2026-11-05 推荐王芳为优秀成员 --votes 7,0,1",
        "赞成 7 票，反对 0 票，弃权 1 票",
        "7 for, none against, 1 abstaining",
    ),
    (
        "meeting decide",
        "zhibu meeting decide 2026-11-05 调整夜间巡逻班次 --owner 孙磊 --until 12-15",
        "孙磊负责落实，12 月 15 日前完成",
        "孙磊 carries it out by 15 December",
    ),
    (
        "meeting elect",
        "zhibu meeting elect 2026-11-05 赵刚:secretary:7,0,0 李敏:publicity:6,1,0 孙磊:2,5,0 --places 2 --ballots 7,7,0",
        "三名候选人，应选两名；当选的赵刚、李敏就任，前任同时免去",
        "three candidates for two places; those elected take up their posts",
    ),
    (
        "meeting elect",
        "zhibu meeting elect 2026-11-06 赵刚:secretary:3,0,0 --from 2026-11-07",
        "选举负责人，第二天就任",
        "the committee elects a secretary, who takes up the post the day after",
    ),
    (
        "meeting list",
        "zhibu meeting list --period 2026Q4 --member 孙磊",
        "孙磊第四季度的会议",
        "the meetings of somebody in a quarter",
    ),
    (
        "meeting remove",
        "zhibu meeting remove 2026-11-05-group-criminal --why 重复登记",
        "登记重了，作废一次",
        "strike one that was logged twice",
    ),
    (
        "points award",
        "zhibu points award wf commended 5 --note 破获系列盗窃案 --link criminal-investigation",
        "王芳（wf）受表彰，加 5 分",
        "5 points for 王芳 (wf), who was commended",
    ),
    (
        "points award",
        "zhibu points award 王芳,孙磊 commended 2 --on yesterday",
        "两个人昨天各加 2 分",
        "2 points each for two people, yesterday",
    ),
    (
        "points explain",
        "zhibu points explain 王芳 --period 2026-11",
        "王芳 11 月的每一分",
        "every point of a member in a month",
    ),
    ("points explain", "zhibu points explain wf -p 2026 --format csv", "全年的，CSV 格式", "of the whole year, as CSV"),
    (
        "study log",
        "zhibu study log 王芳,孙磊 4 --kind 集中培训 --title 学习章程",
        "王芳、孙磊今天集中培训，各 4 学时",
        "4 hours of training each for two people, today",
    ),
    (
        "study total",
        "zhibu study total",
        "今年每个人学了多少、还差多少",
        "what everybody studied this year, and still owes",
    ),
    (
        "talk log",
        "zhibu talk log 赵刚 孙磊,王芳 --reason commended --place 谈话室",
        "赵刚今天分别与孙磊、王芳谈：受到表彰",
        "赵刚 talked with two people today, who were commended",
    ),
    (
        "talk matrix",
        "zhibu talk matrix --period 2026",
        "今年谁和谁谈过，还差谁，建议谁和谁谈",
        "who has talked with whom this year, who has yet to, and what would settle it",
    ),
    (
        "dues set",
        "zhibu dues set 王芳 45.50 --from 2026-01",
        "王芳一月起每月交 45.50",
        "45.50 a month for a member, from January",
    ),
    (
        "dues set",
        "zhibu dues set 王芳 --base 6200",
        "按规则里的比例，从工资基数算出来",
        "reckoned from the pay by the table of rates",
    ),
    ("dues pay", "zhibu dues pay 王芳,孙磊", "两个人今天交了本月的", "two people paid for this month today"),
    (
        "dues pay",
        "zhibu dues pay 孙磊 2026-09..2026-11 --on yesterday",
        "孙磊昨天补交三个月的",
        "somebody paid for three months yesterday",
    ),
    (
        "dues arrears",
        "zhibu dues arrears",
        "今天谁欠交，欠了几个月",
        "who is in arrears today, and for how many months",
    ),
    (
        "issue open",
        "zhibu issue open 会议记录不全 --owner 李敏 --deadline 2026-12-15 --where 分局检查 --measure 逐次补齐",
        "分局检查发现的问题，李敏 12 月 15 日前整改",
        "a problem found at an inspection, to be mended by 李敏 by 15 December",
    ),
    (
        "issue open",
        "zhibu issue open 请假没有写原因 --owner 孙磊 --deadline 12-15 --meeting 11-06-committee",
        "委员会会议上查出来的问题，下次委员会会议通报整改情况",
        "a problem found at the committee, which is told of it at its next meeting",
    ),
    ("issue update", "zhibu issue update k7p2m4 --progress 已补齐十月的", "登记整改的进展", "tell what was done"),
    (
        "issue close",
        "zhibu issue close k7p2m4 --by 赵刚 --note 抽查三次会议，记录完整",
        "赵刚核实后销号",
        "赵刚 has seen that it is done",
    ),
    ("issue list", "zhibu issue list --overdue", "过了期限还没有销号的问题", "what is open after its deadline"),
    (
        "due",
        "zhibu due --on 2026-12-01 --within 2m",
        "12 月 1 日看，两个月内要办的事",
        "what is to be done within two months of 1 December",
    ),
    (
        "due",
        "zhibu due --plan-back 袁媛 2027-10-01",
        "倒排：打算 2027 年 10 月 1 日转为下一种身份，之前各步最迟哪天办",
        "by when each step is to be taken for the next standing on 1 October",
    ),
    (
        "plan add",
        "zhibu plan add 一季度全体大会 2026Q1 --kind general",
        "第一季度开一次全体大会，开了就算完成",
        "a meeting of the branch in the first quarter, done when it is logged",
    ),
    (
        "plan add",
        "zhibu plan add 小组会 2026 --each month --kind group -g 刑侦",
        "刑侦组全年每月一次",
        "a meeting of a group in each month of the year",
    ),
    (
        "plan add",
        "zhibu plan add 报送半年总结 2026-07-10 --owner 李敏",
        "7 月 10 日前，李敏负责",
        "by 10 July, seen to by 李敏",
    ),
    ("plan done", "zhibu plan done 半年总结 --on yesterday", "昨天报送了", "it was done yesterday"),
    ("report", "zhibu report plan --period 2026", "全年计划完成得怎样", "what of the year's plan is done"),
    (
        "request log",
        "zhibu request log 名册 --from 上级 --form 报表 --until 2026-12-10",
        "上级要一份名册报表，12 月 10 日前",
        "a list of members, as a table, by 10 December",
    ),
    (
        "request deliver",
        "zhibu request deliver 名册 --hours 1.5 --as 名册一份",
        "今天报送了，花了一个半小时",
        "it was delivered today and took an hour and a half",
    ),
    (
        "report",
        "zhibu report requests --period 2026 --by asker",
        "今年谁要了多少材料，花了多少时间",
        "who asked for how much this year, and the hours it took",
    ),
    (
        "report",
        "zhibu report attendance --period 2026Q4 --by group",
        "第四季度各小组的出勤",
        "the attendance of each group in a quarter",
    ),
    (
        "print sign-in",
        "zhibu print sign-in general --on friday --time 15:00-16:30 --place 二楼会议室 -o sign-in.html",
        "周五全体大会的签到表",
        "the sheet for Friday's meeting of the branch",
    ),
    (
        "print record",
        "zhibu print record 2026-11-20-general -o record.html",
        "一次会议的记录",
        "the record of a meeting",
    ),
    ("print posted", "zhibu print posted --period 2026-10 -o points.html", "10 月的积分公示表", "the list of October"),
    (
        "print notice",
        "zhibu print notice 2026-12-05 -o notice.html",
        "12 月 5 日会议的通知",
        "the notice of the meeting of 5 December",
    ),
    (
        "print agenda",
        "zhibu print agenda 2026-12-05 -o agenda.html",
        "12 月 5 日会议的议程",
        "the agenda of the meeting of 5 December",
    ),
    (
        "print inspection",
        "zhibu print inspection --period 2026 -o inspection.html",
        "今年的台账目录和各文件校验值，供检查用",
        "the index of this year's records and the digest of each file",
    ),
    (
        "print template",
        "zhibu print template sign-in",
        "把签到表的模板复制到 templates/sign-in.html，再按自己的样子改",
        "copy the template of the sheet to templates/sign-in.html, to edit it",
    ),
    ("site", "zhibu site --out 网页", "今年的，姓名遮住", "of this year, with the names masked"),
    (
        "site",
        "zhibu site --period 2026-10 --edition full --out october",
        "10 月的，含真实姓名，内部使用",
        "of October, with names, for use within the branch",
    ),
    ("check", "zhibu check", "检查全部记录", "look through all records"),
    (
        "check",
        "zhibu check meetings/2026 --format json",
        "只看一年的会议，给脚本用",
        "only the meetings of a year, for a script",
    ),
    (
        "check",
        "zhibu check --explain closed-by-owner",
        "说明这种问题查什么、为什么、怎么改",
        "tell what this finding looks for, why, and how to mend it",
    ),
    (
        "accept",
        "zhibu accept file-name meetings/2026/2026-04-10-lecture.toml --why 上级系统按这个名称取文件",
        "这个文件名照旧，不再算问题",
        "let the name of this file stand: it is no finding any more",
    ),
    ("seal", "zhibu seal 2026-10 --by 李敏", "封存十月", "close October"),
    (
        "seal",
        "zhibu seal 2026-10 --amend 核对原始记录后更正",
        "手工改过十月的记录以后，写明原因，重新封存",
        "after October was changed by hand: seal it anew, and say why",
    ),
    (
        "sync",
        "zhibu sync /media/usb/zhibu.git --new",
        "第一次：在 U 盘上建一个供大家同步的仓库，把记录送过去",
        "the first time: make a repository to share on a stick, and push the records to it",
    ),
    (
        "sync",
        "zhibu sync",
        "取回别人登记的，合并、检查，再送出自己的",
        "fetch what others recorded, merge and check it, and push what is new here",
    ),
    (
        "resolve",
        "zhibu resolve",
        "列出两边都改过的记录，逐项对照",
        "list the records that both sides changed, field by field",
    ),
    (
        "resolve",
        "zhibu resolve p4k7m2 --field points=theirs",
        "这条记录的分值用对方的",
        "take the points of this record from the other side",
    ),
    ("verify", "zhibu verify", "核对全部封存的月份", "prove every month that is closed"),
    (
        "verify",
        "zhibu verify 2026-10 --held members/zhao-gang.toml",
        "赵刚的文件里属于十月的内容",
        "what the file of 赵刚 says of October",
    ),
    (
        "audit",
        "zhibu audit --period last-month",
        "上月的记录哪些是补记的，公示以后改过没有",
        "which records of last month were written later, and what was changed after posting",
    ),
    ("audit", "zhibu audit --period 2026 --by month", "今年各月的数字", "the months of this year in numbers"),
    (
        "completion",
        "zhibu completion bash",
        "bash 要读的脚本；写进 ~/.bashrc：source <(zhibu completion bash)",
        "the script bash has to read; in ~/.bashrc: source <(zhibu completion bash)",
    ),
    ("man", "zhibu man meeting log", "meeting log 的手册页", "the page of `meeting log`"),
    (
        "man",
        "zhibu man --out ~/.local/share/man/man1",
        "全部手册页装到 man 找得到的地方",
        "all pages, where `man` finds them",
    ),
    ("upgrade", "zhibu upgrade --dry-run", "先看要改什么，什么也不写", "show what would change, and write nothing"),
    ("upgrade", "zhibu upgrade", "升级，记成一次提交", "bring the records to today's version, in one commit"),
    (
        "doctor",
        "zhibu doctor",
        "逐项检查，结果可以在电话里念给人听",
        "every item, as it can be read out over the phone",
    ),
    ("help", "zhibu help meeting log", "meeting log 的完整帮助", "the whole help of `meeting log`"),
    ("schema", "zhibu schema member", "成员文件的 JSON Schema", "the JSON Schema of a member's file"),
    (
        "schema",
        "zhibu schema --out .",
        "在记录目录里运行：编辑器从此能补全和检查手写的 TOML",
        "in the directory of records: from then on editors complete and check TOML written by hand",
    ),
    (
        "init",
        "zhibu init --hook",
        "在已有的记录目录里：git 每次提交前先检查",
        "where records are kept already: git checks before each commit",
    ),
    ("edit", "zhibu edit 孙磊", "打开孙磊的文件", "open the file of 孙磊"),
    ("edit", "zhibu edit rules/points.toml", "修改积分办法", "change the scheme of points"),
    ("history", "zhibu history 孙磊", "孙磊的记录怎么来的、怎么改的", "how the records of 孙磊 came about and changed"),
    (
        "history",
        "zhibu history 2026-11 --format csv",
        "十一月各条记录的来历，给电子表格用",
        "what happened to the records of November, for a spreadsheet",
    ),
    (
        "import",
        "zhibu import members 名册.csv",
        "看看导入名册会怎样",
        "see what would come of importing a list of people",
    ),
    (
        "import",
        "zhibu import members 名册.csv --map 名册.toml --set standing=full --yes",
        "导入；对照表记在 名册.toml，没写身份的都是正式成员",
        "import it; keep in `名册.toml` which column is which; who is not said to be anything is a full member",
    ),
    (
        "task done",
        "zhibu task done 巡逻 --report 新班次已排定",
        "报告这项决议已经落实",
        "report that this decision was carried out",
    ),
    ("task edit", "zhibu task edit 巡逻 --until 12-20", "期限改到 12 月 20 日", "give it until 20 December"),
    ("task list", "zhibu task list --open", "还没有落实的决议", "the decisions that are not carried out yet"),
    (
        "task remove",
        "zhibu task remove 巡逻 --why 已由分局统一安排",
        "不再落实，写明原因",
        "strike one that is given up, and say why",
    ),
    (
        "visit log",
        "zhibu visit log 县局 --kind 检查 --looked-at 会议记录 --order 李敏:12-15:请假没有写原因",
        "县局来检查，要求李敏 12 月 15 日前整改",
        "an inspection, after which 李敏 has a problem to fix by 15 December",
    ),
    ("visit edit", "zhibu visit edit 县局 --said 记录比去年规范", "补记检查时的意见", "add what was said"),
    (
        "visit list",
        "zhibu visit list --period 2026",
        "今年谁来过，要求整改的还有几个没有销号",
        "who came this year, and what is still open",
    ),
    ("visit show", "zhibu visit show 县局", "这次检查要求整改的，改得怎样", "what became of what was ordered"),
    (
        "visit remove",
        "zhibu visit remove 县局 --why 登记重了",
        "登错的作废，写明原因",
        "strike one that was logged twice, and say why",
    ),
    ("undo", "zhibu undo", "撤销自己最后一条命令", "take back your last command"),
    ("undo", "zhibu undo --list", "最近的命令，每条的提交编号", "the last commands, each with its commit"),
    (
        "task done",
        "zhibu task done 巡逻 --report 新班次已排定",
        "报告这项决议已经落实",
        "report that this decision was carried out",
    ),
    ("task list", "zhibu task list --open", "还没有落实的决议", "the decisions that are not carried out yet"),
    (
        "undo",
        "zhibu undo 3f2a9c1b2d --dry-run",
        "看撤销这条命令会改什么",
        "what would change if this command was taken back",
    ),
];

/// The examples of a command; "" is the program itself.
pub fn examples(command: &str) -> Vec<Example> {
    let of_command = all().filter(|(path, ..)| *path == command);
    of_command.map(|(_, call, zh, en)| Example { call: Text::same(*call), what: Text::new(*zh, *en) }).collect()
}

/// The commands that have examples.
pub fn commands_with_examples() -> impl Iterator<Item = &'static str> {
    all().map(|(path, ..)| *path)
}

fn all() -> impl Iterator<Item = &'static Row> {
    EXAMPLES.iter().chain(sent::EXAMPLES)
}
