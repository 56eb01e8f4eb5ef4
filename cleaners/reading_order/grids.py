"""Tables drawn with rules: where uprights and level rules make cells.

A caption has one upright between its two cells and no level rule across both; two columns and two rows, or
three columns, are a table (Word and WordPerfect draw each cell's sides as rules of their own).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cleaners.page import Rule, Token
from cleaners.reading_order.rows import Row, rows_of

NEAR = 6.0
"""Points within which two rules meet or are one: cells have sides of their own, a stroke's width apart."""

LONGEST = 0.88
"""An upright that takes this share of the page's height is pleading paper's or a frame's, not a table's."""

FARTHEST = 48.0
"""Points to the next level rule that goes on a table whose uprights have ended."""

NARROWEST = 12.0
"""Points: no column of words is narrower. What is drawn closer together is no table (redactions, letters'
stems)."""

LOWEST_ROW = 9.0
"""Points by which two uprights go on below the last level rule where a scan has lost the one below them."""

CLOSE = 1.45
"""Gap to type size between two lines of one cell."""

FEWEST_EDGES = 3
"""Sides of a table's columns, of which two are the table's own: with more than one between them it has three
columns at least."""

TALLEST_ROW = 150.0
"""Points: in a row taller than this a cell holds paragraphs, not an entry."""


@dataclass(frozen=True)
class Grid:
    """A ruled table: its uprights, the heights of the level rules between its rows, in points."""

    uprights: tuple[Rule, ...]
    edges: tuple[float, ...]
    levels: tuple[float, ...]

    def holds(self, token: Token) -> bool:
        return (
            self.levels[0] <= token.middle <= self.levels[-1]
            and self.edges[0] - NEAR <= token.center <= self.edges[-1] + NEAR
        )

    def overlaps(self, other: Grid) -> bool:
        """Whether some column of the two is the same."""
        return self.edges[0] < other.edges[-1] - NEAR and other.edges[0] < self.edges[-1] - NEAR

    def zones(self, tokens: Sequence[Token]) -> list[tuple[str, list[Row]]]:
        """The table in reading order: rows, each cell's lines gathered, an empty cell between others kept.
        Cells that are pages of text by themselves (a chart of claims) are columns."""
        made: list[tuple[str, list[Row]]] = []
        for top, bottom in pairwise(self.levels):
            band = [t for t in tokens if top <= t.middle < bottom]
            if bottom - top > TALLEST_ROW:
                made += [("column", rows_of(cell, [])) for cell in self._cells(band, top, bottom) if cell]
                continue
            rows = self._lone_rows(band) if len(self.levels) == 2 else [band]
            filled = [
                Row([_lines(cell) for cell in cells], tabbed=True)
                for row in rows
                if any(cells := self._cells(row, top, bottom))
            ]
            if made and made[-1][0] == "table":
                made[-1][1].extend(filled)
            else:
                made.append(("table", filled))
        return [(kind, rows) for kind, rows in made if rows]

    def _lone_rows(self, tokens: Sequence[Token]) -> list[list[Token]]:
        """The rows of a table without rules between them: each of its lines, but for one that goes on in
        cells of the line close above, the first aside, as the row alone does that is left for a page."""
        rows: list[list[Token]] = []
        last: Row | None = None
        for row in rows_of(tokens, []):
            first = any(t.center < self.edges[1] for t in row.tokens)
            close = last and row.middle - last.middle < CLOSE * row.height
            if rows and close and not first and len(self.edges) > FEWEST_EDGES:
                rows[-1] += row.tokens
            else:
                rows.append(row.tokens)
            last = row
        return rows

    def _cells(self, tokens: Sequence[Token], top: float, bottom: float) -> list[list[Token]]:
        parts = list(self._parts(tokens, top, bottom))
        return [[t for t in tokens if low <= t.center < high] for low, high in pairwise([-1.0, *parts, 1e9])]

    def _parts(self, tokens: Sequence[Token], top: float, bottom: float) -> Iterator[float]:
        """Where a band is parted: at the uprights that stand in it, or where none does, wherever the other
        bands are, if no word stands there."""
        own = [u for u in self.uprights if min(u.bottom, bottom) - max(u.top, top) > 0.5 * (bottom - top)]
        for edge in self.edges[1:-1]:
            drawn = any(abs(u.left - edge) <= NEAR for u in own)
            crossed = any(t.left < edge - 1 and t.right > edge + 1 for t in tokens)
            if drawn or (not own and not crossed):
                yield edge


def find_grids(rules: Sequence[Rule], height: float) -> list[Grid]:
    """The ruled tables of a page of ``height`` points, from top to bottom."""
    uprights = [u for u in joined([r for r in rules if r.upright]) if u.bottom - u.top < LONGEST * height]
    levels = joined([r for r in rules if not r.upright])
    groups = _groups(uprights, levels)
    found = [grid for group in groups if (grid := _grid(group, _levels_of(group, groups, levels)))]
    kept: list[Grid] = []
    for grid in sorted(found, key=lambda grid: grid.levels[0]):
        if not any(
            one.levels[0] <= grid.levels[0] < one.levels[-1] - NEAR and one.overlaps(grid) for one in kept
        ):
            kept.append(grid)
    return kept


def _lines(cell: Sequence[Token]) -> list[Token]:
    """The words of a cell, line after line."""
    return [token for row in rows_of(cell, []) for token in row.tokens]


def joined(rules: Sequence[Rule]) -> list[Rule]:
    """Rules that go on where another ends, as one."""
    made: list[Rule] = []
    for rule in sorted(rules, key=lambda r: (r.left, r.top) if r.upright else (r.top, r.left)):
        for index, one in enumerate(made):
            if (
                one.left - NEAR <= rule.right
                and rule.left <= one.right + NEAR
                and (one.top - NEAR <= rule.bottom and rule.top <= one.bottom + NEAR)
                and (
                    abs(one.left - rule.left) < NEAR / 2
                    if rule.upright
                    else abs(one.top - rule.top) < NEAR / 2
                )
            ):
                made[index] = Rule(
                    min(one.left, rule.left),
                    min(one.top, rule.top),
                    max(one.right, rule.right),
                    max(one.bottom, rule.bottom),
                )
                break
        else:
            made.append(rule)
    return made


def _meets(upright: Rule, level: Rule) -> bool:
    return (
        level.left - NEAR <= upright.left <= level.right + NEAR
        and upright.top - NEAR <= level.top <= upright.bottom + NEAR
    )


def _groups(uprights: list[Rule], levels: list[Rule]) -> list[list[Rule]]:
    """Uprights that level rules tie together."""
    groups: list[list[Rule]] = [[u] for u in uprights]
    for level in levels:
        tied = [g for g in groups if any(_meets(u, level) for u in g)]
        if len(tied) > 1:
            groups = [g for g in groups if g not in tied] + [[u for g in tied for u in g]]
    return groups


def _levels_of(group: list[Rule], groups: list[list[Rule]], levels: list[Rule]) -> list[Rule]:
    """The level rules that may be a table's of these uprights: not those that meet others alone, which are
    the next table's, as wide as this one."""
    others = [u for other in groups if other is not group for u in other]
    return [
        level
        for level in levels
        if any(_meets(u, level) for u in group) or not any(_meets(u, level) for u in others)
    ]


def _grid(uprights: list[Rule], levels: list[Rule]) -> Grid | None:
    """The grid of uprights that are tied together, if they are one."""
    met = [level for level in levels if any(_meets(u, level) for u in uprights)]
    if not met:
        return None
    left, right = min(r.left for r in (*met, *uprights)), max(r.right for r in (*met, *uprights))
    places = [u.left for u in uprights]
    across = [
        r
        for r in met
        if sum(r.left - NEAR <= x <= r.right + NEAR for x in _apart([left, *places, right])) > 2
    ]
    heights = _apart([level.top for level in across])
    for level in sorted(levels, key=lambda r: r.top):
        same = abs(level.left - left) < NEAR and abs(level.right - right) < NEAR
        if heights and same and NEAR < level.top - heights[-1] < FARTHEST:
            heights.append(level.top)
    ends = sorted(u.bottom for u in uprights)[-2:]
    if heights and len(ends) == 2 and ends[0] - heights[-1] > LOWEST_ROW:
        heights.append(ends[0])
    bands = list(pairwise(heights))
    sides = [
        u.left for u in uprights if any(min(u.bottom, b) - max(u.top, a) > 0.6 * (b - a) for a, b in bands)
    ]
    edges = _apart([left, *sides, right])
    edges = [e for e in edges[:-1] if edges[-1] - e > NARROWEST or e == edges[0]] + edges[-1:]
    columns = len(edges) - 1
    if not bands or columns < 2 or (columns == 2 and len(bands) < 2):
        return None
    if columns == 2 and all(b - a > TALLEST_ROW for a, b in bands):  # the sheets of a condensed transcript
        return None
    if min(b - a for a, b in pairwise(edges)) < NARROWEST:
        return None
    return Grid(tuple(uprights), tuple(edges), tuple(heights))


def _apart(places: Sequence[float]) -> list[float]:
    """Places in order, those that are one rule's two sides counted once."""
    made: list[float] = []
    for place in sorted(places):
        if not made or place - made[-1] > NEAR:
            made.append(place)
    return made
