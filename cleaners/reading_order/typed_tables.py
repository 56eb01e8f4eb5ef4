"""Tables in text that keeps its columns by blanks.

In a table of amounts the figures stand flush right below one another, far from the words beside them; a table
of contents whose leaders are blanks is set alike. Where all cells hold words, three columns or more of them
begin below one another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from cleaners.reading_order.cells import TYPED_RULE
from cleaners.reading_order.minutes import form_rows
from cleaners.reading_order.regions import AMOUNT, said, text_of
from cleaners.reading_order.rows import LIST_MARK, Row

FEWEST = 3
"""Rows of a table; two lines that end in figures are a number and a date."""
COLUMNS = 3
"""Columns of a table of words; two are a caption's, or two signatures'."""
STRAY = 6.0
"""Points, one column and a bit: how far apart the figures of a column may end, and its words begin."""
FARTHEST = 24.0
"""Points from row to row: one line may be blank between them."""


def rows_of_tables(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows that are those of tables, the rows of their headings among them."""
    rows = [row for row in rows if not TYPED_RULE.fullmatch(text_of(row))]
    yield from (rows[n] for n in sorted({*_of_tables(rows), *form_rows([text_of(row) for row in rows])}))


def _of_tables(rows: Sequence[Row]) -> Iterator[int]:
    run: list[int] = []
    for at in (*(n for n, row in enumerate(rows) if _is_counted(row) or _is_worded(row)), len(rows)):
        if run and not (at < len(rows) and _goes_on(rows[run[-1] : at + 1])):
            if len(run) >= FEWEST:
                first = run[0]
                yield from (first - 1,) if first and _heads(rows[first - 1], rows[first]) else ()
                yield from run
            run = []
        run.append(at)


def parts_of(row: Row) -> list[tuple[int, int]]:
    """The gaps between the cells of a row, as the numbers of the segments beside each; an item's mark is no
    cell."""
    marked = len(row.segments) > 1 and LIST_MARK.fullmatch(said(row.segments[0])) is not None
    return [(n, n + 1) for n in range(int(marked), len(row.segments) - 1)]


def _is_counted(row: Row) -> bool:
    """Whether a row has words first and figures in its other cells."""
    gaps = parts_of(row)
    if not gaps:
        return False
    label = said(row.segments[gaps[0][0]])
    worded = any(c.isalpha() for c in label) and LIST_MARK.fullmatch(label) is None
    return worded and all(AMOUNT.fullmatch(said(row.segments[after])) for _, after in gaps)


def _is_worded(row: Row) -> bool:
    """Whether a row has the cells of a table of words."""
    return len(parts_of(row)) + 1 >= COLUMNS


def _goes_on(rows: Sequence[Row]) -> bool:
    """Whether the last of some rows goes on with the table of the first: below it, or below the one line that
    its own words begin on."""
    near = all(two.middle - one.middle <= FARTHEST for one, two in pairwise(rows))
    ended = any(len(row.segments) > 2 or text_of(row).endswith((".", ":", ";")) for row in rows[1:-1])
    one, two = rows[0], rows[-1]
    if _is_counted(one) and _is_counted(two):
        return near and not ended and len(rows) <= 3 and abs(one.right - two.right) <= STRAY
    lefts = zip(one.segments, two.segments, strict=False)
    level = all(abs(a[0].left - b[0].left) <= STRAY for a, b in lefts)
    return near and len(rows) == 2 and level and len(one.segments) == len(two.segments)


def _heads(above: Row, first: Row) -> bool:
    """Whether a row names the columns of the row below it: as many cells, and no figure."""
    alike = len(above.segments) == len(parts_of(first)) + 1
    return alike and first.middle - above.middle <= FARTHEST and not re.search(r"\d", text_of(above))
