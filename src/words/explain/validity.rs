//! Findings of whether a meeting was valid: who came, who led it, who voted, and what may be decided there.

use super::Row;

pub(super) const ROWS: &[Row] = &[
    Row {
        code: "ballots-missing",
        what: (
            "无记名投票的决议，没有写发出和收回的票数",
            "a secret ballot without the number of ballots given and returned",
        ),
        why: (
            "会后有人问起，票数对得上才说得清；投票本身可能没有问题",
            "these numbers show that the ballot was in order; it may have been all the same",
        ),
        cure: (
            "登记时写 --ballots 发出,收回；已经登记的，在 votes 里写上 given 和 returned",
            "log it with --ballots GIVEN,RETURNED, or write `given` and `returned` among the votes",
        ),
        example: "kind = \"conversion\"\nvotes = { for = 9, against = 0, abstain = 0 }",
    },
    Row {
        code: "chair-not-entitled",
        what: (
            "主持会议的人没有担任规定的职务，也没有写受谁委托",
            "a meeting led by somebody who holds none of the posts for it and was not asked by one who does",
        ),
        why: (
            "谁召集、谁主持是有规定的，委托要有记录",
            "who leads such a meeting is laid down, and being asked to has to be recorded",
        ),
        cure: (
            "改正主持人，或写明委托人：zhibu meeting edit 会议 --delegated-by 谁",
            "correct the chair, or say who asked: zhibu meeting edit MEETING --delegated-by WHO",
        ),
        example: r#"chair = "sun-lei""#,
    },
    Row {
        code: "decision-elsewhere",
        what: ("不该由这种会议作出的决议", "a decision that this kind of meeting may not take"),
        why: ("权限不在这个会，决定了也不算数", "the power is another meeting's, so the decision does not hold"),
        cure: (
            "提交有权决定的会议讨论表决；种类写错的，改正 kind",
            "put it before the meeting it is for; or correct its kind",
        ),
        example: r#"kind = "admission""#,
    },
    Row {
        code: "no-quorum",
        what: (
            "到会的人不够：有表决权的到会人数没有达到规定",
            "too few came: those with a vote who were there did not reach the quorum",
        ),
        why: (
            "人不够就不能表决，有的会还不能开；预备成员这样没有表决权的人不算在内",
            "a decision taken without a quorum does not hold; those without a vote do not count for it",
        ),
        cure: ("改期重开，或核对到会的人；长期不能到会的，按规定不计入应到", "hold it again, or correct who was there"),
        example: "kind = \"committee\"\n  { member = \"li-min\", reason = \"duty\" },\n  { member = \"zhao-gang\", reason = \"duty\" },",
    },
    Row {
        code: "result-wrong",
        what: ("记录的结果与票数不符", "a recorded result that the votes do not bear out"),
        why: (
            "够不够票要按应到会（或实到会）有表决权的人数算，不是按投票的人数算",
            "whether it was carried is reckoned of all with a vote who should have come, or who came, not of the votes cast",
        ),
        cure: (
            "核对票数，改正 carried；没有通过的，不能当通过执行",
            "count again and correct `carried`; what was not carried cannot be acted on",
        ),
        example: "votes = { for = 1, against = 0, abstain = 0 }\ncarried = true",
    },
    Row {
        code: "too-few-candidates",
        what: ("选举的候选人没有规定的那么多", "an election with fewer candidates than the rules ask for"),
        why: ("候选人要多于应选名额，投票的人才有选择", "voters have a choice only if candidates outnumber the places"),
        cure: (
            "核对候选人和应选名额（places）；经上级同意等额选举的，用 zhibu accept 写明",
            "check the candidates and `places`; if the superior allowed fewer, record it with zhibu accept",
        ),
        example: "candidate = \"zhao-gang\"\nplaces = 1",
    },
    Row {
        code: "too-many-votes",
        what: (
            "票数比到会有表决权的人多，或书面意见比没有到会的人多",
            "more votes than people with a vote were there, or more opinions in writing than were not",
        ),
        why: (
            "有人没有表决权却投了票，或到会的人记少了",
            "somebody voted without a vote, or somebody who was there is not recorded",
        ),
        cure: ("核对到会的人和票数", "compare who was there with the votes"),
        example: "votes = { for = 3, against = 0, abstain = 0 }",
    },
    Row {
        code: "votes-add-up",
        what: (
            "赞成、反对、弃权、无效合计与收回的票数不符，或收回的比发出的多",
            "ballots that are not as many as were returned, or more returned than given",
        ),
        why: ("票数对不上，投票就是无效的", "a ballot that does not add up is void"),
        cure: ("核对选票，改正票数", "count the ballots again and correct the numbers"),
        example: "votes = { for = 2, against = 0, abstain = 0, given = 2, returned = 1 }",
    },
    Row {
        code: "votes-apart",
        what: (
            "分几场开的会上的表决，规则没有允许分场表决",
            "a vote over several sittings, where the rules do not say that it may be taken so",
        ),
        why: (
            "到会人数要在一场会上够，分场的票不能合起来算",
            "enough have to be there at one time; votes of several sittings do not add up to a decision",
        ),
        cure: (
            "表决放在一场会上，单独登记；允许分场的，在 rules/meetings.toml 的 [[vote]] 里写 by-sittings = true",
            "vote at one meeting and log it by itself; if it may be taken by sittings, write by-sittings = true under [[vote]]",
        ),
        example: "votes = { for = 2, against = 0, abstain = 0 }          # votes-apart",
    },
    Row {
        code: "votes-missing",
        what: ("规定要表决的决议，没有写票数", "a decision that is put to the vote by the rules, without its votes"),
        why: ("没有票数，看不出是不是通过了", "without the votes nobody can see that it was carried"),
        cure: (
            "写上 votes = { for = 赞成, against = 反对, abstain = 弃权 }",
            "write votes = { for = …, against = …, abstain = … }",
        ),
        example: r#"kind = "admission""#,
    },
];
