"""The parts of a page that OCR must read apart, told from its drawn rules.

Tesseract reads a uniform block well; beside a pleading rule it takes the numbers into the sentences, and
across a caption's rule it runs one cell's line into the other's.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cleaners.page import Rule

SLIDE = 0.09
"""Inches by which a cut may slide to pass between two lines: half the pitch of single-spaced 12 point type. A
rule seldom ends between the lines of what stands beside it."""

MEETING, FEW = 0.06, 3
"""Inches within which rules meet, and how many level ones at most meet the rule beside line numbers."""

LOWEST, FEWEST_NUMBERS = 0.04, 12
"""Inches that a line of figures is high at least, and how many a column of line numbers has at least."""


class Part(NamedTuple):
    """A part of a picture, in pixels; ``margin`` is the number column left of a pleading rule."""

    left: int
    top: int
    right: int
    bottom: int
    margin: bool = False


def parts_of(rules: list[Rule], pixels: NDArray[np.uint8], dpi: float) -> list[Part]:
    """The parts of a picture without its rules, which together cover it. Where the pleading rule leans, the
    margin and the rest overlap: see :func:`fence_of`."""
    height, width = pixels.shape
    upright = [r for r in rules if r.upright]
    fence = fence_of(rules, pixels, dpi)
    cut, end = int(fence.min()), int(fence.max())
    parts = [Part(0, 0, end, height, margin=True)] if end else []
    middle = [
        r
        for r in upright
        if r.bottom - r.top > 0.06 * height and 0.3 < (r.left - end) / max(1, width - end) < 0.75
    ]
    if middle:
        inked = (pixels[:, min(end + 1, width - 1) :] < 128).sum(axis=1)
        middle = [
            r._replace(top=_between_lines(r.top, inked, dpi), bottom=_between_lines(r.bottom, inked, dpi))
            for r in middle
        ]
    return parts + _cut_at(middle, Part(cut, 0, width, height))


def fence_of(rules: list[Rule], pixels: NDArray[np.uint8], dpi: float) -> NDArray[np.int32]:
    """Where, row by row, the pleading rule parts the numbers from the text; 0 on a page without one.

    On a crooked scan it leans by more than the text stands off it (7 points at half a degree): cut straight,
    the first letters of the lines at one end would go with the numbers.
    """
    height, width = pixels.shape
    rows = np.arange(height)
    fence = np.zeros(height, np.int32)
    for rule in rules:
        if not rule.upright or rule.bottom - rule.top <= 0.5 * height or rule.right >= 0.25 * width:
            continue
        if _is_of_table(rule, rules, MEETING * dpi) or _ends_cells(rule, rules, pixels, dpi):
            continue
        down = np.clip((rows - rule.top) / (rule.bottom - rule.top), 0, 1)
        ways = [rule.left + (rule.right - rule.left) * share for share in (down, 1 - down)]
        clearest = max(ways, key=lambda way: int(pixels[rows, way.astype(np.int32)].sum()))
        fence = np.maximum(fence, np.round(clearest).astype(np.int32))
    return fence


def _is_of_table(upright: Rule, rules: list[Rule], reach: float) -> bool:
    """Whether level rules go on right of an upright, one under each row of a table; a frame has two."""
    meeting = [
        r
        for r in rules
        if not r.upright
        and r.left - reach <= upright.right <= r.right - reach
        and upright.top - reach <= r.top <= upright.bottom + reach
    ]
    return len(meeting) > FEW


def _ends_cells(upright: Rule, rules: list[Rule], pixels: NDArray[np.uint8], dpi: float) -> bool:
    """Whether an upright ends the first cells of a table of one long row or two: level rules begin left of
    it, where a frame begins at it, and few lines stand there, where a page has 20 line numbers and more."""
    reach = MEETING * dpi
    over = [
        r
        for r in rules
        if not r.upright
        and r.left + reach < upright.left
        and upright.right + reach < r.right
        and upright.top - reach <= r.bottom
        and r.top <= upright.bottom + reach
    ]
    if len(over) < 2:
        return False
    cells = pixels[round(upright.top) : round(upright.bottom), round(over[0].left) : round(upright.left)]
    inked = np.flatnonzero(np.diff((cells < 128).any(axis=1).astype(np.int8), prepend=0, append=0))
    lines = inked[1::2] - inked[::2] > LOWEST * dpi
    return int(lines.sum()) < FEWEST_NUMBERS


def parted(
    pixels: NDArray[np.uint8], fence: NDArray[np.int32]
) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """The picture without what stands right of the fence, and without what stands left of it."""
    low, high = int(fence.min()), int(fence.max())
    if low == high:
        return pixels, pixels
    is_left = np.arange(low, high) < fence[:, np.newaxis]
    numbers, text = pixels.copy(), pixels.copy()
    numbers[:, low:high][~is_left] = 255
    text[:, low:high][is_left] = 255
    return numbers, text


def _between_lines(y: float, inked: NDArray[np.int64], dpi: float) -> float:
    """The middle of the clear rows next to ``y``; ``y`` where no row near it is clearer."""
    low = max(0, round(y - SLIDE * dpi))
    near = inked[low : round(y + SLIDE * dpi) + 1]
    if near.size == 0:
        return y
    clearest = np.flatnonzero(near == near.min()) + low
    if round(y) in clearest:
        return y
    gaps = np.split(clearest, np.flatnonzero(np.diff(clearest) > 1) + 1)
    return float(min(gaps, key=lambda rows: float(np.abs(rows - y).min())).mean())


def _cut_at(middle: list[Rule], whole: Part) -> list[Part]:
    """The part cut into what stands above, left of, right of and below each rule in its middle. Rules side by
    side are a table's: those are left whole."""
    if not middle:
        return [whole]
    rule = min(middle, key=lambda r: r.top)
    beside = [r for r in middle if r.top < rule.bottom and r.bottom > rule.top]
    top, bottom = round(min(r.top for r in beside)), round(max(r.bottom for r in beside))
    below = _cut_at([r for r in middle if r not in beside], whole._replace(top=bottom))
    if max(r.left for r in beside) - min(r.left for r in beside) > 0.02 * (whole.right - whole.left):
        return [whole._replace(bottom=bottom), *below]
    left, right = round(min(r.left for r in beside)), round(max(r.right for r in beside))
    return [
        whole._replace(bottom=top),
        whole._replace(top=top, bottom=bottom, right=left),
        whole._replace(top=top, bottom=bottom, left=right),
        *below,
    ]
