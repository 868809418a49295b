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
