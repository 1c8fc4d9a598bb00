//! A place where rules can't tell whether a sentence ends, and the features by which the model decides.

use super::habit::Habit;

/// Bytes to look back and ahead for words; so that a question costs the same anywhere.
const REACH: usize = 96;

/// What is asked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// A small letter follows a stop: `so it is. they agreed`.
    SmallLetter,
    /// Another sign stands before the white space: `Best regards, Ana Lima`.
    Sign,
    /// A letter or digit does: `sent 12 May 2001 We agree`.
    Bare,
}

/// A place between two words.
#[derive(Clone, Copy)]
pub(super) struct Question<'p> {
    pub paragraph: &'p str,
    pub kind: Kind,
    /// Where the sentence began, in bytes of the paragraph.
    pub start: usize,
    /// Where its last word would end.
    pub before: usize,
    /// Where the next sentence would begin.
    pub after: usize,
    /// How the text begins its sentences.
    pub habit: &'p Habit<'p>,
}

impl Question<'_> {
    /// Gives `push` a hash of each feature of the two words about the place.
    pub fn near_features(&self, mut push: impl FnMut(u32)) {
        let [left, right] =
            [self.words_behind().next(), self.words_ahead().next()].map(Option::unwrap_or_default);
        let (left_form, left_shape) = (form(left), shape(left));
        let (right_form, right_shape) = (form(right), shape(right));
        let ending = ending(left);
        let mut add = |number: u64, parts: [u64; 2]| push(hash(number, self.kind, parts));
        add(0, [0, 0]);
        add(1, [left_form, 0]);
        add(2, [left_shape, 0]);
        add(3, [ending, 0]);
        add(4, [right_form, 0]);
        add(5, [right_shape, 0]);
        add(6, [left_shape, right_shape]);
        add(7, [ending, right_form]);
        add(8, [left_form, right_shape]);
        add(9, [ending, class(&self.paragraph[self.after..])]);
    }

    /// Gives `push` a hash of each feature of what stands further off.
    pub fn far_features(&self, mut push: impl FnMut(u32)) {
        let mut behind = self.words_behind();
        let left = [(); 2].map(|()| behind.next().unwrap_or_default());
        let mut ahead = self.words_ahead();
        let right = [(); 3].map(|()| ahead.next().unwrap_or_default());
        let (before, here) = (shape(left[1]), shape(left[0]));
        let next = right.map(shape);
        let opener =
            form(self.paragraph[self.start..self.before].split_ascii_whitespace().next().unwrap_or(""));
        let ending = ending(left[0]);
        let (first, follows) = (class(&self.paragraph[self.start..]), class(&self.paragraph[self.after..]));
        let length = bucket(self.length());
        let alone = u64::from(self.start == 0);
        let habit = u64::from(self.habit.level());
        let mut add = |number: u64, parts: [u64; 4]| push(hash(number, self.kind, parts));
        add(10, [form(left[1]), 0, 0, 0]);
        add(11, [before, here, 0, 0]);
        add(12, [form(right[1]), 0, 0, 0]);
        add(13, [next[0], next[1], 0, 0]);
        add(14, [first, follows, habit, 0]);
        add(15, [length, here, 0, 0]);
        add(16, [length, first, ending, 0]);
        add(17, [self.distance(), follows, 0, 0]);
        add(18, [next[0], next[1], next[2], 0]);
        add(19, [before, here, next[0], 0]);
        add(20, [habit, ending, 0, 0]);
        add(21, [form(right[0]), form(right[1]), 0, 0]);
        add(22, [alone, length, 0, 0]);
        add(23, [self.symbol(), follows, 0, 0]);
        add(24, [opener, length, 0, 0]);
        add(25, [opener, ending, 0, 0]);
        add(26, [alone, length, ending, follows]);
        add(27, [length, ending, follows, 0]);
    }

    /// The words of the sentence so far, the last first, up to the reach.
    fn words_behind(&self) -> impl Iterator<Item = &str> {
        self.behind().split_ascii_whitespace().rev()
    }

    /// The words that follow, up to the reach.
    fn words_ahead(&self) -> impl Iterator<Item = &str> {
        self.ahead().split_ascii_whitespace()
    }

    /// The end of the sentence so far, up to the reach.
    fn behind(&self) -> &str {
        let mut reach = self.before.saturating_sub(REACH).max(self.start);
        while !self.paragraph.is_char_boundary(reach) {
            reach += 1;
        }
        &self.paragraph[reach..self.before]
    }

    /// What follows, up to the reach.
    fn ahead(&self) -> &str {
        let mut reach = (self.after + REACH).min(self.paragraph.len());
        while !self.paragraph.is_char_boundary(reach) {
            reach -= 1;
        }
        &self.paragraph[self.after..reach]
    }

    /// How many words the sentence has so far, up to the reach.
    fn length(&self) -> usize {
        if self.before - self.start > REACH {
            return usize::MAX;
        }
        let so_far = &self.paragraph.as_bytes()[self.start..self.before];
        1 + so_far.iter().filter(|&&byte| byte == b' ' || byte == b'\n').count()
    }

    /// How many words follow up to the next stop (even numbers) or the end of the paragraph (odd ones).
    fn distance(&self) -> u64 {
        let mut words = 0;
        for word in self.words_ahead() {
            words += 1;
            if word.ends_with(['.', '!', '?']) {
                return 2 * bucket(words);
            }
        }
        if self.after + REACH >= self.paragraph.len() { 2 * bucket(words) + 1 } else { 99 }
    }

    /// The signs in the sentence so far that no prose has: of addresses, of headers.
    fn symbol(&self) -> u64 {
        let behind = self.behind();
        let signs = [behind.contains('@'), behind.contains("://"), behind.contains(": ")];
        signs.iter().fold(0, |sum, &sign| 2 * sum + u64::from(sign))
    }
}

/// 0 to 7 for ever longer counts.
fn bucket(count: usize) -> u64 {
    match count {
        0..=4 => count as u64,
        5..=8 => 5,
        9..=16 => 6,
        _ => 7,
    }
}

const SEED: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0100_0000_01b3;

/// The hash of a feature: its number, the kind of the question, and what is there (FNV-1a, by words, with a final mix).
fn hash<const N: usize>(number: u64, kind: Kind, parts: [u64; N]) -> u32 {
    let mut hash = SEED;
    for part in [number, kind as u64].into_iter().chain(parts) {
        hash = (hash ^ part).wrapping_mul(PRIME);
        hash ^= hash >> 29;
    }
    (hash.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as u32
}

/// The hash of a word in small letters, its digits all the same; long words by their head.
fn form(word: &str) -> u64 {
    word.bytes().take(16).fold(SEED, |hash, byte| {
        let byte = if byte.is_ascii_digit() { b'0' } else { byte.to_ascii_lowercase() };
        (hash ^ u64::from(byte)).wrapping_mul(PRIME)
    })
}

/// The hash of a word's shape: runs of capitals, small letters and digits, and its signs.
fn shape(word: &str) -> u64 {
    let mut last = 0;
    let mut length = 0;
    word.bytes().take(40).fold(SEED, |hash, byte| {
        let sort = sort(byte);
        if sort == last || length > 8 {
            return hash;
        }
        last = sort;
        length += 1;
        (hash ^ u64::from(sort)).wrapping_mul(PRIME)
    })
}

/// The last two characters' kinds, signs as they are.
fn ending(word: &str) -> u64 {
    word.bytes().rev().take(2).fold(0, |sum, byte| 256 * sum + u64::from(sort(byte)))
}

/// The kind of the first character.
fn class(text: &str) -> u64 {
    text.bytes().next().map_or(0, |byte| u64::from(sort(byte)))
}

fn sort(byte: u8) -> u8 {
    match byte {
        b'A'..=b'Z' => b'A',
        b'a'..=b'z' => b'a',
        b'0'..=b'9' => b'0',
        0x80.. => 0x80,
        sign => sign,
    }
}
