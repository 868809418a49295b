//! Sheets and charts of a workbook.

use super::{Text, sentences};

/// The name of the sheet of a table by its id; none where its heading will do.
pub fn sheet(id: &str) -> Option<Text> {
    let (zh, en) = match id {
        "attendance" => ("考勤", "attendance"),
        "dues" => ("交费", "dues"),
        "duties" => ("应办事项", "duties"),
        "issues" => ("问题", "problems"),
        "measures" => ("指标分子分母", "measures"),
        "meetings" => ("会议和活动", "meetings"),
        "members" => ("人员", "people"),
        "page" => ("概况", "page"),
        "points" => ("积分", "points"),
        "points_detail" => ("积分明细", "points in detail"),
        "study" => ("学习", "study"),
        "summary" => ("本月数字", "the month"),
        "tasks" => ("决议落实", "tasks"),
        "talks" => ("谈心谈话", "talks"),
        _ => return None,
    };
    Some(Text::new(zh, en))
}

sentences! {
    /// What is drawn of attendance, kind by kind.
    chart_kinds() { zh: "各类会议和活动的出勤率（%）", en: "attendance by kind (%)" }
    /// What is drawn of attendance, group by group.
    chart_groups() { zh: "各小组的出勤率（%）", en: "attendance by group (%)" }
    /// What is drawn of points.
    chart_bands() { zh: "积分各等次人数", en: "people by band of points" }
    /// People whose points lie in no band.
    no_band() { zh: "（无等次）", en: "(none)" }
    /// Under each page.
    page_of_pages(page, pages) { zh: "第 {page} 页，共 {pages} 页", en: "page {page} of {pages}" }
    /// A workbook that cannot be made.
    cannot_make_workbook(why) { zh: "做不成工作簿：{why}", en: "cannot make the workbook: {why}" }
    /// A workbook that would go to the screen.
    workbook_on_screen() { zh: "工作簿不能显示在屏幕上", en: "a workbook cannot be shown on the screen" }
    /// Where it should go.
    cure_workbook_on_screen() { zh: "加 > 文件.xlsx 写到文件", en: "add > FILE.xlsx to write it to a file" }
    /// A file was exported.
    exported_file(month, file) { zh: "已导出 {month}：{file}", en: "exported {month}: {file}" }
    /// A table was written.
    wrote_table(rows, file) { zh: "写入 {file}：{rows}", en: "wrote {rows} to {file}" }
    /// A file whose name does not say what it is to be.
    not_a_table_file(file) { zh: "看不出“{file}”要写成什么", en: "`{file}` does not say what to write" }
    /// What to do about it.
    cure_not_a_table_file() { zh: "文件名以 .csv 或 .xlsx 结尾", en: "end the name in .csv or .xlsx" }
    /// A format the month is not exported in.
    export_format() { zh: "export 只写 CSV 或工作簿", en: "export writes CSV or a workbook" }
    /// How these are asked for.
    cure_export_format() { zh: "不写 --format 就是 CSV；或写 --format xlsx", en: "leave out --format for CSV, or write --format xlsx" }
}
