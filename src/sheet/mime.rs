//! Web archives: .mht, a page and what belongs to it as the parts of a letter.

use mailparse::{MailHeaderMap as _, ParsedMail, parse_mail};

use super::table::{LIMIT, Reading, no_workbook};
use super::{Sheet, markup, page};
use crate::error::Failure;

/// So many parts may have parts of their own.
const MULTIPARTS: usize = 20;

/// Whether bytes begin as a letter with parts does.
pub(super) fn is_mime(bytes: &[u8]) -> bool {
    const BEGINNING: usize = 4096;
    let beginning = String::from_utf8_lossy(&bytes[..bytes.len().min(BEGINNING)]).to_ascii_lowercase();
    let head: Vec<_> = beginning.trim_start_matches('\u{feff}').lines().take_while(|line| !line.is_empty()).collect();
    let has = |name: &str| head.iter().any(|line| line.starts_with(name));
    has("mime-version:") && (has("content-type: multipart/") || has("content-type: text/html"))
}

/// Reads the table of the pages in it.
///
/// # Errors
/// What has no table, or more than people make.
pub(super) fn read(bytes: &[u8], how: Reading<'_>) -> Result<Sheet, Failure> {
    // Each of them is read within the one before.
    let multiparts = bytes.windows(9).filter(|part| part.eq_ignore_ascii_case(b"multipart")).count();
    if multiparts > MULTIPARTS {
        return Err(no_workbook());
    }
    let mail = parse_mail(bytes).map_err(|_| no_workbook())?;
    let mut pages = Vec::new();
    for part in mail.parts().filter(|part| part.ctype.mimetype == "text/html") {
        let body = part.get_body_raw().map_err(|_| no_workbook())?;
        let charset = says_charset(part).then_some(part.ctype.charset.as_str());
        pages.push(markup::text(&body, how, charset)?);
        let all: usize = pages.iter().map(|(text, _)| text.len()).sum();
        if u64::try_from(all).unwrap_or(u64::MAX) > LIMIT {
            return Err(no_workbook());
        }
    }
    page::read(&pages, how)
}

/// Whether a part says in which encoding it is; where it does not, the page may.
fn says_charset(part: &ParsedMail<'_>) -> bool {
    let said = part.headers.get_first_value("Content-Type").unwrap_or_default();
    said.to_ascii_lowercase().contains("charset=")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An archive of one page, whose body stands there as it is or in base64.
    fn archive(encoding: &str, body: &str) -> String {
        format!(
            "From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"--x\"\r\n\r\n\
             ----x\r\nContent-Type: image/png\r\n\r\n<table>\r\n----x\r\nContent-Type: text/html; charset=\"gb2312\"\r\n\
             Content-Transfer-Encoding: {encoding}\r\n\r\n{body}\r\n----x--\r\n"
        )
    }

    #[test]
    fn the_page_of_an_archive_is_read() {
        let quoted = "<table><tr><td>=D0=D5=C3=FB<td>=C9=ED=B7=DD<tr><td>=D5=D4=D2=BB<td>a=3D=\r\nb</table>";
        let base64 = "PHRhYmxlPjx0cj48dGQ+0NXD+zx0ZD7J7bfdPHRyPjx0ZD7V1NK7PHRkPmE9YjwvdGFibGU+";
        for (encoding, body) in [("quoted-printable", quoted), ("base64", base64)] {
            let archive = archive(encoding, body);
            assert!(is_mime(archive.as_bytes()));
            let sheet = read(archive.as_bytes(), Reading::default()).expect("a table");
            let text = |row: usize, column| sheet.rows[row].cell(column).text().ok().flatten().unwrap_or_default();
            assert_eq!([text(0, 0), text(0, 1), text(1, 0), text(1, 1)], ["姓名", "身份", "赵一", "a=b"]);
        }
        assert!(read(archive("base64", "AAAA").as_bytes(), Reading::default()).is_err());
    }

    #[test]
    fn parts_within_parts_without_end_are_refused() {
        let mut deep = String::from("MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n");
        for _ in 0..100_000 {
            deep += "--a\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n";
        }
        assert!(is_mime(deep.as_bytes()));
        assert!(read(deep.as_bytes(), Reading::default()).is_err());
    }
}
