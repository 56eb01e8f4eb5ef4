"""Tints: a watermark (``DRAFT``, ``COPY``), a highlighter's stroke, a shaded cell under a gray scan's print.

One threshold for the whole of a page takes a gray that is darker than it for ink, and the letters that lie on
it are lost in its shape. A tint is paler than print and broader than the strokes of letters.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

Gray = NDArray[np.uint8]

COARSE = 75
"""Dots per inch at which tints are looked for: one dot of each stroke of print, several of a tint."""

BROADEST = 0.07
"""Inches: what is darker than all around it and narrower is print; bold type of 14 points has 0.03."""

DARKEST, PALEST = 120, 205
"""Gray values between which a tint lies: darker is a bar or a picture, paler is no ink to the engine."""

LEAST = 0.005
"""Share of the page that a tint covers: a word of five letters across a page has 0.03 and more."""

EVEN = 9
"""Gray values between the first and third quarter of a tint: it is printed in one gray. The dirt around the
bars of a redacted copy has 10 to 27, and what was taken off there mended words and spoilt as many."""

MARGIN = 25
"""Gray values by which a scanner's noise lets a tint vary."""

WHITE = 255


def without_tints(pixels: Gray, dpi: float) -> Gray:
    """The picture with what is no darker than a tint white on and beside it; itself where it has no tint."""
    step = max(1, round(dpi / COARSE))
    coarse = np.ascontiguousarray(pixels[::step, ::step])
    ground = cv2.morphologyEx(coarse, cv2.MORPH_CLOSE, _square(BROADEST * dpi / step))
    between = ((ground > DARKEST) & (ground < PALEST)).astype(np.uint8)
    tint = cv2.morphologyEx(between, cv2.MORPH_OPEN, _square(BROADEST * dpi / step))
    if cv2.countNonZero(tint) < LEAST * tint.size or np.ptp(np.percentile(ground[tint > 0], [25, 75])) > EVEN:
        return pixels
    level = cv2.erode(np.where(tint > 0, ground, WHITE).astype(np.uint8), _square(3 * BROADEST * dpi / step))
    high, wide = pixels.shape
    darkest = cv2.resize(level, (wide, high), interpolation=cv2.INTER_NEAREST)
    tinted = (darkest < WHITE) & (pixels > cv2.subtract(darkest, np.full_like(darkest, MARGIN)))
    return np.asarray(np.where(tinted, WHITE, pixels), np.uint8)


def _square(side: float) -> NDArray[np.uint8]:
    dots = max(3, round(side))
    return np.ones((dots, dots), np.uint8)
