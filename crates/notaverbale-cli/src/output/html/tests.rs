//! Whole articles from statements made by hand.

use notaverbale::{Member, Span, Statement};
use serde_json::json;

use super::*;

/// The span of `words` in `text`.
fn span(text: &str, words: &str) -> Span {
    let start = text.find(words).unwrap();
    Span::new(start, start + words.len())
}

/// A statement whose one stance, if any, has its expression and its target in `stance`.
fn statement(text: &str, speaker: &str, parts: [&str; 3], stance: Option<[&str; 2]>) -> Statement {
    let spans = |words: &str| vec![span(text, words)];
    let stances: Vec<_> = stance
        .map(|[expression, target]| {
            json!({"holder": "Norland", "act": "oppose", "polarity": "against", "strength": "plain",
                "negated": false, "confidence": 1.0, "addressee": null, "cameo": null, "plover": null,
                "expression": spans(expression), "target": spans(target)})
        })
        .into_iter()
        .collect();
    serde_json::from_value(json!({"speaker": speaker, "party": "Norland", "kind": "indirect",
        "continued": false, "continues": null, "confidence": 1.0, "source": spans(parts[0]),
        "cue": spans(parts[1]), "content": spans(parts[2]), "stances": stances}))
    .unwrap()
}

fn view<'v>(text: &'v str, statements: &'v [Statement]) -> View<'v> {
    View { id: Some("n-1"), date: Some("2031-05-02"), text, cast: &[], statements }
}

/// The text of an article's paragraphs, without labels: what a reader can copy.
fn copied(html: &str) -> String {
    let text = html.split("<div class=\"text\">\n").nth(1).unwrap().split("</div>").next().unwrap();
    let mut copied = String::new();
    for part in text.split('<').skip(1) {
        let (tag, words) = part.split_once('>').unwrap();
        if !tag.starts_with("sup") && tag != "/p" {
            copied.push_str(words);
        }
    }
    copied
}

#[test]
fn a_nested_statement_keeps_both_speakers() {
    let text = "Ana Lima said the envoy told her that Norland rejects the plan.";
    let statements = [
        statement(
            text,
            "Ana Lima",
            ["Ana Lima", "said", "the envoy told her that Norland rejects the plan"],
            None,
        ),
        statement(
            text,
            "envoy",
            ["the envoy", "told", "that Norland rejects the plan"],
            Some(["rejects", "the plan"]),
        ),
    ];
    let html = render(&view(text, &statements));
    assert_eq!(copied(&html), text);
    for part in [
        r#"<span class="source ink-1" title="0: Ana Lima (Norland), indirect"><sup class="ink-1">0</sup>Ana Lima</span>"#,
        r#"<span class="source content tint-1 ink-2" title="0: Ana Lima (Norland), indirect
1: envoy (Norland), indirect"><sup class="ink-2">1</sup>the envoy</span>"#,
        r#"<span class="content tint-2" title="Norland: oppose (against, plain), target: the plan"><span class="against">rejects</span><sup class="against">−oppose</sup></span>"#,
        "<td>rejects</td><td>the plan</td>",
    ] {
        assert!(html.contains(part), "{part}\nis not in\n{html}");
    }
}

#[test]
fn overlapping_expressions_both_get_a_label() {
    let text = "Norland said it would not accept or back it.";
    let with = |expression| {
        statement(text, "Norland", ["Norland", "said", "it would not accept or back it"], Some(expression))
    };
    let html = render(&view(text, &[with(["would not accept", "it"]), with(["not accept or back", "it"])]));
    assert_eq!(copied(&html), text);
    assert!(html.contains("not accept</span><sup class=\"against\">−oppose</sup></span>"), "{html}");
    assert!(html.contains(" or back</span><sup class=\"against\">−oppose</sup></span>"), "{html}");
}

#[test]
fn text_is_never_markup() {
    let text = "</style><script>alert('1')</script> said \"a\" & 'b'.";
    let parts = ["</style><script>alert('1')</script>", "said", "\"a\" & 'b'"];
    let statements = [statement(
        text,
        "\"><script>x</script>",
        parts,
        Some(["said", "</style><script>alert('1')</script>"]),
    )];
    let view = View { id: Some("<b>"), date: Some("\"&"), text, cast: &[], statements: &statements };
    let html = render(&view);
    for forbidden in ["<script", "</style", "<b>", "'", "& "] {
        assert!(!html.contains(forbidden), "{forbidden} in\n{html}");
    }
    assert_eq!(html.matches("<span").count(), html.matches("</span>").count());
}

#[test]
fn spans_that_do_not_fit_are_left_out() {
    let text = "Ünion said no.";
    let mut broken = statement(text, "Ünion", ["Ünion", "said", "no"], None);
    broken.content = vec![Span::new(1, 4), Span::new(90, 99), Span::new(3, 3)];
    let html = render(&view(text, &[broken]));
    assert_eq!(copied(&html), text);
}

#[test]
fn colours_begin_again_when_they_run_out() {
    let text = "They said so.";
    let statements: Vec<_> = (0..=style::PALETTE)
        .map(|number| statement(text, &format!("Speaker {number}"), ["They", "said", "so"], None))
        .collect();
    let html = render(&view(text, &statements));
    assert!(html.contains("<li class=\"ink-1 tint-1\">Speaker 8 (Norland)</li>"), "{html}");
}

#[test]
fn a_document_without_statements_says_so() {
    let html = render(&view("One.\n\nTwo.\n", &[]));
    assert!(html.contains("<p>One.</p>\n<p>Two.</p>"), "{html}");
    assert!(html.contains("No statements."), "{html}");
}

#[test]
fn those_who_speak_have_a_table() {
    let text = "Ana Lima met Ravi Menon. She said so.";
    let member = |name: &str, role: Option<&str>| -> Member {
        serde_json::from_value(
            json!({"name": name, "kind": "person", "role": role, "party": null, "mentions": []}),
        )
        .unwrap()
    };
    let cast = [member("Ravi Menon", None), member("<Ana Lima>", Some("envoy"))];
    let mut said = statement(text, "<Ana Lima>", ["She", "said", "so"], None);
    said.member = Some(1);
    let html = render(&View { cast: &cast, ..view(text, &[said.clone(), said]) });
    let rows = html.split("<caption>Speakers</caption>").nth(1).unwrap().split("</table>").next().unwrap();
    let cells = "<td>&lt;Ana Lima&gt;</td><td>envoy</td><td></td><td>2</td>";
    assert!(rows.ends_with(&format!("<tbody>\n<tr>{cells}</tr>\n</tbody>\n")), "{rows}");
}
