"""A list's letters: the alphabet tells what OCR misread between two of them."""

from collections.abc import Sequence

import pytest

from cleaners.confusions import find_confusions
from cleaners.page import Token
from cleaners.reading_order.layout import Sheet, read_in_order


def read(labels: Sequence[str], lefts: Sequence[float] | None = None, method: str = "ocr") -> str:
    """The labels that a list of such labels has after the step, joined by blanks."""
    tokens = []
    for row, label in enumerate(labels, 1):
        at = lefts[row - 1] if lefts else 100.0
        top = 60.0 + 30 * row
        words = ((at, label), (136.0, "Stickers"), (190.0, "and"), (220.0, "patches."))
        tokens += [Token(text, x, top, x + 5.0 * len(text), top + 10, 0.9, row) for x, text in words]
    document = read_in_order([Sheet(1, 612.0, 792.0, tokens, method=method)])
    edited = document.edited(find_confusions(document), by="confusions")
    assert edited.restored() == document.source
    return " ".join(line.split()[0] for line in edited.text.splitlines() if line.strip())


@pytest.mark.parametrize(
    ("labels", "fixed"),
    [
        (["a.", "b.", "©;", "d."], "a. b. c. d."),
        (["c.", "d.", "a.", "f."], "c. d. e. f."),
        (["m.", "n.", "0."], "m. n. o."),
        (["k.", "1.", "m.", "n.", "0.", "p."], "k. l. m. n. o. p."),
        (["w.", "X.", "Vv.", "z.", "aa.", "6b.", "cc."], "w. x. y. z. aa. bb. cc."),
        (["2", "Ss.", "t"], "2 s. t."),
        (["i.", "2.", "3."], "1. 2. 3."),
    ],
)
def test_what_stands_between_two_letters_of_a_list_is_the_letter_between(
    labels: list[str], fixed: str
) -> None:
    assert read(labels) == fixed


@pytest.mark.parametrize(
    ("labels", "lefts"),
    [
        (["a.", "1.", "2.", "c."], None),
        (["a.", "1.", "c."], [100.0, 118.0, 100.0]),
        (["a.", "1.", "b."], None),
        (["a.", "©;", "h."], None),
        (["g.", "h.", "2."], None),
        (["n.", "0."], [100.0, 118.0]),
        (["1.", "2.", "3."], None),
        (["1.", "i.", "2."], None),
        (["i.", "2."], [118.0, 100.0]),
        (["Ss.", "u"], None),
    ],
)
def test_what_the_alphabet_does_not_prove_is_left(labels: list[str], lefts: list[float] | None) -> None:
    assert read(labels, lefts) == " ".join(labels)


def test_a_text_layer_is_left() -> None:
    assert read(["a.", "©;", "c."], method="text layer") == "a. ©; c."
