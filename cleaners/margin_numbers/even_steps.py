"""Numbers that stand at even steps down a page, and paper that numbers only each fifth line.

Four numbers of such paper or five are few; but they are 5, 10, 15 and so on, at one pitch, down most of the
page, and nothing stands left of them but what OCR has misread.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean

from cleaners.page import Token

STEP = 5
FEWEST = 4
"""So many fifth lines bear their number."""
LEAST_SPAN = 0.45
"""The share of the page's height that they span."""
OFF, NARROW, WIDE = 0.1, 7.0, 40.0
"""Pitches by which a number stands off its line at most, and points of a pitch."""
SHORT = 2
"""Characters of a number that was misread."""


def line_through(numbers: Sequence[tuple[Token, int]]) -> tuple[float, float]:
    """Pitch and offset of the heights of numbers, by least squares. ``statistics.linear_regression`` is exact
    to the last bit, and takes twenty times as long."""
    mean_number, mean_height = fmean(n for _, n in numbers), fmean(t.middle for t, _ in numbers)
    spread = sum((n - mean_number) ** 2 for _, n in numbers)
    pitch = sum((n - mean_number) * (t.middle - mean_height) for t, n in numbers) / spread
    return pitch, mean_height - pitch * mean_number


def fifths(
    stack: Sequence[tuple[Token, int]], words: Sequence[Token], height: float
) -> tuple[list[tuple[Token, int]], list[Token]]:
    """The numbers of a stack that are each fifth line's, with a 1 above them, and what else of them was read;
    nothing if they are not."""
    own = [(word, value) for word, value in stack if value % STEP == 0 or value == 1]
    values = [value for _, value in own]
    told = [value for value in values if value > 1]
    if len(told) < FEWEST or told[0] > 2 * STEP or values != sorted(set(values)):
        return [], []
    if own[-1][0].middle - own[0][0].middle < LEAST_SPAN * height:
        return [], []
    pitch, offset = line_through(own)
    places = [(word.middle - offset) / pitch for word, _ in own]
    even = offset + pitch > 0 and all(
        abs(place - value) <= OFF for place, value in zip(places, values, strict=True)
    )
    numbers, right = {id(word) for word, _ in own}, max(word.right for word, _ in own)
    beside = [w for w in words if w.left < right and 0 < (w.middle - offset) / pitch < values[-1] + 1]
    misread = [w for w in beside if id(w) not in numbers]
    alone = all(len(w.text) <= SHORT and _is_fifth((w.middle - offset) / pitch) for w in misread)
    return (own, misread) if even and alone and NARROW <= pitch <= WIDE else ([], [])


def _is_fifth(place: float) -> bool:
    return abs(place / STEP - round(place / STEP)) < OFF


def last_line(pitch: float, offset: float, last: int, right: float, words: Sequence[Token]) -> int:
    """The number of the paper's last line with text, which stands above where the next would be printed."""
    heights = [(w.middle - offset) / pitch for w in words if w.left > right]
    told = [n for n in range(last, last + STEP) if any(abs(place - n) < 0.3 for place in heights)]
    return max(told, default=last)
