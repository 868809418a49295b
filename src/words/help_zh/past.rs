//! The help in Chinese of what closes a month, brings recorders together, and tells what git knows.

use super::Commands;

/// The Chinese help of these commands.
pub(super) const PAST_HELP: Commands = &[
    (
        "seal",
        &[
            ("", "封存一个月：记下当月文件的校验值"),
            ("month", "月份：`2026-10`、`last-month`；加 --amend 时可以写任何期间，把其中与封存时不一致的月份重新封存"),
            ("by", "谁封存"),
        ],
    ),
    (
        "sync",
        &[
            ("", "与别人的记录同步：取回、合并、检查、送出"),
            ("remote", "与哪里同步：名称、地址，或文件夹（如 U 盘上的）；不写就是克隆时的来源"),
            ("new", "在那里建立仓库：文件夹是空的，或还没有"),
            ("with_errors", "记录里有错误也照样送出"),
        ],
    ),
    (
        "resolve",
        &[
            ("", "处理两个人分别改过的地方"),
            ("what", "记录或文件：编号、名称、路径，或其中一部分；不写就是全部冲突"),
            ("ours", "用我方的"),
            ("theirs", "用对方的"),
            ("field", "某一项用哪一边：`points=theirs`；可写多次"),
        ],
    ),
    (
        "verify",
        &[
            ("", "核对封存的月份有没有变"),
            ("months", "月份，或期间（其中封存的月份都核对）；不写就是全部封存的月份"),
            ("held", "打印一个文件里当月的内容，封存记的就是它的校验值"),
        ],
    ),
    (
        "audit",
        &[
            ("", "对照每件事发生在哪天、登记在哪天"),
            ("period", "事情发生的期间；不写就是本月"),
            ("by", "只列各月数字，或只列记录、一条一行"),
            ("by=month", "各月"),
            ("by=record", "各条记录"),
            ("all", "没有什么要说明的记录也列出来"),
        ],
    ),
    (
        "history",
        &[
            ("", "从 git 的提交说出记录的来历"),
            ("what", "谁的、哪一条的：成员、会议、问题、月份，或任何记录的编号；不写就是全部"),
        ],
    ),
];
