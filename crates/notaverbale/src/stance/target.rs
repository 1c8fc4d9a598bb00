//! The target: what the stance is toward.

use crate::dependency::Deprel;
use crate::lexicon::stance::Slot;
use crate::lexicon::vocabulary::Feature;
use crate::stance::argument::{FAR, NEAR, without_complementizer};
use crate::stance::effect::Effect;
use crate::stance::predicate::Predicate;
use crate::stance::{Act, clause};
use crate::syntax::Tokens;

impl Predicate<'_> {
    /// The whole phrase or clause that the stance is toward.
    pub fn target(&self, effect: &Effect) -> Option<Tokens> {
        let (view, entry) = (self.view, self.expression.entry);
        if entry.modal && effect.act == Act::Request {
            // `A should V`: the action with its subject; `must not V`, or where another verb stands between: the action alone.
            let near = |subject: &Tokens| {
                let between = Tokens::new(subject.end, self.expression.tokens.first);
                !effect.negated && view.phrases.verbs(between).next().is_none()
            };
            let first = self.subject.filter(near).map_or(self.complement.first, |subject| subject.first);
            return Some(view.trim(Tokens::new(first, self.complement.end)));
        }
        // `Delay, she warned, would cost lives.`
        let content = &self.attributed.content;
        let first = content.first().map_or(0, |piece| piece.first);
        let behind = self.is_cue && !self.passive && first < self.expression.tokens.first;
        if behind
            && self.complement.is_empty()
            && let (Some(first), Some(last)) = (content.first(), content.last())
        {
            return Some(view.trim(Tokens::new(first.first, last.end)));
        }
        if let Some(clause) = self.extraposed() {
            return Some(clause);
        }
        let rest =
            || Some(view.trim(self.complement)).filter(|rest| !entry.targets.is_empty() && !rest.is_empty());
        let reach = if view.tree.is_some() { NEAR } else { FAR };
        self.antecedent().or_else(|| self.fill(&entry.targets, reach)).or_else(rest)
    }

    /// What a relative pronoun stands for that is the object of the expression (`the ban, which Peru opposes`).
    fn antecedent(&self) -> Option<Tokens> {
        let (view, tree) = (self.view, self.view.tree?);
        let object = self.expression.entry.targets.contains(&Slot::Object) && !self.passive;
        let pronoun = tree.dependent(self.root, &[Deprel::OBJ]).filter(|&at| {
            at < self.root && matches!(view.tokens[at].feature, Feature::Relative | Feature::That)
        })?;
        clause::antecedent(view, tree, self.root, pronoun).filter(|_| object)
    }

    /// What `it` stands for (`It is, as always, wonderful to be here`).
    fn extraposed(&self) -> Option<Tokens> {
        let (view, subject) = (self.view, self.subject?);
        let tree = view.tree?;
        let it = subject.end - subject.first == 1 && view.tokens[subject.first].word == view.lexicon.words.it;
        let about = self.expression.entry.targets.first() == Some(&Slot::Subject);
        let clause = [Deprel::CSUBJ, Deprel::CCOMP, Deprel::XCOMP, Deprel::ADVCL];
        let clause = tree.dependents(self.root).find(|&at| {
            at > self.root
                && clause.contains(&tree.deprel(at))
                && tree.dependent(at, &[Deprel::MARK]).is_some_and(|mark| {
                    view.tokens[mark].feature == Feature::That
                        || view.tokens[mark].word == view.lexicon.words.to
                })
        })?;
        let range = Tokens::new(tree.extent(clause).first, self.complement.end);
        let range = without_complementizer(view, range);
        (it && about && !range.is_empty()).then(|| view.trim(range))
    }
}
