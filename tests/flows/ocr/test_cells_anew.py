"""Cells of a caption that are read again, each by itself."""

from cleaners.page import Token
from flows.ocr.cells_anew import better_read

GUTTER = 300.0


def word(text: str, left: float, confidence: float) -> Token:
    return Token(text, left, 100, left + 40, 110, confidence)


LEFT, RIGHT = word(".", 100, 0.5), word("Naoi", 330, 0.7)
VERSUS, NUMBER, STAMPED = word("v.", 100, 0.8), word("No. 3", 330, 0.9), word("mayo3", 330, 0.0)


def test_both_cells_are_read_again_where_the_engine_is_as_sure_of_them() -> None:
    assert list(better_read([LEFT, RIGHT], [[VERSUS], [NUMBER]], GUTTER)) == [
        ([LEFT, RIGHT], [VERSUS, NUMBER])
    ]


def test_a_cell_beside_one_that_a_stamp_lies_on_is_read_again_alone() -> None:
    assert list(better_read([LEFT, RIGHT], [[VERSUS], [STAMPED]], GUTTER)) == [([LEFT], [VERSUS])]


def test_a_cell_of_which_nothing_is_read_alone_stays() -> None:
    assert list(better_read([LEFT, RIGHT], [[], [STAMPED]], GUTTER)) == []


def test_cells_stay_whole_where_a_word_runs_from_one_into_the_other() -> None:
    across = Token("v.Naoi", 100, 100, 370, 110, 0.7)
    assert list(better_read([across], [[VERSUS], [STAMPED]], GUTTER)) == []
