"""Draws the pictures of `docs/images` from the sample texts: `make pictures`."""

from pathlib import Path

import matplotlib

matplotlib.use("Agg")

import notaverbale as nv
import notaverbale.plot

ROOT = Path(__file__).parents[1]
#: When each sample text is said to have been published.
DATES = {
    "joint-statement": "2024-01-09",
    "ministry": "2024-03-02",
    "news": "2024-03-20",
    "note": "2024-04-11",
    "readout": "2024-05-30",
    "transcript": "2024-07-01",
}


def main():
    texts = [(ROOT / "tests" / "texts" / f"{name}.txt").read_text(encoding="utf-8") for name in DATES]
    corpus = nv.analyze_many(texts, ids=list(DATES), dates=list(DATES.values()))
    for name, draw in (
        ("stance-matrix", nv.plot.stance_matrix),
        ("who-to-whom", nv.plot.who_to_whom),
        ("over-time", nv.plot.over_time),
    ):
        figure = draw(corpus).figure
        # Without the date and the version of matplotlib, so that the same picture is the same file.
        figure.savefig(
            ROOT / "docs" / "images" / f"{name}.png", dpi=80, bbox_inches="tight", metadata={"Software": None}
        )


if __name__ == "__main__":
    main()
