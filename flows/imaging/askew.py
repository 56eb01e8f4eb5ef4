"""Ink that leans where the page stands straight: a clerk's stamp, struck askew over the print or beside it.

In black nothing but its place tells the stamp's ink from print. Letters stand on lines: those of the print on
the page's, which go on beside the stamp, those of the stamp on lines that lean. A mark that fits a leaning
line and none of the page's is the stamp's; where letters of both touch, what lies between the page's lines
is, and on them the strokes that are heavier than print.
"""

from collections.abc import Sequence
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from flows.imaging.marks import Marks, Mask, marks_of

LOWEST, HIGHEST = 3.5, 40.0
"""Points: the height of a stamp's letters, from 5 point capitals to those of a heavy FILED."""

FIT = 0.8
"""Points by which a letter's foot or head strays from its line's, at most."""

FEWEST, BIT = 3, 1
"""Letters that stand free and alike on one line make it one; what is told of a mark that is no letter."""

MOST_MARKS = 800
"""Marks of what may be a stamp: real ones, with the print beside them, have 40 to 200. Each is compared with
each."""

HEAVY = 1.9
"""Points: strokes as thick are no print's, be it bold type of 13 points."""

TAIL = 0.3
"""Share of a line's height by which the tails of its letters hang down."""

LEAST, MOST, STEP = 1.5, 10.0, 0.5
"""Degrees by which a stamp leans, and by which angles are tried."""

SUPPORT, NEARLY = 80, 0.9
"""Letters, each as often as others stand on its line, that tell a lean: nine of one line, two lines of seven.
Angles that have nearly as many as the best are as good."""


class Line(NamedTuple):
    """Head and foot of a line of letters, in pixels from the top, where the left side is; and how many
    letters tell it."""

    head: float
    foot: float
    letters: int


def leaning_ink(
    ink: Mask, printed: Sequence[tuple[float, float]], scale: float
) -> tuple[float, NDArray[np.bool_]] | None:
    """By how many degrees some ink leans in a part of a picture on which lines are ``printed`` that go on
    beside it (over 0: it falls to the right), and which ink; ``scale`` is in pixels per point. None where
    none leans."""
    marks, fit = marks_of(ink), FIT * scale
    high = marks.boxes[1:, 3]
    letters = (high >= LOWEST * scale) & (high <= HIGHEST * scale)
    if not 2 * FEWEST < marks.count < MOST_MARKS or (lean := _lean(marks, letters, fit)) is None:
        return None
    heads, feet = _ends(marks, 0.0)
    level = _lines_of(heads, feet, letters, fit)
    beside = [Line(head, foot, marks.count) for head, foot in printed]
    on_level = _letters_of_line(heads, feet, [*level, *beside], fit)
    ends = _ends(marks, lean)
    on_leaning = _letters_of_line(*ends, _lines_of(*ends, letters, fit), fit)
    is_stamp = on_leaning > np.maximum(on_level, BIT)
    is_print = on_level > np.maximum(on_leaning, BIT)
    rows = [line for line in level if (is_print & _stands_on(line, heads, feet, fit)).sum() >= FEWEST]
    nearer = _distance(marks, is_stamp) < _distance(marks, is_print)
    is_stamp |= ~is_print & (on_leaning > 0) & (nearer | (on_level == 0))
    is_mixed = (on_leaning == 0) & (on_level == 0)
    is_whole = _is_whole(marks)
    mixed = _drawn(marks, is_whole & is_mixed) & _heavy_or_between(ink, [*beside, *rows], scale)
    return lean, _drawn(marks, is_whole & is_stamp) | mixed


def _distance(marks: Marks, others: NDArray[np.bool_]) -> NDArray[np.float64]:
    """How far from each mark's middle the nearest of some others' is, in pixels."""
    middles = marks.boxes[1:, :2] + marks.boxes[1:, 2:] / 2
    if not others.any():
        return np.full(len(middles), np.inf)
    apart = middles[:, None] - middles[others]
    return np.asarray(np.hypot(apart[..., 0], apart[..., 1]).min(axis=1))


def _drawn(marks: Marks, chosen: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The ink of some marks, which are counted from the first."""
    return np.asarray(marks.drawn(np.concatenate([[False], chosen])) > 0)


def _stands_on(
    line: Line, heads: NDArray[np.float64], feet: NDArray[np.float64], fit: float
) -> NDArray[np.bool_]:
    """Which marks stand on a line and have its height."""
    return (np.abs(heads - line.head) < fit) & (np.abs(feet - line.foot) < fit)


def _ends(marks: Marks, lean: float) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Where each mark begins and ends, in pixels from the top along a lean."""
    down, across = np.divmod(marks.ink, marks.shape[1])
    along = down - np.tan(np.radians(lean)) * across
    return np.minimum.reduceat(along, marks.starts), np.maximum.reduceat(along, marks.starts) + 1


def _is_whole(marks: Marks) -> NDArray[np.bool_]:
    """Which marks the ends of the picture do not cut."""
    left, top, wide, high = marks.boxes[1:].T
    down, across = marks.shape
    return np.asarray((left > 0) & (top > 0) & (left + wide < across) & (top + high < down))


def _lines_of(
    heads: NDArray[np.float64], feet: NDArray[np.float64], letters: NDArray[np.bool_], fit: float
) -> list[Line]:
    """The lines on which some letters stand: so many of one height that end at one foot."""
    alike = _alike(heads, feet, letters, fit)
    heads, feet = heads[letters], feet[letters]
    lines: list[Line] = []
    while alike.any():
        own = alike[int(alike.sum(axis=1).argmax())].copy()
        if own.sum() < FEWEST:
            break
        lines.append(Line(float(np.median(heads[own])), float(np.median(feet[own])), int(own.sum())))
        alike[own], alike[:, own] = False, False
    return lines


def _letters_of_line(
    heads: NDArray[np.float64], feet: NDArray[np.float64], lines: Sequence[Line], fit: float
) -> NDArray[np.int64]:
    """For each mark, of how many letters the line is on which it stands and whose height it has; ``BIT``
    where it is only within one, as commas and bits of letters are; 0 where it is in none."""
    found = np.zeros(heads.shape, np.int64)
    for line in lines:
        within = (heads >= line.head - fit) & (feet <= line.foot + fit)
        found[within] = np.maximum(found[within], BIT)
        found[_stands_on(line, heads, feet, fit) & (found < line.letters)] = line.letters
    return found


def _lean(marks: Marks, letters: NDArray[np.bool_], fit: float) -> float | None:
    """The lean at which most letters stand on lines with more others like them than they do on level ones;
    None where too few do so."""
    angles = np.arange(-MOST, MOST + STEP, STEP)
    angles = angles[np.abs(angles) >= LEAST]
    level, *leaning = (_alike(*_ends(marks, angle), letters, fit).sum(axis=1) for angle in (0.0, *angles))
    support = np.array([alike[(alike > level) & (alike > FEWEST)].sum() for alike in leaning])
    if support.max() < SUPPORT:
        return None
    near = np.abs(angles - angles[support.argmax()]) <= 2 * STEP
    return float(angles[near & (support >= NEARLY * support.max())].mean())


def _alike(
    heads: NDArray[np.float64], feet: NDArray[np.float64], letters: NDArray[np.bool_], fit: float
) -> NDArray[np.bool_]:
    """Which of the letters end at one foot and are of one height."""
    heads, feet = heads[letters], feet[letters]
    return (np.abs(feet[:, None] - feet) < fit) & (np.abs(heads[:, None] - heads) < fit)


def _heavy_or_between(ink: Mask, printed: Sequence[Line], scale: float) -> NDArray[np.bool_]:
    """What of the ink lies on none of the printed lines, or is heavier than print."""
    rows = np.arange(len(ink))
    on_line = np.zeros(len(ink), bool)
    for head, foot, _ in printed:
        on_line |= (rows >= head - scale) & (rows <= foot + TAIL * (foot - head))
    side = max(2, round(HEAVY * scale))
    heavy = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((side, side), np.uint8))
    return np.asarray((heavy > 0) | ~on_line[:, np.newaxis], np.bool_)
