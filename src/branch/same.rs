//! The same name: what is written in one of two ways for one name is one name.

use unicode_normalization::UnicodeNormalization;

/// A name as it is kept: composed, of usual width, without what cannot be seen, and without the spaces that set two
/// characters as wide as three: 王　芳.
pub fn clean_name(text: &str) -> String {
    let plain: String = text.chars().filter(|c| !is_ignorable(*c)).map(of_radical).nfkc().collect();
    let is_spaced = plain.chars().all(|c| is_han(c) || is_dot(c) || c.is_whitespace()) && plain.chars().any(is_han);
    match is_spaced {
        true => plain.chars().filter(|c| !c.is_whitespace()).map(|c| if is_dot(c) { '·' } else { c }).collect(),
        false => plain.split_whitespace().collect::<Vec<_>>().join(" "),
    }
}

/// What two spellings of one name have in common: case, dots, dashes and apostrophes do not matter either.
pub fn name_key(text: &str) -> String {
    // Most names are plain already, and this is asked of everybody.
    if text.chars().all(|c| matches!(c, '\u{4e00}'..='\u{9fff}')) {
        return text.to_owned();
    }
    let clean: String = clean_name(text).to_lowercase().chars().map(alike).nfc().collect();
    clean.replace(" ·", "·").replace("· ", "·")
}

/// Whether two names are the same name.
pub fn is_same_name(one: &str, other: &str) -> bool {
    one == other || name_key(one) == name_key(other)
}

/// Whether a character is Chinese.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '々' | '〇')
}

/// One sign for all those that look alike.
fn alike(c: char) -> char {
    match c {
        _ if is_dot(c) => '·',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '⁃' => '-',
        '’' | '‘' | 'ʼ' | 'ʻ' | '`' | '´' | '′' | '‛' => '\'',
        other => other,
    }
}

/// A dot between the parts of a name.
pub(super) fn is_dot(c: char) -> bool {
    matches!(c, '·' | '.' | '．' | '•' | '・' | '･' | '‧' | '∙' | '⋅' | '․' | '●' | '᛫' | '⸱' | 'ꞏ')
}

/// Whether a character is not seen where it stands: Unicode's default ignorables, marks of direction and variation
/// selectors among them.
pub(super) fn is_ignorable(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}' | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// The character for a radical that a PDF has in its place. Those from U+2F00 on have one in Unicode's own tables; of
/// the others these are in names.
pub(super) fn of_radical(c: char) -> char {
    const RADICALS: &[(char, char)] = &[
        ('⺠', '民'),
        ('⻄', '西'),
        ('⻅', '见'),
        ('⻉', '贝'),
        ('⻋', '车'),
        ('⻓', '长'),
        ('⻔', '门'),
        ('⻘', '青'),
        ('⻙', '韦'),
        ('⻛', '风'),
        ('⻜', '飞'),
        ('⻢', '马'),
        ('⻥', '鱼'),
        ('⻦', '鸟'),
        ('⻨', '麦'),
        ('⻩', '黄'),
        ('⻬', '齐'),
        ('⻰', '龙'),
    ];
    RADICALS.iter().find(|(radical, _)| *radical == c).map_or(c, |(_, plain)| *plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_is_one_however_it_is_written() {
        for (one, other) in [
            ("王芳", "王\u{200b}芳"),
            ("王芳", "王 芳"),
            ("王芳", "王　芳"),
            ("李敏", "\u{f9e1}敏"),
            ("高文", "\u{2fbc}\u{2f42}"),
            ("马龙", "⻢⻰"),
            ("葛一", "葛\u{e0100}一"),
            ("阿卜杜·买买提", "阿卜杜・买买提"),
            ("阿卜杜·买买提", "阿卜杜 • 买买提"),
            ("阿卜杜·买买提", "阿卜杜.买买提"),
            ("José Peña", "Jose\u{301} Pen\u{303}a"),
            ("O'Brien", "O’BRIEN"),
            ("Anne-Marie", "anne‑marie"),
            ("Ann", "Ａｎｎ"),
            ("第11党小组", "第１１党小组"),
        ] {
            assert!(is_same_name(one, other), "{one} {other}");
        }
        for (one, other) in
            [("王芳", "王方"), ("Li Na", "Lina"), ("José", "Jose"), ("张伟", "张玮"), ("王芳", "王芳芳")]
        {
            assert!(!is_same_name(one, other), "{one} {other}");
        }
    }

    #[test]
    fn a_name_is_kept_without_what_cannot_be_seen() {
        for (typed, kept) in [
            (" 王　芳 ", "王芳"),
            ("王\u{200b}芳", "王芳"),
            ("\u{f9e1}敏", "李敏"),
            ("José  Peña", "José Peña"),
            ("O’Brien", "O’Brien"),
            ("阿卜杜・买买提", "阿卜杜·买买提"),
            ("Ａｎｎ　Lee", "Ann Lee"),
            ("王䶮", "王䶮"),
        ] {
            assert_eq!(clean_name(typed), kept, "{typed}");
        }
    }
}
