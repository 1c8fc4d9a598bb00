//! The dependency tree of a sentence, over the tokens that attribution and stance see.

use crate::dependency::{Dependency, Deprel};
use crate::reading::Reading;
use crate::span::Span;
use crate::syntax::Tokens;
use crate::tag::{Upos, Xpos};

/// Which token depends on which. A token of several words (`vice-president`) hangs where the word nearest to the root does.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Tree {
    nodes: Vec<Node>,
    /// The dependents of all tokens, those of one token next to each other.
    dependents: Vec<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Node {
    head: Option<usize>,
    deprel: Deprel,
    upos: Upos,
    xpos: Option<Xpos>,
    /// How many heads stand above it.
    depth: usize,
    /// From the first to the last token that hangs on it, itself among them.
    extent: Tokens,
    /// Its place in the list of dependents.
    dependents: Tokens,
}

impl Tree {
    /// The tree over `tokens`, from one over `words`, whose heads count from `first`. Each word lies in one token.
    pub fn new(tokens: &[Reading], words: &[Span], dependencies: &[Dependency], first: usize) -> Self {
        let word_heads: Vec<_> = dependencies.iter().map(|word| word.head.map(|head| head - first)).collect();
        let token_of = tokens_of(tokens, words);
        let mut nearest = vec![usize::MAX; tokens.len()];
        let mut heads = vec![None; tokens.len()];
        let mut labels = vec![None; tokens.len()];
        for (word, depth) in depths(&word_heads).into_iter().enumerate() {
            let token = token_of[word];
            if depth < nearest[token] {
                nearest[token] = depth;
                heads[token] = word_heads[word].map(|head| token_of[head]);
                labels[token] = Some(dependencies[word]);
            }
        }
        let node = |(head, label): (Option<usize>, Option<Dependency>)| Node {
            head,
            deprel: label.map_or(Deprel::ROOT, |word| word.deprel),
            upos: label.map_or(Upos::X, |word| word.tag.upos),
            xpos: label.map(|word| word.tag.xpos),
            depth: 0,
            extent: Tokens::new(0, 0),
            dependents: Tokens::new(0, 0),
        };
        let nodes = heads.into_iter().zip(labels).map(node).collect();
        let mut tree = Self { nodes, dependents: Vec::with_capacity(tokens.len()) };
        tree.settle();
        tree
    }

    /// Hangs words on other heads. `heads` has to be a tree.
    pub(super) fn attach(&mut self, heads: &[Option<usize>]) {
        for (node, &head) in self.nodes.iter_mut().zip(heads) {
            node.head = head;
        }
        self.settle();
    }

    /// Gives a word another relation to its head.
    pub(super) fn relate(&mut self, at: usize, deprel: Deprel) {
        self.nodes[at].deprel = deprel;
    }

    /// The heads of all tokens.
    pub(super) fn heads(&self) -> Vec<Option<usize>> {
        self.nodes.iter().map(|node| node.head).collect()
    }

    /// Reads what follows from the heads.
    fn settle(&mut self) {
        let depths = depths(&self.heads());
        for (at, (node, depth)) in self.nodes.iter_mut().zip(depths).enumerate() {
            (node.depth, node.extent, node.dependents) = (depth, Tokens::new(at, at + 1), Tokens::new(0, 0));
        }
        self.read_extents();
        self.read_dependents();
    }

    fn read_extents(&mut self) {
        let mut order: Vec<usize> = (0..self.nodes.len()).collect();
        order.sort_by_key(|&at| std::cmp::Reverse(self.nodes[at].depth));
        for at in order {
            let Node { head, extent, .. } = self.nodes[at];
            if let Some(head) = head {
                let whole = &mut self.nodes[head].extent;
                *whole = Tokens::new(whole.first.min(extent.first), whole.end.max(extent.end));
            }
        }
    }

    fn read_dependents(&mut self) {
        self.dependents = (0..self.nodes.len()).filter(|&at| self.nodes[at].head.is_some()).collect();
        self.dependents.sort_by_key(|&at| self.nodes[at].head);
        let mut first = 0;
        while let Some(head) = self.dependents.get(first).and_then(|&at| self.nodes[at].head) {
            let rest = &self.dependents[first..];
            let count = rest.iter().take_while(|&&at| self.nodes[at].head == Some(head)).count();
            self.nodes[head].dependents = Tokens::new(first, first + count);
            first += count;
        }
    }

    /// The token that `at` hangs on; none for the root.
    pub fn head(&self, at: usize) -> Option<usize> {
        self.nodes[at].head
    }

    /// The relation to the head.
    pub fn deprel(&self, at: usize) -> Deprel {
        self.nodes[at].deprel
    }

    /// The part of speech, as learned.
    pub fn upos(&self, at: usize) -> Upos {
        self.nodes[at].upos
    }

    /// The finer part of speech.
    pub fn xpos(&self, at: usize) -> Option<Xpos> {
        self.nodes[at].xpos
    }

    /// From the first to the last token that hangs on `at`, itself among them.
    pub fn extent(&self, at: usize) -> Tokens {
        self.nodes[at].extent
    }

    /// What hangs on `at`, in order.
    pub fn dependents(&self, at: usize) -> impl DoubleEndedIterator<Item = usize> {
        let range = self.nodes[at].dependents;
        self.dependents[range.first..range.end].iter().copied()
    }

    /// The first dependent with one of these relations.
    pub fn dependent(&self, at: usize, relations: &[Deprel]) -> Option<usize> {
        self.dependents(at).find(|&dependent| relations.contains(&self.deprel(dependent)))
    }

    /// The token of `range` nearest to the root; the first of several.
    pub fn top(&self, range: Tokens) -> Option<usize> {
        (range.first..range.end).min_by_key(|&at| self.nodes[at].depth)
    }
}

/// The token that each word lies in.
fn tokens_of(tokens: &[Reading], words: &[Span]) -> Vec<usize> {
    let mut token = 0;
    let of = |word: &Span| {
        while token + 1 < tokens.len() && tokens[token].span.end <= word.start {
            token += 1;
        }
        token
    };
    words.iter().map(of).collect()
}

/// How many heads stand above each word. Linear: each chain is followed once.
fn depths(heads: &[Option<usize>]) -> Vec<usize> {
    let mut depths = vec![None; heads.len()];
    let mut chain = Vec::new();
    for word in 0..heads.len() {
        let mut at = Some(word);
        while let Some(above) = at.filter(|&above| depths[above].is_none()) {
            chain.push(above);
            at = heads[above];
        }
        let mut depth = at.and_then(|above| depths[above]).map_or(0, |depth: usize| depth + 1);
        while let Some(below) = chain.pop() {
            depths[below] = Some(depth);
            depth += 1;
        }
    }
    depths.into_iter().map(Option::unwrap_or_default).collect()
}

#[cfg(all(test, feature = "models"))]
mod tests {
    use super::*;
    use crate::dependency::Parser;
    use crate::token::{Tokenizer, compound};

    fn tree(text: &str) -> (Tree, Vec<&str>) {
        let words = Tokenizer::default().spans(text);
        let mut joined = words.clone();
        compound::join(text, &mut joined, 0);
        let tokens: Vec<Reading> = joined.iter().copied().map(Reading::new).collect();
        let tree = Tree::new(&tokens, &words, &Parser::embedded().parse(text, &words), 0);
        (tree, joined.iter().map(|span| span.text(text)).collect())
    }

    #[test]
    fn heads_extents_and_dependents() {
        let (tree, words) = tree("Peru's Vice-President thanked the port of Lima.");
        let at = |word: &str| words.iter().position(|&one| one == word).unwrap();
        let thanked = at("thanked");
        assert_eq!(tree.head(thanked), None);
        assert_eq!(tree.head(at("Vice-President")), Some(thanked));
        assert_eq!(tree.extent(at("port")), Tokens::new(at("the"), at("Lima") + 1));
        let dependents: Vec<&str> = tree.dependents(thanked).map(|at| words[at]).collect();
        assert_eq!(dependents, ["Vice-President", "port", "."]);
        assert_eq!(tree.dependent(thanked, &[Deprel::OBJ]), Some(at("port")));
        assert_eq!(tree.top(Tokens::new(0, words.len())), Some(thanked));
    }
}
