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

from flows.imaging.marks import Marks

Gray = NDArray[np.uint8]

LEAST, MOST = 0.75, 1.4
"""A raised figure's height to the x-height of the letters beside it. Word sets superscripts at 0.65 of the
type, so 0.9 of its x-height, and scans 0.8 to 1.4; an apostrophe has 0.5 to 0.67, a capital 1.45."""

RAISED, HIGHEST = 0.45, 1.3
"""How far above the base line its foot stands, in x-heights."""

WIDEST = 0.9
"""Its width to the x-height, at most."""

CLOSE = 0.7
"""X-heights at most between a figure and the word it follows, or between two figures of a number."""

SAME, TENS = 0.2, 1.5
"""Figures of one number: by how much of their height their heads and feet may differ, and how many heights to
the left of the last the others stand."""

WORD = 2.0
"""Of the word it follows something stands on the line so near to its left, in figures' heights: a letter of
pleading paper stands higher than the margin's numbers, and no higher than the letters before it."""

ROOM = 0.3
"""X-heights at least from a figure to the next letter of the line: a call ends its word, the broken head of a
letter does not."""

AFTER = 3.0
"""X-heights at most from a figure that opens a line to the line's first letter."""

BESIDE = 10.0
"""X-heights to either side in which the letters stand that tell base line and x-height."""

FAR, SMALL = 30.0, 0.2
"""X-heights to either side in which small letters tell the x-height where there are none beside the figure,
for it follows a name in capitals; and their share, at least."""

LETTERS = 0.6
"""The height of those letters to the figure's, at least: points and commas are lower. The small letters about
a tall one are two thirds as high, and tell that it stands on their line."""

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

APART = 4 * TALLEST
"""Pixels between two numbers of the line in which they are read: at half of that Tesseract makes one word of
them and reads figures that are not there. Before them stands a number that is drawn: a line of ones alone is
a line of rules to it."""


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
    return _joined(found)


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
    beside &= (tops < bottom + 0.4 * high) & (bottoms > top) & (bottoms - tops >= LETTERS * high)
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
    tens = _tens(mark, marks)
    start = int(lefts[tens].min(initial=left))
    on_line = (tops < bottom + 0.4 * high) & (bottoms > top) & (bottoms - tops >= low) & ~tens
    before, after = on_line & (rights <= left + 1), on_line & (lefts >= right - 1)
    at_left = (tops < bottom + high) & (bottoms > top) & (rights <= start + 1)
    is_call = bool(before.any()) and start - int(rights[at_left].max(initial=-9999)) <= CLOSE * high
    base, size = _line_of(mark, marks, on_line, before if is_call else after)
    fits = LEAST * size <= high <= MOST * size and right - left <= WIDEST * size
    if not (fits and RAISED * size <= base - bottom <= HIGHEST * size):
        return False
    level = (bottoms > top) & (tops < base + 0.2 * size)
    if np.any(level & (lefts < right) & (rights > left) & (bottoms > bottom + 1)):
        return False
    follow = lefts[level & (lefts >= right - 1) & (bottoms > base - 0.3 * size)]
    room = int(follow.min(initial=99_999)) - right
    if is_call:
        lower = at_left & (rights > start - WORD * high) & (bottoms - bottom >= LOWER * high)
        lower &= tops - top > SAME * high  # a descender reaches lower than the letter beside it, too
        return room >= ROOM * size and bool(lower.any())
    return room <= AFTER * size and not np.any(on_line & (lefts < left) & (rights > left - WORD * high))


def _tens(mark: Sequence[int], marks: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which marks are the tens of a number, if this one is its ones: no word that it would follow."""
    left, top, _, bottom = mark
    high = bottom - top
    _, tops, rights, bottoms = marks.T
    tens = (np.abs(bottoms - bottom) < SAME * high) & (np.abs(tops - top) < SAME * high)
    found: NDArray[np.bool_] = tens & (rights <= left + 1) & (rights > left - TENS * high)
    return found


def _line_of(
    mark: Sequence[int],
    marks: NDArray[np.int64],
    on_line: NDArray[np.bool_],
    side: NDArray[np.bool_],
) -> tuple[float, float]:
    """Base line and x-height of the line that a mark may be raised on, told by the letters at one ``side`` of
    it; both 0 where these are few, or end no lower than the mark."""
    left, top, right, bottom = mark
    high = bottom - top
    lefts, tops, rights, bottoms = marks.T
    letters = bottoms - tops >= LETTERS * high

    def within(reach: float) -> NDArray[np.bool_]:
        near: NDArray[np.bool_] = (rights > left - reach * high) & (lefts < right + reach * high)
        return near

    feet = bottoms[side & within(BESIDE) & letters]
    base = float(np.quantile(feet, DESCENDING)) if len(feet) >= FEWEST else 0.0
    if base - bottom < LOWER * high:
        return 0.0, 0.0
    line = on_line & (np.abs(bottoms - base) < 0.3 * high) & letters
    heights = [(bottoms - tops)[line & within(reach)] for reach in (BESIDE, FAR)]
    return base, min((float(np.quantile(found, SMALL)) for found in heights if len(found)), default=0.0)


def _joined(boxes: Sequence[Box]) -> list[Box]:
    """The boxes in reading order, figures that stand side by side as one number."""
    rows: list[list[Box]] = []
    for box in sorted(boxes, key=lambda box: box.bottom):
        if rows and box.bottom - rows[-1][0].bottom < 0.3 * (box.bottom - box.top):
            rows[-1].append(box)
        else:
            rows.append([box])
    joined: list[Box] = []
    for box in (box for row in rows for box in sorted(row, key=lambda box: box.left)):
        last = joined[-1] if joined else None
        high = box.bottom - box.top
        if last and abs(last.bottom - box.bottom) < 0.3 * high and 0 <= box.left - last.right < CLOSE * high:
            joined[-1] = Box(last.left, min(last.top, box.top), box.right, max(last.bottom, box.bottom))
        else:
            joined.append(box)
    return joined


def in_one_line(pixels: Gray, boxes: Sequence[Box]) -> tuple[Gray, list[int]]:
    """The marks enlarged and set in one line, wide apart and after a number that is none of them, as a
    picture; and where each begins on it."""
    first = np.full((TALLEST, TALLEST + APART), 255, np.uint8)
    cv2.putText(first, "28", (0, TALLEST), cv2.FONT_HERSHEY_DUPLEX, TALLEST / 22, 0, TALLEST // 10)
    pieces: list[Gray] = [first]
    starts, at = [], TALLEST + first.shape[1]
    for left, top, right, bottom in boxes:
        cut = pixels[top:bottom, left:right]
        factor = TALLEST / cut.shape[0]
        large = cv2.resize(cut, None, fx=factor, fy=factor, interpolation=cv2.INTER_CUBIC)
        starts.append(at)
        pieces.append(np.pad(large.astype(np.uint8), ((0, 0), (0, APART)), constant_values=255))
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


FIGURES = str.maketrans("lIi|!]OoSZ", "1111110052")
"""What is read for a figure that stands alone."""
