//! Spans of text, and the conversion between bytes and code points.

use std::ops::Range;

/// A half-open range of **byte** offsets into a document's text, always on `char` boundaries.
///
/// # Examples
/// ```
/// use notaverbale::Span;
/// let text = "Mr. Wang said so.";
/// let span = Span::new(4, 8);
/// assert_eq!(span.text(text), "Wang");
/// assert!(Span::new(0, 8).contains(span));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    /// The span from `start` to `end`, in bytes. A span whose end is not after its start is empty.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::Span;
    /// assert_eq!(Span::new(3, 5).range(), 3..5);
    /// ```
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The span as a range that slices a `str`.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::Span;
    /// assert_eq!(&"Mr. Wang said so."[Span::new(4, 8).range()], "Wang");
    /// ```
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// Length in bytes; 0 for an empty span.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::Span;
    /// assert_eq!((Span::new(4, 8).len(), Span::new(8, 4).len()), (4, 0));
    /// ```
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether the span holds no byte.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::Span;
    /// assert!(Span::new(4, 4).is_empty());
    /// ```
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether `other` begins and ends inside this span, its edges included.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::Span;
    /// assert!(Span::new(0, 8).contains(Span::new(4, 8)));
    /// assert!(!Span::new(0, 8).contains(Span::new(4, 9)));
    /// ```
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two spans share at least one byte. An empty span overlaps nothing.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::Span;
    /// assert!(Span::new(0, 5).overlaps(Span::new(4, 8)));
    /// assert!(!Span::new(0, 4).overlaps(Span::new(4, 8)));
    /// ```
    pub const fn overlaps(self, other: Self) -> bool {
        !self.is_empty() && !other.is_empty() && self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::Span;
    /// assert_eq!(Span::new(0, 3).cover(Span::new(4, 8)), Span::new(0, 8));
    /// ```
    pub fn cover(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// The words under the span, or the empty string where the span does not fit `text`.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::Span;
    /// assert_eq!(Span::new(4, 8).text("Mr. Wang"), "Wang");
    /// assert_eq!(Span::new(4, 9).text("Mr. Wang"), "");
    /// ```
    pub fn text(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or("")
    }

    /// The span without white space at its two ends.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::Span;
    /// assert_eq!(Span::new(3, 9).trim("Mr. Wang said"), Span::new(4, 8));
    /// ```
    pub fn trim(self, text: &str) -> Self {
        let words = self.text(text);
        let start = self.start + (words.len() - words.trim_start().len());
        Self::new(start, start + words.trim().len())
    }
}

/// Converts byte offsets into code point offsets of one text, and back.
///
/// Built once a document, in linear time. It keeps a count for each 128 bytes, and nothing at all for
/// ASCII; a look-up counts within so many bytes at most.
///
/// # Examples
/// ```
/// let text = "He said “no” – twice.";
/// let map = notaverbale::OffsetMap::new(text);
/// let byte = text.find("twice").unwrap();
/// let point = map.to_code_point(text, byte);
/// assert_eq!(text.chars().skip(point).collect::<String>(), "twice.");
/// assert_eq!(map.to_byte(text, point), byte);
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct OffsetMap {
    /// How many code points start before byte `i * BLOCK`; empty for an ASCII text.
    blocks: Vec<usize>,
}

impl OffsetMap {
    /// Bytes in a block.
    const BLOCK: usize = 128;

    /// Counts the code points of `text`.
    ///
    /// # Examples
    /// ```
    /// let map = notaverbale::OffsetMap::new("é!");
    /// assert_eq!(map.to_code_point("é!", 2), 1);
    /// ```
    pub fn new(text: &str) -> Self {
        if text.is_ascii() {
            return Self::default();
        }
        let mut blocks = Vec::with_capacity(text.len() / Self::BLOCK + 1);
        let mut count = 0;
        for block in text.as_bytes().chunks(Self::BLOCK) {
            blocks.push(count);
            count += starts(block);
        }
        Self { blocks }
    }

    /// The code point offset of a byte offset into the `text` that the map was made for. An offset past the end
    /// counts as the end.
    ///
    /// # Examples
    /// ```
    /// let text = "“no”";
    /// let map = notaverbale::OffsetMap::new(text);
    /// assert_eq!([3, 5, 99].map(|byte| map.to_code_point(text, byte)), [1, 3, 4]);
    /// ```
    pub fn to_code_point(&self, text: &str, byte: usize) -> usize {
        let byte = byte.min(text.len());
        if self.blocks.is_empty() {
            return byte;
        }
        let block = (byte / Self::BLOCK).min(self.blocks.len() - 1);
        self.blocks[block] + starts(&text.as_bytes()[block * Self::BLOCK..byte])
    }

    /// The byte offset of a code point offset; the inverse of [`OffsetMap::to_code_point`]. An offset past the
    /// end counts as the end.
    ///
    /// # Examples
    /// ```
    /// let text = "“no”";
    /// let map = notaverbale::OffsetMap::new(text);
    /// assert_eq!([1, 3, 99].map(|point| map.to_byte(text, point)), [3, 5, 8]);
    /// ```
    pub fn to_byte(&self, text: &str, code_point: usize) -> usize {
        if self.blocks.is_empty() {
            return code_point.min(text.len());
        }
        let block = self.blocks.partition_point(|&before| before <= code_point).saturating_sub(1);
        let mut left = code_point - self.blocks[block];
        let from = block * Self::BLOCK;
        for (at, &byte) in text.as_bytes().get(from..).unwrap_or(&[]).iter().enumerate() {
            if is_start(byte) {
                if left == 0 {
                    return from + at;
                }
                left -= 1;
            }
        }
        text.len()
    }
}

/// Whether `byte` begins a code point in UTF-8.
const fn is_start(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

fn starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| is_start(byte)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlap_is_half_open() {
        assert!(!Span::new(0, 3).overlaps(Span::new(3, 5)));
        assert!(Span::new(0, 4).overlaps(Span::new(3, 5)));
        assert!(!Span::new(2, 2).overlaps(Span::new(0, 5)));
        assert!(Span::new(0, 5).contains(Span::new(2, 2)));
    }

    #[test]
    fn code_points_of_every_boundary() {
        for text in ["", "abc", "’é中😀\r\ne\u{301}\u{feff}x", &"“ñ” 😀 ".repeat(200)] {
            let map = OffsetMap::new(text);
            let boundaries = text.char_indices().map(|(byte, _)| byte).chain([text.len()]);
            for (point, byte) in boundaries.enumerate() {
                assert_eq!(map.to_code_point(text, byte), point, "{text:?} at byte {byte}");
                assert_eq!(map.to_byte(text, point), byte, "{text:?} at code point {point}");
            }
        }
    }

    #[test]
    fn offsets_past_the_end_are_the_end() {
        let map = OffsetMap::new("é");
        assert_eq!(map.to_code_point("é", 99), 1);
        assert_eq!(map.to_byte("é", 99), 2);
    }
}
