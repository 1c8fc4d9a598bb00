//! The pipeline, from a text to a document.

use std::sync::Arc;

use crate::attribution::{self, Attributor};
use crate::document::{Document, Metadata, Tokens};
use crate::layout::Layout;
use crate::lexicon::Lexicon;
use crate::lexicon::stance_expression::{ExpressionError, StanceExpression};
use crate::mention::{Cast, Chain, Names, Resolver};
use crate::parse::Parsed;
use crate::sentence::SentenceSplitter;
use crate::span::OffsetMap;
use crate::stance;

/// Reads texts: holds the lexicons. Cheap to clone; make one and share it between threads.
///
/// # Examples
/// ```
/// let analyzer = notaverbale::Analyzer::default();
/// let document = analyzer.analyze("Foreign Minister Ana Lima of Brazil said that Brazil firmly supports the ceasefire.");
/// let statement = &document.statements()[0];
/// assert_eq!(statement.speaker.as_deref(), Some("Ana Lima"));
/// assert_eq!(statement.stances[0].holder.as_deref(), Some("Brazil"));
/// assert_eq!(document.words(&statement.stances[0].target), "the ceasefire");
/// ```
#[derive(Clone, Debug)]
pub struct Analyzer {
    lexicon: Arc<Lexicon>,
    splitter: SentenceSplitter,
    pub(crate) attribution: Attribution,
    /// The learned model, where it is not the one that ships.
    pub(crate) attributor: Option<Arc<Attributor>>,
    min_confidence: f32,
    names: Arc<Names>,
}

/// How statements are found.
///
/// # Examples
/// ```
/// use notaverbale::{Analyzer, Attribution};
/// let document = Analyzer::default().attribution(Attribution::Rules).analyze("Peru said that it agreed.");
/// assert_eq!(document.statements()[0].speaker.as_deref(), Some("Peru"));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum Attribution {
    /// By a model that was learned from annotated news and readouts, which sees what the rules find. The default with the
    /// feature `models`.
    #[cfg(feature = "models")]
    #[default]
    Learned,
    /// By rules over lexicons alone: faster, finds less, and nothing in it comes from a corpus.
    #[cfg_attr(not(feature = "models"), default)]
    Rules,
}

impl Default for Analyzer {
    /// The analyzer with the lexicons and models that ship with the crate. The first call reads the lexicons, the first
    /// analysis the models.
    fn default() -> Self {
        Self {
            lexicon: Lexicon::embedded(),
            splitter: SentenceSplitter::default(),
            attribution: Attribution::default(),
            attributor: None,
            min_confidence: 0.0,
            names: Arc::default(),
        }
    }
}

impl Analyzer {
    /// The same analyzer with another way to find statements.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::{Analyzer, Attribution};
    /// let analyzer = Analyzer::default().attribution(Attribution::Rules);
    /// assert_eq!(analyzer.analyze("Peru thanked Chile.").statements().len(), 1);
    /// ```
    #[must_use]
    pub fn attribution(self, attribution: Attribution) -> Self {
        Self { attribution, ..self }
    }

    /// The same analyzer that leaves out statements of less [`confidence`](crate::Statement::confidence): the higher, the
    /// fewer statements, and the more of them right. What goes on with a statement that is left out is left out too.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::Analyzer;
    /// let sure = Analyzer::default().min_confidence(0.9);
    /// let document = sure.analyze("“We agree,” Foreign Minister Ana Lima said. Others were seen leaving.");
    /// assert!(document.statements().iter().all(|statement| statement.confidence >= 0.9));
    /// ```
    #[must_use]
    pub fn min_confidence(self, min_confidence: f32) -> Self {
        Self { min_confidence, ..self }
    }

    /// The same analyzer with other names of people, each with the name that statements are to show: `EAM` for a minister
    /// whom the text calls by the office alone. A name counts where it stands as a noun phrase, but for an article, in these
    /// letters.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::Analyzer;
    /// let analyzer = Analyzer::default().aliases([("EAM", "Ravi Menon")]);
    /// let document = analyzer.analyze("EAM thanked Peru. He said that talks had begun.");
    /// assert!(document.statements().iter().all(|one| one.speaker.as_deref() == Some("Ravi Menon")));
    /// ```
    #[must_use]
    pub fn aliases<A: Into<String>, N: Into<String>>(
        mut self,
        aliases: impl IntoIterator<Item = (A, N)>,
    ) -> Self {
        let own = aliases.into_iter().map(|(alias, name)| (alias.into(), name.into()));
        Arc::make_mut(&mut self.names).aliases.extend(own);
        self
    }

    /// The same analyzer with the parties of more names: of a person or body (`Ana Lima`), whatever the text says, and of a
    /// single word that stands for a party of its own (`Ruritanian`).
    ///
    /// # Examples
    /// ```
    /// use notaverbale::Analyzer;
    /// let analyzer = Analyzer::default().parties([("Ruritanian", "Ruritania"), ("Ana Lima", "Brazil")]);
    /// let document = analyzer.analyze("Rudolf Elphberg, the Ruritanian envoy, said that he agreed. Ana Lima said that it was late.");
    /// let parties: Vec<_> = document.statements().iter().map(|one| one.party.as_deref()).collect();
    /// assert_eq!(parties, [Some("Ruritania"), Some("Brazil")]);
    /// ```
    #[must_use]
    pub fn parties<A: Into<String>, N: Into<String>>(
        mut self,
        parties: impl IntoIterator<Item = (A, N)>,
    ) -> Self {
        let own: Vec<(String, String)> =
            parties.into_iter().map(|(name, party)| (name.into(), party.into())).collect();
        let lexicon = Arc::make_mut(&mut self.lexicon);
        let words = own.iter().filter(|(name, _)| !name.contains(' '));
        lexicon.add_parties(words.map(|(name, party)| (name.as_str(), party.as_str())));
        for (_, party) in &own {
            lexicon.parties.know(party);
        }
        Arc::make_mut(&mut self.names).parties.extend(own);
        self
    }

    /// The same analyzer with more entries of the stance lexicon. An entry replaces all of the same pattern that the analyzer
    /// had before; two that are given together stay beside each other.
    ///
    /// # Errors
    /// An entry has a pattern, frame, target, addressee, code or part of speech that can't be read: the first such one.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::{Act, Analyzer, StanceExpression};
    /// let analyzer = Analyzer::default().expressions([StanceExpression::new("greenlight", Act::Agree)])?;
    /// let document = analyzer.analyze("Peru greenlighted the canal.");
    /// let (_, stance) = document.stances().next().unwrap();
    /// assert_eq!((stance.act, document.words(&stance.target)), (Act::Agree, "the canal".to_owned()));
    ///
    /// let error = Analyzer::default().expressions([StanceExpression::new("cry foul", Act::Criticize).target("who")]);
    /// assert!(error.unwrap_err().to_string().starts_with(r#"expression "cry foul": target "who", expected obj, "#));
    /// # Ok::<(), notaverbale::ExpressionError>(())
    /// ```
    pub fn expressions(
        mut self,
        expressions: impl IntoIterator<Item = StanceExpression>,
    ) -> Result<Self, ExpressionError> {
        let own: Vec<StanceExpression> = expressions.into_iter().collect();
        Arc::make_mut(&mut self.lexicon).add_expressions(&own)?;
        Ok(self)
    }

    /// Reads the models now, rather than at the first analysis.
    ///
    /// # Examples
    /// ```
    /// let analyzer = notaverbale::Analyzer::default();
    /// analyzer.load();
    /// ```
    pub fn load(&self) {
        drop(self.models());
    }

    /// Analyzes `text`. Never fails and never panics, in time linear in `text.len()`: a sentence of more than 4,000 bytes
    /// is read in pieces.
    ///
    /// # Examples
    /// ```
    /// let analyzer = notaverbale::Analyzer::default();
    /// assert_eq!(analyzer.analyze("Peru thanked Chile.").statements().len(), 1);
    /// assert_eq!(analyzer.analyze("").sentences().len(), 0);
    /// ```
    pub fn analyze(&self, text: &str) -> Document {
        self.analyze_with(text, &Metadata::default())
    }

    /// Analyzes `text` with what the caller knows of it: an author makes it a first-person text.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::{Analyzer, Metadata};
    /// let metadata = Metadata::default().author("Ana Lima");
    /// let document = Analyzer::default().analyze_with("We welcome the ceasefire. It must last.", &metadata);
    /// assert!(document.statements().iter().all(|statement| statement.speaker.as_deref() == Some("Ana Lima")));
    /// ```
    pub fn analyze_with(&self, text: &str, metadata: &Metadata) -> Document {
        let layout = Layout::new(text);
        let sentences = self.splitter.split_layout(text, &layout);
        let parsed = Parsed::new(&self.lexicon, &self.names, text, layout, &sentences);
        let chain = Chain::read(&parsed);
        let author = metadata.author.as_deref().filter(|author| !author.trim().is_empty());
        let (attributor, parser) = self.models().unzip();
        let found = attribution::attribute(&parsed, &chain, author, attributor, self.min_confidence);
        let cast = Cast::new(&chain, &parsed, &found);
        let resolver = Resolver::new(&chain);
        let stances = stance::read(&parsed, &resolver, &found, parser.as_deref());
        let statements = found
            .into_iter()
            .zip(stances)
            .zip(cast.speakers.iter().zip(&cast.mentions))
            .map(|((attributed, stances), (&member, &mention))| attribution::Statement {
                member,
                mention,
                stances,
                ..attributed.statement
            })
            .collect();
        let dateline = parsed.layout.dateline.clone();
        let mut metadata = metadata.clone();
        metadata.date =
            metadata.date.or_else(|| dateline.as_ref().and_then(|dateline| dateline.date.clone()));
        Document {
            text: text.to_owned(),
            metadata,
            dateline: dateline.map(|dateline| dateline.span),
            sentences,
            tokens: Tokens::default(),
            cast: cast.members,
            statements,
            offsets: OffsetMap::new(text),
        }
    }
}
