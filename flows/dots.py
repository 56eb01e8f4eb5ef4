"""Small marks on a page's picture that OCR makes words of: dot leaders, and the specks of photocopies.

Works on the ink of a page, a mask of shape (height, width) with 1 where there is ink.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.uint8]

DOT = 0.026
"""Inches: a period of 14 point type, and the largest speck that a photocopier leaves."""

SPECK = 0.009
"""Inches: no part of a letter of 6 point type is smaller in both directions (a period: 0.012)."""

NOISY = 0.15
"""Share of a page's marks that must be specks before any is taken for one: periods and the dots of i's stand
at their letters; what else stands alone on a clean page, an ellipsis, is a hundredth of its marks."""

FEWEST = 30
"""Specks of a noisy page: a page of few words has no share to speak of."""

REACH = 0.05
"""Inches between a letter and its own dot or period."""

COLON = 0.1
"""Inches from dot to dot of a colon at most. A caption's column of colons stands far from any letter."""

FOOT = 0.05
"""Inches from the foot of a letter up to where the dot after it may stand: the tail of a y."""

LEADER_STEP, LEADER_LENGTH, LEADER_DOTS = 0.16, 0.4, 5
"""Inches from dot to dot of a leader at most, inches of the shortest leader, and its fewest dots; an ellipsis
has four (The Bluebook, rule 5.3)."""


def dots_to_remove(ink: Mask, dpi: float) -> Mask:
    """The ink of dot leaders and, on a noisy page, of specks."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    size = np.maximum(stats[:, 2], stats[:, 3])
    small = size <= DOT * dpi
    small[0] = False
    leaders = _leaders(small[labels].astype(np.uint8), dpi)
    attached = np.zeros(count, bool)
    attached[labels[(_dot_places(stats[1:][~small[1:]], ink.shape, dpi) > 0) & (ink > 0)].ravel()] = True
    specks = small & ~attached & ~_stacked(small, labels, dpi)
    specks[np.unique(labels[leaders > 0])] = False
    specks |= small & (size <= SPECK * dpi)
    noisy = specks.sum() >= max(FEWEST, NOISY * count)
    return leaders | specks[labels].astype(np.uint8) if noisy else leaders


def _stacked(small: NDArray[np.bool_], labels: cv2.typing.MatLike, dpi: float) -> NDArray[np.bool_]:
    """Which of the small marks stand right over or under another."""
    tall = cv2.dilate(small[labels].astype(np.uint8), np.ones((round(COLON * dpi), 1), np.uint8))
    count, stacks = cv2.connectedComponents(tall, connectivity=4)
    marks, first = np.unique(labels, return_index=True)
    stack_of = np.zeros(small.size, np.int64)
    stack_of[marks] = stacks.ravel()[first]
    in_stack = np.bincount(stack_of[small], minlength=count)
    return small & (in_stack[stack_of] > 1)


def _leaders(dots: Mask, dpi: float) -> Mask:
    """The dots that stand in rows."""
    row = cv2.dilate(dots, np.ones((3, round(LEADER_STEP * dpi)), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(row, connectivity=8)
    kept = np.zeros_like(dots)
    for label, (left, top, wide, high, _) in enumerate(stats[1:count].tolist(), 1):
        if wide < (LEADER_LENGTH + LEADER_STEP) * dpi or high > 1.5 * DOT * dpi + 0.02 * wide:
            continue
        place = slice(top, top + high), slice(left, left + wide)
        own = dots[place] & (labels[place] == label)
        if cv2.connectedComponents(own)[0] - 1 >= LEADER_DOTS:
            kept[place] |= own
    return kept


def _dot_places(letters: cv2.typing.MatLike, shape: tuple[int, ...], dpi: float) -> Mask:
    """Where the dots of letters stand: in them, over them (i, j), and after them at the foot (a period)."""
    places = np.zeros(shape, np.uint8)
    reach, foot = round(REACH * dpi), round(FOOT * dpi)
    for left, top, wide, high, _ in letters.astype(int).tolist():
        right, bottom = left + wide, top + high
        cv2.rectangle(places, (left, top - reach), (right, bottom), 1, cv2.FILLED)
        cv2.rectangle(places, (right, bottom - foot), (right + reach, bottom + foot // 2), 1, cv2.FILLED)
    return places
