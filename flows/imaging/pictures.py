"""A page's picture made ready for OCR: its drawn rules found and taken out, its leaders and specks removed.

Works on gray pictures as numpy arrays of shape (height, width), uint8, 0 is black.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from cleaners.page import Rule
from flows.imaging.checkboxes import checkboxes_in
from flows.imaging.dots import dots_to_remove
from flows.imaging.marks import marks_of, without_paper
from flows.imaging.strokes import flourishes_in, holes_in, rings_in

Gray = NDArray[np.uint8]

SHORTEST_RULE = 0.42
"""Inches: a run of ink as long and as thin is drawn, not a letter (an em dash of 14 point type: 0.19)."""

UNBROKEN = 0.985
"""Share of its length at which a rule has ink of its own, before gaps are closed. A line of heavy or blotched
letters, whose gaps closing fills, has 0.7 to 0.98; printed rules of scans are all but whole."""

BARE, CLOSE = 0.1, 0.36
"""Ink just over and under a rule: next to none where it stands by itself, when it may be broken; at most so
much where it runs under letters. A slice of letters has 0.18 to 0.8."""

SURE = 0.62
"""Inches: an unbroken run so long is a rule whatever stands on it (words struck through)."""

SAMPLES = 8
"""Dots of a row or column that are looked at on the length of a run, before the run is looked for in it: most
have none, and to open all of a page by so long a run is a tenth of the work on a picture."""

SOFTENING = 0.8
"""Sigma in pixels, whatever the resolution: smooths the stairs of 1-bit scans. Growing with the resolution,
it blurred the digits of enlarged pages (48 word errors over the corpus's scans, 41 so)."""


@dataclass(frozen=True)
class CleanPicture:
    """A picture without rules, checkboxes, leaders and specks, and the rules that were on it, in pixels."""

    pixels: Gray
    rules: list[Rule]


def clean_picture(pixels: Gray, dpi: float) -> CleanPicture:
    """Find the drawn rules and paint them over, with checkboxes, leaders, and the specks of a noisy page."""
    ink = ink_of(pixels)
    upright, level = _rule_ink(ink, dpi)
    rules = [*_boxes(upright, dpi), *_boxes(level, dpi)]
    ruled = upright | level
    del upright, level  # each is a page, and a worker's memory is to stay small: so with all that is deleted
    marks, taken = marks_of(ink), _dilated(ruled, 3, 3)
    rest = marks.without(taken)
    if cv2.countNonZero(ruled):
        near = _dilated(ruled, 9, 9)
        ragged = rest.drawn(~rest.touching(1 - near))  # steps of a leaning rule: a quotation mark over a note
        ink &= 1 - (taken | ragged)
        taken |= near & (1 - _dilated(ink, 5, 5))  # a gray rim would seem a stroke
        del near, ragged
    del ink
    boxes = checkboxes_in(marks, dpi)
    rules = [rule for rule in rules if not boxes[round(sum(rule[1::2]) / 2), round(sum(rule[::2]) / 2)]]
    unruled = marks.without(ruled)
    boxes |= rings_in(unruled, dpi) | flourishes_in(unruled, dpi) | holes_in(unruled, dpi)
    taken |= _dilated(boxes, 5, 5)
    del marks, ruled, unruled, boxes
    taken |= _dilated(dots_to_remove(rest, dpi), 3, 3)
    cleaned = cv2.max(pixels, -taken)  # where 1 is taken 255 is painted
    return CleanPicture(np.asarray(cv2.GaussianBlur(cleaned, (0, 0), SOFTENING), np.uint8), rules)


def ink_of(pixels: Gray) -> Gray:
    """A mask of the picture with 1 where there is ink."""
    return (pixels < _threshold(pixels)).view(np.uint8)


def _dilated(mask: Gray, tall: int, wide: int) -> Gray:
    if not cv2.countNonZero(mask):
        return mask.copy()
    return np.asarray(cv2.dilate(mask, np.ones((tall, wide), np.uint8)), np.uint8)


def _opened(mask: cv2.typing.MatLike, tall: int, wide: int) -> Gray:
    return np.asarray(cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((tall, wide), np.uint8)), np.uint8)


def _threshold(pixels: Gray) -> float:
    level, _ = cv2.threshold(pixels, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    return min(max(level + 1, 90), 200)


def _rule_ink(ink: Gray, dpi: float) -> tuple[Gray, Gray]:
    """The ink of upright and of level rules. A scan's rules lean by up to a degree and are broken, so gaps
    are closed first; a run that is as thick as a letter's bowl is no rule."""
    long, gap = round(SHORTEST_RULE * dpi), max(3, round(0.02 * dpi))
    thick = max(5, round(0.045 * dpi))
    upright = upright_runs(cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((gap, 1), np.uint8)), long)
    level = level_runs(cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((1, gap), np.uint8)), long)
    upright, level = _thin(upright, 1, thick) & ink, _thin(level, thick, 1) & ink
    return upright, _without_letters(level, ink, gap, dpi)


def _thin(runs: Gray, tall: int, wide: int) -> Gray:
    """The runs without what of them is so high and wide."""
    few, rows, columns = without_paper(runs)
    if few.size:
        runs[np.ix_(rows, columns)] &= 1 - _opened(few, tall, wide)
    return runs


def level_runs(mask: cv2.typing.MatLike, long: int) -> Gray:
    """``mask`` opened by a level run. The edge of the picture is no end: a run may go on beyond it."""
    sampled = np.ascontiguousarray(mask[:, :: max(1, long // SAMPLES)])
    rows = np.flatnonzero(cv2.erode(sampled, np.ones((1, min(SAMPLES - 1, long)), np.uint8)).any(axis=1))
    runs = np.zeros(mask.shape, np.uint8)
    if rows.size:
        runs[rows] = _opened(mask[rows], 1, long)
    return runs


def upright_runs(mask: cv2.typing.MatLike, long: int) -> Gray:
    """The same of upright runs."""
    sampled = np.ascontiguousarray(mask[:: max(1, long // SAMPLES)])
    columns = np.flatnonzero(cv2.erode(sampled, np.ones((min(SAMPLES - 1, long), 1), np.uint8)).any(axis=0))
    runs = np.zeros(mask.shape, np.uint8)
    if columns.size:
        runs[:, columns] = _opened(np.ascontiguousarray(mask[:, columns]), long, 1)
    return runs


def _without_letters(level: Gray, ink: Gray, gap: int, dpi: float) -> Gray:
    """The ink of level rules without slices of letters that stand so close that they seem one run."""
    if not level.any():
        return level
    runs = marks_of(level, grown=(3, gap))
    kept = np.zeros_like(level)
    for label, (left, top, wide, high) in enumerate(runs.boxes[1:].tolist(), 1):
        place = slice(max(0, top - 4), top + high + 4), slice(left, left + wide)
        own, above = np.zeros_like(level[place]), top - place[0].start
        own[above : above + high] = level[top : top + high, left : left + wide] & runs.shape_of(label)
        unbroken = own.any(axis=0).sum() >= UNBROKEN * (wide - gap + 1)
        band = _dilated(own, 9, 1) - _dilated(own, 5, 1)
        beside = ink[place][band > 0].mean()
        if beside <= BARE or (unbroken and (beside <= CLOSE or wide >= SURE * dpi)):
            kept[place] |= own
    return kept


def _boxes(mask: Gray, dpi: float) -> list[Rule]:
    """The rules of a mask, pieces of a broken or leaning rule joined."""
    if not mask.any():
        return []
    reach = max(3, round(0.05 * dpi))
    half = reach / 2
    return [
        Rule(left + half, top + half, left + wide - half, top + high - half)
        for left, top, wide, high in marks_of(mask, grown=(reach, reach)).boxes[1:].tolist()
        if max(wide, high) >= SHORTEST_RULE * dpi
    ]
