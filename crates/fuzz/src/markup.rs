//! What holds for the HTML of any document.

/// Elements that a view may have, and their attributes. None of them runs or loads anything.
const ELEMENTS: [(&str, &[&str]); 22] = [
    ("article", &["class"]),
    ("body", &[]),
    ("caption", &[]),
    ("div", &["class"]),
    ("h2", &[]),
    ("head", &[]),
    ("html", &["lang"]),
    ("li", &["class"]),
    ("meta", &["charset", "content", "http-equiv", "name"]),
    ("p", &["class"]),
    ("span", &["class", "title"]),
    ("style", &[]),
    ("sup", &["class"]),
    ("table", &[]),
    ("tbody", &[]),
    ("td", &["class"]),
    ("th", &["scope"]),
    ("thead", &[]),
    ("time", &[]),
    ("title", &[]),
    ("tr", &[]),
    ("ul", &["class"]),
];

/// Under which a browser runs no script and loads nothing, even of what were not escaped.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// What stands for a character that means something in HTML.
const ESCAPES: [(&str, &str); 6] =
    [("amp;", "&"), ("lt;", "<"), ("gt;", ">"), ("quot;", "\""), ("#39;", "'"), ("#13;", "\r")];

/// Asserts that `html` has no elements and attributes but those that a view may have, each closed in its turn, and that
/// nothing else in it is markup. Returns the words of its paragraphs, without labels: what a reader can copy.
#[track_caller]
pub fn check(html: &str) -> String {
    let mut open: Vec<&str> = Vec::new();
    let mut copied = String::new();
    let mut rest = html.strip_prefix("<!DOCTYPE html>\n").unwrap_or(html);
    while let Some((words, behind)) = rest.split_once('<') {
        let words = unescaped(words);
        if open.contains(&"p") && !open.contains(&"sup") {
            copied.push_str(&words);
        }
        let (tag, behind) = behind.split_once('>').expect("a tag ends");
        rest = behind;
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "elements are closed in their turn");
            continue;
        }
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        let known = ELEMENTS.iter().find(|(element, _)| *element == name);
        check_attributes(attributes, known.unwrap_or_else(|| panic!("<{name}> is no element of a view")).1);
        match name {
            "meta" => {}
            "style" => rest = rest.split_once("</style>").expect("a style sheet ends").1,
            _ => open.push(name),
        }
    }
    unescaped(rest);
    assert!(open.is_empty(), "{open:?} are closed");
    copied
}

/// Asserts that these are attributes of these names, with values in quotation marks.
#[track_caller]
fn check_attributes(mut attributes: &str, known: &[&str]) {
    while !attributes.is_empty() {
        let (name, value) = attributes.trim_start().split_once("=\"").expect("an attribute has a value");
        assert!(known.contains(&name), "{name:?} is an attribute of such elements");
        let (value, rest) = value.split_once('"').expect("a value ends");
        // The page's policy has quotation marks of its own.
        unescaped(value.strip_prefix(POLICY).unwrap_or(value));
        attributes = rest;
    }
}

/// The text that is written as `html`, in which nothing is markup.
#[track_caller]
fn unescaped(html: &str) -> String {
    let control = |letter: char| letter.is_control() && !matches!(letter, '\n' | '\t');
    assert!(
        !html.contains(|letter| matches!(letter, '<' | '>' | '"' | '\'') || control(letter)),
        "{html:?} is escaped"
    );
    let mut parts = html.split('&');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let meant = ESCAPES.iter().find_map(|(escape, meant)| Some((meant, part.strip_prefix(escape)?)));
        let (meant, rest) = meant.unwrap_or_else(|| panic!("&{part} begins with a known escape"));
        text.push_str(meant);
        text.push_str(rest);
    }
    text
}
