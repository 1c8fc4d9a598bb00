//! Who takes part in a document, and the words that stand for them.

use crate::lexicon::name::Gender;
use crate::lexicon::party::PartyId;
use crate::lexicon::vocabulary::WordId;
pub(crate) use crate::mention::cast::{MemberKind, MentionForm as Form};
use crate::span::Span;
use crate::syntax::Tokens;

/// The number of a member; people with names come first.
pub(crate) type MemberId = usize;

/// The number of a mention.
pub(crate) type MentionId = usize;

/// A person, a body or a group that a document mentions.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Member {
    pub kind: MemberKind,
    /// The fullest name, without title; for one without a name its fullest description without article.
    pub name: String,
    pub named: bool,
    /// In order of mention; more than one for groups.
    pub parties: Vec<PartyId>,
    /// The side that the person's office names, where nothing else does.
    pub office: Vec<PartyId>,
    pub gender: Option<Gender>,
    /// The words of titles; of a body, the words of its description.
    pub roles: Vec<WordId>,
    pub role: Option<Span>,
    /// Whether a group is the two sides that the document is about.
    pub of_sides: bool,
    /// Those who make up a group.
    pub members: Vec<MemberId>,
    /// The first mention.
    pub first: Option<MentionId>,
    /// The latest mention.
    pub latest: Option<MentionId>,
    /// How many mentions there were so far.
    pub count: usize,
}

impl Member {
    pub fn new(kind: MemberKind, name: String) -> Self {
        Self {
            kind,
            name,
            named: false,
            parties: Vec::new(),
            office: Vec::new(),
            gender: None,
            roles: Vec::new(),
            role: None,
            of_sides: false,
            members: Vec::new(),
            first: None,
            latest: None,
            count: 0,
        }
    }
}

/// The part that a mention plays in its clause.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Function {
    Subject,
    Possessor,
    Other,
}

/// Words that stand for a member.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Mention {
    pub sentence: usize,
    pub tokens: Tokens,
    pub form: Form,
    pub function: Function,
    pub member: MemberId,
    /// The outermost quotation around it.
    pub quotation: Option<u32>,
    /// Whether it is the first mention of its sentence.
    pub opening: bool,
}
