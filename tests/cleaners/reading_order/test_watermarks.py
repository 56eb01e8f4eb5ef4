"""Boxes as poppler gives them for a word set aslant: bits of a letter or three."""

from cleaners import clean_document
from cleaners.page import Token
from cleaners.reading_order.watermarks import find_watermarks
from tests.cleaners.pages import Run, document, tokens

BODY: list[Run] = [(72, 100 + 24 * n, "The motion is granted in part and denied") for n in range(26)]


def aslant(*bits: str, left: float = 90.0, top: float = 560.0, rise: float = 70.0) -> list[Token]:
    """A watermark in type of 80 points that rises from bit to bit."""
    return [
        Token(bit, left + 62 * n, top - rise * n, left + 62 * n + 58, top - rise * n + 64, row=900 + n)
        for n, bit in enumerate(bits)
    ]


def found(*page: Token) -> list[str]:
    return [token.text for token in find_watermarks(page)]


def test_a_word_set_aslant_over_a_page_is_a_watermark() -> None:
    assert found(*tokens(*BODY), *aslant("DR", "AF", "T")) == ["DR", "AF", "T"]
    assert found(*tokens(*BODY), *aslant("CO", "PY", top=200, rise=-70)) == ["CO", "PY"]


def test_letters_whose_boxes_are_wide_and_low_are_its_letters_too() -> None:
    page = tokens(*BODY)
    bits = [
        Token(bit, 90 + 24 * n, 500 - 18 * n, 123 + 24 * n, 517 - 18 * n) for n, bit in enumerate("SEALED")
    ]
    assert found(*page, *bits) == list("SEALED")


def test_short_words_of_a_large_title_are_none() -> None:
    lines: list[Run] = [(200, 40, "In the"), (226, 68, "Court of"), (290, 96, "Appeals")]
    title = tokens(*lines, size=26.0)
    assert found(*tokens(*BODY), *title) == []


def test_a_drop_initial_is_none() -> None:
    assert found(*tokens(*BODY), Token("T", 72, 90, 110, 140), Token("A", 120, 180, 158, 230)) == []


def test_a_page_of_few_words_has_none() -> None:
    assert found(*tokens(*BODY[:1]), *aslant("DR", "AF", "T")) == []


def test_the_lines_under_a_watermark_are_read_as_if_it_were_not_there() -> None:
    marked = clean_document(document([*tokens(*BODY), *aslant("DR", "AF", "T")]))
    assert marked.text == clean_document(document(tokens(*BODY))).text
    assert [piece.reason for piece in marked.pieces if "watermark" in piece.reason] == ["watermark"] * 3
