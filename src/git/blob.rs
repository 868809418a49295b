//! What files said in earlier days, by the names that git gives their contents.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{ChildStdout, Stdio};
use std::sync::Arc;

use super::Git;

/// The contents of a file, by the name that git gives them; the same contents have the same name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Blob(pub(super) String);

impl Git {
    /// Reads texts, in the order in which they are asked for.
    pub fn texts(&self, blobs: Vec<&Blob>) -> Texts {
        let mut uses = HashMap::new();
        let mut asked = Vec::new();
        for blob in blobs {
            let times = uses.entry(blob.0.clone()).or_insert(0);
            if *times == 0 {
                asked.push(blob);
            }
            *times += 1;
        }
        Texts { answer: self.contents(&asked), uses, read: HashMap::new() }
    }

    /// Reads contents, in the order in which they are asked for.
    pub fn contents(&self, blobs: &[&Blob]) -> Contents {
        let asked: String = blobs.iter().map(|Blob(name)| format!("{name}\n")).collect();
        let child = self
            .command(&["cat-file", "--batch", "--buffer"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn();
        let answer = child.ok().and_then(|mut child| {
            let (mut stdin, stdout) = (child.stdin.take()?, child.stdout.take()?);
            // Beside the reading: git answers before it was asked everything, and waits while nobody reads.
            std::thread::spawn(move || {
                let _ = stdin.write_all(asked.as_bytes());
                drop(stdin);
                let _ = child.wait();
            });
            Some(BufReader::with_capacity(1 << 16, stdout))
        });
        Contents(answer)
    }
}

/// Contents while they are read: the name of each, and its bytes, where git has them.
pub struct Contents(Option<BufReader<ChildStdout>>);

impl Iterator for Contents {
    type Item = (String, Option<Vec<u8>>);

    /// The next answer: `NAME blob LENGTH` and the bytes, or `NAME missing`.
    fn next(&mut self) -> Option<Self::Item> {
        let answer = self.0.as_mut()?;
        let mut head = String::new();
        answer.read_line(&mut head).ok().filter(|length| *length > 0)?;
        let mut words = head.split_whitespace();
        let (name, sort, length) = (words.next()?.to_owned(), words.next()?, words.next());
        let Some(length) = length.filter(|_| sort == "blob").and_then(|length| length.parse().ok()) else {
            return Some((name, None));
        };
        let mut bytes = vec![0; length];
        let mut newline = [0];
        answer.read_exact(&mut bytes).and_then(|()| answer.read_exact(&mut newline)).ok()?;
        Some((name, Some(bytes)))
    }
}

/// Texts while they are read. Each is kept until it was asked for as often as was said.
pub struct Texts {
    answer: Contents,
    uses: HashMap<String, usize>,
    read: HashMap<String, Option<Arc<str>>>,
}

impl Texts {
    /// A text; none where git does not have it, or it is no text.
    pub fn get(&mut self, Blob(name): &Blob) -> Option<Arc<str>> {
        while !self.read.contains_key(name) {
            let (name, bytes) = self.answer.next()?;
            self.read.insert(name, bytes.and_then(|bytes| String::from_utf8(bytes).ok()).map(Into::into));
        }
        let uses = self.uses.get_mut(name)?;
        *uses -= 1;
        match *uses {
            0 => self.read.remove(name)?,
            _ => self.read.get(name)?.clone(),
        }
    }
}
