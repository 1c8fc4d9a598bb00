//! Whether a text's sentences begin with small letters, as in mails and forums.

use std::cell::OnceCell;

/// Bytes of the text to look at.
const SAMPLE: usize = 8_000;

/// Counts when first asked.
pub(super) struct Habit<'t> {
    text: &'t str,
    level: OnceCell<u8>,
}

impl<'t> Habit<'t> {
    pub fn new(text: &'t str) -> Self {
        Self { text, level: OnceCell::new() }
    }

    /// How many of the full stops before a letter have a small one behind them: 0 for none, 1 to 3 for up to a fifth, up to
    /// half, more.
    pub fn level(&self) -> u8 {
        *self.level.get_or_init(|| {
            let sample = &self.text.as_bytes()[..self.text.len().min(SAMPLE)];
            let (mut small, mut large) = (0_usize, 0_usize);
            for (stop, _) in self.text.match_indices('.').take_while(|&(stop, _)| stop < SAMPLE) {
                if let Some([b' ' | b'\n', letter]) = sample.get(stop + 1..stop + 3) {
                    small += usize::from(letter.is_ascii_lowercase());
                    large += usize::from(letter.is_ascii_uppercase());
                }
            }
            match (5 * small, small + large) {
                (0, _) => 0,
                (fifths, all) if fifths <= all => 1,
                (fifths, all) if 2 * fifths <= 5 * all => 2,
                _ => 3,
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels() {
        let level = |text| Habit::new(text).level();
        assert_eq!(level("So it is. They agreed."), 0);
        assert_eq!(level("So it is. They agreed. No. Yes. Why. so. Then."), 1);
        assert_eq!(level("So it is. they agreed. No. Yes."), 2);
        assert_eq!(level("so it is. they agreed."), 3);
    }
}
