//! What the columns of a table that is imported may be called.

/// The names of a field: in Chinese, in English, and other headings by which it is known. Before `~` stands what means it
/// only where no other column does.
pub fn field_words(of: &str, field: &str) -> &'static [&'static str] {
    match (of, field) {
        ("dues", "amount") => &[
            "金额",
            "amount",
            "实交金额",
            "实交",
            "实缴",
            "实缴金额",
            "交纳金额",
            "缴纳金额",
            "交费金额",
            "paid amount",
            "sum",
            "~paid",
        ],
        ("dues", "from") => &["核定起始月", "from", "起", "起始月", "核定月份", "approved from"],
        ("dues", "standard") => &[
            "月交纳标准",
            "due a month",
            "月缴纳标准",
            "月缴标准",
            "月交标准",
            "交纳标准",
            "缴纳标准",
            "缴费标准",
            "党费标准",
            "会费标准",
            "核定标准",
            "核定金额",
            "每月应交",
            "每月应缴",
            "月应交",
            "月应缴",
            "月应缴党费",
            "月应交党费",
            "monthly amount",
            "monthly dues",
        ],
        ("dues", "entry") => &["记录编号", "entry", "entries"],
        ("dues", "month") => {
            &["月份", "month", "所属月份", "交纳月份", "缴纳月份", "交费月份", "缴费月份", "党费月份", "会费月份"]
        }
        ("dues", "paid") => &[
            "交纳日期",
            "paid on",
            "缴纳日期",
            "交费日期",
            "缴费日期",
            "交费时间",
            "缴费时间",
            "交纳时间",
            "缴纳时间",
            "paid",
            "payment date",
            "~日期",
            "~date",
        ],
        ("units", "above") => &["上级", "above", "上级单位", "隶属", "所属单位", "主管单位"],
        ("units", "due-day") => &["报送日", "due day", "报送期限", "每月几日前"],
        ("units", "name") => &["名称", "name", "单位名称", "单位", "支部名称", "党支部", "unit name", "branch"],
        ("units", "since") => &["起", "since", "起始月", "开始月份", "from"],
        ("units", "unit") => &["编号", "unit", "单位编号", "支部编号", "unit id", "id"],
        ("units", "until") => &["止", "until", "截止月", "结束月份"],
        ("dues", "what") => &["事项", "what"],
        ("groups", "from") => &["起", "from", "成立日期", "成立时间", "founded", "since"],
        ("groups", "group") => &["编号", "id", "小组编号", "group id"],
        ("groups", "name") => &["名称", "name", "小组名称", "党小组名称", "小组", "党小组", "group name", "~group"],
        ("groups", "until") => &["止", "until", "撤销日期", "撤销时间", "closed"],
        ("meetings", "those-absent") => &[
            "缺席人员",
            "those absent",
            "请假人员",
            "未到人员",
            "缺席名单",
            "未到会人员",
            "~缺席",
            "~请假",
            "~未到",
            "absentees",
        ],
        ("meetings", "chair") => &["主持人", "chair", "主持人姓名", "主持", "会议主持人", "chairperson"],
        ("meetings", "guests") => &["来宾", "guests"],
        ("meetings", "those-late") => &["迟到人员", "those late", "迟到名单"],
        ("meetings", "lecturer") => &["授课人", "lecturer", "主讲人", "主讲", "讲课人", "speaker"],
        ("meetings", "minutes") => &["会议记录", "minutes", "记录内容", "纪要", "会议纪要", "会议内容"],
        ("meetings", "observers") => &["列席人员", "observers", "列席"],
        ("meetings", "place") => &["地点", "place", "会议地点", "活动地点", "venue", "location"],
        ("meetings", "those-present") => &[
            "出席人员",
            "those present",
            "参会人员",
            "到会人员",
            "参加人员",
            "出席名单",
            "参会名单",
            "到会名单",
            "实到人员",
            "~出席",
            "~到会",
            "~参加",
            "attendees",
            "participants",
        ],
        ("meetings", "recorder") => &["记录人", "recorder", "记录人姓名", "会议记录人", "minutes by"],
        ("meetings", "topics") => {
            &["议题", "topics", "会议议题", "主题", "会议主题", "活动内容", "topic", "~内容", "subject", "agenda"]
        }
        ("members", "class") => &["类型", "class", "人员类型", "人员类别"],
        ("members", "from") => &[
            "起",
            "from",
            "加入日期",
            "加入时间",
            "入会日期",
            "入会时间",
            "转入日期",
            "转入时间",
            "起始日期",
            "起始时间",
            "开始日期",
            "开始时间",
            "从哪天起",
            "joined",
            "join date",
            "joined on",
            "since",
        ],
        ("members", "here") => &[
            "来本支部日期",
            "here from",
            "组织关系转入时间",
            "组织关系转入日期",
            "转入党支部时间",
            "转入本支部时间",
            "进入本支部时间",
            "进入当前党支部日期",
            "进入支部日期",
            "transferred in",
        ],
        ("members", "since-activist") => &[
            "入党积极分子日期",
            "activist from",
            "确定为入党积极分子时间",
            "确定为入党积极分子日期",
            "列为入党积极分子时间",
            "列为积极分子时间",
            "列为积极分子日期",
            "确定积极分子时间",
        ],
        ("members", "since-applicant") => &[
            "申请入党日期",
            "applicant from",
            "提交书面申请书时间",
            "提交入党申请书时间",
            "提交入党申请书日期",
            "递交入党申请书时间",
            "递交入党申请书日期",
            "申请入党时间",
        ],
        ("members", "since-candidate") => &[
            "发展对象日期",
            "candidate from",
            "确定为发展对象时间",
            "确定为发展对象日期",
            "列为发展对象时间",
            "列为发展对象日期",
        ],
        ("members", "since-full") => &[
            "转正日期",
            "full from",
            "转正时间",
            "转为正式党员日期",
            "转为正式党员时间",
            "预备党员转正时间",
            "转正年月",
        ],
        ("members", "since-probationary") => &[
            "接收预备党员日期",
            "probationary from",
            "接收预备党员时间",
            "成为预备党员时间",
            "成为预备党员日期",
            "加入党组织日期",
            "加入党组织时间",
            "入党时间",
            "入党日期",
            "入党年月",
            "加入中共日期",
        ],
        ("members", "group-from") => &["入组日期", "group from", "编入小组日期"],
        ("members", "left") => &[
            "离开日期",
            "left",
            "离开时间",
            "退出日期",
            "离会日期",
            "退会日期",
            "转出日期",
            "转出时间",
            "调离日期",
            "left on",
            "leave date",
        ],
        ("members", "left-reason") => &["离开原因", "left because", "退出原因", "离会原因", "转出原因", "left reason"],
        (_, "number") => NUMBER_WORDS,
        ("members", "member") => {
            &["编号", "id", "人员编号", "成员编号", "党员编号", "会员编号", "member id", "~member"]
        }
        ("members", "post") => &["职务", "post", "党内职务", "支部职务", "党支部职务", "posts", "任职", "office"],
        ("members", "post-from") => &["任职日期", "post from", "任职时间"],
        ("members", "standing") => {
            &["身份", "standing", "人员身份", "会员身份", "党员类别", "党籍状态", "政治面貌", "党员类型", "membership"]
        }
        ("points", "item") => {
            &["积分项", "item", "积分项目", "项目", "加分项", "扣分项", "加减分项", "~积分项编号", "~item name"]
        }
        ("points", "note") => &["备注", "note", "事由", "加分事由", "说明", "理由", "notes", "what for", "remark"],
        ("points", "points") => &["分值", "points", "积分", "分数", "得分", "加减分", "score", "~原始分", "~raw"],
        ("points", "record") => &["记录文件", "record"],
        ("study", "hours") => &["学时", "hours", "学时数", "学习时长", "时长"],
        ("study", "kind") => {
            &["学习形式", "kind", "形式", "学习方式", "种类", "kind of study", "~方式", "~种类编号", "~kind name"]
        }
        ("study", "title") => &["题目", "title", "学习内容", "内容", "课程", "主题", "course", "topic"],
        (_, "by") => &["登记人", "by", "经办人", "收缴人", "recorded by"],
        (_, "date") => &[
            "日期",
            "date",
            "会议日期",
            "活动日期",
            "召开日期",
            "学习日期",
            "实际会议时间",
            "实际召开时间",
            "召开时间",
            "meeting date",
            "day",
        ],
        (_, "group") => {
            &["小组", "group", "党小组", "所在小组", "所在党小组", "所属党小组", "~小组名称", "~group name"]
        }
        (_, "kind") => &[
            "会议种类",
            "kind",
            "种类",
            "会议类型",
            "会议类别",
            "活动类型",
            "活动种类",
            "类型",
            "类别",
            "活动名称",
            "meeting kind",
            "~会议名称",
            "type",
            "~种类编号",
            "~kind name",
        ],
        (_, "links") => &["联系业务", "links", "业务条线", "条线", "工作线", "link", "line of work"],
        (_, "made-up") => &["补课日期", "made up on", "补课", "补学日期", "made up"],
        (_, "meeting") => &["会议编号", "meeting", "meeting id"],
        (_, "member") => &["~编号", "~id", "人员编号", "成员编号", "党员编号", "会员编号", "member", "member id"],
        (_, "name") => &[
            "姓名",
            "name",
            "名字",
            "人员",
            "成员",
            "党员",
            "会员",
            "成员姓名",
            "党员姓名",
            "会员姓名",
            "交费人",
            "缴费人",
            "member name",
            "full name",
            "person",
            "who",
        ],
        (_, "note") => &["备注", "note", "说明", "notes", "remark", "remarks", "comment"],
        (_, "reason") => &["原因", "reason", "缺席原因", "请假原因", "absence reason"],
        (_, "state") => &[
            "状态",
            "state",
            "出勤",
            "出勤情况",
            "出勤状态",
            "考勤",
            "考勤情况",
            "到会情况",
            "出席情况",
            "签到情况",
            "签到",
            "status",
            "attendance",
        ],
        (_, "struck") => &["作废", "struck", "作废原因"],
        (_, "time") => &["时间", "time", "会议时间", "活动时间", "起止时间"],
        _ => &[],
    }
}

/// What a person writes for a state of attendance, by its id.
pub const STATE_WORDS: &[(&str, &[&str])] = &[
    (
        "present",
        &["出席", "到会", "实到", "已到", "到", "签到", "已签到", "已交", "参加", "√", "✓", "✔", "present", "attended"],
    ),
    ("late", &["迟到", "迟", "late"]),
    ("made-up", &["补课", "补学", "made-up", "made up"]),
    ("excused", &["请假", "假", "excused"]),
    ("absent", &["缺席", "未到", "未签到", "缺勤", "缺", "×", "✗", "✘", "absent", "missing"]),
    ("exempt", &["免到", "exempt"]),
    ("open", &["未登记", "open"]),
    ("observer", &["列席", "observer"]),
];

/// What the points are called that everybody has and that follow from the rules.
pub const BASE_WORDS: &[&str] = &["基础分", "基本分", "起始分", "基准分", "base", "base points"];

/// What stands in a month of which nothing was paid.
pub const UNPAID_WORDS: &[&str] =
    &["未交", "未缴", "未交纳", "未缴纳", "欠", "欠交", "欠缴", "欠费", "×", "✗", "✘", "not paid", "unpaid"];

/// What stands where there is nobody, without spaces.
pub const NOBODY_WORDS: &[&str] = &[
    "无", "没有", "暂无", "空", "同上", "/", "//", "\\", "-", "--", "—", "——", "–", "~", ".", "…", "none", "nobody",
    "n/a", "na", "nil", "null",
];

/// How a sum begins, without spaces.
pub const SUM_WORDS: &[&str] = &[
    "合计",
    "总计",
    "小计",
    "共计",
    "平均",
    "人均",
    "总人数",
    "人数",
    "合共",
    "total",
    "subtotal",
    "grandtotal",
    "sum",
];

/// How a line of signatures or notes begins, without spaces.
pub const SIGNATURE_WORDS: &[&str] = &[
    "制表",
    "填表",
    "审核",
    "审批",
    "复核",
    "经办",
    "负责人",
    "签字",
    "签名",
    "盖章",
    "备注:",
    "说明:",
    "注:",
    "注释",
    "填报",
    "日期:",
    "以上",
    "全体",
    "preparedby",
    "checkedby",
    "approvedby",
    "signature",
    "note:",
    "notes:",
    "date:",
];

/// What heads a column of names and nobody is called.
pub const HEADING_WORDS: &[&str] = &[
    "姓名", "名字", "成员", "党员", "会员", "人员", "序号", "编号", "name", "fullname", "names", "member", "members",
    "no.",
];

/// What rosters call a standing, by its id, beside the names the rules give it.
pub const STANDING_WORDS: &[(&str, &[&str])] = &[
    ("full", &["中共党员", "中共正式党员"]),
    ("activist", &["积极分子"]),
    ("probationary", &["中共预备党员", "预备"]),
    ("staff", &["共青团员", "团员", "群众", "无党派", "民主党派"]),
];

/// What people call the number by which an office knows a person.
const NUMBER_WORDS: &[&str] =
    &["工号", "staff number", "警号", "学工号", "学号", "职工号", "人员工号", "员工编号", "badge number"];
