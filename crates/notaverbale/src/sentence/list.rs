//! Marks of list items within a paragraph: `1.) The first item 2.) The second item`.

use crate::layout::BULLETS;

/// The mark of a list item.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Item {
    bullet: Option<char>,
    /// What is counted, and how the count is closed: `1.`, `1)`, `1.)`, `a.`.
    style: Option<(Count, &'static str)>,
    /// Which item it is, from 1; 0 for a bullet alone.
    ordinal: usize,
    /// Bytes of the mark, with the space behind it.
    pub length: usize,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Count {
    Digits,
    Letter,
}

impl Item {
    /// The mark at the head of `text`. A count in two brackets (`(1)`) is none: such lists run on within a sentence.
    pub fn read(text: &str) -> Option<Self> {
        let first = text.chars().next()?;
        let bullet = BULLETS.contains(&first).then_some(first);
        let behind = bullet.map_or(text, |bullet| skip_spaces(&text[bullet.len_utf8()..]));
        match count(behind) {
            Some((count, ordinal, close, rest)) => {
                let length = text.len() - rest.len();
                Some(Self { bullet, style: Some((count, close)), ordinal, length })
            }
            None => {
                bullet.map(|_| Self { bullet, style: None, ordinal: 0, length: text.len() - behind.len() })
            }
        }
    }

    /// Whether a list may begin inside a paragraph with it.
    pub fn first(self) -> bool {
        self.ordinal == 1 || self.style.is_none()
    }

    /// Whether `next` is the mark of the item behind this one.
    pub fn precedes(self, next: Self) -> bool {
        let counted = self.style.is_none() || next.ordinal == self.ordinal + 1;
        (next.bullet, next.style) == (self.bullet, self.style) && counted
    }
}

/// What is counted at the head of `text`, the count, how it is closed, and what follows.
fn count(text: &str) -> Option<(Count, usize, &'static str, &str)> {
    let bytes = text.as_bytes();
    let digits = bytes.iter().take(4).take_while(|byte| byte.is_ascii_digit()).count();
    let (count, ordinal, length) = match digits {
        1..=3 => (Count::Digits, text[..digits].parse().ok()?, digits),
        0 if bytes.first()?.is_ascii_lowercase() => (Count::Letter, usize::from(bytes[0] - b'a') + 1, 1),
        _ => return None,
    };
    let close = [".)", ".", ")"].into_iter().find(|close| text[length..].starts_with(close))?;
    let behind = &text[length + close.len()..];
    let rest = skip_spaces(behind);
    (rest.len() < behind.len()).then_some((count, ordinal, close, rest))
}

fn skip_spaces(text: &str) -> &str {
    let spaces = text.bytes().take(8).take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    &text[spaces..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(first: &str, second: &str, expected: bool) {
        let item = |text| Item::read(text).unwrap_or_else(|| panic!("{text:?}"));
        assert_eq!(item(first).precedes(item(second)), expected);
    }

    #[test]
    fn items_in_order() {
        check("1.) One", "2.) Two", true);
        check("a. One", "b. Two", true);
        check("• 9. Nine", "• 10. Ten", true);
        check("⁃9. Nine", "⁃10. Ten", true);
        check("• One", "• Two", true);
        check("1. One", "3. Three", false);
        check("1. One", "2) Two", false);
        assert_eq!(Item::read("(1) One"), None);
        assert_eq!(Item::read("1.5 percent"), None);
        assert_eq!(Item::read("Mr. Lind"), None);
    }
}
