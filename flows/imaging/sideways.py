"""Lines set sideways along a page's side: a clerk's time stamp, a firm's name, a court's.

Read with the page, a turned line gives a letter or a dash to each of the lines beside it. It is told before:
letters that stand one over another as close as those of a word, in a strip that is no wider than a letter is
high, with nothing else out towards the page's end. Margin numbers stand a line apart.
"""

from collections.abc import Iterator

import cv2
import numpy as np
from numpy.typing import NDArray

from flows.imaging.marks import marks_of
from flows.imaging.parts import Part
from flows.imaging.pictures import Gray

COARSE = 100
"""Dots per inch at which turned lines are looked for."""

INK = 176
"""Gray value up to which the mean of a coarse dot's pixels has ink."""

MARGIN = 0.95
"""Inches from a side of the page within which a line along it stands."""

LETTERS, WORDS = 0.04, 0.14
"""Inches: what is nearer stands in one word, in one line. Lines that are set solid have 0.03 and more between
them, but only here and there."""

NARROWEST, WIDEST = 0.06, 0.26
"""Inches: the height of capitals of 7 point type, and that of 20 point type with its tails."""

LONG, WORD = 0.8, 0.28
"""Inches: the least length of a line, and of a word in it. A numbered line's figures are 0.12 high."""

SET = 0.5
"""Share of a line's length that stands in words, at least."""


def sideways_lines(pixels: Gray, dpi: float) -> Iterator[Part]:
    """Where lines run along the left or right side of a picture without rules."""
    width = pixels.shape[1]
    reach = min(round(MARGIN * dpi), width // 4)
    for first, is_left in ((0, True), (width - reach, False)):
        strip = pixels[:, first : first + reach]
        factor = min(1.0, COARSE / dpi)
        coarse = cv2.resize(strip, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
        rim = round(0.02 * dpi)
        for left, top, wide, high in _lines((coarse < INK).view(np.uint8), factor * dpi, is_left=is_left):
            yield Part(
                max(0, first + round(left / factor) - rim),
                max(0, round(top / factor) - rim),
                min(width, first + round((left + wide) / factor) + rim),
                min(len(pixels), round((top + high) / factor) + rim),
            )


def _lines(ink: Gray, dpi: float, *, is_left: bool) -> Iterator[tuple[int, int, int, int]]:
    """The boxes of turned lines on a coarse strip of the page."""
    words = _boxes(ink, round(LETTERS * dpi))
    is_word = (words[:, 3] >= WORD * dpi) & (words[:, 2] >= NARROWEST * dpi) & (words[:, 2] <= WIDEST * dpi)
    words = words[is_word & (words[:, 3] > 2 * words[:, 2])]
    if not words.size:
        return
    boxes = _boxes(ink, round(WORDS * dpi))
    outermost = boxes[:, 0] if is_left else -boxes[:, 0]
    for left, top, wide, high in boxes[np.argsort(outermost)].tolist():
        if not (NARROWEST * dpi <= wide <= WIDEST * dpi and high >= LONG * dpi):
            continue
        inside = words[(words[:, 0] >= left) & (words[:, 0] < left + wide)]
        inside = inside[(inside[:, 1] >= top) & (inside[:, 1] < top + high)]
        outer = ink[top : top + high, :left] if is_left else ink[top : top + high, left + wide :]
        if inside[:, 3].sum() >= SET * high and not outer.any():
            yield left, top, wide, high
            ink[top : top + high, left : left + wide] = 0  # a second line may stand beside it


def _boxes(ink: Gray, gap: int) -> NDArray[np.int64]:
    """Left, top, width and height of what stands together one over another with gaps less than so high."""
    tall = 2 * (gap // 2) + 1
    boxes = marks_of(ink, grown=(tall, 1)).boxes[1:].copy()
    boxes[:, 1] += tall // 2
    boxes[:, 3] -= 2 * (tall // 2)
    return boxes
