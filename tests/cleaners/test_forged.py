"""What the forge prints, the cleaners take off again, to the letter."""

from hypothesis import given, settings

from cleaners import clean, strip_line_numbers
from fixtures.forge import dump
from tests.forge import strategies

FEW = settings(max_examples=40)


@FEW
@given(strategies.paragraphs())
def test_pleading_paper_comes_off(paragraphs: list[str]) -> None:
    assert clean(dump.pleading_text(paragraphs)) == "\n\n".join(paragraphs) + "\n"


@FEW
@given(strategies.paragraphs())
def test_typeset_pages_come_off(paragraphs: list[str]) -> None:
    assert clean(dump.typeset_text(paragraphs)) == "\n\n".join(paragraphs) + "\n"


@FEW
@given(strategies.paragraphs())
def test_unnumbered_text_loses_no_number(paragraphs: list[str]) -> None:
    text = "\n\n".join(paragraphs)
    assert strip_line_numbers(text) == text
