//! The path of a file inside the directory.

/// A path from the directory's root, with `/` between its parts and no way out of the directory.
///
/// Paths are taken apart far more often than made, so where its name begins and ends is kept.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RelPath {
    text: Box<str>,
    /// Where the last part begins.
    name: usize,
    /// Where its ending begins.
    ending: usize,
}

impl RelPath {
    /// A path from text; none where it is absolute, empty, or has a part such as `..`, a backslash or a control
    /// character.
    pub fn new(text: &str) -> Option<Self> {
        text.split('/').all(is_safe).then(|| Self::of(text.into(), text.rfind('/').map_or(0, |slash| slash + 1)))
    }

    /// The path of something right in a folder, or at the root where the folder has no name; none where its name has
    /// such a part.
    pub fn below(folder: &str, name: &str) -> Option<Self> {
        if !is_safe(name) || name.contains('/') {
            return None;
        }
        let mut path = String::with_capacity(folder.len() + 1 + name.len());
        path.extend([folder, if folder.is_empty() { "" } else { "/" }]);
        let begin = path.len();
        path.push_str(name);
        Some(Self::of(path.into(), begin))
    }

    fn of(text: Box<str>, name: usize) -> Self {
        let ending = text[name..].rfind('.').map_or(text.len(), |dot| name + dot);
        Self { text, name, ending }
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether it is another path, or lies in the folder of that path.
    pub fn is_within(&self, other: &Self) -> bool {
        self.text.strip_prefix(&*other.text).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// The last part: `2026-11.toml`.
    pub fn name(&self) -> &str {
        &self.text[self.name..]
    }

    /// The last part without its ending: `2026-11`.
    pub fn stem(&self) -> &str {
        &self.text[self.name..self.ending]
    }

    /// The folders above the last part: `meetings/2026`; empty at the root.
    pub fn folder(&self) -> &str {
        &self.text[..self.name.saturating_sub(1)]
    }
}

/// Whether a part of a path leads nowhere else, and can be shown.
fn is_safe(part: &str) -> bool {
    !matches!(part, "" | "." | "..") && !part.chars().any(|c| c.is_control() || matches!(c, '\\' | ':'))
}

impl std::fmt::Display for RelPath {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text)
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
        for bad in ["..", ".", "", "a/b", "a\\b"] {
            assert_eq!(RelPath::below("members", bad), None, "{bad:?}");
        }
    }

    #[test]
    fn a_path_is_taken_apart() {
        for (path, folder, name, stem) in [
            ("meetings/2026/2026-11-05-group.toml", "meetings/2026", "2026-11-05-group.toml", "2026-11-05-group"),
            ("zhibu.toml", "", "zhibu.toml", "zhibu"),
            (".gitattributes", "", ".gitattributes", ""),
            ("a.b/c", "a.b", "c", "c"),
            ("evidence/照片.2.jpg", "evidence", "照片.2.jpg", "照片.2"),
        ] {
            let whole = RelPath::new(path).expect("a good path");
            assert_eq!((whole.folder(), whole.name(), whole.stem()), (folder, name, stem), "{path}");
            assert_eq!(RelPath::below(folder, name), Some(whole), "{path}");
        }
    }
}
