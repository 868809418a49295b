//! What a month came to: who was what, who was at which meeting, who has how many points. By ids alone, so that a new
//! name of a standing or a group is no change, and whatever does change a figure is one, be it in a rule without days or
//! in another month.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::branch::Branch;
use crate::reckon::{Account, Bands, listed, seats, tally};
use crate::record::Month;
use crate::rulebook::Band;

/// The figures of a month by the table they stand in, as text: of each row of `members.csv` the columns member,
/// standing, group, posts and class; of `meetings.csv` meeting and due; of `attendance.csv` meeting, member and state; of
/// `points.csv` member, total and band.
pub(super) fn figures(branch: &Branch, accounts: &[Account<'_>], month: Month) -> BTreeMap<&'static str, String> {
    let (meetings, attendance) = meetings(branch, month);
    BTreeMap::from([
        ("attendance", attendance),
        ("meetings", meetings),
        ("members", members(branch, month)),
        ("points", points(branch, accounts, month)),
    ])
}

fn members(branch: &Branch, month: Month) -> String {
    let mut text = String::new();
    for (id, member) in &branch.members {
        let Some(day) = branch.last_there(member, month.period()) else { continue };
        let or_none = |id: Option<String>| id.unwrap_or_default();
        let standing = or_none(member.standing_on(day).map(ToString::to_string));
        let group = or_none(member.group_on(day).map(ToString::to_string));
        let held: Vec<_> = branch.posts_on(member, day).collect();
        let posts = branch.rules.posts().filter(|post| held.contains(&&post.id.value));
        let posts: Vec<_> = posts.map(|post| post.id.as_str()).collect();
        let class = or_none(branch.class_on(member, day).map(|class| class.id.to_string()));
        let _ = writeln!(text, "{id},{standing},{group},{},{class}", posts.join("; "));
    }
    text
}

/// The meetings, and who was at each.
fn meetings(branch: &Branch, month: Month) -> (String, String) {
    let (mut held, mut attended) = (String::new(), String::new());
    for meeting in branch.held().filter(|meeting| month.period().contains(meeting.date.value)) {
        let (stem, seats) = (meeting.source.path.stem(), seats(branch, meeting));
        let _ = writeln!(held, "{stem},{}", tally(&seats).due);
        for seat in seats {
            let _ = writeln!(attended, "{stem},{},{}", seat.member, seat.state().id());
        }
    }
    (held, attended)
}

fn points(branch: &Branch, accounts: &[Account<'_>], month: Month) -> String {
    let (mut text, bands) = (String::new(), Bands::of(branch, month.period()));
    for account in listed(branch, accounts, month.period()) {
        let band = bands.band(account).map(Band::key).unwrap_or_default();
        let _ = writeln!(text, "{},{},{band}", account.member, account.total(month.period()));
    }
    text
}
