//! Text as HTML: nothing in it can end an element, an attribute or the style sheet.

/// Appends `text` to `html`, escaped for element content and for quoted attributes alike.
///
/// Control characters that HTML forbids become U+FFFD, so that the page has as many code points as the text.
pub fn push(html: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find(is_special) {
        let (plain, special) = rest.split_at(at);
        html.push_str(plain);
        let mut letters = special.chars();
        html.push_str(match letters.next() {
            Some('&') => "&amp;",
            Some('<') => "&lt;",
            Some('>') => "&gt;",
            Some('"') => "&quot;",
            Some('\'') => "&#39;",
            // A parser would turn a bare carriage return into a line feed.
            Some('\r') => "&#13;",
            _ => "\u{FFFD}",
        });
        rest = letters.as_str();
    }
    html.push_str(rest);
}

fn is_special(letter: char) -> bool {
    matches!(letter, '&' | '<' | '>' | '"' | '\'') || (letter.is_control() && !matches!(letter, '\n' | '\t'))
}

#[cfg(test)]
mod tests {
    #[test]
    fn markup_becomes_text() {
        let mut html = String::new();
        super::push(&mut html, "</style><script a=\"b\" c='d'>&\0\r\n");
        assert_eq!(html, "&lt;/style&gt;&lt;script a=&quot;b&quot; c=&#39;d&#39;&gt;&amp;\u{FFFD}&#13;\n");
    }
}
