"""Checkboxes on a page's picture: small printed frames, ticked or not, which OCR reads as brackets.

Works on the ink of a page, a mask of shape (height, width) with 1 where there is ink.
"""

import numpy as np
from numpy.typing import NDArray

from flows.marks import Mask, marks_of

SMALLEST, LARGEST = 0.09, 0.32
"""Inches: the side of a checkbox, from that of 7 point type to that of court forms with room for a cross."""

SQUARE = 1.5
"""The longer side to the shorter one, at most."""

SIDE = 0.9
"""Share of each side that has ink. The letters that come nearest, D and O, have 0.5 to 0.75 on a curve."""

HOLLOW = 0.4
"""Share of ink inside of the frame, a tick included, at most: more is a blot or a bullet."""


def checkboxes_in(ink: Mask, dpi: float) -> list[tuple[slice, slice]]:
    """The places of the checkboxes, frames included, as slices of the picture."""
    marks = marks_of(ink)
    shorter, longer = marks.boxes[:, 2:].min(axis=1), marks.boxes[:, 2:].max(axis=1)
    square = (SMALLEST * dpi <= shorter) & (longer <= np.minimum(LARGEST * dpi, SQUARE * shorter))
    found = []
    for label in np.flatnonzero(square).tolist():
        left, top, wide, high = marks.boxes[label].tolist()
        place = slice(top, top + high), slice(left, left + wide)
        if _is_frame(marks.labels[place] == label, dpi):
            found.append(place)
    return found


def _is_frame(shape: NDArray[np.bool_], dpi: float) -> bool:
    edge = max(2, round(0.014 * dpi))
    level = shape[:edge].any(axis=0), shape[-edge:].any(axis=0)
    upright = shape[:, :edge].any(axis=1), shape[:, -edge:].any(axis=1)
    inside = shape[2 * edge : -2 * edge, 2 * edge : -2 * edge]
    whole = all(side.mean() >= SIDE for side in (*level, *upright))
    return whole and inside.size > 0 and bool(inside.mean() <= HOLLOW)
