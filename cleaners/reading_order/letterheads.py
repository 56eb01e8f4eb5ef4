"""The letterhead of a clerk's office: what stands at the left and right of a centred address.

The officer's name and the telephone are set on lines of their own pitch beside the court's name and address,
so rows taken across the page mix the three.
"""

from __future__ import annotations

from collections.abc import Sequence

from cleaners.page import Token
from cleaners.patterns import pattern
from cleaners.reading_order.regions import near, text_of
from cleaners.reading_order.rows import Row

LOWEST = 0.3
"""Share of the page's height above which a letterhead stands."""

CENTRED = 12.0
"""Points by which the middle of the page and of the address differ at most."""

FARTHEST = 2.0
"""Gap to type size between two of its rows."""

LEFT, RIGHT = 0.42, 0.58
"""Shares of the page's width where the side columns end and begin."""

COURT = pattern(r"\b(?:COURT|CIRCUIT|Court|Circuit)\b")
"""A court's name above the columns stands across the page."""


def find_letterhead(rows: Sequence[Row], width: float, height: float) -> tuple[int, int] | None:
    """The first and last row of three columns whose middle one is centred, None where there are none."""
    for index, row in enumerate(rows):
        if row.middle > LOWEST * height:
            return None
        if len(row.segments) == 3 and _is_centred(row.segments[1], width):
            first = last = index
            while first > 0 and not COURT.search(text_of(rows[first - 1])) and _joins(rows, first - 1, width):
                first -= 1
            while last + 1 < len(rows) and _joins(rows, last, width):
                last += 1
            left, _, right = columns(rows[first : last + 1], width)
            return (first, last) if min(len(left), len(right)) > 1 else None
    return None


def _joins(rows: Sequence[Row], index: int, width: float) -> bool:
    """Whether a row and the next are of one letterhead: they stand close, and their parts are centred or keep
    to their third of the page."""
    parts = [part for row in rows[index : index + 2] for part in row.segments]
    thirds = all(
        _is_centred(part, width) or part[-1].right < LEFT * width or part[0].left > RIGHT * width
        for part in parts
    )
    return thirds and near(rows[index], rows[index + 1], FARTHEST)


def columns(rows: Sequence[Row], width: float) -> list[list[Row]]:
    """What stands at the left of the centred address, the address, what stands at the right."""
    made: list[list[Row]] = [[], [], []]
    for row in rows:
        for segment in row.segments:
            middle = (segment[0].left + segment[-1].right) / 2
            side = 1 if _is_centred(segment, width) else 0 if middle < width / 2 else 2
            made[side].append(Row([segment]))
    return made


def _is_centred(segment: Sequence[Token], width: float) -> bool:
    return abs(segment[0].left + segment[-1].right - width) < 2 * CENTRED
