//! What is said of further sittings of a meeting.

use super::{Text, sentences};

/// Who was filled in by the rules, by the key.
pub fn filled_in(key: &str, name: Text) -> Text {
    match key {
        "chair" => chaired_by(name),
        _ => recorded_by(name),
    }
}

sentences! {
    /// Who leads it by the rules.
    chaired_by(name) { zh: "主持人 {name}", en: "chair {name}" }
    /// There is none yet.
    cure_no_sittings(meeting) { zh: "加一场：zhibu meeting sitting {meeting} --on 日期 --present 谁", en: "add one: zhibu meeting sitting {meeting} --on DATE --present WHO" }
    /// Which there are.
    cure_no_such_sitting(all) { zh: "有：{all}；同一天有几场的，写编号", en: "there are: {all}; give the number if a day has several" }
    /// The first one is the meeting's own.
    cure_sitting_before(meeting, day) { zh: "会议以第一场为准：zhibu meeting edit {meeting} --on {day}，再把另一场加上", en: "the meeting is that of the first sitting: zhibu meeting edit {meeting} --on {day}, and add the other as a further one" }
    /// Who came has to be said.
    cure_sitting_of_nobody() { zh: "加上 --present 谁，或 --late 谁；改已有的一场，写它的编号或日期", en: "add --present WHO or --late WHO; to change a sitting, give its number or its day" }
    /// One of the two is too many.
    cure_sitting_twice(meeting, number) { zh: "改时间：zhibu meeting sitting {meeting} {number} --time 起止时间；重复登记的，加 --remove", en: "set its hours with `zhibu meeting sitting {meeting} {number} --time HOURS`; if it was entered twice, use --remove" }
    /// How votes may be taken.
    cure_votes_apart() { zh: "表决放在一场会上，单独登记；规则允许分场表决的，在 rules/meetings.toml 的 [[vote]] 里写 by-sittings = true", en: "take the vote at one meeting, and log that by itself; if it may be taken by sittings, write by-sittings = true under [[vote]] in rules/meetings.toml" }
    /// Where that is changed.
    cure_was_at_sitting(meeting, number) { zh: "zhibu meeting sitting {meeting} {number} --late 谁，或 --take-out 谁", en: "zhibu meeting sitting {meeting} {number} --late WHO, or --take-out WHO" }
    /// What stands above the minutes of one.
    minutes_of_sitting(number, when) { zh: "第 {number} 场（{when}）：", en: "Sitting {number} ({when}):" }
    /// Somebody was not there.
    not_at_sitting(name, day) { zh: "{name} 没有参加 {day} 那一场", en: "{name} was not at the sitting of {day}" }
    /// There is no such one.
    no_such_sitting(typed, title) { zh: "{title} 没有“{typed}”这一场", en: "{title} has no sitting {typed}" }
    /// Who writes it down by the rules.
    recorded_by(name) { zh: "记录人 {name}", en: "recorder {name}" }
    /// One more.
    sitting_added(number, title, day) { zh: "{title} 加开第 {number} 场：{day}", en: "{title}: sitting {number} on {day}" }
    /// Another than it was.
    sitting_changed(number, title, day) { zh: "更正 {title} 第 {number} 场：{day}", en: "{title}: changed sitting {number} on {day}" }
    /// It is of the month of its meeting.
    sitting_counts_for(month) { zh: "计入 {month}（以会议日期为准）", en: "counts for {month}, the month of the meeting" }
    /// One of several.
    sitting_in_list(number, when) { zh: "第 {number} 场（{when}）", en: "{number} ({when})" }
    /// Nobody was at it.
    sitting_of_nobody() { zh: "没有写谁参加了这一场", en: "nobody is named who was at the sitting" }
    /// It goes.
    sitting_removed(number, title, day) { zh: "去掉 {title} 第 {number} 场：{day}", en: "{title}: took out sitting {number} on {day}" }
    /// It is entered already.
    sitting_there(title, day) { zh: "{title} 已登记 {day} 这个时间的一场", en: "{title} has a sitting at that time on {day} already" }
    /// How somebody is added to the first one.
    cure_at_first(meeting) { zh: "zhibu meeting attend {meeting} --present 谁；是另外一场的，写上 --time", en: "zhibu meeting attend {meeting} --present WHO; if it was another sitting, give its hours with --time" }
    /// How somebody is added to a further one.
    cure_at_further(meeting, number) { zh: "zhibu meeting sitting {meeting} {number} --present 谁；是另外一场的，写上 --time", en: "zhibu meeting sitting {meeting} {number} --present WHO; if it was another sitting, give its hours with --time" }
    /// Two at one time.
    sitting_twice(title, day) { zh: "{title} 在 {day} 有两场，时间重叠", en: "{title} has two sittings at one time on {day}" }
    /// Votes that were not taken together.
    votes_apart(number) { zh: "分 {number} 场开的会，规则没有允许分场表决", en: "the vote was taken over {number} sittings, which the rules do not allow" }
    /// It is not the first sitting.
    was_at_sitting(name, day) { zh: "{name} 参加的是 {day} 那一场", en: "{name} was at the sitting of {day}" }
}
