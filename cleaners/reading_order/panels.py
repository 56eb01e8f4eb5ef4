"""The panels of a sheet: the pages of a condensed transcript, two above two, or two columns of text.

Columns of line numbers tell the pages of a transcript best; where OCR has lost one of them, the cross of
rules between the pages does; where neither is there, the white down the middle of a page that is full of
text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil, floor
from typing import NamedTuple

from cleaners.margin_numbers.margins import NumberColumn
from cleaners.page import Rule, Token
from cleaners.reading_order.word_indexes import find_index

FULLEST = 24
"""A sheet of two columns has so many lines in each; so many has no address block, and no caption."""

WORDS = 4.0
"""Words that a line of a column of text has on average; a column of a table has fewer."""

CLOSE = 2.4
"""Gap to type size between two lines of one column at most."""

GUTTER = 8
"""Points of white between two columns of text."""

MIDDLE = (0.42, 0.58)
"""Where on the sheet's width the white between its columns stands."""


LONGEST_HEAD = 0.5
"""Share of the sheet's height that what stands across above its columns may take: a case's title."""


SMALL = 16.0
"""Points from line to line of a page that is a quarter of its sheet at most."""

FEW = 3
"""So many level rules at most cross the upright between the pages of a sheet: one, and a frame's sides."""


QUARTERS, FEWEST_TOLD = 4, 2
DOWN, ACROSS = (0, 1, 2, 3), (0, 2, 1, 3)
"""The pages of a sheet of four, those down its left first, in the orders in which programs set them; numbers
that must be read at least to tell which."""


class Panel(NamedTuple):
    """Words read together: ``page`` across the sheet, a ``panel`` that is a page of a condensed transcript, a
    ``column`` of text, or the ``table`` that a column of a word index is."""

    kind: str
    tokens: list[Token]
    columns: list[NumberColumn]


def find_panels(
    tokens: list[Token], columns: list[NumberColumn], rules: Sequence[Rule], width: float, height: float
) -> list[Panel]:
    """The sheet as one panel or, if it is several, what stands above them, those down the left, those right
    of them, and what stands below."""
    inner = [c for c in columns if not c.outer]
    beside = _beside(inner, width)
    cross = _cross(rules, width, height)
    if cross and len(beside) < 3 and len(columns) not in (0, 4):
        return _quartered(tokens, columns, *cross)
    if len(beside) > 1 or _is_last(inner, tokens, width, height):
        return _numbered(tokens, beside, width)
    if cross:
        return _quartered(tokens, columns, *cross)
    if not columns and (index := find_index(tokens)):
        over, parts, under = index
        return [
            Panel("page", over, []),
            *(Panel("table", part, []) for part in parts),
            Panel("page", under, []),
        ]
    if columns or (found := _gutter(tokens, width, height)) is None:
        return [Panel("page", tokens, columns)]
    middle, top, bottom = found
    across = ([t for t in tokens if t.middle <= top], [t for t in tokens if t.middle >= bottom])
    sides = _sides([t for t in tokens if top < t.middle < bottom], middle)
    head, foot = (Panel("page", part, []) for part in across)
    return [head, *(Panel("column", side, []) for side in sides), foot]


def _beside(columns: Sequence[NumberColumn], width: float) -> list[list[NumberColumn]]:
    """The columns of line numbers of the pages that stand below one another, from left to right."""
    found: list[list[NumberColumn]] = []
    for column in sorted(columns, key=lambda c: c.left):
        if not found or column.left - found[-1][0].left > width / 4:
            found.append([])
        found[-1].append(column)
    return [sorted(own, key=lambda c: c.top) for own in found]


def _is_last(columns: Sequence[NumberColumn], tokens: Sequence[Token], width: float, height: float) -> bool:
    """Whether a sheet has one small page in its half, as the last one of a condensed transcript may."""
    if len(columns) != 1 or (columns[0].pitch > SMALL and width < height):
        return False
    (column,) = columns
    return all(t.right < width / 2 for t in tokens if column.top <= t.middle <= column.bottom)


def _numbered(tokens: list[Token], beside: list[list[NumberColumn]], width: float) -> list[Panel]:
    """Panels by their columns of line numbers."""
    both = [column for own in beside for column in own]
    splits = [0.0, *(min(c.reach for c in own) - 8 for own in beside[1:]), width]
    above, below = min(c.top - c.pitch * 2.2 for c in both), max(c.bottom + c.pitch for c in both)
    panels: list[Panel] = []
    for side, (low, high) in zip(beside, pairwise(splits), strict=True):
        for index, column in enumerate(side):
            top = above if index == 0 else (side[index - 1].bottom + column.top) / 2 - column.pitch
            end = (
                below if index == len(side) - 1 else (column.bottom + side[index + 1].top) / 2 - column.pitch
            )
            inside = [t for t in tokens if low <= t.center < high and top <= t.middle < end]
            panels.append(Panel("panel", inside, [column]))
    over, under = ([t for t in tokens if t.middle < above], [t for t in tokens if t.middle >= below])
    return [Panel("page", over, []), *_counted(panels), Panel("page", under, [])]


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
    panels: list[Panel] = []
    split, half = (upright.left + upright.right) / 2, (level.top + level.bottom) / 2
    for right in (False, True):
        for top, end in ((upright.top, half), (half, upright.bottom)):
            inside = [t for t in tokens if (t.center >= split) == right and top <= t.middle < end]
            own = [c for c in columns if (c.left >= split) == right and top <= (c.top + c.bottom) / 2 < end]
            panels.append(Panel("panel", inside, own))
    over = [t for t in tokens if t.middle < upright.top]
    under = [t for t in tokens if t.middle >= upright.bottom]
    return [Panel("page", over, []), *_counted(panels), Panel("page", under, [])]


def _counted(panels: list[Panel]) -> list[Panel]:
    """The pages of a sheet in the order of their numbers: some programs set them down the sheet, some across.
    Where a number was misread the others show which."""
    numbers = [_page_number(panel) for panel in panels]
    told = [number for number in numbers if number is not None]
    if len(told) == len(panels) and sorted(told) == list(range(min(told), min(told) + len(told))):
        return [panel for _, panel in sorted(zip(told, panels, strict=True), key=lambda pair: pair[0])]
    if len(panels) != QUARTERS or len(told) < FEWEST_TOLD:
        return panels
    across = [panels[place] for place in ACROSS]
    return across if _count(numbers, ACROSS) and not _count(numbers, DOWN) else panels


def _count(numbers: Sequence[int | None], order: Sequence[int]) -> bool:
    """Whether the numbers that are told count on in an order of the pages."""
    firsts = {number - place for place, at in enumerate(order) if (number := numbers[at]) is not None}
    return len(firsts) == 1


def _page_number(panel: Panel) -> int | None:
    """The one number that stands above or below the numbered lines of a panel."""
    if len(panel.columns) != 1:
        return None
    (column,) = panel.columns
    outside = [t for t in panel.tokens if not column.top - 2 <= t.middle <= column.bottom + 2]
    numbers = {int(t.text) for t in outside if t.text.isdecimal()}
    return numbers.pop() if len(numbers) == 1 else None


def _gutter(tokens: Sequence[Token], width: float, height: float) -> tuple[float, float, float] | None:
    """The white down a sheet of two columns, with many full lines on either side of it: its middle, and the
    middles of the lines across the sheet between which it stands, all in points."""
    longest = max(_whites(tokens, width, height), key=lambda w: (w[2] - w[1], -w[0]), default=(0.0, 0.0, 0.0))
    middle, top, bottom = longest
    sides = _sides([t for t in tokens if top < t.middle < bottom], middle)
    full = [_is_full(side) for side in sides]
    return longest if all(full) or (full[0] and _is_begun(*sides)) else None


def _whites(tokens: Sequence[Token], width: float, height: float) -> Iterator[tuple[float, float, float]]:
    """Above each word in the sheet's middle, and at the sheet's foot, the longest white that ends there: its
    middle, and the middles of the lines between which it stands."""
    first, last = (int(share * width) for share in MIDDLE)
    inside = (t for t in tokens if t.right > first and t.left < last)
    crossing = [(t.middle, t.left, t.right) for t in inside if any(map(str.isalnum, t.text))]  # no specks
    ends = [0.0] * (last - GUTTER - first)  # the line that ends each white so far, point by point
    for bottom, left, right in [*sorted(crossing), (height, 0.0, width)]:
        low, high = max(0, floor(left) + 1 - GUTTER - first), min(len(ends), ceil(right) - first)
        if low < high:
            top = min(ends[low:high])
            if top <= LONGEST_HEAD * height:
                yield first + ends.index(top, low) + GUTTER / 2, top, bottom
            ends[low:high] = [bottom] * (high - low)


def _sides(tokens: Sequence[Token], middle: float) -> list[list[Token]]:
    return [[t for t in tokens if (t.center >= middle) == right] for right in (False, True)]


def _is_full(side: Sequence[Token]) -> bool:
    """Whether so many lines stand in a column, and words on each, as only text has."""
    lines = len({round(t.middle / 6) for t in side})
    return lines >= FULLEST and len(side) >= WORDS * lines


def _is_begun(left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Whether a text ends in its second column: that begins beside the first one's first line, and its second
    line stands close below. What stands under it may be notes."""
    one, two = (sorted({round(t.middle) for t in side})[:2] for side in (left, right))
    size = max((t.height for t in left), default=0.0)
    return len(two) > 1 and abs(two[0] - one[0]) < size / 2 and two[1] - two[0] < CLOSE * size
