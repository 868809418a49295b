//! Findings of the files themselves: what cannot be read, and what stands where it does not belong.

use super::Row;

pub(super) const ROWS: &[Row] = &[
    Row {
        code: "bad-amount",
        what: ("写不成金额的数", "an amount that is no money"),
        why: (
            "金额按分计算，多一位、少一个引号都会算错",
            "money is counted in whole fen; a digit more would spoil every sum",
        ),
        cure: ("写成带引号的元，最多两位小数：\"45.50\"", "write yuan in quotes, with two decimals at most: \"45.50\""),
        example: r#"amount = "45.505""#,
    },
    Row {
        code: "bad-date",
        what: (
            "日历上没有的日期，或不在 1900 年至 2199 年之间",
            "a date that the calendar does not have, or not between 1900 and 2199",
        ),
        why: ("谁应到、按哪条规则算，都看日期", "who was due and which rule holds is decided by the day"),
        cure: ("写成不带引号的日期：2026-11-05", "write the date without quotes: 2026-11-05"),
        example: "from = 1010-01-01",
    },
    Row {
        code: "bad-hours",
        what: ("写不成学时的数", "hours that are none"),
        why: ("学时只有整数和半数，零学时等于没有学", "hours are whole or half; no hours are no study"),
        cure: ("写大于零的整数或 .5", "write whole or half hours, more than none"),
        example: "hours = 0",
    },
    Row {
        code: "bad-id",
        what: ("不能作编号的文字", "a text that cannot be an id"),
        why: (
            "编号用作文件名，也写进别的记录，只能用各种系统都认的字符",
            "ids become names of files and stand in other records, so every system has to take them",
        ),
        cure: (
            "只用小写字母、数字和单个连字符；名称写在 name 里",
            "use lower-case letters, digits and single dashes; names go under `name`",
        ),
        example: r#"is = "Full Member""#,
    },
    Row {
        code: "bad-lang",
        what: ("程序不会说的语言", "a language that is not spoken"),
        why: ("导出的表头用 lang 里的语言", "the headings of exported tables follow `lang`"),
        cure: ("写 \"zh\" 或 \"en\"", "write \"zh\" or \"en\""),
        example: r#"lang = "fr""#,
    },
    Row {
        code: "bad-month",
        what: ("写不成月份的文字", "a text that is no month"),
        why: ("费用按月核定、按月交纳", "dues are approved and paid by the month"),
        cure: ("写成带引号的年和月：\"2026-11\"", "write year and month in quotes: \"2026-11\""),
        example: r#"from = "2024-13""#,
    },
    Row {
        code: "bad-points",
        what: ("写不成积分的数", "points that are none"),
        why: ("分值最多一位小数，多写的多半是笔误", "points have one decimal at most; more is most likely a slip"),
        cure: ("写数字，最多一位小数，不超过一百万", "write a number with one decimal at most, up to a million"),
        example: "points = 0.25",
    },
    Row {
        code: "bad-quota",
        what: ("写不成份额的文字", "a text that is no quota"),
        why: (
            "“半数以上”含半数，“超过半数”不含，差一个人，要写清楚",
            "at least a half and more than a half differ by one person where the number is even",
        ),
        cure: (
            "写 \">= 1/2\"（含半数）或 \"> 1/2\"（不含）",
            "write \">= 1/2\" for at least a half, \"> 1/2\" for more",
        ),
        example: r#"quorum = "4/5""#,
    },
    Row {
        code: "bad-time",
        what: ("写不成时间的文字", "a text that is no time of day"),
        why: (
            "要看出一个人同一时间在两个地方，时间得说得清",
            "that somebody was in two places at once is seen by the hours",
        ),
        cure: ("写成 \"19:30-20:40\"，或只写开始的时间", "write \"19:30-20:40\", or the beginning alone"),
        example: r#"time = "9点""#,
    },
    Row {
        code: "bad-word",
        what: ("只能从几个词里选、却写了别的词", "a word where only a few can stand"),
        why: ("程序不猜规则的意思", "the program does not guess what a rule means"),
        cure: ("从列出的词里选一个", "write one of the words that are told"),
        example: r#"scope = "everywhere""#,
    },
    Row {
        code: "conflict-marker",
        what: ("合并时留下的冲突标记", "the marks that a merge left behind"),
        why: (
            "两个人改了同一行，要由人决定留哪一个；没有决定以前，这个文件不算数",
            "two people changed one line; until somebody chooses, the file says nothing",
        ),
        cure: (
            "留下要的内容，删去 <<<<<<<、=======、>>>>>>> 各行",
            "keep what is right and delete the lines <<<<<<<, ======= and >>>>>>>",
        ),
        example: "<<<<<<< HEAD",
    },
    Row {
        code: "file-name",
        what: ("文件名与里面的日期、种类、小组或编号不符", "a file whose name is not its date, kind, group or id"),
        why: (
            "程序按文件名找某一天的会议和问题，名称不符就会漏掉",
            "meetings and problems of a day are found by the names of their files",
        ),
        cure: ("把文件改成提示的名称；里面写错的，改里面", "rename the file as told, or correct what it says"),
        example: "meetings/2026/2026-04-10-lecture.toml",
    },
    Row {
        code: "gone",
        what: ("git 里有、磁盘上没有的记录", "a record that git has and that is gone from the disk"),
        why: (
            "清理软件、只检出一部分、没有拷全的 U 盘都会让文件不见；少了它，算出来的数就少",
            "cleaners, partial checkouts and half-copied sticks lose files; every figure then lacks what they say",
        ),
        cure: (
            "git restore 取回；确实要删去，就用 git rm 删去并提交",
            "bring it back with git restore; to delete it for good, use git rm and commit",
        ),
        example: "plans/2020.toml",
    },
    Row {
        code: "missing-key",
        what: ("少了必须有的键", "a key that has to be there and is not"),
        why: ("缺了它，这条记录说不清是什么", "without it the record does not say what it is"),
        cure: ("补上这个键", "add the key"),
        example: "[[standing]]\nis = \"full\"\nfrom = 2010-01-01",
    },
    Row {
        code: "no-file",
        what: ("必须有的文件不见了", "a file that has to be there and is not"),
        why: ("没有规则，就不知道谁应到、怎么计分", "without its rules nobody knows who is due and what earns points"),
        cure: ("从 git 里取回，或从新建的目录里复制一份", "take it back from git, or copy it from a new directory"),
        example: "rules/points.toml",
    },
    Row {
        code: "no-union",
        what: (
            "台账里两个人分别添加的行，git 合并时会当作冲突",
            "a ledger in which git takes the lines that two people add apart for a clash",
        ),
        why: (
            "台账一条记录一行，两边的行都该保留；较早的版本新建的目录没有写后来才有的台账",
            "a ledger has a record a line, and those of both are to stay; a directory made by an older version does not name the ledgers that came later",
        ),
        cure: ("在 .gitattributes 里加上它说的那一行", "add the line that it tells to .gitattributes"),
        example: "figures/*.toml -merge",
    },
    Row {
        code: "not-utf8",
        what: ("不是 UTF-8 编码的文件", "a file that is not UTF-8"),
        why: (
            "旧编辑器用 GBK 保存的汉字，在别的系统上会变成乱码",
            "characters in an old encoding are read as others elsewhere",
        ),
        cure: ("用编辑器另存为 UTF-8 编码", "save it as UTF-8 with an editor"),
        example: "members/not-utf8.toml",
    },
    Row {
        code: "odd-name",
        what: ("各系统不能通用的文件名", "a file name that not every system can have"),
        why: (
            "目录要在不同的系统之间复制，反斜杠、控制字符这样的名称会丢",
            "the directory travels between systems; names with a backslash or control characters get lost",
        ),
        cure: ("改名，不用反斜杠、冒号和控制字符", "rename it without backslashes, colons and control characters"),
        example: r"meetings/2026/odd\name.toml",
    },
    Row {
        code: "outside",
        what: ("通到目录外面去的链接", "a link that leads out of the directory"),
        why: (
            "只读写记录目录里的文件，别处的文件谁都可能改",
            "only files of the directory are read and written; others may be changed by anybody",
        ),
        cure: ("把文件放进目录里，删去链接", "put the file into the directory and delete the link"),
        example: "groups/outside.toml",
    },
    Row {
        code: "stray-file",
        what: ("放在记录文件夹里、却不是任何记录的 .toml 文件", "a .toml file that is no record, among records"),
        why: (
            "它不会被读，里面写的都不算数；多半是名称写错了",
            "nobody reads it, so what it says counts nothing; its name is likely a slip",
        ),
        cure: ("改名、移走或删去", "rename it, move it away or delete it"),
        example: "members/Stray Name.toml",
    },
    Row {
        code: "syntax",
        what: ("不合 TOML 语法的地方", "what is not TOML"),
        why: ("少一个引号或括号，后面的内容就读不出来", "with a quote or bracket missing, what follows cannot be read"),
        cure: ("照提示补上；可以与旁边的文件对照", "mend it as told; a neighbouring file shows the form"),
        example: "name = \"少了引号",
    },
    Row {
        code: "unknown-key",
        what: ("程序不认识的键", "a key that the program does not know"),
        why: ("它原样保留，但不起作用；多半是拼错了", "it is kept as it is and means nothing; likely it is misspelt"),
        cure: (
            "改成提示的键，或删去；自己的说明写在 # 后面",
            "write the key that is suggested or delete it; remarks of your own go after a #",
        ),
        example: r#"nam = "x""#,
    },
    Row {
        code: "wrong-type",
        what: ("该写文字、数、日期或列表的地方写了别的", "a text, number, date or list where another is meant"),
        why: (
            "引号里的数不是数，没有引号的金额不是金额",
            "a number in quotes is no number, an amount without them no amount",
        ),
        cure: ("照提示改", "write what is told"),
        example: "name = 5",
    },
];
