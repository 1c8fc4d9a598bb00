//! Entries of the stance lexicon that a caller writes.

use crate::lexicon::Lexicon;
use crate::lexicon::stance::COLUMNS;
use crate::lexicon::stance_pattern;
use crate::lexicon::tsv::{Cells, Fault};
use crate::lexicon::vocabulary::{Feature, Vocabulary};
use crate::stance::{Act, Polarity, Strength};
use crate::tag::Upos;

/// What may follow an expression that does not say so: anything but a phrase with a preposition.
const ANYTHING: &str = "obj,to-VP,that-S,ing,obj+to-VP,none";
/// Columns of the shipped lexicon that only people read.
const NOTES: [&str; 3] = ["subtype", "example", "note"];
/// The act of a blocker.
const ASSERT: &str = "assert";

/// An entry of a caller's own for the stance lexicon: words, and the act that they carry.
///
/// A pattern is a row of items with spaces between them, found in consecutive words of a sentence; adverbs may stand
/// between any two.
///
/// | item | stands for |
/// | --- | --- |
/// | `word` | the word; a verb at the head of a pattern is given by its lemma and found in all its forms |
/// | `a\|b` | one of these |
/// | `word?` | the word or nothing |
/// | `~` | up to five words of a noun phrase |
/// | `*` | one to fourteen words, such as a whole object; once in a pattern |
/// | `@praise` | one of the words that praise (`wonderful`, `success`); so for `criticize`, `support` and `concern` |
/// | `SV`, `SAYV` | a verb that lends itself to a noun (`express`, `voice`), one of saying before a clause (`stress`) |
/// | `BE` | a form of `be`, `remain`, `feel` or `stand` |
/// | `NOT` | `not`, `n't`, `never`, `no longer`; without it, a negation around the words turns the act |
///
/// Words that stand behind a subject as its predicate (`Peru stands tall with Chile`) make a statement, too, by
/// [`Analyzer::attribution`](crate::Analyzer::attribution)'s rules.
///
/// Pattern and act are enough. Everything else has a usual value, and is written as in the column of that name in
/// `data/lexicon/stance.tsv`, whose header says more.
///
/// # Examples
/// ```
/// use notaverbale::{Act, Analyzer, StanceExpression};
/// let own = [
///     StanceExpression::new("stand tall with", Act::Support),
///     StanceExpression::new("SV ~ misgivings", Act::Concern).frame("pp:about").target("pp:about"),
///     StanceExpression::blocker("welcome"),
/// ];
/// let analyzer = Analyzer::default().expressions(own)?;
/// let text = "Peru said that it stands tall with Chile, and voiced deep misgivings about the dam. It welcomed guests.";
/// let document = analyzer.analyze(text);
/// let found: Vec<_> = document.stances().map(|(_, one)| (one.act, document.words(&one.target))).collect();
/// assert_eq!(found, [(Act::Support, "Chile".to_owned()), (Act::Concern, "the dam".to_owned())]);
/// # Ok::<(), notaverbale::ExpressionError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct StanceExpression {
    /// In the order of [`COLUMNS`]; empty where the caller says nothing.
    cells: [String; COLUMNS.len()],
}

/// An entry that says what none can say.
///
/// # Examples
/// ```
/// use notaverbale::{Act, Analyzer, StanceExpression};
/// let error = Analyzer::default().expressions([StanceExpression::new("cry foul", Act::Criticize).cameo("x")]).unwrap_err();
/// assert_eq!((error.pattern.as_str(), error.found.as_str()), ("cry foul", "cameo \"x\""));
/// ```
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("expression {pattern:?}: {found}, expected {expected}")]
#[non_exhaustive]
pub struct ExpressionError {
    /// The pattern of the entry.
    pub pattern: String,
    /// The column, and what stands in it.
    pub found: String,
    /// What can stand there.
    pub expected: String,
}

impl StanceExpression {
    /// The names of the columns that an entry can have.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(notaverbale::StanceExpression::COLUMNS[..3], ["pattern", "pos", "act"]);
    /// ```
    pub const COLUMNS: &'static [&'static str] = &COLUMNS;

    /// Words that carry `act`.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::{Act, Analyzer, StanceExpression};
    /// let own = StanceExpression::new("greenlight", Act::Agree);
    /// let document = Analyzer::default().expressions([own])?.analyze("Peru greenlighted the canal.");
    /// let (_, stance) = document.stances().next().unwrap();
    /// assert_eq!(stance.act, Act::Agree);
    /// # Ok::<(), notaverbale::ExpressionError>(())
    /// ```
    pub fn new(pattern: impl AsRef<str>, act: Act) -> Self {
        Self::of(pattern.as_ref(), act.as_str())
    }

    /// Words that make no stance: they keep a shorter pattern inside them, or the shipped entries of the same pattern, from
    /// making one. The words behind them may still carry a stance of their own.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::{Analyzer, StanceExpression};
    /// let text = "Peru said that it backs the plan.";
    /// assert_eq!(Analyzer::default().analyze(text).stances().count(), 1);
    /// let analyzer = Analyzer::default().expressions([StanceExpression::blocker("back")])?;
    /// assert_eq!(analyzer.analyze(text).stances().count(), 0);
    /// # Ok::<(), notaverbale::ExpressionError>(())
    /// ```
    pub fn blocker(pattern: impl AsRef<str>) -> Self {
        Self::of(pattern.as_ref(), ASSERT)
    }

    fn of(pattern: &str, act: &str) -> Self {
        let empty = Self { cells: [const { String::new() }; COLUMNS.len()] };
        empty.with("pattern", &stance_pattern::tidy(pattern)).with("act", act)
    }

    /// For or against the target, before negation. Usually `favor` for `support`, `praise`, `agree`, `commit` and
    /// `request`, `against` for the other acts.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::{Act, Analyzer, StanceExpression};
    /// let own = StanceExpression::new("wave through", Act::Agree).polarity(notaverbale::Polarity::Against);
    /// let document = Analyzer::default().expressions([own])?.analyze("Peru said that it waved through the charter.");
    /// let (_, stance) = document.stances().next().unwrap();
    /// assert_eq!(stance.polarity.as_str(), "against");
    /// # Ok::<(), notaverbale::ExpressionError>(())
    /// ```
    #[must_use]
    pub fn polarity(self, polarity: Polarity) -> Self {
        self.with("polarity", polarity.as_str())
    }

    /// How strong the words are without modifiers. Usually `plain`.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::{Act, Analyzer, StanceExpression};
    /// let own = StanceExpression::new("greenlight", Act::Agree).strength(notaverbale::Strength::Weak);
    /// let document = Analyzer::default().expressions([own])?.analyze("Peru greenlighted the canal.");
    /// let (_, stance) = document.stances().next().unwrap();
    /// assert_eq!(stance.strength.as_str(), "weak");
    /// # Ok::<(), notaverbale::ExpressionError>(())
    /// ```
    #[must_use]
    pub fn strength(self, strength: Strength) -> Self {
        self.with("strength", strength.as_str())
    }

    /// What may follow, with commas: `obj`, `to-VP`, `that-S`, `ing`, `pp:about`, `obj+to-VP`, `obj+pp:for`, `none`.
    /// Usually anything but `pp:…`. Where two entries end at the same word, the one whose frame fits is taken, then the
    /// longer one, then the caller's.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::{Act, Analyzer, StanceExpression};
    /// let own = StanceExpression::new("SV ~ misgivings", Act::Concern).frame("pp:about").target("pp:about");
    /// let document = Analyzer::default().expressions([own])?.analyze("Peru said that it voiced new misgivings about the dam.");
    /// let (_, stance) = document.stances().next().unwrap();
    /// assert_eq!(document.words(&stance.target), "the dam");
    /// # Ok::<(), notaverbale::ExpressionError>(())
    /// ```
    #[must_use]
    pub fn frame(self, frame: impl AsRef<str>) -> Self {
        self.with("frame", frame.as_ref())
    }

    /// Where the target stands, the first that is there of a row with slashes: `obj`, `subj`, `slot` (what `*` covers),
    /// `pp:about`, `to-VP`, `that-S`, `ing`, `VP`, `rest`; or `none`. Usually `slot` where the pattern has a `*`, else `obj`.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::{Act, Analyzer, StanceExpression};
    /// let own = StanceExpression::new("BE a stain on|upon", Act::Criticize).target("subj");
    /// let document = Analyzer::default().expressions([own])?.analyze("Peru said that the dam is a stain on the valley.");
    /// let (_, stance) = document.stances().next().unwrap();
    /// assert_eq!(document.words(&stance.target), "the dam");
    /// # Ok::<(), notaverbale::ExpressionError>(())
    /// ```
    #[must_use]
    pub fn target(self, target: impl AsRef<str>) -> Self {
        self.with("target", target.as_ref())
    }

    /// Where the addressee stands, written like the target. Usually nowhere.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::{Act, Analyzer, StanceExpression};
    /// let own = StanceExpression::new("tip ~ hat to", Act::Praise).addressee("obj");
    /// let document = Analyzer::default().expressions([own])?.analyze("Peru said that it tips its hat to Chile.");
    /// let (_, stance) = document.stances().next().unwrap();
    /// assert_eq!(stance.addressee.as_deref(), Some("Chile"));
    /// # Ok::<(), notaverbale::ExpressionError>(())
    /// ```
    #[must_use]
    pub fn addressee(self, addressee: impl AsRef<str>) -> Self {
        self.with("addressee", addressee.as_ref())
    }

    /// The CAMEO code: two to four digits. Where neither this nor PLOVER's type is given, both are the usual ones of the act.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::{Act, Analyzer, StanceExpression};
    /// let own = StanceExpression::new("greenlight", Act::Agree).cameo("0831");
    /// let document = Analyzer::default().expressions([own])?.analyze("Peru greenlighted the canal.");
    /// let (_, stance) = document.stances().next().unwrap();
    /// assert_eq!(stance.cameo.as_deref(), Some("0831"));
    /// # Ok::<(), notaverbale::ExpressionError>(())
    /// ```
    #[must_use]
    pub fn cameo(self, cameo: impl AsRef<str>) -> Self {
        self.with("cameo", cameo.as_ref())
    }

    /// The PLOVER event type, in capitals.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::{Act, Analyzer, StanceExpression};
    /// let own = StanceExpression::new("greenlight", Act::Agree).plover("CONCEDE");
    /// let document = Analyzer::default().expressions([own])?.analyze("Peru greenlighted the canal.");
    /// let (_, stance) = document.stances().next().unwrap();
    /// assert_eq!(stance.plover.as_deref(), Some("CONCEDE"));
    /// # Ok::<(), notaverbale::ExpressionError>(())
    /// ```
    #[must_use]
    pub fn plover(self, plover: impl AsRef<str>) -> Self {
        self.with("plover", plover.as_ref())
    }

    /// `V` for a verb, `MWE` for a phrase that begins with one, `N` for a noun under `SV` and any phrase that begins with
    /// another word, `ADJ` for what stands behind `BE`, `AUX` for a modal. Usually told from the pattern: say it where the
    /// first word is no verb but could be one (`time has come`). The regular forms of a verb that the lexicon lacks are
    /// made known.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::{Act, StanceExpression};
    /// let entry = StanceExpression::new("time has come", Act::Request).part_of_speech("N");
    /// assert_eq!(entry.to_row().nth(1), Some(("pos", "N")));
    /// ```
    #[must_use]
    pub fn part_of_speech(self, part_of_speech: impl AsRef<str>) -> Self {
        self.with("pos", part_of_speech.as_ref())
    }

    fn with(mut self, column: &str, value: &str) -> Self {
        for (cell, name) in self.cells.iter_mut().zip(COLUMNS) {
            if name == column {
                value.trim().clone_into(cell);
            }
        }
        self
    }

    /// The entry of a row of a table: the values of some [`Self::COLUMNS`] by name, an empty one as if it were not there.
    /// The act `assert` makes a blocker. `subtype`, `example` and `note`, which the shipped lexicon has too, are passed over.
    ///
    /// # Errors
    /// A column has another name, pattern or act is missing, or a value is none of those that its column can have.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::{Act, StanceExpression};
    /// let row = [("pattern", "stand tall with"), ("act", "support")];
    /// assert_eq!(StanceExpression::from_row(row), Ok(StanceExpression::new("stand tall with", Act::Support)));
    /// let error = StanceExpression::from_row([("pattern", "cry foul"), ("act", "grumble")]).unwrap_err();
    /// assert!(error.to_string().starts_with(r#"expression "cry foul": act "grumble", expected support, "#));
    /// ```
    pub fn from_row<C: AsRef<str>, V: AsRef<str>>(
        row: impl IntoIterator<Item = (C, V)>,
    ) -> Result<Self, ExpressionError> {
        let mut own = Self::of("", "");
        let mut strange = None;
        for (column, value) in row {
            let (column, value) = (column.as_ref(), value.as_ref());
            match column {
                "pattern" => own = own.with(column, &stance_pattern::tidy(value)),
                _ if COLUMNS.contains(&column) => own = own.with(column, value),
                _ if NOTES.contains(&column) => {}
                _ => strange = strange.or_else(|| Some(format!("the column {column:?}"))),
            }
        }
        if let Some(found) = strange {
            let expected = format!("one of {}, {}", COLUMNS.join(", "), NOTES.join(", "));
            return Err(own.error(Fault { found, expected }));
        }
        // Read once by itself, so that whoever has many rows can say in which one a fault is.
        let lexicon = Lexicon::embedded();
        let read = lexicon.stances.without_entries().add(&mut Vocabulary::default(), &own.row(&lexicon));
        read.map_err(|fault| own.error(fault))?;
        Ok(own)
    }

    /// What the entry says, by column, in the order of [`Self::COLUMNS`]: [`Self::from_row`] makes it again.
    ///
    /// # Examples
    /// ```
    /// let blocker = notaverbale::StanceExpression::blocker("take part in");
    /// assert_eq!(blocker.to_row().collect::<Vec<_>>(), [("pattern", "take part in"), ("act", "assert")]);
    /// ```
    pub fn to_row(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let cells = self.cells.iter().map(String::as_str);
        COLUMNS.into_iter().zip(cells).filter(|(_, cell)| !cell.is_empty())
    }

    fn error(&self, fault: Fault) -> ExpressionError {
        let Fault { found, expected } = fault;
        ExpressionError { pattern: self.cells[0].clone(), found, expected }
    }

    /// The entry with the usual values where the caller says nothing, as the shipped lexicon would have it.
    fn row<'e>(&'e self, lexicon: &Lexicon) -> Cells<'e> {
        let mut cells = self.cells.each_ref().map(String::as_str);
        let [pattern, pos, act, polarity, strength, target, _, cameo, plover, frame] = &mut cells;
        let usually = |cell: &mut &'e str, usual: &'static str| {
            if cell.is_empty() {
                *cell = usual;
            }
        };
        usually(pos, part_of_speech(&lexicon.vocabulary, pattern));
        let modal = *pos == "AUX" && !pattern.contains(' ');
        usually(frame, if modal { "none" } else { ANYTHING });
        usually(strength, Strength::Plain.as_str());
        let slot = pattern.split(' ').any(|item| item == "*");
        usually(
            target,
            if modal {
                "VP"
            } else if slot {
                "slot"
            } else {
                "obj"
            },
        );
        if let Some(labels) = lexicon.crosswalk.usual(act) {
            usually(polarity, labels.polarity);
            if cameo.is_empty() && plover.is_empty() {
                (*cameo, *plover) = (labels.cameo, labels.plover);
            }
        }
        Cells::new(&COLUMNS, cells.to_vec())
    }
}

/// What a pattern is, by its classes and its first word.
fn part_of_speech(vocabulary: &Vocabulary, pattern: &str) -> &'static str {
    let mut items = pattern.split(' ');
    if items.clone().any(|item| item == "BE") {
        return "ADJ";
    }
    let first = items.next().unwrap_or("");
    let function = vocabulary.word(vocabulary.look_up(first.split('|').next().unwrap_or(""))).function;
    match (first, function) {
        ("SV", _) => "N",
        (_, Some((_, Feature::Modal))) => "AUX",
        (_, Some((upos, _))) if upos != Upos::Aux => "N",
        _ if items.next().is_some() => "MWE",
        _ => "V",
    }
}

impl Lexicon {
    /// Adds the entries of a caller, each in place of those of the same pattern that were there before.
    pub fn add_expressions(&mut self, own: &[StanceExpression]) -> Result<(), ExpressionError> {
        let rows: Vec<Cells> = own.iter().map(|own| own.row(self)).collect();
        for row in rows.iter().filter(|row| matches!(row.cell(1), "V" | "MWE")) {
            let pattern = row.cell(0).strip_prefix("NOT ").unwrap_or(row.cell(0));
            let first = pattern.split(' ').next().unwrap_or("").split('|');
            for verb in first.filter(|word| word.starts_with(char::is_lowercase)) {
                self.vocabulary.learn_verb(verb);
            }
        }
        let added = self.stances.replace(&mut self.vocabulary, &rows);
        added.map_err(|(index, fault)| own[index].error(fault))
    }
}
