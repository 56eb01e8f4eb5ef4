"""The numbers of paragraphs that OCR misread, told by those before and after."""

import pytest

from cleaners.misreadings.item_numbers import find_item_numbers
from cleaners.reading_order.layout import Sheet, read_in_order
from tests.cleaners.pages import FULL, Run, tokens


def numbers(*read: str, tab: float = 36.0, method: str = "ocr") -> list[str]:
    """What the paragraphs of a page open with once their numbers are put right."""
    runs: list[Run] = []
    for n, number in enumerate(read):
        top = 100.0 + 48 * n
        runs += [(108.0, top, number), (108.0 + tab, top, FULL[:50]), (72.0, top + 24, FULL)]
    page = read_in_order([Sheet(1, 612.0, 792.0, tokens(*runs, confidence=0.9), method=method)])
    fixed = page.edited(find_item_numbers(page), by="confusions")
    return [line.text.split()[0] for line in fixed.lines if line.text.strip()][::2]


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        (["1.", "as", "3."], ["1.", "2.", "3."]),
        (["iF", "2.", "3."], ["1.", "2.", "3."]),
        (["iF", "Si", "3.", "4."], ["1.", "2.", "3.", "4."]),
        (["1.", "2.", "8.", "4."], ["1.", "2.", "3.", "4."]),
        (["7.", "§.", "-", "Fh", "11."], ["7.", "8.", "9.", "10.", "11."]),
        (["1", "2.", "3."], ["1.", "2.", "3."]),
    ],
)
def test_a_number_between_two_others_is_the_one_that_is_missing(read: list[str], printed: list[str]) -> None:
    assert numbers(*read) == printed


@pytest.mark.parametrize(
    "read",
    [
        ["4.", "as", "7."],  # two are missing, and one stands there
        ["as", "7.", "8."],  # nothing tells that a list begins
        ["1.", "(a)", "3."],
        ["1.", "a.", "3."],
        ["1.", "•", "3."],
        ["1.", "[1]", "3."],
        ["1.", "as", "In"],
        ["1", "as", "3"],  # a table's
        ["9.", "as", "3."],
    ],
)
def test_what_no_two_numbers_tell_stays(read: list[str]) -> None:
    assert numbers(*read) == read


def test_a_word_of_the_text_is_no_number() -> None:
    """It stands a blank away from the next; and a text layer has what was printed."""
    assert numbers("1.", "As", "3.", tab=16.0) == ["1.", "As", "3."]
    assert numbers("1.", "as", "3.", method="text layer") == ["1.", "as", "3."]
