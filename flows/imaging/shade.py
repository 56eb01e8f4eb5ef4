"""The shade of the paper: a gray scan whose paper is darker here than there, as if it lay on white paper.

One threshold for the whole of a page parts ink from paper only where the paper is evenly bright. Under a bent
page, the shadow of a hand or a stain it is as dark as print is elsewhere, and whole paragraphs read as noise.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

Gray = NDArray[np.uint8]

COARSE = 25
"""Dots per inch at which the paper is looked at: fewer than lines of type to the inch times their strokes."""

WIDEST = 0.5
"""Inches: what is darker than all around it and narrower is print; a shadow is wider."""

DARKEST = 110
"""Gray value below which no paper is: what is so dark over half an inch is a bar, a picture or the lid."""

WHITE = 215
"""Gray value up to which paper is shaded: that of scans has 240 to 255, even where the back shows through."""

SHADED = 5
"""Percent of a page's paper that is shaded, at least."""

RIM = 2
"""Dots of the coarse picture at a bar's sides that are neither bar nor paper."""


def evened(pixels: Gray, dpi: float) -> Gray:
    """The picture with its paper white all over, the picture itself where it is so already."""
    step = max(1, round(dpi / COARSE / 3))  # one dot of nine shows the paper as well as all, in less time
    some = pixels[::step, ::step]
    coarse = cv2.resize(
        some, None, fx=COARSE * step / dpi, fy=COARSE * step / dpi, interpolation=cv2.INTER_AREA
    )
    side = round(WIDEST * COARSE)
    paper = cv2.morphologyEx(coarse, cv2.MORPH_CLOSE, np.ones((side, side), np.uint8))
    bars = cv2.dilate((paper < DARKEST).astype(np.uint8), np.ones((2 * RIM + 1, 2 * RIM + 1))) > 0
    if bars.all() or np.percentile(paper[~bars], SHADED) > WHITE:
        return pixels
    paper[bars] = np.median(paper[~bars])
    soft = cv2.GaussianBlur(paper, (0, 0), side / 4)
    high, wide = pixels.shape
    shade = cv2.resize(soft, (wide, high), interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.divide(pixels, shade, scale=255), np.uint8)
