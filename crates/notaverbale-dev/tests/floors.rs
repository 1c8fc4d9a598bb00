//! No score on the annotated corpora falls below its floor in `floors.tsv`.
#![allow(clippy::print_stdout, reason = "an absent corpus is said, not passed in silence")]

use notaverbale_dev::corpus::{Corpora, Error};
use notaverbale_dev::evaluate::evaluate;

#[test]
fn scores_stay_above_their_floors() {
    let corpora = match Corpora::find_from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data")) {
        Ok(corpora) => corpora,
        Err(error @ Error::Missing(_)) => return println!("skipped: {error}"),
        Err(error) => panic!("{error}"),
    };
    let folder = tempfile::tempdir().unwrap();
    let scores = evaluate(&corpora, folder.path()).unwrap();
    let mut checked = 0;
    let mut fallen = Vec::new();
    let floors = include_str!("../floors.tsv").lines().filter(|line| !line.starts_with('#')).skip(1);
    for line in floors {
        let [set, measure, floor] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("three cells: {line:?}")
        };
        let floor: f64 = floor.parse().unwrap();
        let score = scores.iter().find(|score| score.set == set && score.measure == measure).unwrap();
        checked += 1;
        if score.value < floor {
            fallen.push(format!("{set}, {measure}: {:.1} is below {floor:.1}", score.value));
        }
    }
    assert!(checked > 40, "only {checked} floors");
    assert!(fallen.is_empty(), "{}", fallen.join("\n"));
}
