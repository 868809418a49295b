//! What is said of tables that are imported.

use super::{Text, sentences};

/// What parts the columns of a table.
pub fn delimiter(byte: u8) -> Text {
    match byte {
        b',' => Text::new("逗号", "commas"),
        b';' => Text::new("分号", "semicolons"),
        b'\t' => Text::new("制表符", "tabs"),
        b'|' => Text::new("竖线", "bars"),
        other => Text::same(format!("`{}`", char::from(other))),
    }
}

/// Rows by their numbers, those in a row as one: `2–17, 19`.
pub fn rows(numbers: &[usize]) -> Text {
    let mut numbers = numbers.to_vec();
    numbers.sort_unstable();
    numbers.dedup();
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for number in numbers {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == number => *last = number,
            _ => runs.push((number, number)),
        }
    }
    const MOST: usize = 12;
    let shown = runs
        .iter()
        .take(MOST)
        .map(|(first, last)| Text::same(if first == last { first.to_string() } else { format!("{first}–{last}") }));
    let shown = Text::list(shown);
    match &runs[..] {
        [(first, last)] if first == last => one_row(first),
        _ if runs.len() > MOST => and_other_rows(shown),
        _ => several_rows(shown),
    }
}

/// A field, by its id and name.
pub fn field_and_name(id: &str, name: Text) -> Text {
    let en = if name.en == id { id.to_owned() } else { format!("{id} ({})", name.en) };
    Text::new(format!("{id}（{}）", name.zh), en)
}

/// What becomes of a row, by its id.
pub fn becomes(id: &str) -> Text {
    match id {
        "added" => Text::new("新增", "added"),
        "changed" => Text::new("不同", "changed"),
        "nothing" => Text::new("无须登记", "nothing to record"),
        "same" => Text::new("已有", "the same"),
        "unmatched" => Text::new("对不上", "unmatched"),
        other => Text::same(other),
    }
}

/// What the rows of a table are.
pub fn import_noun(id: &str) -> Text {
    match id {
        "attendance" => Text::new("考勤", "attendance"),
        "dues" => Text::new("交费", "dues"),
        "groups" => Text::new("小组", "groups"),
        "meetings" => Text::new("会议", "meetings"),
        "members" => Text::new("人员", "members"),
        "points" => Text::new("积分", "points"),
        "study" => Text::new("学习", "study"),
        other => Text::same(other),
    }
}

/// How many rows are new, and how many records change.
pub fn added_and_changed(added: usize, changed: usize) -> Text {
    if changed == 0 { rows_added(added) } else { added_changed(added, changed) }
}

sentences! {
    /// What a file of a mapping is for, as comments in it.
    about_map(fields) {
        zh: "导入用的对照表：左边是表头，右边是字段；右边写 \"\" 的列不读。\n字段：{fields}\n另外可以写 [set]，如 kind = \"board\"，空着的或没有这一列的都算；[values.state]，如 \"V\" = \"present\"，说明表里的词是什么意思；\ndate-order = \"mdy\" 或 \"dmy\"，说明 11/5/2026 先写月还是先写日。",
        en: "Which heading of the table is which field; a column with \"\" is not read.\nFields: {fields}\n[set] says what holds where a cell is empty or there is no column, as in kind = \"board\"; [values.state] what words in the table mean, as in \"V\" = \"present\";\ndate-order = \"mdy\" or \"dmy\" what comes first in 11/5/2026.",
    }
    /// Rows that are new, and records that change.
    added_changed(added, changed) { zh: "新增 {added} 行，改动 {changed} 处", en: "{added} added, {changed} changed" }
    /// A list that is not shown to its end.
    and_other_rows(rows) { zh: "第 {rows} 等行", en: "rows {rows} and others" }
    /// An id and a name that are not of one person.
    number_of_several(number, rows) { zh: "{rows}的工号都是“{number}”，姓名不同", en: "{rows} have the number `{number}`, and different names" }
    /// A number beside a name.
    number_beside(number) { zh: "工号 {number}", en: "number {number}" }
    /// What to do about a number that is somebody else's.
    cure_another_number(who) { zh: "这个工号是{who}的：改正工号或姓名", en: "the number is that of {who}: correct the number or the name" }
    /// An id with the name of somebody else.
    another_name(id, name) { zh: "“{id}”不叫“{name}”", en: "`{id}` does not bear the name `{name}`" }
    /// Before a table is imported.
    ask_import(what) { zh: "导入（{what}）？", en: "import it ({what})?" }
    /// Rows that are recorded otherwise, and stay so.
    changed_left(number) { zh: "{number} 行与已有记录不同，记录没有动；要照表格改，加 --changed take", en: "left {number} as recorded though the table has them otherwise: --changed take corrects them" }
    /// Those due whom the row of a meeting does not name.
    due_unnamed(number) { zh: "应到而没有写到的 {number} 人：不登记", en: "expected and not named: {number}, left open" }
    /// What is said where meetings name some of those due and not all.
    unnamed_left(number) { zh: "{number} 次会议只写了一部分应到的人，其余的不登记，算未登记；其余的是缺席或出席的，加 --unnamed absent 或 --unnamed present", en: "rows that name only some of those expected: {number}; nothing is recorded of the others: --unnamed absent or --unnamed present says what they were" }
    /// The question what those were whom the rows of meetings do not name.
    ask_unnamed() { zh: "应到而没有写到的人是", en: "Those expected and not named were" }
    /// A sign that cannot part columns.
    bad_delimiter(sign) { zh: "“{sign}”不能作分隔符：写一个 ASCII 字符，如 --delimiter ';'", en: "`{sign}` cannot part columns: write one ASCII sign, as in --delimiter ';'" }
    /// A word of a call that should give a field a value.
    bad_set(word) { zh: "“{word}”不是“字段=内容”，如 --set kind=board", en: "`{word}` is not FIELD=VALUE, as in --set kind=board" }
    /// What a row says cannot be written by the program.
    cannot_be_taken(title, what) { zh: "{title}：{what}，程序改不了", en: "{title}: {what} cannot be taken" }
    /// Two times with the branch that overlap.
    came_before_left(name, from) { zh: "{name} {from} 来时还没有离开过", en: "{name} had not left when coming on {from}" }
    /// A cell that is empty.
    cell_empty(field) { zh: "“{field}”是空的", en: "{field} is empty" }
    /// A cell whose formula failed.
    cell_failed(what) { zh: "单元格是错误值 {what}", en: "the cell says {what}" }
    /// A cell with too much text.
    cell_too_long(row, kilobytes) { zh: "第 {row} 行有一格的文字超过 {kilobytes} KB", en: "a cell of row {row} has more than {kilobytes} KB of text" }
    /// A formula without a result.
    cell_unreckoned() { zh: "单元格是公式，文件里没有它的结果：用电子表格打开，再保存一次", en: "the cell is a formula, and the file does not say what it gives: open it in a spreadsheet and save it" }
    /// What to do about two times that overlap.
    cure_came_before_left() { zh: "前一行要有离开日期，下一行的日期在它之后", en: "the row before needs the day of leaving, and the next one a later day" }
    /// What to do about an amount that is fixed for the year.
    cure_dues_fixed_in_table() { zh: "年内要变的，在“备注”写明原因", en: "where it changes within the year, say why in a column `note`" }
    /// How the order in dates is told.
    cure_day_ambiguous() { zh: "加 --date-order mdy（先月后日）或 dmy（先日后月）；年份要写四位", en: "say --date-order mdy or dmy; the year has to have four digits" }
    /// How days are written in tables.
    cure_day_in_table() { zh: "写 2026-11-05、2026.11.5、2026/11/5 或 2026年11月5日", en: "write 2026-11-05, 2026.11.5, 2026/11/5 or 2026年11月5日" }
    /// How a group is named in a table.
    cure_group_column() { zh: "在“小组”列写明，或用 --set group=…", en: "name it in a column `group`, or say --set group=…" }
    /// How a new person or group gets an id.
    cure_id_column() { zh: "加一列“编号”，写明各是谁，如 wang-fang-2", en: "add a column `id` that says who is who, as in wang-fang-2" }
    /// How it is said when an absence was made up for.
    cure_made_up_when() { zh: "加一列“补课日期”", en: "add a column `made up on` with the day" }
    /// How two meetings of a day are told apart.
    cure_meeting_column(ids) { zh: "加一列“会议编号”，写：{ids}", en: "add a column `meeting` with one of: {ids}" }
    /// How namesakes are told apart.
    cure_namesakes(ids) { zh: "写编号，或加一列“编号”：{ids}", en: "write the id, or add a column `id` with it: {ids}" }
    /// How a field that is needed can be said.
    cure_no_column(field) { zh: "用 --set {field}=… 给出，或用 --map 文件写明是哪一列", en: "say --set {field}=…, or --map FILE and in it which column it is" }
    /// How an excuse is told.
    cure_no_excuse() { zh: "加一列“原因”，或用 --set reason=…，或在对照表的 [values.state] 里写明是哪种原因", en: "add a column `reason`, say --set reason=…, or say in [values.state] of the mapping which reason it is" }
    /// How headings are told.
    cure_no_heading(fields) { zh: "可用的字段：{fields}；用 --map 文件写明哪一列是什么", en: "fields there are: {fields}; say in a file of --map which column is which" }
    /// What stands in a list of people.
    cure_names_wanted() { zh: "写姓名；这一列是人数的，在对照表里写 \"\"", en: "write names; where the column has numbers of people, leave it out with \"\" in the mapping" }
    /// How months are written in tables.
    cure_month_in_table() { zh: "写 2026-11、2026.11 或 2026年11月", en: "write 2026-11, 2026.11 or 2026年11月" }
    /// What can be read.
    cure_not_a_table() { zh: "另存为 .xlsx，或 CSV（UTF-8 或 GBK）", en: "save it as .xlsx, or as CSV in UTF-8 or GBK" }
    /// Which states there are.
    cure_no_state() { zh: "写出席、迟到、缺席、请假、补课、列席、免到、未登记，或缺席的原因；别的写法在对照表的 [values.state] 里说明", en: "write present, late, absent, excused, made-up, observer, exempt, open or a reason for being absent; what else it may say is told in [values.state] of the mapping" }
    /// What to do about what is said of an absence.
    cure_nothing_of_absence() { zh: "改状态，或清空那些格；整列不要的，在对照表里写 \"\"", en: "put the state right or empty those cells; a whole column is left out with \"\" in the mapping" }
    /// What to do about it.
    cure_open_quote() { zh: "补上引号；单元格里的引号写两个 \"\"", en: "close it; a quote within a cell is written twice, \"\"" }
    /// The cure of a row.
    cure_of_row(cure) { zh: "建议：{cure}", en: "help: {cure}" }
    /// What to do about rows that cannot be matched.
    cure_rows_unmatched() { zh: "改好表格再来，或用 --skip-unmatched 跳过它们", en: "put the table right, or pass over them with --skip-unmatched" }
    /// What to do about something said twice.
    cure_said_before() { zh: "删去一行；如果是两个，各写编号", en: "take one out; where they are two, give each an id" }
    /// What to do about two rows of one person at one meeting.
    cure_seat_said_before() { zh: "重复的删去；同一天开了两次的，加一列“时间”或“会议编号”", en: "take out what is there twice; where there were two meetings that day, add a column `time` or `meeting`" }
    /// How it is said since when.
    cure_since_when() {
        zh: "加一列写明从哪天起，表头如“加入日期”“转入日期”“起始日期”；或对空着的用 --set from=2026-01-01",
        en: "say it in a column, with a heading such as `joined` or `from`; or where it is not said --set from=2026-01-01",
    }
    /// What to do about a table that is too large.
    cure_too_large() { zh: "只留要导入的工作表、行和列，另存一份再导入", en: "save a copy with only the sheet, rows and columns that matter" }
    /// How two columns are told apart.
    cure_two_columns() { zh: "用 --map 文件写明哪一列是什么，不读的列写 \"\"", en: "say in a file of --map which is which; \"\" is for a column that is not read" }
    /// How those who were not due are named in a table.
    cure_was_not_due_in_table() { zh: "列席的人，状态写“列席”", en: "write `observer` for those who sat in" }
    /// How it is said what somebody is.
    cure_what_standing() { zh: "加一列“身份”，或对空着的用 --set standing=…", en: "add a column `standing`, or say --set standing=…" }
    /// What to do about a password.
    cure_password() { zh: "用电子表格打开，去掉密码再保存", en: "open it in a spreadsheet, take off the password and save it" }
    /// What to do about a workbook that cannot be read.
    cure_no_workbook() { zh: "用电子表格打开，另存为 .xlsx 或 CSV", en: "open it in a spreadsheet and save it as .xlsx or CSV" }
    /// How most records are changed.
    cure_would_change_most() { zh: "先看看是不是列对错了；确实要改，加 --even-most", en: "see whether a column is taken for another; where it is meant, add --even-most" }
    /// A day with something behind it.
    day_and_more(text, rest) { zh: "“{text}”日期后面还有“{rest}”", en: "`{text}` has `{rest}` behind the date" }
    /// What to do about what stands behind a day.
    cure_day_and_more() { zh: "这一行仍然有效的，把日期后面的字移到备注；作废的，删去这一行", en: "if the row still counts, move the words into a note; if it does not, delete the row" }
    /// A day where an empty cell was looked up.
    day_looked_up(text) { zh: "“{text}”不是日期：公式查到的是空格", en: "`{text}` is not a date: the formula looked up an empty cell" }
    /// What to do about it.
    cure_day_looked_up() { zh: "填上日期，或者清空这一格", en: "write the date, or clear the cell" }
    /// A moment of another time zone.
    day_of_zone(text) { zh: "“{text}”是另一个时区的时间，在这里可能已是第二天", en: "`{text}` is a moment of another time zone: here it may be the next day" }
    /// The number of a day.
    day_serial(text, day) { zh: "“{text}”是日期的序号，设成日期格式就是 {day}", en: "`{text}` is the serial number of a date: formatted as a date it is {day}" }
    /// What to do about the number of a day.
    cure_day_serial() { zh: "在电子表格里把这一列设为日期格式，再保存", en: "format the column as a date in the spreadsheet, then save" }
    /// A day of the week that does not fit.
    day_weekday(text, weekday) { zh: "“{text}”的星期不对，那天是{weekday}", en: "`{text}` names the wrong day of the week: that day is a {weekday}" }
    /// What to do about it.
    cure_day_weekday() { zh: "改正日期或星期", en: "correct the date or the day of the week" }
    /// What to do about headings without a year.
    cure_heading_without_year() { zh: "写明是哪一年：--year 2026，或在表头上面的标题里写明，如“2026年10月考勤表”", en: "name the year: --year 2026, or put it in the title above the headings, as in 2026年10月考勤表" }
    /// A day without a year.
    day_without_year(text) { zh: "“{text}”没有写年份", en: "`{text}` has no year" }
    /// What to do about a day without a year.
    cure_day_without_year() { zh: "写上年份，或用 --year 2026，或在表头上面的标题里写明，如“2026年10月考勤表”", en: "write the year, say --year 2026, or put it in the title above the headings, as in 2026年10月考勤表" }
    /// A day without a month.
    day_without_month(text) { zh: "“{text}”没有写月份", en: "`{text}` has no month" }
    /// What to do about it.
    cure_day_without_month() { zh: "写上月份，或用 --month 2026-10，或在表头上面的标题里写明，如“2026年10月考勤表”", en: "write the month, say --month 2026-10, or put it in the title above the headings, as in 2026年10月考勤表" }
    /// A day that counts from the day of writing.
    day_from_writing(text, day) { zh: "“{text}”是哪一天，要看表是哪天写的：今天写的就是 {day}", en: "`{text}` depends on the day the table was written: if that is today, it is {day}" }
    /// What to do about it.
    cure_day_from_writing(today) { zh: "写日期，或用 --written {today} 写明表是哪天写的", en: "write the date, or name the day of writing: --written {today}" }
    /// A date that may be one of two.
    day_ambiguous(text) { zh: "“{text}”可能是两个日期之一", en: "`{text}` may be one of two days" }
    /// A table without a row.
    empty_table() { zh: "表格是空的", en: "the table is empty" }
    /// A group that ends before it begins.
    ends_before(from, until) { zh: "止（{until}）在起（{from}）之前", en: "until {until} is before from {from}" }
    /// A field and what it is.
    field_is(field, value) { zh: "{field}：{value}", en: "{field}: {value}" }
    /// A field that a row has otherwise.
    field_changed(field, old, new) { zh: "{field}：{old} → {new}", en: "{field}: {old} → {new}" }
    /// How a workbook was read.
    form_sheet(name, sheets) { zh: "工作表“{name}”（共 {sheets} 张）", en: "sheet `{name}` of {sheets}" }
    /// How a page was read.
    form_page(encoding, table, tables) { zh: "{encoding} 的网页，第 {table} 个表格（共 {tables} 个）", en: "a web page in {encoding}, table {table} of {tables}" }
    /// How a workbook with formulas was read.
    form_with_formulas(form, formulas) { zh: "{form}，其中 {formulas} 个公式取上次算出的结果", en: "{form}, formulas as they were last reckoned: {formulas}" }
    /// How a workbook with hidden rows or columns was read.
    form_with_hidden(form, rows, columns) { zh: "{form}，隐藏的 {rows} 行、{columns} 列也读", en: "{form}, hidden ones too: {rows} rows, {columns} columns" }
    /// How a table of text was read.
    form_separated(encoding, delimiter) { zh: "{encoding}，用{delimiter}分列", en: "{encoding}, parted by {delimiter}" }
    /// A row that is of one person with another one.
    goes_with_row(row) { zh: "与第 {row} 行是同一个人", en: "it is of the same person as row {row}" }
    /// A table was imported.
    imported(what, file, came) { zh: "从 {file} 导入{what}：{came}", en: "imported {what} from {file}: {came}" }
    /// Somebody who left before coming.
    left_before(from, left) { zh: "离开日期 {left} 不在加入日期 {from} 之后", en: "left {left} is not after from {from}" }
    /// An absence that was made up for, nobody says when.
    made_up_when() { zh: "没有写哪天补的课", en: "it is not said when it was made up for" }
    /// A file of a mapping that is no TOML.
    map_not_toml(line, why) { zh: "对照表第 {line} 行不是 TOML：{why}", en: "the file of --map is no TOML, line {line}: {why}" }
    /// A mapping was written.
    map_written(file) { zh: "对照表写在 {file}，可以改了再用", en: "wrote which column is which field to {file}: change it and use it again" }
    /// A month that may be one of two.
    month_ambiguous(text) { zh: "“{text}”可能是 1 月，也可能是 10 月", en: "`{text}` may be January or October" }
    /// Files that are not named.
    more_files(number) { zh: "  还有 {number} 个文件", en: "  and {number} more files" }
    /// Rows of which only the numbers are told.
    more_rows(rows) { zh: "还有{rows}", en: "and {rows}" }
    /// Something from a day on.
    named_since(name, from) { zh: "{name}，{from} 起", en: "{name} from {from}" }
    /// A number where people are wanted.
    names_wanted(text) { zh: "“{text}”不是姓名", en: "`{text}` is no name" }
    /// Rows of one name.
    namesakes_in_rows(name, rows) { zh: "{rows}都叫“{name}”", en: "{rows} bear the name `{name}`" }
    /// A field that nothing says.
    no_column(field) { zh: "表里没有“{field}”这一列", en: "there is no column for {field}" }
    /// An excuse without a reason that is one.
    no_excuse(text) { zh: "“{text}”要有准假的原因", en: "`{text}` needs a reason that excuses" }
    /// A field there is not.
    no_field(id) { zh: "没有字段“{id}”", en: "no field `{id}`" }
    /// A table whose headings nobody knows.
    no_heading(form, seen) { zh: "认不出表头（{form}）；读到的前几行：\n{seen}", en: "none of the headings is known ({form}); the first rows as they are read:\n{seen}" }
    /// Which column a field is.
    ask_which_column(field) { zh: "哪一列是“{field}”", en: "Which column is {field}" }
    /// No column: one value for all rows.
    same_in_all_rows() { zh: "（没有这一列，各行都一样）", en: "(no column: the same in all rows)" }
    /// The question which month a table is of.
    ask_month_of_days(day) { zh: "“{day}”是哪年哪月的，如 2026-10", en: "Month of days such as `{day}`, as 2026-10" }
    /// The question which year a table is of.
    ask_year_of_days(day) { zh: "“{day}”是哪一年的，如 2026", en: "Year of days such as `{day}`, as 2026" }
    /// What a field is in every row.
    ask_in_all_rows(field) { zh: "各行的“{field}”是", en: "{field} in all rows" }
    /// What a sign in a cell means.
    ask_sign(sign) { zh: "“{sign}”是什么意思", en: "What does `{sign}` mean" }
    /// Somebody gave up.
    nothing_imported() { zh: "没有导入", en: "nothing is imported" }
    /// A column that counts the rows.
    counts_rows() { zh: "行号，不读", en: "row numbers, not read" }
    /// A row as it is read.
    row_seen(row, text) { zh: "  第 {row} 行：{text}", en: "  row {row}: {text}" }
    /// A heading that is nearly that of a field.
    near_heading(heading, field) { zh: "“{heading}”可能是“{field}”", en: "`{heading}` may be {field}" }
    /// Headings that are nearly known.
    cure_near(near, cure) { zh: "{near}；{cure}", en: "{near}; {cure}" }
    /// A sheet there is not.
    no_sheet(name) { zh: "没有工作表“{name}”", en: "no sheet `{name}`" }
    /// A state of attendance there is not.
    no_state(text) { zh: "“{text}”不是出勤状态", en: "`{text}` is no state of attendance" }
    /// A web page that some system calls a workbook.
    no_table_in_page() { zh: "网页里没有表格（有的系统导出的 .xls 就是网页）", en: "this is a web page without a table; some systems export pages as .xls" }
    /// XML that is no workbook.
    other_markup() { zh: "这是 XML，不是工作簿，也不是网页", en: "this is XML, neither a workbook nor a web page" }
    /// A page with more tables than people make.
    too_many_tables(most) { zh: "网页里的表格超过 {most} 个，或一层套一层太深", en: "more than {most} tables in the page, or too many of them within one another" }
    /// A file that is no workbook.
    no_workbook() { zh: "不是能读的工作簿", en: "this is no workbook that can be read" }
    /// A text that is not of the encoding that was said.
    not_of_encoding(name) { zh: "这个文件不是 {name}", en: "the file is not in {name}" }
    /// A file that is no table.
    not_a_table() { zh: "不是能读的表格：既不是 UTF-8 也不是 GBK 文字", en: "this is no table that can be read: neither UTF-8 nor GBK" }
    /// Somebody who was not exempt.
    not_exempt(name, day) { zh: "{name} {day} 不免到", en: "{name} was not exempt on {day}" }
    /// A column that is not read.
    not_read() { zh: "不读", en: "not read" }
    /// Something of an absence of somebody who was there.
    nothing_of_absence(state) { zh: "状态是“{state}”，却写了原因、补课日期或备注", en: "it says `{state}`, and a reason, a day of making up or a note besides" }
    /// Further records of what cannot have any.
    nothing_to_add_twice() { zh: "--changed add 只用于可以有多条的记录", en: "--changed add is only for records of which there can be several" }
    /// Nothing, of a field.
    nothing_recorded() { zh: "（空）", en: "(nothing)" }
    /// A key of a mapping that says nothing.
    odd_map_key(key) { zh: "对照表里的“{key}”不对：只有 [columns]、[set]、[values.字段] 里的文字，和 date-order", en: "`{key}` says nothing in a file of --map: there are texts in [columns], [set] and [values.FIELD], and date-order" }
    /// A number of which a spreadsheet keeps only the beginning.
    number_without_end(text) { zh: "{text} 超过 15 位，末几位已经丢失：这一列要设为文本格式，重新填写", en: "{text} has more than 15 digits, and a spreadsheet has lost its end: format the column as text and type it again" }
    /// A text that would be rare characters only.
    another_encoding() { zh: "既不是 UTF-8，按 GBK 读出来又不像中文", en: "this is not UTF-8, and read as GBK it is hardly Chinese" }
    /// What to do about it.
    cure_another_encoding() { zh: "写明编码，如 --encoding windows-1252、big5、shift_jis、euc-kr；确是 GBK 的，--encoding gbk；或另存为 UTF-8", en: "name the encoding, as in --encoding windows-1252, big5, shift_jis or euc-kr, or gbk if it is that; or save it as UTF-8" }
    /// An encoding there is not.
    no_encoding(name) { zh: "没有编码“{name}”", en: "no encoding `{name}`" }
    /// A text of two encodings.
    two_encodings(rows) { zh: "{rows}不是 UTF-8，别的行是", en: "{rows}: not UTF-8, though all other rows are" }
    /// What to do about it.
    cure_two_encodings() { zh: "改正这些行，或另存为 UTF-8", en: "correct those rows, or save the table as UTF-8" }
    /// A quote that is closed in another row.
    quote_over_rows(first, last) { zh: "第 {first} 行的引号到第 {last} 行才配对，中间几行成了一格", en: "a quote opens in row {first} and closes in row {last}: the rows between became one cell" }
    /// A new person with the id and what they are.
    new_person(name, id, standings) { zh: "新增 {name}（{id}）：{standings}", en: "added {name} ({id}): {standings}" }
    /// The first day here.
    here_since(day) { zh: "{day} 起在册", en: "here from {day}" }
    /// Somebody in a group.
    in_group_since(group, day) { zh: "{group}，{day} 起", en: "{group} from {day}" }
    /// A post whose first day is not known.
    post_without_day(post) { zh: "{post}（起始日期不详）", en: "{post} (first day unknown)" }
    /// Somebody who left.
    left_on(day) { zh: "{day} 离开", en: "left {day}" }
    /// A note.
    note_beside(note) { zh: "备注：{note}", en: "note: {note}" }
    /// Titles that are no posts.
    kept_in_note(titles) { zh: "{titles}不是这里的职务，记在备注里", en: "{titles}: not a post here, kept in the note" }
    /// A name without what stands behind it.
    name_without_more(text) { zh: "姓名写作“{text}”", en: "the name was written `{text}`" }
    /// Groups that are made.
    done_besides(number) { zh: "另外 {number} 项", en: "{number} besides" }
    /// How a group is made.
    cure_make_group(name) { zh: "新小组：zhibu group add {name}，或加 --make-groups", en: "for a new group: zhibu group add {name}, or add --make-groups" }
    /// One cure or another.
    one_or_other(one, other) { zh: "{one}；{other}", en: "{one} Or {other}" }
    /// A month where a day is wanted.
    month_without_day(text, month) { zh: "“{text}”只有年月（{month}），没有日", en: "`{text}` is a month ({month}) without a day" }
    /// What to do about it.
    cure_month_without_day() { zh: "写上哪一日；都按当月 1 日算的，加 --first-of-month", en: "write the day; to take the first day of each month, add --first-of-month" }
    /// A standing that is not the last of those with days.
    standing_otherwise(said, dated, day) { zh: "身份是{said}，日期却到了{dated}（{day}）", en: "the standing is {said}, but the dates end with {dated} ({day})" }
    /// What to do about it.
    cure_standing_otherwise() { zh: "改正身份，或补上日期（如“转正日期”一列），或清空日期", en: "correct the standing, add the date (in a column such as full from), or clear the other one" }
    /// Days of standings that are not in order.
    standings_out_of_order(one, day, before, other) { zh: "{one}（{day}）不在{before}（{other}）之后", en: "{one} ({day}) is not after {before} ({other})" }
    /// A word of a call that should say what a sign means.
    bad_mark(word) { zh: "“{word}”不是“符号=状态”，如 --mark △=late；只用于考勤表", en: "`{word}` is not SIGN=STATE, as in --mark △=late; only attendance has signs" }
    /// How it is said what a sign in a cell means.
    cure_no_mark(sign) { zh: "写明它的意思，如 --mark {sign}=late；可以是出席、迟到、缺席等状态，或缺席的原因", en: "say what it means, as in --mark {sign}=late: a state such as present, late or absent, or a reason for being absent" }
    /// A list that says everybody.
    everybody_named(text) { zh: "“{text}”没有写明是谁", en: "`{text}` does not say who" }
    /// What to do about it.
    cure_everybody_named() { zh: "写出姓名；或清空这一格，会后用 zhibu meeting attend 登记", en: "write the names; or clear the cell and record it with zhibu meeting attend" }
    /// A list that says there are more than it names.
    more_than_named(text, count, named) { zh: "“{text}”说有 {count} 人，写出的是 {named} 人", en: "`{text}` says {count} people but names {named}" }
    /// What to do about it.
    cure_more_than_named() { zh: "写出所有人的姓名", en: "write all the names" }
    /// What is wrong in some rows.
    in_rows(rows, fact) { zh: "{rows}：{fact}", en: "{rows}: {fact}" }
    /// What to do about a table that contradicts the records.
    cure_table_contradicts() { zh: "先改表格，或先改有关的记录，再导入；现在什么也没有写", en: "correct the table, or the records first, and import again; nothing was written" }
    /// A cell of a column.
    in_column(heading, fact) { zh: "“{heading}”列：{fact}", en: "column `{heading}`: {fact}" }
    /// Rows at the foot.
    rows_passed_over(number) { zh: "不导入的 {number} 行（合计、落款、说明）", en: "{number} skipped: totals, signatures, notes" }
    /// Each cell of a column is a record.
    one_each(what) { zh: "每格一条：{what}", en: "one record a cell: {what}" }
    /// Other sheets.
    cure_other_sheets(sheets, cure) { zh: "别的工作表：{sheets}，用 --sheet 指定；{cure}", en: "other sheets: {sheets}, chosen with --sheet; {cure}" }
    /// A quote that is never closed.
    open_quote(row) { zh: "第 {row} 行附近有一个引号没有配对，后面的都读不出来", en: "a quote near row {row} is never closed, and all that follows cannot be read" }
    /// A workbook from before 1997.
    older_workbook() { zh: "这是 Excel 97 以前的工作簿", en: "this is a workbook from before Excel 97" }
    /// Nothing was written.
    only_shown() { zh: "只是预览，什么也没有写；加 --yes 导入", en: "this was only shown, nothing is written; add --yes to import it" }
    /// One row.
    one_row(row) { zh: "第 {row} 行", en: "row {row}" }
    /// A workbook with a password.
    with_password() { zh: "工作簿加了密码", en: "the workbook has a password" }
    /// A row and what it says.
    row_and_title(row, title) { zh: "第 {row} 行 {title}", en: "row {row} {title}" }
    /// How many rows are new.
    rows_added(number) { zh: "新增 {number} 行", en: "{number} added" }
    /// How many of the new people have what.
    of_new_people(number, in_group, with_post, with_class) { zh: "{number} 人中：有小组 {in_group} 人，有职务 {with_post} 人，有类型 {with_class} 人", en: "of {number}: {in_group} in a group, {with_post} with a post, {with_class} with a class" }
    /// Several rows of one cause.
    rows_of_cause(rows, number) { zh: "{rows}（{number} 行）", en: "{rows} ({number} rows)" }
    /// More facts of the same kind.
    more_facts(number) { zh: "另有 {number} 种", en: "and {number} more" }
    /// How many rows are recorded otherwise.
    rows_changed(number) { zh: "与已有记录不同 {number} 行（--changed take 才改）", en: "{number} recorded otherwise (--changed take corrects them)" }
    /// How many rows say nothing that is recorded.
    rows_nothing(number) { zh: "无须登记 {number} 行", en: "{number} with nothing to record" }
    /// Why a row says nothing: its cell is empty.
    nothing_in(field) { zh: "“{field}”没有填", en: "{field} is empty" }
    /// Why a row says nothing: only columns that are not read have something.
    nothing_in_row() { zh: "只有不读的列有内容", en: "only columns that are not read have something" }
    /// Why a row says nothing: nobody paid.
    nothing_paid() { zh: "没有交纳", en: "nothing was paid" }
    /// Why a row says nothing: it follows from records.
    nothing_but_reckoned() { zh: "由别的记录自动计分", en: "the points follow from other records" }
    /// Why a row says nothing: it was struck.
    nothing_struck() { zh: "表里已作废", en: "struck in the table" }
    /// What a row of dues is not.
    no_dues_row(text) { zh: "事项没有“{text}”", en: "`{text}` is neither an approved amount nor a payment" }
    /// A row that sums up several payments.
    several_in_row(entries) { zh: "这一行是几笔交纳（{entries}）的合计，与记录不符", en: "this row sums up several payments ({entries}), and differs from the records" }
    /// What to do about it.
    cure_several_in_row() { zh: "用 zhibu dues list --format csv 导出的表，一笔一行", en: "use a table with one payment a row, as zhibu dues list --format csv writes it" }
    /// How many rows are recorded.
    rows_same(number, rows) { zh: "已有 {number} 行：{rows}", en: "{number} recorded already: {rows}" }
    /// How many records are corrected.
    rows_taken(number) { zh: "照表格改 {number} 行", en: "{number} corrected" }
    /// Rows that cannot be matched.
    rows_unmatched(rows) { zh: "{rows}对不上，没有导入", en: "{rows} cannot be matched, nothing is imported" }
    /// Something that a row before says.
    said_before(name, row) { zh: "“{name}”第 {row} 行已有", en: "`{name}` is in row {row} already" }
    /// What holds for every row.
    set_for_all(value) { zh: "空着的都是“{value}”", en: "`{value}` where nothing is said" }
    /// Somebody at a meeting.
    seat(meeting, name, state) { zh: "{meeting} {name}：{state}", en: "{meeting} {name}: {state}" }
    /// Somebody at a meeting of whom a row before tells.
    seat_said_before(name, meeting, row) { zh: "{meeting} {name} 第 {row} 行已有", en: "{name} at {meeting} is in row {row} already" }
    /// Something without its first day.
    since_when(name) { zh: "没有写“{name}”从哪天起", en: "it is not said since when there is `{name}`" }
    /// Several rows.
    several_rows(rows) { zh: "第 {rows} 行", en: "rows {rows}" }
    /// How many rows cannot be matched.
    so_many_unmatched(number) { zh: "对不上 {number} 行", en: "{number} unmatched" }
    /// Why a line is struck that a table corrected.
    struck_by_import() { zh: "导入时更正", en: "corrected by an import" }
    /// How a table was read.
    table_read(file, form, row) { zh: "{file}：{form}，表头在第 {row} 行", en: "{file}: {form}, headings in row {row}" }
    /// Too many columns.
    too_many_columns(most) { zh: "列数超过 {most}", en: "more than {most} columns" }
    /// Too many rows.
    too_many_rows(most) { zh: "表格太大：超过 {most} 行，或空格子太多", en: "more than {most} rows, or too many cells" }
    /// Too many styles.
    too_many_styles() { zh: "工作簿里的单元格样式太多", en: "the workbook has too many styles of cells" }
    /// Too much text.
    too_much_text(megabytes) { zh: "单元格里的文字合起来超过 {megabytes} MB", en: "the texts of the cells come to more than {megabytes} MB" }
    /// Two columns for one field.
    two_columns(one, other, field) { zh: "“{one}”和“{other}”都像是“{field}”", en: "`{one}` and `{other}` both look like {field}" }
    /// Two names of one person.
    two_names(one, other) { zh: "同一个编号有两个姓名：“{one}”和“{other}”", en: "one id has two names: `{one}` and `{other}`" }
    /// A workbook that unpacks to too much.
    unpacks_too_large(megabytes) { zh: "工作簿解压后超过 {megabytes} MB", en: "the workbook unpacks to more than {megabytes} MB" }
    /// Somebody without a standing.
    what_standing(name) { zh: "没有写“{name}”是什么身份", en: "it is not said what `{name}` is" }
    /// A table that changes too much.
    would_change_most(changed, records) { zh: "{records} 条记录里有 {changed} 条会被改动", en: "{changed} of {records} records would be changed" }
}
