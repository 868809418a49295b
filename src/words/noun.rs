//! What things are called.

use super::sentences;

sentences! {
    /// A campaign.
    noun_campaign() { zh: "主题活动", en: "campaign" }
    /// A category of items.
    noun_category() { zh: "积分类别", en: "category" }
    /// An honour.
    noun_exemplar() { zh: "先锋标兵", en: "honour" }
    /// A grade of the appraisal.
    noun_grade() { zh: "评议等次", en: "grade" }
    /// A measure of the assessment.
    noun_measure() { zh: "考核指标", en: "measure" }
    /// A mark of a record.
    noun_mark() { zh: "记录标记", en: "mark" }
    /// A class of members.
    noun_class() { zh: "人员类型", en: "class" }
    /// A kind of decision.
    noun_decision() { zh: "决议种类", en: "kind of decision" }
    /// A line of a ledger.
    noun_entry() { zh: "记录", en: "entry" }
    /// A group.
    noun_group() { zh: "小组", en: "group" }
    /// A problem.
    noun_issue() { zh: "问题", en: "issue" }
    /// An item of the points scheme.
    noun_item() { zh: "积分项", en: "item" }
    /// A kind of meeting.
    noun_kind() { zh: "会议种类", en: "kind of meeting" }
    /// A line of work.
    noun_link() { zh: "业务条线", en: "line of work" }
    /// A guest of a meeting.
    noun_guest() { zh: "来宾", en: "guest" }
    /// A topic of a meeting.
    noun_topic() { zh: "议题", en: "topic" }
    /// A decision of a meeting.
    noun_taken_decision() { zh: "决议", en: "decision" }
    /// A meeting.
    noun_meeting() { zh: "会议", en: "meeting" }
    /// A person.
    noun_member() { zh: "成员", en: "member" }
    /// An item of a plan.
    noun_plan_item() { zh: "计划事项", en: "item of a plan" }
    /// A post.
    noun_post() { zh: "职务", en: "post" }
    /// A rate of dues.
    noun_rate() { zh: "交纳比例", en: "rate" }
    /// A reason for being absent.
    noun_reason() { zh: "缺席原因", en: "reason" }
    /// Something that superiors asked for.
    noun_request() { zh: "报送要求", en: "request" }
    /// A noun.
    noun_task() { zh: "落实事项", en: "task" }
    /// A noun.
    noun_visit() { zh: "来访检查", en: "visit" }
    /// A standing.
    noun_standing() { zh: "身份", en: "standing" }
    /// A step of development.
    noun_step() { zh: "步骤", en: "step" }
    /// A kind of study.
    noun_study() { zh: "学习形式", en: "kind of study" }
    /// A reason for a talk.
    noun_talk_reason() { zh: "谈话事由", en: "reason for a talk" }
}
