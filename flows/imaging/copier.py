"""What a copier or a scanner draws on a page.

Black along its sides: the lid stood open, the sheet was smaller than the glass, or lay askew. Specks would
seem to stand at a letter as large as the page, and its inner edge seems a rule. And a line from head to foot,
of dirt on the glass or a scratch on the drum, that seems a rule between two columns.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from cleaners.page import Rule

Gray = NDArray[np.uint8]

BLACK = 96
"""Gray value up to which a dot is black: a shadow is lighter, and print in it can be read."""

INK = 128
"""Gray value below which a dot is print."""

WIDEST = 0.6
"""Inches: what reaches farther into the page is a picture or a bar."""

SHORTEST = 1.5
"""Inches of a side along which it is black, at least: a bar that runs off the page is a line or two high."""

OUTMOST = 0.05
"""Inches: black begins so near to the picture's end."""

GAP, RIM = 0.015, 0.02
"""Inches: gaps in the black, and how far its ragged edge stands out."""

EVEN = 0.3
"""Inches of a side over which the black is taken to be equally wide: a letter that touches it is lower."""

LONGEST = 0.5
"""Share of a page's height that a copier's line has, at least."""

BESIDE, NEAR = 0.06, 0.3
"""Inches: print on both sides of a rule stands so near to it only where words are crossed (cells leave more
on one side at least); and how near print is looked for."""

CROSSED = 0.4
"""Share of the rows with print near on both sides that have it close by on both, at least."""


def crosses_print(rule: Rule, pixels: Gray, dpi: float) -> bool:
    """Whether a long upright rule runs through words, on the picture without rules."""
    height = len(pixels)
    if not rule.upright or rule.bottom - rule.top < LONGEST * height:
        return False
    rows = np.arange(max(0, round(rule.top)), min(height, round(rule.bottom)))
    down = (rows - rule.top) / (rule.bottom - rule.top)
    ways = [rule.left + (rule.right - rule.left) * share for share in (down, 1 - down)]
    return any(_has_words(pixels[rows], way, dpi) for way in ways)


def _has_words(pixels: Gray, way: NDArray[np.floating], dpi: float) -> bool:
    """Whether print stands close by on both sides of a line that is at ``way`` in each row."""
    reach = round(NEAR * dpi)
    steps = np.arange(1, reach + 1)
    sides = []
    for direction in (-1, 1):
        places = np.clip(np.round(way)[:, np.newaxis] + direction * steps, 0, pixels.shape[1] - 1)
        sides.append(np.take_along_axis(pixels, places.astype(np.int64), axis=1) < INK)
    near = sides[0].any(axis=1) & sides[1].any(axis=1)
    close = round(BESIDE * dpi)
    both = sides[0][:, :close].any(axis=1) & sides[1][:, :close].any(axis=1)
    return int(both.sum()) > max(close, CROSSED * int(near.sum()))


def without_borders(pixels: Gray, dpi: float) -> Gray:
    """The picture with the black along its sides painted white, the picture itself where there is none."""
    painted = pixels
    for side in range(4):
        if (clear := _clear_from(_seen_from(painted, side), dpi)).any():
            painted = painted.copy() if painted is pixels else painted
            strip = _seen_from(painted, side)[:, : clear.max()]
            strip[np.arange(strip.shape[1]) < clear[:, np.newaxis]] = 255
    return painted


def _seen_from(pixels: Gray, side: int) -> Gray:
    """The same dots, with the left, right, upper or lower side as the left one."""
    view = pixels.T if side >= 2 else pixels
    return view[:, ::-1] if side % 2 else view


def _clear_from(view: Gray, dpi: float) -> NDArray[np.int64]:
    """For each row of a picture, how many dots from its left are to be painted."""
    outmost = max(1, round(OUTMOST * dpi))
    begun = (view[:, :outmost] <= BLACK).any(axis=1)
    if begun.sum() < SHORTEST * dpi:
        return np.zeros(len(view), np.int64)
    strip = (view[:, : round(WIDEST * dpi)] <= BLACK).view(np.uint8)
    gap = np.ones((1, max(3, round(GAP * dpi))), np.uint8)
    black = cv2.morphologyEx(np.ascontiguousarray(strip), cv2.MORPH_CLOSE, gap) > 0
    black[begun, :outmost] = True
    widths = np.where(black.all(axis=1), black.shape[1], np.argmin(black, axis=1)).astype(np.uint8)
    usual = cv2.medianBlur(widths[:, np.newaxis], round(EVEN * dpi) | 1)[:, 0].astype(np.int64)
    usual[usual >= black.shape[1]] = 0
    return np.where(usual > 0, usual + round(RIM * dpi), 0)
