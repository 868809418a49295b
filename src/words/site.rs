//! The site: pages that belong together, to read without a network and to print.

use super::{Text, sentences};

/// A month by its number, of a year that is known.
pub fn short_month(number: u32) -> Text {
    const NAMES: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let name = NAMES.get(number as usize - 1).copied().unwrap_or_default();
    Text::new(format!("{number}月"), name)
}

sentences! {
    /// The overview.
    site_home() { zh: "首页", en: "Overview" }
    /// The bulletins.
    site_bulletins() { zh: "通报", en: "Bulletins" }
    /// The points.
    site_points() { zh: "积分", en: "Points" }
    /// The attendance.
    site_attendance() { zh: "出勤", en: "Attendance" }
    /// The rhythm.
    site_rhythm() { zh: "节奏", en: "Rhythm" }
    /// The duties.
    site_duties() { zh: "任务", en: "Duties" }
    /// The problems.
    site_problems() { zh: "问题", en: "Problems" }
    /// The meetings.
    site_meetings() { zh: "会议", en: "Meetings" }
    /// The people.
    site_people() { zh: "人员", en: "People" }

    /// The first link of a page, for those who go by the keys.
    skip_to_contents() { zh: "跳到正文", en: "Skip to the contents" }
    /// The navigation, for those who hear it.
    nav_sections() { zh: "栏目", en: "Sections" }
    /// The neighbours of a page, for those who hear it.
    nav_beside() { zh: "前后页", en: "Before and after" }
    /// The page before.
    page_before(title) { zh: "← 上一页：{title}", en: "← Before: {title}" }
    /// The page after.
    page_after(title) { zh: "下一页：{title} →", en: "Next: {title} →" }
    /// Under every page.
    site_made(name, day) { zh: "{name}，按截至 {day} 的记录生成。", en: "{name}, from the records as they were on {day}." }
    /// Which edition it is: the one without names.
    site_masked() {
        zh: "遮名版：姓名只留姓氏，重名的加名册序号；手机号、证件号遮住；缺席原因、来宾和附件不列出。",
        en: "Masked edition: of names only the surname is shown, with the number on the roll where several read alike; telephone and identity numbers are hidden; reasons for absence, guests and evidence are left out.",
    }
    /// Which edition it is: the one with everything.
    site_full() { zh: "完整版：含真实姓名，仅限内部使用，不要外传。", en: "Full edition: with people's names, for internal use only." }

    /// Of a desk: its months.
    desk_site_months() { zh: "月份", en: "Months" }
    /// Of a desk: its units.
    desk_site_units() { zh: "单位", en: "Units" }
    /// Of a desk: what was not handed in.
    desk_site_missing() { zh: "未报送", en: "Not handed in" }
    /// Of a desk: of how many units everything is there.
    desk_site_whole() { zh: "各月报齐的单位", en: "Units of which every month is there" }
    /// Of a desk: how many returns are owed today.
    desk_site_owed() { zh: "未报送、未封存的", en: "Returns owed, or owed sealed" }
    /// Of a desk: what its pages show.
    desk_site_edition() { zh: "只有数字，没有姓名；不足 3 人的不显示。", en: "Figures alone, nobody is named; fewer than 3 people are not shown." }
    /// Under every page of a desk.
    desk_site_made(name, day) { zh: "{name}，按截至 {day} 收下的上报生成。", en: "{name}, from the returns taken by {day}." }

    /// The bulletin of a month.
    bulletin_in(period) { zh: "{period} 通报", en: "Bulletin of {period}" }
    /// The points of a period.
    points_in(period) { zh: "{period} 积分", en: "Points of {period}" }
    /// The overview of a period.
    overview_of(period) { zh: "{period} 概况", en: "{period} at a glance" }
    /// Duties that were kept, of those whose time is over.
    duties_kept_of_over() { zh: "任务已办 / 到期", en: "Duties kept, of those that were to be" }
    /// Problems whose deadline is over, of those that are open.
    overdue_of_open() { zh: "问题逾期 / 未销号", en: "Problems overdue, of those open" }
    /// The months of the period.
    month_by_month() { zh: "各月情况", en: "Month by month" }
    /// A month.
    the_month() { zh: "月份", en: "Month" }
    /// The sum of the periods.
    sum_of_periods() { zh: "合计", en: "Total" }
    /// What is said of a list of names.
    in_order_of_roll() { zh: "按名册顺序排列，不排名次。", en: "In the order of the roll, not by rank." }
    /// Points that may still change.
    points_so_far(day) { zh: "本期还没结束，数字截至 {day}。", en: "The period is not over: the figures are those of {day}." }
    /// Attendance by group.
    attendance_by_group() { zh: "各小组出勤", en: "Attendance by group" }
    /// Attendance by kind.
    attendance_by_kind() { zh: "各类活动出勤", en: "Attendance by kind of meeting" }
    /// What a chart of rates shows, for those who hear it.
    rates_chart(title) { zh: "{title}：每条横线是出勤率，满格为 100%。数字见下表。", en: "{title}: a bar for each rate, a full one being 100%. The table below has the numbers." }
    /// A rate.
    rate_shown(percent) { zh: "{percent}%", en: "{percent}%" }
    /// Week by week.
    week_by_week() { zh: "逐周活动", en: "Week by week" }
    /// What the heat map shows, for those who hear it.
    heat_chart(first) {
        zh: "每行一类活动，每格一周，第一格是 {first} 那一周；颜色越深次数越多。各月次数见下表。",
        en: "A row for each kind of meeting, a cell for each week, the first being that of {first}; the darker, the more often. The table below has the numbers month by month.",
    }
    /// A week of the heat map and how often.
    week_times(day, times) { zh: "{day} 起的一周：{times} 次", en: "week of {day}: {times}" }
    /// Nothing was held.
    heat_none() { zh: "没有", en: "none" }
    /// How often, at the key of the heat map.
    heat_times(times) { zh: "{times} 次", en: "{times}" }
    /// So often or more, at the key of the heat map.
    heat_more(times) { zh: "{times} 次以上", en: "{times} or more" }
    /// How often in each month.
    times_by_month() { zh: "各月次数", en: "Times in each month" }
    /// Pauses and regularity.
    pauses() { zh: "间隔和按期率", en: "Pauses and regularity" }
    /// How the table of pauses is to be read.
    about_pauses(period) {
        zh: "{period}。按期率 = 按期办了的期数 / 已经过完的期数。",
        en: "{period}. Regular = periods in which the duty was kept / periods that are over.",
    }
    /// How the duties stand, by duty.
    duties_kept_by_duty() { zh: "各项任务完成情况", en: "How each duty was kept" }
    /// What the chart of duties shows, for those who hear it.
    duties_chart() { zh: "每条横线是到期的期数里已办的比例。数字见下表。", en: "A bar for the share of the periods that are over in which a duty was kept. The table below has the numbers." }
    /// The rule a duty rests on.
    rests_on(source) { zh: "依据：{source}", en: "By: {source}" }
    /// The explanation of the points of a period.
    explained_in(period) { zh: "{period} 每一分的来历", en: "Why the points of {period} are what they are" }
    /// The points of the periods.
    points_by_period() { zh: "各期积分", en: "Points period by period" }
    /// What the chart of somebody's points shows, for those who hear it.
    points_chart() { zh: "每条横线是一期的总分，最长的一条是其中最高的一期。数字见下表。", en: "A bar for the total of each period, the longest for the highest of them. The table below has the numbers." }
    /// Points, beside a bar.
    points_shown(points) { zh: "{points} 分", en: "{points}" }
    /// Somebody who is not scored.
    nobody_scored_here() { zh: "本期不计分。", en: "Not scored in this time." }
    /// A period of points.
    the_period() { zh: "计分期", en: "Period" }

    /// The site was written.
    site_written(count, folder) { zh: "已写出 {count} 个网页到 {folder}", en: "wrote {count} pages to {folder}" }
    /// Pages that are no more.
    site_removed(gone) { zh: "删去不再有的 {gone} 个", en: "pages removed that are no more: {gone}" }
    /// What masking cannot do.
    masked_only_names() {
        zh: "姓名和编号已经遮住；记录里别的叫法（如“老赵”）认不出来，外传前请通读一遍",
        en: "names and ids are masked; other ways of naming somebody in minutes and notes are not recognised: read it through before you pass it on",
    }
    /// A full edition.
    full_stays_within() { zh: "这是完整版，含真实姓名，不要外传", en: "this is the full edition, with people's names: keep it within the branch" }
    /// A period that has not begun.
    still_to_come(period) { zh: "{period} 还没有开始", en: "{period} has not begun" }
    /// A folder with other things in it.
    not_a_site(folder) { zh: "“{folder}”里有别的文件，不是 zhibu site 写出的", en: "`{folder}` has files in it that `zhibu site` did not write" }
    /// What to do about it.
    cure_not_a_site() { zh: "换一个空文件夹，或者还没有的文件夹", en: "choose a folder that is empty or does not exist" }
    /// A page whose place is taken.
    not_of_site(path) { zh: "“{path}”不是 zhibu site 写出的，不能覆盖", en: "`zhibu site` did not write `{path}`, and does not write over it" }
    /// What to do about that.
    cure_not_of_site() { zh: "把它移到别处，再来一次", en: "move it elsewhere, and try again" }
    /// A site cannot go to standard output.
    site_needs_folder() { zh: "网页要写到一个文件夹里", en: "a site is written into a folder" }
    /// What to write instead.
    cure_site_needs_folder() { zh: "写 --out 文件夹", en: "write --out DIR" }
}
