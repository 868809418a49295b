//! Pages and XML: what bytes are by their beginning, and their text in the encoding they say.

use encoding_rs::Encoding;

use super::decode::decode;
use super::table::Reading;
use crate::error::Failure;

/// What is written in tags.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Markup {
    /// A web page, or a part of one.
    Page,
    /// A workbook as Excel wrote it in XML in 2003.
    Workbook,
    /// Other XML.
    Other,
}

/// How much of the beginning is looked at, in bytes.
const BEGINNING: usize = 4096;

/// What bytes are that begin as a page or XML does; none where they do not.
pub(super) fn kind(bytes: &[u8]) -> Option<Markup> {
    const PAGE: [&str; 16] = [
        "!doctype html",
        "!--",
        "html",
        "head",
        "meta",
        "title",
        "style",
        "script",
        "body",
        "table",
        "div",
        "center",
        "p>",
        "font",
        "h1",
        "h2",
    ];
    // UTF-16 has a zero in each of these letters.
    let plain = |bytes: &[u8]| bytes.iter().filter(|byte| **byte != 0).map(u8::to_ascii_lowercase).collect::<Vec<_>>();
    let beginning = plain(&bytes[..bytes.len().min(BEGINNING)]);
    let beginning = String::from_utf8_lossy(&beginning);
    let beginning = beginning.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{fffd}'));
    let first = beginning.strip_prefix('<')?;
    let is_page = PAGE.iter().any(|tag| first.starts_with(tag));
    match () {
        () if is_workbook(beginning) => Some(Markup::Workbook),
        () if is_page => Some(Markup::Page),
        () if !first.starts_with('?') && !first.starts_with("!doctype") => None,
        () if ["<html", "<table"].iter().any(|tag| beginning.contains(tag)) => Some(Markup::Page),
        () => Some(Markup::Other),
    }
}

/// Whether the first tag of an XML text is that of a workbook.
fn is_workbook(beginning: &str) -> bool {
    let tags = beginning.split('<').skip(1).find(|tag| !tag.starts_with(['?', '!']));
    tags.is_some_and(|tag| tag.starts_with("workbook") || tag.starts_with("ss:workbook"))
}

/// The text, and the name of its encoding: the one that the call says, UTF-8 where it is that, the one it says itself, or
/// what it seems to be.
///
/// # Errors
/// Bytes that are no text.
pub(super) fn text(bytes: &[u8], how: Reading<'_>, said: Option<&str>) -> Result<(String, &'static str), Failure> {
    let has_mark = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    // Some systems say GB2312 and write UTF-8, which is no GB2312 that makes sense.
    if how.encoding.is_some() || has_mark || std::str::from_utf8(bytes).is_ok() {
        return decode(bytes, how.encoding);
    }
    let said = said.map(str::to_owned).or_else(|| charset(bytes));
    let said = said.and_then(|label| Encoding::for_label(label.as_bytes()));
    match said.map(|encoding| decode(bytes, Some(encoding))) {
        Some(Ok(read)) => Ok(read),
        _ => decode(bytes, None),
    }
}

/// The encoding that a page or XML says it is in: `charset=gb2312`, `encoding="GB2312"`.
fn charset(bytes: &[u8]) -> Option<String> {
    let beginning = String::from_utf8_lossy(&bytes[..bytes.len().min(BEGINNING)]).to_ascii_lowercase();
    let (_, rest) = beginning.split_once("charset=").or_else(|| beginning.split_once("encoding="))?;
    let label = rest.trim_start_matches(['"', '\'', ' ']);
    let end = label.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_' | ':'))?;
    Some(label[..end].to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_and_xml_are_known_by_their_beginning() {
        for (text, expected) in [
            ("<html><body>", Some(Markup::Page)),
            ("\u{feff}\n<!DOCTYPE HTML PUBLIC>", Some(Markup::Page)),
            ("<TABLE border=1>", Some(Markup::Page)),
            ("<meta charset=gbk>", Some(Markup::Page)),
            ("<?xml version=\"1.0\"?><!DOCTYPE html><html>", Some(Markup::Page)),
            (
                "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook xmlns=\"x\">",
                Some(Markup::Workbook),
            ),
            ("<Workbook>", Some(Markup::Workbook)),
            ("<?xml version=\"1.0\"?><feed>", Some(Markup::Other)),
            ("<姓名>,日期", None),
            ("姓名,日期", None),
            ("<a>,b", None),
            ("", None),
        ] {
            assert_eq!(kind(text.as_bytes()), expected, "{text}");
        }
        let wide: Vec<u8> = "\u{feff}<html>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(kind(&wide), Some(Markup::Page));
    }

    #[test]
    fn the_text_is_in_the_encoding_it_says() {
        let (big5, ..) = encoding_rs::BIG5.encode("<meta charset=\"big5\"><table>姓名");
        let read = text(&big5, Reading::default(), None).expect("a text");
        assert_eq!((read.0.ends_with("姓名"), read.1), (true, "Big5"));
        let read = text("<meta charset=gb2312><table>姓名".as_bytes(), Reading::default(), None).expect("a text");
        assert_eq!((read.0.ends_with("姓名"), read.1), (true, "UTF-8"));
        let (gbk, ..) = encoding_rs::GBK.encode("<?xml version='1.0' encoding='gb2312'?><a>姓名");
        assert!(text(&gbk, Reading::default(), None).expect("a text").0.ends_with("姓名"));
    }
}
