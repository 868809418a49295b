//! What is wrong with a text that is no TOML.

use toml_spanner::ErrorKind;

use super::{Text, sentences, shown};

/// What the parser found, in a sentence.
pub fn syntax(kind: &ErrorKind<'_>) -> Text {
    match kind {
        ErrorKind::UnexpectedEof => syntax_end(),
        ErrorKind::FileTooLarge => syntax_large(),
        ErrorKind::InvalidCharInString(c) => syntax_char_in_text(shown(&c.to_string())),
        ErrorKind::InvalidEscape(c) | ErrorKind::InvalidHexEscape(c) => syntax_escape(shown(&c.to_string())),
        ErrorKind::InvalidEscapeValue(code) => syntax_escape_value(format!("{code:X}")),
        ErrorKind::Unexpected('\n' | '\r') => syntax_no_value(),
        ErrorKind::Unexpected(c) => syntax_unexpected(shown(&c.to_string())),
        ErrorKind::UnterminatedString(quote) => syntax_open_text(quote.to_string()),
        ErrorKind::InvalidInteger(_) | ErrorKind::InvalidFloat(_) => syntax_number(),
        ErrorKind::DuplicateTable { .. } => syntax_twice_table(),
        ErrorKind::DuplicateKey { .. } | ErrorKind::DuplicateField { .. } => syntax_twice_key(),
        ErrorKind::RedefineAsArray { .. } => syntax_as_list(),
        ErrorKind::MultilineStringKey => syntax_long_key(),
        ErrorKind::DottedKeyInvalidType { .. } => syntax_dotted(),
        ErrorKind::UnquotedString => syntax_unquoted(),
        ErrorKind::MissingArrayComma | ErrorKind::MissingInlineTableComma => syntax_comma(),
        ErrorKind::UnclosedArray => syntax_open_list(),
        ErrorKind::UnclosedInlineTable => syntax_open_table(),
        ErrorKind::Wanted { expected, found } => syntax_wanted(*expected, *found),
        _ => syntax_other(),
    }
}

sentences! {
    /// A key of far too many parts.
    key_too_deep() { zh: "这个键的点太多", en: "this key has too many parts" }
    /// A heading in one bracket where there may be several.
    single_heading(name) { zh: "“[{name}]”只能有一个，这里可以有几个", en: "`[{name}]` stands for one, and there may be several" }
    /// What to do about it.
    cure_single_heading(name) { zh: "写成 [[{name}]]", en: "write `[[{name}]]`" }
    /// A bracket that nothing closes.
    left_open(bracket, line) { zh: "不合 TOML 语法：第 {line} 行的“{bracket}”没有收尾", en: "not TOML: the `{bracket}` of line {line} is never closed" }
    /// What to write for a mark of another keyboard.
    cure_straight(mark) { zh: "用半角符号：{mark}", en: "write the straight mark: {mark}" }
    /// A table is made a list.
    syntax_as_list() { zh: "不合 TOML 语法：这里写成列表，前面却已是一组键值", en: "not TOML: this was a table before and is a list here" }
    /// A character that cannot stand in a text.
    syntax_char_in_text(c) { zh: "不合 TOML 语法：引号里不能有“{c}”", en: "not TOML: `{c}` cannot stand in a text" }
    /// Two values follow one another.
    syntax_comma() { zh: "不合 TOML 语法：两项之间缺少逗号", en: "not TOML: a comma is missing between two values" }
    /// A key goes below something that has no keys.
    syntax_dotted() { zh: "不合 TOML 语法：这个键前面的部分不是一组键值", en: "not TOML: what stands before the dot has no keys" }
    /// The text ends too early.
    syntax_end() { zh: "不合 TOML 语法：文件在这里就结束了", en: "not TOML: the file ends here too early" }
    /// An escape there is not.
    syntax_escape(c) { zh: "不合 TOML 语法：没有转义“\\{c}”；要写反斜杠请写两个", en: "not TOML: there is no escape `\\{c}`; write two backslashes for one" }
    /// An escape of no character.
    syntax_escape_value(code) { zh: "不合 TOML 语法：没有编码为 {code} 的字符", en: "not TOML: there is no character {code}" }
    /// More than the parser takes.
    syntax_large() { zh: "文件太大", en: "the file is too large" }
    /// A key of several lines.
    syntax_long_key() { zh: "不合 TOML 语法：键只能写在一行里", en: "not TOML: a key stands on one line" }
    /// A line ends where a value should stand.
    syntax_no_value() { zh: "不合 TOML 语法：这一行没有写完", en: "not TOML: the line ends here too early" }
    /// A number that is none.
    syntax_number() { zh: "不合 TOML 语法：这不是数字", en: "not TOML: this is no number" }
    /// A list without its end.
    syntax_open_list() { zh: "不合 TOML 语法：列表没有写完，缺少“]”", en: "not TOML: the list has no `]`" }
    /// A table without its end.
    syntax_open_table() { zh: "不合 TOML 语法：一组键值没有写完，缺少“}}”", en: "not TOML: the table has no `}}`" }
    /// A text without its end.
    syntax_open_text(quote) { zh: "不合 TOML 语法：文字没有写完，缺少 {quote}", en: "not TOML: the text has no closing {quote}" }
    /// Anything else.
    syntax_other() { zh: "不合 TOML 语法", en: "not TOML" }
    /// A key that is there already.
    syntax_twice_key() { zh: "不合 TOML 语法：这个键写了两次", en: "not TOML: this key stands here twice" }
    /// A table that is there already.
    syntax_twice_table() { zh: "不合 TOML 语法：这个标题写了两次", en: "not TOML: this heading stands here twice" }
    /// A character that does not belong here.
    syntax_unexpected(c) { zh: "不合 TOML 语法：这里不应有“{c}”", en: "not TOML: `{c}` does not belong here" }
    /// A text without quotes.
    syntax_unquoted() { zh: "不合 TOML 语法：文字要加引号", en: "not TOML: a text needs quotes" }
    /// One thing stands where another should.
    syntax_wanted(expected, found) { zh: "不合 TOML 语法：应为 {expected}，却是 {found}", en: "not TOML: expected {expected}, found {found}" }
}
