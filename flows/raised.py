"""Raised numbers on a page's picture: the calls and the markers of footnotes.

Tesseract makes a quotation mark, a star or nothing of a figure half as large as the letters before it
(``granted.’`` for ``granted.1``), and the word it stands at suffers with it. So such figures are found by
their place, taken off the page, and read by themselves, enlarged.

Works on the marks of a page's ink.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from flows.marks import Marks

Gray = NDArray[np.uint8]

LEAST, MOST = 0.62, 1.15
"""A raised figure's height to the x-height of the letters beside it. Word sets superscripts at 0.65 of the
type, so 0.9 of its x-height; an apostrophe has 0.5, a capital 1.45."""

RAISED, HIGHEST = 0.45, 1.0
"""How far above the base line its foot stands, in x-heights."""

WIDEST = 0.9
"""Its width to the x-height, at most."""

CLOSE = 0.7
"""X-heights at most between a figure and the word it follows, or between two figures of a number."""

ROOM = 0.3
"""X-heights at least from a figure to the next letter of the line: a call ends its word, the broken head of a
letter does not."""

AFTER = 3.0
"""X-heights at most from a figure that opens a line to the line's first letter."""

BESIDE = 6.0
"""X-heights to either side in which the letters stand that tell base line and x-height."""

LOWER = 0.99 * RAISED / MOST
"""By so much of its height the feet of its neighbours lie below its own at least: what follows from the
bounds on its size and its rise, and some."""

FEWEST = 2
"""So many letters at least must tell them."""

DESCENDING = 0.35
"""The share of the letters above whose feet the base line is sought: a third may have descenders."""

LETTER = (0.035, 0.2)
"""Inches: the height of what may be a letter of print."""

AT_ONCE = 256
"""Letters that are looked at together, each with the marks of its line and of those next to it."""

TALLEST = 40
"""Pixels: the height to which a raised figure is enlarged before it is read."""


class Box(NamedTuple):
    """A place on the picture, in pixels."""

    left: int
    top: int
    right: int
    bottom: int


def raised_in(page: Marks, dpi: float) -> list[Box]:
    """Where marks of a figure's size stand raised after a word or at the start of a line, in reading order.
    What they are must be read: ordinals (``4th``) stand raised too."""
    boxes = page.boxes[1:].copy()
    boxes[:, 2] += boxes[:, 0]
    boxes[:, 3] += boxes[:, 1]
    low, high = (share * dpi for share in LETTER)
    tall = boxes[:, 3] - boxes[:, 1]
    marks = boxes[(tall >= 0.4 * low) & (tall <= high)]
    marks = marks[np.argsort(marks[:, 1], kind="stable")]
    tops = marks[:, 1]
    letters = boxes[(tall >= low) & (tall <= high)]
    firsts = np.searchsorted(tops, letters[:, 1] - high)
    lasts = np.searchsorted(tops, 3 * letters[:, 3] - 2 * letters[:, 1])
    found: list[Box] = []
    for start in range(0, len(letters), AT_ONCE):
        few = slice(start, start + AT_ONCE)
        high_up = np.flatnonzero(_stand_high(letters[few], marks, firsts[few], lasts[few])) + start
        found += [
            Box(*letters[n].tolist())
            for n in high_up.tolist()
            if _is_raised(letters[n].tolist(), marks[firsts[n] : lasts[n]], low)
        ]
    return _joined(sorted(found, key=lambda box: (box.top // round(0.1 * dpi), box.left)))


def _stand_high(
    letters: NDArray[np.int64], marks: NDArray[np.int64], firsts: NDArray[np.int64], lasts: NDArray[np.int64]
) -> NDArray[np.bool_]:
    """Which letters have, on one side and among their own ``marks`` from ``firsts`` to ``lasts``, neighbours
    that for the most part reach as far below their foot as a raised figure's do."""
    sizes = lasts - firsts
    starts = np.cumsum(sizes) - sizes
    lefts, tops, rights, bottoms = marks[np.arange(sizes.sum()) + np.repeat(firsts - starts, sizes)].T
    left, top, right, bottom = np.repeat(letters, sizes, axis=0).T
    high = bottom - top
    beside = (rights > left - BESIDE * high) & (lefts < right + BESIDE * high)
    beside &= (tops < bottom + 0.4 * high) & (bottoms > top) & (bottoms - tops >= 0.8 * high)
    lower = bottoms - bottom >= LOWER * high
    high_up = np.zeros(len(letters), bool)
    for side in rights <= left + 1, lefts >= right - 1:
        count = np.add.reduceat(beside & side, starts, dtype=np.int64)
        below = np.add.reduceat(beside & side & lower, starts, dtype=np.int64)
        high_up |= (count >= FEWEST) & (below >= count - np.ceil(DESCENDING * (count - 1)))
    return high_up


def _is_raised(mark: Sequence[int], marks: NDArray[np.int64], low: float) -> bool:
    """Whether a mark is raised among the marks of its line and of those next to it, in which a letter is at
    least ``low`` pixels high."""
    left, top, right, bottom = mark
    high = bottom - top
    lefts, tops, rights, bottoms = marks.T
    on_line = (tops < bottom + 0.4 * high) & (bottoms > top) & (bottoms - tops >= low)
    before, after = on_line & (rights <= left + 1), on_line & (lefts >= right - 1)
    ends = rights[(tops < bottom + high) & (bottoms > top) & (rights <= left + 1)]
    is_call = bool(before.any()) and left - int(ends.max(initial=-9999)) <= CLOSE * high
    near = (rights > left - BESIDE * high) & (lefts < right + BESIDE * high)
    beside = marks[(before if is_call else after) & near & (bottoms - tops >= 0.8 * high)]
    least = LOWER * high
    if len(beside) < FEWEST or beside[:, 3].max() - bottom < least:
        return False
    base = float(np.quantile(beside[:, 3], DESCENDING))
    if base - bottom < least:
        return False
    beside = beside[np.abs(beside[:, 3] - base) < 0.3 * high]
    size = float(np.quantile(beside[:, 3] - beside[:, 1], 0.3)) if len(beside) else 0.0
    fits = LEAST * size <= high <= MOST * size and right - left <= WIDEST * size
    if not (fits and RAISED * size <= base - bottom <= HIGHEST * size):
        return False
    level = (bottoms > top) & (tops < base + 0.2 * size)
    if np.any(level & (lefts < right) & (rights > left) & (bottoms > bottom + 1)):
        return False
    follow = lefts[level & (lefts >= right - 1) & (bottoms > base - 0.3 * size)]
    room = int(follow.min(initial=99_999)) - right
    if is_call:
        return room >= ROOM * size
    return room <= AFTER * size and not np.any(on_line & (lefts < left) & (rights > left - AFTER * size))


def _joined(boxes: Sequence[Box]) -> list[Box]:
    """Figures that stand side by side as one number."""
    joined: list[Box] = []
    for box in boxes:
        last = joined[-1] if joined else None
        high = box.bottom - box.top
        if last and abs(last.bottom - box.bottom) < 0.3 * high and 0 <= box.left - last.right < CLOSE * high:
            joined[-1] = Box(last.left, min(last.top, box.top), box.right, max(last.bottom, box.bottom))
        else:
            joined.append(box)
    return joined


def in_one_line(pixels: Gray, boxes: Sequence[Box]) -> tuple[Gray, list[int]]:
    """The marks enlarged and set in one line, wide apart, as a picture; and where each begins on it."""
    pieces: list[Gray] = []
    starts, at = [], TALLEST
    for left, top, right, bottom in boxes:
        cut = pixels[top:bottom, left:right]
        factor = TALLEST / cut.shape[0]
        large = cv2.resize(cut, None, fx=factor, fy=factor, interpolation=cv2.INTER_CUBIC)
        starts.append(at)
        pieces.append(np.pad(large.astype(np.uint8), ((0, 0), (0, 2 * TALLEST)), constant_values=255))
        at += pieces[-1].shape[1]
    tallest = max(piece.shape[0] for piece in pieces)
    level = [np.pad(p, ((tallest - p.shape[0], 0), (0, 0)), constant_values=255) for p in pieces]
    return np.pad(np.hstack(level), TALLEST, constant_values=255), starts


def numbers_of(texts: Sequence[tuple[str, float]], starts: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Which of the marks are numbers, and which: ``texts`` are the words read from their line, each with its
    middle."""
    for text, middle in texts:
        index = sum(start <= middle for start in starts) - 1
        number = text.strip(".,'’‘").translate(FIGURES)
        if index >= 0 and number.isdigit() and len(number) <= 2:
            yield index, number


FIGURES = str.maketrans("lI|!]OoSZ", "111110052")
"""What is read for a figure that stands alone."""
