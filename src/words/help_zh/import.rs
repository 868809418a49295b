//! The help in Chinese of tables that are imported.

use super::parts::{ANY_NAME, Commands};

/// The help of the command.
pub(super) const IMPORT_HELP: Commands = &[(
    "import",
    &[
        ("", "把现成的表格导入记录"),
        ("what", "表里的每一行是什么"),
        ("what=members", "人员，连同来的日期和离开的日期"),
        ("what=groups", "小组"),
        ("what=points", "手工加减分"),
        ("what=study", "学习学时"),
        ("what=dues", "交纳的党费（会费）；有“核定起始月”列的，是核定的金额"),
        ("what=meetings", "开过的会和活动"),
        ("what=attendance", "谁到了哪次会；没有登记的会议照表登记"),
        ("file", "表格：CSV、.xlsx 或 .xls；写 - 就从标准输入读"),
        ("map", "哪一列是哪个字段，记在这个文件里：有这个文件就照它读，没有就写一个"),
        ("set", "行里空着的字段是什么：`kind=board`；可写多次"),
        ("date_order", "像 11/5/2026 这样的日期，先写什么"),
        ("date_order=mdy", "先月后日：11/5/2026 是 11 月 5 日"),
        ("date_order=dmy", "先日后月：11/5/2026 是 5 月 11 日"),
        ("delimiter", "分列的符号；不写就自己找"),
        ("encoding", "文字表格的编码，如 windows-1252；不写就自己找"),
        ("year", "日期没有年份时是哪一年；不写就按标题里的年份"),
        ("mark", "格子里的字或符号是什么意思：`△=late`；可写多次"),
        ("sheet", "工作簿里的哪一张工作表；不写就是第一张"),
        ("changed", "与已有记录不同的行怎么办"),
        ("changed=leave", "只列出来，记录不动"),
        ("changed=take", "照表格改记录"),
        ("changed=add", "另记一条"),
        ("skip_unmatched", "跳过对不上的行"),
        ("any_name", ANY_NAME),
        ("first_of_month", "只有年月的，算当月 1 日"),
        ("keep", "不是字段的列，记在备注里：`警号,学历`；可写多次"),
        ("make_groups", "还没有的小组，一并新建"),
        ("even_most", "即使大部分记录都会被改动"),
        ("yes", "不再询问；没有人可以问的时候，不写它就只预览"),
    ],
)];
