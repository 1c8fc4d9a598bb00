//! The cast of a document: who is in it, with every mention.

use crate::attribution::Attributed;
use crate::mention::chain::Chain;
use crate::mention::member::MemberId;
use crate::mention::resolution::{Resolver, Speaker};
use crate::parse::Parsed;
use crate::span::Span;
use rustc_hash::FxHashMap;

/// What a member of the cast is.
///
/// # Examples
/// ```
/// use notaverbale::{Analyzer, MemberKind};
/// let document = Analyzer::default().analyze("Peru thanked Chile.");
/// assert_eq!(document.cast()[0].kind, Some(MemberKind::Body));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum MemberKind {
    /// One human being.
    Person,
    /// A state, an organisation, a ministry.
    Body,
    /// Several at once (`the two sides`, `A and B`).
    Group,
}

impl MemberKind {
    /// All kinds.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::MemberKind;
    /// assert_eq!(MemberKind::ALL[0], MemberKind::Person);
    /// ```
    pub const ALL: &'static [Self] = &[Self::Person, Self::Body, Self::Group];

    /// The name used in JSON and Python.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(notaverbale::MemberKind::Person.as_str(), "person");
    /// ```
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Body => "body",
            Self::Group => "group",
        }
    }
}

/// How a mention stands for somebody.
///
/// # Examples
/// ```
/// use notaverbale::{Analyzer, MentionForm};
/// let document = Analyzer::default().analyze("Foreign Minister Ana Lima said that talks had begun.");
/// assert_eq!(document.cast()[0].mentions[0].form, MentionForm::Name);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum MentionForm {
    /// By a name, with titles and appositions (`Foreign Minister Ana Lima`).
    Name,
    /// By a description without a name (`the minister`).
    Description,
    /// By a pronoun (`she`).
    Pronoun,
}

impl MentionForm {
    /// All forms.
    ///
    /// # Examples
    /// ```
    /// use notaverbale::MentionForm;
    /// assert_eq!(MentionForm::ALL[0], MentionForm::Name);
    /// ```
    pub const ALL: &'static [Self] = &[Self::Name, Self::Description, Self::Pronoun];

    /// The name used in JSON and Python.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(notaverbale::MentionForm::Name.as_str(), "name");
    /// ```
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Description => "description",
            Self::Pronoun => "pronoun",
        }
    }
}

/// Words that stand for a member of the cast.
///
/// # Examples
/// ```
/// let text = "Foreign Minister Ana Lima met reporters. She said that talks had begun.";
/// let document = notaverbale::Analyzer::default().analyze(text);
/// let mention = &document.cast()[0].mentions[1];
/// assert_eq!((mention.span.text(text), mention.form.as_str()), ("She", "pronoun"));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Mention {
    /// Where the words stand, in bytes, half open.
    pub span: Span,
    /// How they stand for the member.
    pub form: MentionForm,
}

/// Somebody in a document: a person with a name, or whoever speaks.
///
/// # Examples
/// ```
/// let text = "Foreign Minister Ana Lima met reporters. She said that talks had begun.";
/// let document = notaverbale::Analyzer::default().analyze(text);
/// let member = &document.cast()[0];
/// assert_eq!((member.name.as_str(), member.role.as_deref()), ("Ana Lima", Some("Foreign Minister")));
/// assert_eq!(member.mentions.len(), 2);
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Member {
    /// The fullest name in the document, without title; for one without a name the fullest description, without article.
    pub name: String,
    /// What the member is; `None` where it can't be told, as of an author whom the text does not mention.
    pub kind: Option<MemberKind>,
    /// The first title that the document gives a person, as it is written there.
    pub role: Option<String>,
    /// The country or organisation whose side the member is on, as in [`Statement::party`](crate::Statement::party).
    pub party: Option<String>,
    /// Every mention, in order; none of an author whom only the caller names.
    pub mentions: Vec<Mention>,
}

/// The cast, and for each statement its speaker in it and the mention that names the speaker.
pub(crate) struct Cast {
    pub members: Vec<Member>,
    pub speakers: Vec<Option<usize>>,
    pub mentions: Vec<Option<Span>>,
}

impl Cast {
    /// The people with names and everybody who speaks, in order of their first mention.
    pub fn new(chain: &Chain, parsed: &Parsed, found: &[Attributed]) -> Self {
        let resolver = Resolver::new(chain);
        let mut mentions: Vec<Vec<Mention>> = vec![Vec::new(); chain.members.len()];
        for mention in &chain.mentions {
            let span = parsed.view(mention.sentence).span(mention.tokens);
            mentions[mention.member].push(Mention { span, form: mention.form });
        }
        for &label in parsed.layout.labels.iter().flatten() {
            let name = parsed.label_name(label.text(parsed.text));
            if let Some(person) = name.and_then(|name| chain.people.find(&name)) {
                mentions[person].push(Mention { span: label, form: MentionForm::Name });
            }
        }
        let mut speaks = vec![false; chain.members.len()];
        for attributed in found {
            if let Some(member) = attributed.speaker.member {
                speaks[member] = true;
            }
        }
        let mut cast = Self { members: Vec::new(), speakers: Vec::new(), mentions: Vec::new() };
        let mut places: FxHashMap<MemberId, usize> = FxHashMap::default();
        let mut order: Vec<MemberId> = (0..chain.members.len())
            .filter(|&id| {
                let member = &chain.members[id];
                let person = member.kind == MemberKind::Person;
                // A person without a mention is one whom the caller knows more of.
                let mentioned = !person || !mentions[id].is_empty();
                mentioned && (speaks[id] || person && member.named)
            })
            .collect();
        for spans in &mut mentions {
            spans.sort_by_key(|mention| (mention.span.start, mention.span.end));
        }
        order.sort_by_key(|&id| (mentions[id].first().map_or(usize::MAX, |first| first.span.start), id));
        for id in order {
            places.insert(id, cast.members.len());
            let member = &chain.members[id];
            let speaker = resolver.speaker(id);
            cast.members.push(Member {
                party: speaker.party(parsed.lexicon),
                name: speaker.name.unwrap_or_default(),
                kind: Some(member.kind),
                role: member.role.map(|role| role.text(parsed.text).to_owned()),
                mentions: std::mem::take(&mut mentions[id]),
            });
        }
        let mut others: FxHashMap<String, usize> = FxHashMap::default();
        for attributed in found {
            let speaker = attributed.speaker.member.and_then(|member| places.get(&member).copied());
            let speaker = speaker.or_else(|| cast.other(&attributed.speaker, chain, parsed, &mut others));
            let mention = cast.naming(chain, parsed, &resolver, attributed);
            cast.speakers.push(speaker);
            cast.mentions.push(mention);
        }
        cast
    }

    /// The place of a speaker whom the text does not mention as one. The party is that of the first statement that has one.
    fn other(
        &mut self,
        speaker: &Speaker,
        chain: &Chain,
        parsed: &Parsed,
        others: &mut FxHashMap<String, usize>,
    ) -> Option<usize> {
        let name = speaker.name.clone()?;
        let party = speaker.party(parsed.lexicon);
        if let Some(&known) = others.get(&name) {
            let member = &mut self.members[known];
            member.party = member.party.take().or(party);
            return Some(known);
        }
        others.insert(name.clone(), self.members.len());
        let known = speaker.member.map(|member| chain.members[member].kind);
        let group = (speaker.parties.len() > 1 || name.contains(" and ")).then_some(MemberKind::Group);
        self.members.push(Member { party, name, kind: known.or(group), role: None, mentions: Vec::new() });
        Some(self.members.len() - 1)
    }

    /// The words that name a statement's speaker: the source's own, or those before them that a pronoun stands for; of a
    /// continued statement those of the one that it goes on with.
    fn naming(
        &self,
        chain: &Chain,
        parsed: &Parsed,
        resolver: &Resolver,
        attributed: &Attributed,
    ) -> Option<Span> {
        let statement = &attributed.statement;
        let Some(&source) = statement.source.first() else {
            let cued = statement.continues.and_then(|cued| self.mentions.get(cued).copied().flatten());
            return cued.or_else(|| {
                let member = &chain.members[attributed.speaker.member?];
                let mention = &chain.mentions[member.first?];
                Some(parsed.view(mention.sentence).span(mention.tokens))
            });
        };
        let sentence = parsed.sentences.partition_point(|sentence| sentence.span.end <= source.start);
        if sentence >= parsed.sentences.len() {
            return Some(source);
        }
        let view = parsed.view(sentence);
        let range = view.range(source)?;
        match resolver.naming(&view, range) {
            Some(number) => {
                let mention = &chain.mentions[number];
                Some(parsed.view(mention.sentence).span(mention.tokens))
            }
            None if resolver.is_pronoun(&view, range) => None,
            None => Some(source),
        }
    }
}
