"""Which words of a text layer change the page's picture."""

import numpy as np
import pytest
from numpy.typing import NDArray

from cleaners.page import Token
from flows.pages.sight import sight_of

SCALE = 100 / 72
DASH = Token("–", 72.0, 100.0, 78.0, 112.0)


def paper() -> NDArray[np.uint8]:
    return np.full((1100, 850), 255, np.uint8)


@pytest.mark.parametrize("row", range(142, 152))
def test_a_dash_is_seen_in_whatever_row_of_dots_it_is_painted(row: int) -> None:
    painted = paper()
    painted[row, 102:106] = 90
    assert sight_of([DASH], [], painted, paper(), SCALE).seen == [DASH]


def test_a_word_that_paints_nothing_is_unseen_on_white_and_hidden_over_ink() -> None:
    inked = paper()
    inked[145, 102:106] = 90
    assert sight_of([DASH], [], paper(), paper(), SCALE).unseen == [DASH]
    assert sight_of([DASH], [], inked, inked, SCALE).hidden == [DASH]


def test_what_is_painted_beside_a_word_does_not_show_it() -> None:
    beside = paper()
    beside[130:134, 102:106] = 90
    assert sight_of([DASH], [], beside, paper(), SCALE).unseen == [DASH]
