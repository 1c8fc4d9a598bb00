"""Pictures: what is drawn is what the rows say."""

import pytest

import notaverbale as nv
from conftest import NOTHING, PERU, needs

pytestmark = needs("matplotlib")
TEXTS = [PERU, PERU, "Chile condemned the attack.", "Chile urged Peru to sign the treaty.", NOTHING, None]
DATES = ["2024-01-05", "2024-01-31", "2024-03-01", "some day", "2024-02-01", None]


@pytest.fixture
def plot():
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt

    import notaverbale.plot

    yield notaverbale.plot
    plt.close("all")


@pytest.fixture
def corpus():
    return nv.analyze_many(TEXTS, dates=DATES)


def labels(ticks):
    return [label.get_text() for label in ticks]


def squares(axes):
    """The number in each square, by row and column."""
    rows, columns = labels(axes.get_yticklabels()), labels(axes.get_xticklabels())
    return {
        (rows[round(text.get_position()[1])], columns[round(text.get_position()[0])]): int(text.get_text())
        for text in axes.texts
    }


def test_a_square_for_each_pair(plot, corpus):
    found = squares(plot.stance_matrix(corpus))
    assert found == {("Peru", "praise"): 2, ("Chile", "criticize"): 1, ("Chile", "request"): 1}
    assert len(plot.stance_matrix(corpus, most=1).texts) == 1
    assert ("Chile", "the attack") in squares(plot.stance_matrix(corpus, columns="target"))
    with pytest.raises(KeyError, match="nothing"):
        plot.stance_matrix(corpus, rows="nothing")


@needs("pandas")
def test_a_frame_is_drawn_as_its_table(plot, corpus):
    frame = corpus.to_pandas()
    assert squares(plot.stance_matrix(frame)) == squares(plot.stance_matrix(corpus.stances))
    assert squares(plot.stance_matrix(frame[frame["holder"] == "Peru"])) == {("Peru", "praise"): 2}


def test_an_arrow_from_holder_to_addressee(plot, corpus):
    axes = plot.who_to_whom(corpus)
    arrows = {(text.xyann, text.xy) for text in axes.texts if text.arrow_patch is not None}
    names = {text.get_text() for text in axes.texts} - {""}
    assert names == {"Peru", "Chile"}
    assert len(arrows) == 2


def test_bars_up_and_down_by_month(plot, corpus):
    axes = plot.over_time(corpus)
    heights = [bar.get_height() for bar in axes.patches]
    assert heights == [2, 0, 0, 0, 0, -1]
    assert labels(axes.get_xticklabels()) == ["2024-01", "2024-02", "2024-03"]
    assert [bar.get_height() for bar in plot.over_time(corpus, unit="year").patches] == [2, -1]
    with pytest.raises(ValueError, match="week"):
        plot.over_time(corpus, unit="week")


def test_nothing_is_drawn_of_nothing(plot):
    for draw in (plot.stance_matrix, plot.who_to_whom, plot.over_time):
        axes = draw(nv.analyze_many([]))
        assert not axes.texts
        axes.figure.canvas.draw()


def test_the_axes_given_are_used(plot, corpus):
    import matplotlib.pyplot as plt

    _, axes = plt.subplots(1, 3)
    assert plot.stance_matrix(corpus, ax=axes[0]) is axes[0]
    assert plot.who_to_whom(corpus, ax=axes[1]) is axes[1]
    assert plot.over_time(corpus, ax=axes[2]) is axes[2]
