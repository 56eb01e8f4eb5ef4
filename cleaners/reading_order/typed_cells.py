"""Two cells side by side in text that keeps its columns by blanks: a caption whose cells a brace or white
space alone parts, a date beside a signature block.

A dump of proportional type puts a word where its line's characters have brought it: the lines of one cell
begin some columns apart, and a long line of the left cell reaches over where the right one begins on others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cleaners.patterns import pattern
from cleaners.reading_order.cells import COURT_NAME, NUMBER, TYPED_RULE, VERSUS, find_regions
from cleaners.reading_order.fences import Fence
from cleaners.reading_order.regions import ROLE, Region, said, text_of
from cleaners.reading_order.rows import Row

WIDE, HIGH, TYPE = 4.8, 12.0, 10.0
"""Points: a column, a line, and the height of its type. Type of 12 points has columns as wide on average."""

RIGHT = 0.3
"""The share of a page's width from which a right cell may begin."""

ASTRAY, OVER = 2 * WIDE, 4 * WIDE
"""Points: how far apart the lines of one cell begin; by how much a line of the left cell may reach over where
the right one begins on another."""

LONG = 0.62
"""The share of a page's width up to which a line of the left cell reaches that has nothing beside it."""

PAUSE = 5 * HIGH
REACH = 14
"""Rows above and below the ``v.``."""

COURT = pattern(rf"\bCOURT\b|{COURT_NAME.pattern}")
NOTE_LABEL = pattern(r"\d{1,3}|[*†‡§]{1,3}")


def find_typed_regions(rows: Sequence[Row], width: float, fences: Sequence[Fence]) -> list[Region]:
    """The pairs of cells among rows whose words have typed places, from top to bottom, none overlapping
    another. What stands between two wide gaps belongs to one cell."""
    kept = [_without_note(rows, region) for region in find_regions(rows, [], width, fences)]
    for region in _by_space(rows, width):
        if all(region.last < other.first or region.first > other.last for other in kept):
            kept.append(region)
    return sorted(kept, key=lambda region: region.first)


def _without_note(rows: Sequence[Row], region: Region) -> Region:
    """The region without the label of a note below it: in a dump that stands on a line of its own."""
    last = region.last
    while last > region.first and NOTE_LABEL.fullmatch(text_of(rows[last])):
        last -= 1
    return replace(region, last=last)


def _by_space(rows: Sequence[Row], width: float) -> Iterator[Region]:
    """Captions whose cells white space alone parts, however their lines stray."""
    done = -1
    for index, row in enumerate(rows):
        first = row.segments[0]
        if index <= done or len(first) > 1 or not VERSUS.fullmatch(first[0].text.strip("-")):
            continue
        near = [r for r in rows[max(0, index - REACH) : index + REACH] if not _is_centred(r, width)]
        starts = [s for r in near for s in r.segments if not ROLE.fullmatch(said(s))]
        rights = {s[0].left for s in starts if s[0].left > RIGHT * width}
        if found := [region for x in sorted(rights) if (region := _grown(rows, index, x, width))]:
            largest = max(found, key=lambda region: (region.last - region.first, region.gutter))
            done = largest.last
            yield largest


def _grown(rows: Sequence[Row], index: int, x: float, width: float) -> Region | None:
    """The two cells round a ``v.`` if the right one begins at ``x``: it must hold a number, the left one a
    name; else they are the lines of one that is centred."""
    first = last = index
    while first > 0 and _is_celled(rows[first - 1], rows[first], x, width, below=False):
        first -= 1
    while last + 1 < len(rows) and _is_celled(rows[last + 1], rows[last], x, width, below=True):
        last += 1
    beside = [s for row in rows[first : last + 1] for s in row.segments if s[0].left >= x - ASTRAY]
    others = [s for row in rows[first : last + 1] for s in row.segments if s[0].left < x - ASTRAY]
    named = any(not ROLE.fullmatch(said(s)) and not VERSUS.fullmatch(said(s)) for s in others)
    numbered = NUMBER.search(" ".join(map(said, beside)))
    return Region(first, last, x - ASTRAY, roles=True) if named and numbered else None


def _is_celled(row: Row, beside: Row, x: float, width: float, *, below: bool) -> bool:
    """Whether a row can belong to two cells of which the right one begins at ``x``."""
    if abs(row.middle - beside.middle) > PAUSE or TYPED_RULE.fullmatch(text_of(row)):
        return False
    left = [s for s in row.segments if s[0].left < x - ASTRAY]
    alone = len(row.segments) == 1
    if alone and COURT.search(text_of(row)) and (left or not below):
        return False
    begins = any(abs(segment[0].left - x) <= ASTRAY for segment in row.segments)
    if _is_centred(row, width) and not begins and (left or not below) and not ROLE.fullmatch(text_of(row)):
        return False
    reach = LONG * width if alone else x + OVER
    return all(s[-1].right <= reach or ROLE.fullmatch(said(s)) for s in left)


def _is_centred(row: Row, width: float) -> bool:
    return len(row.segments) == 1 and abs(row.left + row.right - width) < 0.06 * width
