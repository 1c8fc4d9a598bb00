//! The best tree over scored arcs.

/// For each word the number of its head, from 1; 0 for the root.
///
/// `scores` has a row for each word and a column for each head, the root first: `scores[word * (words + 1) + head]`.
/// The tree has the highest sum of scores among those in which exactly one word hangs on the root. Arcs may cross.
/// Quadratic in the number of words where the best head of each word gives a tree, as nearly always; cubic at worst.
///
/// # References
/// Chu and Liu (1965); Edmonds (1967); McDonald et al. (2005), HLT-EMNLP.
pub fn best_tree(scores: &[f32], words: usize) -> Vec<usize> {
    let width = words + 1;
    let heads: Vec<usize> = (0..words)
        .map(|word| {
            let row = &scores[word * width..(word + 1) * width];
            argmax((0..width).filter(|&head| head != word + 1).map(|head| (head, f64::from(row[head]))))
        })
        .collect();
    if is_tree(&heads) { heads } else { Contraction::new(scores, words).solve() }
}

/// The first key with the highest value; 0 where there is none.
fn argmax(pairs: impl Iterator<Item = (usize, f64)>) -> usize {
    let mut best = (0, f64::NEG_INFINITY);
    for (key, value) in pairs {
        if value > best.1 {
            best = (key, value);
        }
    }
    best.0
}

/// A score that can be reckoned with, whatever the weights were: the nearest number to one that is infinite, and the lowest
/// for one that is none.
fn finite(score: f32) -> f64 {
    if score.is_nan() { f64::from(f32::MIN) } else { f64::from(score.clamp(f32::MIN, f32::MAX)) }
}

/// Whether one word hangs on the root, and every other on it in the end.
fn is_tree(heads: &[usize]) -> bool {
    heads.iter().filter(|&&head| head == 0).count() == 1
        && cycle(heads.len() + 1, |node| heads.get(node.wrapping_sub(1)).copied()).is_none()
}

/// A cycle among `nodes` that each have one parent or none, in the order of its arcs from child to parent.
fn cycle(nodes: usize, parent: impl Fn(usize) -> Option<usize>) -> Option<Vec<usize>> {
    // The walk that reached a node first; 0 for none.
    let mut walk = vec![0; nodes];
    for start in 0..nodes {
        let mut node = start;
        while walk[node] == 0 {
            walk[node] = start + 1;
            let Some(next) = parent(node) else { break };
            node = next;
        }
        if walk[node] == start + 1 && parent(node).is_some() {
            let mut members = vec![node];
            let mut next = parent(node);
            while let Some(member) = next.filter(|&member| member != node) {
                members.push(member);
                next = parent(member);
            }
            if next == Some(node) {
                return Some(members);
            }
        }
    }
    None
}

/// The dense graph in which cycles are contracted to one of their nodes.
struct Contraction {
    width: usize,
    /// By child and parent, what the arc is worth now.
    scores: Vec<f64>,
    /// By child and parent, the arc of the first graph that it stands for.
    arcs: Vec<(usize, usize)>,
    alive: Vec<bool>,
    /// The nodes of the first graph that each node stands for.
    inner: Vec<Vec<usize>>,
}

/// An arc of a cycle: the nodes of the first graph below it, and its two ends there.
struct CycleArc {
    below: Vec<usize>,
    child: usize,
    head: usize,
}

impl Contraction {
    fn new(scores: &[f32], words: usize) -> Self {
        let width = words + 1;
        // Any tree has an arc from the root; this much less for each makes the best one have no second.
        let spread = scores.iter().fold(1.0_f64, |most, &score| most.max(finite(score).abs()));
        let penalty = 2.0 * spread * width as f64;
        let mut graph = Self {
            width,
            scores: vec![f64::NEG_INFINITY; width * width],
            arcs: vec![(0, 0); width * width],
            alive: vec![true; width],
            inner: (0..width).map(|node| vec![node]).collect(),
        };
        for child in 1..width {
            for parent in (0..width).filter(|&parent| parent != child) {
                let score = finite(scores[(child - 1) * width + parent]);
                graph.scores[child * width + parent] = if parent == 0 { score - penalty } else { score };
                graph.arcs[child * width + parent] = (child, parent);
            }
        }
        graph
    }

    fn solve(mut self) -> Vec<usize> {
        let width = self.width;
        let mut contracted = Vec::new();
        let mut parents: Vec<Option<usize>> = (0..width).map(|child| self.best_parent(child)).collect();
        loop {
            let Some(members) = cycle(width, |node| parents[node]) else {
                return self.expand(&parents, contracted);
            };
            let inside = |&node: &usize| {
                let (child, head) = self.arcs[node * width + parents[node].unwrap_or(0)];
                CycleArc { below: self.inner[node].clone(), child, head }
            };
            contracted.push(members.iter().map(inside).collect::<Vec<_>>());
            self.contract(&members, &parents);
            self.renew(&mut parents, &members);
        }
    }

    /// The parent with the highest score; the first of several.
    fn best_parent(&self, child: usize) -> Option<usize> {
        let row = &self.scores[child * self.width..][..self.width];
        let others = (0..self.width).filter(|&parent| parent != child && self.alive[parent]);
        (child > 0 && self.alive[child]).then(|| argmax(others.map(|parent| (parent, row[parent]))))
    }

    /// Finds the best parents anew once `members` are one node: of that node, and of those that hung on one of them. For any
    /// other, an arc from that node is worth no more than its best one before.
    fn renew(&self, parents: &mut [Option<usize>], members: &[usize]) {
        let into = members[0];
        let mut changed = vec![false; self.width];
        for &node in members {
            changed[node] = true;
        }
        for child in 0..self.width {
            let row = &self.scores[child * self.width..][..self.width];
            match parents[child] {
                Some(parent) if changed[child] || changed[parent] => parents[child] = self.best_parent(child),
                Some(parent) if into < parent && row[into] >= row[parent] => parents[child] = Some(into),
                _ => {}
            }
        }
    }

    /// Makes one node of a cycle, the first of `members`.
    fn contract(&mut self, members: &[usize], parents: &[Option<usize>]) {
        let width = self.width;
        let into = members[0];
        let mut member = vec![false; width];
        for &node in members {
            member[node] = true;
        }
        for other in (0..width).filter(|&node| self.alive[node] && !member[node]).collect::<Vec<_>>() {
            // The best arc from outside, against the arc of the cycle that it replaces.
            let gain = |node: usize| {
                self.scores[node * width + other] - self.scores[node * width + parents[node].unwrap_or(0)]
            };
            let enter = argmax(members.iter().map(|&node| (node, gain(node))));
            let (score, arc) = (gain(enter), self.arcs[enter * width + other]);
            let leave = argmax(members.iter().map(|&node| (node, self.scores[other * width + node])));
            if other > 0 {
                self.scores[other * width + into] = self.scores[other * width + leave];
                self.arcs[other * width + into] = self.arcs[other * width + leave];
            }
            self.scores[into * width + other] = score;
            self.arcs[into * width + other] = arc;
        }
        for &node in &members[1..] {
            self.alive[node] = false;
            let inner = std::mem::take(&mut self.inner[node]);
            self.inner[into].extend(inner);
        }
    }

    /// The heads of the words: arcs between what is left, then the arcs of each cycle but the one that is replaced.
    fn expand(&self, parents: &[Option<usize>], contracted: Vec<Vec<CycleArc>>) -> Vec<usize> {
        let mut heads = vec![None; self.width];
        for (node, parent) in parents.iter().enumerate() {
            if let Some(parent) = parent {
                let (child, head) = self.arcs[node * self.width + parent];
                heads[child] = Some(head);
            }
        }
        for arc in contracted.into_iter().rev().flatten() {
            if arc.below.iter().all(|&node| heads[node].is_none()) {
                heads[arc.child] = Some(arc.head);
            }
        }
        heads.into_iter().skip(1).map(|head| head.unwrap_or(0)).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The sum of the best tree over all assignments of heads.
    fn exhaustive(scores: &[f32], words: usize) -> f64 {
        let width = words + 1;
        let mut most = f64::NEG_INFINITY;
        for number in 0..width.pow(words as u32) {
            let heads: Vec<usize> = (0..words).map(|word| number / width.pow(word as u32) % width).collect();
            if is_tree(&heads) {
                most = most.max(sum(scores, &heads));
            }
        }
        most
    }

    fn sum(scores: &[f32], heads: &[usize]) -> f64 {
        let width = heads.len() + 1;
        heads.iter().enumerate().map(|(word, &head)| f64::from(scores[word * width + head])).sum()
    }

    fn any_score() -> impl Strategy<Value = f32> {
        let odd = [f32::NAN, f32::INFINITY, f32::NEG_INFINITY, f32::MAX, f32::MIN, 0.0];
        prop_oneof![prop::sample::select(odd.to_vec()), -9.0_f32..9.0]
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn is_the_best_of_all_trees(words in 1_usize..6, scores in prop::collection::vec(-9.0_f32..9.0, 30)) {
            let scores = &scores[..words * (words + 1)];
            let heads = best_tree(scores, words);
            prop_assert!(is_tree(&heads), "{heads:?}");
            prop_assert!((sum(scores, &heads) - exhaustive(scores, words)).abs() < 1e-3);
        }

        #[test]
        fn is_a_tree_whatever_the_scores(words in 1_usize..9, scores in prop::collection::vec(any_score(), 72)) {
            let heads = best_tree(&scores[..words * (words + 1)], words);
            prop_assert!(is_tree(&heads), "{heads:?}");
        }
    }
}
