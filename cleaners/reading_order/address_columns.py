"""Addresses three or more side by side: a service list, a mailing matrix, the counsel of several parties.

A table has a kind of entry in each column, and the postal code or telephone in one of them; addresses side by
side have theirs at the foot of each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cleaners.page import Token
from cleaners.reading_order.regions import near, text_of
from cleaners.reading_order.rows import Row
from cleaners.reading_order.signature_blocks import SIGNED

FEWEST = 3
"""Columns, and lines of an address; two side by side are cells of a signature block."""

SAME_LEFT = 4.0
"""Points by which the lines of an address differ where they begin."""

NARROWEST = 6.0
"""Points of white between a line and the address right of it."""

CLOSE = 1.9
"""Gap to type size between two lines of one address; a blank line parts it from the next."""

FOOT = 2
"""Lines at an address's foot of which one has the postal code; a country or a telephone may follow it."""


@dataclass(frozen=True)
class Addresses:
    """The lines of each address from left to right, of which the topmost stand in row ``first`` of a page."""

    first: int
    columns: tuple[list[Row], ...]


def find_addresses(rows: Sequence[Row]) -> Addresses | None:
    """The first addresses side by side on a page, None where there are none."""
    for first, row in enumerate(rows):
        if len(row.segments) < FEWEST or (first and near(rows[first - 1], row, CLOSE)):
            continue
        lefts = [segment[0].left for segment in row.segments]
        made: list[list[Row]] = [[] for _ in lefts]
        last = first - 1
        while last + 1 < len(rows) and (last < first or near(rows[last], rows[last + 1], CLOSE)):
            parts = list(_parts(rows[last + 1], lefts))
            if not _are_apart(parts, lefts):
                break
            for column, part in zip(made, parts, strict=True):
                column.extend([Row([part])] if part else [])
            last += 1
        if last >= first and _are_addresses(made):
            return Addresses(first, tuple(made))
    return None


def _parts(row: Row, lefts: Sequence[float]) -> Iterator[list[Token]]:
    """The words of a row that stand in each column."""
    for low, high in pairwise([*lefts, 1e9]):
        yield [t for t in row.tokens if low - SAME_LEFT <= t.left < high - SAME_LEFT]


def _are_apart(parts: Sequence[Sequence[Token]], lefts: Sequence[float]) -> bool:
    """Whether the parts of a row begin where the columns do, and end before the next."""
    begin = all(abs(part[0].left - left) < SAME_LEFT for part, left in zip(parts, lefts, strict=True) if part)
    filled = [part for part in parts if part]
    return begin and all(two[0].left - one[-1].right > NARROWEST for one, two in pairwise(filled))


def _are_addresses(columns: Sequence[Sequence[Row]]) -> bool:
    """Whether each column is long enough for an address, and all but one end as addresses do."""
    told = sum(any(SIGNED.search(text_of(row)) for row in column[-FOOT:]) for column in columns)
    return min(map(len, columns)) >= FEWEST and told >= len(columns) - 1
