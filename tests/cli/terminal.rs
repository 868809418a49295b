//! A terminal of our own, on which a command runs as somebody sees it: keys go in, and what stands on the screen is read.

use std::fs::File;
use std::io::{ErrorKind, Read, Write};
use std::process::{Child, Command};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{LocalModes, Termios, Winsize, tcgetattr, tcsetwinsize};

/// Long enough for any command on any machine; nothing waits for it but a test that fails.
const LONG: Duration = Duration::from_secs(60);

/// The size of the screen.
const SIZE: (u16, u16) = (40, 100);

/// The keys that are no letters.
pub(crate) mod key {
    pub(crate) const ESC: &str = "\x1b";
    pub(crate) const INTERRUPT: &str = "\x03";
    pub(crate) const RETURN: &str = "\r";
}

/// Both ends of a new terminal: the keyboard and screen, and what a program is given.
pub(crate) fn ends() -> (File, File) {
    let keyboard = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
    grantpt(&keyboard).unwrap();
    unlockpt(&keyboard).unwrap();
    let name = ptsname(&keyboard, vec![]).unwrap();
    let inner = File::options().read(true).write(true).open(name.to_str().unwrap()).unwrap();
    (File::from(keyboard), inner)
}

/// What a command left.
pub(crate) struct Ended {
    /// What stands on the screen.
    pub(crate) screen: String,
    /// Its exit code; none where it was interrupted.
    pub(crate) exit: Option<i32>,
    /// All that was printed, with what was wiped away.
    pub(crate) printed: String,
}

/// A command on a terminal.
pub(crate) struct Terminal {
    keyboard: File,
    inner: File,
    /// How the terminal was before the command.
    before: Termios,
    child: Child,
    shown: Receiver<Vec<u8>>,
    screen: vt100::Parser,
    printed: Vec<u8>,
}

impl Terminal {
    /// Starts a command, to which the terminal is as one that somebody logged in at.
    pub(crate) fn of(command: &Command) -> Self {
        Self::sized(command, SIZE)
    }

    /// The same on a terminal of so many rows and columns.
    pub(crate) fn sized(command: &Command, (rows, columns): (u16, u16)) -> Self {
        let (keyboard, inner) = ends();
        tcsetwinsize(&inner, Winsize { ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0 }).unwrap();
        let before = tcgetattr(&inner).unwrap();
        let end = || inner.try_clone().unwrap();
        let mut run = Command::new("setsid");
        // A program that was started in the background is deaf to Ctrl-C, and so would be those it starts.
        run.args(["--ctty", "env", "--default-signal=INT"]).arg(command.get_program()).args(command.get_args());
        run.env_clear().envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
        run.current_dir(command.get_current_dir().unwrap()).stdin(end()).stdout(end()).stderr(end());
        let child = run.spawn().unwrap();
        let (show, shown) = channel();
        let mut printed = keyboard.try_clone().unwrap();
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            loop {
                match printed.read(&mut bytes) {
                    Ok(many) if show.send(bytes[..many].to_vec()).is_ok() => {}
                    Err(error) if error.kind() == ErrorKind::Interrupted => {}
                    // Nobody has the other end any more.
                    _ => return,
                }
            }
        });
        Self { keyboard, inner, before, child, shown, screen: vt100::Parser::new(rows, columns, 0), printed: vec![] }
    }

    /// Presses keys.
    pub(crate) fn press(&mut self, keys: &str) -> &mut Self {
        self.keyboard.write_all(keys.as_bytes()).unwrap();
        self
    }

    /// Waits until a text stands on the screen.
    #[track_caller]
    pub(crate) fn sees(&mut self, text: &str) -> &mut Self {
        let deadline = Instant::now() + LONG;
        while !self.text().contains(text) {
            match self.shown.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
                Ok(bytes) => self.show(&bytes),
                Err(_) => panic!("{text:?} is not on the screen:\n{}", self.text()),
            }
        }
        self
    }

    /// What stands on the screen.
    pub(crate) fn text(&self) -> String {
        self.screen.screen().contents()
    }

    fn show(&mut self, bytes: &[u8]) {
        self.screen.process(bytes);
        self.printed.extend(bytes);
    }

    /// Waits until the command is over. The terminal has to be as it was before.
    #[track_caller]
    pub(crate) fn ends(mut self) -> Ended {
        let deadline = Instant::now() + LONG;
        let status = loop {
            match self.child.try_wait().unwrap() {
                Some(status) => break status,
                None if Instant::now() < deadline => thread::sleep(Duration::from_millis(5)),
                None => {
                    self.child.kill().unwrap();
                    panic!("it does not end:\n{}", self.text());
                }
            }
        };
        let after = tcgetattr(&self.inner).unwrap();
        assert!(after.local_modes.contains(LocalModes::ECHO | LocalModes::ICANON | LocalModes::ISIG), "{after:?}");
        assert_eq!(format!("{after:?}"), format!("{:?}", self.before));
        // Nobody has the inner end any more.
        self.inner = File::open("/dev/null").unwrap();
        loop {
            match self.shown.recv_timeout(LONG) {
                Ok(bytes) => self.show(&bytes),
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => panic!("somebody still has the terminal"),
            }
        }
        assert!(!self.screen.screen().hide_cursor() && !self.screen.screen().bracketed_paste());
        let printed = String::from_utf8(std::mem::take(&mut self.printed)).unwrap();
        Ended { screen: self.text(), exit: status.code(), printed }
    }
}
