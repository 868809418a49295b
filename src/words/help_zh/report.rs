//! The help in Chinese of what goes out: reports, tables, pages.

use super::Commands;

/// The Chinese help of these commands.
pub(super) const REPORT_HELP: Commands = &[
    (
        "report",
        &[
            ("", "汇总一个期间"),
            ("name", "哪一种报表"),
            ("name=members", "期间内的人员"),
            ("name=meetings", "开过的会议和活动"),
            ("name=attendance", "各人的出勤"),
            ("name=points", "各人的积分合计"),
            ("name=links", "记录服务了哪些业务条线"),
            ("name=bulletin", "通报：总体情况、存在问题、积分未达标、上期问题整改"),
            ("name=study", "学习学时，一条一行"),
            ("name=talks", "谈心谈话，一条一行"),
            ("name=duties", "该办的事，各办了几次"),
            ("name=rhythm", "节奏：一周一周办了什么，隔了多久，按不按期"),
            ("name=dues", "各人每月的党费（会费）"),
            ("name=issues", "还没有销号和本期销号的问题"),
            ("name=plan", "计划和完成情况"),
            ("name=campaigns", "各个主题活动的情况"),
            ("name=requests", "上级要求报送了什么，报送情况和用时"),
            ("period", "期间：`2026-11`、`2026Q4`、`2026`、`上月` 等；不写就是本月，plan、campaigns、requests 是今年"),
            ("campaign", "只看一个主题活动的记录：编号、名称，或其中一部分；不写期间就看整个活动期"),
            ("by", "出勤或报送要求按什么汇总；出勤不写就按人"),
            ("by=member", "出勤按人"),
            ("by=group", "出勤按小组"),
            ("by=kind", "出勤按会议种类"),
            ("by=asker", "报送要求按要求的单位"),
            ("by=form", "报送要求按形式"),
        ],
    ),
    (
        "export",
        &[
            ("", "把一个月的表格导出成 CSV 或工作簿"),
            ("month", "月份：`2026-11`、`本月`、`上月`"),
            ("out", "写到哪个目录；- 表示把一张表或工作簿写到标准输出；工作簿也可以写成以 .xlsx 结尾的文件名"),
            ("table", "只要这一张表"),
            ("table=members", "人员"),
            ("table=meetings", "会议和活动"),
            ("table=attendance", "每次会议谁到了"),
            ("table=points", "各人的积分合计"),
            ("table=points_detail", "各人积分的每一条"),
            ("table=study", "学习学时"),
            ("table=talks", "谈心谈话：只有谁和谁谈过"),
            ("table=duties", "该办的事，各办了几次"),
            ("table=dues", "各人的党费（会费）"),
            ("table=issues", "还没有销号和本月销号的问题"),
            ("table=summary", "本月数字"),
        ],
    ),
    (
        "site",
        &[
            ("", "把一段时间的记录写成一组网页，不联网也能看，能打印"),
            ("out", "写到哪个文件夹：空的，或者以前由本命令写出的"),
            ("period", "期间，按整月算：`2026`、`2026-11`、`2026Q4` …"),
            ("edition", "哪种版本"),
            ("edition=masked", "姓名遮住，可以外传"),
            ("edition=full", "含真实姓名，支部内部使用"),
        ],
    ),
];
