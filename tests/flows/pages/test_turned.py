import pytest

from cleaners.page import Rule
from cleaners.reading_order.layout import Sheet, read_in_order
from flows.pages.turned import stood_up, turn_of_words
from tests.cleaners.pages import tokens

LINES = ["the motion is granted in part", "and the parties shall meet", "and confer before the hearing"] * 3
UPRIGHT = Sheet(
    1, 612.0, 792.0,
    [t._replace(row=n) for n, line in enumerate(LINES) for t in tokens((72.0, 100.0 + 24 * n, line))],
    [Rule(72.0, 90.0, 300.0, 91.0)],
)  # fmt: skip


@pytest.mark.parametrize(("lying", "turn"), [(270, 90), (180, 180), (90, 270)])
def test_a_page_that_lies_is_read_as_if_it_stood(lying: int, turn: int) -> None:
    sheet = stood_up(UPRIGHT, lying)
    assert turn_of_words(sheet.tokens) == turn
    back = stood_up(sheet, turn)
    assert (back.width, back.height, back.tokens, back.rules) == (
        612.0, 792.0, list(UPRIGHT.tokens), list(UPRIGHT.rules),
    )  # fmt: skip
    assert read_in_order([back]).text.splitlines() == LINES
    assert back.why.endswith(f"turned by {turn} degrees")


def test_a_page_stands_whose_margin_alone_is_set_sideways() -> None:
    firm = stood_up(Sheet(1, 612.0, 792.0, tokens((72.0, 100.0, "Roe Doe and Tidewell of Arcadia"))), 90)
    assert turn_of_words([*UPRIGHT.tokens, *(t._replace(row=99) for t in firm.tokens)]) == 0


def test_a_few_words_do_not_turn_a_page() -> None:
    assert turn_of_words(stood_up(Sheet(1, 612.0, 792.0, UPRIGHT.tokens[:12]), 180).tokens) == 0
