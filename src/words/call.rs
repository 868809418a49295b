//! What is said when the words of a call are wrong.

use super::sentences;

sentences! {
    /// A clock that is wrong.
    clock_is_wrong(day) { zh: "这台机器的时钟是 {day}，不对：先校准，没有写日期的都取这一天", en: "the clock of this machine says {day}, which is wrong: set it first, since days that nobody types are taken from it" }
    /// A day set for tests that is none.
    bad_today(text) { zh: "环境变量 ZHIBU_TODAY 的“{text}”不是日期", en: "ZHIBU_TODAY is `{text}`, which is no day" }
    /// A language that is none.
    bad_language(text) { zh: "环境变量 ZHIBU_LANG 的“{text}”不是可用的语言", en: "ZHIBU_LANG is `{text}`, which is not a language of this program" }
    /// A directory of records that is set and not there.
    no_folder_of_records(path) { zh: "环境变量 ZHIBU_DIR 的“{path}”不是文件夹", en: "ZHIBU_DIR is `{path}`, which is not a folder" }
    /// Which languages there are.
    cure_bad_language() { zh: "写 zh 或 en", en: "write zh or en" }
    /// A value that is none of those there are.
    bad_value(option, value) { zh: "“{value}”不能用于 {option}", en: "`{value}` is no value of `{option}`" }
    /// Two options that exclude each other.
    cannot_be_together(one, other) { zh: "{one} 和 {other} 不能同时写", en: "`{one}` and `{other}` cannot be given together" }
    /// A command that has commands of its own, called without one.
    command_missing(command) { zh: "{command} 后面要写一条子命令", en: "`{command}` needs a command" }
    /// Where the help is.
    cure_help(command) { zh: "用法见 {command} --help", en: "see {command} --help" }
    /// Which values there are.
    cure_values(values) { zh: "可用的值：{values}", en: "write one of: {values}" }
    /// Which values there are, with the nearest.
    cure_value(near, values) { zh: "是不是“{near}”？可用的值：{values}", en: "did you mean `{near}`? There are: {values}" }
    /// An argument in another encoding.
    not_utf8_word() { zh: "命令里有不是 UTF-8 的文字", en: "a word of the call is not UTF-8" }
    /// A command nobody knows.
    no_such_command(command, typed) { zh: "{command} 没有子命令“{typed}”", en: "`{command}` has no command `{typed}`" }
    /// The beginning of several commands.
    several_commands(typed) { zh: "“{typed}”开头的命令不止一条", en: "several commands begin with `{typed}`" }
    /// An option nobody knows.
    no_such_option(command, typed) { zh: "{command} 没有选项 {typed}", en: "`{command}` has no option `{typed}`" }
    /// One option more than once.
    option_twice(option) { zh: "{option} 只能写一次", en: "`{option}` can be given only once" }
    /// An option that takes no value.
    value_not_wanted(option, value) { zh: "{option} 不带值，却写了“{value}”", en: "`{option}` takes no value, but has `{value}`" }
    /// An option without its value.
    value_missing(option) { zh: "{option} 后面要写值", en: "`{option}` needs a value" }
    /// Arguments that have to be there.
    words_missing(command, words) { zh: "{command} 还要写：{words}", en: "`{command}` needs: {words}" }
    /// Arguments of which one has to be there.
    one_word_missing(command, words) { zh: "{command} 至少要写其中一项：{words}", en: "`{command}` needs at least one of: {words}" }
    /// A word too many.
    word_not_wanted(command, word) { zh: "{command} 不要“{word}”", en: "`{command}` has no use for `{word}`" }
    /// How another form of the tables is asked for.
    cure_format(format) { zh: "写 --format {format}", en: "write --format {format}" }
    /// How a word that begins with a dash is written.
    cure_dash(command, word) {
        zh: "用法见 {command} --help；如果“{word}”不是选项，前面加一个 --",
        en: "see {command} --help; if `{word}` is no option, write -- before it",
    }
}
