//! Tables that nobody would make.

use proptest::collection::vec;
use proptest::prelude::*;
use zhibu::record::{DateHints, DateOrder};
use zhibu::sheet::{Cell, Kept};

use crate::sheets::{FIELDS, WORKBOOKS, whole};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(crate::cases(256)))]

    #[test]
    fn any_bytes_are_a_table_or_refused(bytes in vec(any::<u8>(), 0..600)) {
        whole(&bytes);
    }

    #[test]
    fn a_workbook_with_bytes_changed_is_read_or_refused(
        file in 0..3_usize,
        changes in vec((any::<proptest::sample::Index>(), any::<u8>()), 1..40),
        kept in any::<proptest::sample::Index>(),
    ) {
        let mut bytes = WORKBOOKS[file].to_vec();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        whole(&bytes);
        bytes.truncate(kept.index(bytes.len()));
        whole(&bytes);
    }

    #[test]
    fn any_text_under_headings_is_read_or_refused(
        text in "[\u{0}-\u{7f}日期姓名状态年月，；\u{feff}\u{3000}𠀀]{0,200}",
        headings in "(日期|date|姓名|状态|x|,|;|\t|\"){1,8}",
    ) {
        whole(format!("{headings}\n{text}").as_bytes());
    }

    #[test]
    fn any_cell_is_a_day_or_none(text in "[0-9年月日./ :T-]{0,14}|\\PC{0,12}") {
        for order in [None, Some(DateOrder::Mdy), Some(DateOrder::Dmy)] {
            let hints = DateHints { order, ..DateHints::default() };
            for cell in [Cell::Text(text.clone()), Cell::Number(text.clone())] {
                let _ = cell.month(hints);
                if let Ok((found, _)) = cell.day(hints) {
                    prop_assert!((1900..2200).contains(&found.year()));
                }
            }
        }
    }

    #[test]
    fn any_text_is_a_mapping_or_refused(text in "[a-z=\"\\[\\]. \n日]{0,80}") {
        let _ = Kept::parse(&text, FIELDS);
    }
}
