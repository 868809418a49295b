//! The help of `print` in Chinese.

use super::parts::Parts;

const OUT: (&str, &str) = ("out", "写到哪个文件；- 表示标准输出");

/// The Chinese help by command.
pub(super) const PAPER_HELP: &[(&str, Parts)] = &[
    ("print", &[("", "把要签名、公示、归档的写成可以打印的网页")]),
    (
        "print sign-in",
        &[
            ("", "开会用的签到表"),
            ("kind", "要开的会议种类：编号、名称，或其中一部分"),
            ("on", super::parts::DAY),
            ("group", super::parts::GROUP),
            ("time", "起止时间：`19:30-20:40`"),
            ("place", "地点"),
            ("topics", "议题；可写多次"),
            ("meeting", "已经登记的会议：编号、日期，或编号的一部分"),
            OUT,
        ],
    ),
    ("print notice", &[("", "计划要开的会的通知，供张贴"), ("plan", "计划的编号或日期"), OUT]),
    ("print agenda", &[("", "计划要开的会的议程，附以前决议和问题的落实情况"), ("plan", "计划的编号或日期"), OUT]),
    ("print record", &[("", "会议记录，签名归档用"), ("meeting", super::parts::MEETING), OUT]),
    ("print posted", &[("", "积分公示表"), PRINTED_PERIOD, OUT]),
    ("print dues", &[("", "一个月的费用收缴登记表"), PRINTED_PERIOD, OUT]),
    ("print problems", &[("", "问题整改清单"), PRINTED_PERIOD, OUT]),
    ("print inspection", &[("", "迎检台账：目录、缺漏，每个文件和校验值"), PRINTED_PERIOD, OUT]),
    (
        "print template",
        &[
            ("", "把打印模板复制到记录目录，供修改"),
            ("name", "哪一种的模板"),
            ("name=sign-in", "签到表"),
            ("name=notice", "会议通知"),
            ("name=agenda", "会议议程"),
            ("name=record", "会议记录"),
            ("name=posted", "积分公示表"),
            ("name=dues", "费用收缴登记表"),
            ("name=problems", "问题整改清单"),
            ("name=inspection", "迎检台账"),
        ],
    ),
];

const PRINTED_PERIOD: (&str, &str) =
    ("period", "期间：`2026-11`、`2026Q4`、`上月` 等；不写，积分就是上月，费用和问题就是本月，台账就是今年");
