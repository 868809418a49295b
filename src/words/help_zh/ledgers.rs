//! The help in Chinese of study and talks.

use super::parts::{CAMPAIGN, Commands, DAY, EXCEPT, MANY, NOTE, PERIOD, WHY, YES};

/// The help of their commands.
pub(super) const LEDGER_HELP: Commands = &[
    ("study", &[("", "登记学习学时，看应学多少、还差多少")]),
    (
        "study log",
        &[
            ("", "登记学习学时"),
            ("who", MANY),
            ("except", EXCEPT),
            ("hours", "每人的学时，整数或 .5"),
            ("kind", "学习形式：编号、名称，或其中一部分；不写就用规则里的默认形式"),
            ("on", DAY),
            ("title", "学了什么"),
            ("campaign", CAMPAIGN),
            ("reflection", "本人写的心得：把这个文件复制进来并留下校验值"),
            ("note", NOTE),
            ("by", "登记人"),
        ],
    ),
    ("study list", &[("", "列出学习学时"), ("who", "只看某人的"), ("period", PERIOD)]),
    ("study total", &[("", "看每个人的学时，和今年应学多少、还差多少"), ("period", "期间；不写就是今年")]),
    (
        "study attach",
        &[
            ("", "给一条学习记录补上心得"),
            ("id", "那一条的编号，见 `study list`"),
            ("file", "心得文件，复制进来并留下校验值"),
            ("period", "它所在的期间；不写就是今年"),
        ],
    ),
    (
        "study remove",
        &[
            ("", "作废一条学习记录：记录留在文件里，但不再计入"),
            ("id", "那一条的编号，见 `study list`"),
            ("why", WHY),
            ("period", "它所在的期间；不写就是今年"),
            ("yes", YES),
        ],
    ),
    ("talk", &[("", "登记谈心谈话，看谁还没有和谁谈")]),
    (
        "talk log",
        &[
            ("", "登记谈心谈话"),
            ("more", "只登记谈过这件事：谁和谁、哪天、在哪里、什么事由。谈了什么，不写进记录。"),
            ("who", "谈话人"),
            ("with", "和谁谈：成员、小组或类别，用逗号隔开，所有成员写“全体”；每人各记一条"),
            ("except", EXCEPT),
            ("on", DAY),
            ("reason", "事由：编号、名称，或其中一部分；不写就用规则里的默认事由"),
            ("place", "地点"),
            ("by", "登记人"),
        ],
    ),
    ("talk list", &[("", "列出谈话记录"), ("who", "只看某人的"), ("period", "期间；不写就是今年")]),
    ("talk matrix", &[("", "看谁和谁谈过，还差谁，怎样谈次数最少"), ("period", "期间；不写就是今年")]),
    (
        "talk remove",
        &[
            ("", "作废一条谈话记录：记录留在文件里，但不再计入"),
            ("id", "那一条的编号，见 `talk list`"),
            ("why", WHY),
            ("period", "它所在的期间；不写就是今年"),
            ("yes", YES),
        ],
    ),
];
