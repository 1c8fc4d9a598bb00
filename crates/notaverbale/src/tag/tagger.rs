//! The learned tagger.

use std::sync::{Arc, LazyLock};

use super::gates::{self, Gates};
use super::input::{self, Input};
use super::{Tag, Upos, Xpos};
use crate::model::{Model, ModelError, shipped};
use crate::network::highest;
use crate::network::lanes::whole;
use crate::network::lstm::{self, Buffer, Lstm};
use crate::network::matrix::Matrix;
use crate::span::Span;

/// Tags the words of a sentence, by a network that reads it from both ends.
///
/// Learned from the English Web Treebank and GUM; `data/model/README.md` in the crate tells more. The same sentence gets
/// the same tags on every machine. Linear in the number of words.
///
/// # Examples
/// ```
/// use notaverbale::{Tagger, Tokenizer};
/// let text = "Both sides record records.";
/// let words = Tokenizer::default().spans(text);
/// let tags: Vec<&str> = Tagger::embedded().tag(text, &words).iter().map(|tag| tag.upos.as_str()).collect();
/// assert_eq!(tags, ["DET", "NOUN", "VERB", "NOUN", "PUNCT"]);
/// ```
///
/// # References
/// Plank, Søgaard and Goldberg (2016), ACL.
#[derive(Clone, PartialEq, Debug)]
pub struct Tagger {
    input: Input,
    gates: Gates,
    layer: Lstm,
    /// The scores of the universal tags, then of the others.
    scores: Matrix,
    upos: Vec<Upos>,
    xpos: Vec<Xpos>,
}

/// Words that the network reads as one sentence at most; a longer one is read in pieces.
pub(crate) const LONGEST: usize = 256;

/// The lengths of the pieces that a sentence of this many words is read in.
pub(crate) fn pieces(length: usize) -> impl Iterator<Item = usize> {
    (0..length).step_by(LONGEST).map(move |first| LONGEST.min(length - first))
}

/// Memory that is used again for each group of sentences.
#[derive(Clone, Debug, Default)]
pub(crate) struct Workspace {
    gates: gates::Workspace,
    lstm: Buffer,
    scores: Vec<f32>,
    /// What the layer says of each word.
    pub words: Vec<i16>,
}

impl Tagger {
    /// The tagger that ships with the crate. The first call reads it, and nothing of the parser.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::{Tagger, Tokenizer};
    /// let text = "Peru agreed.";
    /// assert_eq!(Tagger::embedded().tag(text, &Tokenizer::default().spans(text)).len(), 3);
    /// ```
    pub fn embedded() -> Arc<Self> {
        static EMBEDDED: LazyLock<Arc<Tagger>> =
            LazyLock::new(|| shipped(Model::embedded().and_then(|model| Tagger::new(&model))));
        Arc::clone(&EMBEDDED)
    }

    /// The tagger of a model.
    ///
    /// # Errors
    /// The model has none, or it is damaged.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::{Model, Tagger};
    /// let tagger = Tagger::new(&Model::embedded()?)?;
    /// assert_eq!(tagger, *Tagger::embedded());
    /// # Ok::<(), notaverbale::ModelError>(())
    /// ```
    pub fn new(model: &Model) -> Result<Self, ModelError> {
        let input = Input::read(&mut model.part("words")?)?;
        let mut reader = model.part("tagger")?;
        let layer = Lstm::read(&mut reader, input.width(), input::STEPS)?;
        let mut names = || Ok(reader.text()?.split('\n').collect::<Vec<_>>());
        let (upos, xpos): (Vec<&str>, Vec<&str>) = (names()?, names()?);
        let scores = Matrix::read(&mut reader, layer.outputs(), upos.len() + xpos.len(), lstm::STEPS)?;
        let upos = upos.into_iter().map(Upos::from_name).collect::<Option<_>>();
        let xpos = xpos.into_iter().map(Xpos::from_name).collect::<Option<_>>();
        let (Some(upos), Some(xpos)) = (upos, xpos) else {
            return Err(reader.invalid("names of known tags"));
        };
        let gates = Gates::new(&input, &layer);
        Ok(Self { input, gates, layer, scores, upos, xpos })
    }

    /// The tags of the words of one sentence, given as byte spans into `text`, in order.
    ///
    /// Never fails. Words of different sentences are tagged better apart; more than 256 are read in pieces.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::{Tagger, Tokenizer};
    /// let text = "Talks began.";
    /// let tags = Tagger::embedded().tag(text, &Tokenizer::default().spans(text));
    /// assert_eq!(tags.iter().map(|tag| tag.xpos.as_str()).collect::<Vec<_>>(), ["NNS", "VBD", "."]);
    /// ```
    pub fn tag(&self, text: &str, words: &[Span]) -> Vec<Tag> {
        let mut workspace = Workspace::default();
        let mut tags = Vec::with_capacity(words.len());
        let lengths: Vec<usize> = pieces(words.len()).collect();
        self.append(text, words, &lengths, &mut workspace, &mut tags);
        tags
    }

    /// Appends the tags of the words of sentences of these lengths; what the layer says of the words stays in `workspace.words`.
    pub(crate) fn append(
        &self,
        text: &str,
        words: &[Span],
        lengths: &[usize],
        workspace: &mut Workspace,
        tags: &mut Vec<Tag>,
    ) {
        self.encode(text, words, lengths, workspace);
        self.scores.multiply(&workspace.words, &mut workspace.scores);
        for scores in workspace.scores.chunks_exact(self.scores.width()) {
            let (upos, rest) = scores.split_at(self.upos.len());
            let xpos = &rest[..self.xpos.len()];
            tags.push(Tag { upos: self.upos[highest(upos)], xpos: self.xpos[highest(xpos)] });
        }
    }

    /// Writes what the layer says of the words of sentences of these lengths over `workspace.words`.
    pub(crate) fn encode(&self, text: &str, words: &[Span], lengths: &[usize], workspace: &mut Workspace) {
        let Workspace { gates, lstm, words: said, .. } = workspace;
        self.gates.write((&self.input, &self.layer), text, words, gates, &mut lstm.gates);
        self.layer.read_gates(lengths, lstm, said);
    }

    /// Appends a row for each word of the last call, in whole steps of `1 / steps`: what the layer says of it, and its vector.
    pub(crate) fn append_rows(&self, workspace: &Workspace, steps: f32, rows: &mut Vec<i16>) {
        let said = workspace.words.chunks_exact(self.width());
        for (said, vector) in said.zip(workspace.gates.vectors.chunks_exact(self.input.vector_width())) {
            rows.extend(said.iter().map(|&number| whole(f32::from(number) / lstm::STEPS, steps)));
            rows.extend(vector.iter().map(|&number| whole(number, steps)));
        }
    }

    /// The numbers of such a row.
    pub(crate) fn row_width(&self) -> usize {
        self.width() + self.input.vector_width()
    }

    /// The numbers that the layer says of a word.
    pub(crate) fn width(&self) -> usize {
        self.layer.outputs()
    }
}
