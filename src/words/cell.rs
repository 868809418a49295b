//! The names of columns, states, and what stands under tables.

use super::{Text, sentences};

/// The heading of a column by its id; none where there is no such column.
pub fn heading(id: &str) -> Option<Text> {
    let (zh, en) = match id {
        "unit_id" => ("单位编号", "unit id"),
        "unit_name" => ("单位", "unit"),
        "above_name" => ("上级单位", "above"),
        "due_until" => ("报送期限", "due"),
        "return_state" => ("报送情况", "state"),
        "taken_on" => ("收到日期", "taken"),
        "return_file" => ("文件", "file"),
        "take_result" => ("结果", "result"),
        "was" => ("原为", "was"),
        "now" => ("现为", "now"),
        "duties_owed" => ("应完成", "owed"),
        "kept_rate" => ("完成率（%）", "kept (%)"),
        "duties_in_time" => ("按时完成", "in time"),
        "in_time_rate" => ("按时率（%）", "in time (%)"),
        "people_bound" => ("应到人次", "expected"),
        "people_attended" => ("实到人次", "attended"),
        "people_in" => ("人数", "people"),
        "dues_approved" => ("应交", "approved"),
        "dues_paid" => ("实交", "paid"),
        "paid_rate" => ("交纳率（%）", "paid (%)"),
        "meetings_held" => ("活动次数", "meetings"),
        "meetings_linked" => ("服务中心工作", "served work"),
        "linked_rate" => ("占比（%）", "served (%)"),
        "returns_in" => ("上报份数", "returns"),
        "beside" => ("说明", "notes"),
        "package_line" => ("出处", "from"),
        "kept_in" => ("完成", "kept"),
        "found_in" => ("发现问题", "found"),
        "closed_in" => ("销号", "closed"),
        "open_at_end" => ("期末未销号", "open at the end"),
        "overdue_at_end" => ("其中逾期", "overdue"),
        "schema" => ("格式", "schema"),
        "program" => ("程序", "program"),
        "as_of" => ("数字截至", "as of"),
        "above_id" => ("上级单位编号", "above id"),
        "handed_in" => ("报齐的单位", "handed in everything"),
        "about" => ("涉及", "about"),
        "agenda" => ("编号", "plan"),
        "agenda_state" => ("召开情况", "state"),
        "absent" => ("缺席", "absent"),
        "abstain" => ("弃权", "abstaining"),
        "accepted_by" => ("认可人", "accepted by"),
        "adds" => ("计入", "adds"),
        "after" => ("改后", "after"),
        "after_closing" => ("锁定后改动", "after closing"),
        "after_posting" => ("公示后改动", "after posting"),
        "against" => ("反对", "against"),
        "amended" => ("修订次数", "amended"),
        "amount" => ("金额", "amount"),
        "answer" => ("答复", "answer"),
        "answered" => ("答复日期", "answered"),
        "appraisals" => ("民主评议", "appraisals"),
        "asked" => ("要求件数", "asked"),
        "asker" => ("要求单位", "asked by"),
        "assessment" => ("效能考核", "assessment"),
        "assessment_explained" => ("考核说明", "assessment explained"),
        "attended" => ("实到", "attended"),
        "audit" => ("发生与登记对照", "audit"),
        "audit_months" => ("各月对照", "months"),
        "author" => ("提交人", "author"),
        "band" => ("等次", "band"),
        "bare" => ("无记录和佐证", "without minutes"),
        "base" => ("基础分", "base"),
        "because" => ("原因", "because"),
        "becomes" => ("结果", "becomes"),
        "before" => ("原来", "before"),
        "below" => ("未达标", "below standard"),
        "book" => ("台账编号", "book"),
        "book_months" => ("月份", "months"),
        "book_name" => ("台账", "book"),
        "brings" => ("得分", "brings"),
        "bulletin" => ("通报", "bulletin"),
        "by" => ("登记人", "by"),
        "campaign" => ("主题活动", "campaign"),
        "campaign_name" => ("活动名称", "name"),
        "campaigns" => ("主题活动", "campaigns"),
        "carried" => ("结转", "carried"),
        "category" => ("类别", "category"),
        "chair" => ("主持人", "chair"),
        "change" => ("变化", "change"),
        "class" => ("类型", "class"),
        "closed" => ("销号日期", "closed"),
        "closed_by" => ("销号人", "closed by"),
        "code" => ("代码", "code"),
        "column" => ("列", "column"),
        "command" => ("命令", "command"),
        "commands" => ("最近的命令", "commands"),
        "commit" => ("提交", "commit"),
        "compare" => ("对比", "comparison"),
        "conclusion" => ("结论", "conclusion"),
        "confirmed" => ("确认", "confirmed"),
        "contra" => ("反对的理由", "against"),
        "counted" => ("计入", "counted"),
        "counted_for" => ("计入哪一期", "counted for"),
        "cure" => ("建议", "cure"),
        "cut" => ("超限扣减", "cut"),
        "cut_by" => ("因何扣减", "cut by"),
        "date" => ("日期", "date"),
        "deadline" => ("期限", "deadline"),
        "decided" => ("决议日期", "decided"),
        "decision" => ("决议", "decision"),
        "decisions" => ("决议", "decisions"),
        "deducted" => ("扣分", "deducted"),
        "delegated_by" => ("委托人", "asked by"),
        "delivered" => ("报送日期", "delivered"),
        "delivered_as" => ("报送内容", "as"),
        "delivered_late" => ("逾期报送", "late"),
        "denominator" => ("分母", "denominator"),
        "details" => ("说明", "details"),
        "development" => ("发展情况", "development"),
        "difference" => ("相差", "difference"),
        "done" => ("已办次数", "done"),
        "done_by" => ("由谁办", "by whom"),
        "done_on" => ("完成日期", "done on"),
        "disputes" => ("冲突", "in dispute"),
        "due" => ("应到", "due"),
        "due_amount" => ("应交金额", "due"),
        "doctor_found" => ("情况", "found"),
        "doctor_item" => ("项目", "item"),
        "doctor_state" => ("结果", "state"),
        "due_state" => ("状态", "state"),
        "dues_state" => ("交纳状态", "state"),
        "duties" => ("任务", "duties"),
        "duties_kept" => ("本月任务已办", "duties kept"),
        "duty" => ("任务编号", "duty"),
        "duty_name" => ("任务", "duty"),
        "duty_state" => ("办理情况", "state"),
        "each" => ("频次", "how often"),
        "earliest" => ("最早", "earliest"),
        "earned" => ("加分", "earned"),
        "earned_by" => ("如何得分", "earned by"),
        "edition" => ("版本", "edition"),
        "end_column" => ("止列", "end column"),
        "end_line" => ("止行", "end line"),
        "entries" => ("积分记录", "awards"),
        "entry" => ("记录编号", "id"),
        "example" => ("例", "example"),
        "excused" => ("请假", "excused"),
        "exemplars" => ("先锋标兵", "exemplars"),
        "exempt" => ("免到", "exempt"),
        "fact" => ("问题", "fact"),
        "figure_name" => ("指标名称", "figure"),
        "findings" => ("处数", "findings"),
        "former" => ("曾用名", "former names"),
        "field" => ("字段", "field"),
        "figure" => ("指标", "figure"),
        "file" => ("文件", "file"),
        "filed" => ("是否按时", "in time"),
        "files" => ("文件", "files"),
        "filing" => ("登记时限", "filing rule"),
        "firm" => ("性质", "how firm"),
        "for" => ("事由", "for"),
        "for_others" => ("代人登记", "for others"),
        "for_votes" => ("赞成", "for"),
        "form" => ("形式", "form"),
        "forms" => ("文件类型", "forms of files"),
        "found" => ("发现日期", "found"),
        "from" => ("起", "from"),
        "given" => ("发出选票", "given"),
        "gone" => ("已无", "gone"),
        "gone_on" => ("删去日期", "gone on"),
        "grade" => ("等次", "grade"),
        "group" => ("小组", "group"),
        "group_name" => ("小组名称", "group"),
        "guests" => ("来宾", "guests"),
        "held" => ("次数", "held"),
        "history" => ("修改历史", "history"),
        "holders" => ("现任", "held by"),
        "honour" => ("荣誉", "honour"),
        "host" => ("接待人员", "received by"),
        "host_name" => ("接待人员", "received by"),
        "hours" => ("学时", "hours"),
        "id" => ("编号", "id"),
        "in_a_row" => ("连续月数", "in a row"),
        "in_time" => ("按时报送", "in time"),
        "invalid" => ("无效票", "invalid"),
        "issue" => ("问题编号", "issue"),
        "issue_state" => ("整改状态", "state"),
        "issues_found" => ("发现问题", "issues"),
        "issues_open" => ("未销号问题", "issues open"),
        "issues_overdue" => ("未销号问题逾期", "problems overdue"),
        "item" => ("积分项编号", "item"),
        "item_name" => ("积分项", "item"),
        "kind" => ("种类编号", "kind"),
        "kind_name" => ("种类", "kind"),
        "lacks" => ("尚缺", "lacks"),
        "last_held" => ("最近一次", "last"),
        "last_record" => ("最近的记录", "last recorded"),
        "last_records" => ("最近的记录", "last records"),
        "last_step" => ("上一步", "last step"),
        "late" => ("迟到", "late"),
        "late_days" => ("逾期天数", "days late"),
        "latest_days" => ("最多晚几天", "latest (days)"),
        "leaders" => ("组长", "leaders"),
        "lecturer" => ("授课人", "lecturer"),
        "limit" => ("上下限", "limit"),
        "limit_day" => ("时限", "last day"),
        "line" => ("行", "line"),
        "link" => ("条线编号", "id"),
        "link_name" => ("业务条线", "line of work"),
        "links" => ("联系业务", "links"),
        "longest_pause" => ("最长间隔（天）", "longest pause"),
        "looked_at" => ("看了什么", "looked at"),
        "looks_for" => ("查什么", "looks for"),
        "made_up" => ("补课", "made up"),
        "measure" => ("整改措施", "measure"),
        "measure_id" => ("指标编号", "measure id"),
        "measure_name" => ("指标", "measure"),
        "meeting" => ("会议编号", "meeting"),
        "meetings" => ("会议次数", "meetings"),
        "meets" => ("符合", "meets"),
        "member" => ("编号", "id"),
        "members" => ("人数", "members"),
        "milestone" => ("步骤", "step"),
        "minutes" => ("记录", "minutes"),
        "missed" => ("缺漏", "missing"),
        "missed_count" => ("缺漏", "missing"),
        "month" => ("月份", "month"),
        "months" => ("欠交月份", "months"),
        "months_owed" => ("欠交月数", "months owed"),
        "months_without_amount" => ("未核定金额的月份", "months without an amount"),
        "name" => ("姓名", "name"),
        "nature" => ("性质", "nature"),
        "next_step" => ("下一步", "next step"),
        "not_committed" => ("未提交", "not committed"),
        "not_due" => ("非应到参加", "not due"),
        "note" => ("备注", "note"),
        "number" => ("数量", "number"),
        "numerator" => ("分子", "numerator"),
        "ordered" => ("要求整改", "ordered"),
        "ordered_at" => ("要求整改的检查", "ordered at"),
        "orders_open" => ("其中未销号", "still open"),
        "orders_overdue" => ("其中逾期", "overdue"),
        "said" => ("意见和要求", "said"),
        "staff_number" => ("工号", "staff number"),
        "objections" => ("异议", "objections"),
        "observers" => ("列席", "observers"),
        "open" => ("未登记", "open"),
        "other_total" => ("另一办法", "other"),
        "ours" => ("我方", "ours"),
        "ours_by" => ("我方修改人", "ours by"),
        "outcome" => ("结果", "outcome"),
        "over_days" => ("晚几天", "days later"),
        "overdue_days" => ("逾期天数", "days over"),
        "owed_amount" => ("欠交金额", "owed"),
        "owed_hours" => ("应学学时", "owed"),
        "owed_talks" => ("还差", "owed"),
        "owner" => ("责任人编号", "owner id"),
        "owner_name" => ("责任人", "owner"),
        "paid" => ("交纳日期", "paid on"),
        "paid_amount" => ("实交金额", "paid"),
        "part" => ("部分", "part"),
        "pause_from" => ("间隔从", "pause from"),
        "people" => ("人数", "people"),
        "period" => ("期间", "period"),
        "place" => ("地点", "place"),
        "plan" => ("年度计划", "plan"),
        "plan_back" => ("倒排计划", "plan"),
        "plan_fit" => ("是否来得及", "in time"),
        "plan_state" => ("完成情况", "state"),
        "planned" => ("计划事项", "planned"),
        "planned_done" => ("计划完成", "done"),
        "planned_open" => ("计划未完成", "not done"),
        "points" => ("分值", "points"),
        "post" => ("职务", "post"),
        "posted" => ("积分公示", "posted"),
        "posts" => ("职务", "posts"),
        "present" => ("出席", "present"),
        "pro" => ("支持的理由", "for"),
        "progress" => ("进展", "progress"),
        "progress_date" => ("进展日期", "progress on"),
        "proposals" => ("建议名单", "proposals"),
        "proposed_talks" => ("建议谈", "proposed"),
        "proposed_with" => ("建议", "proposed"),
        "rate" => ("出勤率（%）", "rate (%)"),
        "raw" => ("原始分", "raw"),
        "reason" => ("原因", "reason"),
        "reason_name" => ("原因名称", "reason name"),
        "record" => ("记录文件", "record"),
        "record_kind" => ("记录种类", "record"),
        "recorder" => ("记录人", "recorder"),
        "recorder_of" => ("记录写的登记人", "recorded by"),
        "records" => ("记录", "records"),
        "reflection" => ("心得", "reflection"),
        "regular" => ("按期率（%）", "regular (%)"),
        "reported" => ("落实情况", "report"),
        "request_state" => ("报送情况", "state"),
        "requests" => ("报送要求", "requests"),
        "requests_by_asker" => ("按要求单位", "by asker"),
        "requests_by_form" => ("按形式", "by form"),
        "result" => ("整改结果", "result"),
        "returned" => ("收回选票", "returned"),
        "rhythm" => ("节奏", "rhythm"),
        "row" => ("行", "row"),
        "rule" => ("依据", "rule"),
        "rules" => ("积分办法", "rules"),
        "says" => ("内容", "says"),
        "seal" => ("校验码", "seal"),
        "sealed" => ("封存日期", "sealed"),
        "sealed_by" => ("封存人", "by"),
        "sentence" => ("说明", "what happened"),
        "settles" => ("办结", "settles"),
        "severity" => ("轻重", "severity"),
        "sha256" => ("校验值", "sha256"),
        "share" => ("占比（%）", "share (%)"),
        "short_hours" => ("还差学时", "short"),
        "side" => ("方面", "side"),
        "since" => ("起", "since"),
        "sitting" => ("场次", "sitting"),
        "sitting_date" => ("所参加一场的日期", "sitting attended"),
        "sittings" => ("分场情况", "sittings"),
        "source" => ("出处", "source"),
        "standing" => ("身份", "standing"),
        "state" => ("状态", "state"),
        "status_groups" => ("各小组出勤", "groups"),
        "step" => ("提醒", "step"),
        "step_state" => ("状态", "state"),
        "steps" => ("发展步骤", "steps"),
        "struck" => ("作废", "struck"),
        "struck_on" => ("作废日期", "struck on"),
        "subject" => ("提交说明", "subject"),
        "tables" => ("表", "tables"),
        "talk_times" => ("次数", "times"),
        "talked_with" => ("谈过", "talked with"),
        "talks" => ("谈话次数", "talks"),
        "target" => ("目标", "target"),
        "task" => ("编号", "task"),
        "task_state" => ("落实状态", "state"),
        "theirs" => ("对方", "theirs"),
        "theirs_by" => ("对方修改人", "theirs by"),
        "time" => ("时间", "time"),
        "timed" => ("记了用时的", "timed"),
        "times" => ("应办次数", "times"),
        "title" => ("题目", "title"),
        "to" => ("送给", "to"),
        "told" => ("告知日期", "told"),
        "to_prepare" => ("待准备", "to prepare"),
        "topic" => ("议题", "topic"),
        "topics" => ("议题", "topics"),
        "total" => ("合计", "total"),
        "undelivered" => ("未报送", "open"),
        "undelivered_overdue" => ("其中逾期", "overdue"),
        "unit" => ("单位", "unit"),
        "until" => ("止", "until"),
        "undone_by" => ("撤销它的提交", "taken back by"),
        "value" => ("数值", "value"),
        "verdict" => ("核对结果", "verdict"),
        "verify" => ("核对", "verification"),
        "visit" => ("编号", "visit"),
        "visitor" => ("来访单位", "visitor"),
        "voters" => ("有表决权应到", "with a vote"),
        "voters_present" => ("有表决权到会", "of them there"),
        "votes" => ("票数", "votes"),
        "was_due" => ("是否应到", "was due"),
        "weeks" => ("各周", "weeks"),
        "weight" => ("权重", "weight"),
        "what" => ("事项", "what"),
        "where" => ("发现场合", "found at"),
        "who" => ("谁办", "who"),
        "whose" => ("责任方编号", "whose id"),
        "whose_name" => ("责任方", "whose"),
        "why" => ("理由", "why"),
        "with" => ("对方编号", "with id"),
        "with_name" => ("对方", "with"),
        "work_hours" => ("用时（小时）", "hours"),
        "written" => ("登记时间", "written"),
        "written_abstain" => ("书面弃权", "in writing abstaining"),
        "written_against" => ("书面反对", "in writing against"),
        "written_for" => ("书面赞成", "in writing for"),
        "written_in_time" => ("按时", "in time"),
        "written_known" => ("登记日期是否确知", "how known"),
        "written_later" => ("补记", "later"),
        "written_on" => ("登记日期", "written on"),
        "written_unknown" => ("说不清", "cannot be told"),
        "year_hours" => ("全年学时", "of the year"),
        "year_total" => ("全年累计", "year"),
        _ => return None,
    };
    Some(Text::new(zh, en))
}

/// The name of the weight of a finding, by its id.
pub fn severity(id: &str) -> Text {
    match id {
        "error" => Text::new("错误", "error"),
        "must" => Text::new("必须", "must"),
        "as-a-rule" => Text::new("一般", "as a rule"),
        "by-rule" => Text::new("按规则的性质", "as the rule says"),
        "note" => Text::new("提示", "note"),
        other => Text::same(other),
    }
}

/// What came of a decision, by its id.
pub fn outcome(id: &str) -> Text {
    match id {
        "carried" => Text::new("通过", "carried"),
        "not-carried" => Text::new("未通过", "not carried"),
        "no-quorum" => Text::new("到会不够", "no quorum"),
        "elected" => Text::new("当选", "elected"),
        "not-elected" => Text::new("未当选", "not elected"),
        "tied" => Text::new("票数相等，须再次投票", "tied: vote again"),
        other => Text::same(other),
    }
}

/// The heading of a column that stands beside another of the same heading.
pub fn heading_apart(id: &str) -> Option<Text> {
    match id {
        "id" => Some(Text::new("记录编号", "id")),
        "member" => Some(Text::new("人员编号", "member id")),
        _ => None,
    }
}

/// The name of a state of attendance by its id.
pub fn state(id: &str) -> Text {
    heading(match id {
        "made-up" => "made_up",
        other => other,
    })
    .unwrap_or_else(|| Text::same(id))
}

sentences! {
    /// Columns that a narrow screen is spared.
    spared(columns) { zh: "窗口窄，略去：{columns}（--format csv 全有）", en: "left out for width: {columns} (all with --format csv)" }
    /// Records that served some line of work.
    any_link() { zh: "联系业务的", en: "any" }
    /// The base of a period.
    base() { zh: "基础分", en: "base" }
    /// A line cut by the ceiling of its item.
    cut_by_item(limit, over, rule) { zh: "本项 {over} 最多 {limit} 分（{rule}）", en: "at most {limit} of this item in {over} ({rule})" }
    /// A deduction held up by the floor of its item.
    held_by_item(limit, over, rule) { zh: "本项 {over} 最多扣到 {limit} 分（{rule}）", en: "this item takes no more than {limit} in {over} ({rule})" }
    /// A line cut by the ceiling of its category.
    cut_by_category(limit, over, rule) { zh: "本类 {over} 最多 {limit} 分（{rule}）", en: "at most {limit} of this category in {over} ({rule})" }
    /// A deduction held up by the floor of its category.
    held_by_category(limit, over, rule) { zh: "本类 {over} 最多扣到 {limit} 分（{rule}）", en: "this category takes no more than {limit} in {over} ({rule})" }
    /// Why a line counts nothing: the person was not with the branch.
    unscored_away() { zh: "当天不在册，不计分", en: "not scored: not with the branch that day" }
    /// Why a line counts nothing: the standing or class of the day.
    unscored_by(what) { zh: "当天不计分（{what}）", en: "not scored that day: {what}" }
    /// Why a line counts nothing: nobody has confirmed it.
    not_confirmed() { zh: "本人申报，尚未确认，不计分", en: "declared, not confirmed: it does not count yet" }
    /// Why a line counts nothing: its item is for those of other classes.
    not_for_class(classes) { zh: "这一项只用于{classes}", en: "this item is for {classes} only" }
    /// A line that a veto makes nothing.
    cut_by_veto(over, rule) { zh: "{over} 已一票否决，不再计分（{rule}）", en: "a veto stands in {over}: nothing counts any more ({rule})" }
    /// The share of the last scored period.
    carried() { zh: "上期结转", en: "carried over" }
    /// So many hundredths of a period's points.
    percent_of(percent, period) { zh: "{period} 积分的 {percent}%", en: "{percent}% of {period}" }
    /// How often somebody came.
    came_to(came, of, period) { zh: "{period} 应到 {of} 次，到了 {came} 次", en: "came to {came} of {of} in {period}" }
    /// The yearly appraisal.
    appraisal() { zh: "民主评议折算", en: "appraisal" }
    /// What takes a whole period's points.
    veto(item) { zh: "一票否决（{item}）", en: "veto ({item})" }
    /// The period whose points are taken.
    veto_of(period) { zh: "{period} 积分清零", en: "{period} set to nothing" }
    /// What a limit takes from a sum when its days are over.
    settlement() { zh: "期末结算", en: "settlement" }
    /// What rounding makes of the points of a scored period.
    rounding() { zh: "取整", en: "rounding" }
    /// The sum that a limit is taken from.
    settled_sum(what, days, sum) { zh: "{days} {what}合计 {sum} 分", en: "{what} of {days}: {sum}" }
    /// All points together.
    all_points() { zh: "总分", en: "all points" }
    /// A settlement that is still to come.
    settles_on(day) { zh: "期末结算在 {day}，在此以前的合计是暂时的", en: "settled on {day}: until then the total is provisional" }
    /// What makes a line count double.
    doubled(why) { zh: "翻倍：{why}", en: "double: {why}" }
    /// A line cut by the ceiling of all points.
    cut_by_ceiling(limit, over, rule) { zh: "{over} 总分最多 {limit} 分（{rule}）", en: "at most {limit} in {over} ({rule})" }
    /// A line cut by the floor of all points.
    cut_by_floor(limit, over, rule) { zh: "{over} 总分最少 {limit} 分（{rule}）", en: "at least {limit} in {over} ({rule})" }
    /// The standing of those who have left.
    left_standing() { zh: "已离开", en: "left" }
    /// People of no group.
    no_group() { zh: "（未编组）", en: "(no group)" }
    /// Records that served no line of work.
    no_link() { zh: "未联系业务的", en: "none" }
    /// What a rate is of.
    rate_denominator() {
        zh: "出勤率 = 应到人员的（出席 + 迟到 + 补课）÷（应到 − 免到）；未登记的算应到。",
        en: "rate = (present + late + made up, of those due) / (due - exempt); open counts as due",
    }
    /// Meetings are listed without the period they were counted for, since earlier files cannot be read.
    counted_for_unknown(files) {
        zh: "{files} 读不懂，所以没有列出各次会议计入哪一期；用 zhibu check 看哪里错了",
        en: "{files} cannot be read, so the list does not show for which period a meeting was counted; zhibu check shows what is wrong",
    }
    /// Nothing that earns points, before the records begin.
    scored_since(period, since) { zh: "{period} 没有计分的记录：早于记录开始的日期 {since}（zhibu.toml 的 since）", en: "nothing that earns points is recorded in {period}, before the records begin on {since} (`since` in zhibu.toml)" }
    /// A period before the records begin.
    before_since(period, since) { zh: "{period} 没有任何记录：早于记录开始的日期 {since}（zhibu.toml 的 since）", en: "nothing is recorded in {period}, before the records begin on {since} (`since` in zhibu.toml)" }
    /// What to do about it.
    cure_before_since() { zh: "以前的记录要补进来，先登记或导入；或改 zhibu.toml 的 since", en: "log or import its records first, or correct `since` in zhibu.toml" }
    /// A period without a record.
    no_record_in(period) { zh: "{period} 没有任何记录", en: "nothing is recorded in {period}" }
    /// A period without a record of the sort that is asked for.
    no_such_record_in(period) { zh: "{period} 没有这方面的记录", en: "there is no such record in {period}" }
    /// There are no lines of work.
    no_lines() { zh: "规则里没有设业务条线（rules/branch.toml 的 link），不统计联系业务的情况。", en: "The rules name no lines of work (`link` in rules/branch.toml), so nothing is counted by line" }
    /// What a share is of.
    share_denominator() { zh: "占比 = 会议次数 ÷ 本期全部会议和活动。", en: "share = meetings / all meetings and activities of the period" }
    /// The last line of an explanation.
    total() { zh: "合计", en: "total" }
    /// Whose total and of when.
    total_of(name, period) { zh: "{name}，{period}", en: "{name}, {period}" }
}

sentences! {
    /// What the exported tables are.
    about_package() {
        zh: "一个月的记录。多个值用“; ”分隔；会被电子表格当作公式的文字，前面加了一个单引号。",
        en: "The records of a month. Several values are parted by `; `; a text that a spreadsheet would run as a formula has an apostrophe before it.",
    }
}

/// What a column holds, where its heading does not say it all.
pub fn about_column(id: &str) -> Option<Text> {
    let (zh, en) = match id {
        "about" => ("涉及", "about"),
        "absent" => ("无正当理由缺席的应到人数", "those due who were missing without a reason that excuses"),
        "attended" => ("应到人员中出席、迟到和补课的人数", "those due who were present, late or made up for it"),
        "cut" => (
            "因上限、下限扣减（负）或补足（正）的分",
            "points taken by ceilings (below 0) or given back by floors (above 0)",
        ),
        "denominator" => ("比率的分母；只有个数的指标为空", "what the numerator is part of; empty for a plain number"),
        "due" => (
            "按会议当天的身份、小组和职务应到的人数，含免到",
            "those due by standing, group and post on the day, the exempt included",
        ),
        "nature" => (
            "flow 是本月发生数，可以按月相加；stock 是月末数，不能按月相加",
            "flow happened in the month and adds up over months; stock is as it was at its end and does not",
        ),
        "not_due" => {
            ("不在应到之列而参加的人数，不计入出勤率", "those who attended without being due; they are not in the rate")
        }
        "numerator" => ("分子或个数，可以相加", "the part, or a plain number; it adds up"),
        "open" => ("应到而没有登记的人数", "those due of whom nobody wrote"),
        "present" => ("应到人员中按时到会的人数", "those due who were there in time"),
        "rate" => (
            "（出席 + 迟到 + 补课）÷（应到 − 免到），百分数",
            "(present + late + made up) / (due - exempt), in percent",
        ),
        "record" => ("这一行依据的记录文件", "the file of the record that the line comes from"),
        "rhythm" => ("节奏", "rhythm"),
        "rule" => ("这一行依据的规则：文件和行号", "the rule that made the line: file and line"),
        "share" => ("占本期全部会议和活动的百分比", "in percent of all meetings and activities of the period"),
        "sitting_date" => (
            "参加的不是第一场时，那一场的日期",
            "the day of the sitting at which the person was, where it is not the first",
        ),
        "sittings" => ("分几场开的，每场的日期和时间", "the day and hours of each sitting, where there were several"),
        "was_due" => ("那天应到写 1，不应到写 0", "1 for a person who was due that day, 0 for one who was not"),
        "year_total" => ("当年 1 月 1 日到本期末的合计", "the sum from 1 January to the end of the period"),
        _ => return None,
    };
    Some(Text::new(zh, en))
}
