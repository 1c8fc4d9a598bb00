//! What the network sees of a word: its vector, its ending, its beginning, its shape.

/// Rows of the tables of hashed features.
pub const PREFIXES: usize = 8_192;
/// Rows of the table of endings.
pub const SUFFIXES: usize = 16_384;
/// Rows of the table of shapes.
pub const SHAPES: usize = 1_024;

/// The hashed features of a word, as rows of their tables.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Features {
    /// Its first one, two and three letters.
    pub prefixes: [u32; 3],
    /// Its last two, three and four letters, and all of it.
    pub suffixes: [u32; 4],
    /// Its pattern of capitals, small letters and digits, long and short.
    pub shapes: [u32; 2],
}

impl Features {
    /// The features of a word as it is written; `lower` is the same word by [`normal`].
    pub fn new(word: &str, lower: &str) -> Self {
        let first = |count| lower.char_indices().nth(count).map_or(lower, |(end, _)| &lower[..end]);
        let last = |count: usize| {
            let start = lower.char_indices().rev().nth(count - 1).map_or(0, |(start, _)| start);
            &lower[start..]
        };
        let row = |kind: u8, letters: &str, rows: usize| (hash(kind, letters.bytes()) % rows as u64) as u32;
        let mut runs = [0_u8; 24];
        let (mut long, mut short, mut run) = (0, hash(9, []), 0);
        let mut before = 0;
        for letter in word.chars() {
            let class = class(letter);
            run = if class == before { run + 1 } else { 1 };
            if run == 1 {
                short = step(short, class);
            }
            if run <= 3 && long < runs.len() {
                runs[long] = class;
                long += 1;
            }
            before = class;
        }
        let long = hash(8, runs[..long].iter().copied());
        Self {
            prefixes: [1, 2, 3].map(|count| row(count as u8, first(count), PREFIXES)),
            suffixes: [
                row(1, last(2), SUFFIXES),
                row(2, last(3), SUFFIXES),
                row(3, last(4), SUFFIXES),
                row(4, word, SUFFIXES),
            ],
            shapes: [(long % SHAPES as u64) as u32, (short % SHAPES as u64) as u32],
        }
    }
}

/// Writes the word as vocabularies have it, in small letters and with straight marks, into `normal`.
pub fn normal(word: &str, normal: &mut String) {
    normal.clear();
    for letter in word.chars() {
        match letter {
            '’' | '‘' | 'ʼ' => normal.push('\''),
            '“' | '”' | '„' => normal.push('"'),
            _ if letter.is_ascii() => normal.push(letter.to_ascii_lowercase()),
            _ => normal.extend(letter.to_lowercase()),
        }
    }
}

/// Capital, small letter, digit, or the mark itself.
fn class(letter: char) -> u8 {
    match letter {
        _ if letter.is_uppercase() => b'X',
        _ if letter.is_alphabetic() => b'x',
        _ if letter.is_numeric() => b'd',
        _ if letter.is_ascii() => letter as u8,
        _ => b'?',
    }
}

/// The FNV-1a hash of some bytes, for one kind of feature.
pub(crate) fn hash(kind: u8, bytes: impl IntoIterator<Item = u8>) -> u64 {
    bytes.into_iter().fold(step(0xcbf2_9ce4_8422_2325, kind), step)
}

fn step(hash: u64, byte: u8) -> u64 {
    // The high bits are folded in, as the low ones alone choose the row.
    let next = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    next ^ (next >> 32)
}
