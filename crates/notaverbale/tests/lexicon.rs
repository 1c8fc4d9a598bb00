//! The lexicons are tidy: sorted, without blanks or duplicates, with source and licence, and listed in the README.

use std::collections::HashSet;
use std::path::Path;

/// The cells by which a file is sorted, and which must not be twice in it.
fn key(name: &str, cells: &[&str]) -> Vec<String> {
    let columns: &[usize] = match name {
        "stance.tsv" => &[3, 4, 0],
        "crosswalk.tsv" | "cue.tsv" | "evaluation.tsv" | "sentence-word.tsv" | "support-verb.tsv"
        | "token.tsv" | "word-class.tsv" => &[0, 1],
        "modifier.tsv" => &[1, 0],
        _ => &[0],
    };
    columns.iter().map(|&column| cells[column].to_owned()).collect()
}

#[test]
fn lexicons_are_tidy() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let readme = std::fs::read_to_string(data.join("README.md")).unwrap();
    let mut files = 0;
    for entry in std::fs::read_dir(data.join("lexicon")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let text = std::fs::read_to_string(&path).unwrap();
        let head: Vec<&str> = text.lines().take_while(|line| line.starts_with('#')).collect();
        for said in ["# source:", "# licence:", "# date:"] {
            assert!(head.iter().any(|line| line.starts_with(said)), "{name}: no line {said:?}");
        }
        assert!(readme.contains(&format!("`lexicon/{name}`")), "{name} is not in data/README.md");
        let mut rows = text.lines().skip(head.len());
        let columns = rows.next().unwrap().split('\t').count();
        let (mut seen, mut last) = (HashSet::new(), Vec::new());
        for row in rows {
            let cells: Vec<&str> = row.split('\t').collect();
            assert_eq!(cells.len(), columns, "{name}: {row:?}");
            assert!(cells.iter().all(|cell| *cell == cell.trim()), "{name}: blanks in {row:?}");
            let key = key(&name, &cells);
            assert!(last <= key, "{name}: {row:?} is out of order");
            assert!(seen.insert(key.clone()), "{name}: {row:?} is there twice");
            last = key;
        }
        files += 1;
    }
    assert!(files >= 12, "only {files} lexicons");
}
