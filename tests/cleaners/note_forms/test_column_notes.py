"""Footnotes at the feet of columns, with a rule above them and without."""

import pytest

from cleaners.footnotes import find_footnotes
from cleaners.page import Rule, Token
from tests.cleaners.pages import Run, document, joined, notes_of, tokens

LEFT, RIGHT = 60.0, 330.0


def column(left: float, word: str, note: str) -> list[Token]:
    """A column of 40 lines, the first of which calls the note that stands under them in smaller type."""
    body = [(left, 80.0 + 14 * n, f"{word} column has line {n}") for n in range(40)]
    last = max(t.right for t in tokens(body[0]))
    call = Token(note, last + 1, 72.0, last + 4, 78.0)
    marker = Token(note, left, 646.0, left + 3, 651.0)
    foot = tokens((left + 6, 650.0, f"{word} note says"), (left, 659.0, "what it says."), size=8.0)
    return [*tokens(*body), call, marker, *foot]


@pytest.mark.parametrize(
    "rules", [(), (Rule(LEFT, 641.0, 150.0, 641.5), Rule(RIGHT, 641.0, 420.0, 641.5))], ids=["bare", "ruled"]
)
def test_each_column_has_notes_at_its_foot(rules: tuple[Rule, ...]) -> None:
    read = document([*column(LEFT, "left", "1"), *column(RIGHT, "right", "2")], rules=rules)
    text = read.edited(find_footnotes(read), by="footnotes").text

    assert notes_of(text.replace("\n\n1 ", "\n\n[^1]: ").replace("\n\n2 ", "\n\n[^2]: ")) == [
        "[^1]: left note says what it says.",
        "[^2]: right note says what it says.",
    ]


def test_a_text_may_end_in_the_first_column_of_its_last_sheet() -> None:
    def column(left: float, lines: int) -> list[Run]:
        full = [(left, 104.0 + 14 * n, "the court has read all of the papers") for n in range(lines)]
        return [(left + 12, 90.0, "The court has read all of the paper"), *full]

    first = [*column(40.0, 40), *column(320.0, 40)]
    text = joined(first, [*column(40.0, 9), (40.0, 230.0, "filed.")])
    assert text.strip().split("\n\n")[-1].count("\n") == 0
