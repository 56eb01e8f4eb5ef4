"""What a copier draws on a page: black sides, lines through the print. Drawn at 300 dots an inch."""

import numpy as np
import pytest
from numpy.typing import NDArray

from cleaners.page import Rule
from flows.imaging.copier import crosses_print, without_borders
from flows.imaging.dots import dots_to_remove
from flows.imaging.marks import marks_of

DPI = 300.0


def page() -> NDArray[np.uint8]:
    """Lines of boxes in place of letters."""
    pixels = np.full((3300, 2550), 255, np.uint8)
    for top in range(300, 3000, 100):
        for left in range(330, 2200, 30):
            pixels[top : top + 30, left : left + 20] = 0
    return pixels


def test_black_sides_go_and_the_print_stays() -> None:
    clean = page()
    worn = clean.copy()
    edge = (40 + 6 * np.sin(np.arange(3300) / 90)).astype(int)
    for row, wide in enumerate(edge.tolist()):
        worn[row, :wide] = 20
    worn[:25] = 0
    worn[-12:, 5:] = 30
    assert np.array_equal(without_borders(worn, DPI), clean)


def test_a_letter_that_touches_a_black_side_stays() -> None:
    worn = page()
    worn[:, :40] = 0
    worn[1200:1230, 30:70] = 0
    assert (without_borders(worn, DPI)[1200:1230, 50:70] == 0).all()


@pytest.mark.parametrize("black", [np.s_[900:1000, :1500], np.s_[600:2400, :1500]], ids=["a bar", "a block"])
def test_what_reaches_far_into_the_page_is_no_border(black: tuple[slice, slice]) -> None:
    worn = page()
    worn[black] = 0
    assert without_borders(worn, DPI) is worn


def test_a_shaded_side_stays() -> None:
    worn = page()
    worn[:, :150] = np.minimum(worn[:, :150], 120)
    assert without_borders(worn, DPI) is worn


def test_a_line_through_words_parts_nothing_and_one_between_columns_does() -> None:
    columns = page()
    columns[:, 1240:1310] = 255
    assert crosses_print(Rule(1275, 10, 1277, 3290), page(), DPI)
    assert not crosses_print(Rule(1275, 10, 1277, 3290), columns, DPI)


def test_a_leaning_line_through_words_is_one() -> None:
    assert crosses_print(Rule(1250, 10, 1300, 3290), page(), DPI)


def test_a_short_rule_may_touch_print() -> None:
    assert not crosses_print(Rule(1275, 300, 1277, 1300), page(), DPI)


def test_specks_in_the_frame_of_a_page_are_specks() -> None:
    worn = page()
    random = np.random.default_rng(3)
    specks = [
        (y, int(x))
        for y in range(365, 2900, 100)
        for x in random.choice(range(340, 2200, 12), 30, replace=False)
    ]
    for y, x in specks:
        worn[y : y + 5, x : x + 5] = 0
    worn[100:3200, [40, 2500]] = 0
    worn[[100, 3200], 40:2500] = 0
    dirt = dots_to_remove(marks_of((worn < 128).view(np.uint8)), DPI)
    assert all(dirt[y, x] for y, x in specks)
