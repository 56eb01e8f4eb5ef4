"""Screens: a gray that was printed, or scanned in black and white, as a pattern of dots under the print.

A watermark (``DRAFT``, ``COPY``) or a shaded cell is gray no more on a scan in black and white: its dots
touch the letters that lie on it. From a little farther off they are an even gray, which print is darker than.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

Gray = NDArray[np.uint8]

COARSE, NEAR = 75, 2
"""Dots per inch at which screens are looked for, and how many of these are averaged each way: printers set 60
dots of a screen and more to the inch, and one row of them falls between two of ours."""

BROADEST = 0.07
"""Inches: what is darker than all around it and narrower is print; bold type of 14 points has 0.03."""

DARKEST, PALEST = 110, 215
"""Gray values between which a screen's mean lies: darker hides what is printed on it."""

STROKE = 0.13
"""Inches both ways over which a screen is even: the gray that dense type is from afar is narrower."""

LEAST = 0.01
"""Share of the page that a screen covers: a word of five letters across a page has 0.02 and more. Of 163
pages of real filings in black and white, one has 0.007 that is no screen, and is by far not even."""

EVEN = 20
"""Gray values between the first and third quarter of a screen's mean: it is printed in one gray."""

DOT = 0.006
"""Inches: sigma of the blur that makes a pattern gray and leaves the strokes of letters, which are wider."""

PRINT = 0.72
"""Share of the way from black to a screen's gray up to which a blurred dot is print."""

SOFT = 60
"""Gray values over which print passes into paper."""

WHITE = 255


def without_screens(pixels: Gray, dpi: float) -> Gray:
    """The picture with white paper where it has a screen; itself where it has none."""
    factor = min(1.0, COARSE / dpi)
    coarse = cv2.resize(pixels, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    ground = cv2.morphologyEx(cv2.blur(coarse, (NEAR, NEAR)), cv2.MORPH_CLOSE, _square(BROADEST))
    between = ((ground > DARKEST) & (ground < PALEST)).astype(np.uint8)
    screen = cv2.morphologyEx(between, cv2.MORPH_OPEN, _square(STROKE))
    if cv2.countNonZero(screen) < LEAST * screen.size:
        return pixels
    first, gray, third = np.percentile(ground[screen > 0], [25, 50, 75])
    if third - first > EVEN:
        return pixels
    high, wide = pixels.shape
    near = cv2.dilate(screen, _square(2 * STROKE))
    within = cv2.resize(near, (wide, high), interpolation=cv2.INTER_NEAREST)
    blurred = cv2.GaussianBlur(pixels, (0, 0), DOT * dpi)
    steep = WHITE / SOFT
    ink = cv2.convertScaleAbs(cv2.subtract(blurred, PRINT * gray - SOFT / 2), alpha=steep)
    return np.asarray(np.where(within > 0, ink, pixels), np.uint8)


def _square(side: float) -> NDArray[np.uint8]:
    dots = max(3, round(side * COARSE))
    return np.ones((dots, dots), np.uint8)
