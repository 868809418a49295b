//! What the help of several commands says alike.

/// How members, groups, meetings, days and periods may be named.
pub(super) const DECIDED: &str = "作出决定的会议：编号、日期，或编号的一部分";
pub(super) const WHO: &str = "成员：编号、姓名、拼音、首字母，或其中一部分";
pub(super) const MANY: &str = "谁：成员、小组或类别，用逗号隔开；所有成员写“全体”";
pub(super) const EXCEPT: &str = "除去这些人；前面写的是全体、小组或类别时用";
pub(super) const GROUP: &str = "小组：编号、名称、拼音、首字母，或其中一部分";
pub(super) const MEETING: &str = "会议：编号、日期，或编号的一部分";
pub(super) const ISSUE: &str = "问题：编号，或编号、题目的一部分";
pub(super) const DAY: &str = "日期；不写就是今天";
pub(super) const APART: &str = "与同名的人相区别的词";
pub(super) const NUMBER: &str = "单位里认人的号码，如警号、工号";
pub(super) const ANY_NAME: &str = "不像姓名的，也当作姓名";
pub(super) const FROM: &str = "从哪天起；不写就是今天";
pub(super) const PERIOD: &str = "期间；不写就是本月";
pub(super) const CAMPAIGN: &str = "属于哪个主题活动：编号、名称，或其中一部分";
pub(super) const MANY_LINKS: &str = "服务的业务条线；可写多次";
pub(super) const WHY: &str = "原因";
pub(super) const YES: &str = "不再询问";
pub(super) const NOTE: &str = "备注";
pub(super) const EVIDENCE: &str = "照片或扫描件，复制进来并留下校验值；可写多次";

/// The parts of a command's help: its first line under "", what follows it under "more", an argument under its id, a
/// value it may have under `id=value`.
pub(in crate::words) type Parts = &'static [(&'static str, &'static str)];

/// The Chinese help of some commands.
pub(super) type Commands = &'static [(&'static str, Parts)];
