//! A document: the text, and what each stage found in it.

use std::sync::OnceLock;

use crate::attribution::Statement;
use crate::dependency::Token;
use crate::mention::Member;
use crate::sentence::Sentence;
use crate::span::{OffsetMap, Span};
use crate::stance::Stance;

/// What the caller knows of a text beside its words.
///
/// # Examples
/// ```
/// use notaverbale::Metadata;
/// let metadata = Metadata::default().author("Ana Lima").date("2024-05-03");
/// assert_eq!(metadata.author.as_deref(), Some("Ana Lima"));
/// assert_eq!(metadata.id, None);
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Metadata {
    /// A name for the document in tables.
    pub id: Option<String>,
    /// Who wrote a first-person text.
    pub author: Option<String>,
    /// When it was published, as the caller writes dates.
    pub date: Option<String>,
}

impl Metadata {
    /// The same with a name for the document.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::{Analyzer, Metadata};
    /// let document = Analyzer::default().analyze_with("Talks began.", &Metadata::default().id("note-1"));
    /// assert_eq!(document.id(), Some("note-1"));
    /// ```
    #[must_use]
    pub fn id(self, id: impl Into<String>) -> Self {
        Self { id: Some(id.into()), ..self }
    }

    /// The same with the author of a first-person text.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::{Analyzer, Metadata};
    /// let document = Analyzer::default().analyze_with("We agree.", &Metadata::default().author("Ana Lima"));
    /// assert_eq!(document.statements()[0].speaker.as_deref(), Some("Ana Lima"));
    /// ```
    #[must_use]
    pub fn author(self, author: impl Into<String>) -> Self {
        Self { author: Some(author.into()), ..self }
    }

    /// The same with a date.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::{Analyzer, Metadata};
    /// let document = Analyzer::default().analyze_with("Talks began.", &Metadata::default().date("3 May 2024"));
    /// assert_eq!(document.date(), Some("3 May 2024"));
    /// ```
    #[must_use]
    pub fn date(self, date: impl Into<String>) -> Self {
        Self { date: Some(date.into()), ..self }
    }
}

/// A text and what was found in it. Made by [`Analyzer::analyze`](crate::Analyzer::analyze).
///
/// All spans are half-open byte offsets into [`Document::text`], on `char` boundaries; statements are in the order
/// of their first content, stances in the order of their expressions.
///
/// # Stored, with the feature `serde`
/// A document goes to any format of serde and comes back equal, without being analyzed again: a map of `text`, `metadata`,
/// `dateline`, `sentences`, `cast` and `statements`, each with the fields and names that are documented on its type; a
/// [`Span`] is a map of `start` and `end`, in bytes. Later versions of the crate may add keys and go on reading those without.
/// What is read is checked, so that all that is said here and on the methods holds, whoever wrote it: reading fails where a
/// span does not fit the text, something is out of order, or a number leads nowhere. Tokens are not stored, but parsed again
/// when asked for. `Document::record` is the JSON of the command line instead, in code points and without the text.
///
/// ```
/// # #[cfg(feature = "serde")] {
/// use notaverbale::{Analyzer, Document};
/// let document = Analyzer::default().analyze("Peru thanked Chile.");
/// let json = serde_json::to_string(&document)?;
/// assert!(json.starts_with(r#"{"text":"Peru thanked Chile.","metadata":{"id":null,"#));
/// assert_eq!(serde_json::from_str::<Document>(&json)?, document);
///
/// let wrong = json.replace(r#""start":0"#, r#""start":77"#);
/// let error = serde_json::from_str::<Document>(&wrong).unwrap_err();
/// assert_eq!(error.to_string(), "not a document: sentence 77..19 does not fit the text");
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Debug)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(try_from = "crate::stored::Stored")
)]
pub struct Document {
    pub(crate) text: String,
    pub(crate) metadata: Metadata,
    pub(crate) dateline: Option<Span>,
    pub(crate) sentences: Vec<Sentence>,
    #[cfg_attr(feature = "serde", serde(skip))]
    pub(crate) tokens: Tokens,
    pub(crate) cast: Vec<Member>,
    pub(crate) statements: Vec<Statement>,
    #[cfg_attr(feature = "serde", serde(skip))]
    pub(crate) offsets: OffsetMap,
}

impl Document {
    /// The caller's text, unchanged.
    ///
    /// # Examples
    /// ```
    /// let document = notaverbale::Analyzer::default().analyze("Peru thanked Chile.");
    /// assert_eq!(document.text(), "Peru thanked Chile.");
    /// ```
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The caller's name for the document.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::{Analyzer, Metadata};
    /// let document = Analyzer::default().analyze_with("We agree.", &Metadata::default().id("note-1"));
    /// assert_eq!(document.id(), Some("note-1"));
    /// ```
    pub fn id(&self) -> Option<&str> {
        self.metadata.id.as_deref()
    }

    /// Who wrote it, as the caller said.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::{Analyzer, Metadata};
    /// let document = Analyzer::default().analyze_with("We agree.", &Metadata::default().author("Ana Lima"));
    /// assert_eq!(document.author(), Some("Ana Lima"));
    /// ```
    pub fn author(&self) -> Option<&str> {
        self.metadata.author.as_deref()
    }

    /// The caller's date, or else the full date that stands at the head of the text; `None` where neither is there.
    ///
    /// # Examples
    /// ```
    /// let document = notaverbale::Analyzer::default().analyze("date 2024-05-03 Peru thanked Chile.");
    /// assert_eq!(document.date(), Some("2024-05-03"));
    /// ```
    pub fn date(&self) -> Option<&str> {
        self.metadata.date.as_deref()
    }

    /// The dateline (`BEIJING, Nov. 16 (Xinhua) --`), where the text begins with one.
    ///
    /// # Examples
    /// ```
    /// let text = "BEIJING, Nov. 16 (Xinhua) -- Talks began.";
    /// let document = notaverbale::Analyzer::default().analyze(text);
    /// assert_eq!(document.dateline().unwrap().text(text), "BEIJING, Nov. 16 (Xinhua) --");
    /// ```
    pub fn dateline(&self) -> Option<Span> {
        self.dateline
    }

    /// The sentences, in order; only white space lies outside them.
    ///
    /// # Examples
    /// ```
    /// let document = notaverbale::Analyzer::default().analyze("Mr. Lind came. He left.");
    /// assert_eq!(document.sentences()[1].span, notaverbale::Span::new(15, 23));
    /// ```
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// Who is in it: the people with names, and everybody who speaks, in order of their first mention.
    ///
    /// # Examples
    /// ```
    /// let text = "Foreign Minister Ana Lima of Brazil met reporters. She said that talks had begun.";
    /// let document = notaverbale::Analyzer::default().analyze(text);
    /// let lima = &document.cast()[0];
    /// assert_eq!((lima.name.as_str(), lima.party.as_deref()), ("Ana Lima", Some("Brazil")));
    /// let mentions: Vec<&str> = lima.mentions.iter().map(|mention| mention.span.text(text)).collect();
    /// assert_eq!(mentions, ["Foreign Minister Ana Lima of Brazil", "She"]);
    /// assert_eq!(document.statements()[0].member, Some(0));
    /// ```
    pub fn cast(&self) -> &[Member] {
        &self.cast
    }

    /// The statements, in the order of their first content.
    ///
    /// # Examples
    /// ```
    /// let document = notaverbale::Analyzer::default().analyze("Peru said that it agreed. Chile thanked Peru.");
    /// let speakers: Vec<_> = document.statements().iter().map(|one| one.speaker.as_deref()).collect();
    /// assert_eq!(speakers, [Some("Peru"), Some("Chile")]);
    /// ```
    pub fn statements(&self) -> &[Statement] {
        &self.statements
    }

    /// Every stance, with the index of its statement.
    ///
    /// # Examples
    /// ```
    /// let document = notaverbale::Analyzer::default().analyze("Peru thanked Chile for its help.");
    /// let (statement, stance) = document.stances().next().unwrap();
    /// assert_eq!((statement, stance.act.as_str()), (0, "praise"));
    /// ```
    pub fn stances(&self) -> impl Iterator<Item = (usize, &Stance)> {
        self.statements
            .iter()
            .enumerate()
            .flat_map(|(index, statement)| statement.stances.iter().map(move |stance| (index, stance)))
    }

    /// The span as code points, for JSON, tables and Python.
    ///
    /// # Examples
    /// ```
    /// let document = notaverbale::Analyzer::default().analyze("Peru’s envoy left.");
    /// assert_eq!(document.code_points(notaverbale::Span::new(9, 14)), [7, 12]);
    /// ```
    pub fn code_points(&self, span: Span) -> [usize; 2] {
        [self.offsets.to_code_point(&self.text, span.start), self.offsets.to_code_point(&self.text, span.end)]
    }
}

/// The tokens, once they were asked for. They follow from text and sentences, and so don't make documents unequal.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tokens(pub OnceLock<Vec<Token>>);

impl PartialEq for Tokens {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}
