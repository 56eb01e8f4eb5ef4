"""Cells side by side in text that keeps its columns by blanks, as ``pdftotext -layout`` and the archives that
use it write: a caption, two signature blocks, a clerk's stamp beside the court's name.

Each character of such a text has a column and a line, which is as good as a place on a page: the cells are
found by the same rules as those of a page with boxes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, zip_longest
from typing import Literal, NamedTuple

from cleaners.document import Document, cleaned
from cleaners.line import Line
from cleaners.page import Token
from cleaners.patterns import pattern
from cleaners.pieces import Edit
from cleaners.reading_order.cell_marks import marked_runs
from cleaners.reading_order.cells import RIGHT_CELL
from cleaners.reading_order.fences import find_fences
from cleaners.reading_order.regions import Region, sides
from cleaners.reading_order.rows import Row
from cleaners.reading_order.typed_cells import HIGH, TYPE, WIDE, find_typed_regions
from cleaners.reading_order.typed_tables import parts_of, rows_of_tables
from cleaners.stamp_forms.stamp_vocabulary import says_court
from cleaners.stamp_forms.stamp_words import closed_up, is_anchor, is_part, is_proven
from cleaners.typesetting.speeches import NAMED

WORD = pattern(r"\S+")
GAP = pattern(r"\S {3,}\S|^ {24}")
CLOSE = 2.5 * WIDE
"""Points: two blanks are set behind a sentence, three part cells."""

FAR = 0.36
"""Share of a page's width from which a line begins that may be a right cell's."""

AROUND = 12
"""Lines above and below one with a gap that its cells may reach to."""

MOST_LINES = 100
"""Lines that are looked at together, where a text tells no pages: a page has fewer."""

MOVED = 10
"""Characters from such a mark to one of the column."""

LONGEST = 240
"""Characters of a line that a page can have; a longer one is no line of a page."""

TOP = 24
"""Lines of a page among which a stamp stands beside the court's name."""

BIN = 12.0
"""Points within which the middles of lines are one."""

BLANKS, CELLS = "blanks between cells", "cells of a table"
RIGHT = "right one of two cells"
MARKS = "column of marks between two cells"
STAMP = "stamp beside other lines"


def order_columns(text: str) -> str:
    """Put the right one of two cells, which blanks set beside each other, after the left one.

    >>> print(order_columns(
    ...     "JANE ROE,                         No. 30-1071\\n"
    ...     "          Plaintiff-Appellant,    D.C. No.\\n"
    ...     "  v.                              3:28-cv-00417\\n"
    ...     "ACME CORP.,\\n"
    ...     "          Defendant-Appellee.     MEMORANDUM\\n"))
    JANE ROE,
    Plaintiff-Appellant,
    v.
    ACME CORP.,
    Defendant-Appellee.
    <BLANKLINE>
    No. 30-1071
    D.C. No.
    3:28-cv-00417
    MEMORANDUM
    <BLANKLINE>
    <BLANKLINE>
    """
    return cleaned(text, find_columns, by="columns")


def find_columns(document: Document) -> Iterator[Edit]:
    """Moves of the right cells on pages without boxes, of the column of marks between them, and of stamps."""
    for page, of_page in groupby(document.lines, key=lambda line: line.page):
        lines = list(of_page)
        gaps = not page.has_boxes and any("   " in line.text and GAP.search(line.text) for line in lines)
        if not gaps or max(len(line.text) for line in lines) > LONGEST:
            continue
        captions = _collapsed(lines)
        placed = [
            _placed(document, line, number)
            for number, line in enumerate(lines)
            if line.text.strip() and not any(first <= line.start <= last for first, last in captions)
        ]
        width = _width([one.row for one in placed])
        for part in _around_gaps(placed, FAR * width):
            yield from _ordered(document.text, part, width)


def _collapsed(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Where captions begin and end whose marks have lost their column: those that stand alone have moved to
    the left margin, as archives write that take out what stands before a line's first sign. What stands to
    their right is the next step's to find."""
    found = []
    for run in marked_runs(lines):
        alone = [match.start() for line, match in run if len(line.text.strip()) == 1]
        beside = [match.start() for line, match in run if len(line.text.strip()) > 1]
        if len(alone) > 1 and beside and max(alone) + MOVED < min(beside):
            found.append((run[0][0].start, run[-1][0].end))
    return found


class _Placed(NamedTuple):
    """A line that is not blank, its words where they stood in the source, and their spans of the text."""

    line: Line
    row: Row
    spans: Mapping[Token, tuple[int, int]]

    def span(self, tokens: Sequence[Token]) -> tuple[int, int]:
        """Where some words of the row stand in the text."""
        return self.spans[tokens[0]][0], self.spans[tokens[-1]][1]


def _placed(document: Document, line: Line, number: int) -> _Placed:
    spans: dict[Token, tuple[int, int]] = {}
    segments: list[list[Token]] = []
    for word in WORD.finditer(line.text):
        start, end = line.start + word.start(), line.start + word.end()
        at = document.source_at(start)
        left, top = WIDE * (at - document.row_at(at)), HIGH * number
        token = Token(word[0], left, top, left + WIDE * len(word[0]), top + TYPE, row=number + 1)
        spans[token] = (start, end)
        if segments and (left - segments[-1][-1].right < CLOSE or _is_speaker(segments[-1])):
            segments[-1].append(token)
        else:
            segments.append([token])
    return _Placed(line, Row(segments), spans)


def _is_speaker(segment: Sequence[Token]) -> bool:
    """Whether words name who speaks, and a reporter sets off what is said (``THE COURT:    Yes.``)."""
    return (
        segment[-1].text.endswith(":")
        and NAMED.fullmatch(" ".join(token.text for token in segment)) is not None
    )


def _width(rows: Sequence[Row]) -> float:
    """The width of a page between equal margins: twice where most of its print has its middle, that of
    centred lines as of full ones; a long line tells more than several short ones at the left."""
    print_at: Counter[int] = Counter()
    longest = max(row.right for row in rows)
    for row in rows:
        if len(row.segments) == 1 and row.left < longest / 2:
            for beside in (-1, 0, 1):
                print_at[round((row.left + row.right) / BIN) + beside] += round((row.right - row.left) ** 2)
    if not print_at:
        return min(row.left for row in rows) + longest
    return BIN * max(print_at, key=lambda at: (print_at[at], -at))


def _around_gaps(placed: Sequence[_Placed], far: float) -> Iterator[Sequence[_Placed]]:
    """The parts of a page that have lines with gaps, or that begin far from the left margin."""
    start = end = 0
    for index, one in enumerate(placed):
        if len(one.row.segments) > 1 or one.row.left > far:
            if index - AROUND > end or end - start > MOST_LINES:
                yield placed[start:end]
                start = max(index - AROUND, end)
            end = index + AROUND + 1
    yield placed[start:end]


def _ordered(text: str, part: Sequence[_Placed], width: float) -> Iterator[Edit]:
    """The moves in a part of a page that has gaps."""
    if stamp := _stamped(part, width):
        yield from _lifted(text, part, stamp)
        part = part[max(stamp) + 1 :]
    fences = find_fences([token for one in part for token in one.row.tokens], width)
    marks = {token for fence in fences for token in fence.tokens}
    celled = [n for n, one in enumerate(part) if any(token not in marks for token in one.row.tokens)]
    rows = [_without(part[n].row, marks) for n in celled]
    taken = set[int]()
    for region in find_typed_regions(rows, width, fences):
        first, last = celled[region.first], celled[region.last]
        while first and first - 1 not in celled:  # nothing but a mark of the column stands there
            first -= 1
        while last + 1 < len(part) and last + 1 not in celled:
            last += 1
        yield from _parted(text, part[first : last + 1], region, marks)
        taken.update(range(first, last + 1))
    free = {id(one.row): one for number, one in enumerate(part) if number not in taken}
    for row in rows_of_tables([one.row for one in free.values()]):
        yield from _tabbed(free[id(row)])


def _without(row: Row, marks: set[Token]) -> Row:
    kept = [[token for token in segment if token not in marks] for segment in row.segments]
    return Row([segment for segment in kept if segment])


def _stamped(part: Sequence[_Placed], width: float) -> dict[int, int]:
    """The lines of a clerk's stamp in the right half of the first lines of a page, by their index, and which
    of a line's segments is the stamp's first."""
    rights = {
        index: next(n for n, segment in enumerate(row.segments) if segment[0].left > 0.5 * width)
        for index, (_, row, _) in enumerate(part)
        if row.middle < TOP * HIGH and row.segments[-1][0].left > 0.5 * width
    }
    said = [
        closed_up(" ".join(t.text for segment in part[index].row.segments[first:] for t in segment))
        for index, first in rights.items()
    ]
    anchor = next((number for number, text in enumerate(said) if is_anchor(text)), None)
    if anchor is None:
        return {}
    courts = [says_court(text) for text in said]
    parts = [is_part(text, after) for text, after in zip_longest(said, said[1:], fillvalue="")]
    first = last = anchor
    while first > 0 and courts[first - 1]:
        first -= 1
    while last + 1 < len(said) and (courts[last + 1] or parts[last + 1]):
        last += 1
    proven = last > first and is_proven(said[first : last + 1], at_top=True)
    return dict(list(rights.items())[first : last + 1]) if proven else {}


def _lifted(text: str, part: Sequence[_Placed], stamp: Mapping[int, int]) -> Iterator[Edit]:
    """A stamp put before the lines that it stands beside."""
    to = part[min(stamp)].line.start
    for index, first in stamp.items():
        line, row, _ = part[index]
        start, end = part[index].span([token for segment in row.segments[first:] for token in segment])
        beside = part[index].span(row.segments[first - 1])[1] if first else line.start
        yield Edit(beside, start, "", BLANKS)
        yield Edit(start, end, "", STAMP, to)
        yield Edit(end, end, "\n", STAMP, to)
        yield Edit(end, line.end if first else min(line.end + 1, len(text)), "", BLANKS)


def _tabbed(one: _Placed) -> Iterator[Edit]:
    """A tab between the cells of a row."""
    segments = one.row.segments
    for before, after in parts_of(one.row):
        yield Edit(one.span(segments[before])[1], one.span(segments[after])[0], "\t", CELLS)


def _parted(text: str, part: Sequence[_Placed], region: Region, marks: set[Token]) -> Iterator[Edit]:
    """Two cells of a part of a page, the right one put below the left one and the marks between them, each
    with its lines close to one another and not set in."""
    start, stop = part[0].line.start, part[-1].line.end
    fenced = any(token in marks for one in part for token in one.row.tokens)
    reason = RIGHT_CELL if fenced or region.roles else RIGHT
    below = min(stop + 1, len(text))
    at, seen = start, set[str]()
    if text[:start].rstrip(" ")[-2:] not in ("", "\n\n"):
        yield Edit(start, start, "\n", BLANKS)
    for low, high, side in sorted(_spans(part, region, marks)):
        yield Edit(at, low, "\n" if side == "left" and side in seen else "", BLANKS)
        if side == "mark":
            yield Edit(low, high, "\n" if side in seen else "\n\n", MARKS, stop)
        elif side == "right":
            yield Edit(low, high, "\n\n" if below == stop and side not in seen else "\n", reason, below)
        at = high
        seen.add(side)
    yield Edit(at, stop, "", BLANKS)
    yield Edit(below, below, "\n\n", BLANKS)


def _spans(
    part: Sequence[_Placed], region: Region, marks: set[Token]
) -> Iterator[tuple[int, int, Literal["left", "mark", "right"]]]:
    """The spans of the lines of two cells and of the marks between them."""
    for one in part:
        left, right = sides(_without(one.row, marks), region)
        if left.segments:
            yield *one.span(left.tokens), "left"
        if right.segments:
            yield *one.span(right.tokens), "right"
        for token in one.row.tokens:
            if token in marks:
                yield *one.span([token]), "mark"
