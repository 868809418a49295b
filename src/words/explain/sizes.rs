//! Findings of how large groups and the committee are.

use super::Row;

pub(super) const ROWS: &[Row] = &[
    Row {
        code: "branch-large",
        what: ("成员超过一般的人数", "more members than a branch has, as a rule"),
        why: ("人太多，一个会上说不开，也难管到每个人", "in so large a branch few speak, and nobody is near to each"),
        cure: ("报上级研究，按规定改设", "ask the superior how to divide it"),
        example: "most = 4                        # branch-large",
    },
    Row {
        code: "branch-small",
        what: ("人数不够单独设立", "too few people for a branch of their own"),
        why: ("人太少，不能表决，也选不出委员会", "so few cannot vote or elect a committee"),
        cure: (
            "漏登的补登：zhibu member add；确实不够的，报上级，与邻近单位联合设立",
            "add whoever is missing: zhibu member add; if there are too few, ask the superior about joining with a neighbour",
        ),
        example: "least = 3                       # branch-small",
    },
    Row {
        code: "committee-large",
        what: ("委员超过规定的人数", "more people on the committee than there should be"),
        why: ("人数由规则定，超出的一般不设", "the rules say how many there are, as a rule"),
        cure: (
            "换届以后不再担任的，写上最后一天：zhibu member post 谁 职务 --until 日期",
            "give those who are not any more their last day: zhibu member post WHO POST --until DATE",
        ),
        example: "most = 1",
    },
    Row {
        code: "committee-missing",
        what: (
            "人数到了应当有委员会，却没有人担任委员",
            "so many people that there has to be a committee, and nobody is on it",
        ),
        why: (
            "日常工作、重要事项要先经委员会",
            "its work and what goes before the whole meeting have nobody to prepare them",
        ),
        cure: ("选举以后登记：zhibu member post 谁 职务", "record who was elected: zhibu member post WHO POST"),
        example: "needed-from = 1",
    },
    Row {
        code: "committee-small",
        what: ("委员少于规定的人数", "fewer people on the committee than there have to be"),
        why: (
            "出缺要及时增补，不然开会也难够人",
            "a vacancy has to be filled, or its meetings hardly reach their quorum",
        ),
        cure: ("增补以后登记：zhibu member post 谁 职务", "record who was elected: zhibu member post WHO POST"),
        example: "least = 3",
    },
    Row {
        code: "group-core",
        what: ("小组里没有规定至少要有的人", "a group without those whom each needs"),
        why: ("例如小组至少要有一名正式成员，才能正常活动", "such as one full member, without whom it cannot work"),
        cure: ("调整编组，或与相近的小组合并", "move somebody into it, or join it with a neighbour"),
        example: "name = \"只有预备成员的小组\"",
    },
    Row {
        code: "group-leaderless",
        what: ("没有组长的小组", "a group that nobody leads"),
        why: ("小组会由组长召集和主持，没有组长就没人牵头", "its meetings are called and led by its leader"),
        cure: ("指定或推选以后登记：zhibu member post 谁 职务", "record who was chosen: zhibu member post WHO POST"),
        example: "name = \"只有一个人的小组\"",
    },
    Row {
        code: "group-small",
        what: ("人数太少的小组", "a group with too few members"),
        why: ("一两个人开不成小组会", "one or two cannot hold a meeting"),
        cure: (
            "与相近的小组合并：zhibu member move 谁 小组，再 zhibu group close",
            "join it with a neighbour: zhibu member move WHO GROUP, then zhibu group close",
        ),
        example: "name = \"只有一个人的小组\"",
    },
    Row {
        code: "groups-needed",
        what: ("人数多，却没有划分小组", "many members, and no groups"),
        why: ("人多了，一个会上说不开，也难管到每个人", "in a large meeting few speak, and nobody is near to each"),
        cure: (
            "zhibu group add 名称，再 zhibu member move 谁 小组",
            "zhibu group add NAME, then zhibu member move WHO GROUP",
        ),
        example: "above = 1",
    },
    Row {
        code: "leader-standing",
        what: ("组长的身份不能担任组长", "a leader of a group whose standing does not let them lead one"),
        why: ("例如预备成员一般不担任小组组长", "a probationary member does not lead a group, as a rule"),
        cure: (
            "换一个人：zhibu member post 谁 职务 --until 日期",
            "choose another: zhibu member post WHO POST --until DATE",
        ),
        example: r#"id = "group-leader""#,
    },
    Row {
        code: "post-seniority",
        what: (
            "任职的时候，身份还没有满规定的年限",
            "a post taken up by somebody who had not been of the standing for long enough",
        ),
        why: (
            "例如负责人一般应当了一年以上的正式成员",
            "for example, a secretary has been a full member for a year, as a rule",
        ),
        cure: (
            "核对任职日期和身份的日期；日期没错的，报上级同意",
            "check both dates; if they are right, ask the superior to agree",
        ),
        example: "[[post]]                    # post-seniority",
    },
    Row {
        code: "post-standing",
        what: (
            "身份或人员类别不能担任职务的人，担任着职务",
            "a post held by somebody whose standing or class does not let them",
        ),
        why: (
            "例如预备成员没有被选举权，停止行使表决权的成员也没有",
            "for example, a probationary or suspended member cannot be elected",
        ),
        cure: (
            "不再担任的，写上最后一天：zhibu member post 谁 职务 --until 日期",
            "give the post its last day: zhibu member post WHO POST --until DATE",
        ),
        example: "[[post]]                    # post-standing",
    },
    Row {
        code: "rule-size",
        what: (
            "说不通的人数：少于一人、最多少于最少，或没有写数谁",
            "sizes that make no sense: below one, a most below the least, or of nobody",
        ),
        why: ("这样的规则查不出问题，或处处都是问题", "such a rule finds nothing, or everything"),
        cure: ("照提示改 rules/branch.toml", "mend rules/branch.toml as told"),
        example: "above = 0",
    },
];
