"""Which way the lines of a page run, told before it is read: letters stand nearer to the next of their word
than to the next line's."""

import cv2
import numpy as np
from numpy.typing import NDArray

COARSE = 100
"""Pixels per inch at which it is looked at."""

INK = 150
"""Gray values up to which a dot of the coarse picture is ink."""

NEAR = 5
"""Pixels of the coarse picture: what stands so near is joined, on a line letters to words."""

TIMES = 1.5
"""So many times as many pieces as across are left when a page is joined downwards, if its lines run across.
Upright pages of real scans, worn ones too, have 0.06 to 0.91 times as many, one on its side has 3.3."""

FEWEST = 50
"""Pieces: a page with fewer has no lines to speak of."""


def lies_on_its_side(gray: NDArray[np.uint8], scale: float) -> bool:
    """Whether the lines of a picture run downwards or upwards. ``scale`` is its resolution in pixels per
    point."""
    factor = min(1.0, COARSE / (scale * 72))
    coarse = cv2.resize(gray, None, fx=factor, fy=factor, interpolation=cv2.INTER_NEAREST)
    ink = (coarse < INK).view(np.uint8)
    return _pieces(ink, 1, NEAR) > max(FEWEST, TIMES * _pieces(ink, NEAR, 1))


def _pieces(ink: NDArray[np.uint8], tall: int, wide: int) -> int:
    """How many pieces of ink there are once those are joined that stand near above or beside each other."""
    return cv2.connectedComponents(cv2.dilate(ink, np.ones((tall, wide), np.uint8)))[0]
