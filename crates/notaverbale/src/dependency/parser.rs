//! The learned parser.

use std::iter::repeat_n;
use std::sync::{Arc, LazyLock};

use super::arc::{Arcs, Buffer, Relations};
use super::tree::best_tree;
use super::{Dependency, Deprel, Token};
use crate::lemma::Lemmatizer;
use crate::model::{Model, ModelError, shipped};
use crate::network::lstm::{self, Lstm};
use crate::sentence::Sentence;
use crate::span::Span;
use crate::tag::tagger::{Workspace as Tagging, pieces};
use crate::tag::{Tag, Tagger};
use crate::token::Tokenizer;

/// Parses sentences into dependency trees, by a network over the tagger's.
///
/// # Examples
/// ```
/// use notaverbale::{Parser, Tokenizer};
/// let text = "Peru thanked Chile.";
/// let words = Tokenizer::default().spans(text);
/// let tree = Parser::embedded().parse(text, &words);
/// let arcs: Vec<_> = tree.iter().map(|word| (word.head, word.deprel.as_str())).collect();
/// assert_eq!(arcs, [(Some(1), "nsubj"), (None, "root"), (Some(1), "obj"), (Some(1), "punct")]);
/// ```
#[derive(Clone, PartialEq, Debug)]
pub struct Parser {
    tagger: Arc<Tagger>,
    layer: Lstm,
    arcs: Arcs,
    relations: Relations,
}

/// Sentences that go through the layers side by side: their weights are fetched once for all.
const SIDE_BY_SIDE: usize = 8;

/// Memory that is used again for each group of sentences.
#[derive(Clone, Debug, Default)]
struct Workspace {
    tagging: Tagging,
    lstm: lstm::Buffer,
    words: Vec<i16>,
    arcs: Buffer,
    scores: Vec<f32>,
    tags: Vec<Tag>,
    heads: Vec<Option<usize>>,
    relations: Vec<Deprel>,
}

impl Parser {
    /// The parser that ships with the crate. The first call reads it.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::{Parser, SentenceSplitter};
    /// let text = "Peru agreed. Chile did not.";
    /// let tokens = Parser::embedded().tokens(text, &SentenceSplitter::default().split(text));
    /// assert_eq!(tokens.len(), 7);
    /// ```
    pub fn embedded() -> Arc<Self> {
        static EMBEDDED: LazyLock<Arc<Parser>> = LazyLock::new(|| {
            shipped(Model::embedded().and_then(|model| Parser::over(Tagger::embedded(), &model)))
        });
        Arc::clone(&EMBEDDED)
    }

    /// The parser of a model, with its tagger.
    ///
    /// # Errors
    /// The model has none, or it is damaged.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::{Model, Parser};
    /// let parser = Parser::new(&Model::embedded()?)?;
    /// assert_eq!(parser, *Parser::embedded());
    /// # Ok::<(), notaverbale::ModelError>(())
    /// ```
    pub fn new(model: &Model) -> Result<Self, ModelError> {
        Self::over(Arc::new(Tagger::new(model)?), model)
    }

    fn over(tagger: Arc<Tagger>, model: &Model) -> Result<Self, ModelError> {
        let mut reader = model.part("parser")?;
        let layer = Lstm::read(&mut reader, tagger.width(), lstm::STEPS)?;
        let arcs = Arcs::read(&mut reader, layer.outputs())?;
        let relations = Relations::read(&mut reader, layer.outputs())?;
        Ok(Self { tagger, layer, arcs, relations })
    }

    /// The tree over the words of one sentence, given as byte spans into `text`, in order.
    ///
    /// Exactly one word has no head, and from every other the heads lead there. Never fails. Linear in the number of
    /// words: more than 256 are parsed in pieces, whose roots hang on the first one's as `parataxis`.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::{Parser, Tokenizer};
    /// let text = "Talks began in Lima.";
    /// let tree = Parser::embedded().parse(text, &Tokenizer::default().spans(text));
    /// assert_eq!(tree.iter().map(|word| word.head).collect::<Vec<_>>(), [Some(1), None, Some(3), Some(1), Some(1)]);
    /// ```
    pub fn parse(&self, text: &str, words: &[Span]) -> Vec<Dependency> {
        self.trees(text, words, &[words.len()])
    }

    /// The tokens of a text that is split into `sentences`, with tags, lemmas and trees. A sentence that does not fit the
    /// text has none.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::{Parser, SentenceSplitter};
    /// let text = "Peru thanked Chile. Chile agreed.";
    /// let tokens = Parser::embedded().tokens(text, &SentenceSplitter::default().split(text));
    /// assert_eq!((tokens[4].span.text(text), tokens[4].sentence, tokens[4].head), ("Chile", 1, Some(5)));
    /// ```
    pub fn tokens(&self, text: &str, sentences: &[Sentence]) -> Vec<Token> {
        let mut words = Vec::with_capacity(text.len() / 5);
        let split = |sentence: &Sentence| {
            let first = words.len();
            Tokenizer::default().append(text, sentence.span, &mut words);
            words.len() - first
        };
        let lengths: Vec<usize> = sentences.iter().map(split).collect();
        let tree = self.trees(text, &words, &lengths);
        let lemmatizer = Lemmatizer::embedded();
        let numbers = lengths.iter().enumerate().flat_map(|(number, &length)| repeat_n(number, length));
        let token = |((&span, word), sentence): ((&Span, &Dependency), usize)| Token {
            span,
            sentence,
            upos: word.tag.upos,
            xpos: word.tag.xpos,
            lemma: lemmatizer.lemma(span.text(text), word.tag).into(),
            head: word.head,
            deprel: word.deprel,
        };
        words.iter().zip(&tree).zip(numbers).map(token).collect()
    }

    /// The trees of sentences of these lengths, one behind the other. Heads count from the first of all words.
    pub(crate) fn trees(&self, text: &str, words: &[Span], lengths: &[usize]) -> Vec<Dependency> {
        let mut tree = Vec::with_capacity(words.len());
        let mut workspace = Workspace::default();
        let mut rest = words;
        let all: Vec<usize> = lengths.iter().copied().flat_map(pieces).collect();
        for pieces in all.chunks(SIDE_BY_SIDE) {
            let (words, others) = rest.split_at(pieces.iter().sum());
            self.append(text, words, pieces, &mut workspace, &mut tree);
            rest = others;
        }
        let mut first = 0;
        for &length in lengths {
            let sentence = tree[first..first + length].iter_mut().enumerate();
            let mut roots = sentence.filter(|(_, word)| word.head.is_none());
            let root = roots.next().map(|(place, _)| first + place);
            for (_, later) in roots {
                (later.head, later.deprel) = (root, Deprel::PARATAXIS);
            }
            first += length;
        }
        tree
    }

    /// Appends the trees of pieces of these lengths, each with a root.
    fn append(
        &self,
        text: &str,
        words: &[Span],
        pieces: &[usize],
        workspace: &mut Workspace,
        tree: &mut Vec<Dependency>,
    ) {
        let Workspace { tagging, lstm, words: said, arcs, scores, tags, heads, relations } = workspace;
        tags.clear();
        self.tagger.append(text, words, pieces, tagging, tags);
        self.layer.run(&tagging.words, pieces, lstm, said);
        self.arcs.read_words(said, arcs);
        heads.clear();
        for &length in pieces {
            let first = heads.len();
            self.arcs.score(first..first + length, arcs, scores);
            let best = best_tree(scores, length).into_iter();
            heads.extend(best.map(|head| head.checked_sub(1).map(|head| first + head)));
        }
        relations.clear();
        self.relations.label(said, heads, arcs, relations);
        let first = tree.len();
        let dependency = |((&tag, head), &deprel): ((&Tag, &Option<usize>), &Deprel)| Dependency {
            tag,
            head: head.map(|head| first + head),
            deprel,
        };
        tree.extend(tags.iter().zip(&*heads).zip(&*relations).map(dependency));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{damage, write};
    use crate::sentence::SentenceSplitter;
    use crate::tag::tagger::LONGEST;

    fn parts() -> damage::Parts {
        damage::parts(&Model::embedded().unwrap(), &["words", "tagger", "parser", "lemmas"])
    }

    fn read(model: &Model) -> Result<(), ModelError> {
        let parser = Parser::new(model)?;
        parser.parse("Peru thanked Chile.", &Tokenizer::default().spans("Peru thanked Chile."));
        Lemmatizer::new(model).map(drop)
    }

    #[test]
    fn a_whole_model_is_read_and_one_that_ends_early_refused() {
        damage::check_cut(&parts(), read);
    }

    #[test]
    fn a_model_that_lies_is_read_or_refused_but_breaks_nothing() {
        damage::check_lies(&parts(), read);
    }

    #[test]
    fn the_tagger_needs_no_parser() {
        let file = write(&parts()[..2]);
        let model = Model::new(&file).unwrap();
        assert_eq!(Tagger::new(&model).as_ref(), Ok(&*Tagger::embedded()));
        assert_eq!(Parser::new(&model).unwrap_err(), ModelError::Missing { part: "parser" });
    }

    #[test]
    fn sentences_read_side_by_side_are_parsed_as_alone() {
        let text = "Peru thanked Chile. Chile agreed. No. The ministers, who had met in Lima, will meet again. Why? \
                    Both sides record progress. The port is open. They left. Talks go on, said the president. Yes.";
        let sentences = SentenceSplitter::default().split(text);
        assert!(sentences.len() > SIDE_BY_SIDE);
        let parser = Parser::embedded();
        let tokens = parser.tokens(text, &sentences);
        let mut first = 0;
        for sentence in &sentences {
            let mut words = Vec::new();
            Tokenizer::default().append(text, sentence.span, &mut words);
            for (token, alone) in tokens[first..].iter().zip(parser.parse(text, &words)) {
                assert_eq!(Tag { upos: token.upos, xpos: token.xpos }, alone.tag);
                assert_eq!((token.head, token.deprel), (alone.head.map(|head| first + head), alone.deprel));
            }
            first += words.len();
        }
        assert_eq!(first, tokens.len());
    }

    #[test]
    fn a_long_sentence_is_parsed_in_pieces_under_one_root() {
        let text = "the port is open and ".repeat(120);
        let words = Tokenizer::default().spans(&text);
        let tree = Parser::embedded().parse(&text, &words);
        assert_eq!(tree.len(), 600);
        assert!(Tagger::embedded().tag(&text, &words).into_iter().eq(tree.iter().map(|word| word.tag)));
        assert_eq!(tree.iter().filter(|word| word.head.is_none()).count(), 1);
        let beside = tree.iter().filter(|word| word.deprel == Deprel::PARATAXIS && word.head < Some(LONGEST));
        assert!(beside.count() >= 2, "two pieces hang on the first");
    }
}
