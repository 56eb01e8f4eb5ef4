"""A page's picture made ready for OCR: its drawn rules found and taken out, its specks removed.

Works on gray pictures as numpy arrays of shape (height, width), uint8, 0 is black.
"""

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from cleaners.document import Rule

Gray = NDArray[np.uint8]

SHORTEST_RULE = 0.42
"""Inches: a run of ink as long and as thin is drawn, not a letter (an em dash of 14 point type: 0.19)."""

SPECK = 0.009
"""Inches: no part of a letter of 6 point type is smaller in both directions (a period: 0.012)."""

SOFTENING = 0.8
"""Sigma in pixels at 300 dpi: smooths the stairs of 1-bit scans (116 -> 97 word errors over the corpus's scans;
1.1 was worse)."""


@dataclass(frozen=True)
class CleanPicture:
    """A picture without rules and specks, and the rules that were on it, in pixels."""

    pixels: Gray
    rules: list[Rule]


def clean_picture(pixels: Gray, dpi: float) -> CleanPicture:
    """Find the drawn rules, paint them over, and drop specks where the page has many."""
    ink = (pixels < _threshold(pixels)).astype(np.uint8)
    upright, level = _rule_ink(ink, dpi)
    rules = [*_boxes(upright, dpi), *_boxes(level, dpi)]
    swept = cv2.dilate(upright | level, np.ones((3, 3), np.uint8))
    cleaned = pixels.copy()
    cleaned[swept > 0] = 255
    cleaned = _without_specks(cleaned, ink & (1 - swept), dpi)
    return CleanPicture(cv2.GaussianBlur(cleaned, (0, 0), SOFTENING * dpi / 300), rules)


def _threshold(pixels: Gray) -> float:
    level, _ = cv2.threshold(pixels, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    return min(max(level + 1, 90), 200)


def _rule_ink(ink: Gray, dpi: float) -> tuple[Gray, Gray]:
    """The ink of upright and of level rules. A scan's rules lean by up to a degree and are broken, so gaps
    are closed first; a run that is as thick as a letter's bowl is no rule."""
    long, gap = round(SHORTEST_RULE * dpi), max(3, round(0.02 * dpi))

    def runs(tall: int, wide: int) -> Any:
        closing = np.ones((gap if tall > 1 else 1, gap if wide > 1 else 1), np.uint8)
        closed = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, closing)
        return cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones((tall, wide), np.uint8))

    thick = max(5, round(0.045 * dpi))
    upright, level = runs(long, 1), runs(1, long)
    upright &= 1 - cv2.morphologyEx(upright, cv2.MORPH_OPEN, np.ones((1, thick), np.uint8))
    level &= 1 - cv2.morphologyEx(level, cv2.MORPH_OPEN, np.ones((thick, 1), np.uint8))
    return upright & ink, level & ink


def _boxes(mask: Gray, dpi: float) -> list[Rule]:
    """The rules of a mask, pieces of a broken or leaning rule joined."""
    reach = max(3, round(0.05 * dpi))
    joined = cv2.dilate(mask, np.ones((reach, reach), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    half = reach / 2
    return [
        Rule(left + half, top + half, left + wide - half, top + high - half)
        for left, top, wide, high, _ in stats[1:count].tolist()
        if max(wide, high) >= SHORTEST_RULE * dpi
    ]


def _without_specks(pixels: Gray, ink: Gray, dpi: float) -> Gray:
    """The picture without its specks, if they outnumber what periods and dots would come to."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    largest = SPECK * dpi
    specks = (stats[:, 2] <= largest) & (stats[:, 3] <= largest)
    specks[0] = False
    if specks.sum() < 0.15 * count:
        return pixels
    cleaned = pixels.copy()
    cleaned[specks[labels]] = 255
    return cleaned
