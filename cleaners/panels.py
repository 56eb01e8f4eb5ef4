"""The panels of a sheet: the pages of a condensed transcript, two above two, or two columns of text.

Columns of line numbers tell the pages of a transcript best; where OCR has lost one of them, the cross of
rules between the pages does; where neither is there, the white down the middle of a page that is full of
text.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cleaners.margins import NumberColumn, Token
from cleaners.page import Rule

FULLEST = 24
"""A sheet of two columns has so many lines in each; so many has no address block, and no caption."""

WORDS = 4.0
"""Words that a line of a column of text has on average; a column of a table has fewer."""

GUTTER = 8
"""Points of white between two columns of text."""

MIDDLE = (0.42, 0.58)
"""Where on the sheet's width the white between its columns stands."""


HEAD, FOOT = 0.06, 0.9
"""Shares of the sheet's height above and below which its own head and foot stand, across the columns."""


FEW = 3
"""So many level rules at most cross the upright between the pages of a sheet: one, and a frame's sides."""


class Panel(NamedTuple):
    """Words read together: ``page`` across the sheet, or a ``column`` with its margin numbers."""

    kind: str
    tokens: list[Token]
    columns: list[NumberColumn]


def find_panels(
    tokens: list[Token], columns: list[NumberColumn], rules: Sequence[Rule], width: float, height: float
) -> list[Panel]:
    """The sheet as one panel or, if it is several, what stands above them, those down the left, those down
    the right, and what stands below."""
    far = [c for c in columns if c.left - min(c.left for c in columns) > width / 4]
    near = [c for c in columns if c not in far]
    cross = _cross(rules, width, height)
    if cross and len(columns) not in (0, 4):
        return _quartered(tokens, columns, *cross)
    if far:
        return _numbered(tokens, near, far, width)
    if cross:
        return _quartered(tokens, columns, *cross)
    body = [t for t in tokens if HEAD * height < t.middle < FOOT * height]
    middle = _gutter(body, width) if not columns else None
    if middle is None:
        return [Panel("page", tokens, columns)]
    head, foot = (
        [t for t in tokens if t.middle <= HEAD * height],
        [t for t in tokens if t.middle >= FOOT * height],
    )
    sides = [[t for t in body if (t.center >= middle) == right] for right in (False, True)]
    return [Panel("page", head, []), *(Panel("column", side, []) for side in sides), Panel("page", foot, [])]


def _numbered(
    tokens: list[Token], near: list[NumberColumn], far: list[NumberColumn], width: float
) -> list[Panel]:
    """Panels by their columns of line numbers."""
    both = near + far
    split = min(c.left for c in far) - 8
    above, below = min(c.top - c.pitch * 2.2 for c in both), max(c.bottom + c.pitch for c in both)
    panels = [Panel("page", [t for t in tokens if t.middle < above], [])]
    for side, low, high in ((near, 0.0, split), (far, split, width)):
        for index, column in enumerate(side):
            top = above if index == 0 else (side[index - 1].bottom + column.top) / 2 - column.pitch
            end = (
                below if index == len(side) - 1 else (column.bottom + side[index + 1].top) / 2 - column.pitch
            )
            inside = [t for t in tokens if low <= t.center < high and top <= t.middle < end]
            panels.append(Panel("column", inside, [column]))
    panels.append(Panel("page", [t for t in tokens if t.middle >= below], []))
    return panels


def _cross(rules: Sequence[Rule], width: float, height: float) -> tuple[Rule, Rule] | None:
    """An upright and a level rule that cross in the middle of the sheet and part it in four; the upright of a
    table crosses one under each of its rows."""
    across = [r for r in rules if not r.upright and r.right - r.left > 0.6 * width]
    uprights = [
        r
        for r in rules
        if r.upright
        and 0.4 * width < r.left < 0.6 * width
        and sum(level.left < r.left < level.right and r.top < level.top < r.bottom for level in across) <= FEW
    ]
    levels = [r for r in rules if not r.upright and 0.35 * height < r.top < 0.65 * height]
    for upright in uprights:
        for level in levels:
            long = upright.bottom - upright.top > 0.6 * height and level.right - level.left > 0.6 * width
            if long and upright.top < level.top < upright.bottom and level.left < upright.left < level.right:
                return upright, level
    return None


def _quartered(tokens: list[Token], columns: list[NumberColumn], upright: Rule, level: Rule) -> list[Panel]:
    """Panels by the rules between them. Rules of a scan lean, so a word's own side of them is what counts."""
    panels = [Panel("page", [t for t in tokens if t.middle < upright.top], [])]
    split, half = (upright.left + upright.right) / 2, (level.top + level.bottom) / 2
    for right in (False, True):
        for top, end in ((upright.top, half), (half, upright.bottom)):
            inside = [t for t in tokens if (t.center >= split) == right and top <= t.middle < end]
            own = [c for c in columns if (c.left >= split) == right and top <= (c.top + c.bottom) / 2 < end]
            panels.append(Panel("column", inside, own))
    panels.append(Panel("page", [t for t in tokens if t.middle >= upright.bottom], []))
    return panels


def _gutter(tokens: Sequence[Token], width: float) -> float | None:
    """The middle of the white down a sheet of two columns, with many full lines on either side of it."""
    low, high = int(MIDDLE[0] * width), int(MIDDLE[1] * width)
    taken = {
        x for t in tokens if t.right > low and t.left < high for x in range(int(t.left), int(t.right) + 1)
    }
    free = [x for x in range(low, high) if x not in taken]
    runs = [run for run in _runs(free) if len(run) >= GUTTER]
    if not runs:
        return None
    widest = max(runs, key=len)
    middle = (widest[0] + widest[-1]) / 2
    sides = [[t for t in tokens if (t.center >= middle) == right] for right in (False, True)]
    lines = [len({round(t.middle / 6) for t in side}) for side in sides]
    full = all(
        count >= FULLEST and len(side) >= WORDS * count for count, side in zip(lines, sides, strict=True)
    )
    return middle if full else None


def _runs(numbers: Sequence[int]) -> list[list[int]]:
    """Numbers in order, cut where one is missing."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs
