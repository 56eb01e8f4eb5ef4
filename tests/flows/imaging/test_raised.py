"""Raised figures: found by their place after a word or before a line, read apart, letters left alone."""

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from flows.imaging.marks import marks_of
from flows.imaging.raised import numbers_of, raised_in
from flows.ocr.picture import read_picture
from flows.pages.images import Picture

DPI = 300
LARGE, SMALL = ImageFont.load_default(50), ImageFont.load_default(32)
SENTENCE = "the court below held that the motion was late"


def page(*lines: tuple[str, str, str]) -> Image.Image:
    """A page of lines, each a raised mark, a text, and the mark that is raised after it."""
    made = Image.new("L", (2550, 3300), 255)
    draw = ImageDraw.Draw(made)
    for index, (marker, text, call) in enumerate(lines):
        left, top = 300.0, 600 + 80 * index
        if marker:
            draw.text((left, top - 2), marker, 0, font=SMALL)
            left += draw.textlength(marker, SMALL) + 14
        draw.text((left, top), text, 0, font=LARGE)
        draw.text((left + draw.textlength(text, LARGE) + 3, top - 2), call, 0, font=SMALL)
    return made


def ink(made: Image.Image) -> NDArray[np.uint8]:
    return (np.asarray(made) < 128).astype(np.uint8)


@pytest.mark.parametrize(
    "line",
    [
        ("", f"{SENTENCE}.", "4"),
        ("", SENTENCE, "2"),
        ("3", f"Roe; {SENTENCE}.", ""),
        ("", SENTENCE, "12"),
        ("14", f"Notably, {SENTENCE}.", ""),
    ],
)
def test_a_raised_figure_is_found(line: tuple[str, str, str]) -> None:
    assert len(raised_in(marks_of(ink(page(("", SENTENCE, ""), line, ("", SENTENCE, "")))), DPI)) == 1


@pytest.mark.parametrize(
    "text",
    [f"{SENTENCE}.’", f"“{SENTENCE}”", f"i. {SENTENCE}, 28 U.S.C. § 1292(b)", "4. Roe’s motion; Doe’s f"],
)
def test_what_is_not_raised_is_left(text: str) -> None:
    assert raised_in(marks_of(ink(page(("", text, ""), ("", SENTENCE, "")))), DPI) == []


def test_pleading_paper_whose_numbers_stand_lower_raises_no_letter() -> None:
    made = page(*(("", text, "") for text in ("policies", "Ex. E and", "added to it", "lot 2002")))
    draw = ImageDraw.Draw(made)
    for index in range(4):
        draw.text((150, 625 + 80 * index), f"{index + 11}", 0, font=LARGE)
    assert raised_in(marks_of(ink(made)), DPI) == []


def test_ordinals_and_quotation_marks_are_no_numbers() -> None:
    read = [("th", 50.0), ("1", 160.0), ("”", 270.0), ("l2", 380.0), ("407", 490.0)]
    assert dict(numbers_of(read, [0, 110, 220, 330, 440])) == {1: "1", 3: "12"}


def test_a_page_is_read_with_its_raised_figures() -> None:
    body = ("", SENTENCE, "")
    lines = [body, ("", f"{SENTENCE}.", "2"), body, ("2", f"See Roe; {SENTENCE}.", "")]
    tokens = read_picture(Picture(page(*lines), DPI / 72), 1, "").tokens
    tallest = max(t.height for t in tokens)
    small = [t.text for t in tokens if t.height < 0.7 * tallest and t.text.isdigit()]
    assert small == ["2", "2"]
    assert [t.text for t in tokens].count("late.") == 2


@pytest.mark.parametrize("number", ["1", "11", "16"])
def test_the_numbers_of_a_page_are_read_as_numbers(number: str) -> None:
    lines = [("", f"{SENTENCE}.", number), ("", SENTENCE, ""), (number, f"See Roe; {SENTENCE}.", "")]
    texts = [token.text for token in read_picture(Picture(page(*lines), DPI / 72), 1, "").tokens]
    assert texts.count(number) == 2
