"""Words that stand on one printed line, and the gaps that part a line into segments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from cleaners.document import Rule
from cleaners.margins import Token

LIST_MARK = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,6})[.):]+|[•·▪☐☒*–—-]|[QA]\.?|By:?")
"""What stands before a gap without being a cell: the number of a paragraph or heading, a bullet, Q and A."""


@dataclass
class Row:
    """A printed line: its segments from left to right, each the words between two wide gaps."""

    segments: list[list[Token]]
    tabbed: bool = False

    @property
    def tokens(self) -> list[Token]:
        return [token for segment in self.segments for token in segment]

    @property
    def left(self) -> float:
        return min(t.left for t in self.tokens)

    @property
    def right(self) -> float:
        return max(t.right for t in self.tokens)

    @property
    def middle(self) -> float:
        return median(t.middle for t in self.tokens)

    @property
    def height(self) -> float:
        return median(t.height for t in self.tokens)

    def side(self, gutter: float, side: int) -> Row:
        """The part of the row left (0) or right (1) of a gutter."""
        kept = [[t for t in segment if (t.center >= gutter) == bool(side)] for segment in self.segments]
        return Row([segment for segment in kept if segment])

    def words(self) -> Iterator[tuple[str, Token]]:
        """The words, each with what parts it from the one before: a tab between cells, else a blank."""
        for index, segment in enumerate(self.segments):
            for number, token in enumerate(segment):
                if number == 0:
                    yield ("\t" if index and self.tabbed else " "), token
                else:
                    yield ("" if _touches(segment[number - 1], token) else " "), token


def _touches(one: Token, two: Token) -> bool:
    """Nothing parts the two: poppler cuts a word where the type size changes (small capitals, superscripts)."""
    small, large = sorted((one.height, two.height))
    return small < 0.85 * large and two.left - one.right < 0.08 * large


def rows_of(tokens: Sequence[Token], rules: Sequence[Rule]) -> list[Row]:
    """The rows of a page or panel, from top to bottom."""
    units: dict[int, list[Token]] = {}
    for index, token in enumerate(tokens):
        units.setdefault(token.row or -index - 1, []).append(token)
    rows: list[list[Token]] = []
    for unit in sorted(units.values(), key=_middle):
        for row in reversed(rows[-6:]):
            if _on_one_line(row, unit):
                row += unit
                break
        else:
            rows.append(list(unit))
    uprights = [rule for rule in rules if rule.upright]
    made = [Row(_segments(sorted(row, key=lambda t: t.left), uprights)) for row in rows]
    made.sort(key=lambda row: row.middle)
    _mark_tables(made)
    return made


def _middle(tokens: Sequence[Token]) -> float:
    return median(t.middle for t in tokens)


def _on_one_line(row: list[Token], unit: list[Token]) -> bool:
    """Two runs of words share a line if their middles do and neither stands on top of the other. A smaller
    run (a superscript, small capitals) need only lie within the other's height."""
    one, two = median(t.height for t in row), median(t.height for t in unit)
    apart = abs(_middle(row) - _middle(unit))
    if apart > 0.42 * (max(one, two) if min(one, two) < 0.8 * max(one, two) else min(one, two)):
        return False
    return not any(a.left < b.right - 1 and b.left < a.right - 1 for a in row for b in unit)


def _segments(tokens: list[Token], uprights: list[Rule]) -> list[list[Token]]:
    """The row cut at gaps wider than two ems (a justified line's blanks stay below) and at upright rules."""
    height = median(t.height for t in tokens)
    segments = [[tokens[0]]]
    for token in tokens[1:]:
        before = segments[-1][-1]
        crossed = any(
            before.right - 2 <= rule.left and rule.right <= token.left + 2 and rule.top <= token.middle <= rule.bottom
            for rule in uprights
        )
        if crossed or token.left - before.right > max(18.0, 1.6 * height):
            segments.append([token])
        else:
            segments[-1].append(token)
    return segments


def _mark_tables(rows: list[Row]) -> None:
    """A gap is a tab where the row above or below has a gap at the same place too."""
    starts = [_cell_starts(row) for row in rows]
    for index, row in enumerate(rows):
        beside = [s for near in (index - 1, index + 1) if 0 <= near < len(rows) for s in starts[near]]
        row.tabbed = any(abs(a - b) <= 6 for a in starts[index] for b in beside)


def _cell_starts(row: Row) -> list[float]:
    cells = row.segments
    if len(cells) == 2 and len(cells[0]) == 1 and LIST_MARK.fullmatch(cells[0][0].text):
        return []
    return [edge for cell in cells[1:] for edge in (cell[0].left, cell[-1].right)]
