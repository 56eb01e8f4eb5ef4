"""Rings that a pen drew round printed words (``circle either YES or NO``): OCR makes other words of what is
in them. Works on the marks of a page's ink.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from flows.marks import Marks, Mask

LOWEST, NARROWEST, LARGEST = 0.2, 0.25, 1.6
"""Inches: the least height and width of a ring round a word, and its greatest width and height."""

ROUND = 0.6
"""Share of its box that a ring goes round, at least (an ellipse: 0.79)."""

THIN = 0.3
"""Share of what a ring goes round that is its own ink, at most: a letter O of headline type has 0.33."""

LETTER = 0.05
"""Inches: the height and width that a mark inside of a ring must have to be a letter of the word in it."""


def rings_in(marks: Marks, dpi: float) -> Mask:
    """The ink of rings drawn round words."""
    wide, high = marks.boxes[:, 2], marks.boxes[:, 3]
    letters = marks.boxes[(wide > LETTER * dpi) & (high > LETTER * dpi)]
    large = (wide >= NARROWEST * dpi) & (high >= LOWEST * dpi) & (np.maximum(wide, high) <= LARGEST * dpi)
    found = np.zeros(marks.shape, np.uint8)
    for label in np.flatnonzero(large).tolist():
        left, top, across, down = marks.boxes[label].tolist()
        place = slice(top, top + down), slice(left, left + across)
        shape = marks.shape_of(label).astype(np.uint8)
        area = int(shape.sum())
        if area > THIN * across * down or not _has_inside(letters, left, top, left + across, top + down):
            continue
        inside = _area_within(shape)
        if inside >= ROUND * across * down and area <= THIN * inside:
            found[place] |= shape
    return found


def _area_within(shape: Mask) -> float:
    """The area that a shape goes round."""
    return float(cv2.contourArea(cv2.convexHull(np.argwhere(shape).astype(np.int32))))


def _has_inside(letters: NDArray[np.int64], left: int, top: int, right: int, bottom: int) -> bool:
    inside = (letters[:, 0] > left) & (letters[:, 1] > top)
    inside &= (letters[:, 0] + letters[:, 2] < right) & (letters[:, 1] + letters[:, 3] < bottom)
    return bool(inside.any())
