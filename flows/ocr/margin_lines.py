"""The words of lines that are set sideways along a page's side, and the page without them."""

from collections.abc import Iterator

import numpy as np

from cleaners.page import Token
from flows.imaging.parts import Part
from flows.imaging.pictures import Gray
from flows.imaging.sideways import sideways_lines
from flows.ocr.engine import block_tokens
from flows.ocr.part_words import WELL_READ, confidence_of

UPWARD, DOWNWARD = 3, 1
"""Quarter turns to the left that set a line upright which reads up the page, as most do, or down."""

FEWEST_WORDS = 2
"""Words of a line: what reads as one may be a flourish or the edge of a picture."""


def without_margin_lines(pixels: Gray, scale: float) -> tuple[list[Token], Gray]:
    """The words of the lines along the sides of a picture without rules, and the picture without these. A
    line that cannot be read turned stays."""
    tokens: list[Token] = []
    for part in sideways_lines(pixels, scale * 72):
        if words := _words(pixels, part, scale):
            pixels = pixels.copy() if not tokens else pixels
            pixels[part.top : part.bottom, part.left : part.right] = 255
            tokens += words
    return tokens, pixels


def _words(pixels: Gray, part: Part, scale: float) -> list[Token]:
    """The words of a sideways line, boxes in points of the page."""
    cut = pixels[part.top : part.bottom, part.left : part.right]
    for turns in (UPWARD, DOWNWARD):
        words = block_tokens(np.ascontiguousarray(np.rot90(cut, turns)), scale)
        if len(words) >= FEWEST_WORDS and confidence_of(words) >= WELL_READ:
            return list(_turned_back(words, part, turns, scale))
    return []


def _turned_back(words: list[Token], part: Part, turns: int, scale: float) -> Iterator[Token]:
    left, top, right, bottom = (edge / scale for edge in part[:4])
    for word in words:
        if turns == UPWARD:
            box = left + word.top, bottom - word.right, left + word.bottom, bottom - word.left
        else:
            box = right - word.bottom, top + word.left, right - word.top, top + word.right
        yield Token(word.text, *box, word.confidence)
