"""Checkboxes on a page's picture: small printed frames, ticked or not, which OCR reads as brackets.

Works on the marks of a page's ink.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from flows.imaging.marks import Marks, Mask

SMALLEST, LARGEST = 0.09, 0.32
"""Inches: the side of a checkbox, from that of 7 point type to that of court forms with room for a cross."""

TICKED = 0.7
"""Inches: a checkbox with the strokes of the pen that ticked it, at most."""

SQUARE = 1.5
"""The longer side to the shorter one, at most."""

OBLONG, WIDEST = 3.2, 0.5
"""The same of a box that is wider than high, as the Federal Circuit's, and its width in inches at most."""

LETTER, FEWEST = 0.05, 2
"""Inches: the height of a mark that may be a letter. A box with so many of them is a field to fill in."""

SIDE = 0.9
"""Share of each side that has ink. The letters that come nearest, D and O, have 0.5 to 0.75 on a curve."""

HOLLOW = 0.4
"""Share of ink inside of the frame, a tick included, at most: more is a blot or a bullet."""

SCRIBBLED = 0.6
"""The same where strokes of a pen run over the frame."""

BOLD, BLOT = 0.023, 0.4
"""Inches: the stems of bold 12 point type; no line of a frame and no pen's stroke is as thick for more than
this share of its ink."""

STRAIGHT = 0.85
"""Share of a ticked frame's side that one straight run makes up."""

OVER = 0.03
"""Inches by which a pen's strokes run over the frame on one side at least: within the curves of a bold O
there are straight runs as well."""

CAPITALS = 0.15
"""Inches: capitals of 14 point type are less high. Of a mark as low, strokes beside the frame tell nothing:
letters whose serifs touch (``HE``) look so."""


def checkboxes_in(marks: Marks, dpi: float) -> Mask:
    """The ink of the checkboxes and of the strokes that tick them, and what is inside of their frames."""
    sides = marks.boxes[:, 2:]
    found = np.zeros(marks.shape, np.uint8)
    for label in np.flatnonzero((sides >= SMALLEST * dpi).all(1) & (sides <= TICKED * dpi).all(1)).tolist():
        left, top, wide, high = marks.boxes[label].tolist()
        place = slice(top, top + high), slice(left, left + wide)
        shape = marks.shape_of(label)
        frame = _frame(shape, dpi)
        if frame is None or _is_filled_in(marks, label, dpi):
            continue
        found[place] |= shape.astype(np.uint8)
        found[place][frame] = 1
    return found


def _is_filled_in(marks: Marks, label: int, dpi: float) -> bool:
    """Whether letters stand in a box that is wider than a checkbox usually is."""
    left, top, wide, high = marks.boxes[label].tolist()
    if wide <= SQUARE * high:
        return False
    lefts, tops, wides, highs = marks.boxes.T
    inside = (lefts > left) & (tops > top) & (lefts + wides < left + wide) & (tops + highs < top + high)
    return bool(np.count_nonzero(inside & (highs >= LETTER * dpi)) >= FEWEST)


def _frame(shape: NDArray[np.bool_], dpi: float) -> tuple[slice, slice] | None:
    """Where the frame stands in a shape, which may have strokes that run over it."""
    whole = slice(0, shape.shape[0]), slice(0, shape.shape[1])
    if _is_frame(shape, dpi, HOLLOW):
        return whole
    long = round(SMALLEST * dpi)
    level = cv2.morphologyEx(shape.view(np.uint8), cv2.MORPH_OPEN, np.ones((1, long), np.uint8))
    rows = np.flatnonzero(level.any(axis=1))
    if not rows.size:  # most letters
        return None
    upright = cv2.morphologyEx(shape.view(np.uint8), cv2.MORPH_OPEN, np.ones((long, 1), np.uint8))
    columns = np.flatnonzero(upright.any(axis=0))
    if not columns.size:
        return None
    inner = slice(int(rows[0]), int(rows[-1]) + 1), slice(int(columns[0]), int(columns[-1]) + 1)
    above_or_below, beside = (
        max(own.start, all_.stop - own.stop) for own, all_ in zip(inner, whole, strict=True)
    )
    over = above_or_below if shape.shape[0] < CAPITALS * dpi else max(above_or_below, beside)
    if over < OVER * dpi or not _is_frame(shape[inner], dpi, SCRIBBLED) or _is_bold(shape, dpi):
        return None
    return inner if _is_straight(shape[inner]) and _is_straight(shape[inner].T) else None


def _is_bold(shape: NDArray[np.bool_], dpi: float) -> bool:
    thick = np.ones((round(BOLD * dpi),) * 2, np.uint8)
    return bool(cv2.morphologyEx(shape.astype(np.uint8), cv2.MORPH_OPEN, thick).sum() > BLOT * shape.sum())


def _is_straight(shape: NDArray[np.bool_]) -> bool:
    """Whether the upper and the lower side of a frame are straight runs of nearly its width: those of two
    letters that touch (``CE``) are not."""
    high, wide = shape.shape
    thick = cv2.dilate(shape.astype(np.uint8), np.ones((3, 1), np.uint8))
    runs = cv2.morphologyEx(thick, cv2.MORPH_OPEN, np.ones((1, round(STRAIGHT * wide)), np.uint8))
    return bool(runs[: high // 4].any() and runs[-(high // 4) :].any())


def _is_frame(shape: NDArray[np.bool_], dpi: float, hollow: float) -> bool:
    high, wide = shape.shape
    short, long = sorted(shape.shape)
    square = long <= min(LARGEST * dpi, SQUARE * short)
    oblong = wide <= min(WIDEST * dpi, OBLONG * high)
    if short < SMALLEST * dpi or not (square or oblong):
        return False
    edge = max(2, round(0.014 * dpi))
    level = shape[:edge].any(axis=0), shape[-edge:].any(axis=0)
    upright = shape[:, :edge].any(axis=1), shape[:, -edge:].any(axis=1)
    inside = shape[2 * edge : -2 * edge, 2 * edge : -2 * edge]
    whole = all(np.count_nonzero(side) / side.size >= SIDE for side in (*level, *upright))
    return whole and inside.size > 0 and bool(inside.mean() <= hollow)
