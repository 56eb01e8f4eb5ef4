"""Pictures on a page of text that hold words: a signature block pasted in, a letterhead, an exhibit."""

from collections.abc import Sequence
from itertools import groupby
from statistics import mean

from cleaners.page import Token
from flows.pages.drawings import Box
from flows.pages.layers import word_share

SMALLEST = 36.0, 9.0
"""Points, width and height: a line of some letters. Smaller pictures are bullets and specks."""

LEGIBLE = 0.8
"""Mean confidence of a line of print in a picture. A seal's ring and a signature's loops stay below 0.6."""


def places_of(pictures: Sequence[Box]) -> list[Box]:
    """Where the pictures of a page stand, those that touch taken as one: scanners and word processors cut a
    picture in strips."""
    places: list[Box] = []
    for box in sorted(pictures, key=lambda b: (b.top, b.left)):
        wider = Box(box.left - 2, box.top - 2, box.right + 2, box.bottom + 2)
        touching = [p for p in places if p.clipped(wider).area > 0]
        places = [p for p in places if p not in touching]
        whole = [box, *touching]
        places.append(
            Box(
                min(b.left for b in whole),
                min(b.top for b in whole),
                max(b.right for b in whole),
                max(b.bottom for b in whole),
            )
        )
    return [p for p in places if p.right - p.left >= SMALLEST[0] and p.bottom - p.top >= SMALLEST[1]]


def legible(tokens: Sequence[Token]) -> list[Token]:
    """The lines that were read well and say something; what OCR makes of a seal, a logo or ink is neither."""
    kept: list[Token] = []
    for _, group in groupby(sorted(tokens, key=lambda t: t.row), key=lambda t: t.row):
        line = [t for t in group if any(c.isalnum() for c in t.text)]
        share, count = word_share(line)
        if count and share >= 0.5 and mean(t.confidence for t in line) >= LEGIBLE:
            kept += line
    return kept
