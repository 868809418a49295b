//! What a command is at that takes long: told on a terminal after a second.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// So long nobody wonders whether anything happens.
const PATIENCE: Duration = Duration::from_secs(1);

/// How often it is drawn anew.
const BEAT: Duration = Duration::from_millis(100);

/// Something under way; it is over, and nothing of it is left on the screen, when this is dropped.
#[must_use = "it is over when it is dropped"]
pub struct Progress {
    steps: Arc<Steps>,
    /// Ends the telling, and who tells; none where nobody would see it.
    teller: Option<(Sender<()>, JoinHandle<()>)>,
}

/// How many steps are done, and of how many; of none where that is not known.
#[derive(Default)]
struct Steps {
    done: AtomicU64,
    all: AtomicU64,
}

impl Progress {
    /// Something that nobody sees.
    pub(super) fn unseen() -> Self {
        Self { steps: Arc::default(), teller: None }
    }

    /// Something that is drawn and wiped away.
    pub(super) fn drawn(what: String) -> Self {
        Self::told(|steps, over| {
            let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
            draw(&bar.with_message(what), steps, |time| goes_on(over, time));
        })
    }

    /// Something that is told once, if it is still under way when nobody is patient any more.
    pub(super) fn once(tell: impl FnOnce() + Send + 'static) -> Self {
        Self::told(|_, over| {
            if goes_on(over, PATIENCE) {
                tell();
            }
        })
    }

    fn told(tell: impl FnOnce(&Steps, &Receiver<()>) + Send + 'static) -> Self {
        let (end, over) = channel();
        let steps = Arc::<Steps>::default();
        let seen = steps.clone();
        Self { steps, teller: Some((end, thread::spawn(move || tell(&seen, &over)))) }
    }

    /// Says how many steps it has.
    pub fn has(&self, steps: usize) {
        self.steps.all.store(steps as u64, Ordering::Relaxed);
    }

    /// A step is done.
    pub fn step(&self) {
        self.steps.done.fetch_add(1, Ordering::Relaxed);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((end, teller)) = self.teller.take() {
            drop(end);
            // What comes next stands where this stood.
            let _ = teller.join();
        }
    }
}

/// Waits; whether it is still under way then.
fn goes_on(over: &Receiver<()>, time: Duration) -> bool {
    over.recv_timeout(time) == Err(RecvTimeoutError::Timeout)
}

/// Draws how far it is, beat by beat, while it goes on.
fn draw(bar: &ProgressBar, steps: &Steps, mut goes_on: impl FnMut(Duration) -> bool) {
    let style = |template| ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
    let (moving, counted) = (style("{spinner} {msg}"), style("{msg} [{bar:30}] {pos}/{len}").progress_chars("=> "));
    let mut wait = PATIENCE;
    while goes_on(wait) {
        wait = BEAT;
        match steps.all.load(Ordering::Relaxed) {
            0 => bar.set_style(moving.clone()),
            all => {
                bar.set_style(counted.clone());
                bar.set_length(all);
                bar.set_position(steps.done.load(Ordering::Relaxed));
            }
        }
        bar.tick();
    }
    bar.finish_and_clear();
}

#[cfg(test)]
mod tests {
    use super::*;
    use indicatif::InMemoryTerm;

    /// What stands on the screen after each wait, and in the end; what happens meanwhile is given.
    fn screens(meanwhile: &[fn(&Steps)]) -> (Vec<Duration>, Vec<String>) {
        let screen = InMemoryTerm::new(4, 80);
        let target = ProgressDrawTarget::term_like(Box::new(screen.clone()));
        let bar = ProgressBar::with_draw_target(None, target).with_message("正在生成页面 …");
        let (steps, mut next) = (Steps::default(), meanwhile.iter());
        let (mut waits, mut seen) = (Vec::new(), Vec::new());
        draw(&bar, &steps, |time| {
            waits.push(time);
            seen.push(screen.contents());
            next.next().map(|happens| happens(&steps)).is_some()
        });
        seen.push(screen.contents());
        (waits, seen)
    }

    #[test]
    fn what_is_over_within_a_second_is_not_told() {
        assert_eq!(screens(&[]), (vec![PATIENCE], vec![String::new(); 2]));
    }

    #[test]
    fn what_takes_longer_is_told_and_wiped_away() {
        let (waits, seen) = screens(&[
            |_| {},
            |steps| steps.all.store(200, Ordering::Relaxed),
            |steps| {
                steps.done.fetch_add(100, Ordering::Relaxed);
            },
        ]);
        assert_eq!(waits, [PATIENCE, BEAT, BEAT, BEAT]);
        assert_eq!(seen[0], "");
        assert!(seen[1].ends_with(" 正在生成页面 …") && !seen[1].contains('['), "{seen:?}");
        assert_eq!(seen[2], format!("正在生成页面 … [{}] 0/200", " ".repeat(30)));
        assert_eq!(seen[3], format!("正在生成页面 … [{}>{}] 100/200", "=".repeat(15), " ".repeat(14)));
        assert_eq!(seen[4], "");
    }
}
