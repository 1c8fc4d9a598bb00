//! One sentence with its tokens, phrases and quotations.

use crate::dependency::Deprel;
use crate::lexicon::Lexicon;
use crate::lexicon::vocabulary::{Feature, WordId};
use crate::lexicon::word_class::WordClass;
use crate::mention::Description;
use crate::parse::{NamedParty, Tree};
use crate::reading::Reading;
use crate::span::Span;
use crate::syntax::{Phrases, Tokens};
use crate::tag::Upos;

/// A sentence as attribution and stance see it.
#[derive(Clone, Copy)]
pub(crate) struct SentenceView<'d> {
    /// The number of the sentence.
    pub index: usize,
    /// The parties that the document names without doubt.
    pub parties: &'d [NamedParty],
    pub lexicon: &'d Lexicon,
    pub text: &'d str,
    pub tokens: &'d [Reading],
    pub phrases: &'d Phrases,
    /// For each token, the number of the outermost quotation that holds it, marks included.
    pub quoted: &'d [Option<u32>],
    /// The first token that is not part of a dateline, a label or a list mark.
    pub body: usize,
    /// The dependency tree, where it was asked for.
    pub tree: Option<&'d Tree>,
}

impl SentenceView<'_> {
    /// What the tokens of `range` say of who it is. A word that several parties share (`Korean`) stands for the one that
    /// the document names otherwise, where it names just one of them.
    pub fn describe(&self, range: Tokens) -> Description {
        let mut description = Description::new(self.lexicon, self.text, self.tokens, range);
        for mention in description.parties.iter_mut().filter(|mention| mention.ambiguous) {
            let namesakes = self.lexicon.parties.namesakes(mention.party);
            let mut named =
                namesakes.iter().filter(|&&party| self.parties.iter().any(|named| named.party == party));
            if let (Some(&only), None) = (named.next(), named.next()) {
                mention.party = only;
            }
        }
        description
    }

    /// The text of a token; empty behind the last.
    pub fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.span.text(self.text))
    }

    /// Whether the token's lemma is a word of a closed class.
    pub fn is_of(&self, at: usize, class: WordClass) -> bool {
        self.tokens.get(at).is_some_and(|token| self.lexicon.classes.holds(class, token.lemma))
    }

    /// Whether the token is a comma.
    pub fn is_comma(&self, at: usize) -> bool {
        self.word(at) == ","
    }

    /// Whether a comma stands right before the token.
    pub fn is_behind_comma(&self, at: usize) -> bool {
        at > 0 && self.is_comma(at - 1)
    }

    /// Whether a comma stands before the token, be it inside a quotation that ends there (`“…,” she said`).
    pub fn follows_comma(&self, at: usize) -> bool {
        self.is_behind_comma(at) || at > 0 && self.is_quotation_mark(at - 1) && self.is_behind_comma(at - 1)
    }

    /// The token, or the comma right before it.
    pub fn before_comma(&self, at: usize) -> usize {
        if self.is_behind_comma(at) { at - 1 } else { at }
    }

    /// Whether the tree has this word as the preposition or possessive mark of `at` (`by Peru`).
    pub fn has_case(&self, tree: &Tree, at: usize, word: WordId) -> bool {
        tree.dependent(at, &[Deprel::CASE]).is_some_and(|case| self.tokens[case].word == word)
    }

    /// Whether the token is a quotation mark.
    pub fn is_quotation_mark(&self, at: usize) -> bool {
        matches!(
            self.word(at),
            "\"" | "“" | "”" | "‘" | "’" | "'" | "«" | "»" | "„" | "''" | "``" | "「" | "」"
        ) && self.tokens[at].is_mark()
    }

    /// Whether a quotation opens at the token.
    pub fn opens_quotation(&self, at: usize) -> bool {
        self.is_quotation_mark(at)
            && self.quoted_by(at).is_some()
            && (at == 0 || self.quoted_by(at - 1) != self.quoted_by(at))
    }

    /// The outermost quotation around the token.
    pub fn quoted_by(&self, at: usize) -> Option<u32> {
        self.quoted.get(at).copied().flatten()
    }

    /// Whether all words of the range stand in quotations.
    pub fn is_quoted(&self, range: Tokens) -> bool {
        (range.first..range.end).all(|at| self.tokens[at].is_mark() || self.quoted_by(at).is_some())
    }

    /// The sentence without its dateline, label or list mark.
    pub fn whole(&self) -> Tokens {
        Tokens::new(self.body, self.end())
    }

    /// The end of the tokens.
    pub fn end(&self) -> usize {
        self.tokens.len()
    }

    /// The bytes of a range of tokens.
    pub fn span(&self, range: Tokens) -> Span {
        match range.of(self.tokens) {
            [first, .., last] => first.span.cover(last.span),
            [only] => only.span,
            [] => Span::new(0, 0),
        }
    }

    /// The tokens under a span of bytes.
    pub fn range(&self, span: Span) -> Option<Tokens> {
        let first = self.tokens.partition_point(|token| token.span.end <= span.start);
        let end = self.tokens.partition_point(|token| token.span.start < span.end);
        (first < end).then_some(Tokens::new(first, end))
    }

    /// The range without marks at its edges that belong to no word: commas, stops, dashes and quotation marks.
    pub fn trim(&self, mut range: Tokens) -> Tokens {
        let bracket = |at: usize| matches!(self.word(at), ")" | "(" | "]" | "[" | "$" | "€" | "£" | "#");
        while !range.is_empty() && self.tokens[range.first].is_mark() && !bracket(range.first) {
            range.first += 1;
        }
        while !range.is_empty() && self.tokens[range.end - 1].is_mark() && !bracket(range.end - 1) {
            range.end -= 1;
        }
        range
    }
}

/// Takes in prepositional phrases and coordinated names to the right.
pub(crate) fn extend_right(view: &SentenceView, mut end: usize, to: usize) -> usize {
    let words = &view.lexicon.words;
    while end + 1 < to {
        let token = &view.tokens[end];
        let joins = token.upos == Upos::Adp
            && !matches!(token.feature, Feature::Comparative | Feature::Subordinating)
            || token.word == words.and;
        let adverbial =
            matches!(view.word(end), "on" | "during" | "after" | "before" | "by" | "as" | "about");
        match view.phrases.noun_at(end + 1) {
            Some(noun) if joins && !adverbial && noun.end <= to => end = noun.end,
            _ => break,
        }
    }
    end
}
