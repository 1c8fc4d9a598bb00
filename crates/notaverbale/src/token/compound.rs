//! Words with hyphens between them, as one: what phrases, names and lexicons are made of.
//!
//! Universal Dependencies parts `vice-president` and `Bae Ji-won` at their hyphens. In a phrase they act as one word, so
//! the stages behind the tokens read compounds: tokens, but for words that touch a hyphen between them.

use crate::span::Span;

/// Joins the tokens in `spans` from the number `first` on that hyphens hold together.
pub(crate) fn join(text: &str, spans: &mut Vec<Span>, first: usize) {
    let mut kept = first;
    let mut at = first;
    while at < spans.len() {
        let mut whole = spans[at];
        at += 1;
        while let [hyphen, next, ..] = spans[at.min(spans.len())..]
            && whole.end == hyphen.start
            && hyphen.end == next.start
            && matches!(hyphen.text(text), "-" | "‑")
            && whole.text(text).ends_with(char::is_alphanumeric)
            && next.text(text).starts_with(char::is_alphanumeric)
        {
            whole.end = next.end;
            at += 2;
        }
        spans[kept] = whole;
        kept += 1;
    }
    spans.truncate(kept);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::token::Tokenizer;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let mut spans = Tokenizer::default().spans(text);
        join(text, &mut spans, 0);
        let words: Vec<&str> = spans.iter().map(|span| span.text(text)).collect();
        assert_eq!(words, expected);
    }

    #[test]
    fn words_that_touch_a_hyphen_are_one() {
        check(
            "vice-president Bae Ji-won's two-day visit",
            &["vice-president", "Bae", "Ji-won", "'s", "two-day", "visit"],
        );
        check("a go-it-alone plan", &["a", "go-it-alone", "plan"]);
    }

    #[test]
    fn a_hyphen_that_stands_apart_joins_nothing() {
        check("pre- and post-war talks - now", &["pre", "-", "and", "post-war", "talks", "-", "now"]);
        check("U.S.-led", &["U.S.", "-", "led"]);
        check("-", &["-"]);
    }
}
