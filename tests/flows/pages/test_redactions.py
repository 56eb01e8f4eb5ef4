"""Bars of black: which shapes are bars, and what stands for them."""

import numpy as np
import pytest
from numpy.typing import NDArray

from cleaners.page import REDACTED, Token
from flows.pages.drawings import Box
from flows.pages.redactions import find_bars, mark_redactions, still_black

SCALE = 300 / 72


def paper() -> NDArray[np.uint8]:
    return np.full((round(792 * SCALE), round(612 * SCALE)), 255, np.uint8)


def black(page: NDArray[np.uint8], *box: float, gray: int = 0) -> NDArray[np.uint8]:
    left, top, right, bottom = (round(edge * SCALE) for edge in box)
    page[top:bottom, left:right] = gray
    return page


def word(text: str, left: float, top: float, width: float = 30.0) -> Token:
    return Token(text, left, top, left + width, top + 10)


def test_a_bar_is_found_where_it_is() -> None:
    (bar,) = find_bars(black(paper(), 200, 300, 290, 313), SCALE)
    assert bar == pytest.approx((200, 300, 290, 313), abs=1.5)


def test_a_photocopied_bar_that_is_not_quite_black_is_a_bar() -> None:
    assert len(find_bars(black(paper(), 200, 300, 290, 313, gray=60), SCALE)) == 1


def test_a_block_that_starts_in_mid_line_is_told_in_straight_boxes() -> None:
    page = black(black(paper(), 300, 300, 540, 314), 72, 314, 540, 400)
    assert [round(bar.left / 10) for bar in find_bars(page, SCALE)] == [30, 7]


def test_a_strip_left_white_within_a_block_is_read_and_parts_the_black() -> None:
    page = black(black(paper(), 72, 300, 540, 400), 170, 340, 440, 354, gray=255)
    bars = find_bars(page, SCALE)
    shown = word("Ex.", 180, 342)
    assert not any(bar.holds(shown.center, shown.middle) for bar in bars)
    before, after = word("meritless.", 72, 280, 60), word("This", 72, 405)
    marked = mark_redactions([before, shown, after], bars, 792)
    read = sorted(marked, key=lambda t: (round(t.middle / 10), t.left))
    assert [t.text for t in read] == ["meritless.", REDACTED, "Ex.", REDACTED, "This"]


def test_thin_white_lines_between_bars_part_nothing() -> None:
    page = black(paper(), 72, 300, 540, 400)
    for top in (320, 340, 360):
        page = black(page, 80, top, 530, top + 1.5, gray=255)
    assert len({round(bar.left) for bar in find_bars(page, SCALE)}) == 1


@pytest.mark.parametrize(
    "box",
    [
        pytest.param((72, 300, 540, 303), id="a thick rule"),
        pytest.param((72, 300, 84, 312), id="a bullet or a checked box"),
        pytest.param((0, 0, 612, 20), id="the scanner's shadow"),
        pytest.param((600, 100, 612, 700), id="a black margin"),
    ],
)
def test_what_is_no_bar(box: tuple[float, ...]) -> None:
    assert not find_bars(black(paper(), *box), SCALE)


def test_the_shading_of_a_table_is_no_bar() -> None:
    assert not find_bars(black(paper(), 72, 300, 540, 320, gray=190), SCALE)


def test_a_round_seal_is_no_bar() -> None:
    page = paper()
    y, x = np.ogrid[: page.shape[0], : page.shape[1]]
    page[(y - 1500) ** 2 + (x - 1200) ** 2 < 150**2] = 0
    assert not find_bars(page, SCALE)


def test_a_bar_on_a_crooked_scan_is_told_in_steps() -> None:
    page = paper()
    for x in range(400, 2000):
        page[1000 + x // 60 : 1060 + x // 60, x] = 0
    bars = find_bars(page, SCALE)
    assert (min(b.left for b in bars), max(b.right for b in bars)) == pytest.approx((96, 480), abs=2)
    tokens = [word("secret", 120, 245), word("secret", 400, 252), word("after", 490, 250)]
    assert sorted(t.text for t in mark_redactions(tokens, bars, 792)) == [REDACTED, "after"]


def test_type_of_poster_size_is_no_bar_for_it_goes_with_the_text() -> None:
    with_text = black(paper(), 200, 300, 290, 340)
    bars = find_bars(with_text, SCALE)
    assert bars
    assert not still_black(bars, paper(), SCALE)
    assert still_black(bars, with_text, SCALE) == bars


def test_words_under_a_bar_are_gone_and_one_mark_stands_in_their_line() -> None:
    tokens = [word("On", 72, 300), word("secret", 110, 300), word("filed", 160, 300)]
    marked = mark_redactions(tokens, [Box(108, 297, 150, 314)], 792)
    assert {t.text for t in marked} == {"On", "filed", REDACTED}
    (mark,) = (t for t in marked if t.text == REDACTED)
    assert mark.middle == pytest.approx(305)


def test_a_word_half_under_a_bar_is_gone() -> None:
    marked = mark_redactions([word("secret", 110, 300)], [Box(128, 297, 170, 314)], 792)
    assert [t.text for t in marked] == [REDACTED]


def test_black_that_goes_on_in_the_next_line_is_one_run() -> None:
    tokens = [word("On", 72, 300), word("filed", 300, 324), word("The", 72, 348)]
    marked = mark_redactions(tokens, [Box(110, 297, 540, 314), Box(72, 321, 290, 338)], 792)
    (mark,) = (t for t in marked if t.text == REDACTED)
    assert mark.middle == pytest.approx(329), "it stands before the word that follows the run"


def test_bars_with_a_word_between_them_are_two_runs() -> None:
    tokens = [word("and", 200, 300)]
    marked = mark_redactions(tokens, [Box(110, 297, 190, 314), Box(240, 297, 300, 314)], 792)
    assert [t.text for t in marked].count(REDACTED) == 2
