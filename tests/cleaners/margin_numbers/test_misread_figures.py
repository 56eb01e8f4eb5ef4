"""Margin numbers a figure of which OCR has read as a letter."""

import pytest

from cleaners import strip_line_numbers

LINE = "the owner of the barge says that the port had no right to sell it, and"


def page(read: dict[int, str], fifteenth: str = LINE) -> str:
    lines = dict.fromkeys(range(1, 26), LINE) | {15: fifteenth}
    return "\n".join(f"{read.get(n, n)} {line}" for n, line in lines.items())


@pytest.mark.parametrize(
    "read", [{2: "Z", 5: "S"}, {12: "1Z", 13: "I3", 15: "l5"}, {20: "2O", 22: "Z2"}, {24: "Z4", 25: "2S"}]
)
def test_what_looks_like_the_number_that_is_lacking_goes(read: dict[int, str]) -> None:
    assert strip_line_numbers(page(read)) == "\n".join([LINE] * 25)


@pytest.mark.parametrize("own", ["as IS said", "of Title II and", "in Exhibit 1S it is"])
def test_words_and_what_a_word_numbers_stay(own: str) -> None:
    lines = page({}, own).replace("\n15 ", "\n").replace("\n11 ", "\n")
    assert own in strip_line_numbers(lines)
