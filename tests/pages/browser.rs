//! A real Chromium without a window, spoken to over a pipe by the protocol of its developer tools.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use serde_json::{Value, json};

/// How long anything may take.
const LONGEST: Duration = Duration::from_secs(60);

/// A browser with one page.
pub(crate) struct Browser {
    child: Child,
    to: ChildStdin,
    from: Receiver<Value>,
    session: Option<String>,
    last: u64,
    /// What it told without being asked.
    events: Vec<Value>,
}

impl Browser {
    /// Starts it. It finds no host, whatever a page asks for.
    pub(crate) fn start(profile: &Path) -> Self {
        // The pipe is expected at the third and fourth descriptor.
        let line = "exec chromium --headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking \
             --disable-component-update --disable-sync --disable-quic --hide-scrollbars --window-size=1100,900 \
             --host-resolver-rules='MAP * ~NOTFOUND' --user-data-dir=\"$0\" --remote-debugging-pipe about:blank \
             3<&0 4>&1 </dev/null >/dev/null";
        let mut command = Command::new("sh");
        command.args(["-c", line]).arg(profile).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().unwrap();
        let (sender, from) = channel();
        let mut answers = BufReader::new(child.stdout.take().unwrap());
        std::thread::spawn(move || {
            let mut bytes = Vec::new();
            while answers.read_until(0, &mut bytes).is_ok_and(|length| length > 0) {
                bytes.pop();
                if sender.send(serde_json::from_slice(&bytes).unwrap_or_default()).is_err() {
                    return;
                }
                bytes.clear();
            }
        });
        let to = child.stdin.take().unwrap();
        let mut browser = Self { child, to, from, session: None, last: 0, events: vec![] };
        let page = browser.ask("Target.createTarget", json!({ "url": "about:blank" }));
        let id = page["targetId"].clone();
        let attached = browser.ask("Target.attachToTarget", json!({ "targetId": id, "flatten": true }));
        browser.session = Some(attached["sessionId"].as_str().unwrap().to_owned());
        for domain in ["Page", "Runtime", "Log", "Network", "DOM", "Accessibility"] {
            browser.ask(&format!("{domain}.enable"), json!({}));
        }
        browser
    }

    /// Asks it to do something; what it answers.
    #[track_caller]
    pub(crate) fn ask(&mut self, method: &str, params: Value) -> Value {
        self.last += 1;
        let mut message = json!({ "id": self.last, "method": method, "params": params });
        if let Some(session) = &self.session {
            message["sessionId"] = json!(session);
        }
        let written = self.to.write_all(format!("{message}\0").as_bytes());
        written.expect("chromium runs");
        loop {
            let mut answer = self.next(method);
            if answer["id"] == self.last {
                assert!(answer["error"].is_null(), "{method}: {}", answer["error"]);
                return answer["result"].take();
            }
        }
    }

    /// The next message; an event is kept.
    #[track_caller]
    fn next(&mut self, waiting_for: &str) -> Value {
        let message = self.from.recv_timeout(LONGEST);
        let message = message.unwrap_or_else(|why| panic!("{waiting_for}: {why}"));
        if message["id"].is_null() {
            self.events.push(message.clone());
        }
        message
    }

    /// Does something that opens a page, and waits until the page is there.
    #[track_caller]
    pub(crate) fn opens(&mut self, act: impl FnOnce(&mut Self)) {
        let seen = self.events.len();
        act(self);
        let is_there = |event: &Value| event["method"] == "Page.loadEventFired";
        while !self.events[seen..].iter().any(is_there) {
            self.next("a page");
        }
    }

    /// Opens a file.
    #[track_caller]
    pub(crate) fn open(&mut self, file: &Path) {
        let url = format!("file://{}", file.display());
        self.opens(|browser| {
            browser.ask("Page.navigate", json!({ "url": url }));
        });
    }

    /// What an expression comes to on the page.
    #[track_caller]
    pub(crate) fn value(&mut self, expression: &str) -> Value {
        let mut answer = self.ask("Runtime.evaluate", json!({ "expression": expression, "returnByValue": true }));
        assert!(answer["exceptionDetails"].is_null(), "{expression}: {}", answer["exceptionDetails"]);
        answer["result"]["value"].take()
    }

    /// Clicks with the mouse in the middle of the first line of the first thing of a selector.
    #[track_caller]
    pub(crate) fn click(&mut self, selector: &str) {
        let middle = self.value(&format!(
            "(() => {{ const found = document.querySelector({}); found.scrollIntoView({{ block: 'center' }}); \
             const box = found.getClientRects()[0]; return [box.x + box.width / 2, box.y + box.height / 2]; }})()",
            json!(selector)
        ));
        for kind in ["mousePressed", "mouseReleased"] {
            let at = json!({ "type": kind, "x": middle[0], "y": middle[1], "button": "left", "clickCount": 1 });
            self.ask("Input.dispatchMouseEvent", at);
        }
    }

    /// Presses a key.
    pub(crate) fn press(&mut self, key: &str) {
        let code = if key == "Tab" { 9 } else { 13 };
        let text = if key == "Enter" { "\r" } else { "" };
        let down = json!({ "type": "keyDown", "key": key, "code": key, "windowsVirtualKeyCode": code, "text": text });
        self.ask("Input.dispatchKeyEvent", down);
        let up = json!({ "type": "keyUp", "key": key, "code": key, "windowsVirtualKeyCode": code });
        self.ask("Input.dispatchKeyEvent", up);
    }

    /// What was told since the last time: complaints on the console, and whatever was asked of anything but files.
    pub(crate) fn complaints(&mut self) -> Vec<Value> {
        let complains = |event: &Value| match event["method"].as_str().unwrap_or_default() {
            "Log.entryAdded" | "Runtime.consoleAPICalled" | "Runtime.exceptionThrown" => true,
            "Network.requestWillBeSent" => {
                let url = event["params"]["request"]["url"].as_str().unwrap_or_default();
                !url.starts_with("file:///") && !url.starts_with("data:")
            }
            "Network.loadingFailed" => true,
            _ => false,
        };
        std::mem::take(&mut self.events).into_iter().filter(complains).collect()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
