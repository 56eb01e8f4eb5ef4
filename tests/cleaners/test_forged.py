"""What the forge prints, the cleaners take off again, to the letter."""

from hypothesis import given, settings

from cleaners import clean, strip_line_numbers
from fixtures.forge import dump
from tests.forge import strategies

FEW = settings(max_examples=40)

LAST = "The parties shall meet and confer on what remains within fourteen days of this order."
PARAGRAPHS = strategies.paragraphs().map(lambda texts: [f"{text} {LAST}" for text in texts])
"""Paragraphs of two lines or more: in bare text one of a single line looks like any line."""


@FEW
@given(PARAGRAPHS)
def test_pleading_paper_comes_off(paragraphs: list[str]) -> None:
    assert clean(dump.pleading_text(paragraphs)) == "\n\n".join(paragraphs) + "\n"


@FEW
@given(PARAGRAPHS)
def test_typeset_pages_come_off(paragraphs: list[str]) -> None:
    assert clean(dump.typeset_text(paragraphs)) == "\n\n".join(paragraphs) + "\n"


@FEW
@given(PARAGRAPHS)
def test_unnumbered_text_loses_no_number(paragraphs: list[str]) -> None:
    text = "\n\n".join(paragraphs)
    assert strip_line_numbers(text) == text
