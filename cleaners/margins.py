"""Where a page prints its own line numbers: columns of numbers that count downward at one pitch.

Pleading paper (L.R. 11-3.2 C.D. Cal. and its like: 28 numbered lines), transcripts (25 lines, 28 C.F.R.
and the Judicial Conference's format rules) and condensed transcripts print a column of numbers left of the
text. A number alone proves nothing; that ``y = offset + pitch * value`` holds for many of them does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from cleaners.document import Rule

FEWEST = 8
"""So many numbers must fit the line. Real pleading paper prints 24 to 32; a list of 8 items whose items all
take the same height, set left of everything else, has not been seen."""

FEWEST_FENCED = 4
"""So many are enough left of an upright rule that runs down the page (scans, whose numbers are misread)."""

LEAST_SPAN = 0.22
"""The numbers must span this share of the page's height (a quarter sheet of a condensed transcript: 0.38)."""

LARGEST = 40
"""No paper numbers more lines than this."""

NUMBER = re.compile(r"\d{1,2}")
JUNK = "|[](){}!_.,:;-–—~'\"‘’“”*°•\\/"


class Token(NamedTuple):
    """A word as the reader saw it. The box is in points from the page's top left corner, ``confidence`` in
    [0, 1]; words with the same ``row`` were taken for one line by the reader."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    confidence: float = 1.0
    row: int = 0

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def center(self) -> float:
        return (self.left + self.right) / 2

    @property
    def height(self) -> float:
        return self.bottom - self.top


@dataclass(frozen=True)
class NumberColumn:
    """A column of margin line numbers. ``tokens`` are all that stand in it, misread ones included; the
    number printed at height ``y`` is ``(y - offset) / pitch``."""

    tokens: tuple[Token, ...]
    left: float
    right: float
    pitch: float
    offset: float

    @property
    def top(self) -> float:
        return min(token.top for token in self.tokens)

    @property
    def bottom(self) -> float:
        return max(token.bottom for token in self.tokens)

    def number_at(self, y: float) -> int:
        return round((y - self.offset) / self.pitch)


def printed_number(text: str) -> int | None:
    """The margin number that a token shows, specks and strokes of the rule beside it aside."""
    bare = text.strip(JUNK)
    return int(bare) if NUMBER.fullmatch(bare) and 1 <= int(bare) <= LARGEST else None


def find_number_columns(
    tokens: Sequence[Token], height: float, rules: Sequence[Rule] = ()
) -> list[NumberColumn]:
    """The columns of margin line numbers on a page of ``height`` points, from left to right and downward.

    Left of a pleading rule fewer numbers need fit, for there nothing but numbers stands.
    """
    fence = min((r.left for r in rules if r.upright and r.bottom - r.top > 0.5 * height), default=0.0)
    numbers = [(token, value) for token in tokens if (value := printed_number(token.text)) is not None]
    found: list[NumberColumn] = []
    for stack in _stacks(numbers):
        left_over = stack
        while (column := _fitted(left_over, height, fence)) is not None:
            if _is_margin(column, tokens):
                found.append(_with_misread(column, tokens))
            taken = set(column.tokens)
            left_over = [(t, v) for t, v in left_over if t not in taken]
    return sorted(found, key=lambda c: (round(c.left / 36), c.top))


def _stacks(numbers: list[tuple[Token, int]]) -> Iterator[list[tuple[Token, int]]]:
    """Numbers that stand above one another: their centers lie within a digit's width."""
    stack: list[tuple[Token, int]] = []
    for token, value in sorted(numbers, key=lambda n: n[0].center):
        if stack and token.center - stack[-1][0].center > 4:
            if len(stack) >= FEWEST_FENCED:
                yield sorted(stack, key=lambda n: n[0].middle)
            stack = []
        stack.append((token, value))
    if len(stack) >= FEWEST_FENCED:
        yield sorted(stack, key=lambda n: n[0].middle)


def _fitted(stack: list[tuple[Token, int]], height: float, fence: float) -> NumberColumn | None:
    """The largest set of the stack that counts at one pitch, if it is large enough."""
    best: tuple[int, float, float] = (0, 1.0, 0.0)
    for (one, v), (two, w) in pairwise(stack):
        if not 0 < w - v <= 6:
            continue
        pitch = (two.middle - one.middle) / (w - v)
        if not 7 <= pitch <= 40:
            continue
        offset = one.middle - pitch * v
        hits = sum(abs(t.middle - offset - pitch * n) <= 0.3 * pitch for t, n in stack)
        best = max(best, (hits, pitch, offset))
    hits, pitch, offset = best
    fewest = FEWEST_FENCED if max((t.right for t, _ in stack), default=fence) < fence else FEWEST
    if hits < fewest:
        return None
    fits = tuple(t for t, n in stack if abs(t.middle - offset - pitch * n) <= 0.3 * pitch)
    if len({printed_number(t.text) for t in fits}) < fewest or fits[-1].middle - fits[0].middle < LEAST_SPAN * height:
        return None
    return NumberColumn(fits, min(t.left for t in fits), max(t.right for t in fits), pitch, offset)


def _is_margin(column: NumberColumn, tokens: Sequence[Token]) -> bool:
    """Whether the column is a margin, not a column of a table or the numbers of a list: nearly no other word
    beside it reaches into it or ends just left of it."""
    beside = [t for t in tokens if column.top <= t.middle <= column.bottom and t not in set(column.tokens)]
    inside = sum(t.left < column.right and t.right > column.left and len(t.text) > 3 for t in beside)
    before = sum(column.left - 14 < t.right <= column.left and len(t.text) > 1 for t in beside)
    return inside + before <= max(2, len(column.tokens) // 6)


def _with_misread(column: NumberColumn, tokens: Sequence[Token]) -> NumberColumn:
    """The column with the short tokens in its band that are no number: misread ones, bits of the rule."""
    low, high = column.top - column.pitch, column.bottom + column.pitch
    band = tuple(
        t
        for t in tokens
        if len(t.text) <= 3
        and t.left >= column.left - 6
        and t.right <= column.right + 6
        and low <= t.middle <= high
    )
    return NumberColumn(band or column.tokens, column.left, column.right, column.pitch, column.offset)
