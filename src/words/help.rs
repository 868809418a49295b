//! What clap's own words are in Chinese, and how a command's help is found.

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
    ("DIR", "目录"),
    ("EDITION", "版本"),
    ("FIELD=SIDE", "字段=哪边"),
    ("FIELD=VALUE", "字段=内容"),
    ("FILE", "文件"),
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
    ("STANDING", "身份"),
    ("STEP", "步骤"),
    ("TABLE", "表"),
    ("TIME", "时间"),
    ("TEXT", "文字"),
    ("TIME", "时间"),
    ("VALUE", "数值"),
    ("WHAT", "对象"),
    ("WHO", "人员"),
    ("WHOM", "谁"),
    ("WHOSE", "谁的"),
    ("WHO[:DATE]", "人员[:日期]"),
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
pub fn with_value_names(usage: &str) -> super::Text {
    let translated = VALUE_NAMES_ZH.iter().fold(usage.to_owned(), |usage, (en, zh)| {
        usage.replace(&format!("<{en}>"), &format!("<{zh}>")).replace(&format!("[{en}]"), &format!("[{zh}]"))
    });
    super::Text::new(translated, usage)
}

super::sentences! {
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
