"""What is blacked out: bars of solid black on a page's picture, and the ``[REDACTED]`` that stands for them.

A bar is told on the picture, for there a black box drawn over a text layer, a black image, a mark of a
reviewing program and a marker's stroke on paper before the scan all look alike. What lies under it in the
file is never read.
"""

import re
from collections.abc import Sequence
from statistics import median

import cv2
import numpy as np
from numpy.typing import NDArray

from cleaners.margin_numbers.margins import find_number_columns
from cleaners.page import REDACTED, Token
from flows.pages.drawings import Box

FINE = 100
"""Dots per inch at which bars are looked for: a bar is ten dots high there or more, a letter's stroke two."""

DARKEST = 96
"""Gray value (0 is black) up to which a dot of that coarse picture is black; scans of photocopied black come
out at 20 to 70, the shading of tables at 190 and more."""

LOWEST, NARROWEST, SHORTEST = 7.0, 12.0, 22.0
"""Points. A bar is higher than the x-height of 12 point type and hides a word of four letters or more; rules,
underlines and the strokes of headlines are thinner, bullets and a stamped figure struck out are shorter. The
shoulders of a ragged bar may be as narrow as ``NARROWEST``."""

STRAIGHT, SLANTED = 0.8, 0.9
"""Share of a black shape that bars must make up, or of the one slanting bar that it would be on a crooked
scan; a disc has 0.45 and 0.79, and logos have less."""

STRIP = 36.0
"""Points: a slanting bar is told in upright boxes so wide."""

EDGE = 6.0
"""Points. What reaches so near the edge of the paper is the scanner's shadow, not a bar."""

Piece = tuple[int, int, int, int]

WORD = re.compile(r"[^\W_]{3}")

RIM = re.compile(r"[-_|–—=~'‘’]+")

PART = 0.12
"""Share of a word's width that a bar may cover before the word is taken for hidden: half a letter."""

TYPE = 12.0
"""Points: the height of a line where no word tells it."""

HOLE = 6.0
"""Points: a strip left white within a block of black is a line of type high, as long as a bar at least, and
white all over but for its letters, which are no black as thick as a bar."""

FARTHEST = 40
"""Lines that a run of black may go on: a page's."""


def find_bars(gray: NDArray[np.uint8], scale: float) -> list[Box]:
    """The bars of black on a page's picture, each a box in points, from the top. ``scale`` is the picture's
    resolution in pixels per point. A block over several lines comes as the straight boxes that make it up."""
    height, width = gray.shape
    size = round(width / scale * FINE / 72), round(height / scale * FINE / 72)
    coarse = cv2.resize(gray, size, interpolation=cv2.INTER_AREA) if scale * 72 > FINE else gray
    unit = coarse.shape[1] / (width / scale)
    kernel = np.ones((round(LOWEST * unit), round(NARROWEST * unit)), np.uint8)
    if not _may_hold(coarse, *kernel.shape):
        return []
    solid = cv2.morphologyEx((coarse <= DARKEST).astype(np.uint8), cv2.MORPH_OPEN, kernel)
    if not solid.any():
        return []
    count, labels, stats, _ = cv2.connectedComponentsWithStats(solid, connectivity=4)
    bars = []
    for label, (left, top, wide, high, area) in enumerate(stats[1:count].tolist(), 1):
        if wide < SHORTEST * unit:
            continue
        if min(left, top, coarse.shape[1] - left - wide, coarse.shape[0] - top - high) < EDGE * unit:
            continue
        shape = labels[top : top + high, left : left + wide] == label
        bars += [
            Box((left + x) / unit, (top + y) / unit, (left + right) / unit, (top + bottom) / unit)
            for x, y, right, bottom in _pieces(shape, int(area), unit)
        ]
    return sorted(bars, key=lambda b: (b.top, b.left))


def _may_hold(gray: cv2.typing.MatLike, high: int, wide: int) -> bool:
    """Whether a black block so high and wide may be on the picture: if there is one, it covers a whole tile
    of eight dots by half its height, whose first row few pages have anywhere. To look for blocks themselves
    takes thirty times as long."""
    tall = (high + 1) // 2
    if wide < 15 or tall < 1:
        return True
    firsts = _black_eights(gray[: len(gray) // tall * tall : tall]).any(axis=1)
    tops = (np.flatnonzero(firsts) * tall).tolist()
    return any(_black_eights(gray[top : top + tall]).all(axis=0).any() for top in tops)


def _black_eights(gray: cv2.typing.MatLike) -> NDArray[np.bool_]:
    """Which eight dots in a row are all black, counted from the left edge."""
    eights: NDArray[np.bool_] = np.packbits(gray <= DARKEST, axis=1) == 255
    return eights


def still_black(bars: Sequence[Box], gray: NDArray[np.uint8], scale: float) -> list[Box]:
    """The bars that are black on another picture of the page, too."""
    places = [tuple(round(edge * scale) for edge in bar) for bar in bars]
    return [b for b, (x, y, r, d) in zip(bars, places, strict=True) if np.median(gray[y:d, x:r]) <= DARKEST]


def _pieces(shape: NDArray[np.bool_], area: int, unit: float) -> list[Piece]:
    """The upright boxes that make up a black shape, none if it is no bar nor a block of bars."""
    lowest, strip = round(LOWEST * unit), round(STRIP * unit)
    pieces = [
        (x + left, y + top, right + left, bottom + top)
        for left, top, part in _around_holes(shape, unit)
        for x, y, right, bottom in _straight(part, lowest)
    ]
    if sum((r - x) * (b - y) for x, y, r, b in pieces if b - y >= 0.9 * lowest) >= STRAIGHT * area:
        return pieces
    (_, sides, _) = cv2.minAreaRect(np.argwhere(shape).astype(np.float32))
    if area < SLANTED * (sides[0] + 1) * (sides[1] + 1):
        return []
    cut = [(x, shape[:, x : x + strip]) for x in range(0, shape.shape[1], strip)]
    rows = [np.flatnonzero(part.any(axis=1)) for _, part in cut]
    return [(x, int(y[0]), x + part.shape[1], int(y[-1]) + 1) for (x, part), y in zip(cut, rows, strict=True)]


def _around_holes(shape: NDArray[np.bool_], unit: float) -> list[tuple[int, int, NDArray[np.bool_]]]:
    """A black shape cut into parts, each with its left and top, at the strips within it that were left white:
    a reader sees what is printed there."""
    count, _, stats, _ = cv2.connectedComponentsWithStats((~shape).astype(np.uint8), connectivity=4)
    high, wide = shape.shape
    for x, y, w, h, white in stats[1:count].tolist():
        inside = min(x, y) > 0 and x + w < wide and y + h < high
        if inside and w >= SHORTEST * unit and h >= HOLE * unit and white > 0.9 * w * h:
            cuts = (0, 0, wide, y), (0, y, x, y + h), (x + w, y, wide, y + h), (0, y + h, wide, high)
            return [
                (left + a, top + b, part)
                for left, top, right, bottom in cuts
                for a, b, part in _around_holes(shape[top:bottom, left:right], unit)
                if part.any()
            ]
    return [(0, 0, shape)]


def _straight(shape: NDArray[np.bool_], lowest: int) -> list[Piece]:
    """The upright boxes that a black shape is made of: its rows, put together while their ends agree."""
    spans = np.stack([shape.argmax(axis=1), shape.shape[1] - shape[:, ::-1].argmax(axis=1)], axis=1)
    spans[~shape.any(axis=1)] = -shape.shape[1]  # rows of a part that has no black there
    boxes: list[Piece] = []
    start, slack = 0, lowest // 2
    for y in range(1, len(spans) + 1):
        if y < len(spans) and np.abs(spans[y] - spans[start]).max() <= slack:
            continue
        left, right = np.median(spans[start:y], axis=0)
        if y - start >= slack and right > 0:
            boxes.append((int(left), start, int(right), y))
        start = y
    return boxes


def is_covered(token: Token, bars: Sequence[Box]) -> bool:
    """Whether a bar hides a word or part of one."""
    return any(
        min(token.bottom, bar.bottom) - max(token.top, bar.top) > 0.3 * token.height
        and min(token.right, bar.right) - max(token.left, bar.left) > PART * (token.right - token.left)
        for bar in bars
    )


def leaked(unseen: Sequence[Token], bars: Sequence[Box], *, scanned: bool) -> list[Token]:
    """The words that a file holds where nobody sees them, and a person should know. Under a scan that is what
    lies under a bar: an OCR layer has bits of noise all over, and half a word at the edge of the black."""
    words = [t for t in unseen if any(c.isalnum() for c in t.text)]
    if not scanned:
        return words
    return [t for t in words if WORD.search(t.text) and any(b.holds(t.center, t.middle) for b in bars)]


def _is_rim(token: Token, bars: Sequence[Box]) -> bool:
    """Whether OCR made strokes of the ragged edge of a bar."""
    return bool(RIM.fullmatch(token.text)) and any(b.holds(token.center, token.middle, EDGE) for b in bars)


def mark_redactions(tokens: Sequence[Token], bars: Sequence[Box], height: float) -> list[Token]:
    """The words that no bar hides, with one ``[REDACTED]`` for each run of black: bars that touch, or that go
    on from the end of one line to the start of the next, are one run. ``height`` is the page's, in points."""
    if not bars:
        return list(tokens)
    left_over = [t for t in tokens if not (is_covered(t, bars) or _is_rim(t, bars))]
    numbers = {t for column in find_number_columns(left_over, height) for t in column.tokens}
    words = [t for t in left_over if t not in numbers and any(c.isalnum() for c in t.text)]
    line = median(t.height for t in words) if words else TYPE
    runs: list[list[Box]] = []
    for bar in (_in_line(bar, words, line) for bar in bars):
        run = next((r for r in runs if any(_goes_on(one, bar, words, line) for one in r)), None)
        if run is None:
            runs.append([bar])
        else:
            run.append(bar)
    marks = [_place(run, [t for t in left_over if t not in numbers]) for run in runs]
    return [*left_over, *(Token(REDACTED, *mark, row=-1_000_000 - index) for index, mark in enumerate(marks))]


def _place(run: Sequence[Box], words: Sequence[Token]) -> Box:
    """Where the mark of a run stands: in its last line if a word follows there, for that line would else seem
    to start in mid-page; else in its first."""
    last = run[-1]
    return last if any(t.center > last.right and last.top < t.middle < last.bottom for t in words) else run[0]


def _in_line(bar: Box, words: Sequence[Token], line: float) -> Box:
    """The bar as a word, a blank on either side: as high as the nearest word beside it and level with it, or,
    if there is none, a line of type at its top."""
    beside = [t for t in words if bar.top < t.middle < bar.bottom]
    if beside:
        nearest = min(beside, key=lambda t: max(bar.left - t.right, t.left - bar.right))
        return Box(bar.left + 2, nearest.top, bar.right - 2, nearest.bottom)
    middle = (bar.top + min(bar.bottom, bar.top + 1.7 * line)) / 2
    return Box(bar.left + 2, middle - line / 2, bar.right - 2, middle + line / 2)


def _goes_on(one: Box, two: Box, words: Sequence[Token], line: float) -> bool:
    """Whether black runs from ``one`` into ``two`` with no word read between them."""
    if abs(one.top - two.top) < 0.5 * line:
        low, high, level = min(one.right, two.right), max(one.left, two.left), (two.top + two.bottom) / 2
        return not any(low <= t.center <= high and abs(t.middle - level) < line / 2 for t in words)
    if not 0 < two.top - one.top <= FARTHEST * line:
        return False
    after = any(one.top <= t.middle <= one.bottom and t.center >= one.right for t in words)
    before = any(two.top <= t.middle <= two.bottom and t.center <= two.left for t in words)
    return not (after or before or any(one.bottom < t.middle < two.top for t in words))
