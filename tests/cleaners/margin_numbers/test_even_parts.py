"""A sentence's own number near a margin number of the same figure, on one line."""

import pytest

from cleaners import strip_line_numbers

ROW = "the owner of the barge says that the port had no right to sell it in the year when he"


def page(fifth: str, after: str = "") -> str:
    rows = [f"{n} {ROW}" for n in range(1, 26)]
    rows[4:5] = [f"5 {fifth}"]
    return " ".join([*rows, after])


@pytest.mark.parametrize(
    "own",
    [
        "and 5 of them came late when the port was closed for the night and the tide was out",
        "and the tide was out when the port was closed for the night and some of 5 came late",
    ],
)
def test_the_number_that_parts_the_lines_evenly_goes(own: str) -> None:
    assert f"{ROW} {own} {ROW}" in strip_line_numbers(page(own))


def test_a_page_does_not_go_on_with_a_citations_number_on_the_next() -> None:
    second = f"1 {ROW} 2 under 28 U.S.C. § 1333 it is so " + " ".join(f"{n} {ROW}" for n in range(3, 9))
    first = " ".join(f"{n} {ROW}" for n in range(1, 28))
    assert "under 28 U.S.C. § 1333" in strip_line_numbers(f"{first} {second}")
