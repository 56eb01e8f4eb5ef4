"""Small marks on a page's picture that OCR makes words of: dot leaders, and the specks of photocopies.

Works on the marks of a page's ink.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from flows.imaging.marks import Marks, Mask, marks_of

DOT = 0.026
"""Inches: a period of 14 point type, and the largest speck that a photocopier leaves."""

SPECK = 0.009
"""Inches: no part of a letter of 6 point type is smaller in both directions (a period: 0.012)."""

NOISY = 0.15
"""Share of a page's marks that must be specks before any is taken for one: periods and the dots of i's stand
at their letters; what else stands alone on a clean page, an ellipsis, is a hundredth of its marks."""

FEWEST = 30
"""Specks of a noisy page: a page of few words has no share to speak of."""

TALLEST = 0.75
"""Inches: what is higher is no letter that has dots of its own: in the box of a frame, or of a border that
goes round a corner, all of the page would stand at it."""

REACH = 0.05
"""Inches between a letter and its own dot or period."""

COLON = 0.1
"""Inches from dot to dot of a colon at most. A caption's column of colons stands far from any letter."""

FOOT = 0.05
"""Inches from the foot of a letter up to where the dot after it may stand: the tail of a y."""

ELLIPSIS_STEP = (0.04, 0.15)
"""Inches from dot to dot of an ellipsis: a blank of 10 point type and one of 14 point type stretched to fill
its line."""

EVEN = 0.012
"""Inches by which the two steps of an ellipsis differ at most, its dots from one foot, and their sizes."""

STEM, GAP, FEWEST_DOTTED = 1.2, 0.3, 20
"""Width of the letters that bear a dot (i, j) to their height at most (Courier's are the widest), what parts
them from it, and how many dots above such tell of what size the page's dots are."""

FALLEN = 0.6
"""Dirt falls on the paper as on the type: so large a share of a dirty page's small marks stands away from its
letters (0.8 to 0.95); of the bits into which weak toner breaks letters 0.1 to 0.45 do."""

LIKE, FAINT = 0.75, 0.7
"""Half of a page's dots have this share of the ink of its larger ones (their upper quartile), unless it is
worn so unevenly that they tell nothing. A mark with less than so much of a dot's ink is no period: eight dots
in ten of a page have 0.9 to 1.1 of it."""

BAND = 0.5
"""Inches of a page's height in which letters are taken to be of one size: notes are set smaller."""

ROUND, THIN = 2.5, 0.008
"""A dot is at most so many times as wide as high or as high as wide, and higher than so many inches: what is
left of the rims of bars and rules is flat."""

NEIGHBOUR = 0.4
"""Inches from an ellipsis to the letter before or after it."""

LEADER_DOT, CAPITALS = 0.4, 0.9
"""A leader's dots to the height of the page's capitals at most, which nine in ten of its larger marks do not
exceed: typewriter faces print them so large, and copiers fill them in. What is larger than a dot of other
faces must stand in a row that is even."""

LARGE_DOTS, ALIKE, EVENLY = 8, 0.25, 0.7
"""The fewest dots of such a row; by which share of the usual step its steps differ at most, and how many of
them do not. Bits of letters and of what underlines them stand in rows, too."""

LEADER_STEP, LEADER_LENGTH, LEADER_DOTS = 0.16, 0.4, 5
"""Inches from dot to dot of a leader at most, inches of the shortest leader, and its fewest dots; an ellipsis
has four (The Bluebook, rule 5.3)."""


def dots_to_remove(marks: Marks, dpi: float) -> Mask:
    """The ink of dot leaders and, on a noisy page, of specks."""
    size = marks.boxes[:, 2:].max(axis=1)
    small = size <= DOT * dpi
    small[0] = False
    leaders = _leaders(marks.drawn(small), dpi) | _leaders(
        marks.drawn(_larger(marks, small, dpi)), dpi, even=True
    )
    fewest = max(FEWEST, NOISY * marks.count)
    if small.sum() < fewest:
        return leaders
    specks = small & ~marks.touching(leaders)
    letters = ~small & (marks.boxes[:, 3] <= TALLEST * dpi)
    specks &= ~marks.touching(_dot_places(marks.boxes[1:][letters[1:]], marks.shape, dpi))
    tiny = small & (size <= SPECK * dpi)
    if specks.sum() > FALLEN * small.sum():
        tiny[1:] |= small[1:] & (marks.lengths < FAINT * _dot_ink(marks, small, dpi))
    if (specks | tiny).sum() >= fewest:
        specks &= ~_stacked(small, marks, dpi)
    specks |= tiny
    specks[_ellipses(marks.boxes, small, dpi)] = False
    return leaders | marks.drawn(specks) if specks.sum() >= fewest else leaders


def _dot_ink(marks: Marks, small: NDArray[np.bool_], dpi: float) -> NDArray[np.float64]:
    """How much ink a dot would have where each mark stands, told by the dots of the page's i's and the height
    of the letters there; 0 where these dots are few or of all sizes."""
    letters = marks.boxes[1:][~small[1:]]
    usual = float(np.median(letters[:, 3])) if len(letters) else 1.0
    stems = letters[(letters[:, 2] < STEM * letters[:, 3]) & (np.abs(letters[:, 3] - usual) < usual / 2)]
    over = np.zeros(marks.shape, np.uint8)
    for left, top, wide, high in stems.tolist():
        middle, near = left + wide // 2, max(0, top - round(GAP * high))
        cv2.line(over, (middle, near), (middle, top - 1), 1)
    dots = marks.lengths[(small & marks.touching(over))[1:]]
    half, most = np.quantile(dots, (0.5, 0.75)) if len(dots) >= FEWEST_DOTTED else (0.0, 0.0)
    bands, band_of = letters[:, 1] // (BAND * dpi), marks.boxes[1:, 1] // (BAND * dpi)
    ink = np.full(marks.count - 1, most if half >= LIKE * most else 0.0)
    for band in np.unique(bands):
        ink[band_of == band] *= min(1.0, float(np.median(letters[bands == band, 3])) / usual) ** 2
    return ink


def _stacked(small: NDArray[np.bool_], marks: Marks, dpi: float) -> NDArray[np.bool_]:
    """Which of the small marks stand right over or under another."""
    tall = cv2.dilate(marks.drawn(small), np.ones((round(COLON * dpi), 1), np.uint8))
    count, stacks = cv2.connectedComponents(tall, connectivity=4)
    stack_of = marks.seen_in(stacks)
    in_stack = np.bincount(stack_of[small], minlength=count)
    return small & (in_stack[stack_of] > 1)


def _ellipses(boxes: NDArray[np.int64], small: NDArray[np.bool_], dpi: float) -> NDArray[np.int64]:
    """The numbers of three small marks in a row, evenly spaced, that stand on the foot of a letter near."""
    numbers, letters = np.flatnonzero(small & _dotlike(boxes, dpi)), boxes[1:][~small[1:]]
    lefts, feet = boxes[numbers, 0], boxes[numbers, 1] + boxes[numbers, 3]
    found: list[NDArray[np.int64]] = []
    for shift in (0.0, 0.5):  # what one division into rows parts the other does not
        row = np.floor(feet / (EVEN * dpi) + shift)
        order = np.lexsort((lefts, row))
        steps, level = np.diff(lefts[order]), np.diff(row[order]) == 0
        near = level & (steps >= ELLIPSIS_STEP[0] * dpi) & (steps <= ELLIPSIS_STEP[1] * dpi)
        even = near[:-1] & near[1:] & (np.abs(np.diff(steps)) <= EVEN * dpi)
        found += [numbers[order[at : at + 3]] for at in np.flatnonzero(even)]
    found = [dots for dots in found if np.ptp(boxes[dots, 2:].max(axis=1)) <= EVEN * dpi]
    on_line = [dots for dots in found if _stands_by(boxes[dots], letters, dpi)]
    return np.concatenate(on_line) if on_line else np.zeros(0, np.int64)


def _stands_by(dots: NDArray[np.int64], letters: NDArray[np.int64], dpi: float) -> bool:
    left, right = dots[0, 0] - NEIGHBOUR * dpi, dots[-1, 0] + NEIGHBOUR * dpi
    feet = letters[:, 1] + letters[:, 3]
    near = (letters[:, 0] + letters[:, 2] >= left) & (letters[:, 0] <= right)
    return bool((near & (np.abs(feet - (dots[0, 1] + dots[0, 3])) <= EVEN * dpi)).any())


def _larger(marks: Marks, small: NDArray[np.bool_], dpi: float) -> NDArray[np.bool_]:
    """Which marks may be dots of leaders that are larger than others, or smaller ones beside them."""
    letters = marks.boxes[1:, 3][~small[1:]]
    most = LEADER_DOT * float(np.quantile(letters, CAPITALS)) if letters.size else 0.0
    return np.asarray(_dotlike(marks.boxes, dpi) & (marks.boxes[:, 2:].max(axis=1) <= most))


def _dotlike(boxes: NDArray[np.int64], dpi: float) -> NDArray[np.bool_]:
    wide, high = boxes[:, 2], boxes[:, 3]
    return (high > THIN * dpi) & (wide <= ROUND * high) & (high <= ROUND * wide)


def _leaders(dots: Mask, dpi: float, *, even: bool = False) -> Mask:
    """The dots that stand in rows, in ``even`` ones only."""
    rows = marks_of(dots, grown=(3, round(LEADER_STEP * dpi)))
    wide, high = rows.boxes[:, 2], rows.boxes[:, 3]
    long = (wide >= (LEADER_LENGTH + LEADER_STEP) * dpi) & (high <= 1.5 * DOT * dpi + 0.02 * wide)
    kept = np.zeros_like(dots)
    for label in np.flatnonzero(long).tolist():
        left, top, width, height = rows.boxes[label].tolist()
        place = slice(top, top + height), slice(left, left + width)
        own = dots[place] & rows.shape_of(label)
        if even:
            kept[place] |= _even_part(own)
        elif cv2.connectedComponents(own)[0] - 1 >= LEADER_DOTS:
            kept[place] |= own
    return kept


def _even_part(row: Mask) -> Mask:
    """The dots of a row from the first to the last that stand at the distance at which most do; without the
    commas of the page numbers that they lead to."""
    _, labels, _, places = cv2.connectedComponentsWithStats(row)
    order = np.argsort(places[1:, 0])
    steps = np.diff(places[1:, 0][order])
    if len(order) < LARGE_DOTS:
        return np.zeros_like(row)
    usual = np.median(steps)
    alike = np.flatnonzero(np.abs(steps - usual) <= ALIKE * usual)
    if alike.size < EVENLY * steps.size:
        return np.zeros_like(row)
    return row * np.isin(labels, order[alike[0] : alike[-1] + 2] + 1)


def _dot_places(letters: NDArray[np.int64], shape: tuple[int, ...], dpi: float) -> Mask:
    """Where the dots of letters stand: in them, over them (i, j), and after them at the foot (a period)."""
    places = np.zeros(shape, np.uint8)
    reach, foot = round(REACH * dpi), round(FOOT * dpi)
    for left, top, wide, high in letters.tolist():
        right, bottom = left + wide, top + high
        cv2.rectangle(places, (left, top - reach), (right, bottom), 1, cv2.FILLED)
        cv2.rectangle(places, (right, bottom - foot), (right + reach, bottom + foot // 2), 1, cv2.FILLED)
    return places
