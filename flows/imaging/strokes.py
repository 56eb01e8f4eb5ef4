"""What a pen or a punch left, taken off before OCR: rings round words, signatures, and the holes of a binder.

Of a word in a ring (``circle either YES or NO``) OCR makes another; the name that is printed close below a
signature it loses; a hole it reads as ``@`` or ``e``. Works on the marks of a page's ink.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from flows.imaging.marks import Marks, Mask

LOWEST, NARROWEST, LARGEST = 0.2, 0.25, 1.6
"""Inches: the least height and width of a ring round a word, and its greatest width and height."""

ROUND = 0.6
"""Share of its box that a ring goes round, at least (an ellipse: 0.79)."""

THIN = 0.3
"""Share of what a ring goes round that is its own ink, at most: a letter O of headline type has 0.33."""

LETTER = 0.05
"""Inches: the height and width that a mark inside of a ring must have to be a letter of the word in it."""


FLOURISH = (0.45, 0.2), (4.0, 1.5)
"""Inches: the least width and height of a stroke of a signature, and the greatest."""

SPARSE = 0.16
"""Share of its box that a stroke's ink fills, at most: letters of headline type fill 0.25 and more, and so do
those of a filled-in copy that run together."""


HOLE, NEAR_SIDE = (0.17, 0.42), 0.9
"""Inches: the least and greatest width of a punched hole (a quarter of an inch; ISO 838: 6 mm), and how far
from a side of the page its middle is at most."""

DISC, OBLONG = (0.68, 0.86), 1.25
"""Share of its box that a hole fills (a disc: 0.785; a bar: 0.9 and more); its length to its width at most.
"""


def holes_in(marks: Marks, dpi: float) -> Mask:
    """The ink of punched holes."""
    size, ink = marks.boxes[:, 2:], np.append(marks.ink.size, marks.lengths)
    fits = ((size >= HOLE[0] * dpi) & (size <= HOLE[1] * dpi)).all(axis=1)
    fits &= size.max(axis=1) <= OBLONG * size.min(axis=1)
    area = size.prod(axis=1)
    fits &= (ink >= DISC[0] * area) & (ink <= DISC[1] * area)
    middle = marks.boxes[:, :2] + size / 2
    far = np.minimum(middle, np.subtract(marks.shape[::-1], middle)).min(axis=1)
    return marks.drawn(fits & (far <= NEAR_SIDE * dpi))


def flourishes_in(marks: Marks, dpi: float) -> Mask:
    """The ink of signatures: strokes that run on for longer and higher than letters do. One that reaches into
    a line of print may have a letter of it, and stays."""
    size, ink = marks.boxes[:, 2:], np.append(marks.ink.size, marks.lengths)
    large = ((size >= np.multiply(FLOURISH[0], dpi)) & (size <= np.multiply(FLOURISH[1], dpi))).all(axis=1)
    found = large & (ink <= SPARSE * size.prod(axis=1))
    letters = marks.boxes[(size > LETTER * dpi).all(axis=1) & ~large]
    for label in np.flatnonzero(found).tolist():
        left, top, wide, high = marks.boxes[label].tolist()
        level = (letters[:, 1] < top + high) & (letters[:, 1] + letters[:, 3] > top)
        found[label] = not (
            level & (letters[:, 0] < left + wide) & (letters[:, 0] + letters[:, 2] > left)
        ).any()
    return marks.drawn(found)


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
