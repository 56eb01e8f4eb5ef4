"""Watermarks: ``DRAFT``, ``COPY``, ``SEALED``, set large and aslant over or under a page's text.

A text layer gives an oblique word in bits of a letter or three, each in an upright box of its own, so that
they would stand amid the lines they lie over. A watermark along the lines is whole and stands apart; it is
none here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import atan2, degrees, hypot
from statistics import median

from cleaners.page import Token

HIGH, WIDE = 1.7, 1.05
"""Times the height of the page's words that a box of a watermark's letters has in height at least, or in
width to the letter: a ``D`` of 36 points that leans by 45 degrees has a box of 18 by 33 points."""

LEVEL = 0.15
"""Share of its height by which a bit lies higher or lower than any longer word as large: ``the`` and ``of``
in two lines of a court's name stand aslant, too."""

LONGEST_BIT = 3
"""Letters that one upright box holds of an oblique word."""

FLATTEST, STEEPEST = 15.0, 75.0
"""Degrees between which a watermark leans: less is a crooked page, more a line along the margin."""

STRAIGHT = 25.0
"""Degrees by which the way from bit to bit may change: an ``I`` has its middle lower than a ``W`` has."""

CLOSE = 2.5
"""The next bit's middle is no farther than so many times the boxes' larger side: a blank between words."""

FEWEST_BITS, FEWEST_LETTERS = 2, 4
"""A large initial beside another makes no watermark; ``COPY`` does."""

FEWEST_WORDS = 20
"""Words of a page whose height tells what is large there."""


def find_watermarks(tokens: Sequence[Token]) -> list[Token]:
    """The bits of a page's watermarks, each watermark from left to right."""
    short = [t for t in tokens if len(t.text) <= LONGEST_BIT and t.text.isalpha()]
    if len(tokens) < FEWEST_WORDS or len(short) < FEWEST_BITS:
        return []
    usual = median([t.bottom - t.top for t in tokens])
    large = [t for t in tokens if len(t.text) > LONGEST_BIT and t.height >= HIGH * usual]
    words = [t for t in large if t.right - t.left > t.height]  # not what is set sideways in the margin
    level = {t for t in short for word in words if abs(t.middle - word.middle) < LEVEL * t.height}
    bits = sorted((t for t in short if _is_large(t, usual) and t not in level), key=lambda t: t.center)
    found: list[Token] = []
    while bits:
        line = _line(bits)
        bits = [t for t in bits if t not in line]
        if len(line) >= FEWEST_BITS and sum(len(t.text) for t in line) >= FEWEST_LETTERS:
            found += line
    return found


def _is_large(token: Token, usual: float) -> bool:
    return token.height >= HIGH * usual or token.right - token.left >= WIDE * usual * len(token.text)


def _line(bits: Sequence[Token]) -> list[Token]:
    """The first of some bits, from left to right, and those that go on from it in its oblique line."""
    line = [bits[0]]
    while following := list(_following(line, bits)):
        line.append(min(following)[1])
    return line


def _following(line: Sequence[Token], bits: Sequence[Token]) -> Iterator[tuple[float, Token]]:
    """The bits that may be the next of a line, and how far off they are."""
    last = line[-1]
    lean = _lean(line[0], last) if len(line) > 1 else None
    for bit in bits:
        if bit.center <= last.center:
            continue
        step, way = _lean(last, bit), hypot(bit.center - last.center, bit.middle - last.middle)
        side = max(max(t.height, t.right - t.left) for t in (last, bit))
        straight = lean is None or abs(step - lean) < STRAIGHT
        if FLATTEST < abs(step) < STEEPEST and straight and way < CLOSE * side:
            yield way, bit


def _lean(one: Token, two: Token) -> float:
    """Degrees by which the way from one box's middle to another's on its right rises (below 0) or falls."""
    return degrees(atan2(two.middle - one.middle, two.center - one.center))
