//! What clap's own words are in Chinese, and how a command's help is found.

use super::Text;
use super::help_zh::{HELP_ZH, Parts};

/// The names of values in usage lines: English, Chinese.
pub const VALUE_NAMES_ZH: &[(&str, &str)] = &[
    ("1,0,0", "1,0,0"),
    ("7,0,1", "7,0,1"),
    ("8,8,0", "8,8,0"),
    ("AMOUNT", "金额"),
    ("ASKER", "单位"),
    ("BY", "方式"),
    ("CAMPAIGN", "活动"),
    ("CATEGORY", "类别"),
    ("CLASS", "类型"),
    ("CODE", "代码"),
    ("COLOR", "何时"),
    ("COMMAND", "命令"),
    ("COMMIT", "提交"),
    ("DATE", "日期"),
    ("DATE[,TIME[,PLACE]]", "日期[,时间[,地点]]"),
    ("DAY", "日"),
    ("DIR", "目录"),
    ("EDITION", "版本"),
    ("FIELD=SIDE", "字段=哪边"),
    ("FIELD=VALUE", "字段=内容"),
    ("FILE", "文件"),
    ("FILE|DIR", "文件|文件夹"),
    ("FORM", "文件类型"),
    ("FORMAT", "格式"),
    ("GRADE", "等次"),
    ("GRADE:NUMBER", "等次:票数"),
    ("GROUP", "小组"),
    ("HONOUR", "荣誉"),
    ("HEADING", "表头"),
    ("HOURS", "学时"),
    ("HOW", "怎么办"),
    ("ID", "编号"),
    ("ISSUE", "问题"),
    ("ITEM", "积分项"),
    ("KIND", "种类"),
    ("LANG", "语言"),
    ("LINK", "条线"),
    ("MARK", "标记"),
    ("MEASURE", "指标"),
    ("MEETING", "会议"),
    ("MONTH", "月份"),
    ("NAME", "名称"),
    ("NOTE", "备注"),
    ("NUMBER", "数"),
    ("OBJECTION", "异议"),
    ("OPTIONS", "选项"),
    ("ORDER", "顺序"),
    ("PATH", "路径"),
    ("PATH[:LINE]", "路径[:行]"),
    ("PERIOD", "期间"),
    ("PLACE", "地点"),
    ("POINTS", "分值"),
    ("POINTS|WHO", "分值|人员"),
    ("WHO|ITEM", "人员|积分项"),
    ("ITEM|WHO", "积分项|人员"),
    ("POST", "职务"),
    ("RATE", "比例"),
    ("REMOTE", "对方"),
    ("REASON", "原因"),
    ("RESULT", "结果"),
    ("RESULTS", "结果"),
    ("RULEBOOK", "规则"),
    ("SHELL", "shell"),
    ("SIGN", "符号"),
    ("SIGN=STATE", "符号=状态"),
    ("SITTING", "场次"),
    ("STANDING", "身份"),
    ("STEP", "步骤"),
    ("TABLE", "表"),
    ("TIME", "时间"),
    ("TEXT", "文字"),
    ("TIME", "时间"),
    ("TOPIC", "内容"),
    ("VALUE", "数值"),
    ("WHAT", "对象"),
    ("WHO", "人员"),
    ("WHOM", "谁"),
    ("WHOSE", "谁的"),
    ("VISIT", "来访检查"),
    ("WHO:DATE:TEXT", "人员:期限:问题"),
    ("WHO:WHAT", "人员:事项"),
    ("WHO[:DATE]", "人员[:日期]"),
    ("WHO[:POST]:VOTES", "人员[:职务]:票数"),
    ("WHO[:REASON[:NOTE]]", "人员[:原因[:备注]]"),
    ("WHY", "原因"),
    ("WITH", "对方"),
    ("YEAR", "年"),
];

/// The Chinese help of every command.
pub fn all_help_zh() -> impl Iterator<Item = &'static (&'static str, Parts)> {
    HELP_ZH.iter().copied().flatten()
}

/// A part of a command's help in Chinese.
pub fn help_zh(command: &str, part: &str) -> Option<&'static str> {
    let (_, parts) = all_help_zh().find(|(path, _)| *path == command)?;
    parts.iter().find(|(name, _)| *name == part).map(|(_, text)| *text)
}

/// A usage line with the names of its values in both languages.
pub fn with_value_names(usage: &str) -> Text {
    let translated = VALUE_NAMES_ZH.iter().fold(usage.to_owned(), |usage, (en, zh)| {
        usage.replace(&format!("<{en}>"), &format!("<{zh}>")).replace(&format!("[{en}]"), &format!("[{zh}]"))
    });
    Text::new(translated, usage)
}

/// What surrounds every call, each part under its heading: exit codes, variables of the environment, files.
pub fn around() -> impl Iterator<Item = (Text, Vec<(Text, Vec<Text>)>)> {
    type Rows = &'static [(&'static str, &'static str, &'static str)];
    const EXIT_CODES: Rows = &[
        ("0", "完成", "Done"),
        (
            "1",
            "检查有发现，或者被拒绝，什么也没写",
            "Something was found, or the command was refused and nothing was written",
        ),
        ("2", "命令写错了", "The words of the call were wrong"),
    ];
    const ENVIRONMENT: Rows = &[
        (
            "ZHIBU_DIR",
            "记录所在的目录；没有设，就从当前目录往上找。-C 优先",
            "The directory of records; without it, the current directory or one above. -C comes first",
        ),
        (
            "ZHIBU_LANG",
            "语言：zh 或 en；没有设，就看系统的语言环境。--lang 优先",
            "The language, zh or en; without it, that of the locale. --lang comes first",
        ),
        (
            "ZHIBU_WAIT",
            "别的命令正在写时最多等几秒",
            "How many seconds a command waits for another one that is writing",
        ),
        ("ZHIBU_TODAY", "把这一天当作今天，用来试", "The day to take for today, for trying things"),
        ("VISUAL, EDITOR", "edit 用的编辑器", "The editor of `edit`"),
        (
            "ZHIBU_PAGER, PAGER",
            "在终端上逐页看长表用的程序，没有设就用 less；设为空就不用",
            "The program in which long tables are read on a terminal, less if neither is set; empty for none",
        ),
        ("NO_COLOR", "设了就不用颜色", "If set, no colours"),
    ];
    const FILES: Rows = &[
        (
            "zhibu.toml",
            "有它的目录就是记录；写着名称、从哪天起算和语言",
            "Marks a directory of records; says the name, the language, and since when things are owed",
        ),
        ("rules/*.toml", "规则", "The rules"),
        (
            "members/*.toml, meetings/*/*.toml, ...",
            "记录；zhibu schema 列出全部种类",
            "The records; `zhibu schema` lists every kind",
        ),
    ];
    let rows = |rows: Rows| {
        rows.iter().map(|(name, zh, en)| (Text::same(*name), vec![Text::new(*zh, *en)])).collect::<Vec<_>>()
    };
    [(heading_exit_codes(), EXIT_CODES), (heading_environment(), ENVIRONMENT), (heading_files(), FILES)]
        .into_iter()
        .map(move |(heading, of)| (heading, rows(of)))
}

super::sentences! {
    /// Above the exit codes.
    heading_exit_codes() { zh: "退出码：", en: "Exit codes:" }
    /// Above the variables of the environment.
    heading_environment() { zh: "环境变量：", en: "Environment:" }
    /// Above the files.
    heading_files() { zh: "文件：", en: "Files:" }
    /// Above the arguments.
    heading_arguments() { zh: "参数：", en: "Arguments:" }
    /// Above the commands.
    heading_commands() { zh: "命令：", en: "Commands:" }
    /// Above the examples.
    heading_examples() { zh: "示例：", en: "Examples:" }
    /// Above what every command takes.
    heading_everywhere() { zh: "通用选项：", en: "Everywhere:" }
    /// Above what says more of a command, in a page of the manual.
    heading_description() { zh: "描述", en: "DESCRIPTION" }
    /// Above the programs that are commands.
    heading_found() { zh: "PATH 里找到的命令：", en: "Found on the PATH:" }
    /// Above the name of a command, in a page of the manual.
    heading_name() { zh: "名称", en: "NAME" }
    /// Above the usage line, in a page of the manual.
    heading_synopsis() { zh: "用法", en: "SYNOPSIS" }
    /// Above the names of pages near this one, in a page of the manual.
    heading_see_also() { zh: "另见", en: "SEE ALSO" }
    /// A program that is a command.
    found_as(program) { zh: "运行 {program}", en: "Runs {program}" }
    /// Above the options.
    heading_options() { zh: "选项：", en: "Options:" }
    /// Before the usage line.
    heading_usage(usage) { zh: "用法：{usage}", en: "Usage: {usage}" }
    /// The value that holds where none is given.
    help_default(value) { zh: "[默认：{value}]", en: "[default: {value}]" }
    /// The values there are.
    help_values(values) { zh: "[可用的值：{values}]", en: "[possible values: {values}]" }
    /// A value and what it means, a line of a list.
    value_explained(value, what) { zh: "- {value}：{what}", en: "- {value}: {what}" }
    /// What `-h` and `--help` do.
    help_of_help() { zh: "显示帮助：-h 简短，--help 完整", en: "Print help: -h in short, --help in whole" }
    /// What `-V` and `--version` do.
    help_of_version() {
        zh: "显示版本：-V 一行，--version 另附记录的格式版本和构建所用的提交",
        en: "Print the version: -V in one line, --version with the schema of the records and the commit it was built from"
    }
    /// At the foot of a short help.
    help_more(command) { zh: "完整的帮助和示例：{command} --help", en: "For the whole help with examples: {command} --help" }
}
