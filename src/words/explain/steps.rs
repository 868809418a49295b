//! Findings of the steps of people's development, and of the rules they rest on.

use super::Row;

pub(super) const ROWS: &[Row] = &[
    Row {
        code: "no-step",
        what: ("规则里没有的步骤", "a step that the rules do not have"),
        why: ("不知道是哪一步，就算不出下一步什么时候", "of a step that is not known no time can be reckoned"),
        cure: ("改成 rules/steps.toml 里当时在用的步骤", "write a step that rules/steps.toml has on that day"),
        example: r#"is = "tlak"                 # no-step"#,
    },
    Row {
        code: "rule-holidays",
        what: ("说不通的节假日", "holidays that make no sense"),
        why: ("工作日数错了，公示期就可能不够", "where working days are miscounted a public notice can be too short"),
        cure: ("照国务院办公厅的通知改 rules/holidays.toml", "correct rules/holidays.toml by the official notice"),
        example: r#"worked = [2026-01-05]       # rule-holidays"#,
    },
    Row {
        code: "rule-steps",
        what: ("说不通的步骤规则", "a rule of steps that makes no sense"),
        why: ("先后和期限对不上，就没有人能按期办到", "where order and times do not fit nobody can keep them"),
        cure: ("照提示改 rules/steps.toml", "mend rules/steps.toml as told"),
        example: r#"repeat = "0d"               # rule-steps"#,
    },
    Row {
        code: "step-amount",
        what: (
            "天数、学时或期限不够（或超过）规定的步骤",
            "a step of fewer days or hours than it takes, or whose time is too short or too long",
        ),
        why: ("短期培训不够天数和学时，上级预审不会通过", "a training that is too short does not pass the review"),
        cure: ("登记错的改正；确实不够的，补足以后再登记", "correct what was recorded wrongly; else make up for it"),
        example: r#"days = 2                    # step-amount"#,
    },
    Row {
        code: "step-early",
        what: ("还没到时间就走的步骤", "a step before its time"),
        why: (
            "培养考察不满期限的，手续无效，要重来",
            "before the least time is over the step does not hold and has to be done again",
        ),
        cure: (
            "核对日期；日期没错的，报上级处理",
            "look at the dates; where they are right, ask the superior what to do",
        ),
        example: r#"is = "candidate"            # step-early"#,
    },
    Row {
        code: "step-late",
        what: ("超过期限才走的步骤", "a step after its time"),
        why: (
            "谈话、审批、转正都有期限，拖久了要重新讨论",
            "talks, approvals and conversions have their time; what is put off too long is decided anew",
        ),
        cure: (
            "核对日期；确实迟了的，写明原因：zhibu accept step-late …",
            "look at the dates; where it was late, say why: zhibu accept step-late …",
        ),
        example: r#"is = "talk"                 # step-late"#,
    },
    Row {
        code: "step-meeting",
        what: (
            "不是有权的会议作出的，或者日期和会议对不上的步骤",
            "a step decided by a meeting that may not, or on another day",
        ),
        why: ("有的事只能由规则写明的会议决定", "only the meeting that the rules name can decide it"),
        cure: ("写上作出决定的那次会议", "name the meeting that decided it"),
        example: r#"meeting = "2026-04-12-theme-day"  # step-meeting"#,
    },
    Row {
        code: "step-missing",
        what: (
            "前面必经的步骤没有登记，就有了后面的步骤或身份",
            "a step or standing without the steps that have to come before it",
        ),
        why: ("材料不全，审查通不过", "with a step missing the file does not pass"),
        cure: (
            "补登前面的步骤：zhibu member step 谁 步骤 --on 日期",
            "record what came before: zhibu member step WHO STEP --on DATE",
        ),
        example: r#"is = "activist"             # step-missing"#,
    },
    Row {
        code: "step-order",
        what: ("先后颠倒的步骤", "steps the wrong way round"),
        why: ("后一步要以前一步为前提", "each step rests on the one before"),
        cure: ("核对两步的日期", "look at the dates of both"),
        example: r#"is = "talk"                 # step-order"#,
    },
    Row {
        code: "step-overdue",
        what: ("到了期限还没有登记的步骤", "a step that is not recorded and whose time is over"),
        why: (
            "考察、讨论转正都有期限，拖着不办，本人的事就悬着",
            "examinations and conversions have their time; until they are done the person does not know where they stand",
        ),
        cure: ("办了的登记：zhibu member step 谁 步骤 --on 日期", "record it: zhibu member step WHO STEP --on DATE"),
        example: r#"is = "applicant"            # step-overdue"#,
    },
    Row {
        code: "step-people",
        what: (
            "培养联系人、介绍人的人数或身份不合规定",
            "too few or too many persons named with a step, or persons of another standing",
        ),
        why: (
            "例如介绍人要两名正式成员，少一名手续就不全",
            "an introducer too few, or one who may not be, and the papers are not complete",
        ),
        cure: ("写上合规定的人", "name those the rules ask for"),
        example: r#"is = "contacts"             # step-people"#,
    },
    Row {
        code: "step-provisional",
        what: (
            "按工作日算的期限，用到了放假安排还没有定的年份",
            "a time in working days that rests on a year whose holidays are not known",
        ),
        why: (
            "通知一发出，公示期可能就不够了",
            "once the notice of the holidays is out, a public notice may turn out too short",
        ),
        cure: (
            "放假通知发出以后补进 rules/holidays.toml，再查一遍",
            "add the official holidays to rules/holidays.toml, and check again",
        ),
        example: r#"until = 2025-06-06          # step-provisional"#,
    },
    Row {
        code: "step-standing",
        what: ("身份不是从它的步骤所定的日期起", "a standing that does not hold from the day its step gives it"),
        why: ("各个期限都从这一天算起，差一天就全错", "cultivation, probation and seniority are counted from that day"),
        cure: (
            "核对步骤和身份的日期，改正一个",
            "check the day of the step and that of the standing, and correct one of them",
        ),
        example: r#"is = "activist"             # step-standing"#,
    },
    Row {
        code: "step-twice",
        what: ("登记了两次的步骤", "a step that is recorded twice"),
        why: ("不知道以哪一次为准", "it is not known which of them counts"),
        cure: ("删去不对的一次", "delete the one that is wrong"),
        example: r#"is = "talk"                 # step-twice"#,
    },
];
