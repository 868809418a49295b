//! What is said of many facts that are recorded at once.

use super::sentences;

sentences! {
    /// Before they are recorded.
    ask_log(number) { zh: "登记以上 {number} 项？", en: "record these {number} facts?" }
    /// How a quote is written.
    cure_line_with_open_quote() { zh: "引号要成对：--topic \"学习 条例\"", en: "close the quote: --note \"two words\"" }
    /// Where options of every command go.
    cure_line_with_global() { zh: "写在 zhibu log 后面", en: "write them after `zhibu log`" }
    /// Where a fault is.
    in_line(number, fact) { zh: "第 {number} 行：{fact}", en: "line {number}: {fact}" }
    /// Standard input is the list of facts.
    input_is_taken() { zh: "标准输入里是这些登记行，不能再当会议记录读", en: "standard input holds the lines, so it cannot be read for a line as well" }
    /// A quote that does not end.
    line_with_open_quote() { zh: "引号没有收尾", en: "a quote is not closed" }
    /// Options of every command.
    line_with_global() { zh: "这一行里有对所有命令都起作用的选项", en: "the line has options that every command takes" }
    /// A command that is no fact.
    line_records_nothing(command) { zh: "{command} 不能写在登记行里", en: "`{command}` cannot be a line of zhibu log" }
    /// The subject of the commit.
    logged_facts(number) { zh: "登记 {number} 项", en: "recorded {number} facts" }
    /// There is no line with a fact.
    nothing_to_log() { zh: "没有要登记的", en: "there is nothing to record" }
    /// What to type.
    type_facts() { zh: "每行登记一项，如 talk log 赵刚 孙磊；只写日期的行管后面各行；按 Ctrl-D 结束", en: "type one fact a line, such as `points award sun-lei commended 2`; a line with a day is for those after it; end with Ctrl-D" }
}
