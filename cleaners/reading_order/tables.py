"""Tables that no rule draws: rows side by side down the same gutters, each cell wrapped to lines of its own.

What tells a table's row from its lines is white: the lines of a cell are set close, rows stand apart or have
a level rule between them. Where all lines stand alike, figures tell: an amount or a day is not wrapped, so
each begins a row, and what stands on a line without one goes on with the cells above. Where each line is a
row nothing needs gathering.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cleaners.page import Rule, Token
from cleaners.patterns import pattern
from cleaners.reading_order.regions import AMOUNT, said
from cleaners.reading_order.rows import LIST_MARK, Row
from cleaners.reading_order.signature_blocks import SIGNED

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

STRAY = 6.0
"""Points by which the cells of a column may differ where they begin, or end."""

FIGURE = pattern(rf"{AMOUNT.pattern}|\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?|\d{{1,2}}:\d\d|\$? ?[-–—]")
"""What no cell wraps, and what stands for none."""

TALLEST_HEAD = 4
"""Lines of a row whose cells are all wrapped alike; more lines that fill all columns are rows."""

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
    index = free = 0
    while index < len(rows):
        if len(rows[index].segments) < 2:
            index += 1
            continue
        last, gutters = _extent(rows, index)
        stacks = list(_groups(rows[index : last + 1], levels))
        groups = [part for stack in stacks for part in _counted(stack, gutters)]
        made = [_cells(group, gutters) for group in groups]
        if any(len(group) > 1 for group in groups) and _is_table(made, gutters, groups, levels):
            first = index
            if first > free and _heads(rows[first - 1], rows[first], made):
                first -= 1
                made.insert(0, rows[first].segments)
            yield Table(first, last, tuple(Row(cells, tabbed=True) for cells in made))
            index, free = last, last + 1
        elif len(stacks) < len(groups) == last + 1 - index:  # each line is a row, whatever the last ones hold
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
    whole = [cells for cells in full if len(cells) == len(gutters) + 1]
    aligned = all(_is_aligned(column) for column in zip(*whole, strict=True))
    return len(made) >= FEWEST and len(whole) >= 2 and aligned


def _heads(above: Row, first: Row, made: list[list[list[Token]]]) -> bool:
    """Whether a row names the columns of the table below it: each of its cells stands over one."""
    full = max(made, key=len)
    near = first.middle - above.middle <= FARTHEST * max(above.height, first.height)
    over = len(above.segments) == len(full) and all(
        one[0].left < max(t.right for t in two) and min(t.left for t in two) < one[-1].right
        for one, two in zip(above.segments, full, strict=True)
    )
    return near and over


def _is_aligned(column: Sequence[list[Token]]) -> bool:
    """Whether the cells of a column begin below one another, or, as amounts do, end so."""
    sides = ([min(t.left for t in cell) for cell in column], [max(t.right for t in cell) for cell in column])
    return any(max(side) - min(side) < STRAY for side in sides)


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


def _counted(group: list[Row], gutters: Gutters) -> Iterator[list[Row]]:
    """The rows of lines that stand alike, if a column of figures tells them: the lines of the table's head,
    then from figure to figure. A line that has the first column's words but no figure is a row (``Current
    assets:``)."""
    lines = [_columns([row], gutters) for row in group]
    full = sum(all(line) for line in lines)
    if len(group) > TALLEST_HEAD and full > 0.8 * len(group) and not any(map(_is_addressed, lines)):
        yield from ([row] for row in group)
        return
    figured = [n for n in range(len(gutters) + 1) if _is_figured([line[n] for line in lines])]
    first = next((i for i, line in enumerate(lines) if any(_is_figure(line[n]) for n in figured)), len(lines))
    parts: list[list[Row]] = [group[:first]] if first else []
    for row, line in zip(group[first:], lines[first:], strict=True):
        if line[0] or any(line[n] for n in figured):
            parts.append([])
        parts[-1].append(row)
    yield from parts


def _is_addressed(line: Sequence[list[Token]]) -> bool:
    """Whether a line is one of addresses side by side: two of its cells end in a postal code, or the like."""
    return sum(bool(SIGNED.search(said(cell))) for cell in line if cell) > 1


def _is_figured(cells: Sequence[list[Token]]) -> bool:
    """Whether a column holds figures, two at least, from its first one on."""
    told = [_is_figure(cell) for cell in cells if cell]
    return sum(told) >= 2 and all(told[told.index(True) :])


def _is_figure(cell: Sequence[Token]) -> bool:
    return bool(cell) and FIGURE.fullmatch(said(cell)) is not None


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
    return [cell for cell in _columns(group, gutters) if cell]


def _columns(group: Sequence[Row], gutters: Gutters) -> list[list[Token]]:
    """The words of each column, line after line."""
    parts = [-1.0, *((low + high) / 2 for low, high in gutters), 1e9]
    tokens = [t for row in group for t in row.tokens]
    return [[t for t in tokens if low <= t.center < high] for low, high in pairwise(parts)]
