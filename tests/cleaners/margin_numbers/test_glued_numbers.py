"""Margin numbers that a dump has glued to the word before them."""

import pytest

from cleaners import strip_line_numbers

ROW = "the owner of the barge says that the port had no right to sell it in the year when he"
ROWS = {n: f"{n} {ROW}" for n in range(1, 26)}


def paper(number: int, line: str) -> str:
    """A numbered page whose line of a number was joined to the one before."""
    rows = ROWS | {number - 1: f"{ROWS[number - 1]} {line}"}
    return "\n".join(row for n, row in rows.items() if n != number) + "\n"


@pytest.mark.parametrize(
    ("joined", "left"),
    [
        ("was told by a non8 frivolous letter", "was told by a nonfrivolous letter"),
        ("was told by 8the court that", "was told by the court that"),
        ("brought No. 2:25-cv-011958 APG-DJA against", "brought No. 2:25-cv-01195APG-DJA against"),
    ],
)
def test_the_number_that_a_page_lacks_goes_from_the_word_it_was_glued_to(joined: str, left: str) -> None:
    assert left in strip_line_numbers(paper(8, joined))


@pytest.mark.parametrize(
    "line",
    [
        "was born in 1998 and died",  # a number's own figure
        "was told by a non9 frivolous letter",  # not the one that is lacking
        "was the 8th of them and",  # an ordinal
        "under Rule 8(a) it was",  # a rule's
        "saw Form8 and then Form8 again",  # two
    ],
)
def test_what_may_be_the_texts_own_stays(line: str) -> None:
    assert line in strip_line_numbers(paper(8, line))


def test_a_short_line_was_not_joined() -> None:
    rows = [f"{n} the owner says that it was his" for n in (*range(1, 7), *range(8, 26))]
    rows[5] += " non7 x"
    assert "non7 x" in strip_line_numbers("\n".join(rows))


LINES = [
    "The harbor master answered the petition",
    "and moved under Rule",
    "12(b)(6) to dismiss the claims that it",
    "made in 2029. The owner of the barge did",
    "not oppose the motion, which was heard",
    "on May 7, and was taken",
    "under submission. Its papers cite no",
    "other source of jurisdiction, and so",
    "it will be dismissed, as the",
    "Court has said.",
]


def test_the_numbers_of_all_lines_may_be_glued() -> None:
    page = "\n".join(f"{n}{line}" for n, line in enumerate(LINES, 1))
    assert strip_line_numbers(page).splitlines() == LINES


def test_notes_whose_marks_are_glued_stay() -> None:
    notes = "\n".join(f"{n}See Roe v. Doe, at {n},\nand the cases that it cites." for n in range(1, 12))
    assert strip_line_numbers(notes) == notes
