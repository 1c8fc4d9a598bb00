//! HTML: a document as its text with statements and stances marked, and tables of speakers, statements and
//! stances below.
//!
//! The source, the cue and the content of a statement are marked in three ways, in a colour for each speaker; the
//! expression of a stance is underlined and labelled with its act. No scripts, nothing loaded from elsewhere, light
//! and dark as the reader's system is, and fit to print.
//!
//! [`document`] is for a notebook, [`page`] for a file.

mod escape;
mod marks;
mod style;
mod tables;
mod text;

use std::io;

use notaverbale::Document;

pub use style::STYLE;

use super::Output;
use super::view::View;

/// One document with its style sheet: a fragment to put into any page, such as a notebook's.
///
/// The style sheet is limited to the class `.notaverbale`, which is the fragment's own element.
///
/// # Examples
/// ```
/// let document = notaverbale::Analyzer::default().analyze("Norland thanked Sudmark for its <help>.");
/// let html = notaverbale_cli::html::document(&document);
/// assert!(html.starts_with("<style>") && html.contains("&lt;") && !html.contains("<help>"));
/// ```
pub fn document(document: &Document) -> String {
    format!("<style>\n{STYLE}</style>\n{}", article(document))
}

/// One document without the style sheet: an `<article class="notaverbale">`, to be put below [`STYLE`].
///
/// All text from the document is escaped. Line ends inside a paragraph are kept; empty lines part paragraphs.
pub fn article(document: &Document) -> String {
    render(&View::of(document))
}

/// A whole page, with `title` and the documents' [`article`]s in order.
///
/// # Examples
/// ```
/// let document = notaverbale::Analyzer::default().analyze("Norland thanked Sudmark for its help.");
/// let page = notaverbale_cli::html::page("Readouts of May", [&document]);
/// assert!(page.starts_with("<!DOCTYPE html>") && page.contains("<title>Readouts of May</title>"));
/// ```
pub fn page<'d>(title: &str, documents: impl IntoIterator<Item = &'d Document>) -> String {
    let mut html = head(title);
    html.extend(documents.into_iter().map(article));
    html.push_str(FOOT);
    html
}

/// Writes a page as its documents come.
pub(crate) struct Html;

impl Output<Document> for Html {
    fn head(&self) -> io::Result<Vec<u8>> {
        Ok(head("Who said what").into_bytes())
    }

    fn item(&self, document: &Document) -> io::Result<Vec<u8>> {
        Ok(article(document).into_bytes())
    }

    fn foot(&self) -> io::Result<Vec<u8>> {
        Ok(FOOT.as_bytes().to_vec())
    }
}

const FOOT: &str = "</body>\n</html>\n";

/// All of a page that stands before its first document. Its policy is belt and braces: should anything ever get through
/// unescaped, the browser still runs no script and loads nothing.
fn head(title: &str) -> String {
    let mut html = String::from(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; \
         base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>",
    );
    escape::push(&mut html, title);
    html.push_str("</title>\n<style>\n");
    html.push_str(STYLE);
    html.push_str(
        "body { margin: 0; background: #fff; }\n\
         @media (prefers-color-scheme: dark) { body { background: #17191c; } }\n\
         @media print { body { background: none; } }\n\
         .notaverbale + .notaverbale { margin-top: 2rem; }\n\
         </style>\n</head>\n<body>\n",
    );
    html
}

fn render(view: &View<'_>) -> String {
    let speakers = text::Speakers::of(view.statements);
    let mut html = String::from("<article class=\"notaverbale\">\n");
    if view.id.is_some() || view.date.is_some() {
        html.push_str("<h2>");
        escape::push(&mut html, view.id.unwrap_or_default());
        if let Some(date) = view.date {
            html.push_str("<time>");
            escape::push(&mut html, date);
            html.push_str("</time>");
        }
        html.push_str("</h2>\n");
    }
    if !view.statements.is_empty() {
        speakers.push_legend(&mut html);
    }
    text::push(&mut html, view, &speakers);
    tables::push(&mut html, view);
    html.push_str("</article>\n");
    html
}

#[cfg(test)]
mod tests;
