//! The records a workbook is made of, and what is read out of them, on and on where a record is continued.

/// The kind of a record that goes on with the one before.
const CONTINUE: u16 = 0x003c;

/// A record.
#[derive(Clone, Copy)]
pub(super) struct Record<'a> {
    pub(super) kind: u16,
    pub(super) data: &'a [u8],
    /// What follows it.
    rest: &'a [u8],
}

impl<'a> Record<'a> {
    /// The first record of some bytes; none where it is not whole.
    fn first(bytes: &'a [u8]) -> Option<Self> {
        let (&[kind0, kind1, size0, size1], rest) = bytes.split_first_chunk()?;
        let (data, rest) = rest.split_at_checked(u16::from_le_bytes([size0, size1]).into())?;
        Some(Self { kind: u16::from_le_bytes([kind0, kind1]), data, rest })
    }

    /// Reads it from its beginning, and what continues it.
    pub(super) fn reader(self) -> Reader<'a> {
        Reader { now: self.data, rest: self.rest }
    }
}

/// Records one after another, as far as they are whole.
pub(super) struct Records<'a>(pub(super) &'a [u8]);

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Self::Item> {
        let record = Record::first(self.0)?;
        self.0 = record.rest;
        Some(record)
    }
}

/// Reads a record, each value behind the one before; none where there is no more.
pub(super) struct Reader<'a> {
    now: &'a [u8],
    rest: &'a [u8],
}

impl Reader<'_> {
    /// Goes on to the record that continues this one.
    fn go_on(&mut self) -> Option<()> {
        let next = Record::first(self.rest).filter(|next| next.kind == CONTINUE)?;
        (self.now, self.rest) = (next.data, next.rest);
        Some(())
    }

    fn bytes<const N: usize>(&mut self) -> Option<[u8; N]> {
        let mut bytes = [0; N];
        for byte in &mut bytes {
            while self.now.is_empty() {
                self.go_on()?;
            }
            let (first, now) = self.now.split_first()?;
            (*byte, self.now) = (*first, now);
        }
        Some(bytes)
    }

    pub(super) fn u8(&mut self) -> Option<u8> {
        self.bytes().map(u8::from_le_bytes)
    }

    pub(super) fn u16(&mut self) -> Option<u16> {
        self.bytes().map(u16::from_le_bytes)
    }

    pub(super) fn u32(&mut self) -> Option<u32> {
        self.bytes().map(u32::from_le_bytes)
    }

    pub(super) fn f64(&mut self) -> Option<f64> {
        self.bytes().map(f64::from_le_bytes)
    }

    pub(super) fn eight(&mut self) -> Option<[u8; 8]> {
        self.bytes()
    }

    /// How much of this record is left, without what continues it, in bytes.
    pub(super) fn left(&self) -> usize {
        self.now.len()
    }

    /// Passes over so many bytes.
    pub(super) fn skip(&mut self, mut bytes: usize) -> Option<()> {
        while bytes > self.now.len() {
            bytes -= self.now.len();
            self.go_on()?;
        }
        self.now = self.now.get(bytes..)?;
        Some(())
    }

    /// A text of so many UTF-16 units, before which flags say how it is written.
    pub(super) fn text(&mut self, units: usize) -> Option<String> {
        let flags = self.u8()?;
        let runs = if flags & 8 == 0 { 0 } else { usize::from(self.u16()?) };
        let more = if flags & 4 == 0 { 0 } else { usize::try_from(self.u32()?).ok()? };
        let text = self.units(units, flags)?;
        self.skip(runs * 4 + more)?;
        Some(text)
    }

    /// The units of a text. Where it is continued, flags say anew how wide they are.
    fn units(&mut self, units: usize, mut flags: u8) -> Option<String> {
        let mut text = Vec::new();
        loop {
            let wide = flags & 1 != 0;
            let width = if wide { 2 } else { 1 };
            let here = (units - text.len()).min(self.now.len() / width);
            let (part, now) = self.now.split_at_checked(here * width)?;
            match wide {
                true => text.extend(part.chunks_exact(2).map(|unit| u16::from_le_bytes([unit[0], unit[1]]))),
                false => text.extend(part.iter().copied().map(u16::from)),
            }
            self.now = now;
            if text.len() == units {
                return Some(String::from_utf16_lossy(&text));
            }
            self.go_on()?;
            flags = self.u8()?;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(kind: u16, data: &[u8]) -> Vec<u8> {
        let size = u16::try_from(data.len()).expect("a short record");
        [&kind.to_le_bytes(), &size.to_le_bytes(), data].concat()
    }

    #[test]
    fn a_text_goes_on_in_the_next_record_in_another_width() {
        let stream = [record(0xfc, b"\x01\xd3\x59\x0d\x54"), record(CONTINUE, b"\x00ab!"), record(10, b"")].concat();
        let mut records = Records(&stream);
        let mut reader = records.next().expect("a record").reader();
        assert_eq!(reader.text(4).as_deref(), Some("姓名ab"));
        assert_eq!((reader.u8(), reader.u8()), (Some(b'!'), None));
        assert_eq!(records.map(|record| record.kind).collect::<Vec<_>>(), [CONTINUE, 10]);
    }

    #[test]
    fn what_belongs_to_a_text_and_is_none_is_passed_over() {
        // One run of four bytes and three bytes more, the last of them in the next record.
        let stream = [record(0xfc, b"\x0c\x01\0\x03\0\0\0arrrrxx"), record(CONTINUE, b"x\0b")].concat();
        let mut reader = Records(&stream).next().expect("a record").reader();
        assert_eq!(reader.text(1).as_deref(), Some("a"));
        assert_eq!(reader.text(1).as_deref(), Some("b"));
        assert_eq!(reader.text(1), None);
    }

    #[test]
    fn a_text_that_says_it_is_longer_than_it_is_is_none() {
        for data in [&b""[..], b"\0", b"\0abc", b"\x01abc", b"\x08\xff", b"\x04\xff\xff\xff\xffabcd"] {
            let stream = record(0xfc, data);
            assert_eq!(Records(&stream).next().expect("a record").reader().text(4), None, "{data:?}");
        }
        assert!(Records(b"\xfc\0\x05\0abc").next().is_none());
    }
}
