"""What is blacked out: bars of solid black on a page's picture, and the ``[REDACTED]`` that stands for them.

A bar is told on the picture, for there a black box drawn over a text layer, a black image, a mark of a
reviewing program and a marker's stroke on paper before the scan all look alike. What lies under it in the
file is never read.
"""

from collections.abc import Sequence
from statistics import median

import cv2
import numpy as np
from numpy.typing import NDArray

from cleaners.margins import Token, find_number_columns
from flows.drawings import Box

MARK = "[REDACTED]"

FINE = 100
"""Dots per inch at which bars are looked for: a bar is at least ten dots high there, a letter's stroke two."""

DARKEST = 96
"""Gray value (0 is black) up to which a dot of that coarse picture is black; scans of photocopied black come
out at 20 to 70, the shading of tables at 190 and more."""

LOWEST, NARROWEST, SHORTEST = 7.0, 12.0, 22.0
"""Points. A bar is higher than the x-height of 12 point type and hides a word of four letters or more; rules,
underlines and the strokes of headlines are thinner, bullets and a stamped figure struck out are shorter. The
shoulders of a ragged bar may be as narrow as ``NARROWEST``."""

STRAIGHT = 0.8
"""Share of a black shape that straight bars must make up; a logo's or a seal's curves stay well below."""

EDGE = 6.0
"""Points. What reaches so near the edge of the paper is the scanner's shadow, not a bar."""

Black = NDArray[np.uint8]


def find_bars(gray: NDArray[np.uint8], scale: float) -> list[Box]:
    """The bars of black on a page's picture, each a box in points, from the top. ``scale`` is the picture's
    resolution in pixels per point. A block over several lines comes as the straight boxes that make it up."""
    height, width = gray.shape
    size = round(width / scale * FINE / 72), round(height / scale * FINE / 72)
    coarse = cv2.resize(gray, size, interpolation=cv2.INTER_AREA) if scale * 72 > FINE else gray
    unit = coarse.shape[1] / (width / scale)
    black = (coarse <= DARKEST).astype(np.uint8)
    kernel = np.ones((round(LOWEST * unit), round(NARROWEST * unit)), np.uint8)
    solid = cv2.morphologyEx(black, cv2.MORPH_OPEN, kernel)
    if not solid.any():
        return []
    count, labels, stats, _ = cv2.connectedComponentsWithStats(solid, connectivity=4)
    bars = []
    for label, (left, top, wide, high, area) in enumerate(stats[1:count].tolist(), 1):
        if wide < SHORTEST * unit:
            continue
        if min(left, top, coarse.shape[1] - left - wide, coarse.shape[0] - top - high) < EDGE * unit:
            continue
        pieces = _straight(labels[top : top + high, left : left + wide] == label, round(LOWEST * unit))
        if sum((r - x) * (b - y) for x, y, r, b in pieces) >= STRAIGHT * area:
            bars += [Box(*((v + o) / unit for v, o in zip(p, (left, top) * 2, strict=True))) for p in pieces]
    return sorted(bars, key=lambda b: (b.top, b.left))


def _straight(shape: NDArray[np.bool_], lowest: int) -> list[tuple[int, int, int, int]]:
    """The upright boxes that a black shape is made of: its rows, put together while their ends agree."""
    spans = [(int(row.argmax()), row.size - int(row[::-1].argmax())) for row in shape]
    boxes: list[tuple[int, int, int, int]] = []
    start = 0
    for y in range(1, len(spans) + 1):
        if y < len(spans) and all(abs(a - b) <= lowest // 2 for a, b in zip(spans[y], spans[start], strict=True)):
            continue
        left, right = np.median(np.array(spans[start:y]), axis=0)
        if y - start >= lowest // 2:
            boxes.append((int(left), start, int(right), y))
        start = y
    return boxes


def is_covered(token: Token, bars: Sequence[Box]) -> bool:
    """Whether a bar hides a word or part of one."""
    own = Box(*token[1:5])
    return any(own.clipped(bar).area > 0.25 * own.area or bar.holds(token.center, token.middle) for bar in bars)


def mark_redactions(tokens: Sequence[Token], bars: Sequence[Box], height: float) -> list[Token]:
    """The words that no bar hides, with one ``[REDACTED]`` for each run of black: bars that touch, or that go
    on from the end of one line to the start of the next, are one run. ``height`` is the page's, in points."""
    if not bars:
        return list(tokens)
    left_over = [t for t in tokens if not is_covered(t, bars)]
    numbers = {t for column in find_number_columns(left_over, height) for t in column.tokens}
    beside = [t for t in left_over if t not in numbers]
    line = median(t.height for t in beside) if beside else 12.0
    lines = [_line_of(bar, beside, line) for bar in bars]
    first = [bar for index, bar in enumerate(lines) if not any(_goes_on(b, bar, beside, line) for b in lines[:index])]
    return [*left_over, *(Token(MARK, *bar, row=-1_000_000 - index) for index, bar in enumerate(first))]


def _line_of(bar: Box, words: Sequence[Token], line: float) -> Box:
    """The bar cut down to one line of type: that of a word beside it, else its first."""
    if bar.bottom - bar.top < 1.7 * line:
        return bar
    level = sorted((t for t in words if bar.top < t.middle < bar.bottom), key=lambda t: t.top)
    top = level[0].top if level else bar.top
    return bar._replace(top=top, bottom=min(top + line, bar.bottom))


def _goes_on(one: Box, two: Box, words: Sequence[Token], line: float) -> bool:
    """Whether black runs from ``one`` into ``two`` with no word read between them."""
    if abs(one.top - two.top) < 0.5 * line:
        low, high = min(one.right, two.right), max(one.left, two.left)
        return not any(low <= t.center <= high and abs(t.middle - (two.top + two.bottom) / 2) < line / 2 for t in words)
    if not 0 < two.top - one.top <= 40 * line:
        return False
    after = [t for t in words if one.top <= t.middle <= one.bottom and t.left >= one.right - 2]
    before = [t for t in words if two.top <= t.middle <= two.bottom and t.right <= two.left + 2]
    between = [t for t in words if one.bottom < t.middle < two.top]
    return not (after or before or between)
