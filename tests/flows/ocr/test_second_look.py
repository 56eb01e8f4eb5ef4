"""Lines that are read a second time: those that the first reading of their block lost or doubts."""

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from cleaners.page import Token
from flows.imaging.parts import Part
from flows.ocr.part_words import words_of
from flows.ocr.second_look import read_again

SCALE = 300 / 72
LINES = (
    "The motion to compel is granted in part",
    "and the parties shall confer by June",
    "as the rule says",
)
WHOLE = Part(0, 0, 1400, 400)


@pytest.fixture(scope="module")
def page() -> NDArray[np.uint8]:
    image = Image.new("L", (WHOLE.right, WHOLE.bottom), 255)
    for number, line in enumerate(LINES):
        ImageDraw.Draw(image).text((20, 40 + 110 * number), line, fill=0, font=ImageFont.load_default(50))
    return np.asarray(image)


@pytest.fixture(scope="module")
def first(page: NDArray[np.uint8]) -> list[Token]:
    return words_of(page, WHOLE, 1, SCALE)


def line_of(tokens: list[Token], number: int) -> list[Token]:
    return [t for t in tokens if number * 110 < t.middle * SCALE - 20 < (number + 1) * 110]


def told(tokens: list[Token]) -> str:
    return " ".join(t.text for t in sorted(tokens, key=lambda t: (round(t.middle / 10), t.left)))


def doubted(tokens: list[Token], text: str, confidence: float) -> list[Token]:
    """The second line as one bad word."""
    second = line_of(tokens, 1)
    box = second[0].left, second[0].top, second[-1].right, second[-1].bottom
    return [*(t for t in tokens if t not in second), Token(text, *box, confidence, second[0].row)]


def test_what_was_read_well_is_not_read_again(page: NDArray[np.uint8], first: list[Token]) -> None:
    assert told(first) == " ".join(LINES)
    assert read_again(first, page, WHOLE, 1, SCALE) is first


def test_a_line_that_was_lost_is_read(page: NDArray[np.uint8], first: list[Token]) -> None:
    lost = [t for t in first if t not in line_of(first, 1)]
    assert told(read_again(lost, page, WHOLE, 1, SCALE)) == " ".join(LINES)


def test_a_line_that_the_engine_doubts_is_read_by_itself(page: NDArray[np.uint8], first: list[Token]) -> None:
    bad = doubted(first, "andthopartiosshailcontorbyJuno", 0.5)
    assert told(read_again(bad, page, WHOLE, 1, SCALE)) == " ".join(LINES)


def test_a_line_that_is_no_print_is_left(page: NDArray[np.uint8], first: list[Token]) -> None:
    bad = doubted(first, "Jr~wm\\/oru__LL", 0.35)
    assert read_again(bad, page, WHOLE, 1, SCALE) is bad


def test_a_reading_that_finds_no_more_words_is_not_taken(page: NDArray[np.uint8], first: list[Token]) -> None:
    second = line_of(first, 1)
    unsure = [t._replace(confidence=0.5) if t in second else t for t in first]
    assert read_again(unsure, page, WHOLE, 1, SCALE) is unsure
