//! Where the sentences of a paragraph end.

use super::habit::Habit;
use super::list::Item;
use super::question::{Kind, Question};
use super::rule::{Rules, Verdict};
use super::stop::Stop;

/// What a byte may be the beginning of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    Other,
    Stop,
    Space,
}

/// By byte, so that plain letters cost one look-up.
const SIGNS: [Sign; 256] = {
    let mut signs = [Sign::Other; 256];
    signs[b'.' as usize] = Sign::Stop;
    signs[b'!' as usize] = Sign::Stop;
    signs[b'?' as usize] = Sign::Stop;
    // `…`, `。`, `！` and their like begin with these.
    signs[0xE2] = Sign::Stop;
    signs[0xE3] = Sign::Stop;
    signs[0xEF] = Sign::Stop;
    signs[b' ' as usize] = Sign::Space;
    signs[b'\n' as usize] = Sign::Space;
    signs[b'\t' as usize] = Sign::Space;
    signs[b'\r' as usize] = Sign::Space;
    signs
};

/// A paragraph on its way to sentences.
pub(super) struct Scan<'p, 'r> {
    paragraph: &'p str,
    rules: &'r Rules<'r>,
    habit: &'p Habit<'p>,
    /// Where the sentence began that has not ended yet.
    start: usize,
    /// Where its words begin: behind the dateline or the mark of a list item.
    words: usize,
    /// The mark of the list item that was last seen.
    item: Option<Item>,
    ends: Vec<usize>,
}

impl<'p, 'r> Scan<'p, 'r> {
    /// The ends, in bytes, of the sentences of `paragraph`; the last is its own. None lies in its first `head` bytes.
    /// What rules leave open, `answer` decides.
    pub fn ends(
        paragraph: &'p str,
        head: usize,
        habit: &'p Habit<'p>,
        rules: &'r Rules<'r>,
        mut answer: impl FnMut(&Question) -> bool,
    ) -> Vec<usize> {
        let mut scan = Self { paragraph, rules, habit, start: 0, words: 0, item: None, ends: Vec::new() };
        let bytes = paragraph.as_bytes();
        scan.begin(0);
        scan.words = scan.words.max(head);
        let mut at = scan.words;
        while at < bytes.len() {
            at = match SIGNS[bytes[at] as usize] {
                Sign::Other => at + 1,
                Sign::Stop => scan.stop(at, &mut answer),
                Sign::Space if scan.item.is_none() && is_between_small_letters(bytes, at) => at + 1,
                Sign::Space => scan.space(at, &mut answer),
            };
        }
        if scan.ends.last() != Some(&paragraph.len()) {
            scan.ends.push(paragraph.len());
        }
        scan.ends
    }

    /// Begins a sentence at or behind `at`.
    fn begin(&mut self, at: usize) {
        let rest = self.paragraph[at..].trim_start();
        self.start = self.paragraph.len() - rest.len();
        self.words = self.start;
        if let Some(item) = Item::read(rest) {
            self.words += item.length;
            if self.start == 0 || item.first() || self.item.is_some_and(|last| last.precedes(item)) {
                self.item = Some(item);
            }
        }
    }

    /// Ends the sentence and returns where to go on.
    fn end(&mut self, end: usize) -> usize {
        self.ends.push(end);
        self.begin(end);
        self.words
    }

    /// Decides on what may be a stop at `at`, and returns where to go on.
    fn stop(&mut self, at: usize, answer: &mut impl FnMut(&Question) -> bool) -> usize {
        let Some(stop) = Stop::read(self.paragraph, at) else { return at + 1 };
        match self.rules.verdict(self.paragraph, self.start, stop) {
            Verdict::End => self.end(stop.end),
            Verdict::Inside => stop.after,
            Verdict::Open if answer(&self.question(Kind::SmallLetter, stop.end)) => self.end(stop.end),
            Verdict::Open => stop.after,
        }
    }

    /// Decides on the white space at `at`, behind no stop that ended a sentence, and returns where to go on.
    fn space(&mut self, at: usize, answer: &mut impl FnMut(&Question) -> bool) -> usize {
        let bytes = self.paragraph.as_bytes();
        let spaces = bytes[at..].iter().take_while(|&&byte| SIGNS[byte as usize] == Sign::Space).count();
        let after = at + spaces;
        let (Some(&next), true) = (bytes.get(after), at > self.words) else { return after };
        if self.item.is_some() || bytes[at - 1] == b':' {
            let item = Item::read(&self.paragraph[after..]);
            let listed = |item: &Item| match self.item {
                Some(last) => last.precedes(*item),
                None => item.first(),
            };
            if item.filter(listed).is_some() {
                return self.end(at);
            }
        }
        let Some(kind) = kind(bytes[at - 1], next) else { return after };
        let plain = kind == Kind::Bare && next.is_ascii_alphanumeric() && ends_in_small_letters(&bytes[..at]);
        if plain || self.rules.goes_on(&self.paragraph[self.words..at]) {
            return after;
        }
        if answer(&self.question(kind, at)) { self.end(at) } else { after }
    }

    fn question(&self, kind: Kind, before: usize) -> Question<'p> {
        let after = self.paragraph.len() - self.paragraph[before..].trim_start().len();
        Question { paragraph: self.paragraph, kind, start: self.start, before, after, habit: self.habit }
    }
}

/// Whether one byte stands between two small letters: where most white space does, and no sentence ends.
fn is_between_small_letters(text: &[u8], at: usize) -> bool {
    let small = |at: usize| text.get(at).is_some_and(u8::is_ascii_lowercase);
    at > 0 && small(at - 1) && small(at + 1)
}

/// Whether the last word is of small letters alone: before a name or a number, that is how prose goes on.
fn ends_in_small_letters(text: &[u8]) -> bool {
    let other = text.iter().rev().find(|byte| !byte.is_ascii_lowercase());
    other.is_none_or(|&other| SIGNS[other as usize] == Sign::Space)
}

/// What to ask of white space between two bytes: whether a sentence without a stop ends there, if it may.
fn kind(last: u8, next: u8) -> Option<Kind> {
    match last {
        // A stop that did not end the sentence.
        b'.' | b'!' | b'?' => None,
        // `Lind – and she alone`
        b'-' if next.is_ascii_lowercase() => None,
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | 0x80.. => {
            let small = next.is_ascii_lowercase() || next >= 0x80;
            (!small).then_some(Kind::Bare)
        }
        _ => Some(Kind::Sign),
    }
}
