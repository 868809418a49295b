//! What `check` says of whether a meeting was valid, and of what its record leaves open.

use super::{Text, sentences};

/// What has to be in the record of a meeting, by its key.
pub fn needed(key: &str) -> Text {
    super::heading(key).unwrap_or_else(|| Text::same(key))
}

sentences! {
    /// A secret ballot without ballots.
    ballots_missing(what) { zh: "{what}要无记名投票，没有写发出和收回的票数", en: "{what} is by secret ballot: how many ballots were given and returned is not recorded" }
    /// What to do about it.
    cure_ballots_missing() { zh: "在 votes 里写上 given（发出）和 returned（收回）", en: "write `given` and `returned` among the votes" }
    /// A branch that is too large.
    branch_large(number, most) { zh: "在册 {number} 人，一般不超过 {most} 人", en: "{number} members, as a rule no more than {most}" }
    /// What to do about it.
    cure_branch_large() { zh: "报上级研究，按规定改设", en: "ask the superior how to divide it" }
    /// A branch that is too small.
    branch_small(standings, number, least) { zh: "{standings} {number} 人，至少要 {least} 人", en: "{number} {standings}, and {least} is the least" }
    /// What to do about it.
    cure_branch_small() { zh: "有人漏登的，补登；人数确实不够的，报上级，与邻近单位联合设立", en: "add whoever is missing; if there are too few, ask the superior about joining with a neighbour" }
    /// Somebody was asked who may not be.
    cannot_be_asked(who, posts, kind) { zh: "{who} 不是{posts}，不能受委托主持{kind}", en: "{who} is none of {posts} and cannot be asked to lead a {kind}" }
    /// Somebody asked who may not.
    cannot_delegate(who, posts, kind) { zh: "{who} 不是{posts}，不能委托别人主持{kind}", en: "{who} is none of {posts} and cannot ask others to lead a {kind}" }
    /// A result that is better than recorded.
    carried_after_all(yes, majority) { zh: "记录写的是未通过，赞成 {yes} 票，{majority} 票就通过", en: "recorded as not carried, but {yes} for it are enough: {majority} carry it" }
    /// A result that is worse than recorded.
    not_carried_after_all(yes, majority) { zh: "记录写的是通过，赞成 {yes} 票，要 {majority} 票才通过", en: "recorded as carried, but {yes} for it are too few: {majority} carry it" }
    /// Somebody led who may not.
    chair_not_entitled(who, posts, kind) { zh: "{who} 主持{kind}，不是{posts}，也没有写受谁委托", en: "{who} led a {kind}, but is none of {posts}, and nobody is named who asked" }
    /// What to do about it.
    cure_chair_not_entitled(meeting) { zh: "改主持人，或写明委托人：zhibu meeting edit {meeting} --delegated-by 谁", en: "correct the chair, or say who asked: zhibu meeting edit {meeting} --delegated-by WHO" }
    /// A committee that is too large.
    committee_large(number, most) { zh: "委员 {number} 人，一般不超过 {most} 人", en: "{number} are on the committee, as a rule no more than {most}" }
    /// A committee that is not there.
    committee_missing(standings, number, from) { zh: "{standings} {number} 人，满 {from} 人要有委员会，现在没有人担任其中的职务", en: "{number} {standings}: from {from} on there has to be a committee, and nobody is on it" }
    /// A committee that is too small.
    committee_small(number, least) { zh: "委员 {number} 人，至少要 {least} 人", en: "{number} are on the committee, and {least} is the least" }
    /// What to do about it.
    cure_committee() { zh: "选出或增补以后登记：zhibu member post 谁 职务；不担任的写上 --until", en: "record who was elected: zhibu member post WHO POST; with --until for who is not any more" }
    /// A decision of another kind of meeting.
    decided_elsewhere(decision, kind) { zh: "{decision}不能由{kind}决定", en: "a {kind} cannot decide: {decision}" }
    /// What to do about it.
    cure_decided_elsewhere(kinds) { zh: "由{kinds}讨论决定；种类写错的，改正 kind", en: "it is for: {kinds}; or correct its kind" }
    /// A group without whom it needs.
    group_core(standings, number, least) { zh: "有{standings} {number} 人，至少要 {least} 人", en: "{number} {standings}, and {least} is the least" }
    /// A group that is too small.
    group_small(number, least) { zh: "有成员 {number} 人，至少要 {least} 人", en: "{number} in the group, and {least} is the least" }
    /// What to do about it.
    cure_group_small() { zh: "与相近的小组合并：zhibu member move 谁 小组，再 zhibu group close", en: "join it with a neighbour: zhibu member move WHO GROUP, then zhibu group close" }
    /// A group that nobody leads.
    group_leaderless(post) { zh: "没有{post}", en: "there is no {post}" }
    /// What to do about it.
    cure_group_leaderless(post) { zh: "zhibu member post 谁 {post}", en: "zhibu member post WHO {post}" }
    /// Too many for one group.
    groups_needed(number, above) { zh: "在册 {number} 人，超过 {above} 人一般要划分小组", en: "{number} members: with more than {above} there are groups, as a rule" }
    /// What to do about it.
    cure_groups_needed() { zh: "zhibu group add 名称，再 zhibu member move 谁 小组", en: "zhibu group add NAME, then zhibu member move WHO GROUP" }
    /// A leader who may not lead.
    leader_standing(who, standing, post) { zh: "{who} 是{standing}，不能担任{post}", en: "{who} is {standing} and cannot be {post}" }
    /// More ballots came back than were given.
    more_returned(given, returned) { zh: "发出 {given} 张票，收回 {returned} 张", en: "{given} ballots were given, and {returned} returned" }
    /// Too few came.
    no_quorum(due, present, quorum) { zh: "应到会有表决权的 {due} 人，到会 {present} 人，要 {quorum} 人才够", en: "of {due} with a vote {present} came, and {quorum} have to" }
    /// Nobody says why.
    no_reason_given(who) { zh: "{who} 缺席，没有写原因", en: "{who} was absent, and nobody says why" }
    /// What to do about it.
    cure_no_reason_given(meeting, who) { zh: "zhibu meeting attend {meeting} --absent {who}:原因", en: "zhibu meeting attend {meeting} --absent {who}:REASON" }
    /// Nobody wrote of them.
    open_seats(names) { zh: "应到的 {names} 没有写到会还是缺席", en: "due, and nobody wrote whether they came: {names}" }
    /// Nobody wrote of many.
    many_open_seats(names, number) { zh: "应到的 {names} 等 {number} 人没有写到会还是缺席", en: "due, and nobody wrote whether they came: {names} and others, {number} in all" }
    /// What to do about it.
    cure_open_seats(meeting) { zh: "zhibu meeting attend {meeting} --present 谁，或 --absent 谁:原因", en: "zhibu meeting attend {meeting} --present WHO, or --absent WHO:REASON" }
    /// A post taken up too soon.
    post_seniority(who, day, post, standing, since) { zh: "{who} {day} 起任{post}，{since} 才是{standing}", en: "{who} became {post} on {day}, but has been {standing} only since {since}" }
    /// What to do about it.
    cure_post_seniority(length) { zh: "任职前一般应满 {length}：核对两个日期；确实如此的，报上级同意", en: "as a rule it takes {length}: check both dates; if they are right, ask the superior to agree" }
    /// What to do about a post that somebody may not hold.
    cure_post_standing(who, post) { zh: "不再担任的，写上最后一天：zhibu member post {who} {post} --until 日期", en: "give the post its last day: zhibu member post {who} {post} --until DATE" }
    /// Dues of somebody who is no member.
    payer_no_member(who, month) { zh: "{who} {month} 不是在册成员，不用交", en: "{who} was no member in {month} and owes nothing" }
    /// What to do about it.
    cure_payer_no_member(id) { zh: "改正是谁交的，或作废：zhibu dues remove {id} --why 原因", en: "correct who paid, or strike it: zhibu dues remove {id} --why REASON" }
    /// A record without what it needs.
    record_thin(missing) { zh: "记录里没有写：{missing}", en: "the record does not say: {missing}" }
    /// What to do about it.
    cure_record_thin(meeting) { zh: "补上：zhibu meeting edit {meeting} …", en: "add it: zhibu meeting edit {meeting} …" }
    /// One picture for two meetings.
    same_evidence(file, title) { zh: "{file} 与 {title} 的佐证是同一份", en: "{file} is the same as the evidence of {title}" }
    /// More votes than people.
    too_many_votes(votes, voters) { zh: "共 {votes} 票，到会有表决权的至多 {voters} 人", en: "{votes} votes, but at most {voters} with a vote were there" }
    /// Others were there without a vote.
    with_voteless(what, number) { zh: "{what}（另有 {number} 人没有表决权）", en: "{what}, and {number} without one" }
    /// More opinions than absent members.
    too_many_written(number, absent) { zh: "书面意见 {number} 份，没有到会的有表决权的 {absent} 人", en: "{number} opinions in writing, but {absent} with a vote were not there" }
    /// Votes that are not recorded.
    votes_missing(what) { zh: "{what}没有写票数", en: "{what}: the votes are not recorded" }
    /// What to do about it.
    cure_votes_missing() { zh: "在这条决议里写上 votes = {{ for = 赞成, against = 反对, abstain = 弃权 }}", en: "write `votes = {{ for = …, against = …, abstain = … }}` in the decision" }
    /// Votes that are not those that were returned.
    votes_not_returned(votes, returned) { zh: "赞成、反对、弃权和无效票共 {votes} 张，收回的却是 {returned} 张", en: "for, against, abstaining and invalid come to {votes}, but {returned} ballots were returned" }
}
