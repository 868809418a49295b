//! Threads that share work, each begun on a processor of its own.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

#[cfg(target_os = "linux")]
use nix::{
    sched::{CpuSet, sched_getaffinity, sched_getcpu, sched_setaffinity},
    unistd::Pid,
};
use rayon::ThreadPoolBuilder;

/// Lets this thread do its share of what is done on all processors from now on, instead of waiting for others to do all;
/// where it cannot, they do.
pub(super) fn share_work() {
    let processors = Processors::of_this_thread();
    let begun = Arc::new(AtomicBool::new(false));
    let has_begun = begun.clone();
    let begin = move |thread| {
        begun.store(true, Ordering::Relaxed);
        processors.begin(thread);
    };
    let Ok(pool) = ThreadPoolBuilder::new().use_current_thread().start_handler(begin).build() else { return };
    // A new thread may stand in line behind the one that made it for as long as all of it takes, while another
    // processor has nothing to do; it is let pass, and goes where it is alone.
    let is_behind = || pool.current_num_threads() > 1 && !has_begun.load(Ordering::Relaxed);
    (0..STEPS_ASIDE).take_while(|_| is_behind()).for_each(|_| std::thread::yield_now());
    // As long as the process lives.
    std::mem::forget(pool);
}

/// How often a thread is let pass; as a rule once is enough, and where all processors are taken no number is.
const STEPS_ASIDE: usize = 100;

/// The processors that threads may run on.
#[cfg(target_os = "linux")]
struct Processors {
    allowed: CpuSet,
    /// The first thread's.
    first: usize,
}

#[cfg(target_os = "linux")]
impl Processors {
    /// Those of this thread, which is the first; none where the system does not tell.
    fn of_this_thread() -> Self {
        let first = sched_getcpu();
        let allowed = first.and_then(|_| sched_getaffinity(THIS));
        Self { allowed: allowed.unwrap_or_default(), first: first.unwrap_or_default() }
    }

    /// Puts this thread, by its number, on a processor of its own, where there is one. It may go anywhere from there; but
    /// one that is alone is left where it is, and is woken there.
    fn begin(&self, thread: usize) {
        let is_allowed = |processor: &usize| self.allowed.is_set(*processor).unwrap_or_default();
        let mut others = (0..CpuSet::count()).filter(|other| *other != self.first && is_allowed(other));
        let Some(own) = others.nth(thread.saturating_sub(1)) else { return };
        let mut alone = CpuSet::new();
        // Where it must not, it begins where it is.
        let _ = alone.set(own).and_then(|()| sched_setaffinity(THIS, &alone));
        let _ = sched_setaffinity(THIS, &self.allowed);
    }
}

/// This thread, where one is asked for.
#[cfg(target_os = "linux")]
const THIS: Pid = Pid::from_raw(0);

/// Nothing is known of processors here.
#[cfg(not(target_os = "linux"))]
struct Processors;

#[cfg(not(target_os = "linux"))]
impl Processors {
    fn of_this_thread() -> Self {
        Self
    }

    fn begin(&self, _thread: usize) {}
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn a_thread_that_began_may_go_anywhere() {
        let allowed = sched_getaffinity(THIS).expect("the processors");
        for thread in [0, 1, 2, usize::MAX] {
            let processors = Processors::of_this_thread();
            let begun = move || {
                processors.begin(thread);
                sched_getaffinity(THIS).expect("the processors")
            };
            assert_eq!(std::thread::spawn(begun).join().expect("it begins"), allowed, "{thread}");
        }
    }
}
