//! The learned parser.

use std::sync::{Arc, LazyLock};

use super::arc::{Arcs, Buffer, Relations};
use super::tree::best_tree;
use super::{Deprel, Token};
use crate::lemma::Lemmatizer;
use crate::model::{Model, ModelError, shipped};
use crate::network::lstm::{self, Lstm};
use crate::sentence::Sentence;
use crate::span::Span;
use crate::tag::tagger::{LONGEST, Tag, Tagger, Workspace as Tagging};
use crate::token::Tokenizer;

/// A word's tags and its place in the tree.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Dependency {
    /// The parts of speech.
    pub tag: Tag,
    /// The place of the head among the words, from 0; none for the word that hangs on the root.
    pub head: Option<usize>,
    /// The relation to the head.
    pub deprel: Deprel,
}

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

/// Memory that is used again for each sentence.
#[derive(Clone, Debug, Default)]
pub(crate) struct Workspace {
    tagging: Tagging,
    lstm: lstm::Buffer,
    words: Vec<i16>,
    arcs: Buffer,
    scores: Vec<f32>,
    tags: Vec<Tag>,
    relations: Vec<Deprel>,
}

impl Parser {
    /// The parser that ships with the crate. The first call reads it.
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
    pub fn parse(&self, text: &str, words: &[Span]) -> Vec<Dependency> {
        let mut tree = Vec::with_capacity(words.len());
        self.append(text, words, &mut Workspace::default(), &mut tree);
        tree
    }

    /// The tokens of a text that is split into `sentences`, with tags, lemmas and trees.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::{Parser, SentenceSplitter};
    /// let text = "Peru thanked Chile. Chile agreed.";
    /// let tokens = Parser::embedded().tokens(text, &SentenceSplitter::default().split(text));
    /// assert_eq!((tokens[4].span.text(text), tokens[4].sentence, tokens[4].head), ("Chile", 1, Some(5)));
    /// ```
    pub fn tokens(&self, text: &str, sentences: &[Sentence]) -> Vec<Token> {
        let mut tokens = Vec::with_capacity(text.len() / 5);
        let (mut words, mut tree) = (Vec::new(), Vec::new());
        let mut workspace = Workspace::default();
        let lemmatizer = Lemmatizer::embedded();
        for (number, sentence) in sentences.iter().enumerate() {
            words.clear();
            tree.clear();
            Tokenizer::default().append(text, sentence.span, &mut words);
            self.append(text, &words, &mut workspace, &mut tree);
            let first = tokens.len();
            tokens.extend(words.iter().zip(&tree).map(|(&span, word)| Token {
                span,
                sentence: number,
                upos: word.tag.upos,
                xpos: word.tag.xpos,
                lemma: lemmatizer.lemma(span.text(text), word.tag).into(),
                head: word.head.map(|head| first + head),
                deprel: word.deprel,
            }));
        }
        tokens
    }

    /// Appends the tree of a sentence, whose heads count from its first word.
    pub(crate) fn append(
        &self,
        text: &str,
        words: &[Span],
        workspace: &mut Workspace,
        tree: &mut Vec<Dependency>,
    ) {
        let sentence = tree.len();
        let mut root = None;
        for piece in words.chunks(LONGEST) {
            let first = tree.len() - sentence;
            workspace.tags.clear();
            workspace.relations.clear();
            self.tagger.append(text, piece, &mut workspace.tagging, &mut workspace.tags);
            self.layer.run(&workspace.tagging.words, &mut workspace.lstm, &mut workspace.words);
            self.arcs.score(&workspace.words, &mut workspace.arcs, &mut workspace.scores);
            let heads = best_tree(&workspace.scores, piece.len());
            self.relations.label(&workspace.words, &heads, &mut workspace.arcs, &mut workspace.relations);
            for ((&head, &deprel), &tag) in heads.iter().zip(&workspace.relations).zip(&workspace.tags) {
                let (head, deprel) = match (head.checked_sub(1), root) {
                    (Some(head), _) => (Some(first + head), deprel),
                    (None, Some(root)) => (Some(root), Deprel::PARATAXIS),
                    (None, None) => (None, deprel),
                };
                tree.push(Dependency { tag, head, deprel });
            }
            root = root.or_else(|| heads.iter().position(|&head| head == 0));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{damage, write};

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
    fn a_long_sentence_is_parsed_in_pieces_under_one_root() {
        let text = "the port is open and ".repeat(120);
        let tree = Parser::embedded().parse(&text, &Tokenizer::default().spans(&text));
        assert_eq!(tree.len(), 600);
        assert_eq!(tree.iter().filter(|word| word.head.is_none()).count(), 1);
        let beside = tree.iter().filter(|word| word.deprel == Deprel::PARATAXIS && word.head < Some(LONGEST));
        assert!(beside.count() >= 2, "two pieces hang on the first");
    }
}
