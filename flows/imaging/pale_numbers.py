"""Margin line numbers printed in gray, as many templates of pleading paper have them.

The engine tells ink from paper by one threshold for the whole of a page, which the black of its text sets:
numbers in a gray of 150 to 200 are paper then, and no line of the page can be cited. Left of all black print
nothing but the margin stands, and what counts there down the page in even steps is its numbers.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from flows.imaging.marks import marks_of

Gray = NDArray[np.uint8]

WIDE, ENDS = 0.25, 0.05
"""Shares of the page: the margin is no wider, and so much at head and foot is not looked at, for stamps."""

BLACK, PALE = 128, 215
"""Gray values: print is darker than the first, and what is no darker than the second is paper."""

FEWEST_BLACK = 0.01
"""Share of the rows that are black in a column of print, at least: specks have fewer."""

HIGH, WIDEST, COLUMN = (0.05, 0.2), 0.15, 0.3
"""Inches: the least and greatest height of a figure, its greatest width, and the column's."""

FEWEST, EVEN, MOSTLY = 16, 0.12, 0.8
"""Numbers of a page at least, the share of the usual step by which one may differ, and that of the steps that
are even: the lines of a page whose back shows through stand anywhere."""

BLACKEST, WHITE = 40, 255
"""Gray values: what the darkest of the numbers is given, and paper."""


def with_black_numbers(pixels: Gray, dpi: float) -> Gray:
    """The picture with the pale numbers of its margin black, itself where it has none."""
    high, wide = pixels.shape
    rows = slice(round(ENDS * high), round((1 - ENDS) * high))
    strip = pixels[rows, : round(WIDE * wide)]
    black = (strip < BLACK).sum(axis=0) > FEWEST_BLACK * len(strip)
    if not black.any():
        return pixels
    margin = strip[:, : max(0, int(np.argmax(black)) - round(0.02 * dpi))]
    pale = (margin < PALE).view(np.uint8)
    if not cv2.countNonZero(pale) or not _are_numbers(marks_of(pale).boxes[1:], dpi):
        return pixels
    ink = WHITE - np.percentile(margin[pale > 0], 5)
    darkened = pixels.copy()
    paper = WHITE - pixels[:, : margin.shape[1]].astype(np.float32)
    darkened[:, : margin.shape[1]] = np.clip(WHITE - paper * ((WHITE - BLACKEST) / ink), 0, WHITE)
    return darkened


def _are_numbers(boxes: NDArray[np.int64], dpi: float) -> bool:
    """Whether among the marks of a margin are lines as high and narrow as numbers, in even steps and in line
    with one another."""
    _, _, wide, high = boxes.T
    figures = boxes[(high > HIGH[0] * dpi) & (high < HIGH[1] * dpi) & (wide < WIDEST * dpi)]
    if len(figures) < FEWEST:
        return False
    middle = np.median(figures[:, 0])
    figures = figures[np.abs(figures[:, 0] - middle) < COLUMN / 2 * dpi]
    tops = np.sort(figures[:, 1])
    tops = tops[np.diff(tops, prepend=-dpi) > HIGH[1] / 2 * dpi]
    steps = np.diff(tops)
    if len(steps) < FEWEST:
        return False
    usual = np.median(steps)
    return bool((np.abs(steps - usual) < EVEN * usual).mean() >= MOSTLY)
