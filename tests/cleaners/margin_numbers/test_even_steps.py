"""Paper that numbers each fifth line."""

import pytest

from cleaners.margin_numbers.margins import find_number_columns
from tests.cleaners.pages import Run, tokens

FIFTHS: list[Run] = [(80.0 if n > 5 else 86.0, 80 + 24.0 * (n - 1), str(n)) for n in (1, 5, 10, 15, 20, 25)]
BODY: list[Run] = [(104, 80 + 24.0 * n, "The motion is granted in part") for n in range(28)]


def test_numbers_of_each_fifth_line_are_a_margins() -> None:
    (column,) = find_number_columns(tokens(*FIFTHS, *BODY), 792)
    assert [t.text for t in column.tokens] == ["1", "5", "10", "15", "20", "25"]
    assert (column.first, column.last) == (1, 28)
    assert column.height_of(28) == pytest.approx(80 + 24 * 27)


def test_one_that_was_misread_goes_with_them() -> None:
    read = [(left, middle, "°" if text == "10" else text) for left, middle, text in FIFTHS]
    (column,) = find_number_columns(tokens(*read, *BODY), 792)
    assert "°" in {t.text for t in column.tokens}


@pytest.mark.parametrize(
    "runs",
    [
        [*FIFTHS[:4], *BODY],  # too few of them
        [*FIFTHS[:3], (80.0, 430.0, "15"), *FIFTHS[4:], *BODY],  # off its line
        [*FIFTHS, *BODY, (60.0, 300.0, "Exhibit")],  # text stands left of them
        [*((86.0, 80 + 96.0 * n, str(5 * n + 10)) for n in range(6)), *BODY],  # the rows of a schedule
    ],
)
def test_other_multiples_of_five_are_the_texts(runs: list[Run]) -> None:
    assert find_number_columns(tokens(*runs), 792) == []
