//! The digest of a seal, short enough to read out.

use crate::record::sha256;

/// What stands for the digits 0 to f: no two of them look alike.
pub const LETTERS: &str = "3479ACEFHKMPRTWX";

/// The seal in short: of the digest of its file the first sixteen digits, in groups of four, each as one of
/// [`LETTERS`]. Line ends of another system change nothing.
pub fn code(text: &str) -> String {
    let digest = sha256(text.replace("\r\n", "\n").as_bytes());
    let letter = |digit: char| digit.to_digit(16).and_then(|digit| LETTERS.chars().nth(digit as usize));
    let letters: Vec<_> = digest.chars().take(16).filter_map(letter).collect();
    letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

/// Whether a digest is that of a text, be it with the line ends of another system.
pub fn is_of(digest: &str, text: &str) -> bool {
    sha256(text.as_bytes()) == digest || {
        let unix = text.replace("\r\n", "\n");
        sha256(unix.as_bytes()) == digest || sha256(unix.replace('\n', "\r\n").as_bytes()) == digest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seal_is_read_out_in_four_groups() {
        // The digest of nothing begins with e3b0c44298fc1c14.
        assert_eq!(code(""), "W9P3-RAA7-KHXR-4R4A");
        assert_eq!(code("a\r\nb\r\n"), code("a\nb\n"));
        assert_ne!(code("a\n"), code("b\n"));
    }

    #[test]
    fn no_two_letters_look_alike() {
        assert_eq!(LETTERS.len(), 16);
        for alike in ["0O", "1IL", "2Z", "5S", "6G", "8B", "UV"] {
            assert!(LETTERS.chars().filter(|letter| alike.contains(*letter)).count() <= 1, "{alike}");
        }
    }

    #[test]
    fn line_ends_of_another_system_are_the_same_text() {
        let (unix, other) = ("a\nb\n", "a\r\nb\r\n");
        assert!(is_of(&sha256(unix.as_bytes()), other));
        assert!(is_of(&sha256(other.as_bytes()), unix));
        assert!(!is_of(&sha256(unix.as_bytes()), "a\nc\n"));
    }
}
