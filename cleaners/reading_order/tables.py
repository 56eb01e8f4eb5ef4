"""Tables that no rule draws: rows side by side down the same gutters, each cell wrapped to lines of its own.

What tells a table's row from its lines is white: the lines of a cell are set close, rows stand apart or have
a level rule between them. Where all lines stand alike each is a row, and nothing needs gathering.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cleaners.page import Rule, Token
from cleaners.patterns import pattern
from cleaners.reading_order.rows import LIST_MARK, Row

NARROWEST = 8.0
"""Points of white between two columns at their closest."""

FARTHEST = 3.2
"""Gap to type size between two rows of one table."""

CLOSE = 1.45
"""Gap to type size between two lines of one cell; double spacing comes to 2."""

LONG = 40.0
"""Points: a level rule this long parts rows; a shorter one is a blank to fill in."""

FEWEST = 3
"""Rows that a table without rules has at least; two lines beside two others are a stamp or a letterhead."""

MANY = 3
"""Gutters of a row that is a table's head by itself."""

BOX = pattern(r"_{2,}|[☐☑☒□■✓✔]|\[ ?[xX]?$")
"""What a choice on a form begins with."""

Gutters = list[tuple[float, float]]


@dataclass(frozen=True)
class Table:
    """Rows ``first`` to ``last`` of a page, gathered to the rows of a table."""

    first: int
    last: int
    rows: tuple[Row, ...]


def find_tables(rows: Sequence[Row], rules: Sequence[Rule]) -> Iterator[Table]:
    """The unruled tables of a page whose cells are wrapped, from top to bottom."""
    levels = [rule for rule in rules if not rule.upright and rule.right - rule.left > LONG]
    index = 0
    while index < len(rows):
        if len(rows[index].segments) < 2:
            index += 1
            continue
        last, gutters = _extent(rows, index)
        groups = list(_groups(rows[index : last + 1], levels))
        made = [_cells(group, gutters) for group in groups]
        if any(len(group) > 1 for group in groups) and _is_table(made, gutters, groups, levels):
            yield Table(index, last, tuple(Row(cells, tabbed=True) for cells in made))
            index = last
        index += 1


def _is_table(
    made: list[list[list[Token]]], gutters: Gutters, groups: list[list[Row]], rules: Sequence[Rule]
) -> bool:
    """Whether gathered lines are the rows of a table, not a stamp beside a heading or the specks of a scan:
    many columns, or a rule between the rows, or three rows whose columns begin at one place."""
    full = [cells for cells in made if len(cells) > 1]
    if len(gutters) >= MANY and len(made) == 1:
        return True
    worded = [sum(any(len(t.text) > 2 for t in cells[n]) for cells in full) for n in (0, -1)]
    if len(full) < 2 or len(full) < 0.5 * len(made) or min(worded) < 0.6 * len(full):
        return False
    if any(
        _is_ruled(cells, one[-1], two[0], rules)
        for cells, (one, two) in zip(made, pairwise(groups), strict=False)
    ):
        return True
    starts = [
        [min(t.left for t in cell) for cell in cells] for cells in full if len(cells) == len(gutters) + 1
    ]
    aligned = all(max(column) - min(column) < 6 for column in zip(*starts, strict=True))
    return len(made) >= FEWEST and len(starts) >= 2 and aligned


def _extent(rows: Sequence[Row], first: int) -> tuple[int, Gutters]:
    """How far down the gutters of a row go, and what is left of them."""
    head = rows[first].segments
    gutters = [(one[-1].right, two[0].left) for one, two in pairwise(head)]
    if not gutters or (len(head[0]) == 1 and LIST_MARK.fullmatch(head[0][0].text)):
        return first, []
    last = first
    while last + 1 < len(rows):
        one, two = rows[last], rows[last + 1]
        narrower = _narrowed(gutters, two)
        far = two.middle - one.middle > FARTHEST * max(one.height, two.height)
        if narrower is None or far or len(two.segments) > len(head):
            break
        gutters, last = narrower, last + 1
    return last, gutters


def _narrowed(gutters: Gutters, row: Row) -> Gutters | None:
    """What a row leaves free of each gutter, if it leaves enough."""
    made = []
    for low, high in gutters:
        middle = (low + high) / 2
        left = max([low, *(t.right for t in row.tokens if t.center < middle)])
        right = min([high, *(t.left for t in row.tokens if t.center >= middle)])
        if right - left < NARROWEST:
            return None
        made.append((left, right))
    return made


def _groups(rows: Sequence[Row], rules: Sequence[Rule]) -> Iterator[list[Row]]:
    """The lines that make one row of the table."""
    if not rows:
        return
    group = [rows[0]]
    for one, two in pairwise(rows):
        size = max(one.height, two.height)
        ruled = any(_parts(rule, one, two) for rule in rules)
        if two.middle - one.middle > CLOSE * size or ruled or _is_ticked(two):
            yield group
            group = []
        group.append(two)
    yield group


def _is_ticked(row: Row) -> bool:
    """Whether every part of a row is a choice to tick: then none goes on what stands above it."""
    return all(BOX.match(part[0].text) for part in row.segments)


def _is_ruled(cells: list[list[Token]], one: Row, two: Row, rules: Sequence[Rule]) -> bool:
    """Whether two columns or more have a rule between two rows; under one alone it is a stamp's."""
    drawn = [rule for rule in rules if _parts(rule, one, two)]
    return sum(any(r.left < t.right and t.left < r.right for r in drawn for t in cell) for cell in cells) > 1


def _parts(rule: Rule, one: Row, two: Row) -> bool:
    """Whether a level rule stands between two rows and underlines no word."""
    if not one.middle < rule.top < two.middle:
        return False
    underlined = any(abs(t.left - rule.left) < 3 for t in one.tokens) and any(
        abs(t.right - rule.right) < 3 for t in one.tokens
    )
    return not underlined


def _cells(group: Sequence[Row], gutters: Gutters) -> list[list[Token]]:
    """The words of each column, line after line, empty cells left out."""
    parts = [-1.0, *((low + high) / 2 for low, high in gutters), 1e9]
    tokens = [t for row in group for t in row.tokens]
    cells = [[t for t in tokens if low <= t.center < high] for low, high in pairwise(parts)]
    return [cell for cell in cells if cell]
