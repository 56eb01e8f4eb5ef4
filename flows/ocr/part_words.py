"""The words of a part of a page's picture, and how sure the engine is of them."""

from collections.abc import Sequence
from statistics import mean

from cleaners.page import Token
from flows.imaging.parts import Part
from flows.imaging.pictures import Gray
from flows.ocr.engine import DIGITS, block_tokens
from flows.pages.drawings import Box

WELL_READ = 0.6
"""Mean confidence from which on what was read is print: what is read less well is tried otherwise."""

DARK, PALEST = 128, 200
"""Gray values: print has dots as dark as the first. What has none is read where it has some of the second, as
a table that was short of toner (130 to 180), but only what is read well is print."""


def confidence_of(tokens: Sequence[Token]) -> float:
    """The mean confidence of words, 0 of none."""
    return mean(t.confidence for t in tokens) if tokens else 0.0


def words_of(pixels: Gray, part: Part, index: int, scale: float) -> list[Token]:
    """The words of a part of the picture, boxes in points of the whole. ``index`` is the part's own: rows of
    different parts are different rows."""
    cut = pixels[max(part.top, 0) : part.bottom, max(part.left, 0) : part.right]
    if cut.shape[0] < 10 or cut.shape[1] < 10 or cut.min() > PALEST:
        return []
    tokens = block_tokens(cut, scale, DIGITS if part.margin else "")
    if cut.min() > DARK and confidence_of(tokens) < WELL_READ:
        return []
    first_row = index * 10_000
    dx, dy = max(part.left, 0) / scale, max(part.top, 0) / scale
    return [
        Token(t.text, t.left + dx, t.top + dy, t.right + dx, t.bottom + dy, t.confidence, t.row + first_row)
        for t in tokens
    ]


def part_of(place: Box, scale: float) -> Part:
    """A place in points as a part of the picture, in pixels."""
    left, top, right, bottom = (round(edge * scale) for edge in place)
    return Part(left, top, right, bottom)
