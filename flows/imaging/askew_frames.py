"""Rules that lean while the page stands straight: the frame of a stamp that was struck askew.

Where a frame's side crosses a line of print it joins the line's letters, and the engine reads neither. It is
followed along its way, and only what is no thicker than a frame's line is taken: the strokes of the letters
that it crosses stay.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from flows.imaging.marks import Marks, Mask

LARGE = 0.5
"""Inches: the least width or height of a mark that a frame's side is part of."""

SHORTEST, GAP = 0.4, 0.04
"""Inches: the least length of a leaning side, and the gaps that a worn stamp leaves in it."""

LEAST, MOST = 1.5, 12.0
"""Degrees by which a side leans off the level or the upright: less is a rule on a crooked scan."""

THICK = 0.03
"""Inches: a frame's line is no thicker; strokes that it crosses are longer than that."""

BARE = 0.6
"""Share of a side's length at which it is no thicker: the slant of bold letters that touch has less."""


def frames_in(marks: Marks, dpi: float) -> Mask:
    """The ink of frames that lean."""
    found = np.zeros(marks.shape, np.uint8)
    for label in np.flatnonzero((marks.boxes[:, 2:] >= LARGE * dpi).any(axis=1)).tolist():
        left, top, wide, high = marks.boxes[label].tolist()
        shape = marks.shape_of(label).astype(np.uint8)
        place = found[top : top + high, left : left + wide]
        for start_x, start_y, end_x, end_y in _sides(shape, dpi):
            place |= _line_of(shape, (start_x, start_y), (end_x, end_y), dpi)
    return found


def _sides(shape: Mask, dpi: float) -> NDArray[np.int64]:
    """The ends of the leaning straight runs of a mark."""
    long = round(SHORTEST * dpi)
    lines = cv2.HoughLinesP(shape, 1, np.pi / 720, long // 2, minLineLength=long, maxLineGap=round(GAP * dpi))
    if lines is None:
        return np.zeros((0, 4), np.int64)
    ends = lines.reshape(-1, 4).astype(np.int64)
    across, down = np.abs(ends[:, 2] - ends[:, 0]), np.abs(ends[:, 3] - ends[:, 1])
    lean = np.degrees(np.arctan2(np.minimum(across, down), np.maximum(across, down)))
    return np.asarray(ends[(lean >= LEAST) & (lean <= MOST)], np.int64)


def _line_of(shape: Mask, start: tuple[int, int], end: tuple[int, int], dpi: float) -> Mask:
    """The ink along a line that is no thicker across it than a frame's line."""
    thick = round(THICK * dpi)
    way = np.zeros_like(shape)
    cv2.line(way, start, end, 1, thick)
    level = abs(end[0] - start[0]) > abs(end[1] - start[1])
    run = np.ones((thick + 1, 1) if level else (1, thick + 1), np.uint8)
    thick_ink = np.asarray(cv2.morphologyEx(shape, cv2.MORPH_OPEN, run), np.uint8)
    thin = way & shape & (1 - thick_ink)
    covered = np.count_nonzero(thin.any(axis=0 if level else 1))
    return thin if covered >= BARE * np.ptp((start, end), axis=0).max() else np.zeros_like(thin)
