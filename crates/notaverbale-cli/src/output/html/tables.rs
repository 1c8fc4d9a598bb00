//! The tables below the text: who speaks, the statements, the stances.

use super::escape;
use crate::output::view::{SPEAKER_HEADS, STANCE_HEADS, STATEMENT_HEADS, View};

/// The place of the polarity in [`STANCE_HEADS`], which is shown in its colour.
const POLARITY: usize = 3;

/// Appends the tables, or a line that says that there is nothing to show.
pub fn push(html: &mut String, view: &View<'_>) {
    if view.statements.is_empty() {
        html.push_str("<p class=\"none\">No statements.</p>\n");
        return;
    }
    let mut speakers = view.speaker_cells().peekable();
    if speakers.peek().is_some() {
        table(html, "Speakers", &SPEAKER_HEADS, speakers);
    }
    table(html, "Statements", &STATEMENT_HEADS, view.statement_cells());
    let mut stances = view.stance_cells().peekable();
    if stances.peek().is_none() {
        html.push_str("<p class=\"none\">No stances.</p>\n");
        return;
    }
    open(html, "Stances", &STANCE_HEADS);
    for cells in stances {
        let class = |(column, text)| (text, if column == POLARITY { text } else { "" });
        row(html, cells.iter().map(String::as_str).enumerate().map(class));
    }
    close(html);
}

/// A table whose cells have no classes.
fn table<const WIDTH: usize>(
    html: &mut String,
    caption: &str,
    heads: &[&str; WIDTH],
    rows: impl Iterator<Item = [String; WIDTH]>,
) {
    open(html, caption, heads);
    for cells in rows {
        row(html, cells.iter().map(|text| (text.as_str(), "")));
    }
    close(html);
}

fn open(html: &mut String, caption: &str, heads: &[&str]) {
    html.push_str("<div class=\"scroll\"><table>\n<caption>");
    html.push_str(caption);
    html.push_str("</caption>\n<thead><tr>");
    for head in heads {
        html.push_str("<th scope=\"col\">");
        html.push_str(head);
        html.push_str("</th>");
    }
    html.push_str("</tr></thead>\n<tbody>\n");
}

/// A row of cells, each with its text and its class.
fn row<'c>(html: &mut String, cells: impl Iterator<Item = (&'c str, &'c str)>) {
    html.push_str("<tr>");
    for (text, class) in cells {
        html.push_str("<td");
        if !class.is_empty() {
            html.push_str(" class=\"");
            html.push_str(class);
            html.push('"');
        }
        html.push('>');
        escape::push(html, text);
        html.push_str("</td>");
    }
    html.push_str("</tr>\n");
}

fn close(html: &mut String) {
    html.push_str("</tbody>\n</table></div>\n");
}
