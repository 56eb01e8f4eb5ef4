"""The times that real-time transcripts print beside their lines: left of their numbers or right of the text.

A time left of margin line numbers is nothing else. One at the right is the margin's where nothing of the page
reaches as far right beside its numbers: what is said of the hour stands among words. On a scan the points of
small colons are lost (``1i:24``, ``0932``), so what stands in a column of times is one, whatever was read.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Protocol

from cleaners.page import Token
from cleaners.patterns import pattern

CLOCK = pattern(r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?P<second>:\d{2})?(?: ?[AaPp]\.?[Mm]?\.?)?")

FAR = 100.0
"""Points from a time's beginning to the line number right of it at most."""

FEWEST = 5
"""So many times that begin at one place make a column, whose others may be misread."""

FEWEST_RIGHT = 3
"""So many times at the right that do not tell the second are a margin's."""

ALIGNED = 9.0
"""Points by which times of a column begin apart at most: ``9:59`` and ``10:00``, flush right."""

APART, LEVEL = 9.0, 5.0
"""Points of white at least before a time that is no part of a sentence; between the middles of words of one
line at most."""

LEAST = 0.9
"""So many of the times at the right are later than the one above them, or the same."""


class Numbers(Protocol):
    """A column of margin line numbers, in points."""

    @property
    def left(self) -> float: ...
    @property
    def right(self) -> float: ...
    @property
    def top(self) -> float: ...
    @property
    def bottom(self) -> float: ...
    @property
    def pitch(self) -> float: ...


def is_clock(text: str) -> bool:
    """Whether a word is the time that such transcripts print beside a line (``10:13AM``, ``10:13:05``)."""
    return ":" in text and CLOCK.fullmatch(text) is not None


def times_before(column: Numbers, words: Sequence[Token]) -> list[Token]:
    """The times left of line numbers, with what else stands in their column."""
    low, high = _reach(column)
    near = [w for w in words if column.left - FAR < w.left < column.left and low <= w.middle <= high]
    clocks = [w for w in near if is_clock(w.text) and w.right < column.right]
    left = median(w.left for w in clocks) if clocks else 0.0
    if sum(abs(w.left - left) <= ALIGNED for w in clocks) < FEWEST:
        return [
            w for w in clocks if not any(w.left - APART < o.right <= w.left and _level(o, w) for o in words)
        ]
    return [w for w in near if w.left >= left - ALIGNED and w.right <= column.right + 6]


def times_after(column: Numbers, words: Sequence[Token], end: float) -> list[Token]:
    """The times right of the text that is beside line numbers, up to what is printed right of them (``end``),
    with what else stands in their column."""
    low, high = _reach(column)
    beside = [w for w in words if column.right < w.left and w.right < end and low <= w.middle <= high]
    clocks = sorted((w for w in beside if is_clock(w.text)), key=lambda w: w.middle)
    edge = max((w.left for w in clocks), default=end) - ALIGNED
    clocks = [w for w in clocks if w.left >= edge]
    edge = min((w.left for w in clocks), default=end)
    fewest = 1 if any(w.text.count(":") > 1 for w in clocks) else FEWEST_RIGHT
    if len(clocks) < fewest or not _rise([w.text for w in clocks]):
        return []
    column_of_times = [w for w in beside if w.left >= edge - 1]
    others = [w for w in beside if w.left < edge - 1]
    reaching = sum(w.right > edge - APART for w in others)
    read = sum(w in clocks or len(w.text) < 3 for w in column_of_times)
    return column_of_times if not reaching and read > len(column_of_times) / 2 else []


def _level(one: Token, two: Token) -> bool:
    return abs(one.middle - two.middle) < LEVEL


def _reach(column: Numbers) -> tuple[float, float]:
    """The heights on the page between which words stand beside the column."""
    return column.top - column.pitch, column.bottom + column.pitch


def _rise(clocks: Sequence[str]) -> bool:
    found = [CLOCK.fullmatch(text) for text in clocks]
    minutes = [60 * (int(m["hour"]) % 12) + int(m["minute"]) for m in found if m]
    rising = sum(0 <= two - one <= 60 or two - one < -600 for one, two in pairwise(minutes))
    return rising >= LEAST * (len(minutes) - 1)
