//! `dues/YEAR.toml`: what each is to pay a month, and what was paid, one line a record.

use super::reading::At;
use super::shape::{ledger, line};
use super::{Day, EntryId, MemberId, Month, Yuan};

ledger! {
    /// A year's dues.
    pub struct DuesLedger {
        /// The amounts that were approved.
        "amounts" => amounts: [Approved],
        /// The payments.
        "payments" => payments: [Payment],
    }
}

line! {
    /// What somebody is to pay a month, from a month until the next such line or the end of the year.
    pub struct Approved {
        /// Its id.
        "id" => id: At<EntryId> [id],
        /// Who.
        "member" => member: At<MemberId>,
        /// The first month.
        "from" => from: At<Month> [files orders],
        /// The amount.
        "amount" => amount: At<Yuan>,
        /// A note.
        "note" => note: Option<String>,
        /// Who recorded it.
        "by" => by: Option<At<MemberId>>,
        /// Why it no longer counts.
        "struck" => struck: Option<At<String>> [strikes],
    }
}

line! {
    /// A payment for a month.
    pub struct Payment {
        /// Its id.
        "id" => id: At<EntryId> [id],
        /// The month it is for.
        "month" => month: At<Month> [files],
        /// Who paid.
        "member" => member: At<MemberId>,
        /// The amount.
        "amount" => amount: At<Yuan>,
        /// The day it was paid.
        "paid" => paid: At<Day> [past orders],
        /// Who collected it.
        "by" => by: Option<At<MemberId>>,
        /// A note.
        "note" => note: Option<String>,
        /// Why it no longer counts.
        "struck" => struck: Option<At<String>> [strikes],
    }
}
