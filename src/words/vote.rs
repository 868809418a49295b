//! What is said of quorums, votes and ballots.

use super::sentences;

sentences! {
    /// A quorum of a meeting where nothing needs it.
    always_of_decisions() { zh: "always 管的是会议本身，这一条却只管几种决议", en: "`always` is for the meeting, and this rule for some decisions alone" }
    /// What to do about it.
    cure_always_of_decisions() { zh: "删去 always，或写在不限决议的那一条里", en: "delete `always`, or write it in the rule for all decisions" }
    /// A quorum that is not said.
    always_without_quorum() { zh: "写了 always，没有写 quorum", en: "`always` without a `quorum`" }
    /// What to do about it.
    cure_always_without_quorum() { zh: "写上 quorum = \">= 1/2\"，或删去 always", en: "write `quorum = \">= 1/2\"`, or delete `always`" }
    /// Ballots that are none.
    bad_ballots(text) { zh: "“{text}”不是选票数：应依次写发出、收回、无效，如 8,8,0", en: "`{text}` is no count of ballots: write given, returned, invalid, as in 8,8,0" }
    /// Opinions that are none.
    bad_written(text) { zh: "“{text}”不是书面意见的份数：应依次写赞成、反对、弃权，如 1,0,0", en: "`{text}` is no count of opinions: write for, against, abstaining, as in 1,0,0" }
    /// A decision was carried.
    carried_by(yes, majority) { zh: "通过（赞成 {yes} 票，{majority} 票通过）", en: "carried ({yes} for it, {majority} carry it)" }
    /// A decision was not carried.
    not_carried_by(yes, majority) { zh: "未通过（赞成 {yes} 票，要 {majority} 票）", en: "not carried ({yes} for it, {majority} carry it)" }
    /// Too few came for a decision.
    not_enough_came(present, quorum) { zh: "到会人数不够（有表决权的到会 {present} 人，要 {quorum} 人）", en: "no quorum ({present} with a vote came, {quorum} have to)" }
    /// A candidate that is none.
    bad_candidate(word) { zh: "“{word}”不是候选人：应如 赵刚:26,1,0 或 赵刚:书记:26,1,0", en: "`{word}` is not a candidate: write somebody with the votes, as in `WHO:26,1,0` or `WHO:POST:26,1,0`" }
    /// A ballot on a candidate.
    stands(kind, name) { zh: "{kind}：{name}", en: "{kind}: {name}" }
    /// The same, for a post.
    stands_for(kind, name, post) { zh: "{kind}：{name}任{post}", en: "{kind}: {name} as {post}" }
    /// What came of the ballot on a candidate.
    decision_and_outcome(text, outcome) { zh: "{text}，{outcome}", en: "{text}, {outcome}" }
    /// With the votes.
    with_votes(outcome, yes, majority) { zh: "{outcome}（赞成 {yes} 票，{majority} 票可当选）", en: "{outcome} ({yes} for, {majority} needed)" }
    /// Nobody knows how many votes elect.
    no_majority_said(text) { zh: "{text}，规则没有写多少票当选", en: "{text}, the rules do not say how many votes elect" }
    /// Who was elected.
    elected_at(meeting, names) { zh: "{meeting} 选举，当选：{names}", en: "{meeting}: elected {names}" }
    /// Nobody was.
    nobody_elected(meeting) { zh: "{meeting} 选举，无人当选", en: "{meeting}: an election, nobody elected" }
    /// A kind of meeting that elects nobody, or in several ways.
    elects_nobody(kind) { zh: "规则没有写明{kind}用哪一种决议选举", en: "the rules do not name one kind of decision by which this meeting elects: {kind}" }
    /// What to do about it.
    cure_elects_nobody() { zh: "用 --kind 写明决议种类，或在 rules/meetings.toml 的 [[decision]] 里写 elects = true", en: "name the kind of decision with `--kind`, or write `elects = true` under [[decision]] in rules/meetings.toml" }
    /// A candidate of whom a ballot is recorded already.
    stood_already(meeting, name) { zh: "{meeting} 已登记过{name}的选票", en: "{meeting}: the ballot on {name} is recorded already" }
    /// What to do about it.
    cure_stood_already(meeting) { zh: "登错了的，先删去那一项决议：zhibu meeting edit {meeting} --drop-decision 决议", en: "to correct it, take that decision out first: zhibu meeting edit {meeting} --drop-decision DECISION" }
    /// It is not known how many are elected.
    places_not_said() { zh: "没有写应选几名，加上 --places 名额", en: "the number of places is missing: add `--places NUMBER`" }
    /// Too few candidates for the places.
    too_few_candidates(candidates, places, least) { zh: "应选 {places} 名，候选人 {candidates} 名，至少要 {least} 名", en: "places: {places}, candidates: {candidates}; at least {least} candidates are needed" }
    /// What to do about it.
    cure_too_few_candidates() { zh: "核对候选人和应选名额（places）；经上级同意等额选举的，用 zhibu accept 写明", en: "check the candidates and `places`; if the superior allowed fewer, record it with `zhibu accept`" }
    /// A share of candidates below nothing.
    candidates_below_nothing() { zh: "more-candidates 小于 0", en: "`more-candidates` is below zero" }
    /// What to do about it.
    cure_candidates_below_nothing() { zh: "写候选人比应选名额多百分之几，如 more-candidates = 20", en: "write by how many per cent the candidates outnumber the places, as in `more-candidates = 20`" }
    /// A quota that is none.
    bad_quota(quota) { zh: "“{quota}”不是份额：应如 \">= 1/2\"（半数以上，含半数）或 \"> 1/2\"（超过半数）", en: "`{quota}` is no quota: write \">= 1/2\" for at least a half, \"> 1/2\" for more than a half" }
    /// A majority of none.
    majority_of_none() { zh: "写了 majority-of，没有写 majority", en: "`majority-of` without a `majority`" }
    /// What to do about it.
    cure_majority_of_none() { zh: "写上 majority = \"> 1/2\"，或删去 majority-of", en: "write `majority = \"> 1/2\"`, or delete `majority-of`" }
    /// A rule for nothing.
    vote_of_no_kind() { zh: "没有写哪种会议", en: "this rule is for no kind of meeting" }
    /// What to do about it.
    cure_vote_of_no_kind() { zh: "在 kinds 里写上会议种类", en: "name at least one of the kinds" }
    /// Two rules for one decision.
    votes_overlap(day, line) { zh: "{day} 同一种会议的同一种决议有两条规定，另一条在第 {line} 行", en: "two rules of votes decide the same on {day}, the other one is in line {line}" }
}
