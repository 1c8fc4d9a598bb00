//! The style sheet: all of it below the class `.notaverbale`, in light and dark.

/// How many colours speakers have; further ones begin again with the first. 0 is for unknown speakers.
pub const PALETTE: usize = 8;

macro_rules! under {
    ($selector:literal, $colours:literal) => {
        concat!($selector, " {\n", include_str!($colours), "}\n")
    };
}

/// The style sheet of [`article`](super::article), for a caller who shows many and needs it once.
///
/// It sets nothing outside the class `.notaverbale`. Colours follow `prefers-color-scheme`, except in notebooks
/// and sites (JupyterLab, Visual Studio Code, Material for MkDocs) that say which theme they have, and on paper, which is light.
pub const STYLE: &str = concat!(
    under!(".notaverbale", "light.css"),
    "@media (prefers-color-scheme: dark) {\n",
    under!(".notaverbale", "dark.css"),
    "}\n",
    under!("[data-jp-theme-light=\"true\"] .notaverbale, .vscode-light .notaverbale", "light.css"),
    under!(
        "[data-jp-theme-light=\"false\"] .notaverbale, .vscode-dark .notaverbale, [data-md-color-scheme=\"slate\"] .notaverbale",
        "dark.css"
    ),
    include_str!("rules.css"),
    include_str!("palette.css"),
    "@media print {\n",
    under!("html .notaverbale.notaverbale", "light.css"),
    "}\n",
);

#[cfg(test)]
mod tests {
    use super::*;

    /// `--name: #rgb` or `#rrggbb` as linear red, green and blue.
    fn colour(sheet: &str, name: &str) -> [f64; 3] {
        let value = sheet.split(&format!("{name}: #")).nth(1).unwrap().split(';').next().unwrap();
        let width = value.len() / 3;
        [0, 1, 2].map(|channel| {
            let digits = value[channel * width..][..width].repeat(3 - width);
            let value = f64::from(u8::from_str_radix(&digits, 16).unwrap()) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        })
    }

    /// The contrast ratio of WCAG 2.
    fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
        let light = |[red, green, blue]: [f64; 3]| 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
        let (one, other) = (light(one), light(other));
        if one > other { one / other } else { other / one }
    }

    #[test]
    fn every_pair_of_colours_can_be_read() {
        for sheet in [include_str!("light.css"), include_str!("dark.css")] {
            let mut papers = vec!["--paper".to_owned()];
            papers.extend((0..=PALETTE).map(|number| format!("--tint-{number}")));
            let mut inks = ["--ink", "--favor", "--against"].map(str::to_owned).to_vec();
            inks.extend((0..=PALETTE).map(|number| format!("--ink-{number}")));
            for paper in &papers {
                for ink in &inks {
                    let ratio = contrast(colour(sheet, paper), colour(sheet, ink));
                    assert!(ratio >= 4.5, "{ink} on {paper}: {ratio:.2}");
                }
            }
        }
    }

    #[test]
    fn tables_and_lists_weigh_more_than_a_notebook_s_own() {
        // JupyterLab sets alignment and stripes by `:not(.jp-RenderedMarkdown).jp-RenderedHTMLCommon td`.
        let rules = include_str!("rules.css").split("@media").next().unwrap();
        for selector in
            rules.lines().filter_map(|line| line.split_once('{')).flat_map(|(all, _)| all.split(','))
        {
            let element = selector.split_whitespace().last().unwrap().split(':').next().unwrap();
            if ["h2", "ul", "li", "table", "caption", "tr", "th", "td"].contains(&element) {
                assert!(selector.matches(".notaverbale").count() == 3, "{selector}");
            }
        }
    }

    #[test]
    fn nothing_is_styled_outside_the_class() {
        let selectors = STYLE.lines().filter(|line| line.contains('{') && !line.starts_with('@'));
        for line in selectors {
            for selector in line.split('{').next().unwrap().split(',') {
                assert!(selector.contains(".notaverbale"), "{line}");
            }
        }
    }
}
