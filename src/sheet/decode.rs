//! Bytes as text: UTF-8 with or without a mark, UTF-16 with one, else GB18030, as Excel in China saves it.

use encoding_rs::{Encoding, GB18030, UTF_16BE, UTF_16LE};

use crate::error::Failure;
use crate::words;

/// The text of a file, with line ends of one sort, and the name of its encoding.
///
/// # Errors
/// Bytes that are no text in any of these; a text of two encodings, or one that is hardly Chinese.
pub(super) fn decode(bytes: &[u8], said: Option<&'static Encoding>) -> Result<(String, &'static str), Failure> {
    let (text, name) = match (said, bytes) {
        (Some(encoding), _) => match by(encoding, bytes).filter(|text| !text.contains('\0')) {
            Some(text) => (Some(text), encoding.name()),
            None => {
                let fact = words::not_of_encoding(encoding.name());
                return Err(Failure::refused(fact).cure(words::cure_another_encoding()));
            }
        },
        (None, [0xef, 0xbb, 0xbf, rest @ ..]) => (utf8(rest), "UTF-8"),
        (None, [0xff, 0xfe, rest @ ..]) => (by(UTF_16LE, rest), "UTF-16"),
        (None, [0xfe, 0xff, rest @ ..]) => (by(UTF_16BE, rest), "UTF-16"),
        (None, _) if is_utf16(bytes) => (by(UTF_16LE, bytes), "UTF-16"),
        (None, _) => match utf8(bytes) {
            Some(text) => (Some(text), "UTF-8"),
            None => {
                if let Some(lines) = of_two_encodings(bytes) {
                    let fact = words::two_encodings(words::rows(&lines));
                    return Err(Failure::refused(fact).cure(words::cure_two_encodings()));
                }
                let text = by(GB18030, bytes);
                if is_hardly_chinese(bytes) || text.is_none() && is_text(bytes) {
                    return Err(Failure::refused(words::another_encoding()).cure(words::cure_another_encoding()));
                }
                (text, "GB18030")
            }
        },
    };
    let text = text.filter(|text| !text.contains('\0'));
    let text = text.ok_or_else(|| Failure::refused(words::not_a_table()).cure(words::cure_not_a_table()))?;
    Ok((text.replace("\r\n", "\n").replace('\r', "\n"), name))
}

/// Whether the signs between columns and rows are those of UTF-16 as Windows writes it, though no mark says so.
fn is_utf16(bytes: &[u8]) -> bool {
    let zeros = |rest: usize| bytes.iter().skip(rest).step_by(2).filter(|byte| **byte == 0).count();
    bytes.len().is_multiple_of(2) && zeros(1) > 0 && zeros(0) == 0
}

/// The lines that are no UTF-8 in a text that is UTF-8 otherwise; none where it is not.
fn of_two_encodings(bytes: &[u8]) -> Option<Vec<usize>> {
    let told = bytes.split(|byte| *byte == b'\n').enumerate().filter(|(_, line)| !line.is_ascii());
    let (utf8, other): (Vec<_>, Vec<_>) = told.partition(|(_, line)| std::str::from_utf8(line).is_ok());
    // Two characters of GBK may look like UTF-8, many lines of them do not.
    (!utf8.is_empty() && utf8.len() >= other.len()).then(|| other.into_iter().map(|(at, _)| at + 1).collect())
}

/// Whether bytes are those of a text in some encoding: no signs that only programs write.
fn is_text(bytes: &[u8]) -> bool {
    bytes.iter().all(|byte| *byte >= b' ' || matches!(byte, b'\t' | b'\n' | b'\r'))
}

/// Whether of what would be Chinese characters in GBK most are too rare for any text, or many are in no list of those in
/// use; or all are where EUC-KR has Hangul, which is a half of those of every day.
fn is_hardly_chinese(bytes: &[u8]) -> bool {
    /// So many Chinese characters are hardly all in one half.
    const MANY: usize = 8;
    let (mut usual, mut rare, mut odd, mut at) = (0, 0, 0, 0);
    let mut hangul = 0;
    while at < bytes.len() {
        match (bytes[at], bytes.get(at + 1)) {
            (0..0x80, _) => at += 1,
            // Punctuation, and the characters of every day, which stand in the order of their sounds.
            (first @ (0xa1..=0xa3 | 0xb0..=0xd7), Some(0xa1..)) => {
                hangul += usize::from((0xb0..=0xc8).contains(&first));
                (usual, at) = (usual + 1, at + 2);
            }
            (0xd8..=0xf7, Some(0xa1..)) => (rare, at) = (rare + 1, at + 2),
            (_, Some(0x30..=0x39)) => at += 4,
            _ => (odd, at) = (odd + 1, at + 2),
        }
    }
    rare + odd > usual || odd * 4 > usual + rare || hangul >= MANY && hangul == usual + rare + odd
}

fn utf8(bytes: &[u8]) -> Option<String> {
    std::str::from_utf8(bytes).ok().map(str::to_owned)
}

fn by(encoding: &'static Encoding, bytes: &[u8]) -> Option<String> {
    let (text, failed) = encoding.decode_without_bom_handling(bytes);
    (!failed).then(|| text.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_read_however_it_was_saved() {
        let case = |bytes: &[u8], expected: &str, name: &str| {
            assert_eq!(decode(bytes, None).expect("a text"), (expected.to_owned(), name));
        };
        case("姓名,日期\r\n".as_bytes(), "姓名,日期\n", "UTF-8");
        case("\u{feff}姓名".as_bytes(), "姓名", "UTF-8");
        case(b"\xd0\xd5\xc3\xfb\r\xd5\xd4\xb8\xd5", "姓名\n赵刚", "GB18030");
        case(b"\xff\xfe\xd3\x59\x0d\x54", "姓名", "UTF-16");
        case(b"\xfe\xff\x59\xd3\x54\x0d", "姓名", "UTF-16");
        case(b"\xd3\x59\x0d\x54\x0a\0", "姓名\n", "UTF-16");
        // A character that GBK does not have.
        case(b"\x95\x32\x82\x36", "𠀀", "GB18030");
        // One line is of another encoding; Latin, Big5 and Shift-JIS are no Chinese in GBK.
        for bad in [
            &"赵一\n".as_bytes().iter().copied().chain(*b"\xc7\xae\xb6\xfe").collect::<Vec<_>>()[..],
            b"name\nJos\xe9 Pe\xf1a\n",
            b"\xa9m\xa6W",
            // Of EUC-KR, and of KOI8-R.
            b"name\n\xb1\xe8\xc3\xb6\xbc\xf6\n\xc0\xcc\xbf\xb5\xc8\xf1\n\xb9\xda\xb9\xce\xbc\xf6\n",
            b"name\n\xe9\xd7\xc1\xce\xcf\xd7 \xf0\xa3\xd4\xd2 \xf3\xc5\xd2\xc7\xc5\xc5\xd7\xc9\xde\n",
            b"\x8e\x81\x96\xbc",
        ] {
            assert!(decode(bad, None).is_err(), "{bad:?}");
        }
        assert_eq!(decode(b"Jos\xe9", Encoding::for_label(b"windows-1252")).expect("a text").0, "José");
        assert!(decode(b"Jos\xe9", Encoding::for_label(b"utf-8")).is_err());
        for bad in [&b"\xff\xfe\xd3"[..], b"\x81", b"\xef\xbb\xbf\xd0\xd5", b"a\0b", b"\x80\x80\xff"] {
            assert!(decode(bad, None).is_err(), "{bad:?}");
        }
    }
}
