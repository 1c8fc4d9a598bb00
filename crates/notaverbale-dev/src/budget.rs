//! What speeds and sizes have to be, beside what was measured.

use std::fmt;

/// A line of `budgets.tsv`.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Budget {
    /// What of.
    pub measure: &'static str,
    /// What the number counts.
    pub unit: &'static str,
    /// Whether more is better.
    pub least: bool,
    /// The number.
    pub bar: f64,
}

impl Budget {
    /// All of them.
    pub fn all() -> Vec<Self> {
        let lines = include_str!("../budgets.tsv").lines().filter(|line| !line.starts_with('#'));
        lines.skip(1).filter_map(Self::read).collect()
    }

    fn read(line: &'static str) -> Option<Self> {
        let [measure, unit, bar, number] = line.split('\t').collect::<Vec<_>>()[..] else { return None };
        Some(Self { measure, unit, least: bar == "least", bar: number.parse().ok()? })
    }

    /// The budget of a measure.
    ///
    /// # Panics
    /// There is none.
    pub fn of(measure: &str) -> Self {
        let found = Self::all().into_iter().find(|budget| budget.measure == measure);
        found.unwrap_or_else(|| panic!("budgets.tsv has no {measure:?}"))
    }

    /// Whether a number is within it.
    pub fn holds(&self, value: f64) -> bool {
        if self.least { value >= self.bar } else { value <= self.bar }
    }
}

impl fmt::Display for Budget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", if self.least { "least" } else { "most" }, self.bar)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_read() {
        let lines = include_str!("../budgets.tsv").lines().filter(|line| !line.starts_with('#')).skip(1);
        assert_eq!(Budget::all().len(), lines.count());
        assert!(Budget::all().iter().all(|budget| budget.bar > 0.0));
    }

    #[test]
    fn a_number_at_the_bar_holds() {
        let most = Budget { measure: "load", unit: "ms", least: false, bar: 60.0 };
        assert!(most.holds(60.0) && !most.holds(60.1));
        let least = Budget { least: true, ..most };
        assert!(least.holds(60.0) && !least.holds(59.9));
    }
}
