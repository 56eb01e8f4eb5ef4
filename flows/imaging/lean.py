"""By how much the lines of a page lean, and the page set straight.

Tesseract reads lines that lean by a degree or two; but rules, rows of dots and what stands on one line are
told by place, and at two degrees a line's end stands a fifth of an inch higher than its start.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from flows.imaging.copier import INK

Gray = NDArray[np.uint8]

COARSE = 100
"""Pixels per inch at which lines are looked at."""

SHADE = 208
"""Gray value below which a dot is the shade of something, if it is not print."""

MOST_SHADE = 6.0
"""Shaded dots to those of print: pages have one or two beside each, where letters end. There are fifteen on a
page whose back shows through and that says little itself: turned, its back would be read."""

LARGEST, STEPS = 3.0, (0.25, 0.05)
"""Degrees up to which a page may lean, and by which angles are tried, first all, then those near the best."""

LEAST = 1.0
"""Degrees from which on a page is set straight: rows are told well on pages that lean by less; what is turned
is no longer as sharp (at half a degree commas of two real filings were read as points); and a stamp that a
program set level on a leaning page leans then (at 0.9 degrees the frame of one was no longer found)."""

CLEARER = 1.1
"""Lines must stand out so much more at the angle that is found than as the page lies."""

FEWEST = 500
"""Dots of print on the coarse picture: of fewer no line can be told."""


def lean_of(pixels: Gray, dpi: float) -> float:
    """Degrees by which a picture is to be turned to the left for its lines to be level; 0 if it may stay."""
    step = max(1, round(dpi / COARSE))
    coarse = pixels[::step, ::step]
    down, across = np.nonzero(coarse < INK)
    if down.size < FEWEST or np.count_nonzero(coarse < SHADE) > (1 + MOST_SHADE) * down.size:
        return 0.0
    across = across - across.mean()
    whole = np.arange(-LARGEST, LARGEST + STEPS[0], STEPS[0])
    near = max(whole, key=lambda angle: _contrast(down, across, angle))
    fine = near + np.arange(-STEPS[0], STEPS[0] + STEPS[1], STEPS[1])
    lean = float(max(fine, key=lambda angle: _contrast(down, across, angle)))
    clear = _contrast(down, across, lean) > CLEARER * _contrast(down, across, 0.0)
    return round(lean, 2) if LEAST <= abs(lean) <= LARGEST and clear else 0.0


def straightened(pixels: Gray, lean: float) -> Gray:
    """A picture turned to the left by ``lean`` degrees about its middle; it stays as wide and high."""
    height, width = pixels.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), lean, 1.0)
    turned = cv2.warpAffine(pixels, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=255)
    return np.asarray(turned, np.uint8)


def _contrast(down: NDArray[np.int64], across: NDArray[np.float64], angle: float) -> float:
    """How unevenly the dots fall on the rows of a page whose lines lean by ``angle``."""
    rows = (down - across * np.tan(np.radians(angle))).astype(np.int64)
    counts = np.bincount(rows - rows.min()).astype(np.float64)
    return float((counts**2).sum())
