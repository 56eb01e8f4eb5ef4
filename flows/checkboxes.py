"""Checkboxes on a page's picture: small printed frames, ticked or not, which OCR reads as brackets.

Works on the ink of a page, a mask of shape (height, width) with 1 where there is ink.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.uint8]

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
    count, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    found = []
    for label, (left, top, wide, high, _) in enumerate(stats[1:count].astype(int).tolist(), 1):
        if not SMALLEST * dpi <= min(wide, high) <= max(wide, high) <= LARGEST * dpi:
            continue
        place = slice(top, top + high), slice(left, left + wide)
        if max(wide, high) <= SQUARE * min(wide, high) and _is_frame(labels[place] == label, dpi):
            found.append(place)
    return found


def _is_frame(shape: NDArray[np.bool_], dpi: float) -> bool:
    edge = max(2, round(0.014 * dpi))
    level = shape[:edge].any(axis=0), shape[-edge:].any(axis=0)
    upright = shape[:, :edge].any(axis=1), shape[:, -edge:].any(axis=1)
    inside = shape[2 * edge : -2 * edge, 2 * edge : -2 * edge]
    whole = all(side.mean() >= SIDE for side in (*level, *upright))
    return whole and inside.size > 0 and bool(inside.mean() <= HOLLOW)
