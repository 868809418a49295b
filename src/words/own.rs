//! The words a body has for itself and what is its own, where its rules do not say them.

use super::{Lang, Text, sentences};

/// An amount of money in a sentence; in English its unit goes without saying.
pub fn money(amount: impl ToString, currency: &Text) -> Text {
    let amount = amount.to_string();
    Text::new(format!("{amount} {}", currency.get(Lang::Zh)), amount)
}

sentences! {
    /// What members pay.
    own_dues() { zh: "会费", en: "dues" }
    /// The unit of money.
    own_currency() { zh: "元", en: "yuan" }
    /// Its meetings and activities.
    own_life() { zh: "会议和活动", en: "meetings" }
    /// What one of those who belong to it is called.
    own_member() { zh: "成员", en: "member" }
    /// What was paid of the dues.
    dues_paid_of(dues) { zh: "{dues}实交", en: "{dues} paid" }
    /// What is owed of the dues.
    dues_owed_of(dues) { zh: "{dues}欠交", en: "{dues} owed" }
    /// How many belong to it.
    members_of(member) { zh: "{member}人数", en: "{member}s" }
}
