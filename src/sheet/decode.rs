//! Bytes as text: UTF-8 with or without a mark, UTF-16 with one, else GB18030, as Excel in China saves it.

use encoding_rs::{Encoding, GB18030, UTF_16BE, UTF_16LE};

use crate::error::Failure;
use crate::words;

/// The text of a file, with line ends of one sort, and the name of its encoding.
///
/// # Errors
/// Bytes that are no text in any of these.
pub(super) fn decode(bytes: &[u8]) -> Result<(String, &'static str), Failure> {
    let (text, name) = match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => (utf8(rest), "UTF-8"),
        [0xff, 0xfe, rest @ ..] => (by(UTF_16LE, rest), "UTF-16"),
        [0xfe, 0xff, rest @ ..] => (by(UTF_16BE, rest), "UTF-16"),
        _ => match utf8(bytes) {
            Some(text) => (Some(text), "UTF-8"),
            None => (by(GB18030, bytes), "GB18030"),
        },
    };
    let text = text.filter(|text| !text.contains('\0'));
    let text = text.ok_or_else(|| Failure::refused(words::not_a_table()).cure(words::cure_not_a_table()))?;
    Ok((text.replace("\r\n", "\n").replace('\r', "\n"), name))
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
            assert_eq!(decode(bytes).expect("a text"), (expected.to_owned(), name));
        };
        case("姓名,日期\r\n".as_bytes(), "姓名,日期\n", "UTF-8");
        case("\u{feff}姓名".as_bytes(), "姓名", "UTF-8");
        case(b"\xd0\xd5\xc3\xfb\r\xd5\xd4\xb8\xd5", "姓名\n赵刚", "GB18030");
        case(b"\xff\xfe\xd3\x59\x0d\x54", "姓名", "UTF-16");
        case(b"\xfe\xff\x59\xd3\x54\x0d", "姓名", "UTF-16");
        // A character that GBK does not have.
        case(b"\x95\x32\x82\x36", "𠀀", "GB18030");
        for bad in [&b"\xff\xfe\xd3"[..], b"\x81", b"\xef\xbb\xbf\xd0\xd5", b"a\0b", b"\x80\x80\xff"] {
            assert!(decode(bad).is_err(), "{bad:?}");
        }
    }
}
