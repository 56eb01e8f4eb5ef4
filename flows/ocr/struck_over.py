"""Ink in colour that was struck over print, or beside it on other lines: it is read by itself.

Most colour on a scan is read well where it stands. A stamp over the court's name, or beside it half a line
lower, is not: the engine makes one line of both and loses words of either.
"""

from collections.abc import Sequence
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from cleaners.page import Token
from cleaners.reading_order.layout import Sheet
from flows.imaging.colours import coloured_blocks, place_of
from flows.imaging.parts import Part
from flows.ocr.part_words import WELL_READ, words_of
from flows.pages.inlays import legible

Gray = NDArray[np.uint8]

PALE = 200
"""Gray value up to which ink in colour shows."""

TOUCHED = 0.05
"""Share of a word's box that ink in colour covers at least where it is a word's own, or crosses it."""

SURE = 0.75
"""Confidence below which a word that ink in colour touches was misread for it, or may have been."""

UNREAD = 0.3
"""Share of a block's ink that stands in no word's box, from which on something there was not read."""

GAIN = 0.6
"""What must be gained: a word read well that was not read, or one of noise that is gone. Where a pen had gone
over print, whose dark strokes stay, -1.0 to 0.2 was; where a stamp had, 1.1 to 4.6."""

LEVEL = 0.3
"""Share of its height by which a printed word stands higher, or is higher, than one in colour on its line."""

BESIDE = 6.0
"""Points from such a block to the print that it may have disturbed."""


def struck_over(alone: Gray, tokens: Sequence[Token], scale: float) -> list[Part]:
    """The blocks of ink in colour (``alone`` on its picture) that spoilt what was read of a page."""
    ink = alone < PALE
    boxes = [(token, _box(token, scale)) for token in tokens]
    return [block for block in coloured_blocks(alone, scale * 72) if _spoils(block, ink, boxes, scale)]


def words_in_colour(
    alone: Gray, blocks: Sequence[Part], tokens: Sequence[Token], scale: float
) -> tuple[list[Token], list[Token]]:
    """The words of some blocks: those of blocks that stand amid the page's printed ``tokens``, on a line with
    them as a link does, and of those that were struck over them."""
    amid: list[Token] = []
    struck: list[Token] = []
    for index, block in enumerate(blocks, 700):
        words = words_of(alone, block, index, scale)
        lines = [list(line) for _, line in groupby(words, key=lambda t: t.row)]
        (amid if all(_is_amid(line, tokens) for line in lines) else struck).extend(words)
    return amid, struck


def is_better(apart: Sheet, whole: Sheet) -> bool:
    """Whether a page whose ink in colour was read by itself has more words that were read well, or less
    noise, by ``GAIN``. What was struck over it is text no more, but what of that was read well counts."""
    struck = sum(max(0.0, token.confidence - WELL_READ) for token in apart.struck)
    return _worth(apart.tokens) + struck > _worth(whole.tokens) + GAIN


def _worth(tokens: Sequence[Token]) -> float:
    return sum(token.confidence - WELL_READ for token in tokens)


def _is_amid(words: Sequence[Token], tokens: Sequence[Token]) -> bool:
    """Whether some words stand on a printed line, as near to one of its words as a blank is wide."""
    first, last = words[0], words[-1]
    return len(legible(words)) == len(words) and any(
        abs(token.middle - first.middle) < LEVEL * token.height
        and abs(token.height - first.height) < LEVEL * token.height
        and (0 < token.left - last.right < token.height or 0 < first.left - token.right < token.height)
        for token in tokens
    )


def _spoils(block: Part, ink: NDArray[np.bool_], boxes: Sequence[tuple[Token, Part]], scale: float) -> bool:
    rim = round(BESIDE * scale)
    near = [(token, box) for token, box in boxes if _meet(block, box, rim)]
    if any(token.confidence < SURE and ink[place_of(box)].mean() > TOUCHED for token, box in near):
        return True
    left_over = ink[place_of(block)].copy()
    whole = np.count_nonzero(left_over)
    for _, box in near:
        left, top = max(0, box.left - block.left), max(0, box.top - block.top)
        left_over[top : max(0, box.bottom - block.top), left : max(0, box.right - block.left)] = False
    return bool(near) and bool(np.count_nonzero(left_over) > UNREAD * whole)


def _box(token: Token, scale: float) -> Part:
    left, top, right, bottom = (max(0, round(edge * scale)) for edge in token[1:5])
    return Part(left, top, right, bottom)


def _meet(one: Part, other: Part, rim: int) -> bool:
    level = one.left - rim < other.right and other.left < one.right + rim
    return level and one.top - rim < other.bottom and other.top < one.bottom + rim
