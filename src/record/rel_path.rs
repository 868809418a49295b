//! The path of a file inside the directory.

/// A path from the directory's root, with `/` between its parts and no way out of the directory.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RelPath(String);

impl RelPath {
    /// A path from text; none where it is absolute, empty, or has a part such as `..`, a backslash or a control
    /// character.
    pub fn new(text: &str) -> Option<Self> {
        text.split('/').all(is_safe).then(|| Self(text.into()))
    }

    /// The path of something right in a folder, or at the root where the folder has no name; none where its name has
    /// such a part.
    pub fn below(folder: &str, name: &str) -> Option<Self> {
        if !is_safe(name) || name.contains('/') {
            return None;
        }
        let mut path = String::with_capacity(folder.len() + 1 + name.len());
        path.extend([folder, if folder.is_empty() { "" } else { "/" }, name]);
        Some(Self(path))
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is another path, or lies in the folder of that path.
    pub fn is_within(&self, other: &Self) -> bool {
        self.0.strip_prefix(&other.0).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// The last part: `2026-11.toml`.
    pub fn name(&self) -> &str {
        last(&self.0, b'/').map_or(&self.0, |slash| &self.0[slash + 1..])
    }

    /// The last part without its ending: `2026-11`.
    pub fn stem(&self) -> &str {
        let name = self.name();
        last(name, b'.').map_or(name, |dot| &name[..dot])
    }

    /// The folders above the last part: `meetings/2026`; empty at the root.
    pub fn folder(&self) -> &str {
        last(&self.0, b'/').map_or("", |slash| &self.0[..slash])
    }
}

/// Where a sign stands for the last time. Paths are short, and taken apart so often that the search for any pattern of the
/// standard library is felt.
fn last(text: &str, sign: u8) -> Option<usize> {
    text.bytes().rposition(|byte| byte == sign)
}

/// Whether a part of a path leads nowhere else, and can be shown.
fn is_safe(part: &str) -> bool {
    !matches!(part, "" | "." | "..") && !part.chars().any(|c| c.is_control() || matches!(c, '\\' | ':'))
}

impl std::fmt::Display for RelPath {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

crate::words::say_as_shown!(RelPath);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_path_leads_out() {
        for bad in ["", "/etc/passwd", "../x", "a/../b", "a//b", "./a", "a\\b", "C:/x", "a\u{1b}b", "a/"] {
            assert_eq!(RelPath::new(bad), None, "{bad:?}");
        }
        let path = RelPath::new("meetings/2026/2026-11-05-group-criminal.toml").expect("a good path");
        assert_eq!((path.folder(), path.stem()), ("meetings/2026", "2026-11-05-group-criminal"));
    }
}
