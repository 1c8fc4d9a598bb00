//! Texts that nobody writes but a crawl may hold: long, monotonous, broken. Each is survived, in time linear in its
//! length.
//! Times are those of the test profile.
#![allow(clippy::unwrap_used)]

mod support;

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use notaverbale::{Analyzer, Attribution, Document};

use support::laws;

/// Bytes.
const MEGABYTE: usize = 1_000_000;

/// The most seconds for a megabyte. A hundredth of it is usual; the rest is for slow and busy machines.
const LIMIT: f64 = 10.0;

/// A name, and the text of about so many bytes.
type Hostile = (&'static str, fn(usize) -> String);

/// Texts that take time linear in their length.
const LINEAR: &[Hostile] = &[
    ("white space", |size| fill(" \t\u{a0}\u{3000}", size)),
    ("line breaks", |size| fill("\n", size)),
    ("lone carriage returns", |size| fill("\r", size)),
    ("words and lone carriage returns", |size| fill("so it is\r", size)),
    ("windows line breaks", |size| fill("so\r\n", size)),
    ("byte order marks", |size| fill("\u{feff}", size)),
    ("zero bytes", |size| fill("\0", size)),
    ("control characters", |size| fill("a\u{1} \u{1b}[0m\u{7f}\u{85} ", size)),
    ("combining marks", |size| "e".to_owned() + &fill("\u{301}", size)),
    ("right-to-left marks", |size| fill("\u{202e}א \u{200f}", size)),
    ("emoji", |size| fill("👩‍👩‍👧 🇨🇳 ", size)),
    ("one line without stops", |size| {
        fill("the plan that ministers made in May is good for the port and ", size)
    }),
    ("one word", |size| fill("a", size)),
    ("one word in capitals", |size| fill("A", size)),
    ("one number", |size| fill("1", size)),
    ("one number with commas", |size| fill("1,", size)),
    ("one word of a Chinese text", |size| fill("部", size)),
    ("stops and spaces", |size| fill(". ", size)),
    ("question marks and spaces", |size| fill("? ", size)),
    ("commas and spaces", |size| fill(", ", size)),
    ("straight quotation marks", |size| fill("\"", size)),
    ("opening quotation marks", |size| fill("“", size)),
    ("closing quotation marks", |size| fill("”", size)),
    ("nested quotation marks", |size| fill("“‘«", size)),
    ("opening brackets", |size| fill("(", size)),
    ("closing brackets", |size| fill(")", size)),
    ("note marks", |size| fill(".[1 ", size)),
    ("underscores", |size| fill("_", size)),
    ("equal signs", |size| fill("=", size)),
    ("initials", |size| fill("J. ", size)),
    ("letters with stops", |size| fill("U.S.", size)),
    ("titles", |size| fill("Mr. ", size)),
    ("abbreviations", |size| fill("U.S. ", size)),
    ("decimals", |size| fill("3.5 ", size)),
    ("bullets", |size| fill("- a\n", size)),
    ("headings", |size| fill("Head\n", size)),
    ("turn labels", |size| fill("MINISTER LIND: It is so. Yes it is.\n", size)),
    ("He said that", |size| fill("He said that ", size)),
    ("said", |size| fill("said ", size)),
    ("and", |size| fill(", and ", size)),
    ("adding that", |size| "Peru said so, ".to_owned() + &fill("adding that it rained, ", size)),
    ("will", |size| fill("will ", size)),
    ("to", |size| fill("to ", size)),
    ("to support", |size| fill("to support ", size)),
    ("the", |size| fill("the ", size)),
    ("adverbs", |size| fill("firmly ", size)),
    ("not", |size| fill("not ", size)),
    ("names", |size| numbered(size, |name| format!("Mr. {name} spoke. "))),
    ("names in one sentence", |size| numbered(size, |name| format!("Mr. {name} and "))),
    ("one long quotation", |size| "Peru said: “".to_owned() + &fill("It is so. ", size) + "”"),
    ("hard-wrapped lines", |size| fill("the plan for the port in the north is good and\n", size)),
    ("no white space", |size| fill("aGVsbG8/d29ybGQ+", size)),
    ("tags", |size| fill("<p>", size)),
    ("numbers and marks", |size| fill("1,a;2:b|", size)),
    ("dots", |size| fill(".", size)),
    ("dashes", |size| fill("-", size)),
    ("of the", |size| fill("of the ", size)),
    ("according to", |size| fill("his according to ", size)),
    ("cues without a source", |size| fill("plan says who ", size)),
    ("called for", |size| fill("it's called for ", size)),
    ("quoted sentences", |size| fill("“No,” he said. ", size)),
    ("reported sentences", |size| {
        numbered(size, |name| format!("Mr. {name} spoke. He said that it rained. "))
    }),
    ("ministry style", |size| {
        "Chinese Foreign Minister Wang Jun said that trade is good. ".to_owned()
            + &fill("Trade is good. ", size)
            + "China is good."
    }),
    ("quotations behind a quotation", |size| "Peru said: “Yes.” ".to_owned() + &fill("“It is so.” ", size)),
    ("lines with line separators", |size| fill("the plan for the port is good and\u{2028}", size)),
    ("apostrophes", |size| fill("' ", size)),
    ("apostrophes behind quotation marks", |size| fill("“", size) + &fill("it's ", size)),
    ("people of one surname", |size| numbered(size, |name| format!("Mr. {name} Smith spoke. "))),
    ("people and groups", |size| {
        numbered(size, |name| format!("Mr. {name} spoke. They said that it rained. "))
    }),
    ("people and roles", |size| {
        numbered(size, |name| format!("Minister {name} of Peru spoke. The minister said that it rained. "))
    }),
    ("a name of many words", |size| {
        "Mr. ".to_owned() + &numbered(size, |name| format!("{name} ")) + "said so."
    }),
    ("acts in one sentence", |size| {
        "Peru ".to_owned() + &fill("welcomed the plan and condemned the attack, ", size)
    }),
    ("people of one given name", |size| numbered(size, |name| format!("Minister Juan {name} said so. "))),
];

fn fill(unit: &str, size: usize) -> String {
    unit.repeat(size / unit.len() + 1)
}

/// A sentence for each of many invented names, up to `size` bytes.
fn numbered(size: usize, sentence: fn(&str) -> String) -> String {
    let mut text = String::with_capacity(size);
    let mut number = 0_u32;
    while text.len() < size {
        let name: String =
            std::iter::successors(Some(number + 26), |&left| (left >= 26).then_some(left / 26))
                .map(|left| char::from(b'a' + (left % 26) as u8))
                .collect();
        text += &sentence(&format!("O{name}ov"));
        number += 1;
    }
    text
}

/// One text at a time, so that the clock measures it alone.
fn alone() -> MutexGuard<'static, ()> {
    static CLOCK: Mutex<()> = Mutex::new(());
    CLOCK.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The document, and the seconds that it took.
fn timed(text: &str, attribution: Attribution) -> (Document, f64) {
    let analyzer = Analyzer::default().attribution(attribution);
    analyzer.load();
    let started = Instant::now();
    let document = analyzer.analyze(text);
    (document, started.elapsed().as_secs_f64())
}

/// How many times longer the text of `factor` times the size takes.
fn growth(build: fn(usize) -> String, attribution: Attribution, size: usize, factor: usize) -> f64 {
    let (small, large) = (build(size), build(size * factor));
    let before = timed(&small, attribution).1;
    timed(&large, attribution).1 / before
}

#[test]
fn time_is_linear_by_rules() {
    check_linear(Attribution::Rules, MEGABYTE);
}

/// The learned model takes some time for each word, so that texts are shorter.
#[test]
fn time_is_linear_by_the_learned_model() {
    check_linear(Attribution::Learned, MEGABYTE / 40);
}

/// Texts of twice the `size` take about twice the time.
fn check_linear(attribution: Attribution, size: usize) {
    let _clock = alone();
    timed("The first call reads the lexicons.", attribution);
    let mut problems = Vec::new();
    for &(name, build) in LINEAR {
        // A quadratic text would not end at this size, so a small one goes first: one that is longer than the sentences that are
        // read whole, within which the best tree of nonsense may take more than linear time.
        let small = (size / 50).max(4_000);
        // Some tries, for a machine that is busy.
        let tries = (0..3).map(|_| growth(build, attribution, small, 4));
        let early = tries.fold(f64::INFINITY, f64::min);
        if early > 10.0 {
            problems.push(format!("{name}: {} bytes take {early:.1} times as long as {small}", 4 * small));
            continue;
        }
        let (document, seconds) = timed(&build(size), attribution);
        laws::check_document(&document);
        if seconds > LIMIT {
            problems.push(format!("{name}: {seconds:.1} s for {size} bytes"));
            continue;
        }
        // Short times say more of the machine than of the text.
        if seconds < 0.1 {
            continue;
        }
        // A second try, for a machine that is busy.
        let mut longer = growth(build, attribution, size, 2);
        if longer > 3.0 {
            longer = longer.min(growth(build, attribution, size, 2));
        }
        if longer > 3.0 {
            problems
                .push(format!("{name}: twice {size} bytes take {longer:.1} times as long ({seconds:.2} s)"));
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// The tokenizer alone gets texts whole, where the analyzer cuts long sentences.
#[test]
fn tokens_take_linear_time() {
    let _clock = alone();
    let units = [
        "U.S.",
        "a.b.",
        "J.",
        "non-",
        "a-",
        "a/",
        "1-",
        "1/",
        "1.",
        "x's",
        "n't",
        "'",
        "@a",
        "a@",
        ".com",
        "www.",
        "a_",
        "a&",
        "a*",
        "#a",
        ":)",
        "(:",
        "[...]",
        "e\u{301}",
        "👍🏽",
        "👩\u{200d}",
        "U$",
        "5kg",
        "th- ",
        "a...",
        "?!",
        "-",
        "a\u{2011}",
    ];
    for unit in units {
        let text = fill(unit, MEGABYTE);
        let started = Instant::now();
        laws::check_tokens(&text);
        let seconds = started.elapsed().as_secs_f64();
        assert!(seconds < LIMIT, "{unit:?}: {seconds:.1} s for a megabyte");
    }
}

#[test]
fn five_megabytes_are_survived() {
    let _clock = alone();
    for name in [
        "one line without stops",
        "stops and spaces",
        "straight quotation marks",
        "opening quotation marks",
        "opening brackets",
        "one word",
        "line breaks",
        "combining marks",
        "He said that",
        "said",
        "and",
    ] {
        let &(_, build) = LINEAR.iter().find(|(found, _)| *found == name).unwrap();
        for (attribution, size) in [(Attribution::Rules, 5 * MEGABYTE), (Attribution::Learned, MEGABYTE / 4)]
        {
            let (document, seconds) = timed(&build(size), attribution);
            laws::check_document(&document);
            assert!(seconds < 5.0 * LIMIT, "{name}: {seconds:.1} s for {size} bytes, {attribution:?}");
        }
    }
}

#[test]
fn fifty_thousand_names() {
    let _clock = alone();
    let text = numbered(50_000 * 19, |name| format!("Mr. {name} spoke. "));
    assert!(text.matches("Mr. ").count() >= 50_000);
    let (document, seconds) = timed(&text, Attribution::Rules);
    laws::check_document(&document);
    assert!(seconds < LIMIT, "{seconds:.1} s");
}

/// People who are introduced, spoken of and stood for by pronouns, each of a state of a few.
fn introduced(size: usize) -> String {
    numbered(size, |name| {
        format!(
            "Foreign Minister {name} Lind{name} of Peru met Chile. Lind{name} said no. She added that Peru would go. "
        )
    })
}

#[test]
fn people_take_linear_time() {
    let _clock = alone();
    assert!(introduced(5 * MEGABYTE).matches("Foreign Minister").count() >= 40_000);
    let once = || growth(introduced, Attribution::Rules, 5 * MEGABYTE / 2, 2);
    // A second try, for a machine that is busy.
    let factor = Some(once()).filter(|&factor| factor < 2.3).unwrap_or_else(once);
    assert!(factor < 3.0, "twice the people took {factor:.2} times as long");
}

#[test]
fn a_sentence_of_a_hundred_thousand_words() {
    let _clock = alone();
    let text = "the port is open and ".repeat(20_000);
    let (document, seconds) = timed(&text, Attribution::Learned);
    assert_eq!(document.sentences().len(), 1);
    laws::check_document(&document);
    assert!(seconds < LIMIT, "{seconds:.1} s");
}

#[test]
fn the_tree_of_a_sentence_of_fifty_thousand_words() {
    let _clock = alone();
    let parse = |count: usize| {
        let analyzer = Analyzer::default().attribution(Attribution::Rules);
        let document = analyzer.analyze(&"the port is open and ".repeat(count / 5));
        let started = std::time::Instant::now();
        assert_eq!(document.tokens().len(), count);
        (started.elapsed().as_secs_f64(), document)
    };
    parse(5);
    let (half, _) = parse(25_000);
    let (whole, document) = parse(50_000);
    assert!(whole < 3.0 * half, "twice the words took {half:.2} s and {whole:.2} s");
    assert_eq!(document.tokens().iter().filter(|token| token.head.is_none()).count(), 1);
    assert!(document.tokens().iter().skip(1).all(|token| token.head.is_none_or(|head| head < 50_000)));
}

#[test]
fn nothing_to_read() {
    for text in ["", " ", "\n", "\r", "\u{85}", "\u{2028}\u{2029}", " \t\u{a0}\u{3000}\r\n "] {
        let document = Analyzer::default().analyze(text);
        assert_eq!(document.text(), text);
        assert!(document.sentences().is_empty() && document.statements().is_empty());
        assert_eq!((document.date(), document.dateline()), (None, None));
    }
    for text in ["\u{feff}", "\0", "\u{1b}", ".", "\"", "“”", "(", "\u{301}", "\u{202e}", "👩‍👩‍👧"]
    {
        let document = Analyzer::default().analyze(text);
        laws::check_document(&document);
        laws::check_record(&document);
        assert!(document.statements().is_empty(), "{text:?}");
    }
}
