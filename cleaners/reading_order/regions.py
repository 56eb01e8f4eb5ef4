"""Two cells side by side as the rows show them, and what tells their rows apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cleaners.page import Token
from cleaners.patterns import pattern
from cleaners.reading_order.rows import Row
from cleaners.terms.roles import PARTY

_SIDE = rf"(?:(?:Cross|Counter|Third[- ]Party)[- ]?)?{PARTY}s?"
ROLE = pattern(rf"{_SIDE}(?:(?: ?[-–—/,] ?| and | ?[-–—/,] ?and ){_SIDE})*[.,;]?", re.IGNORECASE)
"""A party's role, which stands alone below its name or flush right beside it, and is no other cell's."""

AMOUNT = pattern(r"[($-]*(?:\$ ?)?\(?\d{1,3}(?:,?\d{3})*(?:\.\d+)?\)?%?")
"""A figure as a table's cell has it."""

NARROWEST = 10.0
"""Points of white between two cells at least, a mark of the column between them with what is clear of it."""


@dataclass(frozen=True)
class Region:
    """Rows ``first`` to ``last`` are two cells, left and right of ``gutter`` (points from the left).

    ``roles``: a party's role is the left one's wherever it stands, as in captions that white space parts."""

    first: int
    last: int
    gutter: float
    roles: bool = False

    def is_within(self, other: Region) -> bool:
        """Whether the region has no row that the other has not."""
        return other.first <= self.first and self.last <= other.last


def is_free(row: Row, gutter: float) -> bool:
    """No word of the row stands across the gutter."""
    return not any(t.left < gutter - 1 and t.right > gutter + 1 for t in row.tokens)


def text_of(row: Row) -> str:
    """The row's words, joined by blanks."""
    return " ".join(token.text for token in row.tokens)


def said(segment: Sequence[Token]) -> str:
    """The segment's words, joined by blanks."""
    return " ".join(token.text for token in segment)


def sides(row: Row, region: Region) -> tuple[Row, Row]:
    """The parts of a row that are the left cell's and the right cell's. What runs on over the gutter belongs
    where it begins."""
    own: list[list[Token]] = []
    other: list[list[Token]] = []
    for segment in row.segments:
        left, right = ([t for t in segment if (t.center >= region.gutter) == at] for at in (False, True))
        runs_on = left and right and right[0].left - left[-1].right < NARROWEST
        if runs_on or (region.roles and ROLE.fullmatch(said(segment))):
            left, right = segment, []
        own.append(left)
        other.append(right)
    return Row([s for s in own if s]), Row([s for s in other if s])


def near(one: Row, two: Row, most: float = 2.6) -> bool:
    """Whether a row stands at most so many type sizes below another."""
    return two.middle - one.middle <= most * max(one.height, two.height)
