//! Findings of acceptances.

use super::Row;

pub(super) const ROWS: &[Row] = &[
    Row {
        code: "acceptance-idle",
        what: ("认可了一处已经没有的问题", "an acceptance of a finding that there is no more"),
        why: ("问题改好了，认可还留着，以后再出现就看不见", "it would hide the next one of its kind"),
        cure: (
            "作废这一行：zhibu accept --revoke 编号 --why 已改好",
            "strike the line: zhibu accept --revoke ID --why mended",
        ),
        example: r#"code = "file-name", file = "meetings/2026/2026-03-15-theme-day.toml""#,
    },
    Row {
        code: "acceptance-unknown",
        what: ("认可的代码没有，或不能认可", "an acceptance of a code that no finding has, or that cannot be accepted"),
        why: (
            "读不出的文件和说不通的规则，不改就算不下去",
            "while a file or a rule cannot be read, nothing can be reckoned by it",
        ),
        cure: ("改正代码；不能认可的，照提示改好", "correct the code; what cannot be accepted has to be mended"),
        example: r#"code = "syntax", file = "members/syntax.toml""#,
    },
];
