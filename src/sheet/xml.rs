//! XML, tag by tag.

use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::escape::{resolve_xml_entity, unescape};
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::table::no_workbook;
use crate::error::Failure;

/// Each tag and text of some XML, in order.
///
/// # Errors
/// What is no XML, or what `each` refuses.
pub(super) fn events(
    from: impl BufRead,
    mut each: impl FnMut(Event<'_>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut reader = Reader::from_reader(from);
    let mut buffer = Vec::new();
    loop {
        match reader.read_event_into(&mut buffer).map_err(|_| no_workbook())? {
            Event::Eof => return Ok(()),
            event => each(event)?,
        }
        buffer.clear();
    }
}

/// What an attribute of a tag says.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = tag.attributes();
    let found = attributes.with_checks(false).flatten().find(|attribute| attribute.key.0 == name)?;
    unescape(&found.value).ok().map(std::borrow::Cow::into_owned)
}

/// The text of a character that is written as its name or number.
pub(super) fn character(reference: &BytesRef<'_>) -> String {
    let named = resolve_xml_entity(reference).map(str::to_owned);
    named.or_else(|| reference.resolve_char_ref().ok().flatten().map(String::from)).unwrap_or_default()
}
